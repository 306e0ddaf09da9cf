"""Sign-in and log-out with the session managers of GNOME, MATE and LXQt. By `installer/test_packages.sh session`."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.journeys.stalls import LETTERS, inbox_on
from tests.servers.fake_imap import FakeImap
from tests.servers.ports import wait_until
from tests.servers.smtp_sink import SmtpSink
from tests.sessions.gnome import GnomeSession
from tests.sessions.lxqt import LxqtSession
from tests.sessions.mate import MateSession
from tests.sessions.test_xfce import BRIEF, SOON
from tests.sessions.xfce import SECONDS, XfceSession

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(os.environ.get("MAILFLOW_REQUIRE_SESSION") != "1", reason="installer/test_packages.sh session"),
]

#: Seconds for a sign-in: MATE waits half a minute for a part that does not tell that it is there.
SIGN_IN = 60.0


@pytest.fixture(params=[GnomeSession, MateSession, LxqtSession], ids=["gnome", "mate", "lxqt"])
def signed_in(
    request: pytest.FixtureRequest, tmp_path: Path, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> Iterator[XfceSession]:
    """Signed in, with Mailflow switched on and started by the session: it has sent what was there."""
    bench = Bench(tmp_path / "profile")
    inbox_on(bench, fake_imap)
    bench.outbox(smtp_sink)
    bench.integrate(receive(), MAP, send())
    made: XfceSession = request.param(tmp_path, bench.home, bench.credentials())
    made.start_at_sign_in()
    made.sign_in()
    smtp_sink.wait_for(LETTERS, SIGN_IN)
    made.wait_for_icon()
    yield made
    made.close()


def test_sign_in_starts_the_program_in_the_background(signed_in: XfceSession) -> None:
    signed_in.take_picture(type(signed_in).__name__)
    assert signed_in.has_window() != signed_in.has_tray


def test_the_message_in_hand_is_finished(signed_in: XfceSession, fake_imap: FakeImap, smtp_sink: SmtpSink) -> None:
    answer = threading.Event()
    smtp_sink.script("dot", (answer, "250 2.0.0 Queued"), times=1)
    fake_imap.keep(*some(1, first=7))
    smtp_sink.reached("dot", seconds=SECONDS)
    assert signed_in.log_out() < BRIEF
    answer.set()
    signed_in.wait_for_end(SOON)
    assert subjects(smtp_sink) == numbered([1, 2, 7])


def test_the_next_sign_in_starts_it_once(signed_in: XfceSession) -> None:
    signed_in.log_out()
    signed_in.wait_for_end(SOON)
    assert "--background" not in signed_in.saved
    signed_in.sign_in()
    wait_until(signed_in.programs, SIGN_IN)
    signed_in.wait_for_icon()
    assert len(signed_in.programs()) == 1
