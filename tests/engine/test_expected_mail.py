"""The alarm for expected email: raised once for each deadline, gone when something comes, never before one can know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.activity import Health, Kind, Level, State
from mailflow_gui.core.errors import UnreachableError
from mailflow_gui.core.expectation import parse
from mailflow_gui.engine.supervisor import Supervisor, spawn_thread
from tests.engine.test_watchdog import ONE, MovedClock, Watched
from tests.engine.workbench import Bench
from tests.fakes.mailbox import Stored, mail


class AtClock(MovedClock):
    """Stands at the moment that the test says."""

    moment = datetime(2026, 11, 24, 8, 59).astimezone()

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def watched(bench: Bench) -> Iterator[Watched]:
    """Email is expected by nine; the integration has run since yesterday."""
    made = Watched(bench, spawn_thread)
    bench.clock = made.clock = AtClock()  # type: ignore[assignment]
    bench.expected = parse("09:00")
    supervisor = Supervisor(lambda _: bench.runner(), spawn_thread, made.clock, made.tell)
    made.supervisor = supervisor
    yield made
    assert supervisor.stop_all(timeout=10)


def arrive(watched: Watched, number: int, when: datetime) -> None:
    """A message comes to the mailbox."""
    watched.bench.mailbox.messages.append(Stored(number, mail(number), when.isoformat()))
    watched.bench.mailbox.next_uid = number + 1


def runs(watched: Watched) -> None:
    watched.supervisor.start(ONE)
    looked(watched)


def looked(watched: Watched) -> None:
    """The server was asked at the present moment, and what it had was taken."""
    now = watched.clock.now().isoformat(timespec="milliseconds")

    def asked() -> bool:
        runner = watched.supervisor._running[ONE.id].runner
        return runner is not None and runner.asked_at == now

    watched.until(asked, "asked")
    watched.supervisor.watch()


def at(watched: Watched, *time: int, day: int = 24) -> None:
    watched.clock.moment = datetime(2026, 11, day, *time).astimezone()  # type: ignore[attr-defined]


def alarms(watched: Watched) -> list[str]:
    return [one.text for one in watched.told("EXPECTED_EMAIL")]


def test_it_is_raised_at_the_deadline_once_and_ends_when_email_comes(watched: Watched) -> None:
    arrive(watched, 1, datetime(2026, 11, 23, 12, 0).astimezone())
    runs(watched)
    watched.until(lambda: watched.bench.transport.delivered, "yesterday's message")
    assert watched.supervisor.health(ONE.id).alarm == ""
    at(watched, 9, 0)
    looked(watched)
    health = watched.supervisor.health(ONE.id)
    assert (health.alarm, health.state) == ("No email has come by 09:00", State.RUNNING)
    at(watched, 9, 30)
    looked(watched)
    assert alarms(watched) == ["Alarm: No email has come by 09:00."]
    (event,) = watched.told("EXPECTED_EMAIL")
    assert (event.kind, event.level) == (Kind.NOTE, Level.WARNING)
    arrive(watched, 2, watched.clock.now())
    watched.until(lambda: not watched.supervisor.health(ONE.id).alarm, "over")
    at(watched, 9, 0, day=25)
    looked(watched)
    assert len(alarms(watched)) == 2


def test_nobody_is_blamed_before_the_server_was_asked(watched: Watched) -> None:
    """The program starts at half past nine: the email may be there."""
    at(watched, 8, 0, day=23)
    arrive(watched, 1, watched.clock.now())
    runs(watched)
    watched.until(lambda: watched.bench.transport.delivered, "the day before")
    assert watched.supervisor.stop_all(timeout=10)
    at(watched, 9, 30)
    arrive(watched, 2, datetime(2026, 11, 24, 8, 0).astimezone())
    runs(watched)
    watched.until(lambda: len(watched.bench.transport.delivered) == 2, "taken")
    assert alarms(watched) == []


def test_a_first_start_is_not_blamed_for_the_morning(watched: Watched) -> None:
    at(watched, 10, 0)
    runs(watched)
    assert watched.supervisor.health(ONE.id).alarm == ""


def test_a_server_that_is_away_is_no_excuse(watched: Watched) -> None:
    arrive(watched, 1, datetime(2026, 11, 23, 12, 0).astimezone())
    runs(watched)
    watched.until(lambda: watched.bench.transport.delivered, "yesterday's message")
    watched.bench.mailbox.trouble = UnreachableError("It does not answer", cause="TIMED_OUT")
    watched.until(lambda: watched.supervisor.health(ONE.id).state is State.WAITING, "away")
    at(watched, 9, 0)
    watched.until(lambda: watched.supervisor.health(ONE.id).alarm, "raised")


def test_the_time_of_arrival_counts_and_not_that_of_taking(watched: Watched) -> None:
    """Yesterday's email that is fetched this morning is not the one that is expected."""
    arrive(watched, 1, datetime(2026, 11, 23, 12, 0).astimezone() + timedelta(hours=11))
    runs(watched)
    at(watched, 9, 1)
    looked(watched)
    assert len(alarms(watched)) == 1
    assert Health().alarm == ""
