"""The panel of Advanced Filter: an expression with its problems underlined, and the live result. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.expressions.completion import complete
from mailflow_gui.core.expressions.expression import check
from mailflow_gui.core.expressions.manual import EXAMPLES, MANUAL
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.model import Step
from mailflow_gui.core.shapes import ShapeField
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.panels.base import StepPanel, Surroundings
from mailflow_gui.ui.editor.panels.last_messages import LastMessages
from mailflow_gui.ui.editor.panels.parts import section, sides_before
from mailflow_gui.ui.integrations.create.draft import plain_values
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.code_editor import CodeEditor, Completion, Mark
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import TextArea
from mailflow_gui.ui.widgets.labels import Caption, Heading
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth
from mailflow_gui.ui.widgets.tips import plain_tip

_KEY = "filter"


class AdvancedFilterPanel(StepPanel):
    """The expression, examples to begin with, and what the last messages would do."""

    def __init__(self, step: Step, surroundings: Surroundings) -> None:
        super().__init__(step, surroundings)
        self._declared = surroundings.services.profiles.catalog.settings_of(step)
        field = self._declared.FIELDS[_KEY]
        self.text = CodeEditor(lines=5, marks=self._marks, completions=self._completions)
        self.text.setPlaceholderText(field.placeholder)
        self.text.setPlainText(str(step.values.get(_KEY, "")))
        self.manual = Button("How to Write It", kind="link", small=True)
        self.row = FormRow(field.label, self.text, required=field.required, help=field.help)
        self.row.add_label_action(self.manual)
        self.examples = _Examples(self.text)
        top = section(self)
        top.addWidget(self.row)
        top.addWidget(self.examples)
        self.result = LastMessages(surroundings, self._complete)
        section(self, after_divider=True).addWidget(self.result)
        self.column.addStretch(1)
        self.text.textChanged.connect(self._on_changed)
        self.text.marked.connect(self._on_marked)
        self.manual.clicked.connect(lambda: ManualDialog(self).open())
        self.text.look()

    def values(self) -> Mapping[str, Plain]:
        return plain_values(self._declared, {_KEY: self.text.toPlainText()}, self.step.values)

    def focus_field(self, key: str) -> None:
        if self.text.marks:
            self.text.go_to(self.text.marks[0])
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def surround(self, surroundings: Surroundings) -> None:
        super().surround(surroundings)
        self.text.look()
        self.result.surround(surroundings)

    def _marks(self, text: str) -> Sequence[Mark]:
        """Grammar and values are problems; a name that nothing gives at this place is a warning."""
        if not text.strip():
            return ()
        found = dict.fromkeys(check(text), False)
        names = _paths(sides_before(self.surroundings))
        found.update({one: True for one in check(text, names) if one not in found})
        return [
            Mark(one.start, one.length, one.message, one.line, one.column, warning)
            for one, warning in sorted(found.items())
        ]

    def _completions(self, text: str, cursor: int) -> Sequence[Completion]:
        sides = sides_before(self.surroundings)
        fields = [ShapeField(one.path, one.label, one.kind) for group in sides.groups for one in group.fields]
        return [Completion(one.text, one.label, one.start, one.length) for one in complete(text, cursor, fields)]

    def _complete(self) -> Step | None:
        """The step as it is now; None while the expression can't be asked."""
        values = self.values()
        return None if self._declared.check(values)[1] else replace(self.step, values=values, disabled=False)

    def _on_changed(self) -> None:
        self.examples.setVisible(not self.text.toPlainText().strip())
        self.result.ask_soon()
        self.changed.emit()

    def _on_marked(self, marks: list[Mark]) -> None:
        wrong = [one for one in marks if not one.warning]
        more = f" And {len(wrong) - 1} more." if len(wrong) > 1 else ""
        self.row.set_problem(f"{wrong[0]}{more}" if wrong else None)
        warning = next((str(one) for one in marks if one.warning), "")
        self.row.set_help(warning or self._declared.FIELDS[_KEY].help)
        self.examples.setVisible(not self.text.toPlainText().strip())


class _Examples(QWidget):
    """Expressions to begin with; a click puts one into the field."""

    def __init__(self, text: CodeEditor) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Caption("Examples", "text2"))
        for example in EXAMPLES[:4]:
            link = _Example(example)
            link.clicked.connect(lambda _=False, example=example: text.put_in(example))
            column.addWidget(link)


class _Example(KeyboardFocus, QAbstractButton):
    """An expression on one line, cut with “…” when narrow; then it is the tooltip, too."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(f"Use the example {text}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, max(24, theme.current().line_height("mono") + 6))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = smooth(self)
        if self.ring_visible:
            box(painter, QRectF(self.rect()), 4, None, theme.color("focus"), 2)
        painter.setFont(theme.font("mono"))
        painter.setPen(theme.color("accentText"))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(self.rect().adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class ManualDialog(QDialog):
    """What may be written in an expression."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Expressions")
        self.setAccessibleName("Expressions")
        self.resize(640, 560)
        text = TextArea(mono=True, lines=20)
        text.setReadOnly(True)
        text.setText(MANUAL)
        text.setAccessibleName("Expressions")
        close = Button("Close")
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading("Expressions"))
        column.addWidget(text, 1)
        column.addLayout(last)


def _paths(sides: Sides) -> set[str]:
    """Every name that may be read here."""
    return {name for group in sides.groups for one in group.fields for name in (one.path, one.name)}
