"""How long the past is kept, for the settings: asked from the ledger and changed there, on pool threads. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.retention import Keep, Retained, Sizes
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.tasks import Task, Tasks


class Retention(QObject):
    """`changed` follows when `keep` or `sizes` are other ones; both are None until the first answer of `ask`.

    `cleared` follows when history was removed: whoever shows some asks again.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(
        self,
        ledger: Retained,
        tasks: Tasks,
        parent: QObject | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tasks = tasks
        self._now = now
        self._stopped = False
        self.keep: Keep | None = None
        self.sizes: Sizes | None = None
        self._asking = Asking(tasks, lambda: self._look, self._show, parent=self)

    def ask(self) -> None:
        """Asks what is chosen and what it takes now."""
        self._asking.now()

    def set_keep(self, keep: Keep) -> Task:
        """Chooses. What is too old or too much now is removed at once; the task's result is how many slices that took.

        Fails with StoreError; then nothing was chosen.
        """

        def act() -> int:
            self._ledger.set_keep(keep)
            slices = 0
            while not self._stopped and self._ledger.prune(self._now()):
                slices += 1
            return slices

        return self._tasks.run(act).done(self._on_removed)

    def clear_now(self) -> Task:
        """Removes the history of messages that are done with, the last day excepted; the task's result is how many.

        Fails with StoreError.
        """

        def act() -> int:
            count = 0
            while not self._stopped and (some := self._ledger.clear(self._now())):
                count += some
            return count

        return self._tasks.run(act).done(self._on_removed)

    def close(self) -> None:
        """On quit: ends after the slice in hand."""
        self._stopped = True

    def _look(self) -> tuple[Keep, Sizes]:
        return self._ledger.keep(), self._ledger.sizes(self._now())

    def _show(self, answer: tuple[Keep, Sizes]) -> None:
        if answer != (self.keep, self.sizes):
            self.keep, self.sizes = answer
            self.changed.emit()

    def _on_removed(self, removed: int) -> None:
        self.ask()
        if removed:
            self.cleared.emit()
