"""The log's table: mono times, level as icon and word, one elided line each. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mailflow_gui.core.activity import Level
from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.log_model import Column, LogModel
from mailflow_gui.qt.log_rows import LogRow
from mailflow_gui.ui import icons, theme

ROW_HEIGHT, HEADER_HEIGHT = 30, 32
ICON = 16
#: Room on the left of a column's text; in front of the level stands its icon.
INDENTS = {Column.TIME: 16, Column.LEVEL: 30}
#: So many texts are kept laid out: a few screens full.
REMEMBERED = 1000
#: What must fit into a column, and the room around it in pixels.
SAMPLES: dict[Column, tuple[theme.FontStyle, str, int]] = {
    Column.TIME: ("mono", "00:00:00.000", 30),
    Column.LEVEL: ("body", later("Warning"), 46),
    Column.INTEGRATION: ("body", "Weekly newsletter sign-ups", 20),
    Column.STEP: ("body", later("Receive Email"), 24),
}
LEVEL_LOOK = {
    Level.INFO: ("info", "text2", "text2"),
    Level.WARNING: ("warning", "warning", "warningText"),
    Level.ERROR: ("error", "danger", "dangerText"),
}


class _Ink:
    """Fonts, colors and laid out texts of the present theme; made once, not for each of thousands of cells."""

    def __init__(self) -> None:
        self.mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.fonts = dict.fromkeys(Column, theme.font("body")) | {Column.TIME: theme.font("mono")}
        self._metrics = {column: QFontMetrics(font) for column, font in self.fonts.items()}
        self.heights = {column: metrics.height() for column, metrics in self._metrics.items()}
        self.colors = dict.fromkeys(Column, theme.color("text"))
        self.colors |= dict.fromkeys((Column.TIME, Column.STEP), theme.color("text2"))
        self.ground, self.selected, self.hover = (theme.color(role) for role in ("surface", "selected", "rowHover"))
        self.levels = {
            level: (icon, theme.color(tint), theme.color(role)) for level, (icon, tint, role) in LEVEL_LOOK.items()
        }
        self._texts: dict[tuple[Column, str, int], QStaticText] = {}

    def text(self, column: Column, text: str, room: int) -> QStaticText:
        """The text, cut with “…” where it does not fit; remembered, because rows move more often than they change."""
        found = self._texts.get((column, text, room))
        if found is None:
            if len(self._texts) > REMEMBERED:
                self._texts.clear()
            found = QStaticText(self._metrics[column].elidedText(text, Qt.TextElideMode.ElideRight, room))
            found.setTextFormat(Qt.TextFormat.PlainText)
            if self.mirrored:
                found.setTextWidth(room)
                found.setTextOption(QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute))
            self._texts[column, text, room] = found
        return found


class _Corner(QWidget):
    """The header goes on above the scroll bar."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("border"))
        painter.end()


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
        self.setAccessibleName(tr("Message Log"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        # One of its own, always empty: to see whether a column is selected, the header would ask for each of its cells.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._corner = _Corner()
        self.addScrollBarWidget(self._corner, Qt.AlignmentFlag.AlignTop)
        theme.current().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints by itself, column by column: a delegate for each cell would take ten times as long.

        Few calls of Qt, too: each one lets other threads run, and may wait for its turn while they are busy.
        """
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ink.ground)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            last = self._model.rowCount() - 1 if last < 0 else last
            top, height = self.rowViewportPosition(first), self.rowHeight(first)
            self._paint_grounds(painter, first, last, top, height)
            lines = [(self._model.row(number), top + (number - first) * height) for number in range(first, last + 1)]
            for column in (one for one in Column if not self.isColumnHidden(one)):
                self._paint_column(painter, column, lines, height)
        painter.end()

    def _paint_grounds(self, painter: QPainter, first: int, last: int, top: int, height: int) -> None:
        """The rows that are selected or under the pointer."""
        width, under = self.viewport().width(), self._row_under_pointer()
        marked = [(under, under, self._ink.hover)]
        marked += [(start, end, self._ink.selected) for start, end in self._selected_parts()]
        for start, end, color in marked:
            start, end = max(start, first), min(end, last)
            if start <= end:
                painter.fillRect(0, top + (start - first) * height, width, (end - start + 1) * height, color)

    def _paint_column(self, painter: QPainter, column: Column, lines: list[tuple[LogRow, int]], height: int) -> None:
        ink, left, width = self._ink, self.columnViewportPosition(column), self.columnWidth(column)
        indent = INDENTS.get(column, 8)
        below = (height - ink.heights[column] + 1) // 2
        painter.setFont(ink.fonts[column])
        painter.setPen(ink.colors[column])
        pictures = self._pictures() if column is Column.LEVEL else {}
        picture, words = left + 8, left + indent
        if ink.mirrored:
            picture, words = left + width - 8 - ICON, left + 8
        for row, top in lines:
            if pictures:
                painter.drawPixmap(picture, top + (height - ICON) // 2, pictures[row.event.level])
                painter.setPen(ink.levels[row.event.level][2])
            text = ink.text(column, self._model.text(row, column), width - indent - 8)
            painter.drawStaticText(words, top + below, text)

    def _pictures(self) -> dict[Level, QPixmap]:
        ratio = self.viewport().devicePixelRatioF()
        return {level: icons.tinted(name, tint, ICON, ratio) for level, (name, tint, _) in self._ink.levels.items()}

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.rowAt(self.viewport().mapFromGlobal(QCursor.pos()).y())

    def leaveEvent(self, event: QEvent) -> None:
        self.viewport().update()
        super().leaveEvent(event)

    def _fit(self) -> None:
        self._ink = _Ink()
        header = self.horizontalHeader()
        size = theme.font("tag").pixelSize()
        header.setStyleSheet(
            f"QHeaderView::section {{ font-size: {size}px; }} QHeaderView::section:first {{ padding-left: 16px; }}"
        )
        header.setFixedHeight(max(HEADER_HEIGHT, theme.current().line_height("tag") + 16))
        self._corner.setFixedHeight(header.height())
        look = theme.current()
        self.verticalHeader().setDefaultSectionSize(look.row_height(max(ROW_HEIGHT, look.line_height("body") + 10)))
        used = 0
        for column, (style, sample, room) in SAMPLES.items():
            if self.isColumnHidden(column):
                continue
            metrics, sample = QFontMetrics(theme.font(style)), tr(sample)
            if column is Column.INTEGRATION and self.width() < 760:
                sample = sample[:16]
            wanted = metrics.horizontalAdvance(sample) + room
            self.setColumnWidth(column, wanted)
            used += wanted
        self.setColumnWidth(Column.MESSAGE, max(120, self.viewport().width() - used))
        self.viewport().update()

    def hide_integration(self) -> None:
        """Leaves out the column that says of which integration a row is, where that is known."""
        self.setColumnHidden(Column.INTEGRATION, True)
        self._fit()

    def choose(self, number: int) -> None:
        """Makes a row the current and only selected one; `selectRow` would extend while Shift is held."""
        index = self._model.index(number, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    def selected_rows(self) -> list[int]:
        """The numbers of the selected rows, from the top; quick for 100,000 of them."""
        found: list[int] = []
        for top, bottom in self._selected_parts():
            found.extend(range(max(top, found[-1] + 1 if found else 0), bottom + 1))
        return found

    def _selected_parts(self) -> list[tuple[int, int]]:
        """First and last row of each selected stretch, from the top."""
        return sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())

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
