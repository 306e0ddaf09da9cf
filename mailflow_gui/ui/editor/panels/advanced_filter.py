"""The panel of Advanced Filter: an expression, and what it would do with the last messages. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.expression_edit import ExpressionEdit
from mailflow_gui.ui.editor.panels.last_messages import LastMessages
from mailflow_gui.ui.editor.panels.parts import section, sides_before
from mailflow_gui.ui.integrations.create.draft import plain_values

_KEY = "filter"


class AdvancedFilterPanel(StepPanel):
    """The expression, and the live result."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        field = self._declared.FIELDS[_KEY]
        text = str(step.values.get(_KEY, ""))
        self.expression = ExpressionEdit(
            field.label, field.help, text, sides_before(surroundings), required=field.required
        )
        section(self).addWidget(self.expression)
        self.result = LastMessages(surroundings, self._complete)
        section(self, after_divider=True).addWidget(self.result)
        self.column.addStretch(1)
        self.expression.changed.connect(self._on_changed)

    def values(self) -> Mapping[str, Plain]:
        return plain_values(self._declared, {_KEY: self.expression.text()}, self.step.values)

    def focus_field(self, key: str) -> None:
        self.expression.focus_problem()

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self.expression.set_sides(sides_before(surroundings))
        self.result.surround(surroundings)

    def _complete(self) -> Step | None:
        """The step as it is now; None while the expression can't be asked."""
        values = self.values()
        return None if self._declared.check(values)[1] else replace(self.step, values=values, disabled=False)

    def _on_changed(self) -> None:
        self.result.ask_soon()
        self.changed.emit()
