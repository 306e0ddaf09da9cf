"""“Retry with Another Address”: where one message goes instead. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from mailflow_gui.core.language import later, tr
from mailflow_gui.core.mime.addresses import split_recipients
from mailflow_gui.ui.connections.questions import Sheet
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import ComboBox, LineEdit

_TEXT = later("Only this message goes there. The step and other messages stay as they are.")


class AddressSheet(Sheet):
    """`chosen` gets the address that was refused ("" for all recipients) and the one to take its place."""

    def __init__(self, refused: Sequence[str], chosen: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__(tr("Retry with Another Address"), tr(_TEXT), parent)
        self.setAccessibleName(tr("Retry with Another Address"))
        self._chosen = chosen
        self.refused = ComboBox()
        for address in refused:
            self.refused.addItem(address, address)
        self.address = LineEdit(refused[0] if refused else "", placeholder="name@example.org")
        self.row = FormRow(tr("Send To"), self.address, required=True)
        if len(refused) > 1:
            self.body.addWidget(FormRow(tr("Instead Of"), self.refused))
            self.refused.currentIndexChanged.connect(lambda _: self.address.setText(self.refused.currentText()))
        self.body.addWidget(self.row)
        self.add_button(tr("Cancel"), self.reject)
        self.retry = self.add_button(tr("Retry"), self.on_accepted, primary=True)
        self.retry.setDefault(True)
        self.address.textChanged.connect(lambda _: self.row.set_problem(None))
        self.address.selectAll()
        self.address.setFocus()

    def on_accepted(self) -> None:
        """Checks the address and hands it over."""
        found, problems = split_recipients(self.address.text())
        old = self.refused.currentText()
        if problems or len(found) != 1:
            self.row.set_problem(tr("Enter one email address.") if len(found) != 1 else " ".join(problems))
        elif found[0].address == old:
            self.row.set_problem(tr("The server refused this one."))
        else:
            self.accept()
            self._chosen(old, found[0].address)
