"""The side panel during a Test Run: what a step gave, what it got, and its settings. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Outcome, StepResult
from mailflow_gui.core.shapes import Shape
from mailflow_gui.core.trial import Row, inputs, outputs, received
from mailflow_gui.qt.previews import Previews
from mailflow_gui.ui.editor.trial_outgoing import OutgoingView
from mailflow_gui.ui.editor.trial_rows import ValueRows
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.segmented import Segmented

_TABS = [("output", later("Output")), ("input", later("Input")), ("settings", later("Settings"))]
_GREEN = later("Green: set or changed by this step.")
_SAME = later("This step changes nothing.")


class TrialPanel(QWidget):
    """`settings` is the step's own panel, which it takes over. `copied` when something went to the clipboard."""

    copied = Signal()

    def __init__(self, previews: Previews, settings: QWidget) -> None:
        super().__init__()
        self._results: tuple[StepResult, ...] = ()
        self._message: Message | None = None
        self._target: tuple[Step, Shape] | None = None
        self._item = 0
        self.tabs = Segmented([(value, tr(name)) for value, name in _TABS])
        self.tabs.setAccessibleName(tr("Result or settings"))
        self.settings = settings
        self.note = Banner("info", "")
        self.said = Label("", "body", wrap=True)
        self.rows = ValueRows()
        self.legend = Caption("", "text3")
        self.outgoing = OutgoingView(previews)
        self.earlier = IconButton("chevron-left", tr("Previous Item"), size=16, side=28)
        self.later = IconButton("chevron-right", tr("Next Item"), size=16, side=28)
        self.item = Label("", "body", "text2")
        self.copy = Button(tr("Copy"), kind="ghost", icon="copy")
        self._items = QWidget()
        self._lay_out()
        self.tabs.changed.connect(lambda _: self._refresh())
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.copy.clicked.connect(self._on_copy)
        self._refresh()

    def show_message(self, message: Message) -> None:
        """The panel of the start: the message that goes in."""
        self._message, self._results = message, ()
        self._refresh()

    def show_results(self, results: Sequence[StepResult], target: tuple[Step, Shape] | None = None) -> None:
        """The passages of a step, none when it was not reached; `target` takes what a mapping step gives."""
        self._message, self._results, self._target = None, tuple(results), target
        self._item = min(self._item, max(0, len(results) - 1))
        self._refresh()

    @property
    def result(self) -> StepResult | None:
        """The passage that is shown."""
        return self._results[self._item] if self._results else None

    @property
    def text(self) -> str:
        """What is shown, as text."""
        if self.outgoing.isVisibleTo(self):
            return self.outgoing.text
        return self.rows.text

    def _refresh(self) -> None:
        tab, result = self.tabs.value, self.result
        sending = tab == "output" and result is not None and result.outgoing is not None
        rows = () if tab == "settings" or sending else self._rows(tab)
        self.settings.setVisible(tab == "settings")
        self.outgoing.setVisible(sending)
        if result is not None and result.outgoing is not None and sending:
            self.outgoing.show_outgoing(result.outgoing, result.text)
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self.copy.setVisible(bool(rows) or sending)
        self._show_words(tab, rows)
        self._items.setVisible(tab != "settings" and len(self._results) > 1)
        self.item.setText(tr("Item {number} of {count}", number=self._item + 1, count=len(self._results)))
        self.earlier.setEnabled(self._item > 0)
        self.later.setEnabled(self._item < len(self._results) - 1)

    def _rows(self, tab: str) -> tuple[Row, ...]:
        if self._message is not None:
            return received(self._message) if tab == "output" else ()
        if self.result is None:
            return ()
        return inputs(self.result) if tab == "input" else outputs(self.result, self._target)

    def _show_words(self, tab: str, rows: Sequence[Row]) -> None:
        """The banner, what the step said, and the line below the fields."""
        result = self.result
        kind, title, text = "info", "", ""
        if tab == "input" and self._message is not None:
            title, text = tr("Nothing comes before this step"), tr("The message it gave is under Output.")
        elif tab != "settings" and result is None and self._message is None:
            title, text = tr("Not reached"), tr("The message did not come to this step.")
        elif tab == "output" and result is not None and result.outcome is Outcome.FAILED:
            kind, title, text = "error", tr("This step failed"), result.text
        elif tab == "output" and result is not None and result.outcome is Outcome.STOPPED:
            title, text = tr("Stopped here"), result.text
        self.note.setVisible(bool(title))
        self.note.set_content(kind, title, text)
        plain = tab == "output" and result is not None and result.outcome is Outcome.OK
        self.said.setText(result.text if plain and result is not None else "")
        self.said.setVisible(bool(self.said.text()))
        changed = any(row.changed for row in rows)
        self.legend.setText(tr(_GREEN) if changed else tr(_SAME) if plain and rows else "")
        self.legend.setVisible(bool(self.legend.text()))

    def _step(self, by: int) -> None:
        self._item = max(0, min(len(self._results) - 1, self._item + by))
        self._refresh()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copied.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._items)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.earlier)
        row.addWidget(self.item)
        row.addWidget(self.later)
        row.addStretch(1)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        for widget in (self._items, self.note, self.said, self.rows, self.legend):
            column.addWidget(widget)
        column.addWidget(self.outgoing, 1_000)
        column.addWidget(self.settings)
        column.addLayout(end)
        column.addStretch(1)
