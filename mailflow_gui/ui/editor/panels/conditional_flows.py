"""The panel of Conditional Flows: conditions in their order, and the flow for everything else. GUI thread.

Flows keep their ids, and with them their steps, whatever happens to their conditions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.model import Flow, Step
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.flow_part import FlowPart
from mailflow_gui.ui.editor.panels.last_messages import LastMessages
from mailflow_gui.ui.editor.panels.parts import section, sides_before
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Divider
from mailflow_gui.ui.widgets.choices import CheckBox


class ConditionalFlowsPanel(StepPanel):
    """One part for each condition; moving one moves its flow with all its steps."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        declared = surroundings.services.profiles.catalog.step(step.kind).flow
        if declared is None:
            raise TypeError(f"{step.kind} has no flows")
        self._declared = declared
        self.parts: list[FlowPart] = []
        self._sides = sides_before(surroundings)
        self._top = section(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.add = Button(tr("Add another condition"), kind="link", icon="plus")
        self.otherwise = CheckBox(tr("Otherwise: a flow for every other message"))
        self.default: Flow | None = None
        self._top.addLayout(self._list)
        self._top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addWidget(Divider())
        self._top.addWidget(self.otherwise)
        for flow in step.flows:
            if flow.values.get("default") is True and self.default is None:
                self.default = flow
            else:
                self._append(flow)
        if not self.parts:
            self._append(Flow())
        self._kept_default = self.default or Flow({"default": True})
        self.otherwise.setChecked(self.default is not None)
        self.result = LastMessages(surroundings, self._complete)
        section(self, after_divider=True).addWidget(self.result)
        self.column.addStretch(1)
        self.add.clicked.connect(self._on_add)
        self.otherwise.toggled.connect(self._on_otherwise)
        self._show_problems()

    def values(self) -> Mapping[str, Plain]:
        return self.step.values

    def flows(self) -> tuple[Flow, ...]:
        made = tuple(part.flow() for part in self.parts)
        return (*made, self.default) if self.default is not None else made

    def focus_field(self, key: str) -> None:
        self._show_problems()
        self.parts[0].focus_first()

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self._sides = sides_before(surroundings)
        for part in self.parts:
            part.set_sides(self._sides)
        self.result.surround(surroundings)

    def _append(self, flow: Flow) -> FlowPart:
        part = FlowPart(self._declared, flow, self._sides)
        part.changed.connect(self._on_changed)
        part.moved.connect(lambda by: self._on_moved(part, by))
        part.removed.connect(lambda: self._on_removed(part))
        self._list.addWidget(part)
        self.parts.append(part)
        self._settle()
        return part

    def _settle(self) -> None:
        for number, part in enumerate(self.parts, 1):
            part.set_place(number, len(self.parts))

    def _on_add(self) -> None:
        self._append(Flow()).focus_first()
        self._on_changed()

    def _on_moved(self, part: FlowPart, by: int) -> None:
        place = self.parts.index(part)
        to = place + by
        if 0 <= to < len(self.parts):
            self.parts.insert(to, self.parts.pop(place))
            self._list.removeWidget(part)
            self._list.insertWidget(to, part)
            self._settle()
            part.keep_focus(by)
            self._on_changed()

    def _on_removed(self, part: FlowPart) -> None:
        steps = len(part.kept.steps)
        if not steps:
            self._remove(part)
            return
        words = trn("Remove this condition and its step?", "Remove this condition and its {count} steps?", steps)
        answers = (
            Answer(tr("Keep Condition")),
            Answer(tr("Remove Condition"), lambda: self._remove(part), danger=True),
        )
        ask(self, words, tr("You can undo this."), answers)

    def _remove(self, part: FlowPart) -> None:
        place = self.parts.index(part)
        self.parts.remove(part)
        self._list.removeWidget(part)
        part.hide()
        part.deleteLater()
        if not self.parts:
            self._append(Flow())
        self._settle()
        self.parts[min(place, len(self.parts) - 1)].focus_first()
        self._on_changed()

    def _on_otherwise(self, on: bool) -> None:
        steps = len(self.default.steps) if self.default is not None else 0
        if not on and steps:
            words = trn(
                "Remove the flow “Otherwise” and its step?", "Remove the flow “Otherwise” and its {count} steps?", steps
            )
            answers = (
                Answer(tr("Keep Flow"), lambda: self.otherwise.setChecked(True)),
                Answer(tr("Remove Flow"), self._drop_default, danger=True),
            )
            ask(self, words, tr("You can undo this."), answers)
            return
        if on and self.default is None:
            self.default = self._kept_default
            self._on_changed()
        elif not on:
            self._drop_default()

    def _drop_default(self) -> None:
        if self.default is not None:
            self.default = None
            self._on_changed()

    def _complete(self) -> Step | None:
        """The step as it is now; None while a condition can't be asked."""
        if any(part.problems() for part in self.parts):
            return None
        return replace(self.step, flows=self.flows(), disabled=False)

    def _show_problems(self) -> None:
        for part in self.parts:
            part.show_problems()

    def _on_changed(self) -> None:
        self._show_problems()
        self.result.ask_soon()
        self.changed.emit()
