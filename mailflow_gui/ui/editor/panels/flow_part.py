"""One condition of Conditional Flows: a name, rules or an expression, and its place in the order. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Choice
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.model import Flow
from mailflow_gui.core.settings import Settings
from mailflow_gui.ui.editor.panels.expression_edit import ExpressionEdit
from mailflow_gui.ui.editor.panels.parts import choice_of
from mailflow_gui.ui.editor.panels.rules import RulesEditor
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.mapper.end_row import Mover
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.segmented import Segmented

_RULES, _EXPRESSION = "rules", "condition"


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
        self.up = IconButton("chevron-up", tr("Move Up"), size=16, side=28)
        self.down = IconButton("chevron-down", tr("Move Down"), size=16, side=28)
        self.remove = IconButton("trash", tr("Remove Condition"), size=16, side=28)
        self.name = LineEdit(str(flow.values.get("name", "")))
        self.predicate = choice_of(options, str(flow.values.get("predicate", joined.default)), self.changed.emit)
        self.rules = RulesEditor(sides)
        rows = flow.values.get("rules")
        self.rules.show_rows(rows if isinstance(rows, (list, tuple)) else ())
        self._sides, self._text = sides, str(flow.values.get(_EXPRESSION, ""))
        self._expression: ExpressionEdit | None = None
        self.kind = Segmented([(_RULES, tr("Rules")), (_EXPRESSION, tr("Expression"))])
        self._ruled = QWidget()
        self._lay_out(joined.label)
        self.kind.set_value(_EXPRESSION if self._text.strip() else _RULES)
        self._show_kind()
        self.kind.changed.connect(lambda _: self._on_kind())
        self.name.textEdited.connect(lambda _: self.changed.emit())
        self.rules.changed.connect(self.changed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        Mover(self).moved.connect(self.moved)

    @property
    def expression(self) -> ExpressionEdit:
        """The field for an expression; made when it is first asked for, since most conditions are rules."""
        if self._expression is None:
            help = self._declared.FIELDS[_EXPRESSION].help
            self._expression = ExpressionEdit(tr("Expression"), help, self._text, self._sides)
            self._expression.changed.connect(self.changed)
            self._column.addWidget(self._expression)
        return self._expression

    def flow(self) -> Flow:
        """The flow as it is now: the same one, with another condition."""
        raw = {
            "name": self.name.text(),
            "predicate": self.predicate.currentData(),
            "rules": self.rules.rows() or (),
            "condition": self.expression.text() if self.kind.value == _EXPRESSION else "",
        }
        return replace(self.kept, values=plain_values(self._declared, raw, self.kept.values))

    def set_sides(self, sides: Sides) -> None:
        """Other fields can be read."""
        self._sides = sides
        self.rules.set_sides(sides)
        if self._expression is not None:
            self._expression.set_sides(sides)

    def problems(self) -> bool:
        """Whether the condition can't be asked yet."""
        return bool(self._declared.check(self.flow().values)[1])

    def show_problems(self) -> None:
        """Marks what is wrong."""
        self.rules.show_problems(self._declared.check(self.flow().values)[1])

    def set_place(self, number: int, count: int) -> None:
        """Which condition it is, from 1, of how many."""
        self.title.setText(tr("Condition {number}", number=number))
        self.name.setPlaceholderText(tr("Condition {number}", number=number))
        self.setAccessibleName(tr("Condition {number}", number=number))
        self.kind.setAccessibleName(tr("Kind of condition {number}", number=number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        self.up.set_name(tr("Move Up Condition {number}", number=number))
        self.down.set_name(tr("Move Down Condition {number}", number=number))
        self.remove.set_name(tr("Remove Condition {number}", number=number))

    def focus_first(self) -> None:
        """Puts the focus where work begins."""
        if self.kind.value == _EXPRESSION:
            self.expression.focus_problem()
            return
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
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(FormRow(tr("Name"), self.name, note=tr("Optional")))
        column.addWidget(self.kind)
        inner = QVBoxLayout(self._ruled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(FormRow(joined, self.predicate))
        inner.addWidget(self.rules)
        column.addWidget(self._ruled)

    def _on_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        by_rules = self.kind.value == _RULES
        self._ruled.setVisible(by_rules)
        if self._expression is not None or not by_rules:
            self.expression.setVisible(not by_rules)
