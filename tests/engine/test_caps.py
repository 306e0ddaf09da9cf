"""Limits of sending: beyond one everything waits in its order, whatever happens, until the person lets it go on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.connector import Limits, Stance
from mailflow_gui.engine.caps import Meter
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


def deliver(bench: Bench, count: int) -> None:
    first = bench.mailbox.next_uid
    bench.mailbox.deliver(*(mail(number) for number in range(first, first + count)))


def causes(bench: Bench) -> list[str]:
    """Of all messages, oldest first; "" for one that is done."""
    return [one.cause for one in bench.ledger.activities()][::-1]


def go_on(bench: Bench) -> None:
    bench.ledger.go_on("integration", bench.clock.now().isoformat())


@pytest.fixture
def three(bench: Bench) -> Bench:
    """Three messages an hour."""
    bench.limits = Limits(hour=3)
    return bench


PAUSED = "SENDING_PAUSED"


def test_beyond_the_limit_messages_wait_and_none_is_lost(three: Bench) -> None:
    deliver(three, 5)
    runner = three.poll()
    assert three.subjects == hellos(1, 2, 3)
    assert causes(three) == ["", "", "", PAUSED, PAUSED]
    assert three.mailbox.settled == ["1", "2", "3"]
    assert "3 messages in an hour" in three.ledger.activities()[0].reason
    assert runner.health.state is State.ATTENTION
    assert (runner.health.trouble, runner.health.cause) == ("Sending is paused: 3 messages in an hour", PAUSED)


def test_while_paused_nothing_new_is_taken(three: Bench) -> None:
    """What is still on the server stays there, in its order."""
    deliver(three, 5)
    three.poll()
    deliver(three, 4)
    fetches = three.mailbox.fetches
    three.poll()
    assert three.mailbox.fetches == fetches
    assert len(three.ledger.activities()) == 5


def test_the_person_lets_it_go_on_in_the_order_of_arrival(three: Bench) -> None:
    deliver(three, 5)
    three.poll()
    deliver(three, 1)
    go_on(three)
    runner = three.poll()
    assert three.subjects == hellos(1, 2, 3, 4, 5, 6)
    assert runner.health.cause == ""
    assert three.mailbox.settled == ["1", "2", "3", "4", "5", "6"]


def test_counting_begins_anew_then(three: Bench) -> None:
    deliver(three, 5)
    three.poll()
    deliver(three, 5)
    go_on(three)
    three.poll()
    assert three.subjects == hellos(1, 2, 3, 4, 5, 6)
    assert three.ledger.paused_for("integration")


def test_a_running_integration_hears_of_it(three: Bench) -> None:
    deliver(three, 5)
    runner = three.runner()
    polls = [0]

    def decide() -> None:
        polls[0] += 1
        if polls[0] == 1:
            go_on(three)

    runner.run(three.waits(3, decide))
    assert three.subjects == hellos(1, 2, 3, 4, 5)


def test_an_hour_does_not_end_a_pause(three: Bench) -> None:
    """What ran away would run again."""
    deliver(three, 5)
    three.poll()
    three.clock.moment += timedelta(hours=3)
    three.poll()
    assert three.subjects == hellos(1, 2, 3)


def test_after_an_hour_without_a_pause_there_is_room_again(three: Bench) -> None:
    deliver(three, 3)
    three.poll()
    three.clock.moment += timedelta(minutes=61)
    deliver(three, 3)
    three.poll()
    assert three.subjects == hellos(1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(days=-400)])
def test_a_clock_that_is_set_frees_nothing(three: Bench, monkeypatch: pytest.MonkeyPatch, jump: timedelta) -> None:
    """In one run: the monotonic clock counts."""
    monkeypatch.setattr(three.clock, "monotonic", lambda: 1000.0)
    runner = three.runner()
    deliver(three, 2)

    def set_clock() -> None:
        three.clock.moment += jump
        if len(three.ledger.activities()) == 2:
            deliver(three, 2)

    runner.run(three.waits(2, set_clock))
    assert three.subjects == hellos(1, 2, 3)
    assert causes(three)[-1] == PAUSED


def test_a_restart_frees_nothing(three: Bench) -> None:
    deliver(three, 2)
    three.poll()
    three.reopen()
    deliver(three, 2)
    three.poll()
    assert three.subjects == hellos(1, 2, 3)
    three.reopen()
    three.poll()
    assert three.subjects == hellos(1, 2, 3)
    assert causes(three)[-1] == PAUSED


def test_a_restart_with_a_clock_set_back_frees_nothing(three: Bench) -> None:
    """What is dated in the future counts as sent now."""
    deliver(three, 2)
    three.poll()
    three.clock.moment -= timedelta(days=30)
    deliver(three, 2)
    three.poll()
    assert three.subjects == hellos(1, 2, 3)


def test_a_day_has_a_limit_of_its_own(bench: Bench) -> None:
    bench.limits = Limits(hour=3, day=5)
    for _ in range(3):
        deliver(bench, 2)
        bench.poll()
        bench.clock.moment += timedelta(hours=2)
    assert bench.subjects == hellos(1, 2, 3, 4, 5)
    assert "5 messages in a day" in bench.ledger.paused_for("integration")


def test_one_address_has_a_limit_of_its_own(bench: Bench) -> None:
    bench.limits = Limits(hour=100, recipient=2)
    bench.recipients = ("Ann@example.net", "ben@example.net")
    deliver(bench, 1)
    bench.poll()
    bench.recipients = ("ann@example.net",)
    deliver(bench, 2)
    bench.poll()
    assert bench.subjects == hellos(1, 2)
    assert "2 messages to ann@example.net in an hour" in bench.ledger.paused_for("integration")


def test_what_never_reached_its_dot_does_not_count(three: Bench) -> None:
    deliver(three, 4)
    three.transport.script = [Stance.REFUSED] * 3
    three.poll()
    deliver(three, 2)
    three.poll()
    assert three.subjects == hellos(4, 5, 6)


def test_without_limits_nothing_waits(bench: Bench) -> None:
    deliver(bench, 5)
    bench.poll()
    assert bench.subjects == hellos(1, 2, 3, 4, 5)


def test_what_no_limit_asks_for_is_not_kept(bench: Bench) -> None:
    """A run may go on for months."""
    meter = Meter("integration", bench.ledger, bench.clock)
    for _ in range(3):
        assert meter.why_not(("a@example.org",), Limits()) == ""
        meter.count(("a@example.org",))
    assert (len(meter._hour._sent), len(meter._day._sent)) == (0, 0)


@pytest.mark.parametrize("limits", [Limits(hour=3), Limits(day=3), Limits(recipient=3)])
def test_a_step_with_the_first_limit_counts_what_the_others_sent(bench: Bench, limits: Limits) -> None:
    meter = Meter("integration", bench.ledger, bench.clock)
    assert meter.why_not(bench.recipients, Limits()) == ""
    deliver(bench, 3)
    bench.poll()
    assert "3 messages" in meter.why_not(bench.recipients, limits)


def test_when_all_that_waited_is_skipped_the_next_one_waits(three: Bench) -> None:
    """A pause is seen as long as it lasts."""
    deliver(three, 4)
    three.poll()
    three.ledger.skip(three.ledger.activities()[0].exchange)
    deliver(three, 1)
    three.poll()
    assert three.subjects == hellos(1, 2, 3)
    assert causes(three)[-1] == PAUSED


def test_another_integration_is_not_paused(three: Bench) -> None:
    deliver(three, 4)
    three.poll()
    assert three.ledger.paused_for("another") == ""


def test_the_log_says_it_once(three: Bench) -> None:
    deliver(three, 4)
    runner = three.runner()
    three.run_polls(runner, 4)
    told = [one for one in three.events if one.kind is Kind.NOTE and one.cause == PAUSED]
    assert len(told) == 1


def test_a_loop_is_stopped_within_minutes(bench: Bench) -> None:
    """Each message that goes out brings the next one, at a poll every five seconds: a peer strips all our marks."""
    bench.limits = Limits(200, 2_000, 100)
    deliver(bench, 1)
    begun = bench.clock.moment
    for _ in range(400):
        sent = len(bench.subjects)
        bench.poll()
        bench.clock.moment += timedelta(seconds=5)
        if len(bench.subjects) == sent:
            break
        deliver(bench, 1)
    assert len(bench.subjects) == 100
    assert bench.clock.moment - begun < timedelta(minutes=10)
