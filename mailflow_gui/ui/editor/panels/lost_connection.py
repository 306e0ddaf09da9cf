"""The panel of a step whose connection is gone: which one to use instead. GUI thread."""

from __future__ import annotations

from mailflow_gui.core.fields import Option
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.core.offers import usable
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.parts import choice_of, section
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.labels import Caption


class LostConnectionPanel(StepPanel):
    """The step's settings stay as they are until another connection is chosen."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        profiles = surroundings.services.profiles
        names = [one.name for one in usable(step, profiles.profile, profiles.catalog)]
        options = [Option("", tr("Choose a connection")), *(Option(name, name) for name in names)]
        self.choice = choice_of(options, "", self._on_chosen)
        self.choice.setEnabled(bool(names))
        row = FormRow(tr("Connection"), self.choice, required=True)
        column = section(self)
        column.addWidget(row)
        column.addWidget(Caption(tr("The other settings of this step are kept.")))
        self.column.addStretch(1)
        gone = (
            tr("“{connection}” is gone.", connection=step.connection)
            if step.connection
            else tr("This step has no connection yet.")
        )
        advice = tr("Choose another one.") if names else tr("Create a connection of this kind first.")
        row.set_problem(f"{gone} {advice}")

    def focus_field(self, key: str) -> None:
        self.choice.setFocus()

    def _on_chosen(self) -> None:
        name = self.choice.currentData()
        if name:
            self.connection_chosen.emit(name)
