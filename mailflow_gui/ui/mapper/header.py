"""The editor's bar above the data mapper: back, title, what is missing, and the actions. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.pill import StatusPill

_HEIGHT = 64


class MapperHeader(QFrame):
    """Map Same Names, Cancel and Done at the right; `pill` says what is missing."""

    back_clicked = Signal()

    def __init__(self, subtitle: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Data Mapper"))
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = IconButton("chevron-left", tr("Back"), size=20)
        self.pill = StatusPill("warning", "")
        self.same_names = Button(tr("Map Same Names"), icon="link")
        self.cancel, self.done = Button(tr("Cancel")), Button(tr("Done"), kind="primary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(tr("Data Mapper"), "heading"))
        words.addWidget(ElidedLabel(subtitle, "caption", "text2"))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 24, 9)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        for part in (self.pill, self.same_names, self.cancel, self.done):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.back.clicked.connect(self.back_clicked)
        theme.current().changed.connect(self.update)

    def show_missing(self, text: str) -> None:
        """Says what is missing; "" says nothing."""
        self.pill.set_status("warning", text)
        self.pill.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
        painter.end()
