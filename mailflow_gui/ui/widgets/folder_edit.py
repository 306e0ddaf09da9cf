"""The input for a mailbox folder. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.inputs import LineEdit


class FolderEdit(QWidget):
    """A folder's name and Browse…"""

    changed = Signal()
    browse_clicked = Signal()

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.line = LineEdit(placeholder=placeholder)
        self.browse = Button(tr("Browse…"), icon="folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.browse.clicked.connect(self.browse_clicked)

    def value(self) -> str:
        """The name as typed."""
        return self.line.text().strip()

    def set_value(self, name: str) -> None:
        """Show a name."""
        self.line.setText(name)
