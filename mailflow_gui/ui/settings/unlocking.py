"""Asks for the master password when the program starts with a password file, and starts what waited for it.

GUI thread.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.fields import SecretText
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.passwords import Passwords
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import MasterPasswordSheet


class Unlocking:
    """Asks at once, and again after a wrong answer; Cancel leaves it to Settings."""

    def __init__(self, passwords: Passwords, control: Control, window: QWidget) -> None:
        self._passwords, self._control, self._window = passwords, control, window
        self.sheet: MasterPasswordSheet | None = None
        passwords.changed.connect(self._go_on)
        QTimer.singleShot(0, window, self.ask)

    def ask(self, problem: str = "") -> None:
        """Opens the sheet; `problem` says what was wrong with the last answer."""
        self.sheet = MasterPasswordSheet(True, self._try, self._window)
        if problem:
            self.sheet.first_row.set_problem(problem)
        self.sheet.open()

    def _try(self, master: SecretText) -> None:
        self._passwords.unlock(master).failed(if_alive(self._window, lambda error: self.ask(str(error))))

    def _go_on(self) -> None:
        if not self._passwords.locked:
            self._control.retry_locked()
