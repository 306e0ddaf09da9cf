"""An expression in a field: problems underlined by position, completion, examples, and the manual. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mailflow_gui.core.expressions.completion import complete
from mailflow_gui.core.expressions.expression import check
from mailflow_gui.core.expressions.manual import EXAMPLES, manual
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_sides import Sides
from mailflow_gui.core.shapes import ShapeField
from mailflow_gui.ui import theme
from mailflow_gui.ui.editor.panels.parts import first_of
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.code_editor import CodeEditor, Completion, Mark
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import TextArea
from mailflow_gui.ui.widgets.labels import Caption, Heading
from mailflow_gui.ui.widgets.painting import KeyboardFocus, box, smooth
from mailflow_gui.ui.widgets.tips import plain_tip


class ExpressionEdit(QWidget):
    """A labelled expression. `changed` follows every change of its text."""

    changed = Signal()

    def __init__(self, label: str, help: str, text: str, sides: Sides, *, required: bool = False) -> None:
        super().__init__()
        self._sides, self._help = sides, help
        self.code = CodeEditor(lines=5, marks=self._marks, completions=self._completions)
        self.code.setPlaceholderText(EXAMPLES[0])
        self.code.setPlainText(text)
        self.manual = Button(tr("How to Write It"), kind="link", small=True)
        self.row = FormRow(label, self.code, required=required, help=help)
        self.row.add_label_action(self.manual)
        self.examples = _Examples(self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.row)
        column.addWidget(self.examples)
        self.code.textChanged.connect(self._on_changed)
        self.code.marked.connect(self._on_marked)
        self.manual.clicked.connect(lambda: ManualDialog(self).open())
        self.code.look()

    def text(self) -> str:
        """The expression as it stands."""
        return self.code.toPlainText()

    def set_sides(self, sides: Sides) -> None:
        """Other fields can be read."""
        self._sides = sides
        self.code.look()

    def focus_problem(self) -> None:
        """Puts the cursor where the first problem is, else just into the field."""
        if self.code.marks:
            self.code.go_to(self.code.marks[0])
        else:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _marks(self, text: str) -> Sequence[Mark]:
        """Grammar and values are problems; a name that nothing gives at this place is a warning."""
        if not text.strip():
            return ()
        found = dict.fromkeys(check(text), False)
        found.update({one: True for one in check(text, _paths(self._sides)) if one not in found})
        return [
            Mark(one.start, one.length, one.message, one.line, one.column, warning)
            for one, warning in sorted(found.items())
        ]

    def _completions(self, text: str, cursor: int) -> Sequence[Completion]:
        fields = [ShapeField(one.path, one.label, one.kind) for group in self._sides.groups for one in group.fields]
        return [Completion(one.text, one.label, one.start, one.length) for one in complete(text, cursor, fields)]

    def _on_changed(self) -> None:
        self.examples.setVisible(not self.text().strip())
        self.changed.emit()

    def _on_marked(self, marks: list[Mark]) -> None:
        wrong = [one for one in marks if not one.warning]
        self.row.set_problem(first_of(wrong) or None)
        self.row.set_help(next((str(one) for one in marks if one.warning), "") or self._help)
        self.examples.setVisible(not self.text().strip())


class _Examples(QWidget):
    """Expressions to begin with; a click puts one into the field."""

    def __init__(self, text: CodeEditor) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Caption(tr("Examples"), "text2"))
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
        self.setAccessibleName(tr("Use the example {text}", text=text))
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
        self.setWindowTitle(tr("Expressions"))
        self.setAccessibleName(tr("Expressions"))
        self.resize(640, 560)
        text = TextArea(mono=True, lines=20)
        text.setReadOnly(True)
        text.setText(manual())
        text.setAccessibleName(tr("Expressions"))
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(tr("Expressions")))
        column.addWidget(text, 1)
        column.addLayout(last)


def _paths(sides: Sides) -> set[str] | None:
    """Every name that may be read here; None when only the data tells."""
    if sides.more:
        return None
    return {name for group in sides.groups for one in group.fields for name in (one.path, one.name)}
