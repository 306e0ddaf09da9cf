"""The quick search: a field and a list over the dimmed window. Up, Down and Enter choose, Esc closes. GUI thread."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.lookup import Lookup
from mailflow_gui.ui import theme
from mailflow_gui.ui.search.find_row import FindRow
from mailflow_gui.ui.search.index import Find, Index
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.card import RADIUS, Divider
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.page import PlainScroll
from mailflow_gui.ui.widgets.painting import box, smooth
from mailflow_gui.ui.widgets.pill import Chip

WIDTH, TOP, MARGIN = 592, 96, 24
#: The ledger is asked when the person pauses typing for so many milliseconds.
PAUSE = 120

_DIM = QColor(0, 0, 0, 140)  # 55 %, in both themes
_KEYS = ((later("↑↓"), later("choose")), (later("Enter"), later("open")), (later("Esc"), later("close")))
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class QuickSearch(QWidget):
    """Lies over its window while it is open; `begin` opens it."""

    def __init__(self, window: QWidget, index: Index, lookup: Lookup) -> None:
        super().__init__(window)
        self._index, self._lookup = index, lookup
        self._before: QWidget | None = None
        self._current = -1
        self.rows: list[FindRow] = []
        self.setAccessibleName(tr("Quick search"))
        self.panel = _Panel(self)
        self.field = _Field(self)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._scroll = PlainScroll(self._list)
        self._nothing = Caption("", "text3")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self._lookup.ask(self._text()))
        self._lay_out()
        self.hide()
        self.field.textChanged.connect(self._on_typed)
        lookup.found.connect(self._on_found)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Opens with an empty field, or closes when it is open."""
        if self.isVisible():
            self.end()
            return
        self._before = self.window().focusWidget()
        self.field.clear()
        self._show_finds()
        self.resize(self.window().size())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end(self) -> None:
        """Closes; the focus goes back to where it was, unless it went somewhere by itself."""
        before, self._before = self._before, None
        back = self.field.hasFocus() and before is not None and before.isVisible()
        self.hide()
        if back and before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Makes another row the current one, staying within the list."""
        self._choose(max(0, min(len(self.rows) - 1, self._current + by)))

    def carry_out(self, row: FindRow | None = None) -> None:
        """Closes and does what the row (the current one) stands for."""
        chosen = row or (self.rows[self._current] if 0 <= self._current < len(self.rows) else None)
        if chosen is None:
            return
        self.end()
        chosen.found.act()

    def _text(self) -> str:
        return self.field.text().strip()

    def _on_typed(self) -> None:
        self._pause.start()
        self._show_finds()

    def _on_found(self) -> None:
        if self.isVisible() and self._lookup.text == self._text():
            self._show_finds(keep=True)

    def _show_finds(self, *, keep: bool = False) -> None:
        """Fills the list; with `keep` the current row stays, because only messages came below it."""
        current = self._current if keep else 0
        text = self._text()
        known = self._lookup.messages if text and self._lookup.text == text else ()
        self._fill(self._index.finds(text, known))
        self._nothing.setText(tr("Nothing is called “{text}”", text=text))
        self._nothing.setVisible(not self.rows)
        self._choose(max(0, current) if self.rows else -1)
        self._fit()

    def _fill(self, finds: list[Find]) -> None:
        empty(self._column, keep=(self._nothing,))
        self.rows = []
        for group, found in groupby(finds, key=lambda one: one.group):
            title = Label(group, "caption", "text3")
            title.setContentsMargins(11, 8, 11, 4)
            self._put(title)
            for one in found:
                row = FindRow(one)
                row.clicked.connect(lambda _=False, row=row: self.carry_out(row))
                self._put(row)
                self.rows.append(row)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # at once: a layout leaves out what is not shown yet

    def _choose(self, number: int) -> None:
        self._current = number
        for place, row in enumerate(self.rows):
            row.set_current(place == number)
        if not 0 <= number < len(self.rows):
            return
        row = self.rows[number]
        if number == 0:
            self._scroll.verticalScrollBar().setValue(0)
        else:
            self._scroll.ensureWidgetVisible(row, 0, 8)
        self.field.setAccessibleDescription(row.accessibleName())
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(23, 0, 20, 0)
        top.setSpacing(12)
        top.addStrut(55)
        top.addWidget(Sign("search", "text", 18))
        top.addWidget(self.field, 1)
        self._column.setContentsMargins(9, 8, 9, 8)
        self._column.setSpacing(0)
        self._nothing.setContentsMargins(11, 12, 11, 12)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 9, 20, 9)
        foot.setSpacing(6)
        for keys, word in _KEYS:
            foot.addWidget(Chip(tr(keys), "key"))
            foot.addWidget(Label(tr(word), "caption", "text3"))
            foot.addSpacing(10)
        foot.addStretch(1)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Divider())
        column.addWidget(self._scroll, 1)
        column.addWidget(Divider())
        column.addLayout(foot)
        self._around = (top, foot)

    def _fit(self) -> None:
        """The panel in the middle near the top, as high as its list, and always within the window."""
        width = min(WIDTH, self.width() - 2 * MARGIN)
        self._list.setMinimumWidth(0)
        inner = self._list.layout()
        wanted = inner.totalHeightForWidth(width - 2) if inner is not None and inner.hasHeightForWidth() else -1
        height = wanted if wanted >= 0 else self._list.sizeHint().height()
        frame = 4 + sum(part.sizeHint().height() for part in self._around)  # two edges, two lines
        top = min(TOP, self.height() // 8)
        height = min(height + frame, self.height() - top - MARGIN)
        self.panel.setGeometry((self.width() - width) // 2, top, width, max(height, frame))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window() and self.isVisible():
            self.resize(self.window().size())
        return False

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.end()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), _DIM)
        painter.end()


class _Panel(QFrame):
    """The raised box of field and list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.current().changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        event.accept()  # a click between the rows does not close

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        box(painter, QRectF(self.rect()), RADIUS, theme.color("raised"), theme.color("control"))
        painter.end()


class _Field(QLineEdit):
    """What is typed; keys that move in the list go there. Leaving it closes the search."""

    def __init__(self, search: QuickSearch) -> None:
        super().__init__()
        self._search = search
        self.setProperty("bare", True)
        self.setPlaceholderText(tr("Search integrations, connections, actions and messages"))
        self.setAccessibleName(tr("Search"))
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def _restyle(self) -> None:
        font = theme.font("heading")
        font.setWeight(font.Weight.Normal)
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._search.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search.carry_out()
        elif key == Qt.Key.Key_Escape:
            self._search.end()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool, /) -> bool:
        self._search.step(1 if next else -1)  # Tab moves in the list: there is nothing else to go to
        return True

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._search.end()
