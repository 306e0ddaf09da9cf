"""How many messages each integration handled today, and how many wait: asked from the ledger off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.activity import Event, Kind
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks

_TELLING = {Kind.RECEIVED, Kind.SENT, Kind.FILTERED, Kind.HELD, Kind.FAILED, Kind.WAITING}


@dataclass(frozen=True, slots=True)
class Tally:
    """One integration's numbers. `today` counts all messages taken today; times are ISO 8601."""

    today: int = 0
    sent: int = 0
    filtered: int = 0
    held: int = 0
    last_message: str = ""


class Tallies(QObject):
    """Asks again, at most twice a second, when something happened. `changed` follows."""

    changed = Signal()

    def __init__(
        self, ledger: Ledger, profiles: Profiles, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._profiles = profiles
        self._tasks = tasks
        self._tallies: dict[str, Tally] = {}
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self.ask)
        self._minute = QTimer(self)  # at midnight “today” is another day
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._soon)
        self._minute.start()
        bridge.arrived.connect(self._on_events)
        profiles.changed.connect(self._soon)

    def of(self, id: str) -> Tally:
        """The numbers of an integration as last asked."""
        return self._tallies.get(id, Tally())

    @property
    def held(self) -> int:
        """How many messages need attention, over all integrations."""
        return sum(one.held for one in self._tallies.values())

    def ask(self) -> None:
        """Asks the ledger now, on a pool thread."""
        if self._asking:
            self._soon()
            return
        self._asking = True
        ids = [one.id for one in self._profiles.profile.integrations]
        self._tasks.run(lambda: count(self._ledger, ids)).done(self._show).always(self._asked)

    def _show(self, tallies: dict[str, Tally]) -> None:
        if tallies != self._tallies:
            self._tallies = tallies
            self.changed.emit()

    def _asked(self) -> None:
        self._asking = False

    def _on_events(self, events: list[Event]) -> None:
        if any(event.kind in _TELLING for event in events):
            self._soon()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def count(ledger: Ledger, ids: list[str], now: Callable[[], datetime] = datetime.now) -> dict[str, Tally]:
    """The numbers of these integrations since midnight; held ones whenever they were taken."""
    midnight = now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0).isoformat()
    found = {}
    for id in ids:
        today = ledger.counts(id, midnight)
        ever = ledger.counts(id, "")
        last = ledger.activities(id, limit=1)
        found[id] = Tally(
            today=sum(today.values()),
            sent=today.get("done", 0),
            filtered=today.get("filtered", 0),
            held=ever.get("held", 0),
            last_message=last[0].at if last else "",
        )
    return found
