"""A temporary refusal: three quiet tries, then it also needs attention, and Mailflow goes on for five days."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.activity import LONGEST_PAUSE, QUIET_TRIES, Kind
from mailflow_gui.core.connector import Stance
from mailflow_gui.engine.backoff import LONGEST, QUIET
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


def fail(bench: Bench, times: int) -> None:
    """So many tries of one message, each when its time has come."""
    for _ in range(times):
        waiting = bench.ledger.next_due("integration")
        bench.clock.moment = datetime.fromisoformat(waiting) if waiting else bench.clock.moment
        bench.transport.script = [Stance.RETRY]
        bench.poll()


@pytest.fixture
def bench(bench: Bench) -> Bench:
    bench.mailbox.deliver(mail(1))
    return bench


def test_the_pauses_agree_with_what_is_said_of_them() -> None:
    assert len(QUIET) == QUIET_TRIES
    assert LONGEST * 1.2 < LONGEST_PAUSE


def test_three_tries_again_are_quiet_and_the_fourth_failure_needs_attention(bench: Bench) -> None:
    fail(bench, QUIET_TRIES)
    assert bench.ledger.activities(held=True) == []
    fail(bench, 1)
    (one,) = bench.ledger.activities(held=True)
    assert (one.status, one.trying, one.attempts, one.cause) == ("waiting", True, 4, "")
    assert datetime.fromisoformat(one.next_try) > bench.clock.now()
    assert bench.ledger.trying("integration") == 1
    told = [event.text for event in bench.events if event.kind is Kind.WAITING]
    assert ["Needs Attention" in text for text in told] == [False, False, False, True]


def test_when_the_server_takes_it_it_leaves_the_list(bench: Bench) -> None:
    fail(bench, 6)
    assert len(bench.ledger.activities(held=True)) == 1
    bench.clock.moment += timedelta(hours=2)
    bench.poll()
    assert bench.subjects == hellos(1)
    assert bench.ledger.activities(held=True) == []
    assert bench.ledger.trying("integration") == 0


def test_the_pauses_grow_and_after_five_days_it_is_parked(bench: Bench) -> None:
    begun = bench.clock.moment
    tries = 0
    while not (parked := bench.ledger.activities(held=True)) or parked[0].trying:
        fail(bench, 1)
        tries += 1
        assert tries < 300
    assert (parked[0].status, parked[0].cause) == ("held", "EXPIRED")
    days = (bench.clock.moment - begun) / timedelta(days=1)
    assert 5 < days < 5.1
    assert tries > 80
    assert bench.ledger.trying("integration") == 0


def test_retry_now_tries_at_once_and_does_not_hide_what_fails_again(bench: Bench) -> None:
    fail(bench, 5)
    (one,) = bench.ledger.activities(held=True)
    bench.ledger.retry(one.exchange)
    bench.transport.script = [Stance.RETRY]
    bench.poll()
    (again,) = bench.ledger.activities(held=True)
    assert (again.trying, again.attempts) == (True, 6)
    bench.ledger.retry(one.exchange)
    bench.poll()
    assert bench.subjects == hellos(1)


def test_skip_ends_the_tries(bench: Bench) -> None:
    fail(bench, 4)
    (one,) = bench.ledger.activities(held=True)
    bench.ledger.skip(one.exchange)
    bench.clock.moment += timedelta(hours=2)
    bench.poll()
    assert bench.transport.delivered == []
    assert [one.status for one in bench.ledger.activities()] == ["skipped"]


def test_skip_during_a_try_that_fails_stays_skipped(bench: Bench) -> None:
    fail(bench, 4)
    (one,) = bench.ledger.activities(held=True)
    trip = bench.ledger.trip(one.exchange)
    assert trip is not None
    bench.ledger.skip(one.exchange)
    bench.ledger.defer(trip, bench.clock.now().isoformat(), "SERVER_BUSY", "Later", ())
    assert [one.status for one in bench.ledger.activities()] == ["skipped"]


def test_a_time_that_a_clock_ahead_wrote_does_not_hold_it_up(bench: Bench) -> None:
    bench.clock.moment += timedelta(days=400)
    fail(bench, 1)
    bench.clock.moment -= timedelta(days=400)
    bench.poll()
    assert bench.subjects == hellos(1)
