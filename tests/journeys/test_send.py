"""What goes out, through the whole program: the acceptance cases of the original connector, and our own."""

from __future__ import annotations

import pytest

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Step
from tests.journeys.bench import MAP, RECIPIENT, SENDER, Bench, receive, send, send_from
from tests.journeys.letters import mime, part, raw, read, some, subjects, text_of
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink, SmtpTransaction

pytestmark = pytest.mark.dovecot

HELLO = "Hello, I am sending emails to myself again!\r\n"
MARKUP = "<p><b>Hello, I am sending emails to myself again!</b></p>\r\n"
TEST_MAIL = raw("Test Email 1", HELLO)


def constants(**values: str) -> Step:
    """A data mapper that fills fields with typed values, as an earlier step would."""
    rows = [{"constant": value, "to": name.rstrip("_")} for name, value in values.items()]
    return Step(kind="data-mapper", values={"mappings": rows})


TO_MYSELF = constants(from_="bob@localhost", to="bob@localhost", subject="Test Email 1", text=HELLO)


def run_one(bench: Bench, sink: SmtpSink, *steps: Step) -> SmtpTransaction:
    """The one message that comes out of one poll."""
    bench.integrate(receive(), *steps)
    bench.poll()
    (sent,) = sink.wait_for(1)
    return sent


@pytest.mark.parametrize("secure", [pytest.param("None", id="S1"), pytest.param("SSL/TLS", id="S2"), "StartTLS"])
def test_the_mapped_message_is_delivered(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, secure: str) -> None:
    """S1 plain, S2 with TLS and the pasted certificate, and StartTLS: from, to, subject and body as given."""
    mailbox.deliver(raw("Trigger"))
    bench.inbox(mailbox)
    bench.outbox(smtp_sink, secure)
    sent = run_one(bench, smtp_sink, TO_MYSELF, send_from(from_=SENDER))
    message = read(sent)
    assert (sent.mail_from, sent.recipients) == ("bob@localhost", ("bob@localhost",))
    assert (message["From"], message["To"], message["Subject"]) == ("bob@localhost", "bob@localhost", "Test Email 1")
    assert message.get_content_type() == "text/plain"
    assert text_of(sent) == HELLO.replace("\r\n", "\n")
    assert sent.encrypted == (secure != "None")
    assert sent.user == "info@example.org"


@pytest.mark.parametrize(
    ("priority", "subject"),
    [
        pytest.param("consumedData", "Test Email 1", id="S3"),
        pytest.param("inputValues", "Input Values Email 1", id="S4"),
        pytest.param("injectedData", "Test Email 1", id="older-name"),
        pytest.param("", "Test Email 1", id="blank"),
        pytest.param(None, "Test Email 1", id="absent"),
    ],
)
def test_parameter_priority(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, priority: str | None, subject: str
) -> None:
    """S3, S4: which of two values wins; From and To are only in the data and come from there."""
    mailbox.deliver(raw("Trigger"))
    typed: dict[str, Plain] = {"from": SENDER, "subject": "Input Values Email 1", "text": "Typed"}
    chosen = typed if priority is None else {**typed, "priority": priority}
    sent = run_one(ready, smtp_sink, TO_MYSELF, Step(connection="Outbox", action="send-email", values=chosen))
    assert read(sent)["Subject"] == subject
    assert text_of(sent).strip() == ("Typed" if priority == "inputValues" else HELLO.strip())
    assert sent.recipients == ("bob@localhost",)


def test_html_goes_out_as_html(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """S5: the body is unchanged and marked text/html."""
    mailbox.deliver(raw("Trigger"))
    sent = run_one(ready, smtp_sink, constants(subject="Test Email 1", text=MARKUP), send())
    assert read(sent).get_content_type() == "text/html"
    assert text_of(sent) == MARKUP.replace("\r\n", "\n")


@pytest.mark.parametrize("text", ["a < b and c > d", "Fish &nbsp; chips", "if x<y then z"])
def test_text_that_only_looks_a_little_like_html_stays_text(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, text: str
) -> None:
    """Ours: the original took any entity for HTML."""
    mailbox.deliver(raw("Trigger"))
    sent = run_one(ready, smtp_sink, constants(text=text), send())
    assert read(sent).get_content_type() == "text/plain"
    assert text_of(sent).strip() == text


def test_white_space_in_the_data_falls_back_to_what_was_typed(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """Ours: a blank value never wins, be it mapped or received."""
    mailbox.deliver(raw(" ", " \r\n"))
    sent = run_one(ready, smtp_sink, constants(subject="  ", text=" \t"), send(subject="Typed", text="Typed text"))
    assert (read(sent)["Subject"], text_of(sent).strip()) == ("Typed", "Typed text")


def test_without_recipients_it_waits_for_the_person(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: nothing is sent, and the received message's own recipients are never used instead."""
    mailbox.deliver(TEST_MAIL)
    ready.integrate(receive(), send_from(from_=SENDER))
    ready.poll()
    assert [one.cause for one in ready.activities(held=True)] == ["NO_RECIPIENT"]
    assert smtp_sink.transactions == []


def test_only_bcc(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: it is delivered, and nobody can read the address in the message."""
    mailbox.deliver(TEST_MAIL)
    sent = run_one(ready, smtp_sink, send_from(from_=SENDER, bcc="hidden@example.net"))
    assert sent.recipients == ("hidden@example.net",)
    assert b"hidden@" not in sent.content


def test_lists_with_commas_semicolons_and_quoted_names(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: both separators; a comma inside a quoted name separates nothing."""
    mailbox.deliver(TEST_MAIL)
    to = 'a@example.net, b@example.net; "Doe, Jane" <c@example.net>'
    sent = run_one(ready, smtp_sink, send_from(from_=SENDER, to=to))
    assert sent.recipients == ("a@example.net", "b@example.net", "c@example.net")
    assert read(sent)["To"].addresses[2].display_name == "Doe, Jane"


def test_letters_beyond_ascii_everywhere(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: subject, body, display name, domain and, with SMTPUTF8, the local part."""
    mailbox.deliver(raw("Trigger"))
    to = "Jörg Müller <jörg@bücher.example>"
    sent = run_one(
        ready, smtp_sink, constants(subject="Größe 漢字", text="Grüße, 漢字"), send_from(from_=SENDER, to=to)
    )
    assert read(sent)["Subject"] == "Größe 漢字"
    assert text_of(sent).strip() == "Grüße, 漢字"
    assert "SMTPUTF8" in sent.mail_parameters
    assert sent.recipients[0].startswith("jörg@")


def test_no_header_of_the_received_mail_leaks(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: mail straight from Receive to Send is written anew."""
    leaky = [
        "DKIM-Signature: canary",
        "X-Canary: canary",
        "Return-Path: <canary@example.org>",
        "Reply-To: c@canary.org",
    ]
    received = ["Received: from canary.example.org by x; Tue, 24 Nov 2026 14:30:00 +0100", "Content-Type: text/canary"]
    mailbox.deliver(raw("Test Email 1", HELLO, headers=[*leaky, *received, "Bcc: canary@example.org"]))
    sent = run_one(ready, smtp_sink, send(text=HELLO))
    assert b"canary" not in sent.content
    assert sent.recipients == (RECIPIENT,)
    assert read(sent)["Message-ID"].startswith("<mf.")


def test_attachments_go_along_when_asked_for(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours, and check 18: two files of the same name both arrive."""
    file = 'Content-Disposition: attachment; filename="a.pdf"'
    parts = [
        part("text/plain", "See below"),
        part("application/pdf", "one", file),
        part("application/pdf", "two", file),
    ]
    mailbox.deliver(mime("mixed", *parts))
    sent = run_one(ready, smtp_sink, send(attachments=True))
    found = list(read(sent).iter_attachments())
    assert sorted(one.get_content().strip() for one in found) == [b"one", b"two"]


def test_a_rejected_recipient_is_named_and_the_rest_get_it(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours (2.7): not silent, and not all or nothing."""
    mailbox.deliver(TEST_MAIL)
    smtp_sink.script("rcpt", {"gone@example.net": "550 5.1.1 User unknown"})
    ready.integrate(receive(), send(to="a@example.net, gone@example.net"))
    ready.poll()
    (held,) = ready.activities(held=True)
    assert held.cause == "RECIPIENT_REFUSED"
    assert "gone@example.net" in held.reason
    assert [one.recipients for one in smtp_sink.messages] == [("a@example.net",)]


def test_a_late_recipient_gets_the_same_message_later(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours (2.7): the rest again, under the same Message-ID, when the person (or the clock) says so."""
    mailbox.deliver(TEST_MAIL)
    smtp_sink.script("rcpt", {"late@example.net": "450 4.2.1 Later"}, times=1)
    ready.integrate(receive(), send(to="a@example.net, late@example.net"))
    ready.poll()
    (waiting,) = ready.activities()
    with ready.running() as engine:
        engine.ledger.retry(waiting.exchange)
        smtp_sink.wait_for(2)
    first, second = smtp_sink.messages
    assert (first.recipients, second.recipients) == (("a@example.net",), ("late@example.net",))
    assert first.content == second.content


def test_421_makes_everything_after_it_wait(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours (8.4): no later step runs, nothing is marked, and the server gets a rest."""
    mailbox.deliver(TEST_MAIL)
    smtp_sink.script("mail", "421 4.3.2 Closing", times=1)
    ready.integrate(receive(), send(), Step(kind="log", values={"customText": "after"}))
    ready.poll()
    (waiting,) = ready.activities()
    assert (waiting.status, waiting.cause) == ("waiting", "SERVER_BUSY")
    assert [step.title for step in waiting.steps] == ["Receive Email", "Send Email"]
    assert [sorted(flags) for flags in mailbox.flags().values()] == [[]]


def test_a_send_in_the_middle_and_one_at_the_end(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """A Send is a step like any other: when the second one fails, the first is not repeated."""
    mailbox.deliver(*some(2))
    smtp_sink.script("rcpt", {"second@example.net": "450 4.2.1 Later"}, times=1)
    log = Step(kind="log", values={"customText": "between {{subject}}"})
    ready.integrate(receive(), MAP, send(to="first@example.net"), log, send(to="second@example.net"))
    ready.poll()
    assert [one.recipients[0] for one in smtp_sink.messages] == [
        "first@example.net", "first@example.net", "second@example.net",
    ]  # fmt: skip
    waiting = next(one for one in ready.activities() if one.status == "waiting")
    with ready.running() as engine:
        engine.ledger.retry(waiting.exchange)
        smtp_sink.wait_for(4)
    assert [one.recipients[0] for one in smtp_sink.messages].count("first@example.net") == 2
    assert sorted(subjects(smtp_sink)) == ["Mail 1", "Mail 1", "Mail 2", "Mail 2"]


def test_one_connection_carries_many_messages(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Thirty messages, one connection and one sign-in."""
    mailbox.deliver(*some(30))
    ready.integrate(receive(), MAP, send())
    ready.poll()
    assert len(smtp_sink.messages) == 30
    assert (smtp_sink.connections, len(smtp_sink.sign_ins)) == (1, 1)


def test_a_broken_connection_after_the_dot_is_a_doubt(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Check 5: never sent again by itself; the person decides, and then it goes out under the same Message-ID."""
    mailbox.deliver(TEST_MAIL)
    smtp_sink.script("dot", "close", times=1)
    ready.integrate(receive(), send())
    ready.poll()
    ready.poll()
    (held,) = ready.activities(held=True)
    assert held.cause == "IN_DOUBT"
    assert len(smtp_sink.transactions) == 1
    assert [sorted(flags) for flags in mailbox.flags().values()] == [[]]
    with ready.running() as engine:
        engine.ledger.resolve_doubt(held.exchange, arrived=False)
        smtp_sink.wait_for(1)
        ready.wait_for(lambda: [sorted(flags) for flags in mailbox.flags().values()] == [["\\Seen"]])
    first, second = smtp_sink.transactions
    assert first.content == second.content


def test_no_sign_in_where_the_server_asks_for_none(bench: Bench, mailbox: Mailbox) -> None:
    """Check 16: blank user and password."""
    mailbox.deliver(TEST_MAIL)
    with SmtpSink() as sink:
        bench.inbox(mailbox)
        bench.outbox(sink)
        sent = run_one(bench, sink, send())
        assert sent.user is None


def test_a_wrong_password_for_sending_burns_no_message(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """2.6: the account stops at once; with the right password the message goes out as if nothing had been."""
    mailbox.deliver(*some(3))
    bench.inbox(mailbox)
    smtp_sink.users["info@example.org"] = "another"
    connection = bench.connect(
        "Outbox", "email-send", "secret",
        host="localhost", port=smtp_sink.port, username="info@example.org", secureType="None",
    )  # fmt: skip
    bench.integrate(receive(), MAP, send())
    bench.poll()
    assert [one.accepted for one in smtp_sink.sign_ins] == [False]
    assert {one.status for one in bench.activities()} == {"in-progress"}
    smtp_sink.users["info@example.org"] = "secret"
    bench.poll()
    assert subjects(smtp_sink) == ["Mail 1", "Mail 2", "Mail 3"]
    assert connection.name == "Outbox"
