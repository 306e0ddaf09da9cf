"""Keys that act while the focus is within a widget, or while the widget shows. GUI thread."""

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


def bind(widget: QWidget, keys: Sequence[tuple[str, Callable[[], object]]], *, while_shown: bool = False) -> None:
    """Lets keys (“Ctrl+S”) act within a widget: not as key presses, which scroll areas would take first.

    `while_shown`: in its whole window, as long as the widget shows.
    """
    within = Qt.ShortcutContext.WindowShortcut if while_shown else Qt.ShortcutContext.WidgetWithChildrenShortcut
    for combination, act in keys:
        shortcut = QShortcut(QKeySequence(combination), widget)
        shortcut.setContext(within)
        shortcut.activated.connect(act)
