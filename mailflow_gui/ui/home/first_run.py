"""Home before the first integration: the flow in a picture, two ways to begin, and ideas to start from. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.ideas import IDEAS, Idea
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Integration
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.integrations import status
from mailflow_gui.ui.integrations.row import FlowTiles
from mailflow_gui.ui.widgets.buttons import Button, ButtonKind
from mailflow_gui.ui.widgets.card import Card
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import two_lines
from mailflow_gui.ui.widgets.list_row import ListRow, RowList
from mailflow_gui.ui.widgets.page import ScrollPage
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.tile import Tile

WIDTH = 752
_STACKED = 560
_ARROW = 64
_FLOW = (
    ("receive", "receive", later("Receive"), later("a new email")),
    ("filter", "filter", later("Filter"), later("only what you want")),
    ("send", "send", later("Send"), later("a reply or a copy")),
)
_CONNECT = (
    later("Connect your mailbox"),
    later("IMAP, POP3 and SMTP servers"),
    later("You need the server name and your password. Passwords go into your system keyring, never into a file."),
)
_CREATE = (
    later("Create an integration"),
    later("Your connection is ready"),
    later("Say which messages Mailflow takes and what happens to them. You see the result before anything is sent."),
)


class FirstRun(ScrollPage):
    """`idea_chosen` carries the idea's id."""

    sandbox_requested = Signal()
    create_connection_requested = Signal()
    create_integration_requested = Signal()
    idea_chosen = Signal(str)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(spacing=0)
        self._catalog = catalog
        self._connected = False
        self.sandbox = _Offer(
            ("sandbox", "template"),
            tr("Try the built-in sandbox"),
            tr("About 2 minutes · no account needed"),
            tr(
                "A pretend mail server that runs only on this computer, with sample messages. Build your first "
                "integration and watch it work. Nothing leaves your machine."
            ),
            Button(tr("Start Sandbox"), kind="primary", icon="play"),
        )
        title, caption, text = map(tr, _CONNECT)
        button = Button(tr("Create Connection"), icon="plus")
        self.second = _Offer(("connections", "receive"), title, caption, text, button)
        self.ideas: dict[str, Button] = {}
        self._flow = _Flow()
        self._lay_out()
        self.sandbox.set_recommended(True)
        self.sandbox.button.clicked.connect(self.sandbox_requested)
        self.second.button.clicked.connect(self._on_second)

    def set_connected(self, connected: bool) -> None:
        """After the first connection the second card is about an integration."""
        if connected == self._connected:
            return
        self._connected = connected
        words = _CREATE if connected else _CONNECT
        look = ("integrations", "send") if connected else ("connections", "receive")
        button = tr("Create Integration") if connected else tr("Create Connection")
        self.second.show_words(look, tuple(map(tr, words)), button)
        self.second.set_recommended(connected)
        self.sandbox.set_recommended(not connected)

    def _on_second(self) -> None:
        (self.create_integration_requested if self._connected else self.create_connection_requested).emit()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 40, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._flow)
        column.addSpacing(32)
        title = Label(tr("Let your email do the routine work"), "display", wrap=True)
        text = Label(
            tr(
                "Connect a mailbox, say what should happen to new messages, and switch it on.\n"
                "Mailflow keeps working in the background on this computer."
            ),
            "body",
            "text2",
            wrap=True,
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setMaximumWidth(theme.px(560))
        column.addWidget(title)
        column.addSpacing(8)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(text, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(32)
        column.addWidget(_Pair(self.sandbox, self.second))
        column.addSpacing(32)
        column.addWidget(Label(tr("Ideas to start from"), "subheading"))
        column.addSpacing(8)
        column.addWidget(self._idea_list())
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(holder, 1_000)
        middle.addStretch(1)
        self.body.addLayout(middle)

    def _idea_list(self) -> RowList:
        frame = RowList(tr("Ideas to start from"))
        for idea in IDEAS:
            row = _IdeaRow(idea, self._catalog)
            row.clicked.connect(lambda id=idea.id: self.idea_chosen.emit(id))
            row.use.clicked.connect(lambda _=False, id=idea.id: self.idea_chosen.emit(id))
            self.ideas[idea.id] = row.use
            frame.add_row(row)
        return frame


class _IdeaRow(ListRow):
    """The flow of an idea, its words, and Use This Idea."""

    def __init__(self, idea: Idea, catalog: Catalog) -> None:
        super().__init__(f"{idea.title}. {idea.text}", 57)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the button takes it
        row = self.lay_out()
        self._tiles = FlowTiles(status.flow(Integration(idea.title, idea.steps), catalog))
        row.addWidget(self._tiles)
        row.addLayout(two_lines(ElidedLabel(idea.title, "label"), ElidedLabel(idea.text, "caption", "text3")), 1)
        self.use = Button(tr("Use This Idea"), kind="ghost", small=True)
        self.use.setAccessibleName(tr("Use This Idea: {title}", title=idea.title))
        row.addWidget(self.use)
        self._sign = Label("")
        row.addWidget(self._sign)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._sign.setPixmap(icons.pixmap("chevron-right", "text", 16, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._tiles.setVisible(event.size().width() >= theme.px(520))
        super().resizeEvent(event)


class _Offer(Card):
    """A way to begin: tile, title, caption, words, button."""

    def __init__(self, look: tuple[str, str], title: str, caption: str, text: str, button: Button) -> None:
        super().__init__()
        self._recommended = False
        self.button = button
        self._tile = Tile(*look, 48)
        self._title = Label(title, "heading", wrap=True)
        self._caption = Label(caption, "caption", "text3", wrap=True)
        self._text = Label(text, "body", "text2", wrap=True)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._tile)
        head.addLayout(two_lines(self._title, self._caption), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addStretch(1)
        column.addSpacing(12)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_recommended(self, on: bool) -> None:
        """The accent edge and the primary button of the way that is suggested."""
        self._recommended = on
        kind: ButtonKind = "primary" if on else "secondary"
        self.button.set_kind(kind)
        self.update()

    def show_words(self, look: tuple[str, str], words: tuple[str, ...], button: str) -> None:
        """Offer something else."""
        self._tile.set_tile(*look)
        for label, text in zip((self._title, self._caption, self._text), words, strict=True):
            label.setText(text)
        self.setAccessibleName(words[0])
        self.button.setText(button)

    def edge(self) -> tuple[QColor, float]:
        return (theme.color("accent"), 2.0) if self._recommended else super().edge()


class _Pair(QWidget):
    """Two cards beside each other, or below when there is little room."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(first, 1)
        self._box.addWidget(second, 1)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if event.size().width() < theme.px(_STACKED) else across)
        super().resizeEvent(event)


class _Flow(QWidget):
    """Receive → Filter → Send."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Receive a new email, filter only what you want, send a reply or a copy"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        for number, (icon, tone, title, text) in enumerate(_FLOW):
            if number:
                self._row.addWidget(_Arrow())
            self._row.addWidget(_flow_card(icon, tone, tr(title), tr(text)), 100)
        self._row.addStretch(1)


def _flow_card(icon: str, tone: str, title: str, text: str) -> Card:
    card = Card()
    card.setMaximumWidth(theme.px(196))
    card.setMinimumHeight(70)
    row = QHBoxLayout(card)
    row.setContentsMargins(14, 12, 12, 12)
    row.setSpacing(12)
    row.addWidget(Tile(icon, tone, 40))
    row.addLayout(two_lines(Label(title, "label"), Label(text, "caption", "text3", wrap=True)), 1)
    return card


class _Arrow(QWidget):
    """A thin arrow from card to card."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(28)
        self.setMaximumWidth(_ARROW)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_ARROW, 24)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        painter.setPen(QPen(theme.color("control"), 1.5))
        area = QRectF(self.rect()).adjusted(10, 0, -12, 0)
        middle, tip = area.center().y(), area.right()
        end = QPointF(tip, middle)
        painter.drawLine(QPointF(area.left(), middle), end)
        painter.drawLine(QPointF(tip - 5, middle - 5), end)
        painter.drawLine(QPointF(tip - 5, middle + 5), end)
        painter.end()
