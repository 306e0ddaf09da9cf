"""What comes in, through the whole program: the acceptance cases of the original connector, and our own."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Step
from tests.journeys.bench import MAP, MAPPINGS, NAME, RECIPIENT, Bench, receive, send
from tests.journeys.letters import five, mime, numbered, part, raw, read, some, subjects, text_of
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def expect_five(sink: SmtpSink) -> None:
    """Each of the five mails, in mailbox order, with its subject, sender, recipient and content."""
    sent = sink.wait_for(5)
    assert subjects(sink) == numbered(range(1, 6))
    for number, one in enumerate(sent, 1):
        assert read(one)["Reply-To"] == f"Ben{number} <Ben{number}@test.com>"
        assert text_of(one) == f"Text of Mail {number}\n"
        assert read(one)["Cc"] == "bob@localhost"


WITH_TO = Step(kind="data-mapper", values={"mappings": [*MAPPINGS, {"from": ["to"], "to": "cc"}]})


@pytest.mark.parametrize(
    ("protocol", "secure"),
    [
        pytest.param("imap", "None", id="R1"),
        pytest.param("pop3", "None", id="R4"),
        pytest.param("imap", "SSL/TLS", id="R5"),
        pytest.param("pop3", "SSL/TLS", id="R6"),
        pytest.param("imap", "StartTLS", id="R11"),
        pytest.param("pop3", "StartTLS", id="R11-pop3"),
    ],
)
def test_five_mails_arrive_in_order(
    bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, protocol: str, secure: str
) -> None:
    """R1 imap plain, R4 pop3 plain, R5 imaps and R6 pop3s with the pasted certificate, R11 StartTLS."""
    mailbox.deliver(*five())
    bench.inbox(mailbox, protocol, secure)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), WITH_TO, send())
    bench.poll()
    expect_five(smtp_sink)


def test_a_wrong_password_stops_at_once_without_a_crash(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """R2. The original kept trying; here one attempt is made, the person is told, and nothing hammers."""
    mailbox.deliver(*five())
    connection = bench.inbox(mailbox, secure="SSL/TLS")
    bench.vault.set(connection.id, "password", SecretText("wrong"))
    bench.outbox(smtp_sink)
    integration = bench.integrate(receive(), send())
    before = mailbox.server.auth_attempts(mailbox.user)
    with bench.running() as engine:
        bench.wait_for(lambda: not engine.supervisor.is_running(integration.id))
        health = engine.supervisor.health(integration.id)
    assert (health.state, health.cause) == (State.ATTENTION, "AUTH_FAILED")
    assert mailbox.server.auth_attempts(mailbox.user) == before + 1
    assert smtp_sink.messages == []


def test_only_the_chosen_folder_is_read(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """R3."""
    mailbox.deliver(*five("Inbox"))
    mailbox.deliver(*five("testFolder"), folder="testFolder")
    ready.integrate(receive(folderName="testFolder"), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered(range(1, 6), "testFolder")


def test_unseen_only(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """R7: of five mails the first three are read already."""
    mailbox.deliver(*some(3), flags=("\\Seen",))
    mailbox.deliver(*some(2, first=4))
    ready.integrate(receive(unseenOnly=True), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered([4, 5])


def test_the_maximum_takes_the_oldest_first(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """R8: a maximum of two takes exactly the first two."""
    mailbox.deliver(*five())
    ready.integrate(receive(maxResults=2), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered([1, 2])


def test_the_delay_lies_between_the_end_of_a_poll_and_the_next(ready: Bench, mailbox: Mailbox) -> None:
    """R9: with a delay of 400 ms, polls that find nothing are that far apart."""
    ready.integrate(receive(delay="400ms"), send())
    with ready.running():
        ready.wait_for_event(Kind.POLL, 4)
    moments = [datetime.fromisoformat(one.at) for one in ready.told(Kind.POLL)[:4]]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]
    assert all(0.38 <= gap < 1.5 for gap in gaps), gaps


HTML = "<html><body>Hi, <i>how are you?</i></body></html>"
ATTACHED = part("application/pdf", "%PDF", 'Content-Disposition: attachment; filename="a.pdf"')
PLAIN_PART = part("text/plain", "The text")


@pytest.mark.parametrize(
    ("message", "content"),
    [
        pytest.param(mime("mixed", part("text/html", HTML), subject="An HTML Message"), "Hi, how are you?", id="R10"),
        pytest.param(mime("alternative", PLAIN_PART, part("text/html", HTML)), "The text", id="text-and-html"),
        pytest.param(mime("mixed", part("text/html", HTML), PLAIN_PART), None, id="html-first-in-mixed"),
        pytest.param(mime("alternative", part("text/html", HTML), PLAIN_PART), "The text", id="html-first"),
        pytest.param(
            mime(
                "mixed",
                b'Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\n'
                + PLAIN_PART
                + b"\r\n--in\r\n"
                + part("text/html", HTML)
                + b"\r\n--in--",
                ATTACHED,
            ),
            "The text",
            id="nested",
        ),
        pytest.param(
            mime(
                "encrypted",
                part("application/pgp-encrypted", "Version: 1\r\n"),
                part("application/octet-stream", "-----BEGIN PGP MESSAGE-----\r\nCIPHER\r\n-----END PGP MESSAGE-----"),
            ),
            None,
            id="pgp-mime",
        ),
        pytest.param(
            raw("One", HTML, headers=["MIME-Version: 1.0", "Content-Type: text/html"]),
            "Hi, how are you?",
            id="single-html",
        ),
        pytest.param(
            raw("One", "%PDF", headers=["MIME-Version: 1.0", "Content-Type: application/pdf; name=a.pdf"]),
            "",
            id="single-non-text",
        ),
        pytest.param(
            raw("One", "Gr\u00fc\u00dfe", headers=["MIME-Version: 1.0", "Content-Type: text/plain"]),
            "Gr\u00fc\u00dfe",
            id="missing-charset",
        ),
    ],
)
def test_the_content_of_a_message(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, message: bytes, content: str | None
) -> None:
    """R10 and the bodies that the original got wrong: the one text that a person would read, once."""
    mailbox.deliver(message)
    ready.integrate(receive(), MAP, send(text="(nothing)"))
    ready.poll()
    (sent,) = smtp_sink.wait_for(1)
    body = text_of(sent).strip()
    if content is not None:
        assert body == (content or "(nothing)")
    else:
        assert "CIPHER" not in body
        assert body.count("The text") <= 1
        assert body.count("how are you?") <= 1
        assert body


def test_an_encoded_subject_and_two_to_headers(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Encoded words are decoded; the second To header counts as well."""
    mailbox.deliver(raw("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", headers=["To: ann@localhost"]))
    ready.integrate(receive(), WITH_TO, send())
    ready.poll()
    (sent,) = smtp_sink.wait_for(1)
    assert read(sent)["Subject"] == "Gr\u00fc\u00dfe"
    assert sent.recipients == (RECIPIENT, "bob@localhost", "ann@localhost")


def test_an_empty_mailbox_triggers_nothing(ready: Bench, smtp_sink: SmtpSink) -> None:
    """Ours: an empty poll is no error and starts nothing."""
    ready.integrate(receive(), send())
    events = ready.poll()
    assert [one.level for one in events if one.level != "info"] == []
    assert [one.count for one in events if one.kind is Kind.POLL] == [0]
    assert smtp_sink.connections == 0


def test_a_missing_folder_is_named(ready: Bench, mailbox: Mailbox) -> None:
    """Ours: somebody has to change the settings, so the integration stops and says which folder."""
    integration = ready.integrate(receive(folderName="Gone"), send())
    with ready.running() as engine:
        ready.wait_for(lambda: not engine.supervisor.is_running(integration.id))
        health = engine.supervisor.health(integration.id)
    assert (health.state, health.cause) == (State.ATTENTION, "FOLDER_NOT_FOUND")
    assert "Gone" in health.trouble


def test_zero_as_maximum_is_refused_and_minus_one_takes_all(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """Ours: 0 would take nothing for ever; -1 is no limit."""
    integration = ready.integrate(receive(maxResults=0), MAP, send())
    with ready.running() as engine:
        ready.wait_for(lambda: not engine.supervisor.is_running(integration.id))
        assert engine.supervisor.health(integration.id).cause == "INCOMPLETE"
    mailbox.deliver(*some(12))
    ready.change(maxResults=-1)
    ready.poll()
    assert subjects(smtp_sink) == numbered(range(1, 13))


def test_mail_that_another_program_deleted_is_left_alone(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: flagged as deleted is not taken, and neither polling, deleting nor closing expunges it (check 21)."""
    mailbox.deliver(*some(2), flags=("\\Deleted",))
    mailbox.deliver(*some(2, first=3))
    ready.integrate(receive(afterSuccess="delete"), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered([3, 4])
    assert list(mailbox.flags().values()) == [frozenset({"\\Deleted"})] * 2


def test_read_after_success_and_not_after_failure(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: the mark follows what became of the message; a filtered one counts as handled."""
    mailbox.deliver(raw("keep 1", number=1), raw("keep 2", number=2), raw("other", number=3))
    smtp_sink.script("mail", "550 5.7.1 Not this one", times=1)
    rules = [{"path": "subject", "op": "contains", "value": "keep"}]
    only = Step(kind="basic-filter", values={"rules": rules})
    ready.integrate(receive(), only, MAP, send())
    ready.poll()
    assert [sorted(flags) for flags in mailbox.flags().values()] == [[], ["\\Seen"], ["\\Seen"]]
    assert [one.status for one in ready.activities()] == ["held", "done", "filtered"]


def test_a_failing_mail_is_tried_again(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours: refused for now means waiting, with the time of the next try; the others go on."""
    mailbox.deliver(*some(3))
    smtp_sink.script("rcpt", "450 4.2.0 Later", times=1)
    ready.integrate(receive(), MAP, send())
    ready.poll()
    assert subjects(smtp_sink) == numbered([2, 3])
    waiting = ready.activities()[0]
    assert (waiting.status, waiting.cause) == ("waiting", "RECIPIENT_LATER")
    assert waiting.next_try


def test_five_refused_mails_do_not_block_the_sixth(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours, and check 10: five poison mails at the head with a maximum of five."""
    mailbox.deliver(*some(6))
    smtp_sink.script("rcpt", "550 5.1.1 Unknown", times=5)
    ready.integrate(receive(maxResults=5), MAP, send())
    ready.poll()
    ready.poll()
    assert subjects(smtp_sink) == numbered([6])
    assert [one.cause for one in ready.activities(NAME, held=True)] == ["RECIPIENT_REFUSED"] * 5
