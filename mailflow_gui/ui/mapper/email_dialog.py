"""“Preview Email”: the message that would be sent for the sample, as a person reads it and as source. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.html_text import html_to_text
from mailflow_gui.core.rehearsal import Outcome, Rehearsal
from mailflow_gui.qt.previews import Previews
from mailflow_gui.ui.integrations.create.stage import LatestTask
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.choices import ComboBox
from mailflow_gui.ui.widgets.inputs import TextArea
from mailflow_gui.ui.widgets.labels import Caption, Heading, Label
from mailflow_gui.ui.widgets.segmented import Segmented

_MOST = 200_000
_HEADS = (later("From"), later("To"), later("Cc"), later("Bcc"), later("Reply to"), later("Subject"))


class EmailDialog(QDialog):
    """Shows what a rehearsal would send. Nothing is sent, and nothing is loaded from elsewhere."""

    def __init__(self, previews: Previews, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preview Email"))
        self.setAccessibleName(tr("Preview Email"))
        self.resize(640, 560)
        self._previews = previews
        self._latest = LatestTask()
        self._outgoing: tuple[Outgoing, ...] = ()
        self.which = ComboBox()
        self.which.setAccessibleName(tr("Email"))
        self.view = Segmented([("email", tr("Email")), ("source", tr("Source"))])
        self.heads = {name: Label("", "body", wrap=True) for name in _HEADS}
        self.text, self.source = TextArea(lines=14), TextArea(mono=True, lines=18)
        self.note = Caption(tr("Nothing is sent."), "text2")
        self.trouble = Banner("info", tr("Nothing would be sent"))
        self._pages = QStackedWidget()
        self._lay_out()
        self.view.changed.connect(lambda value: self._pages.setCurrentIndex(int(value == "source")))
        self.which.activated.connect(self._show)

    def show_first(self, rehearsals: tuple[Rehearsal, ...]) -> None:
        """Shows the emails of the first rehearsal, or why there is none."""
        rehearsal = rehearsals[0]
        self._outgoing = rehearsal.outgoing
        self.which.clear()
        for number, one in enumerate(self._outgoing, 1):
            subject = one.subject or tr("no subject")
            words = tr(
                "Email {number} of {count}: {subject}", number=number, count=len(self._outgoing), subject=subject
            )
            self.which.addItem(words)
        self.which.setVisible(len(self._outgoing) > 1)
        last = rehearsal.steps[-1] if rehearsal.steps else None
        if self._outgoing:
            self._show(0)
        elif last is not None and last.outcome in (Outcome.STOPPED, Outcome.FAILED):
            failed = last.outcome is Outcome.FAILED
            title = (
                tr("{title} fails for this message", title=last.title)
                if failed
                else tr("This message stops at {title}", title=last.title)
            )
            self.show_trouble("error" if failed else "info", title, last.text)
        else:
            self.show_trouble("info", tr("Nothing would be sent"), tr("No step after this one sends an email."))

    def show_trouble(self, kind: str, title: str, text: str) -> None:
        """Says why there is no email."""
        self.trouble.set_content(kind, title, text)
        self.trouble.show()
        self._shown.hide()
        self.view.hide()

    def _lay_out(self) -> None:
        for area in (self.text, self.source):
            area.setReadOnly(True)
        self.text.setAccessibleName(tr("Text"))
        self.source.setAccessibleName(tr("Source"))
        head = QHBoxLayout()
        head.addWidget(Heading(tr("Preview Email")))
        head.addStretch(1)
        head.addWidget(self.view)
        email = QWidget()
        column = QVBoxLayout(email)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._lines: dict[str, QWidget] = {}
        for name, label in self.heads.items():
            self._lines[name] = _line(tr(name), label)
            column.addWidget(self._lines[name])
        column.addSpacing(4)
        column.addWidget(self.text, 1)
        self._pages.addWidget(email)
        self._pages.addWidget(self.source)
        self._shown = QWidget()
        inner = QVBoxLayout(self._shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.which)
        inner.addWidget(self._pages, 1)
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addWidget(self.note, 1)
        last.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.trouble, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self._shown, 1)
        whole.addStretch(0)
        whole.addLayout(last)
        self.trouble.hide()

    def _show(self, place: int) -> None:
        outgoing = self._outgoing[place]
        self.source.setText(outgoing.wire.decode("utf-8", "replace")[:_MOST])
        task = self._latest.take(self._previews.read(outgoing.wire))
        task.done(self._show_message).failed(self._show_unread)

    def _show_message(self, message: Message) -> None:
        outgoing = self._outgoing[max(0, self.which.currentIndex())]
        shown = {one.address for one in (*message.to, *message.cc)}
        values = {
            "From": _joined(message.sender),
            "To": _joined(message.to),
            "Cc": _joined(message.cc),
            "Bcc": ", ".join(one for one in outgoing.recipients if one not in shown),
            "Reply to": _joined(message.reply_to),
            "Subject": message.subject,
        }
        for name, value in values.items():
            said = value or tr("none")
            self.heads[name].setText(said)
            self._lines[name].setVisible(bool(value) or name in ("From", "To", "Subject"))
            self._lines[name].setAccessibleName(f"{tr(name)}: {said}")
        body = message.content or html_to_text(message.html)
        self.text.setText(body[:_MOST])
        notes = [tr("Nothing is sent.")]
        if message.html:
            notes.append(tr("HTML is shown as text."))
        if message.attachments:
            notes.append(trn("{count} attachment.", "{count} attachments.", len(message.attachments)))
        self.note.setText(" ".join(notes))

    def _show_unread(self, error: Exception) -> None:
        self.show_trouble("error", tr("The email could not be shown"), str(error))


def _line(name: str, value: Label) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    label = Label(name, "body", "text2")
    label.setFixedWidth(76)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(value, 1)
    value.set_selectable(False)
    return row


def _joined(addresses: Sequence[object]) -> str:
    return ", ".join(map(str, addresses))
