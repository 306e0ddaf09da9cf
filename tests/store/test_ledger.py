"""The ledger on disk: what is known, what a crash leaves, and what people are told."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ledger import Intake, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.store.ledger import SqliteLedger

PLACE = Place("i", "a", "INBOX")
NOW = "2026-11-24T14:30:00+01:00"
STEP = ActivityStep("s", "Send Email", NOW, 12.5, "ok", "Sent")
SENT = Attempt(Stance.SENT, Reply(250, "2.0.0", "OK"), (("to@x.org", Stance.SENT, Reply(250)),))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    one = SqliteLedger(tmp_path / "ledger.sqlite")
    yield one
    one.close()


def trip(number: int = 1, **values: object) -> Trip:
    base = Trip(f"t{number}", PLACE, Locator("7", str(number), 10), f"print{number}", f"head{number}", NOW)
    return replace(base, **values)  # type: ignore[arg-type]


def take(ledger: SqliteLedger, *trips: Trip) -> list[Trip]:
    return ledger.take([(one, b"raw") for one in trips], Intake("7"))


def parcel(number: int = 1) -> Parcel:
    outgoing = Outgoing("me@x.org", ("to@x.org",), b"wire", f"<{number}@x.org>")
    return Parcel(f"p{number}", f"t{number}", "s", outgoing, pending=("to@x.org",))


def after_a_crash(ledger: SqliteLedger, path: Path) -> SqliteLedger:
    """The file as a SIGKILL leaves it now: what was not committed is gone."""
    path.mkdir()
    for file in ledger._database.path.parent.glob("ledger.sqlite*"):
        shutil.copy(file, path / file.name)
    return SqliteLedger(path / "ledger.sqlite")


@pytest.mark.parametrize(
    ("state", "settles", "status"),
    [
        (TripState.DONE, True, "done"),
        (TripState.DONE, False, "done"),
        (TripState.FILTERED, True, "filtered"),
        (TripState.FILTERED, False, "filtered"),
    ],
)
def test_the_status_is_the_same_before_and_after_the_source_action(
    ledger: SqliteLedger, state: TripState, settles: bool, status: str
) -> None:
    (one,) = take(ledger, trip(settles=settles))
    assert [(a.status, a.cause) for a in ledger.activities()] == [("in-progress", "")]
    ledger.finish(one, state, [STEP])
    assert [(a.status, a.cause, len(a.steps)) for a in ledger.activities()] == [(status, "", 1)]
    ledger.settled(ledger.settling(PLACE))
    assert [(a.status, a.cause, len(a.steps)) for a in ledger.activities()] == [(status, "", 1)]


def test_a_finish_that_a_crash_swallowed_is_found_out_again(ledger: SqliteLedger, tmp_path: Path) -> None:
    """It rides on the next commit. Without it the trip is due once more, and its parcel says that it was sent."""
    (one,) = take(ledger, trip())
    ledger.record_dot(parcel(), NOW)
    ledger.record_attempt(parcel(), SENT, ParcelState.SENT, "")
    ledger.finish(one, TripState.DONE, [STEP])
    crashed = after_a_crash(ledger, tmp_path / "crashed")
    assert [due.id for due in crashed.due("i", NOW)] == ["t1"]
    found = crashed.parcel("t1", "s")
    assert found is not None
    assert found.state is ParcelState.SENT
    crashed.close()
    assert ledger.due("i", NOW) == []


def test_the_dot_and_the_result_are_on_disk_when_the_call_returns(ledger: SqliteLedger, tmp_path: Path) -> None:
    """T4 and T5: a crash right after must find them."""
    take(ledger, trip())
    ledger.record_dot(parcel(), NOW)
    crashed = after_a_crash(ledger, tmp_path / "dot")
    assert crashed.recover("i") == 1
    assert [one.cause for one in crashed.activities(held=True)] == ["IN_DOUBT"]
    crashed.close()
    ledger.record_attempt(parcel(), SENT, ParcelState.SENT, "")
    crashed = after_a_crash(ledger, tmp_path / "result")
    assert crashed.recover("i") == 0
    crashed.close()


def test_a_finish_rides_on_the_next_commit(ledger: SqliteLedger, tmp_path: Path) -> None:
    first, _ = take(ledger, trip(1), trip(2))
    ledger.finish(first, TripState.DONE, [STEP])
    ledger.record_dot(parcel(2), NOW)
    crashed = after_a_crash(ledger, tmp_path / "crashed")
    assert [one.id for one in crashed.settling(PLACE)] == ["t1"]
    crashed.close()


def test_tries_are_counted_with_and_without_the_dot(ledger: SqliteLedger) -> None:
    take(ledger, trip())
    late = Attempt(Stance.RETRY, Reply(450), (("to@x.org", Stance.RETRY, Reply(450)),))
    one = ledger.record_attempt(replace(parcel(), first_at=NOW), late, ParcelState.WAITING, NOW)
    assert (one.attempts, one.first_at, one.pending) == (1, NOW, ("to@x.org",))
    ledger.record_dot(one, NOW)
    one = ledger.record_attempt(one, SENT, ParcelState.SENT, "")
    assert (one.attempts, one.state, one.pending, one.refused) == (2, ParcelState.SENT, (), ())
    assert ledger.parcel("t1", "s") == one


def test_locators_are_known_by_generation_and_a_reused_uidl_by_its_size(ledger: SqliteLedger) -> None:
    take(ledger, trip(1))
    take(ledger, trip(2, locator=Locator("", "uidl", 100)))
    asked = [Locator("7", "1", 99), Locator("8", "1", 10), Locator("", "uidl", 100), Locator("", "uidl", 101)]
    assert ledger.unknown(PLACE, asked) == [asked[1], asked[3]]


def test_the_same_delivery_is_skipped_but_not_in_another_integration(ledger: SqliteLedger) -> None:
    take(ledger, trip(1))
    (again,) = take(ledger, trip(2, fingerprint="print1"))
    assert (again.state, again.cause) == (TripState.SKIPPED, "SAME_DELIVERY")
    (other,) = take(ledger, trip(3, fingerprint="print1", place=Place("other", "a", "INBOX")))
    assert other.state is TripState.RECEIVED


def test_the_file_is_private_and_durable(ledger: SqliteLedger) -> None:
    take(ledger, trip())
    for file in ledger._database.path.parent.glob("ledger.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with ledger._database.look() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_damaged_or_newer_file_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"this is not a database at all, but long enough to look at" * 100)
    with pytest.raises(StoreError) as refused:
        SqliteLedger(damaged)
    assert refused.value.cause == "STORE_DAMAGED"
    newer = tmp_path / "newer.sqlite"
    one = SqliteLedger(newer)
    with one._database.change() as connection:
        connection.execute("PRAGMA user_version = 99")
    one.close()
    with pytest.raises(StoreError) as refused:
        SqliteLedger(newer)
    assert refused.value.cause == "PROFILE_NEWER"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """The connections that were made to files."""
    found: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def recorded(*arguments: Any, **more: Any) -> sqlite3.Connection:
        found.append(connect(*arguments, **more))
        return found[-1]

    monkeypatch.setattr(sqlite3, "connect", recorded)
    return found


def is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


@pytest.mark.parametrize("version", [None, 99])
def test_a_file_that_is_refused_is_let_go(
    tmp_path: Path, opened: list[sqlite3.Connection], version: int | None
) -> None:
    path = tmp_path / "refused.sqlite"
    if version is None:
        path.write_bytes(b"this is not a database at all, but long enough to look at" * 100)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError):
        SqliteLedger(path)
    assert [is_closed(one) for one in opened] == [True] * len(opened)


def test_a_long_look_after_the_end_opens_nothing(tmp_path: Path, opened: list[sqlite3.Connection]) -> None:
    ledger = SqliteLedger(tmp_path / "ledger.sqlite")
    ledger.close()
    with pytest.raises(StoreError):
        ledger.activities()
    assert [is_closed(one) for one in opened] == [True]
    ledger.close()


def test_a_failed_change_changes_nothing(ledger: SqliteLedger) -> None:
    first, second = take(ledger, trip(1), trip(2))
    ledger.finish(first, TripState.DONE, [STEP])
    with pytest.raises(ZeroDivisionError), ledger._database.change() as connection:
        connection.execute("DELETE FROM trip")
        raise ZeroDivisionError
    assert [one.id for one in ledger.due("i", NOW)] == [second.id]
    assert [one.id for one in ledger.settling(PLACE)] == [first.id]
