"""The bar above the editor: name, state, undo and redo, and what can be done with the whole. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.pill import StatusPill

#: Below this width the words about saving are left out.
WIDE = 900
#: So much of the name is always there.
_NAME = 96


class EditorHeader(QFrame):
    """Buttons and words; what they do, the page says."""

    back_clicked = Signal()
    rename_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", tr("Back"), size=20)
        self.name = ElidedLabel("", "title")
        self.rename = IconButton("edit", tr("Rename"), size=18)
        self.pill = StatusPill()
        self.state = ElidedLabel("", "body", "text2")
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # gives way first
        self.undo = IconButton("undo", tr("Undo"), size=18)
        self.redo = IconButton("redo", tr("Redo"), size=18)
        self.test = Button(tr("Test Run"), icon="play")
        self.save = Button(tr("Save"))
        self.publish = Button(tr("Save and Start"), kind="primary")
        self.back.clicked.connect(self.back_clicked)
        self.rename.clicked.connect(self.rename_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 24, 11)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.name)
        row.addWidget(self.rename)
        row.addWidget(self.pill)
        row.addWidget(self.state, 1)
        for widget in (self.undo, self.redo, self.test, self.save, self.publish):
            row.addWidget(widget)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(64)
        theme.current().changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """The integration's name; “New integration” until it has one."""
        self.name.setText(name or tr("New integration"))
        self.setAccessibleName(name or tr("New integration"))
        self._fit()

    def show_testing(self, testing: bool) -> None:
        """During a test run its button ends it."""
        self.test.setText(tr("End Test") if testing else tr("Test Run"))
        self.test.set_icon("close" if testing else "play")

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
        painter.end()

    def _fit(self) -> None:
        wide = self.width() >= WIDE
        self.redo.setVisible(wide or self.redo.isEnabled())
        wanted = self.name.fontMetrics().horizontalAdvance(self.name.text()) + 12
        self.name.setMaximumWidth(wanted)
        self.name.setMinimumWidth(min(wanted, _NAME))
