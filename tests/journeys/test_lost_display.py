"""The display goes away while a message is in hand, as it does when a person signs out: nothing is lost or doubled."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest

from tests.journeys.bench import Bench
from tests.journeys.stalls import all_arrive_once, late_answer
from tests.servers.fake_imap import FakeImap
from tests.servers.smtp_sink import SmtpSink

pytestmark = [pytest.mark.window, pytest.mark.timeout(120)]

START, END, WHILE = 40.0, 10.0, 1.0


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A screen that may be ended; what is started from now on is shown there."""
    reading, writing = os.pipe()
    started = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=(writing,))
    os.close(writing)
    with started, os.fdopen(reading) as line:
        monkeypatch.setenv("DISPLAY", f":{line.readline().strip()}")
        yield started
        started.kill()


def test_the_message_in_hand_is_finished(
    screen: subprocess.Popen[bytes], bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink
) -> None:
    late = late_answer(bench, fake_imap, smtp_sink)
    with bench.spawn("--background", platform="xcb") as process:
        try:
            smtp_sink.reached("dot", seconds=START)
            screen.terminate()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(WHILE)
            late.set()
            process.wait(END)
        finally:
            process.kill()
    assert process.returncode == 1
    assert [one.status for one in bench.activities()] == ["done", "in-progress"]
    all_arrive_once(bench, smtp_sink)
