"""A small picture that belongs to words beside it; follows the theme. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.painting import smooth


class Sign(QWidget):
    """An icon in the color of a role. It says nothing that the words beside it do not say."""

    def __init__(self, icon: str, role: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self.setFixedSize(size, size)

    def set_icon(self, icon: str, role: str) -> None:
        """Another picture."""
        self._icon, self._role = icon, role
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        icons.paint(painter, QRectF(self.rect()), self._icon, theme.color(self._role))
        painter.end()
