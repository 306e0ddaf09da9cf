"""“Save the integration”: its name, description and labels, as a draft or started at once. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.review import StepProblem
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit, TextArea
from mailflow_gui.ui.widgets.labels import Heading, Label

_WIDTH = 480
_LISTED = 5


class NameDialog(QDialog):
    """`saved` carries name, description, labels and whether to start; `step_wanted` the index of a step to be set up.

    With `start` Enter in the name saves and starts, and what a start lacks is listed at once. `start_words` are what a
    start is called where the dialog was asked for: one that runs is started anew.
    """

    saved = Signal(str, str, tuple, bool)
    step_wanted = Signal(int)

    def __init__(
        self,
        name: str,
        description: str,
        labels: Sequence[str],
        taken: Sequence[str],
        problems: Sequence[StepProblem],
        parent: QWidget | None = None,
        *,
        start: bool = False,
        start_words: str = "",
    ) -> None:
        super().__init__(parent)
        self._start = start
        self._taken = {one.casefold() for one in taken}
        self._problems = tuple(problems)
        self.setWindowTitle(tr("Save the integration"))
        self.setAccessibleName(tr("Save the integration"))
        self.setFixedWidth(_WIDTH)
        self.name = LineEdit(name, placeholder=tr("Welcome new leads"))
        self.description = TextArea(lines=3)
        self.description.setText(description)
        self.labels = LineEdit(", ".join(labels), placeholder=tr("Labels, parted by commas"))
        self.name_row = FormRow(tr("Name"), self.name, required=True)
        self.cancel = Button(tr("Cancel"))
        self.save = Button(tr("Save"))
        self.save_and_start = Button(start_words or tr("Save and Start"), kind="primary")
        self.missing = Banner("warning", tr("Some steps still need settings"))
        self.lines = Label("", "body", "text2", wrap=True)
        self._lay_out()
        self.name.selectAll()
        self.name.textChanged.connect(lambda _: self.name_row.set_problem(None))
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(lambda: self._on_save(False))
        self.save_and_start.clicked.connect(lambda: self._on_save(True))
        if start and self._problems:
            self._list_missing()

    def set_busy(self, busy: bool) -> None:
        """While the integration is being written."""
        self.save.set_busy(busy, tr("Saving…"))
        self.save_and_start.setEnabled(not busy)

    def show_problem(self, text: str) -> None:
        """Why it was not saved."""
        self.set_busy(False)
        self.name_row.set_problem(text)
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control or self.name.hasFocus():
                self._on_save(control or self._start)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return super().event(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Heading(tr("Save the integration")))
        column.addWidget(self.name_row)
        column.addWidget(FormRow(tr("Description"), self.description, note=tr("Optional")))
        column.addWidget(FormRow(tr("Labels"), self.labels, note=tr("Optional")))
        self._missing_box = QWidget()
        inner = QVBoxLayout(self._missing_box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.missing)
        inner.addWidget(self.lines)
        self._missing_box.hide()
        column.addWidget(self._missing_box)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.save_and_start)
        column.addLayout(buttons)

    def _on_save(self, start: bool) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.show_problem(tr("Name is required."))
        elif name.casefold() in self._taken:
            self.show_problem(tr("That name is taken. Try another."))
        elif start and self._problems:
            self._list_missing()
        elif not self.save.busy:
            given = (" ".join(one.split()) for one in self.labels.text().split(","))
            labels = tuple(dict.fromkeys(one for one in given if one))
            self.saved.emit(name, self.description.text().strip(), labels, start)

    def _list_missing(self) -> None:
        count = len({one.index for one in self._problems})
        title = trn("{count} step still needs settings", "{count} steps still need settings", count)
        first = self._problems[0].index
        self.missing.set_content(
            "warning",
            title,
            tr("Save keeps it as a draft."),
            [(tr("Show Step {number}", number=first + 1), lambda: self._on_show(first))],
        )
        shown = [f"• {one}" for one in self._problems[:_LISTED]]
        self.lines.setText("\n".join(shown))
        self._missing_box.show()
        self.missing.buttons()[0].setFocus()

    def _on_show(self, index: int) -> None:
        self.reject()
        self.step_wanted.emit(index)
