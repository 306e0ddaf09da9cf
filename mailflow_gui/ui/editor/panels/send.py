"""The panel of a Send Email step: its form, and below it what would be sent for the sample message. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Rehearsal
from mailflow_gui.qt.previews import Sample, sample_of
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.samples import Rehearsing
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.integrations.create.outgoing_panel import OutgoingPanel
from mailflow_gui.ui.integrations.create.send_form import SendForm
from mailflow_gui.ui.integrations.create.test_sheet import open_test_sheet


class SendPanel(StepPanel):
    """Who gets what; typed values are defaults for what is mapped."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        self.form = SendForm(self._declared, step.values)
        self.form.set_bare()
        self.outgoing = OutgoingPanel()
        self._rehearsing = Rehearsing(surroundings.samples, self._show)
        self.column.setContentsMargins(0, 0, 0, 20)
        self.column.addWidget(self.form)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 20, 0)
        below.addWidget(self.outgoing)
        self.column.addLayout(below)
        self.form.changed.connect(self._on_changed)
        self.outgoing.test_requested.connect(self._on_test)
        surroundings.samples.changed.connect(self._ask)
        self.outgoing.show_values(self.form.values())
        self.outgoing.show_loading()
        self._ask()

    def values(self) -> Mapping[str, Plain]:
        return plain_values(self._declared, self.form.values(), self.step.values)

    def focus_field(self, key: str) -> None:
        self.form.show_problems(self.form.problems())
        self.form.focus_field(key or "to")

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self._ask()

    def _ask(self) -> None:
        current = self.surroundings.samples.current
        if current is not None:
            inner = [step for step in self.surroundings.before[1:] if not step.is_connection]
            self._rehearsing.ask(inner, (current,))

    def _show(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        for one in rehearsals:
            self.outgoing.show_sample(self._sample(one), self.surroundings.samples.trouble)

    def _sample(self, rehearsal: Rehearsal) -> Sample:
        return sample_of(rehearsal, built_in=self.surroundings.samples.built_in)

    def _on_test(self, exchange: Exchange) -> None:
        services = self.surroundings.services
        account = str(services.profiles.profile.connection(self.step.connection).values.get("username") or "")
        step = replace(self.step, values=self.values())
        open_test_sheet(services.previews, step, exchange, account, self)

    def _on_changed(self) -> None:
        self.outgoing.show_values(self.form.values())
        self.changed.emit()
