"""Send Email as a whole: its declarations, and letters that reach a server through the opened action."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mailflow_gui.connectors.email_send import CONNECTOR, SendAction, SendSettings
from mailflow_gui.core.connector import Attempt, Limits, Pattern, Sender, Stance
from mailflow_gui.core.errors import CredentialsError, UnreachableError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.message import Address, Attachment, Message
from tests.connectors.letters import (
    INFO,
    KEY,
    RECEIVED,
    action,
    body,
    exchange,
    header_names,
    read,
    settings_for,
)
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

(ACTION,) = CONNECTOR.actions


class Checks:
    """A trace that remembers the checks and their captions."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.captions: list[str] = []

    @contextlib.contextmanager
    def step(self, check: str) -> Iterator[None]:
        self.steps.append(check)
        yield

    def found(self, detail: str, *, warning: bool = False) -> None:
        self.captions.append(detail)

    def deadline(self) -> float:
        return 5.0

    def leeway(self, moved: float) -> float:
        return 5.0


def deliver(sender: Sender, one: Exchange) -> Attempt:
    """Compose and transmit as the engine does, then end the session."""
    outgoing = sender.compose(one, KEY)
    calls: list[None] = []
    attempt = sender.transport.transmit(outgoing, outgoing.recipients, lambda rows: calls.append(None))
    sender.transport.close()
    assert len(calls) <= 1
    return attempt


# ---- declarations ----


def test_the_connector_and_its_keys() -> None:
    assert (CONNECTOR.id, CONNECTOR.title) == ("email-send", "Send Email")
    assert (ACTION.id, ACTION.title, ACTION.pattern) == ("send-email", "Send Email", Pattern.TO)
    assert list(SendSettings.FIELDS)[:6] == ["host", "port", "username", "password", "secureType", "serverCertificate"]
    assert list(SendAction.FIELDS) == [
        *("from", "to", "subject", "text", "cc", "bcc", "replyTo"),
        *("priority", "contentType", "relation", "quote", "attachments", "loopGuard", "autoSubmitted"),
        *("holdForApproval", "maxPerHour", "maxPerDay", "maxPerRecipient"),
    ]
    assert [field.label for field in SendAction.FIELDS.values()][:6] == [
        *("Email from", "Email to", "Email subject", "Email text", "Email cc", "Email bcc")
    ]
    assert [key for key, field in SendAction.FIELDS.items() if field.note == "Recommended"] == ["to", "subject", "text"]


def test_defaults_and_round_trip() -> None:
    settings = action()
    assert settings.dump() == {"from": INFO}
    assert (settings.priority, settings.content_type) == ("consumedData", "auto")
    assert (settings.attachments, settings.auto_submitted) == (False, "auto-generated")
    raw = {
        **{"from": INFO, "to": "a@x.example", "subject": "S", "text": "one\ntwo\n", "cc": "c@x.example"},
        **{"bcc": "b@x.example", "replyTo": "r@x.example", "priority": "inputValues", "contentType": "html"},
        **{"relation": "answer", "quote": True, "attachments": True, "loopGuard": False, "autoSubmitted": "no"},
        **{"holdForApproval": True, "maxPerHour": 50, "maxPerDay": -1, "maxPerRecipient": 5},
    }
    checked, problems = SendAction.check(raw)
    assert problems == []
    assert checked.dump() == raw


@pytest.mark.parametrize("value", ["injectedData", "", None, "null", "consumedData"])
def test_priorities_of_other_products_mean_consumed_data(value: str | None) -> None:
    assert action(priority=value).priority == "consumedData"


def test_an_unknown_priority_is_named_and_behaves_as_consumed_data() -> None:
    settings, problems = SendAction.check({"from": INFO, "priority": "whatever"})
    assert [one.field for one in problems] == ["priority"]
    assert settings.priority == "consumedData"


def test_limits_are_on_and_reach_the_sender() -> None:
    """Generous, but on: what runs away is stopped within minutes."""
    assert ACTION.open(SendSettings(), action()).limits == Limits(200, 2_000, 100)
    given = action(maxPerHour=7, maxPerDay="-1", maxPerRecipient=1)
    assert ACTION.open(SendSettings(), given).limits == Limits(7, -1, 1)


@pytest.mark.parametrize("key", ["maxPerHour", "maxPerDay", "maxPerRecipient"])
@pytest.mark.parametrize("value", [0, "0", -2, 1.5, "many"])
def test_a_limit_that_makes_no_sense_is_refused(key: str, value: object) -> None:
    _, problems = SendAction.check({"from": INFO, key: value})
    assert [one.field for one in problems] == [key]


def test_from_is_required() -> None:
    _, problems = SendAction.check({})
    assert [str(one) for one in problems] == ["from: Email from is required."]


@pytest.mark.parametrize("key", ["from", "to", "cc", "bcc", "replyTo"])
@pytest.mark.parametrize("text", ["nobody", "a@x.example b@x.example", "{{from}}"])
def test_typed_addresses_are_checked(key: str, text: str) -> None:
    _, problems = SendAction.check({"from": INFO, key: text})
    assert [one.field for one in problems] == [key]
    assert "“" in problems[0].message


@pytest.mark.parametrize("key", ["from", "replyTo"])
def test_fields_that_take_one_address(key: str) -> None:
    _, problems = SendAction.check({"from": INFO, key: "a@x.example, b@x.example"})
    assert [(one.field, one.message) for one in problems] == [(key, "This field takes one address.")]


def test_typed_placeholders_stay_as_typed(smtp_sink: SmtpSink) -> None:
    sender = ACTION.open(settings_for(smtp_sink), action(to="a@x.example", subject="{{subject}}", text="{{text}}"))
    assert deliver(sender, exchange(Message(raw=b""))).stance is Stance.SENT
    message = read(smtp_sink.messages[0].content)
    assert (message["Subject"], body(message)) == ("{{subject}}", "{{text}}\n")


def test_the_summary() -> None:
    assert ACTION.summary(action()) == "mapped data first"
    assert ACTION.summary(action(to="a@x.example", priority="inputValues")) == "to a@x.example, typed values first"


@pytest.mark.parametrize(("method", "port"), [("None", "25"), ("StartTLS", "587"), ("SSL/TLS", "465"), ("odd", "")])
def test_usual_ports(method: str, port: str) -> None:
    assert CONNECTOR.usual_port({"secureType": method}) == port


def test_smtp_has_no_folders() -> None:
    assert CONNECTOR.folders(SendSettings(), Checks()) == ()


# ---- validate ----


@pytest.mark.parametrize("method", ["None", "StartTLS", "SSL/TLS"])
def test_validate_runs_the_five_checks_and_sends_nothing(smtp_sink: SmtpSink, method: str) -> None:
    settings, trace = settings_for(smtp_sink, secure=method), Checks()
    CONNECTOR.verify(settings, trace)
    assert trace.steps == [check for check, _ in CONNECTOR.checks(settings)]
    assert CONNECTOR.checks(settings)[4] == ("ready", "Ready to send")
    assert [one.accepted for one in smtp_sink.sign_ins] == [True]
    assert not any(line.startswith(("MAIL", "RCPT", "DATA")) for line in smtp_sink.commands)


def test_the_certificate_is_fetched_without_trust(smtp_sink: SmtpSink) -> None:
    settings = settings_for(smtp_sink, secure="SSL/TLS").replace(server_certificate="")
    shown = CONNECTOR.certificate(settings, Checks())
    assert "localhost" in shown.names
    assert CONNECTOR.read_certificate(shown.pem).sha256 == shown.sha256


def test_opening_does_not_connect_and_closing_is_harmless() -> None:
    sender = ACTION.open(SendSettings(host="localhost", port=1), action(to="a@x.example"))
    sender.transport.close()
    with pytest.raises(UnreachableError):
        deliver(sender, exchange())


# ---- letters (the cases of the original product: plain, SMTPS, both priorities, HTML) ----

FIRST = Message(
    raw=b"",
    subject="Test Email 1",
    sender=(Address("", "bob@localhost"),),
    content="Hello, I am sending emails to myself again!\n",
)


@pytest.mark.parametrize("method", ["None", "StartTLS", "SSL/TLS"])
def test_a_letter_arrives(smtp_sink: SmtpSink, method: str) -> None:
    mapped = exchange(from_="bob@localhost", to="bob@localhost", subject=FIRST.subject, content=FIRST.content)
    sender = ACTION.open(settings_for(smtp_sink, secure=method), action())
    attempt = deliver(sender, mapped)
    assert (attempt.stance, attempt.error) == (Stance.SENT, None)
    (got,) = smtp_sink.messages
    message = read(got.content)
    assert (got.mail_from, got.recipients, got.encrypted) == ("bob@localhost", ("bob@localhost",), method != "None")
    assert (message["From"], message["To"], message["Subject"]) == ("bob@localhost", "bob@localhost", "Test Email 1")
    assert (message.get_content_type(), body(message)) == ("text/plain", FIRST.content)


@pytest.mark.parametrize(
    ("priority", "subject", "text"),
    [
        ("consumedData", "Data subject", "Data text\n"),
        ("inputValues", "Input Values Email 1", "Typed text\n"),
    ],
)
def test_priorities(smtp_sink: SmtpSink, priority: str, subject: str, text: str) -> None:
    typed = action(subject="Input Values Email 1", text="Typed text", priority=priority)
    data = exchange(from_="bob@localhost", to="bob@localhost", subject="Data subject", text="Data text")
    assert deliver(ACTION.open(settings_for(smtp_sink), typed), data).stance is Stance.SENT
    message = read(smtp_sink.messages[0].content)
    assert (message["Subject"], body(message), message["To"]) == (subject, text, "bob@localhost")


def test_html_is_sent_as_html(smtp_sink: SmtpSink) -> None:
    data = exchange(to="bob@localhost", text="<p><b>Hello, I am sending emails to myself again!</b></p>\r\n")
    deliver(ACTION.open(settings_for(smtp_sink), action()), data)
    message = read(smtp_sink.messages[0].content)
    assert message.get_content_type() == "text/html"
    assert body(message) == "<p><b>Hello, I am sending emails to myself again!</b></p>\n"


def test_everything_beyond_ascii(smtp_sink: SmtpSink) -> None:
    received = replace(RECEIVED, attachments=(Attachment("Übersicht 日本.txt", "text/plain", "Grüße".encode()),))
    given = action(
        **{
            "from": "Jürgen Groß <info@bücher.example>",
            "to": "用户 <a@例え.example>",
            "bcc": "verdeckt@bücher.example",
        },
        attachments=True,
    )
    text = "Grüße aus München ✓ 日本語\n" * 3
    attempt = deliver(
        ACTION.open(settings_for(smtp_sink), given), exchange(received, subject="Grüße ✓ " * 20, text=text)
    )
    assert attempt.stance is Stance.SENT
    (got,) = smtp_sink.messages
    assert got.content.isascii()
    assert got.mail_from == "info@xn--bcher-kva.example"
    assert got.recipients == ("a@xn--r8jz45g.example", "verdeckt@xn--bcher-kva.example")
    message = read(got.content)
    assert message["Subject"] == ("Grüße ✓ " * 20).strip()
    assert [one.display_name for one in (*message["From"].addresses, *message["To"].addresses)] == [
        "Jürgen Groß",
        "用户",
    ]
    assert body(next(iter(message.iter_parts()))) == text
    assert [part.get_filename() for part in message.iter_attachments()] == ["Übersicht 日本.txt"]
    assert b"verdeckt" not in got.content


@pytest.mark.parametrize(
    "hostile",
    ["=?utf-8?b?ZXZpbEB4LnksIA==?= <jane@example.net>", "=?utf-8?b?YQ0KQmNjOiBldmlsQHgueQ==?= <jane@example.net>"],
)
def test_the_recipients_on_the_wire_are_those_meant(smtp_sink: SmtpSink, hostile: str) -> None:
    deliver(
        ACTION.open(settings_for(smtp_sink), action()), exchange(to=hostile, subject="=?utf-8?q?a=0D=0ABcc:_e@x.y?=")
    )
    (got,) = smtp_sink.messages
    assert got.recipients == ("jane@example.net",)
    assert [line for line in smtp_sink.commands if line.startswith("RCPT")] == ["RCPT TO:<jane@example.net>"]
    names = header_names(got.content)
    assert "Bcc" not in names
    assert len(names) == len(set(names))


def test_a_wrong_password_stops_the_account(smtp_sink: SmtpSink) -> None:
    settings = settings_for(smtp_sink).replace(password=SecretText("wrong"))
    with pytest.raises(CredentialsError):
        deliver(ACTION.open(settings, action(to="a@x.example")), exchange())
    assert len(smtp_sink.sign_ins) == 1


# ---- a real server ----


@pytest.mark.dovecot
@pytest.mark.parametrize(("service", "method"), [("submission", "StartTLS"), ("submissions", "SSL/TLS")])
def test_through_a_real_server(mailbox: Mailbox, relay: SmtpSink, service: str, method: str) -> None:
    settings = SendSettings(
        host="localhost",
        port=mailbox.server.ports[service],
        username=mailbox.user,
        password=SecretText(mailbox.password),
        secure_type=method,
        server_certificate=mailbox.server.authority_pem,
    )
    CONNECTOR.verify(settings, Checks())
    sender = ACTION.open(settings, action(bcc="hidden@example.net"))
    texts = [".first dot\n.\n..\nlast", "<p>Grüße</p>", "x" * 5000]
    for number, text in enumerate(texts):
        one = exchange(Message(raw=b""), to="a@example.net, b@example.net", subject=f"Grüße {number}", text=text)
        outgoing = sender.compose(one, KEY)
        assert sender.transport.transmit(outgoing, outgoing.recipients, lambda rows: None).stance is Stance.SENT
    sender.transport.close()
    for number, (got, text) in enumerate(zip(relay.wait_for(3), texts, strict=True)):
        message = read(got.content)
        assert got.recipients == ("a@example.net", "b@example.net", "hidden@example.net")
        assert (message["Subject"], body(message)) == (f"Grüße {number}", text + "\n")
        assert b"hidden" not in got.content


@pytest.mark.dovecot
def test_a_refusal_behind_a_real_server(mailbox: Mailbox, relay: SmtpSink) -> None:
    relay.script("rcpt", {"bad@example.net": "550 5.1.1 No such user"})
    settings = SendSettings(
        host="localhost",
        port=mailbox.server.ports["submissions"],
        username=mailbox.user,
        password=SecretText(mailbox.password),
        server_certificate=mailbox.server.authority_pem,
    )
    attempt = deliver(ACTION.open(settings, action(to="bad@example.net, good@example.net")), exchange())
    assert [(address, stance) for address, stance, _ in attempt.recipients] == [
        ("bad@example.net", Stance.REFUSED),
        ("good@example.net", Stance.SENT),
    ]
    assert [one.recipients for one in relay.wait_for(1)] == [("good@example.net",)]
