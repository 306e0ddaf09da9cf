"""What every chart shares: columns of values, grid, choosing one by pointer or keys, the value box. GUI thread."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.charts_axis import labelled, ticks
from mailflow_gui.ui.widgets.painting import KeyboardFocus, Pointer, box, smooth

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted, and the color role it is drawn in."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Column:
    """One place on the axis: its short label, its whole name, and a value for each series; None where there is none."""

    label: str
    name: str
    values: tuple[float | None, ...]


class Chart(KeyboardFocus, QLabel):
    """Columns from left to right. Left and Right choose one, Esc none; its values are shown, and told as description.

    `table_requested` when the person wants to read the numbers as a table.
    """

    table_requested = Signal()
    chosen_changed = Signal(int)
    whole = True

    def __init__(
        self, name: str, series: Sequence[Series], words: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time goes in every chart
        self.series = tuple(series)
        self.words = words
        self.columns: tuple[Column, ...] = ()
        self.chosen = -1
        self._by_keys = False
        self.setPixmap(QPixmap(1, 1))  # never shown: with it, screen readers are told of an image
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_columns(())
        theme.current().changed.connect(self.update)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Shows other numbers; a chosen column stays chosen when it is still there."""
        before = self.columns[self.chosen].name if self.chosen >= 0 else None
        self.columns = tuple(columns)
        self.chosen = next((number for number, one in enumerate(self.columns) if one.name == before), -1)
        self._describe()
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for column in self.columns for value in column.values)

    def choose(self, number: int) -> None:
        """Shows the values of a column; -1 hides them."""
        if number == self.chosen:
            return
        self.chosen = number
        self._describe()
        self.chosen_changed.emit(number)
        self.update()

    def value_lines(self, column: Column) -> list[tuple[Series, str]]:
        """What the value box says of a column."""
        pairs = zip(self.series, column.values, strict=True)
        return [(series, "–" if value is None else self.words(value)) for series, value in pairs]

    def sizeHint(self) -> QSize:
        return QSize(400, 168)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    # What the kinds of charts draw.

    @abstractmethod
    def top(self) -> float:
        """The largest value that has to find room."""

    @abstractmethod
    def paint_columns(self, painter: QPainter, plot: QRectF, height_of: Callable[[float], float]) -> None:
        """Draws the values; `height_of` gives the height of a value in pixels."""

    @abstractmethod
    def center_of(self, plot: QRectF, number: int) -> float:
        """Where a column stands from left to right."""

    def label_align(self, number: int) -> float:
        """How far a label lies left of its column's center, as a share of its width."""
        return 0.5

    # Painting.

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        metrics = QFontMetrics(theme.font("caption", tabular=True))
        painter.setFont(theme.font("caption", tabular=True))
        lines = self._ticks()
        plot = self._plot(metrics, lines)
        self._paint_grid(painter, metrics, plot, lines)
        self._paint_labels(painter, metrics, plot)
        if self.is_empty:
            painter.setPen(theme.color("text2"))
            painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, tr("No data yet"))
        else:
            if self.chosen >= 0:
                self._paint_mark(painter, plot)
            self.paint_columns(painter, plot, lambda value: value / lines[-1] * plot.height())
        if self.ring_visible:
            box(painter, QRectF(self.rect()), 6, None, theme.color("focus"), 2)
        if self.chosen >= 0 and not self.is_empty:
            self._paint_values(painter, plot)
        painter.end()

    def _ticks(self) -> tuple[float, ...]:
        return ticks(self.top(), whole=self.whole)

    def _plot(self, metrics: QFontMetrics, lines: Sequence[float]) -> QRectF:
        beside = max(metrics.horizontalAdvance(self._beside(line)) for line in lines) + 9
        half = metrics.height() / 2
        return QRectF(self.rect()).adjusted(beside + 4, half + 1, -1, -metrics.height() - 8)

    def _paint_grid(self, painter: QPainter, metrics: QFontMetrics, plot: QRectF, lines: Sequence[float]) -> None:
        for line in lines if not self.is_empty else lines[:1]:
            y = round(plot.bottom() - line / lines[-1] * plot.height())
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.color("chartGrid"))
            painter.setPen(theme.color("text2"))
            place = QRectF(0, y - metrics.height() / 2, plot.left() - 9, metrics.height())
            painter.drawText(place, _RIGHT, self._beside(line))

    def _beside(self, line: float) -> str:
        return self.words(line) if line else "0"

    def _paint_labels(self, painter: QPainter, metrics: QFontMetrics, plot: QRectF) -> None:
        widths = [metrics.horizontalAdvance(one.label) for one in self.columns]
        slot = plot.width() / max(1, len(self.columns))
        painter.setPen(theme.color("text2"))
        for number in self.labels_shown(widths, slot):
            width = widths[number]
            left = self.center_of(plot, number) - width * self.label_align(number)
            place = QRectF(left - 2, plot.bottom() + 6, width + 4, metrics.height())
            painter.drawText(place, _CENTER, self.columns[number].label)

    def labels_shown(self, widths: Sequence[float], slot: float) -> tuple[int, ...]:
        """Which labels have room."""
        return labelled(widths, slot)

    def _paint_mark(self, painter: QPainter, plot: QRectF) -> None:
        """What says which column the values are of."""
        x = round(self.center_of(plot, self.chosen))
        painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), theme.color("control"))

    def _paint_values(self, painter: QPainter, plot: QRectF) -> None:
        column = self.columns[self.chosen]
        title, body = theme.font("caption"), theme.font("body", tabular=True)
        small, large = QFontMetrics(title), QFontMetrics(body)
        lines = self.value_lines(column)
        names = max(large.horizontalAdvance(series.name) for series, _ in lines)
        values = max(large.horizontalAdvance(value) for _, value in lines)
        inner = max(small.horizontalAdvance(column.name), 18 + names + 16 + values)
        height = small.height() + 4 + len(lines) * (large.height() + 2)
        area = QRectF(0, plot.top(), inner + 24, height + 16)
        x = round(self.center_of(plot, self.chosen))
        area.moveTop(round(plot.top()))
        area.moveLeft(x + 12 if x + 12 + area.width() <= self.width() else x - 12 - area.width())
        area.moveLeft(max(0.0, area.left()))
        box(painter, area, 8, theme.color("raised"), theme.color("control"))
        painter.setFont(title)
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(area.left() + 12, area.top() + 8, inner, small.height()), _LEFT, column.name)
        painter.setFont(body)
        y = area.top() + 8 + small.height() + 4
        for series, value in lines:
            row = QRectF(area.left() + 12, y, inner, large.height() + 2)
            swatch(painter, QPointF(row.left(), row.center().y()), theme.color(series.role))
            painter.setPen(theme.color("text"))
            painter.drawText(row.adjusted(18, 0, 0, 0), _LEFT, series.name)
            painter.drawText(row, _RIGHT, value)
            y += row.height()

    # Choosing.

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._by_keys = False
        self.choose(self._at(event.position()))

    def leaveEvent(self, event: QEvent, /) -> None:
        if not self._by_keys:
            self.choose(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        Pointer.was_last = False
        last = len(self.columns) - 1
        goals = {
            Qt.Key.Key_Left: last if self.chosen < 0 else max(0, self.chosen - 1),
            Qt.Key.Key_Right: 0 if self.chosen < 0 else min(last, self.chosen + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in goals and last >= 0:
            self._by_keys = True
            self.choose(goals[key])
        elif key == Qt.Key.Key_Escape and self.chosen >= 0:
            self.choose(-1)
        elif key == Qt.Key.Key_Menu:
            self.table_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self.choose(-1)
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        self.table_requested.emit()

    def _at(self, place: QPointF) -> int:
        plot = self._plot(QFontMetrics(theme.font("caption", tabular=True)), self._ticks())
        if not self.columns or not plot.adjusted(-8, -8, 8, 24).contains(place):
            return -1
        return min(range(len(self.columns)), key=lambda number: abs(self.center_of(plot, number) - place.x()))

    def _describe(self) -> None:
        """What a screen reader says: the chosen column's values, else what there is."""
        if self.chosen >= 0:
            column = self.columns[self.chosen]
            said = ", ".join(f"{series.name} {value}" for series, value in self.value_lines(column))
            text = f"{column.name}: {said}"
        elif self.is_empty:
            text = tr("No data yet")
        else:
            text = tr("{count} values. Left and Right read them.", count=len(self.columns))
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))


def swatch(painter: QPainter, left: QPointF, color: QColor) -> None:
    """The small square of a legend, its left edge's middle at a point."""
    box(painter, QRectF(left.x(), left.y() - 5, 10, 10), 2, color)
