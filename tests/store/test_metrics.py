"""Numbers by hour that follow every change of a message's state, and the times an integration ran."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.core.metrics import Run
from mailflow_gui.store.ledger import SqliteLedger
from tests.store.test_ledger import after_a_crash

PLACE = Place("i", "a", "INBOX")
NOON = "2026-11-24T12:00:00+01:00"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    one = SqliteLedger(tmp_path / "ledger.sqlite")
    yield one
    one.close()


def trip(number: int, at: str = NOON, **values: object) -> Trip:
    base = Trip(f"t{number}", PLACE, Locator("7", str(number), 10), f"print{number}", f"head{number}", at)
    return replace(base, **values)  # type: ignore[arg-type]


def take(ledger: SqliteLedger, *trips: Trip) -> list[Trip]:
    return ledger.take([(one, b"raw") for one in trips], Intake("7"))


def step(milliseconds: float, id: str = "s") -> ActivityStep:
    return ActivityStep(id, "Send Email", NOON, milliseconds, "ok", "Sent")


def numbers(ledger: SqliteLedger) -> dict[tuple[str, str], tuple[int, float]]:
    return {(one.hour[11:], one.status): (one.messages, one.milliseconds) for one in ledger.hourly("i", "")}


def test_the_numbers_follow_the_messages(ledger: SqliteLedger) -> None:
    one, two, three, four = take(ledger, trip(1), trip(2), trip(3), trip(4, "2026-11-24T13:59:59+01:00"))
    assert numbers(ledger) == {("12", "in-progress"): (3, 0.0), ("13", "in-progress"): (1, 0.0)}
    ledger.finish(one, TripState.DONE, [step(10), step(30, "t")])
    ledger.finish(two, TripState.FILTERED, [step(5)])
    ledger.hold(three, "LOOP", "", [step(7)])
    ledger.finish(four, TripState.DONE, [step(100)])
    expected = {("12", "done"): (1, 40.0), ("12", "filtered"): (1, 0.0), ("12", "held"): (1, 0.0)}
    assert numbers(ledger) == {**expected, ("13", "done"): (1, 100.0)}
    ledger.settled(ledger.settling(PLACE))
    assert numbers(ledger) == {**expected, ("13", "done"): (1, 100.0)}
    ledger.skip(three.id)
    assert numbers(ledger)["12", "skipped"] == (1, 0.0)
    assert ("12", "held") not in numbers(ledger)


def test_a_message_counts_once_with_all_its_work(ledger: SqliteLedger) -> None:
    """Put off, held, retried and sent in the end."""
    (one,) = take(ledger, trip(1))
    ledger.defer(one, NOON, "SERVER_BUSY", "", [step(4)])
    ledger.hold(one, "EXPIRED", "", [step(6)])
    ledger.retry(one.id)
    ledger.finish(one, TripState.DONE, [step(20)])
    assert numbers(ledger) == {("12", "done"): (1, 30.0)}
    assert [(found.step_id, found.times, found.milliseconds) for found in ledger.step_times("i", "")] == [("s", 3, 30)]


def test_the_same_delivery_again_is_no_message_more(ledger: SqliteLedger) -> None:
    take(ledger, trip(1))
    take(ledger, trip(1))  # the same row once more, as after a crash
    take(ledger, trip(2, fingerprint="print1"))
    assert numbers(ledger) == {("12", "in-progress"): (1, 0.0), ("12", "skipped"): (1, 0.0)}


def test_numbers_that_were_not_committed_are_gone_with_their_message(ledger: SqliteLedger, tmp_path: Path) -> None:
    (one,) = take(ledger, trip(1))
    ledger.finish(one, TripState.DONE, [step(10)])
    crashed = after_a_crash(ledger, tmp_path / "crashed")
    assert numbers(crashed) == {("12", "in-progress"): (1, 0.0)}
    crashed.close()


def test_counts_from_a_moment_within_an_hour(ledger: SqliteLedger) -> None:
    times = ("11:30", "12:10", "12:20", "12:59", "13:00", "14:05")
    trips = take(ledger, *(trip(n, f"2026-11-24T{one}:00+01:00", settles=False) for n, one in enumerate(times)))
    for one in trips:
        ledger.finish(one, TripState.DONE if one.id != "t4" else TripState.FILTERED, [])
    assert ledger.counts("i", "2026-11-24T12:20:00+01:00") == {"done": 3, "filtered": 1}
    assert ledger.counts("i", "") == {"done": 5, "filtered": 1}
    assert ledger.counts("other", "") == {}


def test_counts_and_pages_agree(ledger: SqliteLedger) -> None:
    trips = take(ledger, *(trip(n, settles=bool(n % 2)) for n in range(9)))
    for n, one in enumerate(trips[:6]):
        ledger.finish(one, TripState.DONE if n % 3 else TripState.FILTERED, [])
    ledger.hold(trips[6], "LOOP", "", [])
    ledger.defer(trips[7], NOON, "SERVER_BUSY", "", [])
    assert ledger.counts("i", "") == Counter(one.status for one in ledger.activities())


def test_the_time_of_the_last_message_is_the_end_of_its_work(ledger: SqliteLedger) -> None:
    assert ledger.last_processed("i") == ""
    one, two = take(ledger, trip(1), trip(2))
    assert ledger.last_processed("i") == ""
    ledger.finish(one, TripState.DONE, [replace(step(1), at="2026-11-24T12:00:03+01:00")])
    assert ledger.last_processed("i") == "2026-11-24T12:00:03+01:00"
    ledger.hold(two, "LOOP", "", [])
    assert ledger.last_processed("i") == NOON


def test_a_run_is_open_until_it_ends(ledger: SqliteLedger) -> None:
    ledger.begin_run("i", 4, "2026-11-24T08:00:00+01:00")
    ledger.keep_run("i", "2026-11-24T08:01:00+01:00")
    assert ledger.runs("i") == [Run("2026-11-24T08:00:00+01:00", "2026-11-24T08:01:00+01:00", "", 4)]
    ledger.end_run("i", "2026-11-24T09:00:00+01:00")
    (one,) = ledger.runs("i")
    assert one.ended_at == "2026-11-24T09:00:00+01:00"
    assert ledger.runs("other") == []


def test_a_run_that_a_crash_cut_off_ended_at_its_last_sign_of_life(ledger: SqliteLedger, tmp_path: Path) -> None:
    ledger.begin_run("i", 1, "2026-11-24T08:00:00+01:00")
    take(ledger, trip(1))
    ledger.keep_run("i", "2026-11-24T08:30:00+01:00")
    take(ledger, trip(2))
    ledger.keep_run("i", "2026-11-24T08:31:00+01:00")  # not on disk yet
    crashed = after_a_crash(ledger, tmp_path / "crashed")
    crashed.begin_run("i", 2, "2026-11-24T10:00:00+01:00")
    assert [(one.started_at[11:16], one.ended_at[11:16]) for one in crashed.runs("i")] == [
        ("10:00", ""),
        ("08:00", "08:30"),
    ]
    crashed.close()


def test_only_runs_of_the_period_are_told(ledger: SqliteLedger) -> None:
    for day in (20, 21, 22):
        ledger.begin_run("i", 1, f"2026-11-{day}T08:00:00+01:00")
        ledger.end_run("i", f"2026-11-{day}T18:00:00+01:00")
    assert [one.started_at[8:10] for one in ledger.runs("i", "2026-11-21T12:00:00+01:00")] == ["22", "21"]


def test_at_the_start_of_the_program_nothing_runs_any_more(ledger: SqliteLedger) -> None:
    """Also of an integration that is never started again."""
    ledger.begin_run("i", 1, "2026-11-24T08:00:00+01:00")
    ledger.keep_run("i", "2026-11-24T08:30:00+01:00")
    ledger.end_lost_runs()
    assert [one.ended_at[11:16] for one in ledger.runs("i")] == ["08:30"]
