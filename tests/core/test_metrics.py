"""Numbers of a period: its bars, sums and averages, and how long an integration ran."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from mailflow_gui.core.metrics import HourNumbers, Period, Records, Run, StepNumbers, gather, uptime

NOW = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is UTC here; afterwards wherever the computer is."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system can't change its time zone for one process")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_day_has_an_hour_a_bar_and_ends_with_the_present_one() -> None:
    bars = Period.DAY.bars(NOW)
    assert (len(bars), bars[0], bars[-1]) == (24, "2026-11-23T15", "2026-11-24T14")


def test_a_week_and_a_month_have_a_day_a_bar() -> None:
    assert [Period.WEEK.bars(NOW)[0], len(Period.WEEK.bars(NOW))] == ["2026-11-18", 7]
    assert [Period.MONTH.bars(NOW)[0], len(Period.MONTH.bars(NOW))] == ["2026-10-26", 30]


def test_the_hour_that_comes_twice_in_autumn_is_one_bar() -> None:
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    bars = Period.DAY.bars(datetime(2026, 10, 25, 12, 0, tzinfo=UTC))
    assert (len(bars), bars.count("2026-10-25T02"), len(set(bars))) == (23, 1, 23)


def test_numbers_fall_into_their_bars() -> None:
    hours = (
        HourNumbers("2026-11-24T14", "done", 3, 1200.0),
        HourNumbers("2026-11-24T14", "filtered", 2),
        HourNumbers("2026-11-24T14", "waiting", 1),
        HourNumbers("2026-11-24T09", "held", 1),
        HourNumbers("2026-11-22T09", "done", 50, 1.0),  # before the period
    )
    metrics = gather(Period.DAY, NOW, Records(hours))
    last = metrics.bars[-1]
    assert (last.done, last.filtered, last.failed, last.typical) == (3, 2, 0, 400.0)
    assert (metrics.messages, metrics.done, metrics.filtered, metrics.failed) == (7, 3, 2, 1)
    assert metrics.typical == 400.0
    week = gather(Period.WEEK, NOW, Records(hours))
    assert [bar.done for bar in week.bars] == [0, 0, 0, 0, 50, 0, 3]


def test_without_messages_there_is_no_average() -> None:
    metrics = gather(Period.DAY, NOW, Records())
    assert (metrics.typical, metrics.bars[0].typical, metrics.messages) == (None, None, 0)
    assert StepNumbers("s", 0, 0).typical == 0


def test_running_since_is_of_the_run_under_way() -> None:
    runs = (Run("2026-11-24T08:00:00+00:00", ""), Run("2026-11-22T08:00:00+00:00", "", "2026-11-24T07:00:00+00:00"))
    assert gather(Period.DAY, NOW, Records(runs=runs)).running_since == "2026-11-24T08:00:00+00:00"
    assert gather(Period.DAY, NOW, Records(runs=runs[1:])).running_since == ""


@pytest.mark.parametrize(
    ("started", "ended", "minutes"),
    [
        ("2026-11-24T14:02:00+00:00", "", 30),
        ("2026-11-20T08:00:00+00:00", "", 24 * 60),
        ("2026-11-24T10:00:00+00:00", "2026-11-24T10:20:00+00:00", 20),
        ("2026-11-23T14:00:00+00:00", "2026-11-23T15:32:00+01:00", 0),
        ("2026-11-23T14:00:00+00:00", "2026-11-23T14:42:00+00:00", 10),
        ("2026-11-20T14:00:00+00:00", "2026-11-21T14:42:00+00:00", 0),
    ],
)
def test_uptime_is_what_lies_within_the_period(started: str, ended: str, minutes: int) -> None:
    assert uptime([Run(started, "", ended)], NOW - timedelta(days=1), NOW) == timedelta(minutes=minutes)
