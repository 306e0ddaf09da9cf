"""A server that puts a message off again and again, over real sockets and with a clock that the test moves."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mailflow_gui.cli import engine_room
from mailflow_gui.engine.clock import SystemClock
from tests.journeys.bench import Bench, receive, send
from tests.journeys.letters import raw
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


class MovedClock(SystemClock):
    """The system's clock, `ahead` of it."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + MovedClock.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[MovedClock]:
    monkeypatch.setattr(engine_room, "SystemClock", MovedClock)
    monkeypatch.setattr(MovedClock, "ahead", timedelta())
    return MovedClock


def test_it_needs_attention_after_the_quiet_tries_and_leaves_when_it_is_taken(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, clock: type[MovedClock]
) -> None:
    mailbox.deliver(raw("Put off"))
    smtp_sink.script("rcpt", "451 4.3.0 Later", times=4)
    ready.integrate(receive(), send())
    ready.poll()
    for minutes in (1, 3, 13):  # the quiet tries
        assert ready.activities(held=True) == []
        clock.ahead += timedelta(minutes=minutes)
        ready.poll()
    (one,) = ready.activities(held=True)
    assert (one.trying, one.attempts, one.subject) == (True, 4, "Put off")
    assert "451" in one.reason
    ready.poll()
    assert smtp_sink.messages == [], "its time has not come"
    clock.ahead += timedelta(minutes=30)
    ready.poll()
    assert len(smtp_sink.messages) == 1
    assert ready.activities(held=True) == []
    assert [one.status for one in ready.activities()] == ["done"]
