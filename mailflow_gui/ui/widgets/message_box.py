"""A question or a notice over the window. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from mailflow_gui.ui import theme

#: Wide enough for a sentence a line; Qt alone makes it as narrow as its title.
_WIDTH = 400


class MessageBox(QMessageBox):
    """Plain words with buttons below; `open` returns at once. It is gone once it is closed."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(title if parent is not None else "Mailflow")
        self.setText(title)
        self.setInformativeText(text)
        label = self.findChild(QLabel, "qt_msgbox_label")
        if isinstance(label, QLabel):
            label.setMinimumWidth(min(theme.px(_WIDTH), self.screen().availableGeometry().width() * 3 // 5))

    def set_safe(self, button: QPushButton) -> None:
        """The answer of Enter and Escape."""
        self.setDefaultButton(button)
        self.setEscapeButton(button)
