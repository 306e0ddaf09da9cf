"""The panel of Log: what is written, and the line that the sample message would give. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.parts import boxed, section, sides_before
from mailflow_gui.ui.editor.samples import Rehearsing
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.widgets.choices import CheckBox
from mailflow_gui.ui.widgets.code_editor import CodeEditor, template_marks
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.mirrored import sided

_FLAGS = ("contextLoggingEnabled", "bodyLoggingEnabled")
_TEXT = "customText"
_MOST = 1_200


class LogPanel(StepPanel):
    """Message Context, Message Body, Custom Text."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        self.flags: dict[str, CheckBox] = {}
        top = section(self)
        top.setSpacing(4)
        for key in _FLAGS:
            field = self._declared.FIELDS[key]
            box = CheckBox(field.label)
            box.setChecked(str(step.values.get(key, field.default)).lower() == "true")
            box.toggled.connect(self._on_changed)
            self.flags[key] = box
            top.addWidget(box)
            help_line = Caption(field.help)
            help_line.setContentsMargins(*sided(28, 0, 0, 8))
            box.setAccessibleDescription(field.help)
            top.addWidget(help_line)
        field = self._declared.FIELDS[_TEXT]
        self.text = CodeEditor(lines=4, marks=template_marks)
        self.text.setPlaceholderText(field.placeholder)
        self.text.setPlainText(str(step.values.get(_TEXT, "")))
        self._row = FormRow(field.label, self.text, help=tr("Write {{subject}} where a value goes."))
        top.addWidget(self._row)
        self.line = Label("", "mono", wrap=True)
        below = section(self, after_divider=True)
        below.setSpacing(8)
        below.addWidget(Label(tr("Line in the log"), "subheading"))
        below.addWidget(boxed(self.line))
        self.column.addStretch(1)
        self._rehearsing = Rehearsing(surroundings.samples, self._show)
        self.text.textChanged.connect(self._on_changed)
        surroundings.samples.changed.connect(self._ask)
        self._offer_names()
        self._ask()

    def values(self) -> Mapping[str, Plain]:
        raw: dict[str, Plain] = {key: box.isChecked() for key, box in self.flags.items()}
        raw[_TEXT] = self.text.toPlainText()
        return plain_values(self._declared, raw, self.step.values)

    def focus_field(self, key: str) -> None:
        target = self.text if key == _TEXT else next(iter(self.flags.values()))
        target.setFocus()

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self._offer_names()
        self._ask()

    def _offer_names(self) -> None:
        sides = sides_before(self.surroundings)
        self.text.offer_names([(one.path, one.label) for group in sides.groups for one in group.fields])

    def _on_changed(self) -> None:
        self.changed.emit()
        self._ask()

    def _ask(self) -> None:
        problems = self._declared.check(self.values())[1]
        self._row.set_problem(next((one.message for one in problems if one.field == _TEXT), None))
        current = self.surroundings.samples.current
        if problems or current is None:
            self.line.setText("" if problems else tr("Looking for a message…"))
            return
        step = replace(self.step, values=self.values(), disabled=False)
        self._rehearsing.ask((*self.surroundings.before[1:], step), (current,))

    def _show(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        passages = rehearsals[0].of_step(self.step.id) if rehearsals else ()
        if passages:
            self.line.setText(passages[0].text[:_MOST] or tr("Nothing is written: choose what to log."))
        else:
            last = rehearsals[0].steps[-1] if rehearsals and rehearsals[0].steps else None
            self.line.setText(tr("This message stops at {title}.", title=last.title) if last is not None else "")
