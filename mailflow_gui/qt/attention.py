"""Messages that need attention: asked from the ledger and decided there, on pool threads. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.exchange import Redirect
from mailflow_gui.core.history import Records
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Task, Tasks

SHOWN = 500
#: Milliseconds between two looks at what is being tried again.
LOOK = 1000

_Answer = tuple[list[Activity], list[Activity]]


class Attention(QObject):
    """`messages` are those that wait, and those that are being tried again (`retried`), newest first.

    `changed` follows whenever the list is another one; `finished` carries a message that was tried again, as it is now.
    """

    changed = Signal()
    finished = Signal(object)

    def __init__(
        self,
        ledger: Records,
        tallies: Tallies,
        tasks: Tasks,
        parent: QObject | None = None,
        runs: Callable[[str], bool] = lambda id: False,
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tallies = tallies
        self._tasks = tasks
        self._runs = runs
        self.messages: list[Activity] = []
        self.retried: set[str] = set()
        self._asking = Asking(tasks, self._question, self._show, parent=self)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.ask)
        tallies.changed.connect(self.ask)

    @property
    def waiting(self) -> list[Activity]:
        """The messages that wait for the person; not those that are being tried again."""
        return [one for one in self.messages if one.exchange not in self.retried]

    def ask(self) -> None:
        """Asks the ledger again."""
        self._asking.now()

    def is_running(self, message: Activity) -> bool:
        """Whether its integration runs, so that a retry begins soon."""
        return self._runs(message.integration)

    def recipients(self, message: Activity) -> Task:
        """What became of everybody to whom it was to go (list of Recipient)."""
        return self._tasks.run(lambda: self._ledger.recipients(message.exchange))

    def retry(self, *messages: Activity, instead: Sequence[Redirect] = ()) -> Task:
        """Works on them again with current settings, at the next poll of their integration."""

        def act() -> None:
            for message in messages:
                self._ledger.retry(message.exchange, instead)

        self.retried.update(one.exchange for one in messages if self.is_running(one))
        return self._decide(act)

    def skip(self, *messages: Activity) -> Task:
        """Takes them off the list; they stay in the activity as skipped."""

        def act() -> None:
            for message in messages:
                self._ledger.skip(message.exchange)

        return self._decide(act)

    def unskip(self, *messages: Activity) -> Task:
        """Takes a skip back: they wait again."""

        def act() -> None:
            for message in messages:
                self._ledger.unskip(message.exchange)

        return self._decide(act)

    def approve(self, *messages: Activity) -> Task:
        """What they have composed is sent exactly as it is, at the next poll of their integration."""

        def act() -> None:
            for message in messages:
                self._ledger.approve(message.exchange)

        self.retried.update(one.exchange for one in messages if self.is_running(one))
        return self._decide(act)

    def go_on(self, message: Activity) -> Task:
        """Its integration sends again, and counts anew for its limits."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        return self._decide(lambda: self._ledger.go_on(message.integration, now))

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

    def _question(self) -> Callable[[], _Answer]:
        retried = tuple(self.retried)

        def look() -> _Answer:
            again = self._ledger.some(retried) if retried else []
            return self._ledger.activities(held=True, limit=SHOWN), again

        return look

    def _show(self, answer: _Answer) -> None:
        held, again = answer
        under_way = [one for one in again if one.status == "in-progress"]
        ended = [one for one in again if one.status != "in-progress" and one.exchange in self.retried]
        self.retried -= {one.exchange for one in ended}
        self._look.start() if self.retried else self._look.stop()
        messages = sorted([*held, *under_way], key=lambda one: one.at, reverse=True) if under_way else held
        if messages != self.messages:
            self.messages = messages
            self.changed.emit()
        for one in ended:
            self.finished.emit(one)
