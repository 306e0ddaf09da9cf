"""Validate for the window: one run at a time on a pool thread, its checks told on the GUI thread as they come."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from mailflow_gui.core.connector import Check, CheckState, Connector
from mailflow_gui.core.errors import Cancelled, MailflowError
from mailflow_gui.core.settings import Settings
from mailflow_gui.engine.verify import verify
from mailflow_gui.qt.tasks import Tasks


def succeeded(checks: tuple[Check, ...]) -> bool:
    """Whether every check ended well; a warning (not encrypted) is no failure."""
    return bool(checks) and all(one.state in (CheckState.OK, CheckState.WARNING) for one in checks)


def failure_of(checks: tuple[Check, ...]) -> MailflowError | None:
    """The error of the check that failed, if one did."""
    return next((one.error for one in checks if isinstance(one.error, MailflowError)), None)


class Validation(QObject):
    """`changed` carries the checks (a tuple of Check) after every change, `finished` whether all went well.

    A new start, `cancel` and `forget` end the run before; what that one still tells is not heard any more, except that
    after `cancel` its end is told.
    """

    changed = Signal(object)
    finished = Signal(bool)
    _reported = Signal(int, object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._cancel = threading.Event()
        self._number = 0
        self._running = False
        self.checks: tuple[Check, ...] = ()
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._running

    def start(self, connector: Connector, settings: Settings, *, trusted_before: bool = False) -> None:
        """Runs the checks. `trusted_before`: see `engine.verify.verify`."""
        self.forget()
        self._cancel = threading.Event()
        self._running = True
        number = self._number
        work = partial(
            verify,
            connector,
            settings,
            report=partial(self._reported.emit, number),
            cancel=self._cancel,
            trusted_before=trusted_before,
        )
        self._tasks.run(work).done(partial(self._end, number)).failed(partial(self._break_off, number))

    def cancel(self) -> None:
        """Ends the run; its checks are told as not tried."""
        self._cancel.set()

    def forget(self) -> None:
        """Ends the run and tells nothing more of it."""
        self._cancel.set()
        self._number += 1
        self._running = False
        self.checks = ()

    @Slot(int, object)
    def _on_reported(self, number: int, checks: tuple[Check, ...]) -> None:
        if number == self._number and self._running:
            self._show(checks)

    def _end(self, number: int, checks: tuple[Check, ...]) -> None:
        if number == self._number:
            self._running = False
            self._show(checks)
            self.finished.emit(succeeded(checks))

    def _break_off(self, number: int, error: Exception) -> None:
        """The run itself failed, which it never should: shown at the check that was under way."""
        state = CheckState.NOT_TRIED if isinstance(error, Cancelled) else CheckState.FAILED
        left = [one for one in self.checks if one.state in (CheckState.WAITING, CheckState.RUNNING)]
        first = left[0].id if left else ""
        checks = tuple(Check(c.id, c.title, state, error=error) if c.id == first else c for c in self.checks)
        self._end(number, checks)

    def _show(self, checks: tuple[Check, ...]) -> None:
        self.checks = checks
        self.changed.emit(checks)
