"""Notices: text of strangers is bounded and plain, quiet hours may span midnight, names are counted."""

from __future__ import annotations

from datetime import time

import pytest

from mailflow_gui.core.notices import TEXT, TITLE, Notice, NoticeKind, NoticeRules, names_in_words, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One\nTwo\r\n\tThree", "One Two Three"),
        ("pay\u202egnp.exe", "pay\ufffdgnp.exe"),
        ("\x1b]52;c;aGk=\x07", "\ufffd]52;c;aGk=\ufffd"),
        ("<b>no markup</b> & $(touch x)", "<b>no markup</b> & $(touch x)"),
        ("", ""),
    ],
)
def test_one_line_hides_nothing_and_turns_nothing(text: str, shown: str) -> None:
    assert one_line(text, 100) == shown


@pytest.mark.parametrize("length", [99, 100, 101, 5_000_000])
def test_one_line_is_bounded(length: int) -> None:
    made = one_line("x" * length, 100)
    assert len(made) == min(length, 100)
    assert made.endswith("…") is (length > 100)


def test_a_notice_bounds_what_it_is_handed() -> None:
    made = Notice("key", NoticeKind.MESSAGE, "T" * 1000, "a\n" * 1000)
    assert (len(made.title), "\n" in made.text) == (TITLE, False)
    assert len(made.text) <= TEXT


@pytest.mark.parametrize(
    ("begin", "end", "quiet", "loud"),
    [
        (time(22), time(7), [time(22), time(23, 59), time(0), time(6, 59)], [time(7), time(12), time(21, 59)]),
        (time(12), time(14), [time(12), time(13, 59)], [time(11, 59), time(14), time(0)]),
    ],
)
def test_quiet_hours(begin: time, end: time, quiet: list[time], loud: list[time]) -> None:
    rules = NoticeRules(quiet=(begin, end))
    assert [rules.is_quiet(one) for one in quiet] == [True] * len(quiet)
    assert [rules.is_quiet(one) for one in loud] == [False] * len(loud)
    assert not NoticeRules().is_quiet(time(3))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (list("ABCDEFG"), "A, B, C and 4 more"),
    ],
)
def test_names_are_counted_beyond_three(names: list[str], words: str) -> None:
    assert names_in_words(names) == words
