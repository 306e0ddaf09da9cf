"""The panel of Conditional Flows: conditions in their order, and the flow for everything else. GUI thread.

Flows keep their ids, and with them their steps, whatever happens to their conditions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Choice, Plain
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.model import Flow, Step
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.last_messages import LastMessages
from mailflow_gui.ui.editor.panels.parts import choice_of, section, sides_before
from mailflow_gui.ui.editor.panels.rules import RulesEditor
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.mapper.end_row import Mover
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Divider
from mailflow_gui.ui.widgets.choices import CheckBox
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit
from mailflow_gui.ui.widgets.labels import Label


class ConditionalFlowsPanel(StepPanel):
    """One part for each condition; moving one moves its flow with all its steps."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        declared = surroundings.services.profiles.catalog.step(step.kind).flow
        if declared is None:
            raise TypeError(f"{step.kind} has no flows")
        self._declared = declared
        self.parts: list[FlowPart] = []
        self._top = section(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.add = Button("Add another condition", kind="link", icon="plus")
        self.otherwise = CheckBox("Otherwise: a flow for every other message")
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
        for part in self.parts:
            part.rules.set_sides(sides_before(surroundings))
        self.result.surround(surroundings)

    def _append(self, flow: Flow) -> FlowPart:
        part = FlowPart(self._declared, flow, sides_before(self.surroundings))
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
        words = "its step" if steps == 1 else f"its {steps} steps"
        answers = (Answer("Keep Condition"), Answer("Remove Condition", lambda: self._remove(part), danger=True))
        ask(self, f"Remove this condition and {words}?", "You can undo this.", answers)

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
            words = "its step" if steps == 1 else f"its {steps} steps"
            answers = (
                Answer("Keep Flow", lambda: self.otherwise.setChecked(True)),
                Answer("Remove Flow", self._drop_default, danger=True),
            )
            ask(self, f"Remove the flow “Otherwise” and {words}?", "You can undo this.", answers)
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


class FlowPart(QWidget):
    """One condition: a name, rules, and its place in the order. `kept` is the flow that it came from."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, declared: type[Settings], flow: Flow, sides: Sides) -> None:
        super().__init__()
        self._declared, self.kept = declared, flow
        joined = declared.FIELDS["predicate"]
        options = joined.options if isinstance(joined, Choice) else ()
        self.title = Label("", "subheading")
        self.up = IconButton("arrow-down", "Move Up", size=16, side=28)
        self.up.set_icon("chevron-up")
        self.down = IconButton("chevron-down", "Move Down", size=16, side=28)
        self.remove = IconButton("trash", "Remove Condition", size=16, side=28)
        self.name = LineEdit(str(flow.values.get("name", "")))
        self.predicate = choice_of(options, str(flow.values.get("predicate", joined.default)), self.changed.emit)
        self.rules = RulesEditor(sides)
        rows = flow.values.get("rules")
        self.rules.show_rows(rows if isinstance(rows, (list, tuple)) else ())
        self._lay_out(joined.label)
        self.name.textEdited.connect(lambda _: self.changed.emit())
        self.rules.changed.connect(self.changed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        Mover(self).moved.connect(self.moved)

    def flow(self) -> Flow:
        """The flow as it is now: the same one, with another condition."""
        raw = {
            "name": self.name.text(),
            "predicate": self.predicate.currentData(),
            "rules": self.rules.rows(),
        }
        return replace(self.kept, values=plain_values(self._declared, raw, self.kept.values))

    def problems(self) -> bool:
        """Whether the condition can't be asked yet."""
        return bool(self._declared.check(self.flow().values)[1])

    def show_problems(self) -> None:
        """Marks what is wrong."""
        self.rules.show_problems(self._declared.check(self.flow().values)[1])

    def set_place(self, number: int, count: int) -> None:
        """Which condition it is, from 1, of how many."""
        self.title.setText(f"Condition {number}")
        self.name.setPlaceholderText(f"Condition {number}")
        self.setAccessibleName(f"Condition {number}")
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        for button, verb in ((self.up, "Move Up"), (self.down, "Move Down"), (self.remove, "Remove")):
            button.set_name(f"{verb} Condition {number}")

    def focus_first(self) -> None:
        """Puts the focus where work begins."""
        self.rules.cards[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_focus(self, by: int) -> None:
        """After a move: the button that was pressed, or the other one at the end of the list."""
        pressed, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        if not self.isAncestorOf(self.window().focusWidget() or self) or not pressed.isEnabled():
            (pressed if pressed.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, joined: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(FormRow("Name", self.name, note="Optional"))
        column.addWidget(FormRow(joined, self.predicate))
        column.addWidget(self.rules)
