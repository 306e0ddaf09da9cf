"""The QApplication: the end of the session is never held up by a window that stays. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from mailflow_gui.core import language


class Application(QApplication):
    """When the system asks to quit (log-out, shutdown, the Dock of macOS), the event loop ends at once.

    Qt would ask every window to close first, and take one that minimizes itself instead for a refusal.
    The window reads from right to left where its language does.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.setLayoutDirection(QLocale(language.current().code).textDirection())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit:
            self.exit(0)
            return True
        return super().event(event)
