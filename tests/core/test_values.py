"""Reading field values as text, numbers and dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.values import compare_dates, date_of, number_of, one_line, plain_number, text_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("שלום", "שלום"),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (3.0, "3"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1e20, "100000000000000000000"),
        (float("nan"), ""),
        (float("inf"), ""),
        ((), ""),
        (("a.pdf", "b.pdf"), "a.pdf, b.pdf"),
    ],
)
def test_text_of(value: FieldValue, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12", "12"),
        (" -12.50 ", "-12.50"),
        ("007", "7"),
        (5, "5"),
        (0.1, "0.1"),
        ("1e5", None),
        ("nan", None),
        ("1_000", None),
        ("1,5", None),
        ("٣", None),
        ("", None),
        ("9" * 31, None),
        (None, None),
        (True, None),
        (("1",), None),
        (float("inf"), None),
    ],
)
def test_number_of(value: FieldValue, number: str | None) -> None:
    assert number_of(value) == (None if number is None else Decimal(number))


def test_plain_numbers_are_whole_where_they_can_be() -> None:
    assert plain_number(Decimal("4.0")) == 4
    assert isinstance(plain_number(Decimal("4.0")), int)
    assert plain_number(Decimal("2.5")) == 2.5
    with pytest.raises(OverflowError):
        plain_number(Decimal(10) ** 31)


CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("2026-11-24T14:30", datetime(2026, 11, 24, 14, 30)),
        ("2026-11-24 14:30:05+01:00", datetime(2026, 11, 24, 14, 30, 5, tzinfo=CET)),
        ("2026-11-24T13:30Z", datetime(2026, 11, 24, 14, 30, tzinfo=CET)),
        ("Tue, 24 Nov 2026 14:30:00 +0100", datetime(2026, 11, 24, 14, 30, tzinfo=CET)),
        ("2026-02-30", None),
        ("24.11.2026", None),
        ("2026", None),
        ("", None),
        (None, None),
        ("2026-11-24" + " " * 200, None),
    ],
)
def test_date_of(value: FieldValue, moment: datetime | date | None) -> None:
    assert date_of(value) == moment


def test_dates_compare_by_time_or_by_day() -> None:
    evening = datetime(2026, 11, 24, 23, 30, tzinfo=CET)
    assert compare_dates(evening, date(2026, 11, 24)) == 0
    assert compare_dates(evening, date(2026, 11, 25)) == -1
    assert compare_dates(evening, datetime(2026, 11, 24, 23, 0)) == 1  # takes the other one's offset
    assert compare_dates(evening, datetime(2026, 11, 24, 22, 30, tzinfo=UTC)) == 0
    assert compare_dates(datetime(2026, 1, 1), datetime(2026, 1, 2)) == -1


@pytest.mark.parametrize("mark", ["\r", "\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x00"])
def test_one_line_leaves_no_way_to_break_out(mark: str) -> None:
    assert one_line(f"a@b.example{mark}Bcc: evil@c.example ") == "a@b.example Bcc: evil@c.example"
