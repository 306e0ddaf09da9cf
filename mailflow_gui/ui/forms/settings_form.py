"""A form made from the declared fields of a Settings class. GUI thread only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.forms.editor import Editor
from mailflow_gui.ui.forms.editors import FlagEditor, SecretEditor, editor_for, text_parts
from mailflow_gui.ui.forms.layout import WORD, Line, Section, sections_of
from mailflow_gui.ui.forms.side_by_side import SideBySide
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.labels import Caption


class SettingsForm(Card):
    """Rows for a settings class. `changed` carries the key of what the person changed (not what `set_values` did).

    A field whose `when` does not hold is disabled and says why; its text is kept, but is no value. Keys that have no
    place in the sections are carried along unseen.
    """

    changed = Signal(str)

    def __init__(
        self, settings: type[Settings], sections: Sequence[Section] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._editors: dict[str, Editor] = {}
        self._rows: dict[str, FormRow] = {}
        self._captions: list[Caption] = []
        self._unseen: dict[str, Plain] = {}
        self._setting = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for place, section in enumerate(sections or sections_of(settings)):
            if place:
                self._column.addWidget(Divider())
            self._column.addWidget(self._section(section))
        self._apply_conditions()

    # What the page asks.

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys of the fields that have a row, in order."""
        return tuple(self._editors)

    def row(self, key: str) -> FormRow:
        """The row of a field. Raises KeyError."""
        return self._rows[key]

    def editor(self, key: str) -> Editor:
        """The editor of a field. Raises KeyError."""
        return self._editors[key]

    def caption(self, line: int) -> Caption:
        """The shared explanation of a line, counted over all sections."""
        return self._captions[line]

    def raw_values(self) -> dict[str, Plain]:
        """The raw values that count now, by key: for `Settings.check`. A kept secret is blank."""
        values = {key: editor.raw() for key, editor in self._editors.items()}
        values.update(self._unseen)
        return {key: value for key, value in values.items() if self._counts(key, values)}

    def typed(self) -> dict[str, Plain]:
        """Everything as it stands, disabled fields included: to see whether anything was typed."""
        values = {key: editor.raw() for key, editor in self._editors.items()}
        return {**values, **self._unseen, **{f"kept {key}": True for key in self.kept_secrets()}}

    def kept_secrets(self) -> tuple[str, ...]:
        """Keys of the secrets that are saved and were not touched."""
        return tuple(key for key, one in self._editors.items() if isinstance(one, SecretEditor) and one.kept)

    def check(self) -> tuple[Settings, list[Problem]]:
        """The settings and every problem, without looking anything up."""
        return self.settings.check(self.raw_values())

    def first_focus(self) -> QWidget | None:
        """The first input that takes the focus."""
        return next((one.focus_target for one in self._editors.values() if one.widget.isEnabled()), None)

    # What the page changes.

    def set_values(self, values: Mapping[str, Plain], *, flash: bool = False) -> None:
        """Shows raw values; keys that are not given stay. `flash` highlights what changed for two seconds."""
        self._setting = True
        try:
            for key, value in values.items():
                if key not in self._editors:
                    self._unseen[key] = value
                    continue
                before = self._editors[key].raw()
                self._editors[key].show(value)
                if flash and self._editors[key].raw() != before:
                    self._rows[key].flash()
        finally:
            self._setting = False
        self._apply_conditions()

    def drop_unseen(self, *keys: str) -> None:
        """Forgets values that have no row."""
        for key in keys:
            self._unseen.pop(key, None)

    def keep_secrets(self, keys: Iterable[str]) -> None:
        """Shows dots for secrets that are saved already."""
        self._setting = True
        for key in keys:
            editor = self._editors.get(key)
            if isinstance(editor, SecretEditor):
                editor.keep()
        self._setting = False

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Marks the rows at fault; the others are cleared. Only the first problem of a row is shown."""
        told: dict[str, str] = {}
        for problem in problems:
            told.setdefault(problem.field, problem.message)
        for key, row in self._rows.items():
            row.set_problem(told.get(key))

    def clear_problems(self) -> None:
        """Takes every mark back."""
        self.show_problems(())

    def focus(self, key: str) -> None:
        """Puts the focus into a field, its text selected."""
        editor = self._editors.get(key)
        if editor is None:
            return
        editor.focus_target.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in text_parts(editor):
            if part.isEnabled() and part.hasFocus():
                part.selectAll()

    # How it is built.

    def _section(self, section: Section) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(16)
        for line in section.lines:
            column.addWidget(self._line(line))
        return holder

    def _line(self, line: Line) -> QWidget:
        parts = [(self._make_row(place.key, shared=len(line.places) > 1), place) for place in line.places]
        fields = SideBySide([(row, place.least, place.stretch) for row, place in parts])
        notes = [self.settings.FIELDS[place.key].note for place in line.places if len(line.places) > 1]
        text = line.caption or " ".join(note for note in notes if len(note) > WORD)
        caption = Caption(text)
        self._captions.append(caption)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(fields)
        column.addWidget(caption)
        caption.setVisible(bool(text))  # not before it has a parent: it would be a window for a moment
        return holder

    def _make_row(self, key: str, *, shared: bool) -> FormRow:
        field = self.settings.FIELDS[key]
        editor = editor_for(field)
        editor.setParent(self)
        sentence = field.note if len(field.note) > WORD else ""
        below = "" if isinstance(editor, FlagEditor) else field.help
        row = FormRow(
            field.label,
            editor.widget,
            required=field.required,
            note="" if sentence else field.note,
            help="" if shared else " ".join(part for part in (below, sentence) if part),
        )
        if isinstance(editor, SecretEditor):
            layout = row.layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(2, editor.line.caps_lock_label())
        self._editors[key], self._rows[key] = editor, row
        editor.changed.connect(lambda: self._on_changed(key))
        return row

    def _on_changed(self, key: str) -> None:
        if self._setting:
            return
        self._apply_conditions()
        self._rows[key].set_problem(None)
        self.changed.emit(key)

    def _counts(self, key: str, values: Mapping[str, Plain]) -> bool:
        when = self.settings.FIELDS[key].when if key in self.settings.FIELDS else None
        return when is None or when.holds(values)

    def _apply_conditions(self) -> None:
        values = {key: editor.raw() for key, editor in self._editors.items()}
        for key, row in self._rows.items():
            field = self.settings.FIELDS[key]
            if field.when is None:
                continue
            holds = field.when.holds(values)
            reason = "" if holds else field.when.otherwise
            row.setEnabled(holds)
            row.setToolTip(reason)
            self._editors[key].widget.setToolTip(reason)
            self._editors[key].set_placeholder(reason or field.placeholder)
            if not holds:
                row.set_problem(None)
