"""The four numbers of today. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import number, tr
from mailflow_gui.qt.today import Day, Series
from mailflow_gui.ui import theme, times
from mailflow_gui.ui.home.sparkline import Sparkline
from mailflow_gui.ui.widgets.card import ClickableCard
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label

_TWO_BY_TWO = 760


class NumberTile(ClickableCard):
    """Title, number, bars, and one line below."""

    def __init__(self, title: str, role: str) -> None:
        super().__init__(title)
        self._title = title
        self.number = Label("–", "display")
        self.line = Sparkline(role)
        self.note = ElidedLabel("", "caption", "text3")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(0)
        column.addWidget(Label(title, "body", "text2"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addStretch(1)
        row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(self.note)

    def show_series(self, series: Series, note: str) -> None:
        """Show another number with its hours."""
        text = number(series.today)
        self.number.setText(text)
        self.line.set_values(series.hours)
        self.note.setText(note)
        self.setAccessibleDescription(f"{text}, {note}")


class NumberTiles(QWidget):
    """Received, sent, filtered out, failed; two by two when there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.received = NumberTile(tr("Received today"), "chartSent")
        self.sent = NumberTile(tr("Sent"), "chartSent")
        self.filtered = NumberTile(tr("Filtered out"), "chartFiltered")
        self.failed = NumberTile(tr("Failed"), "chartFailed")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._columns = 0
        self._place(4)

    def show_day(self, day: Day) -> None:
        """Show today's numbers."""
        more = day.received.today - day.received_yesterday
        self.received.show_series(day.received, _compared(more, day.received_yesterday))
        last = tr("last one {time}", time=times.ago(day.last_sent)) if day.last_sent else tr("none yet")
        self.sent.show_series(day.sent, last)
        self.filtered.show_series(day.filtered, tr("stopped by a filter step"))
        self.failed.show_series(day.failed, tr("kept until you decide") if day.failed.today else tr("nothing failed"))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._place(2 if event.size().width() < theme.px(_TWO_BY_TWO) else 4)
        super().resizeEvent(event)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate((self.received, self.sent, self.filtered, self.failed)):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _compared(more: int, yesterday: int) -> str:
    if not yesterday:
        return tr("none by this time yesterday")
    if not more:
        return tr("as many as yesterday")
    if more > 0:
        return tr("{count} more than yesterday", count=more)
    return tr("{count} fewer than yesterday", count=-more)
