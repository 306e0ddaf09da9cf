"""Small sheets of the data mapper: a constant, and a header as a source. GUI thread."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import tr
from mailflow_gui.ui.connections.questions import Sheet
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit

_HEADER = re.compile(r"[!-9;-~]+")


class ConstantSheet(Sheet):
    """Name and value of a constant. `done` gets both."""

    def __init__(
        self,
        parent: QWidget,
        done: Callable[[str, str], object],
        name: str = "",
        value: str = "",
        remove: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(
            tr("Constant") if remove else tr("Add a constant"), tr("A fixed text that you can map."), parent
        )
        self._done, self._remove = done, remove
        self.name = LineEdit("" if name == value else name, placeholder=tr("Sales team"))
        self.value = LineEdit(value, placeholder="sales@example.org")
        self._value_row = FormRow(tr("Value"), self.value, required=True)
        self.body.addWidget(FormRow(tr("Name"), self.name, note=tr("Optional")))
        self.body.addWidget(self._value_row)
        if remove is not None:
            self.add_button(tr("Remove Constant"), self._on_remove)
        self.add_button(tr("Cancel"), self.reject)
        self.save = self.add_button(tr("Save") if remove else tr("Add Constant"), self.on_save, primary=True)
        self.save.setDefault(True)
        self.name.setFocus()

    def _on_remove(self) -> None:
        self.accept()
        if self._remove is not None:
            self._remove()

    def on_save(self) -> None:
        """Checks and hands over; a constant without a name is called by its value."""
        value = self.value.text()
        if not value:
            self._value_row.set_problem(tr("Value is required."))
            self.value.setFocus()
            return
        self.accept()
        self._done(" ".join(self.name.text().split()) or value, value)


class HeaderSheet(Sheet):
    """The name of a header of the received message."""

    def __init__(self, parent: QWidget, done: Callable[[str], object]) -> None:
        super().__init__(tr("Add a header"), tr("A header of the received message, for example List-Id."), parent)
        self._done = done
        self.name = LineEdit(placeholder="List-Id")
        self._row = FormRow(tr("Header Name"), self.name, required=True)
        self.body.addWidget(self._row)
        self.add_button(tr("Cancel"), self.reject)
        self.save = self.add_button(tr("Add Header"), self.on_save, primary=True)
        self.save.setDefault(True)
        self.name.setFocus()

    def on_save(self) -> None:
        """Checks and hands over."""
        name = self.name.text().strip().removesuffix(":")
        if not _HEADER.fullmatch(name):
            self._row.set_problem(tr("A header name has letters, digits and hyphens, and no spaces."))
            self.name.setFocus()
            return
        self.accept()
        self._done(name)
