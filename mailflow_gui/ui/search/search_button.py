"""The button in the sidebar that opens the quick search. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.mirrored import at_side
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth
from mailflow_gui.ui.widgets.pill import Chip

WIDTH = 191


class SearchButton(KeyboardFocus, QAbstractButton):
    """Looks like a search field and opens the quick search; on the rail only the icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(tr("Search"))
        self.setAccessibleName(tr("Search"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self._keys = Chip(keys.replace("+", " "), "key", self)
        self._rail = False
        self.setToolTip(tr("Search ({keys})", keys=keys))
        theme.current().changed.connect(self.update)

    def set_rail(self, rail: bool) -> None:
        """Only the icon, or as wide as the places below."""
        self._rail = rail
        self._keys.setVisible(not rail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = max(theme.current().control_height(), self.fontMetrics().height() + 12)
        return QSize(40, 40) if self._rail else QSize(WIDTH, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        size = self._keys.sizeHint()
        corner = QPoint(self.width() - 9 - size.width(), (self.height() - size.height()) // 2)
        self._keys.setGeometry(at_side(self, QRect(corner, size)))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        if self._rail:
            ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "sidebar"
            box(painter, area, 6, theme.color(ground), theme.color("focus") if self.ring_visible else None, 2)
            icons.paint(painter, area.adjusted(10, 10, -10, -10), "search", theme.color("text2"))
        else:
            edge, width = ("focus", 2) if self.ring_visible else ("control" if self.underMouse() else "border", 1)
            box(painter, area, 6, theme.color("pressed" if self.isDown() else "surface"), theme.color(edge), width)
            icons.paint(painter, QRectF(10, (self.height() - 16) / 2, 16, 16), "search", theme.color("text2"))
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text3"))
            painter.drawText(area.adjusted(33, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
