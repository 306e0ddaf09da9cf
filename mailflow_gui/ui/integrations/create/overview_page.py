"""“Add to Integration”: the whole flow with what each step does, before it is saved. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.words import flow_in_words, summary_of
from mailflow_gui.ui.integrations.create.columns import Columns, SectionCard
from mailflow_gui.ui.integrations.create.draft import Draft, problems_of
from mailflow_gui.ui.integrations.create.stage import Services, StagePage, give_focus
from mailflow_gui.ui.integrations.create.step_cards import CardFace, StepCards
from mailflow_gui.ui.integrations.status import look_of_step
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.labels import Label


class OverviewPage(StagePage):
    """`step_opened` carries the index of a step to edit."""

    step_opened = Signal(int)

    def __init__(self, draft: Draft, services: Services) -> None:
        super().__init__("Add to Integration", "Check the steps, then save the integration. Click a step to change it.")
        self._services = services
        catalog, profile = services.profiles.catalog, services.profiles.profile
        self.missing = [problems_of(draft, index, profile, catalog) for index in range(len(draft.places))]
        faces = [self._face(draft, index) for index in range(len(draft.places))]
        self.cards = StepCards(faces)
        self.cards.opened.connect(self.step_opened)
        self.words = SectionCard()
        self._fill_words(draft)
        self.body.add(Columns(self.cards, self.words, (452, 320)))

    def focus_first(self) -> None:
        first = next((card for card in self.cards.cards if card.face.opens), None)
        if first is not None:
            give_focus(first)

    def _face(self, draft: Draft, index: int) -> CardFace:
        step = draft.places[index]
        missing = self.missing[index]
        if step is None:
            return CardFace("Start" if index == 0 else "Finish", "Choose a connection")
        catalog = self._services.profiles.catalog
        opens = step.is_connection or index in (0, draft.last)
        try:
            summary = summary_of(step, catalog)
        except SettingsError as error:
            summary = error.title
        icon, tone = look_of_step(step, catalog)
        return CardFace(catalog.title_of(step), summary, icon, tone, " ".join(missing), opens)

    def _fill_words(self, draft: Draft) -> None:
        head = Label("In words", "subheading")
        sentences = QVBoxLayout()
        sentences.setSpacing(12)
        for number, text in enumerate(flow_in_words(draft.steps, self._services.profiles.catalog), 1):
            line = QHBoxLayout()
            line.setSpacing(8)
            mark = Label(f"{number}.", "body", "text2")
            mark.setMinimumWidth(18)
            column = QVBoxLayout()
            column.addWidget(mark)
            column.addStretch(1)
            line.addLayout(column)
            line.addWidget(Label(text, "body", "text2", wrap=True), 1)
            sentences.addLayout(line)
        self.words.add_section(head, sentences, spacing=12)
        count = sum(1 for one in self.missing if one)
        if count:
            need = "step still needs settings" if count == 1 else "steps still need settings"
            text = "You can save it as a draft and finish it later."
            self.words.add_section(Banner("warning", f"{count} {need}", text))
