"""One list of fields of the data mapper, with a port at its inner edge. Only visible rows are painted. GUI thread."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from mailflow_gui.ui import theme
from mailflow_gui.ui.mapper.row_painting import RowPainter
from mailflow_gui.ui.mapper.rows import GroupKey, Look, Row
from mailflow_gui.ui.widgets.painting import Pointer

Side = Literal["source", "target"]
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class FieldModel(QAbstractListModel):
    """The rows and how each looks. What a screen reader says of a row is its accessible text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.looks: Mapping[Hashable, Look] = {}
        self.tops: list[int] = [0]
        self.places: dict[Hashable, int] = {}

    def show_rows(self, rows: Sequence[Row], looks: Mapping[Hashable, Look]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows, self.looks = list(rows), looks
        self.places = {row.key: place for place, row in enumerate(self.rows)}
        self.measure()
        self.endResetModel()

    def measure(self) -> None:
        """Where each row begins; heights follow the font: 36 for a group's head, 52 for a field at the design's."""
        scale = max(1.0, theme.current().scale)
        head, field = round(36 * scale), round(52 * scale)
        self.tops = [0]
        for row in self.rows:
            self.tops.append(self.tops[-1] + (head if row.is_group else field))

    def height(self, place: int) -> int:
        """How high a row is."""
        return self.tops[place + 1] - self.tops[place]

    def rowCount(self, parent: _Index = _NO_PARENT, /) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            look = self.looks.get(row.key)
            return f"{row.title}, {look.spoken}" if look is not None and look.spoken else row.title
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(120, self.height(index.row()))
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a row with the list's painter."""

    def __init__(self, fields: FieldList) -> None:
        super().__init__(fields)
        self._fields = fields

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        fields, row = self._fields, self._fields.model_of.rows[index.row()]
        area: QRect = option.rect
        fields.rows_painted += 1
        fields.painting.paint(
            painter,
            area,
            row,
            fields.model_of.looks.get(row.key, Look()),
            hovered=fields.hovered == index.row(),
            ring=fields.ring_visible and fields.currentIndex().row() == index.row(),
            closed=row.key in fields.closed,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        return QSize(120, self._fields.model_of.height(index.row()))


class FieldList(QListView):
    """A list of fields. Enter chooses a row, Space shows its mapping, plus opens the list of fields for it.

    `chosen`, `shown`, `plus_wanted` and `moved_to` carry the key of a row, `action_wanted` the key of a group.
    """

    chosen = Signal(object)
    shown = Signal(object)
    moved_to = Signal(object)
    plus_wanted = Signal(object)
    action_wanted = Signal(object)
    folded = Signal(object)
    removed = Signal()
    escaped = Signal()
    scrolled = Signal()

    def __init__(self, side: Side, name: str) -> None:
        super().__init__()
        self.side: Side = side
        self.model_of = FieldModel()
        self.painting = RowPainter(side)
        self.closed: set[GroupKey] = set()
        self.hovered = -1
        self.rows_painted = 0
        self._by_keyboard = False
        self.setModel(self.model_of)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        if side == "source":  # the scroll bar stands at the outer edge, away from the ports
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.verticalScrollBar().setSingleStep(24)
        self.selectionModel().currentChanged.connect(lambda now, _: self._on_current(now))
        theme.current().changed.connect(self._restyle)

    @property
    def ring_visible(self) -> bool:
        """Whether the keyboard brought the focus here."""
        return self._by_keyboard and self.hasFocus()

    @property
    def content_height(self) -> int:
        """How high all rows are together."""
        return self.model_of.tops[-1]

    def show_rows(self, rows: Sequence[Row], looks: Mapping[Hashable, Look]) -> None:
        """Shows rows; the current one and the scrolling stay where they were as far as possible."""
        if rows == self.model_of.rows:
            self.model_of.looks = looks  # no dataChanged: the list would measure every row again
            self.viewport().update()
            return
        before, top = self.current_key(), self.verticalScrollBar().value()
        self.model_of.show_rows(rows, looks)
        if before in self.model_of.places:
            self.set_current(before)
        self.verticalScrollBar().setValue(top)

    def current_key(self) -> Hashable:
        """The key of the current row; None without one."""
        place = self.currentIndex().row()
        return self.model_of.rows[place].key if 0 <= place < len(self.model_of.rows) else None

    def set_current(self, key: Hashable) -> None:
        """Makes a row the current one, without a signal."""
        place = self.model_of.places.get(key, -1)
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.model_of.index(place) if place >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def middle_of(self, key: Hashable) -> float | None:
        """How far below the list's upper edge the middle of a row is, scrolled out or not; None without such a row."""
        place = self.model_of.places.get(key)
        if place is None:
            return None
        tops = self.model_of.tops
        return (tops[place] + tops[place + 1]) / 2 - self.verticalScrollBar().value()

    def key_at(self, position: QPoint) -> Hashable:
        """The key of the row at a point of the viewport; None beside the rows."""
        place = self.indexAt(position).row()
        return self.model_of.rows[place].key if place >= 0 else None

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        Pointer.was_last = False
        self._by_keyboard = True
        key, row = self.current_key(), event.key()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if row in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._choose(key)
        elif row == Qt.Key.Key_Space and plain:
            self._choose(key) if isinstance(key, GroupKey) else self.shown.emit(key)
        elif row in (Qt.Key.Key_Plus, Qt.Key.Key_Insert) and plain:
            self.plus_wanted.emit(key)
        elif row in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.removed.emit()
        elif row == Qt.Key.Key_Escape and plain:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            self.viewport().update()
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason and not (
            event.reason() == Qt.FocusReason.OtherFocusReason and Pointer.was_last
        )
        if not self.currentIndex().isValid() and self.model_of.rows:
            first = next((row.key for row in self.model_of.rows if not row.is_group), self.model_of.rows[0].key)
            self.set_current(first)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        Pointer.was_last = True
        self._by_keyboard = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self.hover(self.indexAt(event.position().toPoint()).row())
        event.accept()  # QListView would begin to select by dragging

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        place = self.indexAt(event.position().toPoint()).row()
        if event.button() != Qt.MouseButton.LeftButton or place < 0:
            return
        row = self.model_of.rows[place]
        at, width = event.position().toPoint(), self.viewport().width()
        if isinstance(row.key, GroupKey):
            self._click_group(row, at.x(), width)
        elif self.painting.plus_at(self.model_of.looks.get(row.key, Look()), at.x(), width):
            self.plus_wanted.emit(row.key)
        else:
            self.shown.emit(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self.hover(-1)

    def hover(self, place: int) -> None:
        """The pointer is over this row."""
        if place != self.hovered:
            before, self.hovered = self.hovered, place
            for one in (before, place):
                self.viewport().update(self.visualRect(self.model_of.index(one)))

    def _click_group(self, row: Row, x: int, width: int) -> None:
        if row.action and x > width - self.painting.action_width(row):
            self.action_wanted.emit(row.key)
        else:
            self.folded.emit(row.key)

    def _choose(self, key: Hashable) -> None:
        if not isinstance(key, GroupKey):
            if key is not None:
                self.chosen.emit(key)
            return
        row = self.model_of.rows[self.model_of.places[key]]
        (self.action_wanted if row.action else self.folded).emit(key)

    def _on_current(self, index: QModelIndex) -> None:
        self.viewport().update()
        if index.isValid() and self._by_keyboard:
            self.moved_to.emit(self.model_of.rows[index.row()].key)

    def _restyle(self) -> None:
        self.painting.restyle()
        self.model_of.measure()
        self.scheduleDelayedItemsLayout()
