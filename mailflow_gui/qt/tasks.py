"""Background work in one idiom: `tasks.run(work).done(show).failed(tell)`; answers arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import tr


class Task:
    """One piece of work under way. Callbacks run on the GUI thread, once; after `forget` none does.

    No QObject: a worker that is still emitting must not hold something the GUI thread deletes.
    """

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work: Callable[[], Any] | None = work
        self._done: list[Callable[[Any], object]] = []
        self._failed: list[Callable[[Exception], object]] = []
        self._always: list[Callable[[], object]] = []
        self._result: Any = None
        self._error: Exception | None = None

    def done(self, callback: Callable[[Any], object]) -> Task:
        """Called with the result."""
        self._done.append(callback)
        return self

    def failed(self, callback: Callable[[Exception], object]) -> Task:
        """Called with the error; one that is no MailflowError arrives wrapped in one."""
        self._failed.append(callback)
        return self

    def always(self, callback: Callable[[], object]) -> Task:
        """Called at the end, whatever the outcome, even when another callback fails."""
        self._always.append(callback)
        return self

    def forget(self) -> None:
        """The answer is no longer wanted (its page is gone, a newer question was asked)."""
        self._done, self._failed, self._always = [], [], []

    def work(self) -> None:
        """Runs on a pool thread."""
        try:
            if self._work is not None:
                self._result = self._work()
        except Exception as error:
            self._error = _worded(error)

    def answer(self) -> None:
        """Tells the outcome; on the GUI thread, where everything the callbacks hold is let go, too."""
        done, failed, always = self._done, self._failed, self._always
        result, error = self._result, self._error
        self.forget()
        self._work, self._result = None, None
        try:
            if error is None:
                for callback in filter(_alive, done):
                    callback(result)
            else:
                for tell in filter(_alive, failed):
                    tell(error)
        finally:
            for end in filter(_alive, always):
                end()


class Tasks(QObject):
    """The small pool for Validate, folder lists, the keyring and files."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way: set[Task] = set()
        self._held: list[_Runnable] | None = None
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(6)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any]) -> Task:
        """Starts `work` on a pool thread."""
        task = Task(work)
        self._under_way.add(task)
        runnable = _Runnable(task, self._ended.emit)
        if self._closed:
            return task
        if self._held is None:
            self._pool.start(runnable)
        else:
            self._held.append(runnable)
        return task

    def hold(self) -> None:
        """From now on work waits for `release`: while the window is drawn for the first time."""
        self._held = []

    def release(self) -> None:
        """Starts what waited."""
        held, self._held = self._held or [], None
        for one in held:
            self._pool.start(one)

    def close(self) -> None:
        """Waits for all work to end. No answer that is still on its way arrives, and no new work is done."""
        self._closed = True
        self.wait()
        for task in self._under_way:
            task.forget()

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Waits for all work to end, on quit. Answers that did not arrive by then do not arrive."""
        self.release()
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _on_ended(self, task: Task) -> None:
        self._under_way.discard(task)
        task.answer()


class _Runnable(QRunnable):
    def __init__(self, task: Task, end: Callable[[Task], None]) -> None:
        super().__init__()
        self._task = task
        self._end = end

    def run(self) -> None:
        self._task.work()
        self._end(self._task)


def _alive(callback: Callable[..., object]) -> bool:
    """False for a method of a QObject that was deleted meanwhile."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _worded(error: Exception) -> Exception:
    if isinstance(error, MailflowError):
        return error
    details = f"{type(error).__name__}: {error}"
    return MailflowError(
        tr("Something unexpected happened"), tr("Copy the details for your administrator."), details=details
    )
