"""The switch “Start at sign-in” as the window sees it: read and moved on pool threads. GUI thread."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from mailflow_gui.qt.tasks import Task, Tasks


class SignIn(Protocol):
    """Where the switch is kept. Both raise StoreError."""

    @property
    def place(self) -> str: ...

    def look(self) -> bool: ...

    def switch(self, on: bool) -> None: ...


class Autostart(QObject):
    """`on` as last read; `changed` follows when it is another. `available` is false for the demo: it leaves nothing."""

    changed = Signal()

    def __init__(self, sign_in: SignIn, tasks: Tasks, parent: QObject | None = None, *, available: bool = True) -> None:
        super().__init__(parent)
        self._sign_in = sign_in
        self._tasks = tasks
        self.available = available
        self.on = False

    @property
    def place(self) -> str:
        """Where the system keeps it, for people."""
        return self._sign_in.place

    def look(self) -> Task:
        """Reads it; an entry that names a program that moved is brought up to date. May fail with StoreError."""
        return self._tasks.run(lambda: self.available and self._sign_in.look()).done(self._show)

    def switch(self, on: bool) -> Task:
        """Moves the switch; as soon as that is written it counts. May fail with StoreError."""
        return self._tasks.run(lambda: self._sign_in.switch(on)).done(lambda _: self._show(on))

    def _show(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self.changed.emit()
