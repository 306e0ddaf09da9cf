"""“Choose an action”: what the chosen connection can do here, and what that gives to the next step. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mailflow_gui.core.language import tr
from mailflow_gui.ui import icons, theme
from mailflow_gui.ui.integrations.create.columns import SectionCard, wrapped
from mailflow_gui.ui.widgets.card import ClickableCard
from mailflow_gui.ui.widgets.labels import Caption, Heading, Label
from mailflow_gui.ui.widgets.pill import Chip
from mailflow_gui.ui.widgets.tile import Tile


@dataclass(frozen=True, slots=True)
class ActionChoice:
    """An action to offer: its id, title, sentence, and the fields it gives or takes."""

    id: str
    title: str
    description: str
    fields_title: str
    fields: tuple[str, ...]
    fields_note: str


class ActionPanel(SectionCard):
    """`chosen` carries the id of an action that was clicked."""

    chosen = Signal(str)

    def __init__(self, connection: str, look: tuple[str, str], choices: tuple[ActionChoice, ...], current: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Choose an action"))
        self.cards: dict[str, ActionCard] = {}
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Tile(*look, 40))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(tr("Choose an action")))
        words.addWidget(Label(connection, "caption", "text3"))
        head.addLayout(words, 1)
        for choice in choices:
            card = ActionCard(choice, choice.id == current)
            card.clicked.connect(lambda id=choice.id: self.chosen.emit(id))
            self.cards[choice.id] = card
        self.add_section(head, *self.cards.values())
        for choice in choices:
            if choice.id == current and choice.fields:
                chips = wrapped(*[Chip(name) for name in choice.fields])
                title = Label(choice.fields_title, "subheading")
                self.add_section(title, chips, Caption(choice.fields_note, "text3"), spacing=8)


class ActionCard(ClickableCard):
    """One action: title, what it does, a chevron that leads on."""

    def __init__(self, choice: ActionChoice, current: bool) -> None:
        super().__init__(choice.title)
        self.setAccessibleDescription(choice.description)
        self.set_selected(current)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(choice.title, "strong"))
        words.addWidget(Label(choice.description, "body", "text2", wrap=True))
        row.addLayout(words, 1)
        self._sign = Label("")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._sign.setPixmap(icons.pixmap("chevron-right", "accentText", 18, self.devicePixelRatioF()))
