"""Times in people's words."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mailflow_gui.ui.times import ago, clock_time, day_and_time, exact, moment

NOW = datetime(2026, 11, 24, 14, 32, 5).astimezone()


@pytest.mark.parametrize(("passed", "words"), [
    (timedelta(seconds=20), "just now"), (timedelta(minutes=1), "1 minute ago"),
    (timedelta(minutes=59), "59 minutes ago"),
    (timedelta(hours=1), "13:32"), (timedelta(days=1), "yesterday, 14:32"), (timedelta(days=3), "21 Nov"),
])  # fmt: skip
def test_ago(passed: timedelta, words: str) -> None:
    assert ago((NOW - passed).isoformat(), NOW) == words


def test_nothing_yet() -> None:
    assert (ago(""), clock_time(""), exact("")) == ("", "–", "")


def test_exact() -> None:
    assert exact(NOW.isoformat()) == "2026-11-24 14:32:05"


@pytest.mark.parametrize(("passed", "lines"), [
    (timedelta(minutes=2), ("14:30", "2 minutes ago")), (timedelta(hours=3), ("11:32", "today")),
    (timedelta(days=1), ("14:32", "yesterday")), (timedelta(days=3), ("21 Nov", "14:32")),
])  # fmt: skip
def test_a_moment_in_two_lines(passed: timedelta, lines: tuple[str, str]) -> None:
    assert moment((NOW - passed).isoformat(), NOW) == lines


@pytest.mark.parametrize(("passed", "words"), [
    (timedelta(hours=3), "11:32"), (timedelta(days=1), "yesterday, 14:32"), (timedelta(days=3), "21 November, 14:32"),
    (timedelta(days=400), "20 October 2025, 14:32"),
])  # fmt: skip
def test_a_moment_further_back(passed: timedelta, words: str) -> None:
    assert day_and_time((NOW - passed).isoformat(), NOW) == words
