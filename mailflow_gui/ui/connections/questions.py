"""Questions and small sheets of the connection pages; none of them blocks the event loop. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.form_row import FormRow
from mailflow_gui.ui.widgets.inputs import PasswordEdit
from mailflow_gui.ui.widgets.labels import Heading, Label
from mailflow_gui.ui.widgets.message_box import MessageBox

SHEET_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question. The first answer is the safe one: default, and what Esc means."""

    label: str
    act: Callable[[], object] | None = None
    danger: bool = False


def ask(parent: QWidget, question: str, text: str, answers: Sequence[Answer]) -> QMessageBox:
    """Opens a question and returns at once; the chosen answer acts."""
    box = MessageBox(parent, question, text)
    made: dict[QAbstractButton, Answer] = {}
    for place, answer in enumerate(answers):
        role = QMessageBox.ButtonRole.RejectRole if place == 0 else QMessageBox.ButtonRole.AcceptRole
        if answer.danger:
            role = QMessageBox.ButtonRole.DestructiveRole
        button = box.addButton(answer.label, role)
        made[button] = answer
        if place == 0:
            box.set_safe(button)

    def on_clicked(button: QAbstractButton) -> None:
        act = made[button].act
        if act is not None:
            act()

    box.buttonClicked.connect(on_clicked)
    box.open()
    return box


class Sheet(QDialog):
    """A dialog 480 px wide with a heading, a sentence, content and buttons at the right."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(SHEET_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        heading = Heading(title)
        heading.set_wrap(True)
        self.text = Label(text, "body", "text2", wrap=True)
        column.addWidget(heading)
        column.addWidget(self.text)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        column.addSpacing(4)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)

    def event(self, event: QEvent, /) -> bool:
        fits = event.type() not in (QEvent.Type.LayoutRequest, QEvent.Type.Show)
        done = super().event(event)
        if not fits and (inner := self.layout()) is not None:  # as high as its text needs at this width
            self.resize(self.width(), max(self.height(), inner.totalHeightForWidth(self.width())))
        return done

    def add_button(self, label: str, act: Callable[[], object], *, primary: bool = False) -> Button:
        """A button; it does not close the sheet by itself."""
        button = Button(label, kind="primary" if primary else "secondary")
        button.clicked.connect(lambda: act())
        self.buttons.addWidget(button)
        return button


class MasterPasswordSheet(Sheet):
    """Asks for the master password of the encrypted file; twice when it is new."""

    def __init__(self, known: bool, chosen: Callable[[SecretText], object], parent: QWidget) -> None:
        title = tr("Enter the master password") if known else tr("Set a master password")
        text = tr(
            "Mailflow keeps your passwords in an encrypted file. Without the master password nobody can read them."
        )
        super().__init__(title, text, parent)
        self._known, self._chosen = known, chosen
        self.first = PasswordEdit()
        self.first_row = FormRow(tr("Master Password"), self.first, required=True)
        self.second = PasswordEdit()
        self._second_row = FormRow(tr("Repeat Master Password"), self.second, required=True)
        self.body.addWidget(self.first_row)
        self.body.addWidget(self._second_row)
        self._second_row.setVisible(not known)
        self.add_button(tr("Cancel"), self.reject)
        label = tr("Unlock") if known else tr("Set Master Password")
        self.accept_button = self.add_button(label, self.on_accepted, primary=True)
        self.accept_button.setDefault(True)
        self.first.setFocus()

    def on_accepted(self) -> None:
        """Checks what was typed and hands it over."""
        self.first_row.set_problem(None if self.first.text() else tr("Enter a master password."))
        same = self._known or self.first.text() == self.second.text()
        self._second_row.set_problem(None if same else tr("The two are not the same."))
        if self.first.text() and same:
            password = SecretText(self.first.text())
            self.accept()
            self._chosen(password)
