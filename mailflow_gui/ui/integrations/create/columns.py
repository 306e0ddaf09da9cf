"""Layout shared by the pages of Create Integration: columns that stack, chips that wrap, sections of a card. GUI."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.card import Card, Divider

#: Below this width of the content the second column goes under the first.
STACKED = 660
_SIDE = 20


class Columns(QWidget):
    """Two columns at a ratio, both from the top; one below the other when there is little room."""

    def __init__(self, first: QWidget, second: QWidget, ratio: tuple[int, int], gap: int = 24) -> None:
        super().__init__()
        self._ratio = ratio
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for part, share in zip((first, second), ratio, strict=True):
            part.setMinimumWidth(min(share, 240))
            self._box.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    @property
    def is_stacked(self) -> bool:
        """Whether the second column is below the first."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        stacked = event.size().width() < theme.px(STACKED)
        if stacked != self.is_stacked:
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._box.setDirection(down if stacked else across)
            for index, share in enumerate(self._ratio):
                self._box.setStretch(index, 0 if stacked else share)
        super().resizeEvent(event)


class SectionCard(Card):
    """A card of sections with hairlines between them."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 3, 0, 3)
        self._column.setSpacing(0)
        self._dividers: dict[QWidget, Divider] = {}

    def add_section(self, *parts: QWidget | QLayout, spacing: int = 16) -> QWidget:
        """Append a section with these widgets and layouts below each other."""
        section = QWidget()
        inner = QVBoxLayout(section)
        inner.setContentsMargins(_SIDE, 16, _SIDE, 16)
        inner.setSpacing(spacing)
        for part in parts:
            if isinstance(part, QLayout):
                inner.addLayout(part)
            else:
                inner.addWidget(part)
        if self._column.count():
            divider = Divider()
            self._dividers[section] = divider
            self._column.addWidget(divider)
        self._column.addWidget(section)
        return section

    def set_section_visible(self, section: QWidget, visible: bool) -> None:
        """Hide a section together with the line above it."""
        section.setVisible(visible)
        if section in self._dividers:
            self._dividers[section].setVisible(visible)


class WrapLayout(QLayout):
    """Widgets of their own size from left to right, wrapped into lines."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, area: QRect, *, move: bool) -> int:
        left, top, line = area.left(), area.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > area.left() and left + size.width() > area.right() + 1:
                left, top, line = area.left(), top + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - area.top()


def wrapped(*parts: QWidget) -> QWidget:
    """A widget that wraps these parts into lines."""
    holder = QWidget()
    layout = WrapLayout(holder)
    for part in parts:
        layout.addWidget(part)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
