"""Keys that act while the focus is within a widget. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

#: The keys of a page's main action: Enter of the letters and of the number block.
MAIN = ("Ctrl+Return", "Ctrl+Enter")


def native(keys: str) -> str:
    """A combination as this system and the language write it: “Ctrl+S”, “Strg+S”, “⌘S”."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def bind(widget: QWidget, keys: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Lets keys (“Ctrl+S”) act within a widget: not as key presses, which scroll areas would take first."""
    for combination, act in keys:
        shortcut = QShortcut(QKeySequence(combination), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
