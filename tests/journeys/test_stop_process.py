"""SIGTERM to the real program while a server stalls: it ends at once and cleanly, and the next run goes on."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, subjects
from tests.journeys.stalls import LETTERS, all_arrive_once, inbox_on
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.line_server import HANG
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

#: Seconds for the whole process to end: a stop of one or two, closing everything, and what a busy computer needs.
END = 4.0
#: How the program is started: in the foreground without a window, and with one in the tray.
PROGRAMS = [pytest.param(("run",), "none", id="run"), pytest.param(("--background",), "offscreen", id="window")]


def end(process: subprocess.Popen[bytes], seconds: float = END) -> None:
    """Waits for the end, which has to be a good one, without a complaint."""
    try:
        _, said = process.communicate(timeout=seconds)
    finally:
        process.kill()
    lines = [line for line in said.splitlines() if b"This plugin does not support" not in line]
    assert (process.returncode, lines) == (0, [])


@pytest.mark.parametrize(("arguments", "platform"), PROGRAMS)
@pytest.mark.parametrize("stage", ["UID SEARCH", "literal", "UID STORE", "IDLE"])
def test_a_stalled_imap_server(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, arguments: tuple[str, ...], platform: str, stage: str
) -> None:
    inbox_on(bench, fake_imap, "SSL/TLS")
    bench.outbox(smtp_sink)
    bench.integrate(receive(push=stage == "IDLE"), MAP, send())
    fake_imap.script(stage, HANG)
    process = bench.spawn(*arguments, platform=platform)
    fake_imap.reached(stage)
    process.terminate()
    end(process)
    fake_imap.unscript()
    all_arrive_once(bench, smtp_sink)


@pytest.mark.parametrize(("arguments", "platform"), PROGRAMS)
def test_a_stalled_pop3_server(
    bench: Bench, fake_pop3: FakePop3, smtp_sink: SmtpSink, arguments: tuple[str, ...], platform: str
) -> None:
    inbox_on(bench, fake_pop3)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    fake_pop3.script("RETR", (b"+OK\r\nSubject: Mail 1\r\n\r\nHalf of", HANG))
    process = bench.spawn(*arguments, platform=platform)
    fake_pop3.reached("RETR")
    process.terminate()
    end(process)
    fake_pop3.unscript()
    all_arrive_once(bench, smtp_sink)


@pytest.mark.parametrize(("arguments", "platform"), PROGRAMS)
@pytest.mark.parametrize("stage", ["auth", "rcpt", "data"])
def test_a_stalled_smtp_server(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, arguments: tuple[str, ...], platform: str, stage: str
) -> None:
    inbox_on(bench, fake_imap)
    bench.outbox(smtp_sink, "SSL/TLS")
    bench.integrate(receive(), MAP, send())
    smtp_sink.script(stage, HANG)
    process = bench.spawn(*arguments, platform=platform)
    smtp_sink.reached(stage)
    process.terminate()
    end(process)
    smtp_sink.unscript()
    all_arrive_once(bench, smtp_sink)


@pytest.mark.parametrize(("arguments", "platform"), PROGRAMS)
def test_both_servers_stall(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, arguments: tuple[str, ...], platform: str
) -> None:
    """As when the network is gone: the second message hangs, and the first one can't be marked."""
    inbox_on(bench, fake_imap)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    smtp_sink.script("rcpt", "250 2.1.5 Recipient OK", times=1)
    smtp_sink.script("rcpt", HANG)
    fake_imap.script("UID STORE", HANG)
    process = bench.spawn(*arguments, platform=platform)
    smtp_sink.reached("rcpt", 2)
    process.terminate()
    end(process)
    assert subjects(smtp_sink) == numbered([1])
    for server in (smtp_sink, fake_imap):
        server.unscript()
    all_arrive_once(bench, smtp_sink)
    assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}] * LETTERS


@pytest.mark.parametrize(("arguments", "platform"), PROGRAMS)
def test_the_answer_to_the_dot_comes_late(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, arguments: tuple[str, ...], platform: str
) -> None:
    """The process waits for it, notes that the message was sent, marks it, and ends."""
    inbox_on(bench, fake_imap)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    late = threading.Event()
    smtp_sink.script("dot", (late, "250 2.0.0 Queued"), times=1)
    process = bench.spawn(*arguments, platform=platform)
    smtp_sink.reached("dot")
    process.terminate()
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=END)
    late.set()
    end(process)
    assert [one.status for one in bench.activities()] == ["done", "in-progress"]
    assert fake_imap.letters[0].flags == {"\\Seen"}
    all_arrive_once(bench, smtp_sink)
