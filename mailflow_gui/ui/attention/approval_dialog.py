"""“Show Email”: what waits for approval, exactly as it will be sent, with Send and Skip. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mailflow_gui.core.excerpt import excerpt
from mailflow_gui.core.language import tr
from mailflow_gui.qt.letters import Letters, Outgoing
from mailflow_gui.ui.messages.message_view import MessageView
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.empty import EmptyState
from mailflow_gui.ui.widgets.labels import Caption, Label

#: Characters of the list of recipients that are shown.
SHOWN = 2_000


class ApprovalDialog(QDialog):
    """Asks for the emails of a message and shows them one by one. Deletes itself when it is closed."""

    send_requested = Signal()
    skip_requested = Signal()

    def __init__(self, letters: Letters, exchange: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Waiting for Your Approval"))
        self.setAccessibleName(tr("Waiting for Your Approval"))
        self._found: list[Outgoing] = []
        self._place = 0
        self.goes_to = Label("", "strong", wrap=True)
        self.goes_to.set_selectable()
        self.which = Caption("", "text2")
        self.view = MessageView()
        self.trouble = EmptyState("mail", tr("Opening the email…"), "")
        self.previous = Button(tr("Previous"), icon="chevron-left")
        self.next = Button(tr("Next"), icon="chevron-right")
        self.send = Button(tr("Send"), kind="primary", icon="send")
        self.skip = Button(tr("Skip"), icon="skip")
        self.close_button = Button(tr("Close"))
        self._lay_out()
        self.previous.clicked.connect(lambda: self._show(self._place - 1))
        self.next.clicked.connect(lambda: self._show(self._place + 1))
        for button, signal in ((self.send, self.send_requested), (self.skip, self.skip_requested)):
            button.clicked.connect(signal)
            button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self._task = letters.outgoing(exchange).done(self._on_found).failed(self._on_failed)
        self.finished.connect(lambda _: self._task.forget())

    def sizeHint(self) -> QSize:
        return QSize(720, 640)

    def _lay_out(self) -> None:
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.goes_to)
        inside.addWidget(self.view, 1)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.trouble)
        self._stack.addWidget(shown)
        self._shown = shown
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.previous, self.next, self.which):
            foot.addWidget(widget)
            widget.hide()
        foot.addStretch(1)
        for button in (self.close_button, self.skip, self.send):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(body, 1)
        column.addLayout(foot)
        for button in (self.send, self.skip):
            button.setEnabled(False)
        self.close_button.setDefault(True)

    def _on_found(self, found: list[Outgoing]) -> None:
        self._found = found
        if not found:
            self.trouble.set_text(tr("It does not wait any more"), tr("It was decided elsewhere meanwhile."))
            return
        for button in (self.send, self.skip):
            button.setEnabled(True)
        for widget in (self.previous, self.next, self.which):
            widget.setVisible(len(found) > 1)
        self._stack.setCurrentWidget(self._shown)
        self._show(0)

    def _show(self, place: int) -> None:
        self._place = place
        one = self._found[place]
        self.goes_to.setText(tr("Goes to {names}", names=excerpt(", ".join(one.recipients), SHOWN).text))
        self.view.show_letter(one.letter)
        self.which.setText(
            tr(
                "Email {number} of {count}. Send and Skip are for all of them.",
                number=place + 1,
                count=len(self._found),
            )
        )
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < len(self._found))

    def _on_failed(self, error: Exception) -> None:
        self.trouble.set_text(getattr(error, "title", str(error)), getattr(error, "hint", ""))
