"""The panel of Template: the text with its problems by line and column, its names, and the filled text. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mailflow_gui.core import mustache
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Choice, Plain
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.core.unknown_names import is_given
from mailflow_gui.core.values import text_of
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.parts import boxed, choice_of, first_of, section, sides_before
from mailflow_gui.ui.editor.samples import Rehearsing
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.choices import ComboBox
from mailflow_gui.ui.widgets.code_editor import CodeEditor, Mark, template_marks
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label

_LANGUAGE, _TEXT, _FORMAT = "language", "template", "format"
_KINDS = later("Templates (*.mustache *.html *.htm *.txt *.tpl *.vm *.ftl);;All files (*)")
_OF_SUFFIX = {".mustache": mustache.MUSTACHE, ".vm": mustache.VELOCITY, ".ftl": mustache.FREEMARKER}
_MOST = 4_000


class TemplatePanel(StepPanel):
    """Language, text, names, and the preview for the sample message."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        self.language, self.format = self._choice(_LANGUAGE), self._choice(_FORMAT)
        self.text = CodeEditor(lines=12, numbers=True, marks=self._marks)
        self.upload = Button(tr("Upload File…"), icon="import", small=True)
        self.names = Caption("", "text2")
        self.title, self.preview = ElidedLabel(tr("Preview"), "subheading"), Label("", "body", wrap=True)
        self._rows: dict[str, FormRow] = {}
        self._rehearsing = Rehearsing(surroundings.samples, self._show)
        self._lay_out()
        self.text.setPlainText(str(step.values.get(_TEXT, "")))
        self.language.activated.connect(lambda _: self._on_language())
        self.text.textChanged.connect(self._on_changed)
        self.text.marked.connect(self._on_marked)
        self.upload.clicked.connect(self._on_upload)
        surroundings.samples.changed.connect(self._ask)
        self._offer_names()
        self.text.look()
        self._ask()

    def values(self) -> Mapping[str, Plain]:
        raw = {
            _LANGUAGE: self.language.currentData(),
            _TEXT: self.text.toPlainText(),
            _FORMAT: self.format.currentData(),
        }
        return plain_values(self._declared, raw, self.step.values)

    def focus_field(self, key: str) -> None:
        if key == _LANGUAGE:
            self.language.setFocus()
        elif self.text.marks:
            self.text.go_to(self.text.marks[0])
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self._offer_names()
        self._ask()

    def read_file(self, path: str) -> None:
        """Puts a file's text into the field, with the template language that its name tells."""
        place = self.language.findData(_OF_SUFFIX.get(Path(path).suffix.lower()))
        if place >= 0 and place != self.language.currentIndex():
            self.language.setCurrentIndex(place)
            self._on_language()
        task = self.surroundings.services.previews.text_of(Path(path))
        task.done(self._take).failed(self._refuse)

    # Building.

    def _choice(self, key: str) -> ComboBox:
        field = self._declared.FIELDS[key]
        options = field.options if isinstance(field, Choice) else ()
        return choice_of(options, str(self.step.values.get(key, field.default)), self._on_changed)

    def _lay_out(self) -> None:
        top = section(self)
        for key, widget in ((_LANGUAGE, self.language), (_TEXT, self.text), (_FORMAT, self.format)):
            field = self._declared.FIELDS[key]
            row = FormRow(field.label, widget, required=field.required, help=field.help)
            self._rows[key] = row
            top.addWidget(row)
            if key == _TEXT:
                row.add_label_action(self.upload)
                top.addWidget(self.names)
        below = section(self, after_divider=True)
        below.setSpacing(8)
        below.addWidget(self.title)
        below.addWidget(boxed(self.preview))
        self.column.addStretch(1)

    # What happens.

    def _on_changed(self) -> None:
        self.changed.emit()
        self._show_names()

    def _on_language(self) -> None:
        self._offer_names()
        self.text.look()

    def _language(self) -> str:
        return str(self.language.currentData())

    def _help(self) -> str:
        return tr("Write {written} where a value goes.", written=mustache.WRITTEN[self._language()])

    def _marks(self, text: str) -> Sequence[Mark]:
        return template_marks(text, self._language())

    def _on_marked(self, marks: list[Mark]) -> None:
        wrong = [one for one in marks if not one.warning]
        self._rows[_TEXT].set_problem(first_of(wrong) or None)
        warning = next((str(one) for one in marks if one.warning), "")
        self._rows[_TEXT].set_help(warning or self._help())
        self._show_names()
        self._ask()

    def _show_names(self) -> None:
        """The names that the text reads, and which of them nothing gives yet."""
        names = mustache.symbols(self.text.toPlainText(), self._language())
        sides = sides_before(self.surroundings)
        missing = [name for name in names if not is_given(name, sides)]
        lines = [tr("Names: {names}", names=", ".join(names))] if names else []
        if missing:
            words = tr("Nothing gives {names} yet: a Data Mapper before this step can.", names=", ".join(missing))
            lines.append(words)
        self.names.setText("\n".join(lines))
        self.names.setVisible(bool(lines))

    def _offer_names(self) -> None:
        sides = sides_before(self.surroundings)
        self.text.offer_names(
            [(one.path, one.label) for group in sides.groups for one in group.fields], self._language()
        )
        self._show_names()

    def _on_upload(self) -> None:
        dialog = QFileDialog(self, tr("Upload File"), "", tr(_KINDS))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, text: str) -> None:
        self.text.selectAll()
        self.text.put_in(text)  # typed, so that Ctrl+Z brings the text before back
        self.text.look()

    def _refuse(self, error: Exception) -> None:
        known = error if isinstance(error, MailflowError) else MailflowError(str(error))
        self._rows[_TEXT].set_problem(" ".join(part for part in (f"{known.title}.", known.hint) if part))

    def _ask(self) -> None:
        current = self.surroundings.samples.current
        if current is None:
            self.preview.setText(tr("Looking for a message…"))
        elif self._declared.check(self.values())[1]:
            self.preview.setText(tr("Complete the template to see its text."))
        else:
            step = replace(self.step, values=self.values(), disabled=False)
            self._rehearsing.ask((*self.surroundings.before[1:], step), (current,))

    def _show(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        rehearsal = rehearsals[0]
        subject = " ".join(rehearsal.message.subject.split()) or tr("no subject")
        self.title.setText(tr("Preview for “{subject}”", subject=subject))
        passages = rehearsal.of_step(self.step.id)
        if passages and passages[0].after is not None:
            self.preview.setText(text_of(passages[0].after.value("content"))[:_MOST])
        elif passages:
            self.preview.setText(passages[0].text)
        else:
            last = rehearsal.steps[-1] if rehearsal.steps else None
            self.preview.setText(tr("This message stops at {title}.", title=last.title) if last is not None else "")
