"""A card around a chart: title, legend, and the same numbers as a table on request. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.charts import Chart, Series, swatch
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.painting import smooth


class ChartCard(Card):
    """Title at the left; legend (of more than one series) or note, and the switch between chart and table."""

    def __init__(self, title: str, chart: Chart, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.table = ChartTable(title)
        self.title = Label(title, "subheading")
        self.note = Label("", "caption", "text2")
        self.toggle = IconButton("log", tr("Show as Table"), size=16, side=28)
        self.toggle.setCheckable(True)
        self.setAccessibleName(title)
        holder = QWidget()
        holder.setMinimumHeight(height)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        if len(chart.series) > 1:
            for series in chart.series:
                head.addWidget(LegendEntry(series))
        head.addWidget(self.note)
        head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(holder, 1)
        self.toggle.toggled.connect(self._on_toggled)
        chart.table_requested.connect(self.toggle.click)

    def set_title(self, title: str) -> None:
        """Another title, for card, chart and table."""
        self.title.setText(title)
        for part in (self, self.chart, self.table):
            part.setAccessibleName(title)

    def set_note(self, text: str) -> None:
        """A short fact beside the title."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def refresh(self) -> None:
        """The chart got other numbers."""
        if self.toggle.isChecked():
            self.table.show_chart(self.chart)

    def _on_toggled(self, table: bool) -> None:
        self.toggle.set_name(tr("Show as Chart") if table else tr("Show as Table"))
        self.toggle.set_icon("metrics" if table else "log")
        shown: QWidget = self.table if table else self.chart
        if table:
            self.table.show_chart(self.chart)
        self._stack.setCurrentWidget(shown)
        if not self.toggle.hasFocus():
            shown.setFocus(Qt.FocusReason.OtherFocusReason)


class ChartTable(QTableWidget):
    """The numbers of a chart; Ctrl+C copies what is selected."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_chart(self, chart: Chart) -> None:
        """A row for each column of the chart, the newest on top; a column for each series."""
        self.setColumnCount(1 + len(chart.series))
        self.setRowCount(len(chart.columns))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, name in enumerate((tr("Time"), *(series.name for series in chart.series))):
            heading = QTableWidgetItem(name)
            heading.setTextAlignment(right if place else left)
            self.setHorizontalHeaderItem(place, heading)
        for row, column in enumerate(reversed(chart.columns)):
            cells = (column.name, *(value for _, value in chart.value_lines(column)))
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(right if place else left)
                self.setItem(row, place, item)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            lines = ["\t".join(self._text(row, place) for place in range(self.columnCount())) for row in rows]
            QApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)

    def _text(self, row: int, place: int) -> str:
        item = self.item(row, place)
        return item.text() if item is not None else ""


class LegendEntry(QWidget):
    """A series' color and name."""

    def __init__(self, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        row = QHBoxLayout(self)
        row.setContentsMargins(*sided(16, 0, 0, 0))
        row.addWidget(Label(series.name, "caption", "text2"))
        theme.current().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        swatch(painter, QPointF(0, self.height() / 2), theme.color(self._series.role))
        painter.end()
