"""A mapping's condition that is written as an expression. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mailflow_gui.core.expressions.expression import check
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import TextArea


class ConditionText(QWidget):
    """The text, with what is wrong below it. `changed` carries the text the person typed."""

    changed = Signal(str)
    removed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.area = TextArea(lines=3)
        self.area.setPlainText(text)
        self.row = FormRow("Only if", self.area)
        self.remove = IconButton("trash", "Remove Condition", size=16, side=28)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 8, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.row, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self._show_problem()
        self.area.textChanged.connect(self._on_typed)
        self.remove.clicked.connect(self.removed)

    def _on_typed(self) -> None:
        self._show_problem()
        self.changed.emit(self.area.toPlainText())

    def _show_problem(self) -> None:
        problems = check(self.area.toPlainText())
        self.row.set_problem(str(problems[0]) if problems else None)
