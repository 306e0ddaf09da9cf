"""The Send Email connection (SMTP) and its action; where a message leaves. Runs on the integration's thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from mailflow_gui.connectors._mailserver import ServerSettings, check_names
from mailflow_gui.core.connector import (
    Action,
    Certificate,
    Connector,
    Folder,
    Limits,
    Outgoing,
    Pattern,
    Sender,
    Trace,
)
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import (
    Addresses,
    Choice,
    FieldError,
    Flag,
    LongText,
    Number,
    Option,
    Plain,
    Problem,
    Text,
    When,
)
from mailflow_gui.core.hosts import usual_port
from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.addresses import split_recipients
from mailflow_gui.core.relations import ANSWER, FORWARD, FORWARD_ATTACHED, NEW
from mailflow_gui.core.sending import AUTO, CONSUMED_DATA, HTML, INPUT_VALUES, SENT_FIELDS, TEXT
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import ADDRESSES, Shape, ShapeField

SMTP = "smtp"
RECOMMENDED = "Recommended"
SEVERAL = "name@example.org, …"


class SendSettings(ServerSettings):
    """An SMTP account (RFC 6409 submission). User name and password may both be blank: then there is no sign-in."""

    protocol: ClassVar[str] = SMTP
    host = Text("Email Host Name", "", required=True, placeholder="smtp.example.org")


class Cap(Number):
    """How many messages may go out: -1 for any number; 0 would send none and is refused."""

    def __init__(self, label: str, default: int, **rest: Any) -> None:
        super().__init__(label, default, low=-1, high=1_000_000, **rest)

    def convert(self, raw: Plain) -> int:
        number = super().convert(raw)
        if number == 0:
            raise FieldError(tr("With 0 nothing would ever be sent. Use 1 or more, or -1 for no limit."))
        return number


class SendAction(Settings):
    """What to send, where no step gives it. Typed values are plain text: {{subject}} stays as typed.

    Values by message come from a data mapper or a template before this step.
    """

    sender = Addresses(
        "Email from",
        "",
        key="from",
        required=True,
        help="The address that the email comes from. One address; many servers accept only the account's own.",
        placeholder="name@example.org",
    )
    to = Addresses(
        "Email to",
        "",
        note=RECOMMENDED,
        help="Who gets the email. Separate several addresses with a comma.",
        placeholder=SEVERAL,
    )
    subject = Text("Email subject", "", note=RECOMMENDED, help="The subject line. Plain text, without placeholders.")
    text = LongText(
        "Email text",
        "",
        note=RECOMMENDED,
        help="The body. Plain text, without placeholders. Text that contains HTML is sent as HTML.",
    )
    cc = Addresses("Email cc", "", help="Who gets a copy. Everyone sees these addresses.", placeholder=SEVERAL)
    bcc = Addresses("Email bcc", "", help="Who gets a copy without the others seeing it.", placeholder=SEVERAL)
    reply_to = Addresses(
        "Reply to",
        "",
        help="Where answers go, when not to Email from.",
        placeholder="name@example.org",
    )
    priority = Choice(
        "Parameter Priority",
        CONSUMED_DATA,
        (
            Option(CONSUMED_DATA, "Consumed Data", "The mapped value wins. What you type above is the default."),
            Option(INPUT_VALUES, "Input Values", "What you type above always wins over the mapped value."),
        ),
        aliases={"injectedData": CONSUMED_DATA, "": CONSUMED_DATA, "null": CONSUMED_DATA, "None": CONSUMED_DATA},
        note="When a field is typed here and also mapped",
    )
    content_type = Choice(
        "Send Text As",
        AUTO,
        (
            Option(AUTO, "Automatic", "HTML when the text contains HTML, otherwise plain text."),
            Option(TEXT, "Plain Text", "Exactly as written, even if it contains HTML."),
            Option(HTML, "HTML", "As HTML, even if it does not look like it."),
        ),
        help="How the text is marked.",
    )
    relation = Choice(
        "This Email Is",
        NEW,
        (
            Option(NEW, "A New Email", "Without a relation to the received message."),
            Option(ANSWER, "An Answer", "Goes to the sender of the received message, unless Email to is filled."),
            Option(FORWARD, "Forwarded in the Text", "The received message stands below your text."),
            Option(FORWARD_ATTACHED, "Forwarded as Attachment", "The received message is attached, byte for byte."),
        ),
        help="An answer or a forwarded message takes its subject from the received one, unless you fill it.",
    )
    quote = Flag(
        "Quote the Received Text",
        False,
        when=When("relation", (ANSWER,)),
        help="Puts the received text below your answer, each line marked with >.",
    )
    attachments = Flag(
        "Pass on attachments",
        False,
        help="Sends the attachments of the received message along.",
    )
    loop_guard = Flag(
        "Answer People Only",
        True,
        key="loopGuard",
        help="Mail of programs, mailing lists and delivery reports gets no answer (RFC 3834), so that no loop begins.",
    )
    auto_submitted = Choice(
        "Automatic Mark",
        "auto-generated",
        (
            Option("auto-generated", "Sent by a Program", "Other programs do not answer it."),
            Option("auto-replied", "Automatic Answer", "For an answer to the received message."),
            Option("no", "None", "As if a person had written it."),
        ),
        help="Tells other mail programs that no person wrote this email (RFC 3834): they do not answer by themselves.",
    )
    approval = Flag(
        "Ask Before Sending",
        False,
        key="holdForApproval",
        help="Each message is composed and waits under Needs Attention until you send or skip it.",
    )
    # Generous: people and their forwarding stay far below, and what runs away (a loop makes some ten messages a minute)
    # is stopped within minutes.
    max_per_hour = Cap(
        "Messages per Hour",
        200,
        key="maxPerHour",
        help="When the integration has sent so many in an hour, sending pauses and asks you. -1: no limit.",
    )
    max_per_day = Cap(
        "Messages per Day",
        2_000,
        key="maxPerDay",
        help="When the integration has sent so many in a day, sending pauses and asks you. -1: no limit.",
    )
    max_per_recipient = Cap(
        "Per Recipient and Hour",
        100,
        key="maxPerRecipient",
        help="When one address has got so many in an hour, sending pauses and asks you. -1: no limit.",
    )

    def review(self) -> list[Problem]:
        """Every typed address is checked; Email from and Reply to take one."""
        return list(_address_problems((key, str(self.get(key))) for key in ("from", "to", "cc", "bcc", "replyTo")))

    def typed(self) -> dict[str, str]:
        """The typed values by field name, as `resolve_fields` wants them."""
        return {key: str(self.get(key)) for key in SENT_FIELDS}


#: The fields that a data mapper may fill, by the names under which `resolve_fields` finds them.
OUTGOING = Shape(
    "Email message",
    (
        ShapeField("to", "Email to", ADDRESSES),
        ShapeField("subject", "Email subject"),
        ShapeField("text", "Email text"),
        ShapeField("html", "Email HTML"),
        ShapeField("cc", "Email cc", ADDRESSES),
        ShapeField("bcc", "Email bcc", ADDRESSES),
        ShapeField("from", "Email from", ADDRESSES),
        ShapeField("replyTo", "Reply to", ADDRESSES),
    ),
)


def _address_problems(typed: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for key, text in typed:
        addresses, problems = split_recipients(text)
        if problems:
            yield Problem(key, " ".join(problems))
        elif key in ("from", "replyTo") and len(addresses) > 1:
            yield Problem(key, tr("This field takes one address."))


def open_sender(connection: SendSettings, action: SendAction) -> Sender:
    """How to compose and to transmit. Connects at the first message."""
    from mailflow_gui.connectors._outgoing import compose_outgoing, why_not_answered
    from mailflow_gui.connectors._smtp_transport import SmtpTransport

    def compose(exchange: Exchange, key: str) -> Outgoing:
        return compose_outgoing(action, exchange, key)

    def guard(exchange: Exchange, outgoing: Outgoing) -> str:
        return why_not_answered(action, exchange, outgoing)

    limits = Limits(action.max_per_hour, action.max_per_day, action.max_per_recipient)
    return Sender(compose, SmtpTransport(connection), guard=guard, limits=limits, approval=action.approval)


def summary(action: SendAction) -> str:
    """One line for the step's card: “to sales@example.org, mapped data first”."""
    order = tr("mapped data first") if action.priority == CONSUMED_DATA else tr("typed values first")
    to = action.to or (tr("the sender") if action.relation == ANSWER else "")
    if action.relation in (FORWARD, FORWARD_ATTACHED):
        if to:
            return tr("the received message to {to}, {order}", to=to, order=order)
        return tr("the received message, {order}", order=order)
    return tr("to {to}, {order}", to=to, order=order) if to else order


def verify(settings: SendSettings, trace: Trace) -> None:
    """Run the checks of Validate with the connect function of the running integration; no message is sent.

    Raises MailflowError.
    """
    from mailflow_gui.connectors._smtp_session import verify_smtp

    verify_smtp(settings, trace)


def checks(settings: SendSettings) -> tuple[tuple[str, str], ...]:
    """The checks of Validate in order, as (id, title)."""
    return check_names(settings, ("ready", tr("Ready to send")))


def certificate(settings: SendSettings, trace: Trace) -> Certificate:
    """The certificate that the server shows now, trusted or not. Raises MailflowError."""
    from mailflow_gui.connectors._tls import fetch_certificate

    return fetch_certificate(settings, trace)


def read_certificate(pem: str) -> Certificate:
    """What a pasted certificate says. Raises SettingsError (CERT_UNREADABLE)."""
    from mailflow_gui.connectors import _tls

    return _tls.read_certificate(pem)


def folders(settings: SendSettings, trace: Trace) -> tuple[Folder, ...]:
    """None: SMTP has no folders."""
    return ()


def port_for(values: Mapping[str, Any]) -> str:
    """The usual port for raw form values (secureType), "" when unknown."""
    port = usual_port(SMTP, str(values.get("secureType") or "None"))
    return str(port) if port else ""


CONNECTOR = Connector(
    id="email-send",
    title="Send Email",
    description="Send email through an smtp server.",
    icon="send",
    tone="send",
    settings=SendSettings,
    actions=(
        Action(
            id="send-email",
            title="Send Email",
            description="Send an email message from the account that this connection is authorized to access.",
            pattern=Pattern.TO,
            settings=SendAction,
            open=open_sender,
            summary=summary,
            consumes=lambda settings: OUTGOING,
        ),
    ),
    verify=verify,
    checks=checks,
    certificate=certificate,
    read_certificate=read_certificate,
    folders=folders,
    usual_port=port_for,
)
