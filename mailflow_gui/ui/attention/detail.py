"""The right side of Needs Attention: one message, why it waits, and what can be done. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.sending import LIFETIME_DAYS
from mailflow_gui.ui import icons, theme, times
from mailflow_gui.ui.attention.trail import Trail, stops
from mailflow_gui.ui.attention.words import failed_step, next_try, why
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.layouts import empty
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import PlainScroll, ScrollContent

_GOES_ON = f"Tried again by itself for {LIFETIME_DAYS} days, then it waits for you."
_NO_MORE = {
    "IN_DOUBT": "Not sent again by itself: it may have arrived.",
    "EXPIRED": "Not tried again by itself: the time is over.",
}


class MessageDetail(Card):
    """What is pressed is told by signals; the page acts. `edit_requested` carries an integration's name."""

    retry_requested = Signal()
    skip_requested = Signal()
    arrived_requested = Signal()
    send_again_requested = Signal()
    edit_requested = Signal(str)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._message: Activity | None = None
        self.setProperty("region", "panel")
        self.setAccessibleName("Message")
        self._subject = ElidedLabel("", "heading")
        self._facts = ElidedLabel("", "body", "text2")
        self.retry = Button("Retry", kind="primary", icon="retry")
        self.skip = Button("Skip", icon="skip")
        self.arrived = Button("It Arrived", icon="check")
        self.send_again = Button("Send Again", icon="send")
        self.more = IconButton("more", "More Actions", size=18)
        self._banner = Banner("error", "", buttons_below=True)
        self._trail = Trail()
        self._answer = Label("", "mono", wrap=True)
        self._answer.set_selectable()
        self._table = QGridLayout()
        self._trail_head = Label("Where it stopped", "subheading")
        self._answer_head = Label("Server answer", "subheading")
        self._answer_box = Card()
        self._lay_out()
        self.retry.clicked.connect(self.retry_requested)
        self.skip.clicked.connect(self.skip_requested)
        self.arrived.clicked.connect(self.arrived_requested)
        self.send_again.clicked.connect(self.send_again_requested)
        self.more.clicked.connect(self._show_menu)

    def show_message(self, message: Activity, profile: Profile) -> None:
        """Shows a message as things stand."""
        self._message = message
        integration = next((one for one in profile.integrations if one.id == message.integration), None)
        where = integration.name if integration else "a deleted integration"
        self._subject.setText(message.subject or "No subject")
        self._facts.setText(f"{message.sender} · received {_when(message.at)} · {where}")
        doubt = message.cause == "IN_DOUBT"
        for button in (self.retry, self.skip):
            button.setVisible(not doubt)
        for button in (self.arrived, self.send_again):
            button.setVisible(doubt)
        found, step = why(message), failed_step(message)
        edit = []
        if integration is not None and step is not None and not doubt:
            edit = [(f"Edit {step.title} Step", lambda: self.edit_requested.emit(integration.name))]
        self.retry.setText("Retry Now" if message.trying else "Retry")
        if message.trying:
            text = f"{found.title}. {found.text}".strip()
            self._banner.set_content("warning", next_try(message), text, edit)
        else:
            self._banner.set_content("warning" if doubt else "error", found.title, found.text, edit)
        trail = stops(message, integration, self._catalog) if integration else []
        self._trail.show_stops(trail)
        self._trail_head.setVisible(len(trail) > 1)
        self._trail.setVisible(len(trail) > 1)
        self._answer.setText(found.answer)
        self._answer_head.setVisible(bool(found.answer))
        self._answer_box.setVisible(bool(found.answer))
        self._fill(message, integration, profile)

    def _fill(self, message: Activity, integration: Integration | None, profile: Profile) -> None:
        empty(self._table)
        step = failed_step(message)
        last = f", last at {times.clock_time(step.at)}" if step is not None else ""
        tried = times.counted(max(1, message.attempts), "time", "times")
        then = _GOES_ON if message.trying else _NO_MORE.get(message.cause, "Not tried again by itself.")
        rows = [("Tried", f"{tried}{last}. {then}")]
        if integration is not None:
            rows.append(("Original", _original(integration, profile)))
        if message.message_id:
            rows.append(("Message-ID", message.message_id))
        for line, (name, value) in enumerate(rows):
            text = Label(value, "mono" if name == "Message-ID" else "body", wrap=True)
            text.setAccessibleName(f"{name}: {value}")
            self._table.addWidget(Label(name, "body", "text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(text, line, 1)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.retry, self.skip, self.arrived, self.send_again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        head = QVBoxLayout()
        head.setContentsMargins(20, 18, 20, 16)
        head.setSpacing(0)
        head.addWidget(self._subject)
        head.addWidget(self._facts)
        head.addSpacing(14)
        head.addLayout(buttons)
        self._answer_box.set_ground("sunken", 8)
        inside = QVBoxLayout(self._answer_box)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self._answer)
        self._table.setHorizontalSpacing(16)
        self._table.setVerticalSpacing(6)
        self._table.setColumnMinimumWidth(0, theme.px(92))
        self._table.setColumnStretch(1, 1)
        holder = ScrollContent()
        body = QVBoxLayout(holder)
        body.setContentsMargins(20, 16, 20, 20)
        body.setSpacing(0)
        for widget, above in (
            (self._banner, 0),
            (self._trail_head, 16),
            (self._trail, 10),
            (self._answer_head, 16),
            (self._answer_box, 8),
        ):
            widget.setContentsMargins(0, 0, 0, 0)
            body.addSpacing(above)
            body.addWidget(widget)
        body.addSpacing(16)
        body.addLayout(self._table)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addWidget(PlainScroll(holder), 1)

    def _show_menu(self) -> None:
        menu = themed_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy Details")
        icons.assign(copy, "copy", "text2")
        copy.triggered.connect(self.copy_details)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def copy_details(self) -> None:
        """What the page shows, as text for an administrator; no body, no secret."""
        message = self._message
        if message is None:
            return
        lines = [
            ("Subject", message.subject),
            ("From", message.sender),
            ("Received", message.at),
            ("Message-ID", message.message_id),
            ("Cause", message.cause),
            ("Reason", message.reason),
            *((one.title, f"{one.status}, {one.output}") for one in message.steps),
        ]
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in lines if value))


def _when(at: str) -> str:
    said = times.clock_or_day(at)
    return said if said == "yesterday" or ":" not in said else f"at {said}"


def _original(integration: Integration, profile: Profile) -> str:
    """Where the message still is: what an integration did not finish stays in its mailbox."""
    try:
        start = profile.connection(integration.steps[0].connection if integration.steps else "")
    except SettingsError:
        return "Still in its mailbox, untouched."
    return f"Still in the mailbox {start.values.get('username') or start.name}, untouched."
