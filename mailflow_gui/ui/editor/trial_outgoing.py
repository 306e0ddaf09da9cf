"""The very message that would be sent: as a person would read it, and as source. GUI thread; read by a pool thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.html_text import html_to_text
from mailflow_gui.core.trial import Row
from mailflow_gui.core.words import size_in_words
from mailflow_gui.qt.previews import Previews
from mailflow_gui.ui.editor.trial_rows import ValueRows
from mailflow_gui.ui.integrations.create.stage import LatestTask
from mailflow_gui.ui.widgets.inputs import TextArea
from mailflow_gui.ui.widgets.labels import Caption, Label
from mailflow_gui.ui.widgets.segmented import Segmented

#: So much of the source is shown; all of it is copied.
MOST_SOURCE = 200_000


class OutgoingView(QWidget):
    """Shows an Outgoing. The bytes are those that go over the wire, but for the date."""

    def __init__(self, previews: Previews) -> None:
        super().__init__()
        self._previews = previews
        self._latest = LatestTask()
        self._outgoing: Outgoing | None = None
        self.headline = Label("", "strong", wrap=True)
        self.choice = Segmented([("text", tr("As Text")), ("source", tr("Source"))])
        self.choice.setAccessibleName(tr("How the message is shown"))
        self.rows = ValueRows()
        self.body = Label("", "body", wrap=True)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.source = TextArea(mono=True, lines=18)
        self.source.setReadOnly(True)
        self.source.setAccessibleName(tr("Source of the message"))
        self.source.setLineWrapMode(TextArea.LineWrapMode.NoWrap)
        self._note = Caption(tr("Exactly these bytes would be sent. Only the date will be another."), "text3")
        self._lay_out()
        self.choice.changed.connect(self._on_choice)
        self._on_choice(self.choice.value)

    def show_outgoing(self, outgoing: Outgoing, headline: str) -> None:
        """Shows what a step would send; `headline` says to whom, or where it would be filed."""
        self._outgoing = outgoing
        self.headline.setText(headline)
        source = outgoing.wire.decode("utf-8", "replace").replace("\r\n", "\n")
        more = tr("{size} more", size=size_in_words(len(source) - MOST_SOURCE))
        self.source.setText(source[:MOST_SOURCE] + (f"\n… {more}" if len(source) > MOST_SOURCE else ""))
        self._latest.take(self._previews.read(outgoing.wire)).done(self._show_message)

    @property
    def text(self) -> str:
        """What is shown, as text for the clipboard: the whole source, or the message."""
        if self.choice.value == "source":
            return self._outgoing.wire.decode("utf-8", "replace") if self._outgoing is not None else ""
        return f"{self.rows.text}\n\n{self.body.text()}"

    def _show_message(self, message: Message) -> None:
        addresses = {"From": message.sender, "To": message.to, "Cc": message.cc, "Reply to": message.reply_to}
        rows = [Row(name, ", ".join(map(str, found))) for name, found in addresses.items() if found]
        hidden = self._hidden(message)
        rows += [Row(tr("Bcc"), ", ".join(hidden))] if hidden else []
        rows.append(Row(tr("Subject"), message.subject, note=tr("no subject")))
        files = [f"{one.name} ({size_in_words(len(one.content))})" for one in message.attachments]
        rows += [Row(tr("Attachments"), ", ".join(files))] if files else []
        self.rows.show_rows(rows)
        text = message.content.strip() or html_to_text(message.html).strip()
        self.body.setText(text or tr("No text"))

    def _hidden(self, message: Message) -> list[str]:
        """Who gets it without being named in it."""
        if self._outgoing is None:
            return []
        named = {one.address.casefold() for one in (*message.to, *message.cc)}
        return [one for one in self._outgoing.recipients if "@" in one and one.casefold() not in named]

    def _on_choice(self, value: str) -> None:
        for widget in (self.rows, self.body):
            widget.setVisible(value == "text")
        self.source.setVisible(value == "source")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.headline, self.choice, self.rows, self.body):
            column.addWidget(widget)
        column.addWidget(self.source, 1)
        column.addWidget(self._note)
