"""Stopping while the receiving server stalls: over within a second at every stage, and nothing is lost or doubled."""

from __future__ import annotations

import pytest

from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, subjects
from tests.journeys.stalls import LETTERS, Stall, all_arrive_once, everywhere, inbox_on, nothing_failed, stopped_at
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.line_server import HANG
from tests.servers.smtp_sink import SmtpSink

CONNECTING = [Stall("greeting"), Stall("greeting", "SSL/TLS", port="port")]
IMAP = [
    *CONNECTING,
    Stall("CAPABILITY", "StartTLS"),
    Stall("STARTTLS", "StartTLS"),
    Stall("STARTTLS", "StartTLS", ("OK Begin", HANG)),
    *everywhere("LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "literal", "NOOP"),
]
POP3 = [
    *CONNECTING,
    Stall("CAPA", "StartTLS"),
    Stall("STLS", "StartTLS"),
    Stall("STLS", "StartTLS", ("+OK Begin", HANG)),
    *everywhere("USER", "PASS", "LIST", "UIDL", "QUIT"),
    *[Stall("RETR", secure, (b"+OK\r\nSubject: Mail 1\r\n\r\nHalf of", HANG)) for secure in ("None", "SSL/TLS")],
]


@pytest.mark.parametrize("stall", IMAP, ids=str)
def test_a_stalled_imap_server(bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, stall: Stall) -> None:
    inbox_on(bench, fake_imap, stall.secure, stall.port)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    with stopped_at(bench, fake_imap, stall):
        nothing_failed(bench)
    if not stall.port:  # with the wrong port there is no second run that could fare better
        all_arrive_once(bench, smtp_sink)
        assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}] * LETTERS


@pytest.mark.parametrize("stall", POP3, ids=str)
def test_a_stalled_pop3_server(bench: Bench, fake_pop3: FakePop3, smtp_sink: SmtpSink, stall: Stall) -> None:
    inbox_on(bench, fake_pop3, stall.secure, stall.port)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    with stopped_at(bench, fake_pop3, stall):
        nothing_failed(bench)
    if not stall.port:
        all_arrive_once(bench, smtp_sink)


@pytest.mark.parametrize("secure", ["None", "SSL/TLS"])
def test_marking_that_stalls_is_done_by_the_next_run(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, secure: str
) -> None:
    """The messages were sent before, and are not sent again."""
    inbox_on(bench, fake_imap, secure)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    with stopped_at(bench, fake_imap, Stall("UID STORE", secure)):
        nothing_failed(bench)
        assert subjects(smtp_sink) == numbered(range(1, LETTERS + 1))
        assert [letter.flags for letter in fake_imap.letters] == [set()] * LETTERS
    all_arrive_once(bench, smtp_sink)
    assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}] * LETTERS


@pytest.mark.parametrize("stage", ["DELE", "QUIT"])
def test_deleting_that_stalls_is_done_by_the_next_run(
    bench: Bench, fake_pop3: FakePop3, smtp_sink: SmtpSink, stage: str
) -> None:
    inbox_on(bench, fake_pop3)
    bench.outbox(smtp_sink)
    bench.integrate(receive(afterSuccess="delete"), MAP, send())
    with stopped_at(bench, fake_pop3, Stall(stage)):
        nothing_failed(bench)
        assert len(fake_pop3.messages) == LETTERS
    all_arrive_once(bench, smtp_sink)
    assert fake_pop3.messages == []


@pytest.mark.parametrize("stage", ["IDLE", "DONE"])
@pytest.mark.parametrize("secure", ["None", "SSL/TLS"])
def test_idle_that_stalls(bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, secure: str, stage: str) -> None:
    """No go-ahead for IDLE, and no answer to its end, which here comes with the next poll."""
    inbox_on(bench, fake_imap, secure)
    bench.outbox(smtp_sink)
    bench.integrate(receive(push=True), MAP, send())
    with stopped_at(bench, fake_imap, Stall(stage, secure)):
        nothing_failed(bench)
    all_arrive_once(bench, smtp_sink)
