"""One line of the quick search. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.search.index import Find
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import box, smooth
from mailflow_gui.ui.widgets.pill import Chip
from mailflow_gui.ui.widgets.tile import Tile


class FindRow(QAbstractButton):
    """Tile, title, caption. The search field keeps the focus; the current row is the one Enter opens."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = find
        self.current = False
        self.setText(find.title)
        self.setAccessibleName(f"{find.title}, {find.caption}" if find.caption else find.title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(max(44, theme.current().line_height("label") + 16))
        self._tile = Tile(find.icon, find.tone or "outlined", 32)
        self._enter = Chip(tr("Enter"), "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 6, 11, 6)
        row.setSpacing(8)
        row.addWidget(self._tile)
        row.addSpacing(4)
        row.addWidget(ElidedLabel(find.title, "label"))
        row.addWidget(ElidedLabel(find.caption, "caption", "text3"))
        row.addStretch(1)
        row.addWidget(self._enter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_current(False)

    def set_current(self, current: bool) -> None:
        """Whether Enter opens this one."""
        self.current = current
        self._enter.setVisible(current)
        self._tile.set_raised(current and bool(self.found.tone))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        if self.current or self.underMouse():
            role = "selected" if self.current else "rowHover"
            box(painter, QRectF(self.rect()), 6, theme.color(role))
        painter.end()
