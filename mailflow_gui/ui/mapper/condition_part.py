"""The condition of a mapping: one rule, or an expression in its place. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.rules import read_rule
from mailflow_gui.ui.editor.panels.expression_edit import ExpressionEdit
from mailflow_gui.ui.editor.panels.rules import RulesEditor
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.segmented import Segmented

_RULE, _EXPRESSION = "rule", "expression"


class ConditionPart(QWidget):
    """`changed` carries the condition as a row holds it: a rule, or the expression's text."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, when: Plain, sides: Sides) -> None:
        super().__init__()
        written = isinstance(when, str)
        self.kind = Segmented([(_RULE, tr("Rule")), (_EXPRESSION, tr("Expression"))])
        self.kind.setAccessibleName(tr("Kind of condition"))
        self.remove = IconButton("trash", tr("Remove Condition"), size=16, side=28)
        self.rules = RulesEditor(sides, single=True)
        self.rules.show_rows([] if written else [when])
        self.rules.cards[0].remove.hide()
        help = tr("The mapping is done only for messages that meet it.")
        self.expression = ExpressionEdit(tr("Expression"), help, when if isinstance(when, str) else "", sides)
        self.kind.set_value(_EXPRESSION if written else _RULE)
        self._lay_out()
        self._show_kind()
        self.kind.changed.connect(lambda _: self._on_kind())
        self.rules.changed.connect(self._tell)
        self.expression.changed.connect(self._tell)
        self.remove.clicked.connect(self.removed)

    def condition(self) -> Plain:
        """The condition as it stands."""
        if self.kind.value == _EXPRESSION:
            return self.expression.text()
        rows = self.rules.rows()
        return rows[0] if rows else {"path": "", "op": "contains", "value": ""}

    def focus_first(self) -> None:
        """Puts the focus where typing begins."""
        if self.kind.value == _EXPRESSION:
            self.expression.focus_problem()
        else:
            self.rules.cards[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._show_problems()
        self.changed.emit(self.condition())

    def _on_kind(self) -> None:
        self._show_kind()
        self._tell()

    def _show_kind(self) -> None:
        written = self.kind.value == _EXPRESSION
        self.expression.setVisible(written)
        self.rules.setVisible(not written)
        self._show_problems()

    def _show_problems(self) -> None:
        if self.kind.value == _RULE:
            self.rules.show_problems(read_rule(self.condition(), "rules[0]", symbols=True)[1])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(tr("Only if"), "label"))
        head.addStretch(1)
        head.addWidget(self.kind)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.rules)
        column.addWidget(self.expression)
