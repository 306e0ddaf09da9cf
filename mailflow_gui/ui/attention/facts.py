"""The table below a message: attempts, attachments, where the original is. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import later, number, tr
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED
from mailflow_gui.core.message import Attachment
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.sending import LIFETIME_DAYS
from mailflow_gui.core.words import size_in_words
from mailflow_gui.ui import theme, times
from mailflow_gui.ui.attention.words import failed_step
from mailflow_gui.ui.sign import Sign
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.layouts import empty

_NO_MORE = {
    "IN_DOUBT": later("Not sent again by itself: it may have arrived."),
    APPROVAL: later("Composed and not sent yet."),
    SENDING_PAUSED: later("Waits until you go on."),
    "EXPIRED": later("Not tried again by itself: the time is over."),
}
_GOES_ON = later("Tried again by itself for {days} days, then it waits for you.")
_PERMANENT = later("Not tried again by itself: the answer is permanent.")
#: Attachments named at most.
NAMED = 3


class Facts(QWidget):
    """Rows of a name and its value."""

    def __init__(self) -> None:
        super().__init__()
        self._table = QGridLayout(self)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setHorizontalSpacing(16)
        self._table.setVerticalSpacing(6)
        self._table.setColumnMinimumWidth(0, theme.px(92))
        self._table.setColumnStretch(1, 1)
        self._rows: list[tuple[str, str]] = []

    def show_message(self, message: Activity, integration: Integration | None, profile: Profile, answer: str) -> None:
        """Shows what is known at once; attachments come later."""
        self._rows = [(tr("Attempts"), attempts(message, answer))]
        if integration is not None:
            self._rows.append((tr("Original"), _original(message, integration, profile)))
        if message.message_id:
            self._rows.append((tr("Message-ID"), message.message_id))
        self._fill()

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Names them, below the attempts."""
        if attachments:
            self._rows.insert(1, (tr("Attachments"), attachment_words(attachments)))
            self._fill()

    def _fill(self) -> None:
        empty(self._table)
        for line, (name, value) in enumerate(self._rows):
            text = Label(value, "mono" if name == tr("Message-ID") else "body", wrap=True)
            text.setAccessibleName(f"{name}: {value}")
            self._table.addWidget(Label(name, "body", "text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(_with_sign(text) if name == tr("Attachments") else text, line, 1)


def attempts(message: Activity, answer: str) -> str:
    """“1, at 14:02. Not tried again by itself: the answer is permanent.”"""
    step = failed_step(message)
    count = max(1, message.attempts)
    tried = number(count)
    if step is not None:
        at = times.clock_time(step.at)
        tried = tr("{count}, last at {time}", count=count, time=at) if count > 1 else tr("1, at {time}", time=at)
    usual = _PERMANENT if answer else later("Not tried again by itself.")
    on = tr(_GOES_ON, days=LIFETIME_DAYS) if message.trying else tr(_NO_MORE.get(message.cause, usual))
    return f"{tried}. {on}"


def attachment_words(attachments: Sequence[Attachment]) -> str:
    """“invoice.pdf, 182 KB; 2 more”."""
    named = [f"{one.name}, {size_in_words(len(one.content))}" for one in attachments[:NAMED]]
    more = len(attachments) - NAMED
    return "; ".join([*named, *([tr("{count} more", count=more)] if more > 0 else [])])


def _with_sign(text: Label) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Sign("attachment", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return holder


def _original(message: Activity, integration: Integration, profile: Profile) -> str:
    """Where the message still is: what an integration did not finish stays in its mailbox."""
    if message.cause == "VANISHED":
        return tr("No longer in the mailbox.")
    try:
        start = profile.connection(integration.steps[0].connection if integration.steps else "")
    except SettingsError:
        return tr("Still in its mailbox, untouched.")
    name = start.values.get("username") or start.name
    return tr("Still in the mailbox {name}, untouched.", name=name)
