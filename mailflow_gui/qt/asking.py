"""A question to the ledger, asked again when something happened: one at a time and not too often. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from mailflow_gui.core.activity import Event, Kind
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks

#: What changes a message's state, and so the answers.
_TELLING = {Kind.RECEIVED, Kind.SENT, Kind.FILTERED, Kind.HELD, Kind.FAILED, Kind.WAITING}
#: At midnight “today” is another day, at each hour “this hour” another one.
_MINUTE = 60_000


class Asking(QObject):
    """`question` gives the work for a pool thread, `tell` takes its result. `rest`: milliseconds between two."""

    def __init__(
        self,
        tasks: Tasks,
        question: Callable[[], Callable[[], Any]],
        tell: Callable[[Any], object],
        *,
        rest: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._question, self._tell = tasks, question, tell
        self._again = False
        self.under_way = False
        self.timer = QTimer(self, singleShot=True, interval=rest)
        self.timer.timeout.connect(self.now)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.soon)

    def now(self) -> None:
        """Asks at once; while an answer is still out, once more after it, so that no old answer comes last."""
        if self.under_way:
            self._again = True
            return
        self.under_way = True
        self._tasks.run(self._question()).done(self._tell).always(self._on_answered)

    def soon(self) -> None:
        """Asks when the rest is over."""
        if not self.timer.isActive():
            self.timer.start()

    def follow(self, bridge: Bridge, profiles: Profiles) -> None:
        """Asks by itself from now on: when messages went on, the profile changed, or a minute passed."""
        bridge.arrived.connect(self._on_events)
        profiles.changed.connect(self.soon)
        self._minute.start()

    def _on_answered(self) -> None:
        self.under_way = False
        if self._again:
            self._again = False
            self.soon()

    def _on_events(self, events: list[Event]) -> None:
        if any(event.kind in _TELLING for event in events):
            self.soon()
