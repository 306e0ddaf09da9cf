"""Step 1 of Create Connection: what the connection is for. GUI thread only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Connector, Pattern
from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.widgets.card import ClickableCard
from mailflow_gui.ui.widgets.labels import Caption, Heading, Label
from mailflow_gui.ui.widgets.mirrored import sided
from mailflow_gui.ui.widgets.painting import smooth
from mailflow_gui.ui.widgets.tile import Tile

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}
_TWO_COLUMNS = 560


class ConnectorCard(ClickableCard):
    """Tile, title, what it does, where it stands in an integration. Arrow keys move between the cards."""

    moved = Signal(int)

    def __init__(self, tile: Tile, title: str, text: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setAccessibleDescription(f"{text} {caption}.")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Label(title, "heading"))
        words.addWidget(Label(text, "body", "text2", wrap=True))
        words.addSpacing(2)
        words.addWidget(Caption(caption, "text3"))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*sided(20, 16, 48, 16))
        row.setSpacing(16)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.setMinimumHeight(128)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = smooth(self)
        place = QRectF(self.width() - 38, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, place, "chevron-right", theme.color("accentText" if self.ring_visible else "text2"))
        painter.end()


class ChooseConnectorPage(QWidget):
    """`chosen` carries the connector's id; `sandbox_requested` wants the practice server instead."""

    chosen = Signal(str)
    sandbox_requested = Signal()

    def __init__(self, connectors: Sequence[Connector], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ConnectorCard] = []
        self._grids: list[tuple[QGridLayout, list[ConnectorCard]]] = []
        self._columns = 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(tr("Choose a connector")))
        column.addWidget(Label(tr("What should this connection do? You can add the other one later."), "body", "text2"))
        column.addSpacing(24)
        self._add_group(column, tr("Your email server"), [self._card(one) for one in connectors])
        column.addSpacing(32)
        sandbox = ConnectorCard(
            Tile("sandbox", "template", 48),
            tr("Sandbox"),
            tr("A pretend mail server on this computer with sample messages."),
            tr("Nothing leaves your machine"),
        )
        sandbox.clicked.connect(self.sandbox_requested)
        self._add_group(column, tr("Practice"), [sandbox])
        column.addStretch(1)

    def focus_first(self) -> None:
        """Puts the focus on the first card."""
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().event(event)

    def _card(self, connector: Connector) -> ConnectorCard:
        starts = any(action.pattern is Pattern.FROM for action in connector.actions)
        caption = tr("Starts an integration") if starts else tr("Finishes an integration, or sends in the middle")
        card = ConnectorCard(Tile(connector.icon, connector.tone, 48), connector.title, connector.description, caption)
        card.clicked.connect(lambda: self.chosen.emit(connector.id))
        return card

    def _add_group(self, column: QVBoxLayout, title: str, cards: list[ConnectorCard]) -> None:
        column.addWidget(Label(title, "subheading", "text2"))
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(16)
        column.addLayout(grid)
        self._grids.append((grid, cards))
        for card in cards:
            card.moved.connect(self._on_moved)
            self.cards.append(card)
        self._place(grid, cards)

    def _fit(self) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            for grid, cards in self._grids:
                self._place(grid, cards)

    def _place(self, grid: QGridLayout, cards: list[ConnectorCard]) -> None:
        for card in cards:
            grid.removeWidget(card)
        for place, card in enumerate(cards):
            grid.addWidget(card, place // self._columns, place % self._columns)
        if len(cards) == 1 and grid.itemAtPosition(0, 1) is None:
            grid.addWidget(QWidget(), 0, 1)  # an empty cell would not get its share of the width
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if self._columns == 2 else 0)

    def _on_moved(self, step: int) -> None:
        sender: QObject = self.sender()
        places = [place for place, card in enumerate(self.cards) if card is sender]
        if not places:
            return
        goal = places[0] + (step if self._columns == 2 or abs(step) == 1 else step // 2)
        goal = max(0, min(len(self.cards) - 1, goal))
        self.cards[goal].setFocus(Qt.FocusReason.TabFocusReason)
