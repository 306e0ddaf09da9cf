"""Of finished messages the bytes of the newest stay, to be opened and run again; of all others nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.store import _trips
from mailflow_gui.store.ledger import SqliteLedger

AT = "2026-11-24T14:30:00+01:00"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqliteLedger]:
    monkeypatch.setattr(_trips, "KEPT", 3)
    monkeypatch.setattr(_trips, "LARGEST_KEPT", 100)
    one = SqliteLedger(tmp_path / "ledger.sqlite")
    yield one
    one.close()


def done(ledger: SqliteLedger, name: str, size: int = 10, integration: str = "i", settles: bool = True) -> None:
    place = Place(integration, "a", "INBOX")
    trip = Trip(name, place, Locator("7", name), name, name, AT, settles=settles)
    ledger.take([(trip, b"x" * size)], Intake("7"))
    ledger.finish(trip, TripState.DONE, [])
    ledger.settled(ledger.settling(place))


def kept(ledger: SqliteLedger) -> list[str]:
    return [one.exchange for one in ledger.activities() if one.kept]


@pytest.mark.parametrize("settles", [True, False])
def test_the_newest_are_kept(ledger: SqliteLedger, settles: bool) -> None:
    for number in range(5):
        done(ledger, f"t{number}", settles=settles)
    assert kept(ledger) == ["t4", "t3", "t2"]
    assert [ledger.raw(f"t{number}") for number in (1, 4)] == [None, b"x" * 10]


def test_each_integration_has_its_own(ledger: SqliteLedger) -> None:
    done(ledger, "quiet", integration="other")
    for number in range(5):
        done(ledger, f"t{number}")
    assert "quiet" in kept(ledger)


def test_a_large_message_is_not_kept(ledger: SqliteLedger) -> None:
    done(ledger, "small")
    done(ledger, "large", size=101)
    assert kept(ledger) == ["small"]


def test_nothing_is_left_of_what_is_not_kept(ledger: SqliteLedger) -> None:
    for number in range(8):
        done(ledger, f"t{number}")
    with ledger._database.look() as connection:
        left = [connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("raw", "kept", "wire")]
    assert left == [3, 3, 0]


def test_a_done_message_that_is_kept_runs_again(ledger: SqliteLedger) -> None:
    done(ledger, "t1")
    new = ledger.run_again("t1", 2, "2026-11-24T14:31:00+01:00")
    assert ledger.raw(new) == b"x" * 10
    assert [one.id for one in ledger.due("i", AT)] == [new]
