"""“Send this as a test”: asks for one address, sends there only, and says what became of it. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.addresses import split_recipients
from mailflow_gui.core.model import Step
from mailflow_gui.qt.previews import Previews
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import LineEdit
from mailflow_gui.ui.widgets.labels import Heading, Label

_WIDTH = 480


class TestSheet(QDialog):
    """Sends what `step` makes of a message. `own` is the address it begins with."""

    __test__ = False  # no test case, whatever its name says

    def __init__(self, previews: Previews, step: Step, exchange: Exchange, own: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._previews, self._step, self._exchange = previews, step, exchange
        title = tr("Send this as a test")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(_WIDTH)
        self.address = LineEdit(own, placeholder="you@example.org")
        self.row = FormRow(tr("Send to"), self.address, required=True)
        self.said = Banner("info", "")
        self.said.hide()
        self.cancel = Button(tr("Close"))
        self.send = Button(tr("Send Test"), kind="primary")
        self._lay_out(title)
        self.address.selectAll()
        self.address.textChanged.connect(lambda _: self.row.set_problem(None))
        self.cancel.clicked.connect(self.reject)
        self.send.clicked.connect(self._on_send)
        self.send.setDefault(True)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Heading(title))
        words = tr(
            "The email goes to this address only, whoever it names as its recipients. Nothing is marked or counted."
        )
        column.addWidget(Label(words, "body", "text2", wrap=True))
        column.addWidget(self.row)
        column.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)

    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return super().event(event)

    def _on_send(self) -> None:
        addresses, problems = split_recipients(self.address.text())
        if len(addresses) != 1 or problems:
            self.row.set_problem(problems[0] if problems else tr("Enter one address."))
            self.address.setFocus()
            return
        self.said.hide()
        self.send.set_busy(True, tr("Sending…"))
        address = addresses[0].address
        task = self._previews.send_test(self._step, self._exchange, address)
        task.done(lambda _: self._show("success", tr("Sent to {address}", address=address), ""))
        task.failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        title = error.title if isinstance(error, MailflowError) else str(error)
        self._show("error", title, error.hint if isinstance(error, MailflowError) else "")

    def _show(self, kind: str, title: str, text: str) -> None:
        if not isValid(self):  # the sheet was closed meanwhile
            return
        self.send.set_busy(False)
        self.said.set_content(kind, title, text)
        self.said.show()


def open_test_sheet(previews: Previews, step: Step, exchange: Exchange, account: str, parent: QWidget) -> TestSheet:
    """Opens the sheet; it begins with the step's Email from, else with the account's name when that is an address."""
    typed = str(step.values.get("from") or "") or account
    addresses, problems = split_recipients(typed)
    own = addresses[0].address if len(addresses) == 1 and not problems else ""
    sheet = TestSheet(previews, step, exchange, own, parent)
    sheet.open()
    return sheet
