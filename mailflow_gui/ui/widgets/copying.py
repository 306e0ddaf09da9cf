"""Copying a text, and showing for a moment on the button that it was done. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from mailflow_gui.core.language import tr
from mailflow_gui.ui.widgets.buttons import Button, IconButton

#: How long the button shows a tick, in milliseconds.
SHOWN = 2000


def copies(button: Button | IconButton, text: Callable[[], str]) -> None:
    """Lets a button with the icon `copy` put this text on the clipboard when it is clicked."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(text())
        show_copied(button)

    button.clicked.connect(copy)


def show_copied(button: Button | IconButton) -> None:
    """A tick on the button in place of the icon `copy`; screen readers say so."""
    button.set_icon("check")
    QTimer.singleShot(SHOWN, button, lambda: button.set_icon("copy"))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(button, tr("Copied")))
