"""What widgets paint themselves, from right to left: places change sides, texts and pictures stay. GUI thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QStyle, QWidget


def painter_on(widget: QWidget) -> QPainter:
    """A painter that is given places as for left-to-right, on a widget of either direction."""
    mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    painter = MirroredPainter(widget) if mirrored else QPainter(widget)
    painter.setLayoutDirection(widget.layoutDirection())  # it would follow the application, not the widget
    return painter


def sided(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """Margins of a layout beside which something is painted; Qt does not change their sides."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return right, top, left, bottom
    return left, top, right, bottom


def at_side(widget: QWidget, area: QRect) -> QRect:
    """Where a child goes in a widget that has no layout."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), area)


def placed(painter: QPainter, area: QRect) -> QRect:
    """Where an area is, for what draws past the painter's own methods."""
    return painter.flipped(QRectF(area)).toRect() if isinstance(painter, MirroredPainter) else area


class MirroredPainter(QPainter):
    """Draws at the other side of its widget. QPainter itself takes “left” for “right” where it aligns a text."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._width = float(widget.width())
        self._mirror = QTransform(-1, 0, 0, 1, self._width, 0)

    def flipped(self, area: QRectF | QRect) -> QRectF:
        """The same area, counted from the other side."""
        given = QRectF(area)
        return QRectF(self._width - given.left() - given.width(), given.top(), given.width(), given.height())

    def drawText(self, area: Any, *rest: Any) -> Any:
        return super().drawText(self.flipped(area), *rest)

    def drawPixmap(self, area: Any, *rest: Any) -> None:
        super().drawPixmap(self.flipped(area), *rest)

    def drawRoundedRect(self, area: Any, *rest: Any) -> None:
        super().drawRoundedRect(self.flipped(area), *rest)

    def drawEllipse(self, *area: Any) -> None:
        super().drawEllipse(self.flipped(*area))

    def drawArc(self, area: Any, *rest: Any) -> None:
        super().drawArc(self.flipped(area), *rest)

    def fillRect(self, *given: Any) -> None:
        """An area, or its four numbers, and a color."""
        *area, color = given
        super().fillRect(self.flipped(area[0] if len(area) == 1 else QRect(*area)), color)

    def setClipRect(self, area: Any, *rest: Any) -> None:
        super().setClipRect(self.flipped(area), *rest)

    def drawLine(self, *ends: Any) -> None:
        super().drawLine(*(self._mirror.map(one) for one in ends))

    def drawPath(self, path: QPainterPath) -> None:
        super().drawPath(self._mirror.map(path))

    def fillPath(self, path: QPainterPath, brush: Any) -> None:
        super().fillPath(self._mirror.map(path), brush)
