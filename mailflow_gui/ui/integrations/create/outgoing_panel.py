"""“What would be sent”: the email for a sample message, each line with where its value comes from. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.mime.html_text import html_to_text
from mailflow_gui.core.relations import NEW
from mailflow_gui.core.sending import AUTO, CONSUMED_DATA, MAPPED, RECEIVED, SENT_FIELDS, TYPED, resolve_fields
from mailflow_gui.qt.previews import Sample
from mailflow_gui.ui import theme, times
from mailflow_gui.ui.integrations.create.preview_rows import Skeleton
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.labels import Caption, ElidedLabel, Label
from mailflow_gui.ui.widgets.pill import Chip

_LINES = (
    ("from", later("From")),
    ("to", later("To")),
    ("subject", later("Subject")),
    ("cc", later("Cc")),
    ("bcc", later("Bcc")),
    ("replyTo", later("Reply to")),
)
_ORIGINS = {TYPED: later("typed here"), MAPPED: later("mapped"), RECEIVED: later("received")}
_LABEL = 68
_MOST_LETTERS = 1_200


class OutgoingPanel(Card):
    """Shows what the step would send for the sample. `show_values` with each change of the form.

    `test_requested` carries the sample as it reaches the step: the person wants it sent to an address of theirs.
    """

    test_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What would be sent"))
        self._sample: Sample | None = None
        self._values: Mapping[str, Plain] = {}
        self.caption = Caption(tr("Looking for a sample message…"), "text3")
        self._holders: dict[Banner, QWidget] = {}
        self.stopped = Banner("info", tr("This sample would not be sent"))
        self.no_recipient = Banner("warning", tr("No recipient: the step would fail."))
        self.lines: dict[str, _SentLine] = {key: _SentLine(tr(title)) for key, title in _LINES}
        self.text = _SentText()
        self.test = Button(tr("Send This as a Test…"), icon="send", small=True)
        self._skeleton = Skeleton(3)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(300)
        self._slow.timeout.connect(lambda: self._skeleton.set_shown(True))
        self._lay_out()
        self.test.clicked.connect(self._on_test)
        self.show_loading()

    def show_loading(self) -> None:
        """The sample is being looked for."""
        self.caption.setText(tr("Looking for a sample message…"))
        if self._sample is None:
            self._slow.start()
            self._lines.hide()
            self._skeleton.show()

    def show_sample(self, sample: Sample, trouble: str = "") -> None:
        """Show a sample; `trouble` says why it is not one of the mailbox."""
        self._slow.stop()
        self._skeleton.hide()
        self._lines.show()
        self._sample = sample
        subject = sample.message.subject or tr("no subject")
        when = times.clock_time(sample.message.received or sample.message.date)
        if sample.built_in:
            self.caption.setText(f"{trouble} {tr('Built-in sample: {words}', words=subject)}".strip())
        else:
            self.caption.setText(tr("Sample: {subject}, {when}", subject=subject, when=when))
        self._refresh()

    def show_values(self, values: Mapping[str, Plain]) -> None:
        """The form changed."""
        self._values = dict(values)
        self._refresh()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 12)
        head.setSpacing(2)
        head.addWidget(Label(tr("What would be sent"), "subheading"))
        head.addWidget(self.caption)
        notes = QVBoxLayout()
        notes.setContentsMargins(12, 0, 12, 0)
        notes.setSpacing(0)
        for banner in (self.stopped, self.no_recipient):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 12)
            inner.addWidget(banner)
            holder.hide()
            notes.addWidget(holder)
            self._holders[banner] = holder
        self._lines = QWidget()
        rows = QVBoxLayout(self._lines)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for line in self.lines.values():
            rows.addWidget(line)
        rows.addWidget(self.text)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 16)
        foot.addWidget(self.test)
        foot.addStretch(1)
        rows.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(notes)
        column.addWidget(Divider())
        column.addWidget(self._skeleton)
        column.addWidget(self._lines)

    def _on_test(self) -> None:
        if self._sample is not None:
            self.test_requested.emit(self._sample.exchange)

    def _refresh(self) -> None:
        if self._sample is None:
            return
        typed = {key: str(self._values.get(key) or "") for key in SENT_FIELDS}
        priority = str(self._values.get("priority") or CONSUMED_DATA)
        kind = str(self._values.get("contentType") or AUTO)
        relation, quote = str(self._values.get("relation") or NEW), bool(self._values.get("quote"))
        fields = resolve_fields(typed, self._sample.exchange, priority, kind, relation, quote=quote)
        for key, line in self.lines.items():
            line.show_value(fields[key].value, _ORIGINS.get(fields[key].origin, ""))
        self.lines["replyTo"].setVisible(bool(fields["replyTo"].value))
        body = fields.plain or html_to_text(fields.html)
        self.text.show_value(body[:_MOST_LETTERS], _ORIGINS.get(fields["text"].origin, ""), bool(fields.html))
        nobody = not any(fields[key].value.strip() for key in ("to", "cc", "bcc"))
        self._holders[self.no_recipient].setVisible(nobody and not self._sample.stopped)
        self.test.setEnabled(not nobody and not self._sample.stopped)
        self._holders[self.stopped].setVisible(bool(self._sample.stopped))
        self.stopped.set_content("info", tr("This sample stops before"), self._sample.stopped)


class _SentLine(QWidget):
    """Name, value, and a chip that says where the value comes from."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.value = ElidedLabel("", "body")
        self._chips = _Chips()
        name = Label(title, "body", "text2")
        name.setMinimumWidth(theme.px(_LABEL))
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.value, 1)
        row.addWidget(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Divider())

    @property
    def origin(self) -> str:
        """The word on the chip, in English."""
        return self._chips.origin

    def show_value(self, value: str, origin: str) -> None:
        self.value.setText(value or tr("none"))
        self.value.set_role("text" if value else "text2")
        self._chips.show_origin(origin)
        said = f"{self._title}: {value or tr('none')}"
        self.setAccessibleName(f"{said}, {tr(origin)}" if origin else said)


class _SentText(QWidget):
    """The body as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.value = Label("", "body", "text2", wrap=True)
        self.value.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._name = Label(tr("Text"), "body", "text2")
        self._chips = _Chips()
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.value)

    @property
    def origin(self) -> str:
        """The word on the chip, in English."""
        return self._chips.origin

    def show_value(self, body: str, origin: str, html: bool) -> None:
        self._name.setText(tr("Text (HTML)") if html else tr("Text"))
        self.value.setText(body.strip() or tr("none"))
        self._chips.show_origin(origin)
        said = f"{tr('Text')}: {body.strip() or tr('none')}"
        self.setAccessibleName(f"{said}, {tr(origin)}" if origin else said)


class _Chips(QWidget):
    """One of the chips, or none."""

    def __init__(self) -> None:
        super().__init__()
        self.origin = ""
        self._chips = {word: Chip(tr(word), "mapped" if word == "mapped" else "neutral") for word in _ORIGINS.values()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for chip in self._chips.values():
            chip.hide()
            row.addWidget(chip)

    def show_origin(self, origin: str) -> None:
        self.origin = origin
        for word, chip in self._chips.items():
            chip.setVisible(word == origin)
