"""A popup that offers a list, in groups, filtered by typing: fields, or transformations. GUI thread."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Caption
from mailflow_gui.ui.widgets.painting import box, smooth

_KEY = Qt.ItemDataRole.UserRole
_HELP = Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT = 300, 340
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry: `key` is what is picked, `group` the heading above, `help` a sentence shown for the current one."""

    key: Hashable
    title: str
    group: str = ""
    help: str = ""


class Chooser(QFrame):
    """Shown with `open_at`. `picked` carries the key of an offer. Esc closes it, Enter picks."""

    picked = Signal(object)

    def __init__(self, name: str, offers: Sequence[Offer], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._offers = list(offers)
        self.search = SearchField(name)
        self.list = QListWidget()
        self.help = Caption("", "text2")
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 9, 9, 9)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.help)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda now, _: self._show_help(now))
        self.list.itemClicked.connect(self._pick)
        self._fill()

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDTH * theme.current().scale), round(_HEIGHT * theme.current().scale))

    def open_at(self, anchor: QWidget, at: QPoint | None = None) -> None:
        """Opens below a widget, or at a point of it; above it where the screen ends."""
        self.resize(self.sizeHint())
        corner = anchor.mapToGlobal(at if at is not None else QPoint(0, anchor.height() + 2))
        screen = anchor.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), screen.bottom() - self.height()))
        self.move(corner)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def titles(self) -> list[str]:
        """What is offered now, without headings."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return [item.text() for item in items if item.data(_KEY) is not None]

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("raised"))
        box(painter, QRectF(self.rect()), 0, theme.color("raised"), theme.color("control"))
        painter.end()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._pick(item)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if event.key() in _MOVES:
            self._move(event.key())
            return True
        return False

    def _move(self, key: int) -> None:
        """Over headings to the next offer."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}[Qt.Key(key)]
        offers = [place for place in range(self.list.count()) if self.list.item(place).data(_KEY) is not None]
        if not offers:
            return
        row = self.list.currentRow()
        now = offers.index(row) if row in offers else -1
        self.list.setCurrentRow(offers[max(0, min(now + step, len(offers) - 1))])

    def _fill(self, wanted: str = "") -> None:
        self.list.clear()
        group = ""
        for offer in self._offers:
            if wanted.strip().casefold() not in f"{offer.title} {offer.help}".casefold():
                continue
            if offer.group and offer.group != group:
                group = offer.group
                head = QListWidgetItem(group, self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(theme.font("caption"))
                head.setForeground(theme.color("text3"))
            item = QListWidgetItem(offer.title, self.list)
            item.setData(_KEY, offer.key)
            item.setData(_HELP, offer.help)
        self._move(Qt.Key.Key_Down)
        self.help.setVisible(any(offer.help for offer in self._offers))

    def _show_help(self, item: QListWidgetItem | None) -> None:
        self.help.setText(str(item.data(_HELP) or "") if item is not None else tr("Nothing of this name."))

    def _pick(self, item: QListWidgetItem) -> None:
        key = item.data(_KEY)
        if key is not None:
            window = self.window().parentWidget()
            self.close()  # first: what is picked may give the focus to something behind
            if window is not None:
                window.activateWindow()
            self.picked.emit(key)
