"""Background work in one idiom: `tasks.run(work).done(show).failed(tell)`; answers arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from mailflow_gui.core.errors import MailflowError


class Task(QObject):
    """One piece of work under way. Callbacks run on the GUI thread; after `forget` none does."""

    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._done: list[Callable[[Any], None]] = []
        self._failed: list[Callable[[Exception], None]] = []
        self._always: list[Callable[[], None]] = []
        self._forgotten = False
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def done(self, callback: Callable[[Any], None]) -> Task:
        """Called with the result."""
        self._done.append(callback)
        return self

    def failed(self, callback: Callable[[Exception], None]) -> Task:
        """Called with the error; one that is no MailflowError arrives wrapped in one."""
        self._failed.append(callback)
        return self

    def always(self, callback: Callable[[], None]) -> Task:
        """Called at the end, whatever the outcome."""
        self._always.append(callback)
        return self

    def forget(self) -> None:
        """The answer is no longer wanted (its page is gone, a newer question was asked)."""
        self._forgotten = True

    def work(self) -> None:
        """Runs on a pool thread."""
        try:
            result = self._work()
        except Exception as error:
            self._ended.emit(None, _worded(error))
        else:
            self._ended.emit(result, None)

    @Slot(object, object)
    def _answer(self, result: Any, error: Exception | None) -> None:
        if not self._forgotten:
            for callback in self._failed if error else self._done:
                callback(error if error else result)
            for always in self._always:
                always()
        self.deleteLater()


class Tasks(QObject):
    """The small pool for Validate, folder lists, the keyring and files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(6)

    def run(self, work: Callable[[], Any]) -> Task:
        """Starts `work` on a pool thread."""
        task = Task(work, self)
        self._pool.start(_Runnable(task))
        return task

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Waits for all work to end, on quit."""
        return self._pool.waitForDone(milliseconds)


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.work()


def _worded(error: Exception) -> Exception:
    if isinstance(error, MailflowError):
        return error
    details = f"{type(error).__name__}: {error}"
    return MailflowError("Something unexpected happened", "Copy the details for your administrator.", details=details)
