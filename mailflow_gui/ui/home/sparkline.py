"""The bars of the last twelve hours in a tile. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.painting import box, smooth

_BAR, _GAP = 5, 3
_HEIGHT = 30


class Sparkline(QWidget):
    """One bar an hour, oldest first; the last one, the present hour, is in the full color."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the charts
        self._role = role
        self._values: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def set_values(self, values: tuple[int, ...]) -> None:
        """Show other numbers."""
        self._values = values
        most = max(values, default=0)
        self.setAccessibleName(tr("Last 12 hours"))
        now = values[-1] if values else 0
        self.setAccessibleDescription(tr("Most in an hour: {most}. This hour: {now}", most=most, now=now))
        self.setToolTip(tr("Last 12 hours, at most {most} in an hour", most=most))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(12 * (_BAR + _GAP), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        most = max(self._values, default=0)
        last = len(self._values) - 1
        for place, value in enumerate(self._values):
            height = 2.0 if not value else max(4.0, value / most * self.height())
            area = QRectF(place * (_BAR + _GAP), self.height() - height, _BAR, height)
            box(painter, area, 1.5 if value else 0, self._color(place == last))
        painter.end()

    def _color(self, full: bool) -> QColor:
        color = theme.color(self._role)
        if full:
            return color
        ground = theme.color("surface")
        share = 0.45
        return QColor.fromRgbF(
            ground.redF() + (color.redF() - ground.redF()) * share,
            ground.greenF() + (color.greenF() - ground.greenF()) * share,
            ground.blueF() + (color.blueF() - ground.blueF()) * share,
        )
