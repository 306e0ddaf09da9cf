"""The panel at the right of the canvas: head, scrolling content, footer. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui import theme
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Divider
from mailflow_gui.ui.widgets.labels import ElidedLabel
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.tile import Tile

WIDE, NARROW = 360, 320
#: Milliseconds after which a content is deleted: not while the next one is drawn for the first time.
_LATER = 250


class SidePanel(QFrame):
    """Shows one content at a time. `remove_clicked` and `done_clicked` are the footer's."""

    closed = Signal()
    remove_clicked = Signal()
    done_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: QWidget | None = None
        self._left: QWidget | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._drop_left)
        self._tile = Tile("info", "neutral", 32)
        self._title = ElidedLabel("", "subheading")
        self._caption = ElidedLabel("", "caption", "text2")
        self.close_button = IconButton("close", tr("Close panel"), size=18)
        self.remove = Button(tr("Remove Step"), kind="danger", icon="trash")
        self.done = Button(tr("Done"))
        self._scroll = QScrollArea()
        self._inner = QVBoxLayout()
        self._footer = QWidget()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.remove.clicked.connect(self.remove_clicked)
        self.done.clicked.connect(self.done_clicked)
        theme.current().changed.connect(self.update)

    def show_content(
        self, content: QWidget, title: str, caption: str, look: tuple[str, str] | None, *, removable: bool, footer: bool
    ) -> None:
        """Another content; the one before is deleted."""
        old, self.content = self.content, content
        self._title.setText(title)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self._tile.setVisible(look is not None)
        if look is not None:
            self._tile.set_tile(*look)
        self.remove.setVisible(removable)
        self._footer.setVisible(footer)
        self.setAccessibleName(title)
        if old is not None:  # left where it is: taking it out of the window would style all its parts anew
            self._inner.removeWidget(old)
            old.hide()
            self._drop_left()
            self._left = old
            self._later.start()
        self._inner.addWidget(content)
        content.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _drop_left(self) -> None:
        """Deletes the content before the present one: one at a time, so that no heap of them is deleted at once."""
        left, self._left = self._left, None
        if left is not None:
            left.deleteLater()

    def set_wide(self, wide: bool) -> None:
        """360 or, in a narrow window, 320 wide."""
        self.setFixedWidth(round((WIDE if wide else NARROW) * max(1.0, min(theme.current().scale, 1.3))))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.color("border"))
        painter.end()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 14)
        head.setSpacing(12)
        head.addWidget(self._tile)
        head.addLayout(words, 1)
        head.addWidget(self.close_button)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setLayout(self._inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(holder)
        for ground in (self._scroll.viewport(), holder):
            ground.setAutoFillBackground(False)
        row = QHBoxLayout()
        row.setContentsMargins(12, 16, 20, 16)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.done)
        foot = QVBoxLayout(self._footer)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Divider())
        foot.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footer)
        self.set_wide(True)
