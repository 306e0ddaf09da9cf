"""Pages of messages: in order, without gaps or doubles, by status, time and text; and running one again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.history import Wanted
from mailflow_gui.core.ledger import Intake, Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.store import _activities, _trips
from mailflow_gui.store.ledger import SqliteLedger

PLACE = Place("i", "a", "INBOX")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    one = SqliteLedger(tmp_path / "ledger.sqlite")
    yield one
    one.close()


def trip(number: int, **values: object) -> Trip:
    at = f"2026-11-{number // 10 + 1:02}T{number % 10 + 8:02}:00:00+01:00"
    base = Trip(f"t{number}", PLACE, Locator("7", str(number), 10), f"print{number}", f"head{number}", at)
    return replace(base, subject=f"Message {number}", **values)  # type: ignore[arg-type]


def take(ledger: SqliteLedger, *trips: Trip) -> list[Trip]:
    return ledger.take([(one, b"raw") for one in trips], Intake("7"))


def all_of(ledger: SqliteLedger, wanted: Wanted, limit: int = 7) -> list[str]:
    """Every page, one after the other."""
    found: list[Activity] = []
    after = ""
    for _ in range(100):
        page = ledger.page(wanted, after, limit)
        found += page.activities
        after = page.after
        if not after:
            return [one.exchange for one in found]
    raise AssertionError("the pages do not end")


def ids(numbers: range | list[int]) -> list[str]:
    return [f"t{number}" for number in numbers]


def test_pages_follow_each_other_newest_first(ledger: SqliteLedger) -> None:
    take(ledger, *(trip(n) for n in range(20)))
    take(ledger, trip(99, place=Place("other", "a", "INBOX")))
    assert all_of(ledger, Wanted("i")) == ids(range(19, -1, -1))
    assert all_of(ledger, Wanted("i"), limit=20) == ids(range(19, -1, -1))
    assert all_of(ledger, Wanted()) == ["t99", *ids(range(19, -1, -1))]


def test_what_comes_meanwhile_shifts_no_page(ledger: SqliteLedger) -> None:
    take(ledger, *(trip(n) for n in range(6)))
    first = ledger.page(Wanted("i"), limit=3)
    take(ledger, trip(6), trip(7))
    second = ledger.page(Wanted("i"), first.after, limit=3)
    assert [one.exchange for one in (*first.activities, *second.activities)] == ids([5, 4, 3, 2, 1, 0])
    assert ledger.newer(Wanted("i"), "t5") == 2


def test_a_status_includes_what_is_still_to_be_settled(ledger: SqliteLedger) -> None:
    trips = take(ledger, *(trip(n, settles=n % 2 == 0) for n in range(12)))
    for n, one in enumerate(trips[:8]):
        ledger.finish(one, TripState.FILTERED if n % 4 > 1 else TripState.DONE, [])
    ledger.hold(trips[8], "LOOP", "", [])
    assert all_of(ledger, Wanted("i", "done"), limit=1) == ids([5, 4, 1, 0])
    assert all_of(ledger, Wanted("i", "filtered"), limit=2) == ids([7, 6, 3, 2])
    assert all_of(ledger, Wanted("i", "held")) == ["t8"]
    assert all_of(ledger, Wanted("i", "in-progress")) == ids([11, 10, 9])


def test_a_time_is_from_since_until_before_until(ledger: SqliteLedger) -> None:
    take(ledger, *(trip(n) for n in range(30)))
    day = Wanted("i", since="2026-11-02T00:00:00+01:00", until="2026-11-03T00:00:00+01:00")
    assert all_of(ledger, day, limit=3) == ids(range(19, 9, -1))
    assert all_of(ledger, replace(day, until="")) == ids(range(29, 9, -1))
    assert all_of(ledger, replace(day, since="")) == ids(range(19, -1, -1))
    assert all_of(ledger, Wanted("i", since="2027")) == []
    assert all_of(ledger, Wanted("i", until="2025")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("invoice", [1]),
        ("JANE", [2]),
        ("<m3@", [3]),
        ("100%", [4]),
        ("1_0", []),
        ("\\", [5]),
        ("äpfel", [6]),
        ("STRASSE", [7]),
        ("straße", [7]),
        ("müller", [8]),
    ],
)
def test_a_search_looks_into_subject_sender_and_message_id(
    ledger: SqliteLedger, text: str, expected: list[int]
) -> None:
    """Without case, in every alphabet, letter by letter and never as a pattern."""
    take(
        ledger,
        replace(trip(1), subject="Your Invoice 118"),
        trip(2, sender="Jane Moore <x@example.org>"),
        trip(3, message_id="<m3@example.org>"),
        replace(trip(4), subject="100% wool"),
        replace(trip(5), subject="C:\\temp"),
        replace(trip(6), subject="Frische ÄPFEL"),
        replace(trip(7), subject="Bahnhofstrasse 1"),
        replace(trip(8), subject="MU\u0308LLER"),  # written with a combining mark
    )
    assert [one.exchange for one in ledger.activities("i", search=text)] == ids(expected)


def test_a_search_goes_on_page_by_page(ledger: SqliteLedger) -> None:
    take(ledger, *(trip(n) for n in range(20)))
    wanted = Wanted("i", search="Message 1")  # 19 … 10, and 1
    assert all_of(ledger, wanted, limit=3) == ids([*range(19, 9, -1), 1])
    assert all_of(ledger, wanted, limit=100) == ids([*range(19, 9, -1), 1])
    assert all_of(ledger, Wanted("i", search="nothing like it")) == []
    assert all_of(ledger, Wanted("other", search="Message 1")) == []


def test_a_long_search_tells_how_far_it_is(ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many messages hold the text, and few of them are wanted otherwise."""
    monkeypatch.setattr(_activities, "PATIENCE", 5)
    monkeypatch.setattr(_activities, "HANDFUL", 2)
    trips = take(ledger, *(trip(n) for n in range(20)))
    for number in (18, 3):
        ledger.finish(trips[number], TripState.DONE, [])
    wanted = Wanted("i", "done", search="message")
    first = ledger.page(wanted, limit=1)
    assert [one.exchange for one in first.activities] == ["t18"]
    second = ledger.page(wanted, first.after, limit=1)
    assert (second.activities, second.back_to) == ((), "2026-11-02T10:00:00+01:00")
    assert all_of(ledger, wanted, limit=1) == ["t18", "t3"]


def test_a_search_among_the_few_that_failed(ledger: SqliteLedger) -> None:
    trips = take(ledger, *(trip(n) for n in range(20)))
    for number in (18, 7, 3):
        ledger.hold(trips[number], "LOOP", "", [])
    assert all_of(ledger, Wanted("i", "held", search="MESSAGE"), limit=1) == ids([18, 7, 3])
    assert [one.exchange for one in ledger.activities("i", held=True, search="message 1")] == ids([18])


def sent(ledger: SqliteLedger, one: Trip, *recipients: str, place: str = "send", message_id: str = "<o@x>") -> None:
    outgoing = Outgoing("me@example.org", recipients, b"wire", message_id, "Re: product")
    ledger.record_dot(Parcel(f"{one.id} {place}", one.id, place, outgoing, pending=recipients), one.taken_at)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BOSS@example", [2, 1]),
        ("ute@bücher.example", [1]),
        ("re: product", [2, 1]),
        ("<out-2@", [2]),
        ("last@example.org", [1]),
    ],
)
def test_a_search_looks_into_what_was_sent(ledger: SqliteLedger, text: str, expected: list[int]) -> None:
    """Recipients, subject and Message-ID; each message once, whatever it was found by."""
    one, two, _ = take(ledger, trip(1), trip(2), trip(3))
    sent(ledger, one, "boss@example.org", "ute@bücher.example")
    sent(ledger, one, "last@example.org", place="send again")
    sent(ledger, two, "boss@example.org", message_id="<out-2@example.org>")
    assert [found.exchange for found in ledger.activities("i", search=text)] == ids(expected)


def test_a_search_still_finds_what_was_composed_and_dropped(ledger: SqliteLedger) -> None:
    """The person asked for another try, with another address."""
    (one,) = take(ledger, trip(1))
    sent(ledger, one, "boss@example.org")
    refused = Attempt(Stance.REFUSED, Reply(550), (("boss@example.org", Stance.REFUSED, Reply(550)),))
    parcel = ledger.parcel(one.id, "send")
    assert parcel is not None
    ledger.record_attempt(parcel, refused, ParcelState.HELD, "")
    ledger.hold(one, "RECIPIENT_REFUSED", "No such user", ())
    ledger.retry(one.id)
    assert ledger.parcel(one.id, "send") is None
    sent(ledger, one, "sales@example.org")
    for text in ("boss@", "sales@"):
        assert [found.exchange for found in ledger.activities(search=text)] == ids([1])


def test_a_search_for_one_or_two_letters(ledger: SqliteLedger) -> None:
    take(ledger, replace(trip(1), subject="Zürich"), replace(trip(2), subject="zx"), trip(3))
    assert [one.exchange for one in ledger.activities(search="Z")] == ids([2, 1])
    assert [one.exchange for one in ledger.activities(search="ZÜ")] == ids([1])


def test_pieces_in_another_order_are_not_found(ledger: SqliteLedger) -> None:
    take(ledger, replace(trip(1), subject="abcd bcde"), replace(trip(2), subject="bcde abcd"), trip(3))
    assert [one.exchange for one in ledger.activities(search="abcd b")] == ids([1])
    assert ledger.activities(search='"abc" AND "bcd"') == []


def test_what_was_forgotten_is_not_found(ledger: SqliteLedger) -> None:
    (one, two) = take(ledger, trip(1, settles=False), trip(2))
    sent(ledger, one, "boss@example.org")
    ledger.record_attempt(
        Parcel("t1 send", "t1", "send", Outgoing("me@example.org", ("boss@example.org",), b"", "<o@x>")),
        Attempt(Stance.SENT, Reply(250), ()),
        ParcelState.SENT,
        "",
    )
    ledger.finish(one, TripState.DONE, [])
    assert ledger.clear(datetime(2027, 1, 1, tzinfo=UTC)) == 1
    assert ledger.activities(search="boss") == []
    assert [found.exchange for found in ledger.activities(search="message")] == [two.id]
    with ledger._database.change() as connection:  # raises when index and texts differ
        connection.execute("INSERT INTO found (found) VALUES ('integrity-check')")


def test_some_are_told_as_they_are_now(ledger: SqliteLedger) -> None:
    one, _ = take(ledger, trip(1, size=10), trip(2))
    assert [found.kept for found in ledger.some(["t1"])] == [True]
    ledger.finish(one, TripState.DONE, [ActivityStep("s", "Log", one.taken_at, 1.0, "ok", "Hello")])
    ledger.settled([one])
    (found,) = ledger.some(["t1", "unknown"])
    assert (found.status, found.kept, found.size) == ("done", True, 10)
    assert [step.output for step in found.steps] == ["Hello"]


def test_running_again_is_a_trip_of_its_own(ledger: SqliteLedger) -> None:
    (one,) = take(ledger, trip(1))
    ledger.hold(one, "LOOP", "", [])
    ledger.skip(one.id)
    new = ledger.run_again(one.id, 5, "2026-11-24T14:30:00+01:00")
    again = ledger.trip(new)
    assert again is not None
    assert (again.state, again.version, again.settles, again.run > 0) == (TripState.RECEIVED, 5, False, True)
    assert (ledger.raw(new), again.fingerprint) == (b"raw", one.fingerprint)
    assert [due.id for due in ledger.due("i", "2026-11-24T14:30:00+01:00")] == [new]
    third = ledger.run_again(one.id, 5, "2026-11-24T14:30:00.001+01:00")
    assert third != new


def test_a_message_that_is_no_longer_kept_is_not_run_again(
    ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_trips, "KEPT", 0)
    (one,) = take(ledger, trip(1, settles=False))
    ledger.finish(one, TripState.DONE, [])
    with pytest.raises(StoreError) as refused:
        ledger.run_again(one.id, 1, "2026-11-24T14:30:00+01:00")
    assert refused.value.cause == "NOT_KEPT"
    assert len(ledger.activities()) == 1


def test_a_long_look_does_not_hold_up_work(ledger: SqliteLedger) -> None:
    (one, _) = take(ledger, trip(1), trip(2))
    with ledger._database.view() as looking:
        rows = looking.execute("SELECT * FROM trip")
        assert rows.fetchone() is not None
        ledger.hold(one, "LOOP", "", [])
        rows.close()
    assert len(ledger.activities(held=True)) == 1


def test_the_index_comes_up_to_date_in_slices(ledger: SqliteLedger) -> None:
    take(ledger, *(trip(n) for n in range(_activities.SLICE + 1)))
    assert [ledger.index() for _ in range(3)] == [True, False, False]
