"""The settings of a send step: who, what, and which value wins when a field is typed and mapped. GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Choice, Field, Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.html_text import is_html
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.forms.layout import Line, Section
from mailflow_gui.ui.forms.settings_form import SettingsForm
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.integrations.create.columns import SectionCard
from mailflow_gui.ui.integrations.create.option_edit import Disclosure
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit, RadioCard, TextArea
from mailflow_gui.ui.widgets.labels import Caption, Label

_ADDRESSES = ("from", "to", "cc", "bcc")
_OPTIONS = ("relation", "quote", "replyTo", "contentType", "attachments", "autoSubmitted", "loopGuard")
_APPROVAL = "holdForApproval"
_LIMITS = ("maxPerHour", "maxPerDay", "maxPerRecipient")
_MORE = (*_OPTIONS, _APPROVAL, *_LIMITS)


class SendForm(QWidget):
    """`changed` follows each change of `values()`. An address is checked when its field is left."""

    changed = Signal()

    def __init__(self, settings: type[Settings], values: Mapping[str, Plain]) -> None:
        super().__init__()
        self._declared = settings
        self.lines: dict[str, LineEdit] = {}
        self.rows: dict[str, FormRow] = {}
        self.text = TextArea(lines=4)
        self.priorities: dict[str, RadioCard] = {}
        self._more: SettingsForm | None = None
        self._bare = False
        self._behind = QWidget()
        self.disclosure = Disclosure(tr("More options"), self._behind)
        self._lay_out()
        self._show(values)
        self._connect()
        self._on_text()

    @property
    def more(self) -> SettingsForm:
        """What stands behind “More options”; made when it is first asked for, since it is seldom opened."""
        if self._more is None:
            limits = Line.of(*_LIMITS, caption=tr("At a limit sending pauses and asks you. Nothing is lost."))
            safety = Section((Line.of(_APPROVAL), limits))
            options = Section(tuple(Line.of(key) for key in _OPTIONS))
            self._more = SettingsForm(self._declared, (options, safety))
            self._more.set_values({key: self._field(key).dump(self._kept.get(key)) for key in _MORE})
            if self._bare:
                self._more.set_bare()
            self._more.changed.connect(lambda _: self.changed.emit())
            column = QVBoxLayout(self._behind)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._more)
        return self._more

    def values(self) -> dict[str, Plain]:
        """The raw values as they stand."""
        typed: dict[str, Plain] = {key: line.text().strip() for key, line in self.lines.items()}
        chosen = next((value for value, card in self.priorities.items() if card.isChecked()), "")
        behind = self._more.raw_values() if self._more is not None else {}
        more = {key: value for key, value in behind.items() if key in _MORE}
        return {**typed, "text": self.text.text(), "priority": chosen, **more}

    def problems(self) -> list[Problem]:
        """Everything that is missing or can't be used."""
        return self._declared.check(self.values())[1]

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Marks the rows at fault; the others are cleared."""
        told = {one.field: one.message for one in problems}
        for key, row in self.rows.items():
            row.set_problem(told.get(key))
        behind = [Problem(key, told[key]) for key in _MORE if key in told]
        if behind or self._more is not None:
            self.more.show_problems(behind)

    def set_bare(self) -> None:
        """Draw no cards: the form lies on a panel."""
        self._bare = True
        self._card.set_bare()
        if self._more is not None:
            self._more.set_bare()

    def focus_field(self, key: str) -> None:
        """Puts the focus into a field."""
        if key in _MORE:
            self.disclosure.setChecked(True)
            self.more.focus(key)
        elif key in self.rows:
            self.rows[key].field.setFocus()

    def _field(self, key: str) -> Field[Any]:
        return self._declared.FIELDS[key]

    def _line(self, key: str) -> FormRow:
        field = self._field(key)
        self.lines[key] = LineEdit(placeholder=field.placeholder)
        return self._row(key, self.lines[key])

    def _row(self, key: str, widget: QWidget) -> FormRow:
        field = self._field(key)
        widget.setToolTip(field.help)
        self.rows[key] = FormRow(field.label, widget, required=field.required, note=field.note)
        return self.rows[key]

    def _lay_out(self) -> None:
        card = SectionCard()
        who = SideBySide([(self._line("from"), 200, 1), (self._line("to"), 200, 1)])
        subject = self._line("subject")
        text = self._row("text", self.text)
        copies = SideBySide([(self._line("cc"), 200, 1), (self._line("bcc"), 200, 1)])
        card.add_section(who, subject, text, copies, spacing=16)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(self._field("priority").label, "label"))
        head.addWidget(Caption(self._field("priority").note, "text3"), 1)
        group = QWidget()
        group.setAccessibleName(self._field("priority").label)
        cards = QVBoxLayout(group)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(8)
        for card_, value in self._priority_cards():
            self.priorities[value] = card_
            cards.addWidget(card_)
        separate = Caption(tr("Separate multiple email addresses with a comma."), "text3")
        card.add_section(head, group, separate, self.disclosure, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(self._behind)
        self._card = card

    def _priority_cards(self) -> list[tuple[RadioCard, str]]:
        field = self._field("priority")
        if not isinstance(field, Choice):
            return []
        default = field.default
        return [
            (RadioCard(one.label, one.help, tr("Recommended") if one.value == default else ""), one.value)
            for one in field.options
        ]

    def _show(self, values: Mapping[str, Plain]) -> None:
        self._kept = settings = self._declared.check(values)[0]
        for key, line in self.lines.items():
            line.setText(str(values.get(key, settings.get(key)) or ""))
        self.text.setText(str(settings.get("text")))
        self.priorities[settings.get("priority")].setChecked(True)
        self.disclosure.toggled.connect(lambda on: self.more if on else None)
        self.disclosure.setChecked(any(settings.get(key) != self._field(key).default for key in _MORE))

    def _connect(self) -> None:
        for key, line in self.lines.items():
            line.textChanged.connect(lambda _, key=key: self._on_typed(key))
            if key in _ADDRESSES:
                line.editingFinished.connect(lambda key=key: self._on_left(key))
        self.text.textChanged.connect(self._on_text)
        self.text.textChanged.connect(self.changed)
        for card in self.priorities.values():
            card.toggled.connect(lambda on: self.changed.emit() if on else None)

    def _on_typed(self, key: str) -> None:
        if self.rows[key].problem:
            self.rows[key].set_problem(None)
        self.changed.emit()

    def _on_left(self, key: str) -> None:
        if self.lines[key].text().strip():
            told = [one.message for one in self.problems() if one.field == key]
            self.rows[key].set_problem(told[0] if told else None)

    def _on_text(self) -> None:
        html = is_html(self.text.text())
        self.rows["text"].set_help(tr("This text contains HTML and is sent as HTML.") if html else "")
