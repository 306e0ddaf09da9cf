"""Sign-in and log-out in a real desktop session: in the background, never held up, nothing lost, nothing sent twice.

By `installer/test_packages.sh session`; each test signs in at least once, and takes some seconds for that.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow_gui.core.model import Integration
from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.editor_program import WORDS
from tests.journeys.letters import numbered, some, subjects
from tests.journeys.stalls import LETTERS, inbox_on
from tests.servers.fake_imap import FakeImap
from tests.servers.line_server import HANG
from tests.servers.ports import wait_until
from tests.servers.smtp_sink import SmtpSink
from tests.sessions.xfce import SECONDS, XfceSession, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(os.environ.get("MAILFLOW_REQUIRE_SESSION") != "1", reason="installer/test_packages.sh session"),
]

#: Seconds that a log-out may take: by itself it takes a tenth.
BRIEF = 2.0
#: Seconds until the program has ended that waits for nothing.
SOON = 8.0
#: What is sent while the session ends.
LATE = numbered([7])


@pytest.fixture
def bench(tmp_path: Path, fake_imap: FakeImap, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A profile with a connection to either server."""
    assert not missing()
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    made = Bench(tmp_path / "profile")
    inbox_on(made, fake_imap)
    made.outbox(smtp_sink)
    return made


@pytest.fixture
def desk(bench: Bench, tmp_path: Path) -> Iterator[XfceSession]:
    """A person's desktop; nobody signed in yet."""
    made = XfceSession(tmp_path, bench.home, bench.credentials())
    yield made
    made.close()


@pytest.fixture
def signed_in(desk: XfceSession, bench: Bench, smtp_sink: SmtpSink) -> XfceSession:
    """Signed in, with Mailflow switched on and started by the session: it has sent what was there."""
    bench.integrate(receive(), MAP, send())
    desk.start_at_sign_in()
    desk.sign_in()
    smtp_sink.wait_for(LETTERS, SECONDS)
    desk.wait_for_icon()
    return desk


def test_sign_in_starts_the_program_in_the_background(signed_in: XfceSession) -> None:
    signed_in.take_picture("signed-in")
    assert not signed_in.has_window()


def test_an_idle_program_ends_with_the_session(signed_in: XfceSession) -> None:
    assert signed_in.log_out() < BRIEF
    signed_in.wait_for_end(SOON)


def test_the_next_sign_in_starts_it_once(signed_in: XfceSession) -> None:
    """The session manager saves what ran; Mailflow is not among what it starts again."""
    signed_in.log_out()
    signed_in.wait_for_end(SOON)
    assert "Client0_RestartCommand" in signed_in.saved
    assert "--background" not in signed_in.saved
    signed_in.sign_in()
    signed_in.wait_for_icon()
    signed_in.take_picture("signed-in-again")
    assert len(signed_in.programs()) == 1


def test_the_message_in_hand_is_finished(
    signed_in: XfceSession, bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> None:
    answer = threading.Event()
    smtp_sink.script("dot", (answer, "250 2.0.0 Queued"), times=1)
    fake_imap.keep(*some(1, first=7))
    smtp_sink.reached("dot", seconds=SECONDS)
    assert signed_in.log_out() < BRIEF
    assert signed_in.programs()
    answer.set()
    signed_in.wait_for_end(SOON)
    signed_in.sign_in()
    fake_imap.keep(*some(1, first=8))
    smtp_sink.wait_for(LETTERS + 2, SECONDS)
    assert subjects(smtp_sink) == numbered([1, 2, 7, 8])
    signed_in.log_out()
    signed_in.wait_for_end(SOON)
    assert {one.status for one in bench.activities()} == {"done"}


def test_a_message_without_an_answer_is_asked_about(
    signed_in: XfceSession, bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> None:
    smtp_sink.script("dot", HANG)
    fake_imap.keep(*some(1, first=7))
    smtp_sink.reached("dot", seconds=SECONDS)
    assert signed_in.log_out() < BRIEF
    signed_in.wait_for_end(SECONDS)  # half a minute
    smtp_sink.unscript()
    signed_in.sign_in()
    fake_imap.keep(*some(1, first=8))
    smtp_sink.wait_for(LETTERS + 1, SECONDS)
    signed_in.wait_for_icon()
    signed_in.take_picture("asked-about")
    signed_in.log_out()
    signed_in.wait_for_end(SOON)
    assert [one.subject for one in bench.activities(held=True)] == LATE
    assert len(smtp_sink.transactions) == LETTERS + 2  # one without an answer, none of them twice


def test_a_message_that_was_not_handed_over_is_sent_after_the_next_sign_in(
    signed_in: XfceSession, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> None:
    smtp_sink.script("data", HANG)
    fake_imap.keep(*some(1, first=7))
    smtp_sink.reached("data", seconds=SECONDS)
    assert signed_in.log_out() < BRIEF
    signed_in.wait_for_end(SOON)
    smtp_sink.unscript()
    signed_in.sign_in()
    fake_imap.keep(*some(1, first=8))
    smtp_sink.wait_for(LETTERS + 2, SECONDS)
    assert subjects(smtp_sink) == numbered([1, 2, 7, 8])


def test_a_sign_in_waits_for_the_message_of_the_session_before(
    signed_in: XfceSession, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> None:
    """Back at once, while the first program still finishes: the second one goes on when that has ended."""
    answer = threading.Event()
    smtp_sink.script("dot", (answer, "250 2.0.0 Queued"), times=1)
    fake_imap.keep(*some(1, first=7))
    smtp_sink.reached("dot", seconds=SECONDS)
    signed_in.log_out()
    signed_in.sign_in()
    wait_until(lambda: len(signed_in.programs()) == 2, SECONDS)
    answer.set()
    signed_in.wait_for_icon()
    fake_imap.keep(*some(1, first=8))
    smtp_sink.wait_for(LETTERS + 2, SECONDS)
    assert subjects(smtp_sink) == numbered([1, 2, 7, 8])


@pytest.mark.parametrize("program", ["tests.journeys.editor_program", "tests.sessions.asked_program"])
def test_unsaved_work_is_kept(desk: XfceSession, bench: Bench, program: str) -> None:
    """In the editor, or while the window asks about it."""
    edited = Integration(NAME, (receive(), MAP, send()))
    bench.program.library.edit(lambda profile: profile.with_integration(edited))
    desk.sign_in()
    desk.wait_for_panel()
    with desk.start([sys.executable, "-m", program, str(bench.home), NAME]) as process:
        try:
            sign = "asked" if "asked" in program else "unsaved/*.yaml"
            wait_until(lambda: process.poll() is not None or any(bench.home.glob(sign)), SECONDS)
            desk.take_picture(program.rpartition(".")[2])
            assert desk.log_out() < BRIEF
            complaint = process.communicate(timeout=SOON)[1]
        finally:
            process.kill()
    assert process.returncode == 0, complaint
    assert any(WORDS in one.read_text() for one in (bench.home / "unsaved").glob("*.yaml"))
