"""Stopping while the sending server stalls: cut before the dot, waited for after it; never doubled, never lost."""

from __future__ import annotations

import threading

import pytest

from mailflow_gui.connectors import _halt
from mailflow_gui.core.activity import Kind
from mailflow_gui.core.model import Step
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, raw, subjects
from tests.journeys.stalls import (
    BOUND,
    LETTERS,
    Stall,
    account_on,
    all_arrive_once,
    everywhere,
    inbox_on,
    nothing_failed,
    stopped_at,
)
from tests.servers.fake_imap import FakeImap
from tests.servers.line_server import DEAF, HANG
from tests.servers.smtp_sink import SmtpSink

BEFORE_THE_DOT = [
    Stall("greeting"),
    Stall("greeting", "SSL/TLS", port="port"),
    Stall("ehlo", "StartTLS"),
    Stall("starttls", "StartTLS"),
    Stall("starttls", "StartTLS", ("220 2.0.0 Ready", HANG)),
    *everywhere("ehlo", "auth", "mail", "rcpt", "data"),
]


class Pause(threading.Event):
    """What a slow server waits for: six tenths of a second."""

    def wait(self, timeout: float | None = None) -> bool:
        """Waits no longer than that."""
        return super().wait(0.6)


def build(bench: Bench, source: FakeImap, sink: SmtpSink, secure: str = "None", port: str = "") -> None:
    inbox_on(bench, source)
    bench.outbox(sink, secure, **({"port": getattr(sink, port)} if port else {}))
    bench.integrate(receive(), MAP, send())


@pytest.mark.parametrize("stall", BEFORE_THE_DOT, ids=str)
def test_a_stall_before_the_dot_is_cut(bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, stall: Stall) -> None:
    """The message is as it was before: it goes out with the next run, and nobody doubts it."""
    build(bench, fake_imap, smtp_sink, stall.secure, stall.port)
    with stopped_at(bench, smtp_sink, stall):
        nothing_failed(bench)
        assert [one.status for one in bench.activities()] == ["in-progress"] * LETTERS
        assert subjects(smtp_sink) == []
    if not stall.port:
        all_arrive_once(bench, smtp_sink)
        assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}] * LETTERS


@pytest.mark.parametrize("secure", ["None", "SSL/TLS"])
def test_a_server_that_stops_reading_the_body(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, secure: str
) -> None:
    build(bench, fake_imap, smtp_sink, secure)
    fake_imap.letters[0].raw = raw("Mail 1", "A line of text that is one of very many.\r\n" * 250_000)
    with stopped_at(bench, smtp_sink, Stall("body", secure, DEAF)):
        nothing_failed(bench)
        assert subjects(smtp_sink) == []
    all_arrive_once(bench, smtp_sink)


@pytest.mark.parametrize("stage", ["LOGIN", "LIST", "EXAMINE", "UID SEARCH", "APPEND"])
def test_a_stalled_delivery_into_a_folder_is_cut(bench: Bench, fake_imap: FakeImap, stage: str) -> None:
    """There is no doubt at any stage: the next run looks whether the message has arrived."""
    with FakeImap() as archive:
        inbox_on(bench, fake_imap)
        account_on(bench, archive, "Archive")
        deliver = Step(connection="Archive", action="deliver-to-folder", values={"folderName": "INBOX"})
        bench.integrate(receive(), deliver)
        with stopped_at(bench, archive, Stall(stage)):
            nothing_failed(bench)
            assert archive.letters == []
        bench.poll()
        assert [one.raw for one in archive.letters] == [one.raw for one in fake_imap.letters]
        assert {one.status for one in bench.activities()} == {"done"}


def test_what_was_sent_before_the_cut_is_not_sent_again(bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink) -> None:
    """The second message stalls; the first one is done and, with the next run, marked."""
    build(bench, fake_imap, smtp_sink)
    smtp_sink.script("rcpt", "250 2.1.5 Recipient OK", times=1)
    with stopped_at(bench, smtp_sink, Stall("rcpt"), count=2):
        nothing_failed(bench)
        assert subjects(smtp_sink) == numbered([1])
        assert [one.status for one in bench.activities()] == ["done", "in-progress"]
    all_arrive_once(bench, smtp_sink)
    assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}] * LETTERS


def test_a_slow_server_that_moves_gets_its_message_finished(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> None:
    """Each answer takes most of the grace; all together take longer than it."""
    build(bench, fake_imap, smtp_sink)
    smtp_sink.hide("PIPELINING")
    for stage, reply in (("mail", "250 OK"), ("rcpt", "250 OK"), ("data", "354 Go on"), ("dot", "250 Queued")):
        smtp_sink.script(stage, (Pause(), reply))
    with bench.running() as engine:
        smtp_sink.reached("mail")
        engine.supervisor.stop(bench.id(), timeout=10)
        assert not engine.supervisor.is_running(bench.id())
    assert [one.status for one in bench.activities()] == ["done", "in-progress"]
    assert len(smtp_sink.transactions) == 1
    assert fake_imap.letters[0].flags == {"\\Seen"}


@pytest.mark.parametrize("secure", ["None", "SSL/TLS"])
def test_the_answer_to_the_dot_is_waited_for(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, secure: str
) -> None:
    """The message in hand is finished and marked, the other one is left for the next run."""
    build(bench, fake_imap, smtp_sink, secure)
    late = threading.Event()
    smtp_sink.script("dot", (late, "250 2.0.0 Queued"), times=1)
    with bench.running() as engine:
        smtp_sink.reached("dot")
        engine.supervisor.stop(bench.id(), timeout=BOUND)
        assert engine.supervisor.is_running(bench.id())
        late.set()
        engine.supervisor.stop(bench.id(), timeout=BOUND)
        assert not engine.supervisor.is_running(bench.id())
    nothing_failed(bench)
    assert [one.status for one in bench.activities()] == ["done", "in-progress"]
    assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}, set()]
    bench.poll()
    assert [one.content.count(b"Subject: Mail") for one in smtp_sink.transactions] == [1] * LETTERS


def test_no_answer_to_the_dot_leaves_the_message_in_doubt(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the connection is lost there: held for the person, and never sent again by itself."""
    monkeypatch.setattr(_halt, "ANSWER", 1.0)
    build(bench, fake_imap, smtp_sink)
    with stopped_at(bench, smtp_sink, Stall("dot")):
        assert [(one.status, one.cause) for one in bench.activities()] == [("held", "IN_DOUBT"), ("in-progress", "")]
        assert bench.told(Kind.HELD)[0].cause == "IN_DOUBT"
    bench.poll()
    assert subjects(smtp_sink) == numbered([2])
    assert len(smtp_sink.transactions) == LETTERS
