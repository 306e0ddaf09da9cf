"""A message to look at: who, when, text, attachments, headers, source. Plain text only. GUI thread.

Nothing of it is run or fetched: HTML is shown as its text, pictures and links are not followed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mailflow_gui.core.excerpt import Excerpt, excerpt
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.message import Address, Attachment
from mailflow_gui.core.words import size_in_words
from mailflow_gui.qt.letters import Letter
from mailflow_gui.ui import accessibility, times
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.inputs import TextArea
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label
from mailflow_gui.ui.widgets.segmented import Segmented

PARTS = (("text", later("Message")), ("headers", later("Headers")), ("source", later("Source")))
#: Attachments listed at most.
LISTED = 50


class MessageView(QWidget):
    """`save_requested` carries the number of an attachment."""

    save_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = Label("", "heading", wrap=True)
        self.subject.set_selectable()
        self.parts = Segmented([(id, tr(title)) for id, title in PARTS])
        self.parts.setAccessibleName(tr("Part of the message"))
        self.note = Caption("", "text2")
        self.areas = {id: TextArea(mono=id != "text", lines=12) for id, _ in PARTS}
        self.saves: list[Button] = []
        self._facts = QGridLayout()
        self._attachments = QVBoxLayout()
        self._lay_out()
        self.parts.changed.connect(self._on_part)
        self._letter: Letter | None = None

    def show_letter(self, letter: Letter) -> None:
        """Shows another message, its text first."""
        self._letter = letter
        message = letter.message
        self.subject.setText(excerpt(message.subject, 500).text or tr("(no subject)"))
        _empty(self._facts)
        for row, (name, value) in enumerate(_facts_of(letter)):
            self._facts.addWidget(Label(name, "body", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            text = Label(value, "body", wrap=True)
            text.set_selectable()
            text.setAccessibleName(f"{name}: {value}")
            self._facts.addWidget(text, row, 1)
        for id, part in (("text", letter.text), ("headers", letter.headers), ("source", letter.source)):
            self.areas[id].setPlainText(part.text)
        self._list_attachments(message.attachments)
        self.parts.set_value("text")
        self._on_part()

    def _lay_out(self) -> None:
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnStretch(1, 1)
        self._attachments.setSpacing(4)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for (_, name), area in zip(PARTS, self.areas.values(), strict=True):
            area.setReadOnly(True)
            area.setUndoRedoEnabled(False)
            area.setAccessibleName(tr(name))
            self._stack.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.subject)
        column.addLayout(self._facts)
        column.addLayout(self._attachments)
        column.addWidget(self.parts)
        column.addWidget(holder, 1)
        column.addWidget(self.note)

    def _list_attachments(self, attachments: Sequence[Attachment]) -> None:
        _empty(self._attachments)
        self.saves = []
        for number, one in enumerate(attachments[:LISTED]):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            name = ElidedLabel(one.name, "label", mode=Qt.TextElideMode.ElideMiddle)
            save = Button(tr("Save…"), small=True)
            accessibility.call(save, one.name)
            save.clicked.connect(lambda _=False, number=number: self.save_requested.emit(number))
            self.saves.append(save)
            line.addWidget(Sign("attachment", "text2", 16))
            line.addWidget(name)
            line.addWidget(Label(f"{size_in_words(len(one.content))} · {one.media_type[:60]}", "caption", "text2"))
            line.addStretch(1)
            line.addWidget(save)
            self._attachments.addWidget(row)
        if len(attachments) > LISTED:
            self._attachments.addWidget(
                Caption(tr("{count} more are not listed.", count=len(attachments) - LISTED), "text2")
            )

    def _on_part(self) -> None:
        id = self.parts.value
        self._stack.setCurrentWidget(self.areas[id])
        if self._letter is not None:
            self.note.setText(_note(id, self._letter))
            self.note.setVisible(bool(self.note.text()))


def _facts_of(letter: Letter) -> list[tuple[str, str]]:
    message = letter.message
    found = [
        (tr("From"), _people(message.sender)),
        (tr("To"), _people(message.to)),
        (tr("Cc"), _people(message.cc)),
        (tr("Reply to"), _people(message.reply_to)),
        (tr("Date"), times.exact(message.date)),
    ]
    return [(name, value) for name, value in found if value]


def _people(addresses: Sequence[Address]) -> str:
    shown = excerpt(", ".join(str(one) for one in addresses[:10]), 400).text
    return tr("{shown} and {count} more", shown=shown, count=len(addresses) - 10) if len(addresses) > 10 else shown


def _note(id: str, letter: Letter) -> str:
    """What is to be said about the part that is shown."""
    part: Excerpt = {"text": letter.text, "headers": letter.headers, "source": letter.source}[id]
    said = []
    if part.cut:
        said.append(tr("Only the beginning is shown. Save as .eml… keeps all of it."))
    if id == "text":
        if letter.message.html:
            said.append(tr("Shown as plain text. Pictures and other remote content are never loaded."))
        said += list(letter.message.warnings[:3])
    return " ".join(said)


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
