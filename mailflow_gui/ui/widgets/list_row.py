"""Rows of a short list in one rounded frame; Up and Down move between them. GUI thread only."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.card import RADIUS, ClickableCard
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import box, smooth
from mailflow_gui.ui.widgets.pill import Chip
from mailflow_gui.ui.widgets.tile import Tile


class ListRow(ClickableCard):
    """One row: `clicked` by pointer, Enter or Space. Lay it out yourself or call `lay_out()`."""

    menu_requested = Signal(QPoint)  # global position

    def __init__(self, name: str = "", height: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._height = height
        self._follow_density()
        theme.current().changed.connect(self._follow_density)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.is_first = False
        self.is_last = False
        self.has_line = False

    def _follow_density(self) -> None:
        self.setMinimumHeight(theme.current().row_height(self._height))

    def lay_out(self) -> QHBoxLayout:
        """The usual layout of a row: 16 px at the sides, 12 px between the parts."""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        return row

    def set_selected(self, selected: bool) -> None:
        """The row is the chosen one; its tiles stand out from the tinted ground."""
        super().set_selected(selected)
        for tile in self.findChildren(Tile):
            tile.set_raised(selected)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        frame = self.parentWidget()
        if step is not None and isinstance(frame, RowList):
            frame.move_focus(self, step)
            event.accept()
            return
        if event.key() == Qt.Key.Key_Menu:
            self.menu_requested.emit(self.mapToGlobal(self.rect().center()))
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._tell_frame()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._tell_frame()

    def _tell_frame(self) -> None:
        frame = self.parentWidget()
        if isinstance(frame, RowList):
            frame.refresh_ends()

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        self.menu_requested.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        if self.has_line:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
        shape = self._shape(QRectF(self.rect()).adjusted(0, 0, 0, -1 if self.has_line else 0))
        if self._selected:
            painter.fillPath(shape, theme.color("selected"))
        elif self.underMouse() and self.isEnabled():
            painter.fillPath(shape, theme.color("rowHover"))
        if self.ring_visible:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._shape(QRectF(self.rect()).adjusted(1, 1, -1, -1)))
        painter.end()

    def _shape(self, area: QRectF) -> QPainterPath:
        """The row's outline; only the corners at the ends of the list are round."""
        top = RADIUS - 1 if self.is_first else 0.0
        bottom = RADIUS - 1 if self.is_last else 0.0
        path = QPainterPath()
        path.moveTo(area.left() + top, area.top())
        path.lineTo(area.right() - top, area.top())
        path.quadTo(area.right(), area.top(), area.right(), area.top() + top)
        path.lineTo(area.right(), area.bottom() - bottom)
        path.quadTo(area.right(), area.bottom(), area.right() - bottom, area.bottom())
        path.lineTo(area.left() + bottom, area.bottom())
        path.quadTo(area.left(), area.bottom(), area.left(), area.bottom() - bottom)
        path.lineTo(area.left(), area.top() + top)
        path.quadTo(area.left(), area.top(), area.left() + top, area.top())
        path.closeSubpath()
        return path


class RowHeading(QWidget):
    """A sunken line between rows: what they have in common, and how many they are."""

    def __init__(self, text: str, count: str, *, first: bool) -> None:
        super().__init__()
        self._first = first
        self.setAccessibleName(f"{text}, {count}")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.addStrut(40)
        self._row.addWidget(ElidedLabel(text, "label"), 1)
        self._row.addWidget(Chip(count))

    def add_button(self, button: QWidget) -> None:
        """A button at the end of the line, for what concerns all rows below it."""
        self._row.addWidget(button)
        self._row.setContentsMargins(16, 0, 8, 0)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        area = QRectF(self.rect())
        if self._first:
            painter.setClipRect(area)
            box(painter, area.adjusted(0, 0, 0, RADIUS), RADIUS - 1, theme.color("sunken"))
        else:
            painter.fillRect(area, theme.color("sunken"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))
        painter.end()


class RowList(QFrame):
    """A rounded frame that stacks rows, with hairlines between them unless told otherwise."""

    def __init__(self, name: str = "", parent: QWidget | None = None, *, lines: bool = True) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._lines = lines
        self._rows: list[ListRow] = []
        self._headings: list[RowHeading] = []
        self._column = QVBoxLayout(self)
        around = 1 if lines else 7
        self._column.setContentsMargins(1, around, 1, around)
        self._column.setSpacing(0)
        self._column.addStretch(1)  # rows keep their height when the frame is taller
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.current().changed.connect(self.update)

    def rows(self) -> list[ListRow]:
        """The rows from top to bottom."""
        return list(self._rows)

    def add_row(self, row: ListRow) -> None:
        """Append a row."""
        self.insert_row(len(self._rows), row)

    def insert_row(self, index: int, row: ListRow) -> None:
        """Insert a row before `index`."""
        end = self._column.count() - 1
        place = self._column.indexOf(self._rows[index]) if index < len(self._rows) else end
        self._rows.insert(index, row)
        self._column.insertWidget(place, row)
        self._mark_ends()

    def add_heading(self, text: str, count: str) -> RowHeading:
        """Append a line that names the rows that follow."""
        heading = RowHeading(text, count, first=not self._rows)
        self._headings.append(heading)
        self._column.insertWidget(self._column.count() - 1, heading)
        return heading

    def remove_row(self, row: ListRow) -> None:
        """Take a row out and delete it; its focus goes to the next row."""
        index = self._rows.index(row)
        had_focus = row.hasFocus() or (self.focusWidget() is not None and row.isAncestorOf(self.focusWidget()))
        self._rows.remove(row)
        self._column.removeWidget(row)
        below = [other for other in self._rows[index:] if other.isVisibleTo(self)]
        above = [other for other in self._rows[:index] if other.isVisibleTo(self)]
        if had_focus and (below or above):
            (below or above[-1:])[0].setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        row.deleteLater()
        self._mark_ends()

    def clear(self) -> None:
        """Take all rows out."""
        for part in (*self._rows, *self._headings):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._rows, self._headings = [], []
        self.update()

    def move_focus(self, start: ListRow, step: int) -> None:
        """Focus the next visible row above (-1) or below (1)."""
        shown = [row for row in self._rows if row.isVisibleTo(self) and row.isEnabled()]
        if start not in shown:
            return
        goal = shown.index(start) + step
        if 0 <= goal < len(shown):
            shown[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def refresh_ends(self) -> None:
        """Round the right corners again after rows were hidden or shown."""
        self._mark_ends()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        box(painter, QRectF(self.rect()), RADIUS, theme.color("surface"), theme.color("border"))
        painter.end()

    def _mark_ends(self) -> None:
        explicit = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # not merely "not shown yet"
        shown = [row for row in self._rows if not (row.isHidden() and row.testAttribute(explicit))]
        for row in self._rows:
            row.is_first = bool(shown) and row is shown[0] and not self._headings
            row.is_last = bool(shown) and row is shown[-1]
            row.has_line = self._lines and not row.is_last
            row.update()
        self.update()
