"""The panel of Basic Filter: rules, and what they would do with the last messages. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from mailflow_gui.core.fields import Choice, Plain
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.last_messages import LastMessages
from mailflow_gui.ui.editor.panels.parts import choice_of, section, sides_before
from mailflow_gui.ui.editor.panels.rules import RulesEditor
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.widgets.form_row import FormRow


class BasicFilterPanel(StepPanel):
    """ALL or ANY of the rules, the rules, and the live result."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        joined = self._declared.FIELDS["predicate"]
        options = joined.options if isinstance(joined, Choice) else ()
        self.predicate = choice_of(options, str(step.values.get("predicate", joined.default)), self._on_changed)
        self.rules = RulesEditor(sides_before(surroundings))
        rows = step.values.get("rules")
        self.rules.show_rows(rows if isinstance(rows, (list, tuple)) else ())
        top = section(self)
        top.addWidget(FormRow(joined.label, self.predicate))
        top.addWidget(self.rules)
        self.result = LastMessages(surroundings, self._complete)
        section(self, after_divider=True).addWidget(self.result)
        self.column.addStretch(1)
        self.rules.changed.connect(self._on_changed)
        self._show_problems()

    def values(self) -> Mapping[str, Plain]:
        raw = {"predicate": self.predicate.currentData(), "rules": self.rules.rows()}
        return plain_values(self._declared, raw, self.step.values)

    def focus_field(self, key: str) -> None:
        self._show_problems()
        self.rules.cards[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self.rules.set_sides(sides_before(surroundings))
        self.result.surround(surroundings)

    def _complete(self) -> Step | None:
        """The step as it is now; None while a rule can't be asked."""
        values = self.values()
        return None if self._declared.check(values)[1] else replace(self.step, values=values, disabled=False)

    def _show_problems(self) -> None:
        self.rules.show_problems(self._declared.check(self.values())[1])

    def _on_changed(self) -> None:
        self._show_problems()
        self.result.ask_soon()
        self.changed.emit()
