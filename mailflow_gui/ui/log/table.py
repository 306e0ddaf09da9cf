"""The log's table: mono times, level as icon and word, one elided line each. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mailflow_gui.core.activity import Level
from mailflow_gui.qt.log_model import Column, LogModel
from mailflow_gui.qt.log_rows import LogRow
from mailflow_gui.ui import icons, theme

ROW_HEIGHT = 30
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


class LogDelegate(QStyledItemDelegate):
    """Paints one cell from the row itself; nothing is laid out per row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, LogRow):
            return
        column = Column(index.column())
        area = QRectF(option.rect)
        self._ground(painter, option, area)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        role, font = "text", theme.font("body")
        left = 16.0 if column is Column.TIME else 8.0
        if column is Column.TIME:
            role, font = "text2", theme.font("mono")
        elif column is Column.STEP:
            role = "text2"
        elif column is Column.LEVEL:
            icon, tint, role = LEVEL_LOOK[row.event.level]
            icons.paint(painter, QRectF(area.left() + 8, area.center().y() - 8, 16, 16), icon, theme.color(tint))
            left = 30.0
        painter.setFont(font)
        painter.setPen(theme.color(role))
        inner = area.adjusted(left, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, ROW_HEIGHT)

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("rowHover"))


class LogTable(QTableView):
    """Fixed columns; the message takes the rest. Enter opens the detail, Ctrl+C copies, Space pauses."""

    opened = Signal()
    copy_requested = Signal()
    pause_requested = Signal()

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(LogDelegate(self))
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

    def _fit(self) -> None:
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
