"""“Add a step”: what fits at a place, found by typing; Enter adds, Esc gives up. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.core.offers import Offer
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.card import ClickableCard
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel
from mailflow_gui.ui.widgets.painting import box, smooth
from mailflow_gui.ui.widgets.pill import Chip
from mailflow_gui.ui.widgets.tile import Tile


class AddList(QWidget):
    """`chosen` carries the Offer; `cancelled` when the person gave up."""

    chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._offers = tuple(offers)
        self.search = SearchField(tr("Search steps and connections"))
        self.rows: list[OfferRow] = []
        self._current = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        field = QHBoxLayout()
        field.setContentsMargins(8, 0, 8, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addLayout(self._list)
        column.addStretch(1)
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.installEventFilter(self)
        self._fill()

    @property
    def current(self) -> Offer | None:
        """What Enter would add."""
        return self.rows[self._current].offer if self.rows else None

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._go(self._current + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            return False
        return True

    def _fill(self) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        words = self.search.text().casefold().split()
        found = [one for one in self._offers if all(word in f"{one.title} {one.text}".casefold() for word in words)]
        for title, part in (
            (tr("Recommended here"), [one for one in found if one.recommended]),
            (tr("Steps"), [one for one in found if not one.recommended and not one.connection]),
            (tr("Connections"), [one for one in found if not one.recommended and one.connection]),
        ):
            if part:
                self._list.addWidget(_group(title))
            for offer in part:
                row = OfferRow(offer)
                row.clicked.connect(lambda offer=offer: self.chosen.emit(offer))
                self.rows.append(row)
                self._list.addWidget(row)
        if not found:
            self._list.addWidget(_group(tr("No step is called “{text}”", text=self.search.text()[:40])))
        self._go(0)

    def _go(self, index: int) -> None:
        if not self.rows:
            return
        self._current = max(0, min(len(self.rows) - 1, index))
        for number, row in enumerate(self.rows):
            row.set_current(number == self._current)
        self.search.setAccessibleDescription(self.rows[self._current].accessibleName())


def _group(title: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(8, 12, 8, 4)
    row.addWidget(Caption(title, "text2"))
    return holder


class OfferRow(ClickableCard):
    """Tile, title, sentence; the current one shows that Enter adds it."""

    def __init__(self, offer: Offer) -> None:
        super().__init__(f"{offer.title}, {offer.text}")
        self.offer = offer
        self._current = False
        self.setMinimumHeight(50)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._enter = Chip(tr("Enter"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(offer.title, "label"))
        words.addWidget(ElidedLabel(offer.text, "caption", "text2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(Tile(offer.icon, offer.tone, 32))
        row.addLayout(words, 1)
        row.addWidget(self._enter)
        self._enter.hide()

    def set_current(self, current: bool) -> None:
        """Whether Enter adds this one."""
        self._current = current
        self._enter.setVisible(current)
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        ground = "selected" if self._current else "rowHover" if self.underMouse() else ""
        if ground:
            box(painter, QRectF(self.rect()), 8, theme.color(ground))
        if self.ring_visible:
            box(painter, QRectF(self.rect()), 8, None, theme.color("focus"), 2.0)
        painter.end()
