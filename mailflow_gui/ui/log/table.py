"""The log's table: mono times, level as icon and word, one elided line each. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mailflow_gui.core.activity import Level
from mailflow_gui.qt.log_model import Column, LogModel
from mailflow_gui.qt.log_rows import LogRow
from mailflow_gui.ui import icons, theme

ROW_HEIGHT = 30
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
#: What must fit into a column, and the room around it in pixels.
SAMPLES: dict[Column, tuple[theme.FontStyle, str, int]] = {
    Column.TIME: ("mono", "00:00:00.000", 30),
    Column.LEVEL: ("body", "Warning", 46),
    Column.INTEGRATION: ("body", "Weekly newsletter sign-ups", 20),
    Column.STEP: ("body", "Receive Email", 24),
}
LEVEL_LOOK = {
    Level.INFO: ("info", "text2", "text2"),
    Level.WARNING: ("warning", "warning", "warningText"),
    Level.ERROR: ("error", "danger", "dangerText"),
}


class _Ink:
    """Fonts and colors of the present theme; made once, not for each of thousands of cells."""

    def __init__(self) -> None:
        self.body, self.mono = theme.font("body"), theme.font("mono")
        self.metrics = QFontMetrics(self.body)
        self.text, self.text2 = theme.color("text"), theme.color("text2")
        self.selected, self.hover = theme.color("selected"), theme.color("rowHover")
        self.levels = {
            level: (icon, theme.color(tint), theme.color(role)) for level, (icon, tint, role) in LEVEL_LOOK.items()
        }
        self._cut: dict[tuple[str, int], str] = {}

    def fit(self, text: str, width: int) -> str:
        """The text, cut with “…” where it does not fit; remembered, because rows move more often than they change."""
        found = self._cut.get((text, width))
        if found is None:
            if len(self._cut) > 2000:
                self._cut.clear()
            found = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._cut[text, width] = found
        return found


class LogTable(QTableView):
    """Fixed columns; the message takes the rest. Enter opens the detail, Ctrl+C copies, Space pauses."""

    opened = Signal()
    copy_requested = Signal()
    pause_requested = Signal()

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._ink = _Ink()
        self.setModel(model)
        self.setMouseTracking(True)
        self.entered.connect(lambda _: self.viewport().update())
        self.setAccessibleName("Message Log")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(32)
        header.setStyleSheet("QHeaderView::section:first { padding-left: 16px; }")
        theme.current().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints whole rows: a delegate for each cell would take ten times as long."""
        painter = QPainter(self.viewport())
        ink, model, height = self._ink, self._model, self.rowHeight(0)
        painter.fillRect(event.rect(), theme.color("surface"))
        places = [(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in Column]
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            selection, under = self.selectionModel(), self._row_under_pointer()
            for number in range(first, (model.rowCount() - 1 if last < 0 else last) + 1):
                top = self.rowViewportPosition(number)
                if selection.isRowSelected(number):
                    painter.fillRect(0, top, self.viewport().width(), height, ink.selected)
                elif number == under:
                    painter.fillRect(0, top, self.viewport().width(), height, ink.hover)
                self._paint_row(painter, model.row(number), QRect(0, top, 0, height), places)
        painter.end()

    def _paint_row(self, painter: QPainter, row: LogRow, area: QRect, places: list[tuple[Column, int, int]]) -> None:
        ink, top, height = self._ink, area.top(), area.height()
        icon, tint, role = ink.levels[row.event.level]
        for column, left, width in places:
            text = self._model.text(row, column)
            color, font, indent = ink.text, ink.body, 8
            if column is Column.TIME:
                color, font, indent = ink.text2, ink.mono, 16
            elif column is Column.STEP:
                color = ink.text2
            elif column is Column.LEVEL:
                color, indent = role, 30
                icons.paint(painter, QRectF(left + 8, top + (height - 16) / 2, 16, 16), icon, tint)
            room = width - indent - 8
            if column not in (Column.TIME, Column.LEVEL):
                text = ink.fit(text, room)
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(left + indent, top, room, height, _FLAGS, text)

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y())

    def leaveEvent(self, event: QEvent) -> None:
        self.viewport().update()
        super().leaveEvent(event)

    def _fit(self) -> None:
        self._ink = _Ink()
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, theme.current().line_height("body") + 10))
        used = 0
        for column, (style, sample, room) in SAMPLES.items():
            metrics = QFontMetrics(theme.font(style))
            if column is Column.INTEGRATION and self.width() < 760:
                sample = sample[:16]
            wanted = metrics.horizontalAdvance(sample) + room
            self.setColumnWidth(column, wanted)
            used += wanted
        self.setColumnWidth(Column.MESSAGE, max(120, self.viewport().width() - used))
        self.viewport().update()

    def choose(self, number: int) -> None:
        """Makes a row the current and only selected one; `selectRow` would extend while Shift is held."""
        index = self._model.index(number, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    def selected_rows(self) -> list[int]:
        """The numbers of the selected rows, from the top; quick for 100,000 of them."""
        found: set[int] = set()
        for part in self.selectionModel().selection().toList():
            found.update(range(part.top(), part.bottom() + 1))
        return sorted(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.pause_requested.emit()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    @property
    def follows(self) -> bool:
        """Whether the newest row is in view."""
        return self.verticalScrollBar().value() == 0
