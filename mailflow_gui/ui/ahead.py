"""Loads the code of pages before they are asked for, module by module between the window's other work. GUI thread.

Not on a pool thread: a module of pages makes classes of Qt, and two threads that make the same one can crash Qt.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

#: Packages below this one, in an order in which a module finds most of what it imports loaded.
PACKAGES = (
    "widgets", "home", "forms", "messages", "connections", "log", "search", "attention", "integrations",
    "integrations.create", "integrations.detail", "mapper", "editor.panels", "editor", "settings",
)  # fmt: skip
#: Milliseconds between two modules.
PAUSE = 5


class Ahead(QObject):
    """`finished` follows when everything is loaded. A page that is asked for earlier loads what it needs itself."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = upcoming()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._load_one)

    def begin(self) -> None:
        """From now on."""
        self._timer.start()

    def _load_one(self) -> None:
        name = next(self._names, "")
        if name:
            import_module(name)
            return
        self._timer.stop()
        self.finished.emit()


def upcoming() -> Iterator[str]:
    """The modules that are not loaded when their turn comes."""
    for package in PACKAGES:
        made = import_module(f"{__package__}.{package}")
        for module in pkgutil.iter_modules(made.__path__, f"{made.__name__}."):
            if module.name not in sys.modules:
                yield module.name
