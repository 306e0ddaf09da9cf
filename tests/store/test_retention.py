"""History is forgotten by age, by size and on demand, in slices; what is not done with is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.history import Wanted
from mailflow_gui.core.ledger import Intake, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.core.retention import Keep
from mailflow_gui.store import _retention
from mailflow_gui.store.ledger import SqliteLedger

NOW = datetime.fromisoformat("2026-11-24T14:30:00+01:00")
PLACE = Place("i", "a", "INBOX")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    one = SqliteLedger(tmp_path / "ledger.sqlite")
    yield one
    one.close()


def take(
    ledger: SqliteLedger, name: str, days: int = 0, size: int = 100, settles: bool = False, place: Place = PLACE
) -> Trip:
    at = (NOW - timedelta(days=days)).isoformat()
    trip = Trip(name, place, Locator("7", name), f"print {name}", f"head {name}", at, settles=settles, subject=name)
    ledger.take([(trip, b"x" * size)], Intake("7"))
    return trip


def done(ledger: SqliteLedger, name: str, days: int = 0, size: int = 100) -> Trip:
    trip = take(ledger, name, days, size)
    ledger.finish(trip, TripState.DONE, [ActivityStep("send", "Send Email", trip.taken_at, 5.0, "ok", "Sent")])
    return trip


def send(ledger: SqliteLedger, trip: Trip) -> None:
    outgoing = Outgoing("me@example.org", ("you@example.org",), b"wire", f"<{trip.id}@example.org>")
    parcel = Parcel(f"parcel {trip.id}", trip.id, "send", outgoing, pending=outgoing.recipients)
    ok = Reply(250)
    ledger.record_dot(parcel, trip.taken_at)
    attempt = Attempt(Stance.SENT, ok, (("you@example.org", Stance.SENT, ok),))
    ledger.record_attempt(parcel, attempt, ParcelState.SENT, "")


def left(ledger: SqliteLedger) -> list[str]:
    return [one.exchange for one in reversed(ledger.activities())]


def rows(ledger: SqliteLedger, *tables: str) -> list[int]:
    with ledger._database.settled_look() as connection:
        return [connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables]


def prune(ledger: SqliteLedger) -> int:
    slices = 1
    while ledger.prune(NOW):
        slices += 1
        assert slices < 1000
    return slices


def test_what_is_chosen_is_kept_in_the_file(ledger: SqliteLedger, tmp_path: Path) -> None:
    assert ledger.keep() == Keep()
    ledger.set_keep(Keep(30, 0))
    again = SqliteLedger(tmp_path / "ledger.sqlite")
    assert again.keep() == Keep(30, 0)
    again.close()


def test_what_is_older_than_chosen_goes(ledger: SqliteLedger) -> None:
    for days in (40, 31, 29, 0):
        done(ledger, f"d{days}", days)
    ledger.set_keep(Keep(30, 0))
    prune(ledger)
    assert left(ledger) == ["d29", "d0"]
    assert rows(ledger, "step", "raw") == [2, 2]


def test_without_a_limit_nothing_goes(ledger: SqliteLedger) -> None:
    done(ledger, "old", 4000)
    ledger.set_keep(Keep(0, 0))
    assert not ledger.prune(NOW)
    assert left(ledger) == ["old"]


def test_what_is_not_done_with_stays_however_old(ledger: SqliteLedger) -> None:
    take(ledger, "received", 900)
    ledger.defer(take(ledger, "waiting", 900), NOW.isoformat(), "SERVER_BUSY", "", [])
    ledger.hold(take(ledger, "held", 900), "RECIPIENT_REFUSED", "", [])
    ledger.finish(take(ledger, "settling", 900, settles=True), TripState.DONE, [])
    ledger.set_keep(Keep(1, 1))
    prune(ledger)
    while ledger.clear(NOW):
        pass
    assert left(ledger) == ["received", "waiting", "held", "settling"]
    assert all(ledger.raw(name) for name in left(ledger))


def test_a_skipped_message_in_doubt_stays(ledger: SqliteLedger) -> None:
    trip = take(ledger, "doubt", 900)
    outgoing = Outgoing("me@example.org", ("you@example.org",), b"wire", "<m@example.org>")
    parcel = Parcel("parcel", trip.id, "send", outgoing, pending=outgoing.recipients)
    ledger.record_dot(parcel, trip.taken_at)
    ledger.record_attempt(parcel, Attempt(Stance.IN_DOUBT, Reply(0), ()), ParcelState.IN_DOUBT, "")
    ledger.hold(trip, "IN_DOUBT", "", [])
    ledger.skip(trip.id)
    assert ledger.clear(NOW) == 0
    assert left(ledger) == ["doubt"]


def test_bytes_of_skipped_messages_go_with_them(ledger: SqliteLedger) -> None:
    ledger.hold(take(ledger, "skipped", 60), "RECIPIENT_REFUSED", "", [])
    ledger.skip("skipped")
    assert ledger.raw("skipped") is not None
    ledger.set_keep(Keep(30, 0))
    prune(ledger)
    assert rows(ledger, "trip", "raw", "kept") == [0, 0, 0]


def test_parcels_and_recipients_go_with_their_message(ledger: SqliteLedger) -> None:
    trip = take(ledger, "sent", 60)
    send(ledger, trip)
    ledger.finish(trip, TripState.DONE, [])
    assert ledger.clear(NOW) == 1
    assert rows(ledger, "recipient", "wire", "trip") == [0, 0, 0]
    with ledger._database.look() as connection:
        (bare,) = connection.execute("SELECT state, recipients, message_id, subject FROM parcel").fetchall()
    assert tuple(bare) == ("forgotten", "[]", "", "")


def test_the_limits_of_sending_count_what_comes_after_a_clear(ledger: SqliteLedger) -> None:
    """Their mark is a number of a parcel; it must not be given once more."""
    for number in range(3):
        send(ledger, done(ledger, f"t{number}", 60))
    ledger.go_on("i", NOW.isoformat())
    allowed = ledger.sending_allowed("i")
    assert ledger.clear(NOW) == 3
    for number in range(3, 5):
        send(ledger, done(ledger, f"t{number}"))
    since = (NOW - timedelta(days=1)).isoformat()
    assert len(ledger.sent_since("i", since, allowed)) == 2
    assert rows(ledger, "parcel") == [3]


def test_the_last_day_stays(ledger: SqliteLedger) -> None:
    done(ledger, "old", 2)
    done(ledger, "today")
    ledger.set_keep(Keep(0, 1))
    assert ledger.sizes(NOW).removable == 1
    assert ledger.clear(NOW) == 1
    assert left(ledger) == ["today"]


def test_what_avoids_a_second_delivery_is_never_forgotten(ledger: SqliteLedger) -> None:
    trip = done(ledger, "t1", 900)
    ledger.clear(NOW)
    assert left(ledger) == []
    assert ledger.unknown(PLACE, [trip.locator]) == []
    assert ledger.prints_known(PLACE, [trip.header_print]) == {trip.header_print}
    (again,) = ledger.take([(replace(trip, id="again", locator=Locator("8", "1")), b"x")], Intake("8"))
    assert (again.state, again.cause) == (TripState.SKIPPED, "SAME_DELIVERY")


def test_it_goes_in_slices(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_retention, "SLICE", 3)
    for number in range(8):
        done(ledger, f"t{number}", 60)
    assert [ledger.clear(NOW) for _ in range(4)] == [3, 3, 2, 0]


def test_a_young_one_stays_and_held_ones_are_passed_over(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_retention, "SLICE", 2)
    for number in range(5):
        ledger.hold(take(ledger, f"held{number}", 99), "LOOP", "", [])
    done(ledger, "old", 98)
    done(ledger, "young", 1)
    ledger.set_keep(Keep(30, 0))
    prune(ledger)
    assert left(ledger)[5:] == ["young"]


def test_one_that_was_taken_while_the_clock_was_ahead_keeps_no_other(ledger: SqliteLedger) -> None:
    done(ledger, "ahead", -4000)
    for days in (60, 31, 2):
        done(ledger, f"d{days}", days)
    ledger.set_keep(Keep(30, 0))
    prune(ledger)
    assert left(ledger) == ["ahead", "d2"]
    assert ledger.sizes(NOW).removable == ledger.clear(NOW) == 1


def test_of_several_integrations_the_oldest_go_first(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_retention, "SLICE", 2)
    for number, days in enumerate((60, 50, 40, 30)):
        trip = take(ledger, f"d{days}", days, place=Place("ij"[number % 2], "a", "INBOX"))
        ledger.finish(trip, TripState.DONE, [])
    ledger.clear(NOW)
    assert [one.exchange for name in "ij" for one in ledger.activities(name)] == ["d40", "d30"]


def test_too_much_loses_bytes_first_and_history_only_when_that_is_not_enough(ledger: SqliteLedger) -> None:
    for number in range(6):
        done(ledger, f"t{number}", 2, size=500_000)
    ledger.set_keep(Keep(0, 1))
    prune(ledger)
    assert len(left(ledger)) == 6
    assert rows(ledger, "raw") == [0]
    assert ledger.sizes(NOW).used <= 1_000_000


def test_too_much_history_loses_the_oldest(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_retention, "SLICE", 10)
    ledger.set_keep(Keep(0, 1))
    for number in range(400):
        trip = take(ledger, f"t{number}", 2, size=10)
        steps = [ActivityStep("s", "Step", trip.taken_at, 1.0, "ok", "x" * 5000)]
        ledger.finish(trip, TripState.DONE, steps)
    prune(ledger)
    assert ledger.sizes(NOW).used <= 1_000_000
    found = left(ledger)
    assert found == [f"t{number}" for number in range(400 - len(found), 400)]
    assert 50 < len(found) < 400


def test_the_file_becomes_smaller(ledger: SqliteLedger, tmp_path: Path) -> None:
    for number in range(5):
        done(ledger, f"t{number}", 2, size=900_000)
    path = tmp_path / "ledger.sqlite"

    def size() -> int:
        with ledger._database.look() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return path.stat().st_size

    before = size()
    while ledger.clear(NOW):
        pass
    ledger._database.give_back(10_000)
    assert size() < before / 4


def test_the_charts_keep_their_numbers_and_the_list_does_not_count_what_is_gone(ledger: SqliteLedger) -> None:
    done(ledger, "old", 60)
    done(ledger, "new", 0)
    ledger.set_keep(Keep(30, 0))
    prune(ledger)
    assert ledger.counts("i", "") == {"done": 1}
    assert sum(one.messages for one in ledger.hourly("i", "")) == 2


def test_sizes_say_what_is_there_and_what_may_go(ledger: SqliteLedger) -> None:
    first = done(ledger, "done", 60, size=1000)
    ledger.hold(take(ledger, "held", 1, size=500), "LOOP", "", [])
    sizes = ledger.sizes(NOW)
    assert (sizes.messages, sizes.removable, sizes.letters, sizes.oldest) == (2, 1, 1500, first.taken_at)
    assert sizes.used > 1500


def test_a_page_goes_on_where_its_last_message_was_forgotten(ledger: SqliteLedger) -> None:
    for number in range(5):
        done(ledger, f"t{number}", 60)
    first = ledger.page(Wanted("i"), limit=2)
    ledger.clear(NOW)
    assert ledger.page(Wanted("i"), first.after, limit=2).activities == ()


def test_a_skip_is_taken_back(ledger: SqliteLedger) -> None:
    held, waiting = take(ledger, "held"), take(ledger, "waiting")
    ledger.hold(held, "RECIPIENT_REFUSED", "Recipient refused.", [])
    ledger.defer(waiting, (NOW + timedelta(hours=1)).isoformat(), "SERVER_BUSY", "", [])
    for trip in (held, waiting):
        ledger.skip(trip.id)
        ledger.unskip(trip.id)
    found = {one.exchange: (one.status, one.cause) for one in ledger.activities()}
    assert found == {"held": ("held", "RECIPIENT_REFUSED"), "waiting": ("waiting", "SERVER_BUSY")}


def test_what_was_skipped_as_the_same_delivery_is_not_taken_back(ledger: SqliteLedger) -> None:
    trip = done(ledger, "t1")
    ledger.take([(replace(trip, id="again", locator=Locator("8", "1")), b"x")], Intake("8"))
    ledger.unskip("again")
    assert ledger.activities()[0].status == "skipped"
    ledger.unskip("t1")
    assert ledger.activities()[1].status == "done"
