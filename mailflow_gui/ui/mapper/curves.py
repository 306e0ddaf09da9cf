"""The lines between the two lists of the data mapper: their geometry and their painting. GUI thread."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.painting import box

PORT = 5.5
_NEAR = 6.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a mapping from a source's port to a target's. `line` is the mapping's id."""

    line: int
    source: Hashable
    target: Hashable
    start: QPointF
    end: QPointF
    broken: bool = False

    def path(self) -> QPainterPath:
        """The cubic from port to port, level at both ends."""
        return cubic(self.start, self.end)

    def point(self, share: float) -> QPointF:
        """The point at a share (0 to 1) of the curve's parameter."""
        across, down = self.end.x() - self.start.x(), self.end.y() - self.start.y()
        return QPointF(self.start.x() + across * _across(share), self.start.y() + down * _down(share))

    def is_near(self, at: QPointF) -> bool:
        """Whether a point is close enough to mean this line."""
        width, down = self.end.x() - self.start.x(), self.end.y() - self.start.y()
        if width <= 0 or not self.start.x() <= at.x() <= self.end.x():
            return False
        share = _share_at((at.x() - self.start.x()) / width)
        away = at.y() - (self.start.y() + down * _down(share))
        steep = down * 6 * share * (1 - share) / (width * 1.5 * (1 - 2 * share + 2 * share * share))
        return bool(abs(away) <= _NEAR * (1 + steep * steep) ** 0.5)


def _across(share: float) -> float:
    """How far to the right a cubic is that is level at both ends, of its whole width."""
    return share * (1.5 - 1.5 * share + share * share)


def _down(share: float) -> float:
    """And how far down, of its whole height."""
    return share * share * (3 - 2 * share)


def _share_at(across: float) -> float:
    """The parameter at which the curve is so far to the right: it only ever goes right, so halving finds it."""
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if _across(middle) < across else (low, middle)
    return (low + high) / 2


def cubic(start: QPointF, end: QPointF) -> QPainterPath:
    """A cubic that is level at both ends."""
    bend = QPointF((end.x() - start.x()) / 2, 0)
    path = QPainterPath(start)
    path.cubicTo(start + bend, end - bend, end)
    return path


def paint_curve(painter: QPainter, curve: Curve, *, selected: bool, hovered: bool, faint: bool) -> None:
    """A line of 1.5 px, 2.5 px when it is selected or under the pointer; red and dashed when an end is gone."""
    role = "danger" if curve.broken else "accent" if selected else "control"
    pen = QPen(theme.color(role), 2.5 if selected or hovered else 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if curve.broken:
        pen.setDashPattern([4, 3])
    painter.setOpacity(0.4 if faint else 1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(curve.path())
    painter.setOpacity(1)


def paint_pull(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """The dashed line that is being drawn from a port to the pointer."""
    pen = QPen(theme.color("accent"), 2)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(cubic(start, end))


def paint_port(painter: QPainter, at: QPointF, fill: QColor | None, edge: QColor) -> None:
    """A filled dot, or a ring."""
    place = QRectF(at.x() - PORT, at.y() - PORT, 2 * PORT, 2 * PORT)
    box(painter, place, PORT, fill or theme.color("surface"), edge, 1.5)


def paint_words(painter: QPainter, middle: QPointF, text: str, room: float) -> None:
    """The transformations of the selected line, on a pill over its middle."""
    metrics = QFontMetrics(theme.font("label"))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(24, round(room) - 16))
    width, height = metrics.horizontalAdvance(shown) + 17, max(24, metrics.height() + 6)
    place = QRectF(round(middle.x() - width / 2), round(middle.y() - height / 2), width, height)
    box(painter, place, height / 2, theme.color("accent"))
    painter.setFont(theme.font("label"))
    painter.setPen(theme.color("onAccent"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
