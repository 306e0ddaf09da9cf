"""Field values as text, numbers and dates: one reading for filters, mappings and templates. Pure, any thread."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime

from mailflow_gui.core.message import FieldValue

_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?\s*")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_RFC5322 = re.compile(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: [^\r\n]{0,40})?", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def text_of(value: FieldValue) -> str:
    """The value as text: "" for an absent one, items of a list joined by ", ", whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(value)
    number = Decimal(str(value))
    if not number.is_finite():
        return ""
    return str(int(number)) if number == number.to_integral_value() else f"{number.normalize():f}"


def number_of(value: FieldValue) -> Decimal | None:
    """The value as a number, None when it is not one. Text counts when it is plain decimal digits ("-12.50")."""
    if isinstance(value, bool) or value is None or isinstance(value, tuple):
        return None
    if isinstance(value, str):
        return Decimal(value.strip()) if _NUMBER.fullmatch(value) else None
    number = Decimal(str(value))
    return number if number.is_finite() else None


def plain_number(number: Decimal) -> int | float:
    """A number as a field value: whole ones as int. Raises OverflowError over 30 digits."""
    if abs(number) >= Decimal(10) ** 30:
        raise OverflowError("over 30 digits")
    return int(number) if number == number.to_integral_value() else float(number)


def date_of(value: FieldValue) -> datetime | date | None:
    """The value as a moment or, written without a time, as a day; None when it is neither.

    Reads ISO 8601 (2026-11-24, 2026-11-24T14:30+01:00) and the Date header's form (RFC 5322). A moment without an
    offset stays without one.
    """
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = value.strip()
    try:
        if match := _ISO.fullmatch(text):
            day, time, offset = match.groups()
            if time is None:
                return date.fromisoformat(day)
            return datetime.fromisoformat(f"{day}T{time}{offset or ''}")
        if _RFC5322.fullmatch(text):
            return parsedate_to_datetime(text)
    except ValueError:
        return None
    return None


def compare_dates(left: datetime | date, right: datetime | date) -> int:
    """-1, 0 or 1. Against a day only the day counts; a moment without an offset takes the other one's (else UTC)."""
    if not (isinstance(left, datetime) and isinstance(right, datetime)):
        return _sign(_day(left), _day(right))
    offset = left.tzinfo or right.tzinfo or UTC
    one = left if left.tzinfo else left.replace(tzinfo=offset)
    two = right if right.tzinfo else right.replace(tzinfo=offset)
    return (one > two) - (one < two)


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _sign(left: date, right: date) -> int:
    return (left > right) - (left < right)


def one_line(text: str) -> str:
    """The text without control characters and line breaks, so that it can't add a header or an address line."""
    return _CONTROLS.sub(" ", text).strip()
