"""The charts: stacked bars, a line with a tinted ground, and the bar of a share. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.charts import Chart
from mailflow_gui.ui.widgets.charts_axis import labelled
from mailflow_gui.ui.widgets.painting import box, smooth

#: A bar's share of its place, and how wide it gets at most.
_SHARE, _WIDEST = 0.52, 40.0
_LEAST = 2.0


class StackedBars(Chart):
    """A bar for each column, the series on top of each other, the first one lowest."""

    def top(self) -> float:
        """The highest bar."""
        return max((sum(value or 0 for value in column.values) for column in self.columns), default=0)

    def center_of(self, plot: QRectF, number: int) -> float:
        """The middle of the bar's place."""
        return plot.left() + plot.width() * (number + 0.5) / len(self.columns)

    def paint_columns(self, painter: QPainter, plot: QRectF, height_of: Callable[[float], float]) -> None:
        """Draws the bars; what is not 0 is at least two pixels high, parts are a pixel apart."""
        width = round(min(_WIDEST, plot.width() / len(self.columns) * _SHARE))
        for number, column in enumerate(self.columns):
            left = round(self.center_of(plot, number) - width / 2)
            bottom = plot.bottom()
            for series, value in zip(self.series, column.values, strict=True):
                if not value:
                    continue
                height = max(_LEAST, height_of(value))
                area = QRectF(left, bottom - height, width, height - (0 if bottom == plot.bottom() else 1))
                box(painter, area, min(1.5, height / 2), theme.color(series.role))
                bottom -= height


class LineChart(Chart):
    """One series as a line from edge to edge, its ground tinted; where there is no value the line has a gap."""

    whole = False

    def top(self) -> float:
        """The highest value."""
        return max((column.values[0] or 0 for column in self.columns), default=0)

    def center_of(self, plot: QRectF, number: int) -> float:
        """From the left edge to the right one."""
        return plot.left() + 5 + (plot.width() - 10) * number / max(1, len(self.columns) - 1)

    def label_align(self, number: int) -> float:
        """The last label ends at its point, so that it is not cut off."""
        return 1.0 if number == len(self.columns) - 1 else 0.5

    def labels_shown(self, widths: Sequence[float], slot: float) -> tuple[int, ...]:
        """The last label always has room."""
        return labelled(widths, slot, last=True)

    def paint_columns(self, painter: QPainter, plot: QRectF, height_of: Callable[[float], float]) -> None:
        """Draws the line with its ground, single values as dots, and the last value as a dot."""
        color = theme.color(self.series[0].role)
        runs = self._runs(plot, height_of)
        ground = theme.color(self.series[0].role)
        ground.setAlphaF(0.1)
        for points in runs:
            path = QPainterPath(QPointF(points[0].x(), plot.bottom()))
            for point in points:
                path.lineTo(point)
            path.lineTo(points[-1].x(), plot.bottom())
            painter.fillPath(path, ground)
            painter.setPen(QPen(color, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(points)
        dots = {points[0].x(): points[0] for points in runs if len(points) == 1}
        last = runs[-1][-1]
        for point in {**dots, last.x(): last}.values():
            box(painter, QRectF(point.x() - 4, point.y() - 4, 8, 8), 4, color)

    def _runs(self, plot: QRectF, height_of: Callable[[float], float]) -> list[list[QPointF]]:
        """The values without gaps between them, as points."""
        runs: list[list[QPointF]] = [[]]
        for number, column in enumerate(self.columns):
            value = column.values[0]
            if value is not None:
                runs[-1].append(QPointF(self.center_of(plot, number), plot.bottom() - height_of(value)))
            elif runs[-1]:
                runs.append([])
        return [points for points in runs if points]


class ShareBar(QWidget):
    """A horizontal bar that is filled to a share; the row beside it says the number."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._share = role, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Fills it, from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, 8)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        box(painter, area, 4, theme.color("sunken"))
        if self._share > 0:
            area.setWidth(max(8.0, area.width() * self._share))
            box(painter, area, 4, theme.color(self._role))
        painter.end()
