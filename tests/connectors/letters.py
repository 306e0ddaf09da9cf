"""What the sending tests share: exchanges, send actions, composed messages, and readers of what arrived."""

from __future__ import annotations

import email
import email.message
import email.policy
from datetime import UTC, datetime
from typing import Any

from mailflow_gui.connectors._outgoing import compose_outgoing
from mailflow_gui.connectors.email_send import SendAction, SendSettings
from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.message import Address, FieldValue, Message
from tests.servers.smtp_sink import SmtpSink

NOW = datetime(2026, 11, 22, 14, 30, 5, tzinfo=UTC)
KEY = "abcdefghijklmnopqrstuvwxyz234567"
MESSAGE_ID = f"<mf.{KEY}@example.org>"
INFO = "info@example.org"

RECEIVED = Message(
    raw=b"From: jane@example.net\r\nSubject: Interested\r\n\r\nHello\r\n",
    subject="Interested",
    sender=(Address("Jane Moore", "jane@example.net"),),
    to=(Address("", "info@ourcompany.com"),),
    cc=(Address("", "witness@example.net"),),
    reply_to=(Address("", "elsewhere@example.net"),),
    content="Hello, a catalog\n",
    message_id="<original@example.net>",
    headers=(("Received", "from canary.example.net"), ("DKIM-Signature", "canary"), ("X-Canary", "canary")),
)


def exchange(message: Message = RECEIVED, /, **mapped: FieldValue) -> Exchange:
    """An exchange of this message; a trailing underscore is taken off a name (`from_`)."""
    one = Exchange(id="x1", message=message, now=NOW, seed="seed")
    return one.produced("mapper", {name.rstrip("_"): value for name, value in mapped.items()}) if mapped else one


def action(**values: Any) -> SendAction:
    """A send action of raw values that has to be without problems."""
    settings, problems = SendAction.check({"from": INFO, **{key.rstrip("_"): v for key, v in values.items()}})
    assert problems == []
    return settings


def composed(given: SendAction, one: Exchange | None = None) -> Outgoing:
    """What the action makes of the exchange."""
    return compose_outgoing(given, one or exchange(), KEY)


def letter(*recipients: str, text: str = "Hello", **more: Any) -> Outgoing:
    """A composed message to these recipients."""
    return composed(
        action(to=", ".join(recipients or ("a@example.net",)), **{"text": text, "subject": "Hi", **more}),
        exchange(Message(raw=b"")),
    )


def read(wire: bytes) -> email.message.EmailMessage:
    """The message as the standard library reads it."""
    parsed = email.message_from_bytes(wire, policy=email.policy.default)
    assert isinstance(parsed, email.message.EmailMessage)
    return parsed


def body(message: email.message.Message) -> str:
    """The decoded text of a message or part, with LF line ends."""
    assert isinstance(message, email.message.EmailMessage)
    return str(message.get_content()).replace("\r\n", "\n")


def header_names(wire: bytes) -> list[str]:
    """The names of the header fields, in order, by the bytes alone."""
    head = wire.partition(b"\r\n\r\n")[0]
    return [line.partition(b":")[0].decode() for line in head.split(b"\r\n") if line[:1] not in b" \t"]


def settings_for(sink: SmtpSink, *, secure: str = "None", signs_in: bool = True) -> SendSettings:
    """A connection to a sink, whose first account is used."""
    name, password = next(iter(sink.users.items())) if signs_in and sink.users else ("", "")
    return SendSettings(
        host="localhost",
        port=sink.tls_port if secure == "SSL/TLS" else sink.port,
        username=name,
        password=SecretText(password),
        secure_type=secure,
        server_certificate="" if secure == "None" else sink.certificate.trust_pem,
    )
