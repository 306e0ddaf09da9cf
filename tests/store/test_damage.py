"""The whole file is checked after a crash, and otherwise beside the work; damage is told and ends all writing."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mailflow_gui.core.connector import Listing, Locator
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ledger import Intake, Place, Trip
from mailflow_gui.store.database import Database
from mailflow_gui.store.ledger import SqliteLedger
from tests.engine.workbench import Bench
from tests.fakes.mailbox import mail

NOW = "2026-11-24T14:30:00+01:00"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The checks of a whole file."""
    done: list[str] = []
    check = Database.check

    def counted(self: Database, now: str) -> None:
        done.append(now)
        check(self, now)

    monkeypatch.setattr(Database, "check", counted)
    yield done


def fill(path: Path, count: int = 1000) -> SqliteLedger:
    ledger = SqliteLedger(path)
    trips = [
        Trip(f"t{n}", Place("i", "a", "INBOX"), Locator("7", str(n)), f"p{n}", f"h{n}", NOW, subject="x" * 200)
        for n in range(count)
    ]
    ledger.take([(one, b"") for one in trips], Intake("7"))
    return ledger


def damage(path: Path) -> None:
    """Overwrites pages of the later half, where no table begins, as a bad disk does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    data = bytearray(path.read_bytes())
    for start in range(len(data) // 8192 * 4096, len(data), 3 * 4096):
        data[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(data)


def test_after_an_orderly_end_the_start_checks_nothing(tmp_path: Path, checks: list[str]) -> None:
    path = tmp_path / "ledger.sqlite"
    first = fill(path)
    first.take_over(NOW)
    checks.clear()
    first.close()
    second = SqliteLedger(path)
    second.take_over(NOW)
    second.close()
    assert checks == []


def test_after_a_crash_it_is_checked_before_anything_else(tmp_path: Path, checks: list[str]) -> None:
    path = tmp_path / "ledger.sqlite"
    first = fill(path)
    first.take_over(NOW)
    checks.clear()
    after = tmp_path / "after.sqlite"
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", f"{after}{end}")
    second = SqliteLedger(after)
    second.take_over(NOW)
    assert checks == [NOW]
    assert second.checked_at() == NOW
    second.close()
    first.close()


def test_who_only_looks_neither_checks_nor_counts_as_an_end(tmp_path: Path, checks: list[str]) -> None:
    path = tmp_path / "ledger.sqlite"
    owner = fill(path)
    owner.take_over(NOW)
    checks.clear()
    looking = SqliteLedger(path)
    assert len(looking.activities(limit=1)) == 1
    looking.close()
    assert checks == []
    assert owner._database._note("ended") == ""
    owner.close()


def test_damage_after_a_crash_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    fill(path).close()
    damage(path)
    with closing(SqliteLedger(path)) as ledger, pytest.raises(StoreError) as refused:
        ledger.take_over(NOW)
    assert (refused.value.cause, refused.value.title) == ("STORE_DAMAGED", "Mailflow's records are damaged")
    assert refused.value.details


def test_damage_that_is_found_later_ends_all_writing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    first = fill(path)
    first.take_over(NOW)
    first.close()
    damage(path)
    ledger = SqliteLedger(path)
    ledger.take_over(NOW)
    with pytest.raises(StoreError):
        ledger.check(NOW)
    with pytest.raises(StoreError) as refused:
        ledger.skip("t1")
    assert refused.value.cause == "STORE_DAMAGED"
    ledger.close()
    again = SqliteLedger(path)  # it did not end well, so it is checked
    with pytest.raises(StoreError):
        again.take_over(NOW)
    again.close()


def test_a_check_holds_up_no_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = fill(tmp_path / "ledger.sqlite")
    inside, done = threading.Event(), threading.Event()
    connect = sqlite3.connect

    def slow(*arguments: object, **more: object) -> sqlite3.Connection:
        inside.set()
        assert done.wait(10)
        return connect(*arguments, **more)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", slow)
    worker = threading.Thread(target=lambda: ledger.check(NOW))
    worker.start()
    assert inside.wait(10)
    trip = ledger.trip("t1")
    assert trip is not None
    ledger.hold(trip, "LOOP", "", [])
    done.set()
    worker.join(10)
    assert ledger.checked_at() == NOW
    ledger.close()


def test_with_damaged_records_nothing_is_sent_and_the_integration_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench(tmp_path)
    listing = bench.mailbox.listing

    def found_meanwhile(after: int) -> Listing:
        bench.mailbox.deliver(mail(1))
        bench.ledger._database._damage = StoreError("Mailflow's records are damaged", cause="STORE_DAMAGED")
        return listing(after)

    monkeypatch.setattr(bench.mailbox, "listing", found_meanwhile)
    runner = bench.poll()
    assert bench.transport.attempts == 0
    assert bench.mailbox.settled == []
    assert (runner.health.trouble, runner.health.cause) == ("Mailflow's records are damaged", "STORE_DAMAGED")
    bench.ledger.close()
