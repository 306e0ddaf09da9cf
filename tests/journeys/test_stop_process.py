"""SIGTERM to the real program while a server stalls: it ends at once and cleanly, and the next run goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, subjects
from tests.journeys.stalls import LETTERS, all_arrive_once, inbox_on, late_answer
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.line_server import HANG
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

#: Seconds for the start of a window, and for the end of the process (one or two), on a computer that is busy.
START, END = 40.0, 8.0
#: After so many seconds the process is seen to wait still.
WHILE = 2.5

#: How the program is started: in the foreground without a window, or with one in the tray.
Program = tuple[tuple[str, ...], str]
RUN: Program = (("run",), "none")
WINDOW: Program = (("--background",), "offscreen")
both_programs = pytest.mark.parametrize("program", [RUN, WINDOW], ids=["run", "window"])


@contextmanager
def started(bench: Bench, program: Program, reached: Callable[[], None]) -> Iterator[subprocess.Popen[bytes]]:
    """The program, once it has come as far as that, and told to end; nothing is left of it afterwards."""
    arguments, platform = program
    with bench.spawn(*arguments, platform=platform) as process:
        try:
            reached()
            process.terminate()
            yield process
        finally:
            process.kill()


def end(process: subprocess.Popen[bytes]) -> None:
    """Waits for the end, which has to be a good one, without a complaint."""
    _, said = process.communicate(timeout=END)
    lines = [line for line in said.splitlines() if b"This plugin does not support" not in line]
    assert (process.returncode, lines) == (0, [])


@pytest.mark.parametrize(
    ("stage", "program"),
    [("UID SEARCH", RUN), ("literal", RUN), ("literal", WINDOW), ("UID STORE", RUN), ("IDLE", RUN), ("IDLE", WINDOW)],
)
def test_a_stalled_imap_server(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, stage: str, program: Program
) -> None:
    inbox_on(bench, fake_imap, "SSL/TLS")
    bench.outbox(smtp_sink)
    bench.integrate(receive(push=stage == "IDLE"), MAP, send())
    fake_imap.script(stage, HANG)
    with started(bench, program, lambda: fake_imap.reached(stage, seconds=START)) as process:
        end(process)
    fake_imap.unscript()
    all_arrive_once(bench, smtp_sink)


def test_a_stalled_pop3_server(bench: Bench, fake_pop3: FakePop3, smtp_sink: SmtpSink) -> None:
    inbox_on(bench, fake_pop3)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    fake_pop3.script("RETR", (b"+OK\r\nSubject: Mail 1\r\n\r\nHalf of", HANG))
    with started(bench, RUN, lambda: fake_pop3.reached("RETR", seconds=START)) as process:
        end(process)
    fake_pop3.unscript()
    all_arrive_once(bench, smtp_sink)


@pytest.mark.parametrize(("stage", "program"), [("auth", RUN), ("rcpt", RUN), ("rcpt", WINDOW), ("data", RUN)])
def test_a_stalled_smtp_server(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, stage: str, program: Program
) -> None:
    inbox_on(bench, fake_imap)
    bench.outbox(smtp_sink, "SSL/TLS")
    bench.integrate(receive(), MAP, send())
    smtp_sink.script(stage, HANG)
    with started(bench, program, lambda: smtp_sink.reached(stage, seconds=START)) as process:
        end(process)
    smtp_sink.unscript()
    all_arrive_once(bench, smtp_sink)


@both_programs
def test_both_servers_stall(bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, program: Program) -> None:
    """As when the network is gone: the second message hangs, and the first one can't be marked."""
    inbox_on(bench, fake_imap)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    smtp_sink.script("rcpt", "250 2.1.5 Recipient OK", times=1)
    smtp_sink.script("rcpt", HANG)
    fake_imap.script("UID STORE", HANG)
    with started(bench, program, lambda: smtp_sink.reached("rcpt", 2, START)) as process:
        end(process)
    assert subjects(smtp_sink) == numbered([1])
    for server in (smtp_sink, fake_imap):
        server.unscript()
    all_arrive_once(bench, smtp_sink)
    assert [letter.flags for letter in fake_imap.letters] == [{"\\Seen"}] * LETTERS


@both_programs
def test_the_answer_to_the_dot_comes_late(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, program: Program
) -> None:
    """The process waits for it, notes that the message was sent, marks it, and ends."""
    late = late_answer(bench, fake_imap, smtp_sink)
    with started(bench, program, lambda: smtp_sink.reached("dot", seconds=START)) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.communicate(timeout=WHILE)
        late.set()
        end(process)
    assert [one.status for one in bench.activities()] == ["done", "in-progress"]
    assert fake_imap.letters[0].flags == {"\\Seen"}
    all_arrive_once(bench, smtp_sink)
