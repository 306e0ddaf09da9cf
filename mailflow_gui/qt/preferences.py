"""The preferences as the window sees them: a change acts at once and is written in the background. GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.fields import Problem
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.qt.tasks import Task, Tasks


class Keeper(Protocol):
    """Where preferences are kept."""

    def load(self) -> tuple[Preferences, tuple[Problem, ...]]: ...

    def edit(self, change: Callable[[Preferences], Preferences]) -> Preferences: ...


class KeptPreferences(QObject):
    """`now` holds them; `changed` follows each change, on the GUI thread. `problems` is what the file had wrong."""

    changed = Signal()

    def __init__(self, keeper: Keeper, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._tasks = tasks
        self._lock = threading.Lock()
        self._wanted: dict[str, Any] = {}
        self.now = Preferences()
        self.problems: tuple[Problem, ...] = ()

    def load(self) -> None:
        """Reads them; at start, before the window is shown."""
        self.now, self.problems = self._keeper.load()
        self.changed.emit()

    def set(self, **values: Any) -> Task:
        """Changes some of them by their attribute names, at once.

        When they can't be written the task fails with StoreError, and they are as before.
        """
        before = {name: getattr(self.now, name) for name in values}
        self._wanted |= values
        self._show(values)

        def take_back(_: Exception) -> None:
            for name in before:
                self._wanted.pop(name, None)
            self._show(before)

        return self._tasks.run(self.write).failed(take_back)

    def write(self, **values: Any) -> Preferences:
        """Writes these values and all that wait to be written; any thread. Raises StoreError."""
        with self._lock:
            # Several changes may wait for their turn on different threads: whoever comes writes the newest of all.
            wanted = {**self._wanted, **values}
            return self._keeper.edit(lambda old: old.replace(**wanted))

    def _show(self, values: dict[str, Any]) -> None:
        changed = self.now.replace(**values)
        if changed != self.now:
            self.now = changed
            self.changed.emit()
