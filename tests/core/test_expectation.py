"""Expected email: how it is written, what counts as missed, and the days on which the clock is changed."""

from __future__ import annotations

import time as system_time
from collections.abc import Iterator
from datetime import datetime, time

import pytest

from mailflow_gui.core.expectation import EVERY_DAY, WEEKDAYS, Expectation, parse


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(system_time, "tzset"):
        pytest.skip("the time zone can't be set here")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone()


def missed(expectation: str, last: str, now: str) -> str:
    found = parse(expectation).missed(local(last).isoformat() if last else "", local(now))
    return found.isoformat() if found else ""


@pytest.mark.parametrize(
    ("typed", "saved", "words"),
    [
        ("9:00", "09:00", "by 09:00 every day"),
        ("mon-fri  09:00", "mon-fri 09:00", "by 09:00 from Monday to Friday"),
        ("Wed, Mon 23:59", "mon,wed 23:59", "by 23:59 on Monday and Wednesday"),
        ("sat-mon 07:05", "mon,sat,sun 07:05", "by 07:05 on Monday, Saturday and Sunday"),
        ("mon-sun 00:00", "00:00", "by 00:00 every day"),
        ("sun 10:00", "sun 10:00", "by 10:00 on Sunday"),
    ],
)
def test_what_is_typed_is_saved_in_one_way(typed: str, saved: str, words: str) -> None:
    found = parse(typed)
    assert (str(found), found.in_words) == (saved, words)
    assert parse(str(found)) == found


@pytest.mark.parametrize(
    "text", ["", "nine", "24:00", "09:60", "mon-xyz 09:00", "- 09:00", "9", "mon 9:00 tue", "mo 9:00"]
)
def test_what_is_no_expectation_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


def test_nothing_by_nine_is_missed_from_nine_on() -> None:
    yesterday = "2026-11-23T22:00"
    assert missed("09:00", yesterday, "2026-11-24T08:59:59") == ""
    assert missed("09:00", yesterday, "2026-11-24T09:00") == "2026-11-24T09:00:00+01:00"
    assert missed("09:00", yesterday, "2026-11-24T18:00") == "2026-11-24T09:00:00+01:00"


def test_what_came_since_midnight_counts_and_what_comes_late_ends_it() -> None:
    assert missed("09:00", "2026-11-24T00:00", "2026-11-24T09:00") == ""
    assert missed("09:00", "2026-11-24T11:00", "2026-11-24T12:00") == ""


def test_before_the_next_deadline_the_one_before_still_counts() -> None:
    assert missed("09:00", "2026-11-22T12:00", "2026-11-24T08:00") == "2026-11-23T09:00:00+01:00"
    assert missed("09:00", "", "2026-11-24T08:00") == "2026-11-23T09:00:00+01:00"


def test_a_weekend_without_email_is_no_alarm() -> None:
    friday = "2026-11-27T08:00"
    assert missed("mon-fri 09:00", friday, "2026-11-29T23:00") == ""
    assert missed("mon-fri 09:00", friday, "2026-11-30T08:59") == ""
    assert missed("mon-fri 09:00", friday, "2026-11-30T09:00") == "2026-11-30T09:00:00+01:00"


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_a_day_on_which_the_clock_is_changed(day: str) -> None:
    """The deadline is what the clock on the wall shows, whatever happened to it in the night."""
    before = f"{day}T08:59:59"
    assert missed("09:00", "", before)[:10] < day
    assert missed("09:00", "", f"{day}T09:00")[:19] == f"{day}T09:00:00"
    assert missed("09:00", f"{day}T00:30", f"{day}T09:00") == ""


def test_a_time_that_the_clock_leaves_out_and_one_that_comes_twice() -> None:
    assert missed("02:30", "2026-03-28T12:00", "2026-03-29T01:59") == ""
    assert missed("02:30", "2026-03-28T12:00", "2026-03-29T03:31").startswith("2026-03-29")
    twice = Expectation(time(2, 30))
    found = twice.last_deadline(datetime.fromisoformat("2026-10-25T03:00+01:00"))
    assert found.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_computer_that_travels_keeps_the_time_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    system_time.tzset()
    now = datetime.fromisoformat("2026-11-24T10:00:00+01:00")  # four in the morning there
    assert parse("09:00").last_deadline(now).date().isoformat() == "2026-11-23"
    assert (parse("09:00").days, parse("mon-fri 1:00").days) == (EVERY_DAY, WEEKDAYS)
