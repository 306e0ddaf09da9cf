"""The settings of any other step, as a form made from its declared fields. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.ui.forms.settings_form import SettingsForm
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.integrations.create.stage import Services, StagePage, give_focus
from mailflow_gui.ui.widgets.page import FORM_WIDTH


class StepPage(StagePage):
    """Used for the Log step, and for actions that have no page of their own."""

    def __init__(self, step: Step, services: Services) -> None:
        catalog = services.profiles.catalog
        sentence = (
            tr("With {connection}.", connection=step.connection)
            if step.is_connection
            else f"{catalog.step(step.kind).description}."
        )
        super().__init__(catalog.title_of(step), sentence)
        self._declared = catalog.settings_of(step)
        self._step = step
        self.form = SettingsForm(self._declared)
        self.form.set_values({**self._declared().dump(defaults=True), **step.values})
        self.body.set_max_width(FORM_WIDTH)
        self.body.add(self.form)
        self.form.changed.connect(self._on_changed)

    def step(self) -> Step:
        return self._step

    def settle(self) -> bool:
        problems = self.form.check()[1]
        self.form.show_problems(problems)
        if problems:
            self.form.focus(problems[0].field)
        return not problems

    def focus_first(self) -> None:
        first = self.form.first_focus()
        if first is not None:
            give_focus(first)

    def _on_changed(self, _key: str) -> None:
        raw = {key: value for key, value in self.form.raw_values().items() if key in self._declared.FIELDS}
        self._step = replace(self._step, values=plain_values(self._declared, raw, self._step.values))
        self.changed.emit()
