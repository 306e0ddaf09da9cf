"""The list of executions: painted rows that open into steps; only what is in view is drawn. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.language import tr
from mailflow_gui.qt.activities import Executions, Part, Row
from mailflow_gui.ui import theme
from mailflow_gui.ui.integrations.detail.activity_rows import RowPainter
from mailflow_gui.ui.integrations.detail.execution_actions import ExecutionActions
from mailflow_gui.ui.widgets.card import RADIUS
from mailflow_gui.ui.widgets.painting import Pointer, box, smooth

EXECUTION, HEADING, STEP, ACTIONS = 49, 33, 40, 51
_HEIGHTS = {Part.EXECUTION: EXECUTION, Part.HEADING: HEADING, Part.MORE: HEADING, Part.ACTIONS: ACTIONS}


class ActivityTable(QTableView):
    """Right and Enter open a message, Left closes it, Ctrl+C copies it. `acted` carries an Activity and what to do."""

    acted = Signal(object, str)
    copy_requested = Signal(object)

    def __init__(self, model: Executions, painter: RowPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = painter
        self._keys = False
        self.can_run_again: Callable[[Activity], str] = lambda _: ""
        self.setModel(model)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Executions"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(lambda *_: self.updateGeometry())
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._on_reset)
        self._restyle()
        theme.current().changed.connect(self._restyle)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # How high things are.

    def sizeHint(self) -> QSize:
        """As high as all rows, so that a short list is a short card."""
        return QSize(600, self.verticalHeader().length() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, min(160, self.verticalHeader().length() + 2))

    def _height(self, row: Row) -> int:
        scale = theme.current().scale
        if row.step is not None:
            return max(round(STEP * scale), self._painter.step_height(row, self.viewport().width()))
        return round(_HEIGHTS[row.part] * scale)

    def _restyle(self) -> None:
        look = theme.current()
        self.verticalHeader().setDefaultSectionSize(look.row_height(round(EXECUTION * look.scale)))
        self._fit(0, self._model.rowCount())

    def _fit(self, first: int, end: int) -> None:
        """Heights of the rows that are no messages, and what can be done below each open one."""
        header = self.verticalHeader()
        for number in range(first, end):
            row = self._model.rows[number]
            if row.part is not Part.EXECUTION:
                header.resizeSection(number, self._height(row))
            if row.part is Part.ACTIONS and self.indexWidget(self._model.index(number)) is None:
                self._place_actions(number, row.activity)
        self.updateGeometry()

    def _place_actions(self, number: int, activity: Activity) -> None:
        bar = ExecutionActions(activity, self.can_run_again(activity))
        bar.acted.connect(lambda what, one=activity: self.acted.emit(one, what))
        self.setIndexWidget(self._model.index(number), bar)

    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._fit(first, last + 1)

    def _remember(self) -> None:
        index = self.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None
        self._was = row.activity.exchange if row is not None else ""

    def _on_reset(self) -> None:
        self._fit(0, self._model.rowCount())
        place = self._model.place_of(self._was) if self._was else -1
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(0, self._model.rowCount())

    # Where the view is.

    @property
    def at_top(self) -> bool:
        """Whether the newest row is in view."""
        return self.verticalScrollBar().value() == 0

    def _on_scrolled(self, value: int) -> None:
        self._model.follow(self.at_top)
        if value > self.verticalScrollBar().maximum() - self.viewport().height():
            self._model.fetchMore(QModelIndex())

    # Opening and closing.

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self._model.rows[index.row()].part is Part.EXECUTION:
            self.toggle(index.row())

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        Pointer.was_last = True
        self._keys = False
        super().mousePressEvent(event)

    def toggle(self, number: int, open_it: bool | None = None) -> None:
        """Opens or closes the message of a row, and keeps all of it in view."""
        self._model.toggle(number, open_it)
        place = self._model.place_of(self._model.rows[min(number, len(self._model.rows) - 1)].activity.exchange)
        last = place
        while last + 1 < len(self._model.rows) and self._model.rows[last + 1].part is not Part.EXECUTION:
            last += 1
        if last > place:
            self.scrollTo(self._model.index(last))
            self.scrollTo(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        Pointer.was_last = False
        self._keys = True
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self._model.rows):
            super().keyPressEvent(event)
            return
        row = self._model.rows[index.row()]
        is_open = self._model.is_open(row.activity)
        key = event.key()
        if key == Qt.Key.Key_Space:
            event.ignore()  # the page's: its switch
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row.part is Part.EXECUTION:
            self.toggle(index.row())
        elif key == Qt.Key.Key_Right and not is_open:
            self.toggle(index.row(), True)
        elif key == Qt.Key.Key_Left and is_open:
            place = self._model.place_of(row.activity.exchange)
            self.setCurrentIndex(self._model.index(place))
            self.toggle(place, False)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(row.activity)
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QEvent, /) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(max(0, self.rowAt(1))))
        self._keys = not Pointer.was_last

    # Painting.

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self.viewport())
        painter.fillRect(event.rect(), theme.color("surface"))
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            under = self._row_under_pointer()
            for number in range(first, (self._model.rowCount() - 1 if last < 0 else last) + 1):
                row = self._model.rows[number]
                area = QRect(0, self.rowViewportPosition(number), self.viewport().width(), self.rowHeight(number))
                self._paint(painter, row, area, number, under)
        self._round_corners(painter)
        painter.end()

    def _round_corners(self, painter: QPainter) -> None:
        """The rows end at the round corners of the card around them."""
        bar = self.verticalScrollBar().isVisible()
        area = QRectF(self.viewport().rect()).adjusted(0, 0, RADIUS if bar else 0, 0)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(area)
        inside.addRoundedRect(area, RADIUS - 1, RADIUS - 1)
        painter.fillPath(outside.subtracted(inside), theme.color("window"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS - 0.5, RADIUS - 0.5)

    def _paint(self, painter: QPainter, row: Row, area: QRect, number: int, under: int) -> None:
        opened = self._model.is_open(row.activity)
        if row.part is Part.EXECUTION and opened:
            painter.fillRect(area, theme.color("selected"))
        elif number == under and row.part in (Part.EXECUTION, Part.STEP):
            painter.fillRect(area, theme.color("rowHover"))
        self._painter.paint(painter, row, area, opened)
        if number < self._model.rowCount() - 1:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("border"))
        if number == self.currentIndex().row() and self.hasFocus() and self._keys:
            top = RADIUS - 1 if area.top() <= 0 else 0
            ring = QRectF(area).adjusted(1, 1, -1, -2)
            box(painter, ring, max(4, top), None, theme.color("focus"), 2)

    def _row_under_pointer(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.rowAt(self.viewport().mapFromGlobal(self.cursor().pos()).y())

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)
