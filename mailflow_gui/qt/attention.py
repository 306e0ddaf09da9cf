"""Messages that need attention: asked from the ledger and decided there, on pool threads. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Task, Tasks

SHOWN = 500


class Attention(QObject):
    """`changed` follows whenever the list is another one."""

    changed = Signal()

    def __init__(self, ledger: Ledger, tallies: Tallies, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tallies = tallies
        self._tasks = tasks
        self.messages: list[Activity] = []
        self._asking = Asking(tasks, self._question, self._show, parent=self)
        tallies.changed.connect(self.ask)

    def ask(self) -> None:
        """Asks the ledger again."""
        self._asking.now()

    def _question(self) -> Callable[[], list[Activity]]:
        return lambda: self._ledger.activities(held=True, limit=SHOWN)

    def retry(self, *messages: Activity) -> Task:
        """Works on them again with current settings, at the next poll of their integration."""

        def act() -> None:
            for message in messages:
                self._ledger.retry(message.exchange)

        return self._decide(act)

    def skip(self, *messages: Activity) -> Task:
        """Takes them off the list; they stay in the activity as skipped."""

        def act() -> None:
            for message in messages:
                self._ledger.skip(message.exchange)

        return self._decide(act)

    def arrived(self, message: Activity) -> Task:
        """A message in doubt arrived: it counts as sent."""
        return self._decide(lambda: self._ledger.resolve_doubt(message.exchange, arrived=True))

    def send_again(self, message: Activity) -> Task:
        """A message in doubt did not arrive: it is sent once more."""
        return self._decide(lambda: self._ledger.resolve_doubt(message.exchange, arrived=False))

    def _decide(self, act: Callable[[], None]) -> Task:
        return self._tasks.run(act).done(lambda _: self._ask_all())

    def _ask_all(self) -> None:
        self.ask()
        self._tallies.ask()

    def _show(self, messages: list[Activity]) -> None:
        if messages != self.messages:
            self.messages = messages
            self.changed.emit()
