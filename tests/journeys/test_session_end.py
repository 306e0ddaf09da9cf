"""The desktop session ends while a message is in hand: it is finished, marked, and not sent again after the sign-in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.fakes.bus_service import Bus
from tests.fakes.session_manager import GNOME, SessionManager
from tests.journeys.bench import Bench
from tests.journeys.stalls import all_arrive_once, late_answer
from tests.journeys.test_stop_process import START, end
from tests.servers.fake_imap import FakeImap
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionManager]:
    bus = Bus()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    made = SessionManager(bus.address, GNOME)
    yield made
    made.close()
    bus.close()


def test_the_message_in_hand_is_finished(
    bench: Bench, fake_imap: FakeImap, smtp_sink: SmtpSink, manager: SessionManager
) -> None:
    late = late_answer(bench, fake_imap, smtp_sink)
    with bench.spawn("--background", platform="offscreen") as process:
        try:
            smtp_sink.reached("dot", seconds=START)
            manager.wait_for_client(START)
            manager.tell("EndSession")
            manager.wait_until_left(START)
            assert process.poll() is None
            late.set()
            end(process)
        finally:
            process.kill()
    assert fake_imap.letters[0].flags == {"\\Seen"}
    all_arrive_once(bench, smtp_sink)
