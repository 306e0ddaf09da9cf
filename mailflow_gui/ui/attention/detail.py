"""The right side of Needs Attention: one message, why it waits, and what can be done. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.history import Recipient
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED
from mailflow_gui.core.message import Attachment
from mailflow_gui.core.model import Profile
from mailflow_gui.ui import icons, times
from mailflow_gui.ui.attention.facts import Facts
from mailflow_gui.ui.attention.fixes import UNDECIDED, Act, Fix, fixes
from mailflow_gui.ui.attention.trail import Trail, stops
from mailflow_gui.ui.attention.words import Why, next_try, why
from mailflow_gui.ui.widgets.banner import Banner
from mailflow_gui.ui.widgets.buttons import Button, IconButton
from mailflow_gui.ui.widgets.card import Card, Divider
from mailflow_gui.ui.widgets.labels import ElidedLabel, Label
from mailflow_gui.ui.widgets.menu import themed_menu
from mailflow_gui.ui.widgets.page import PlainScroll, ScrollContent

NOT_KEPT = later("Mailflow does not have this message. It is still in the mailbox.")
GONE = later("Its integration was deleted.")

#: How loud a reason is; others are errors.
_KINDS = {"IN_DOUBT": "warning", APPROVAL: "info", SENDING_PAUSED: "warning", "FLOW_CHANGED": "warning"}
_ICONS = {
    Act.EDIT_STEP: "edit",
    Act.EDIT_CONNECTION: "connections",
    Act.ADDRESS: "send",
    Act.SAVE: "export",
    Act.COPY: "copy",
}


#: Pixels at the sides of the head, and between its buttons.
_SIDE, _GAP = 20, 8


class MessageDetail(Card):
    """What is pressed is told by signals; the page acts. `fix_requested` carries a Fix."""

    retry_requested = Signal()
    skip_requested = Signal()
    open_requested = Signal()
    arrived_requested = Signal()
    send_again_requested = Signal()
    fix_requested = Signal(object)

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._message: Activity | None = None
        self._offers: list[Fix] = []
        self._why = Why("", "", "")
        self.setProperty("region", "panel")
        self.setAccessibleName(tr("Message"))
        self._subject = ElidedLabel("", "heading")
        self._facts = ElidedLabel("", "body", "text2")
        self.retry = Button(tr("Retry"), kind="primary", icon="retry")
        self.skip = Button(tr("Skip"), icon="skip")
        self.arrived = Button(tr("It Arrived"), icon="check")
        self.send_again = Button(tr("Send Again"), icon="send")
        self.open = Button(tr("Open Message"), icon="mail")
        self.more = IconButton("more", tr("More Actions"), size=18)
        self.more.set_framed()
        self.banner = Banner("error", "", buttons_below=True)
        self._trail = Trail()
        self._answer = Label("", "mono", wrap=True)
        self._answer.set_selectable()
        self.table = Facts()
        self._trail_head = Label(tr("Where it stopped"), "subheading")
        self._answer_head = Label(tr("Server answer"), "subheading")
        self._answer_box = Card()
        self._lines = (QHBoxLayout(), QHBoxLayout())
        self._lay_out()
        self._arrange()
        for button, signal in (
            (self.retry, self.retry_requested),
            (self.skip, self.skip_requested),
            (self.open, self.open_requested),
            (self.arrived, self.arrived_requested),
            (self.send_again, self.send_again_requested),
        ):
            button.clicked.connect(signal)
        self.more.clicked.connect(self._show_menu)

    def show_message(self, message: Activity, profile: Profile, *, retried: bool = False) -> None:
        """Shows a message as things stand; `retried` while it is being tried again."""
        self._message = message
        integration = next((one for one in profile.integrations if one.id == message.integration), None)
        where = integration.name if integration else tr("a deleted integration")
        self._subject.setText(message.subject or tr("No subject"))
        self._facts.setText(
            tr("{sender} · received {when} · {where}", sender=message.sender, when=_when(message.at), where=where)
        )
        doubt = message.cause == "IN_DOUBT"
        self.retry.setVisible(message.cause not in UNDECIDED)
        self.skip.setVisible(not doubt)
        self.open.setVisible(not doubt)  # there it stands below the reason
        for button in (self.arrived, self.send_again):
            button.setVisible(doubt)
            button.setEnabled(not retried)
        self.retry.setEnabled(integration is not None)
        self.retry.setToolTip("" if integration is not None else tr(GONE))
        self.retry.set_busy(retried)
        self.skip.setEnabled(not retried)
        self.open.setEnabled(message.kept)
        self.open.setToolTip("" if message.kept else tr(NOT_KEPT))
        self._why = why(message)
        self._offers = [] if retried else fixes(message, integration, profile)
        self.retry.setText(tr("Retry Now") if message.trying else tr("Retry"))
        if message.trying:
            self._why = Why(next_try(message), f"{self._why.title}. {self._why.text}".strip(), self._why.answer)
        self._show_reason("warning" if message.trying else _KINDS.get(message.cause, "error"))
        self._arrange()
        trail = stops(message, integration, self._catalog) if integration else []
        self._trail.show_stops(trail)
        for part in (self._trail_head, self._trail):
            part.setVisible(len(trail) > 1)
        self._show_answer(self._why.answer)
        self.table.show_message(message, integration, profile, self._why.answer)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Buttons that do not fit beside each other go on in the second line."""
        room = self.width() - 2 * _SIDE - self.more.sizeHint().width() - _GAP
        line, used = self._lines[0], 0
        for button in (self.retry, self.skip, self.arrived, self.send_again, self.open):
            width = 0 if button.isHidden() else button.sizeHint().width()
            if used and used + width > room:
                line, used = self._lines[1], 0
            used += width + _GAP if width else 0
            for one in self._lines:
                one.removeWidget(button)
            line.insertWidget(line.count() - 1, button)

    def show_recipients(self, recipients: Sequence[Recipient]) -> None:
        """Says with the server's answer whom it was about, where it was about somebody."""
        cause = self._message.cause if self._message is not None else ""
        named = [one for one in recipients if one.stance in ("refused", "retry") and one.reply]
        if named and cause in ("RECIPIENT_REFUSED", "MAILBOX_FULL", "RELAY_DENIED"):
            lines = [line for one in named[:10] for line in (f"RCPT TO:<{one.address}>", one.reply)]
            self._show_answer("\n".join(lines))

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Names the attachments of the message that is shown."""
        self.table.show_attachments(attachments)

    def _show_reason(self, kind: str) -> None:
        buttons = [(fix.label, lambda fix=fix: self.fix_requested.emit(fix)) for fix in self._offers]
        self.banner.set_content(kind, self._why.title, self._why.text, buttons)
        for button, fix in zip(self.banner.buttons(), self._offers, strict=True):
            button.set_icon(_ICONS.get(fix.act) if fix.act is Act.EDIT_STEP else None)

    def _show_answer(self, answer: str) -> None:
        self._answer.setText(answer)
        for part in (self._answer_head, self._answer_box):
            part.setVisible(bool(answer))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(_GAP)
        lines = QVBoxLayout()
        lines.setSpacing(_GAP)
        for line in self._lines:
            line.setSpacing(_GAP)
            line.addStretch(1)
            lines.addLayout(line)
        buttons.addLayout(lines, 1)
        buttons.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 18, _SIDE, 16)
        head.setSpacing(0)
        head.addWidget(self._subject)
        head.addWidget(self._facts)
        head.addSpacing(14)
        head.addLayout(buttons)
        self._answer_box.set_ground("sunken", 8)
        inside = QVBoxLayout(self._answer_box)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self._answer)
        holder = ScrollContent()
        body = QVBoxLayout(holder)
        body.setContentsMargins(20, 16, 20, 20)
        body.setSpacing(0)
        for widget, above in (
            (self.banner, 0),
            (self._trail_head, 16),
            (self._trail, 10),
            (self._answer_head, 16),
            (self._answer_box, 8),
            (self.table, 16),
        ):
            widget.setContentsMargins(0, 0, 0, 0)
            body.addSpacing(above)
            body.addWidget(widget)
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
        for fix in self.more_fixes():
            action = menu.addAction(fix.label)
            icons.assign(action, _ICONS.get(fix.act, "retry"), "text2")
            action.triggered.connect(lambda _=False, fix=fix: self.fix_requested.emit(fix))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def more_fixes(self) -> list[Fix]:
        """What the menu offers: another address where one can be given, the file, the details."""
        message = self._message
        if message is None:
            return []
        found = [one for one in self._offers if one.act in (Act.ADDRESS, Act.EDIT_STEP)]
        if message.kept:
            found.append(Fix(Act.SAVE, tr("Save as .eml…")))
        return [*found, Fix(Act.COPY, tr("Copy Details"))]

    def copy_details(self) -> None:
        """What the page shows, as text for an administrator; no body, no secret."""
        message = self._message
        if message is None:
            return
        lines = [
            (tr("Subject"), message.subject),
            (tr("From"), message.sender),
            (tr("Received"), message.at),
            (tr("Message-ID"), message.message_id),
            (tr("Cause"), message.cause),
            (tr("Reason"), message.reason),
            *((one.title, f"{one.status}, {one.output}") for one in message.steps),
        ]
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in lines if value))


def _when(at: str) -> str:
    said = times.clock_or_day(at)
    return tr("at {time}", time=said) if ":" in said else said
