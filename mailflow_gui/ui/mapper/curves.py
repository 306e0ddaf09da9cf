"""The lines between the two lists of the data mapper: their geometry and their painting. GUI thread."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.painting import box

PORT = 5.5
_NEAR = 6.0
_SAMPLES = 24


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
        bend = (self.end.x() - self.start.x()) / 2
        one, two = QPointF(self.start.x() + bend, self.start.y()), QPointF(self.end.x() - bend, self.end.y())
        rest = 1 - share
        return (
            self.start * rest**3
            + one * (3 * rest * rest * share)
            + two * (3 * rest * share * share)
            + self.end * share**3
        )

    def is_near(self, at: QPointF) -> bool:
        """Whether a point is close enough to mean this line."""
        low, high = sorted((self.start.y(), self.end.y()))
        if not (low - _NEAR <= at.y() <= high + _NEAR and self.start.x() <= at.x() <= self.end.x()):
            return False
        points = [self.point(number / _SAMPLES) for number in range(_SAMPLES + 1)]
        return any(_distance(at, one, two) <= _NEAR for one, two in pairwise(points))


def cubic(start: QPointF, end: QPointF) -> QPainterPath:
    """A cubic that is level at both ends."""
    bend = QPointF((end.x() - start.x()) / 2, 0)
    path = QPainterPath(start)
    path.cubicTo(start + bend, end - bend, end)
    return path


def _distance(at: QPointF, one: QPointF, two: QPointF) -> float:
    along = two - one
    length = QPointF.dotProduct(along, along)
    share = max(0.0, min(1.0, QPointF.dotProduct(at - one, along) / length)) if length else 0.0
    away = at - (one + along * share)
    return float(QPointF.dotProduct(away, away) ** 0.5)


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
