"""Transformations of dates: ISO 8601 text (or a Date header) in, ISO 8601 text or a number out. Pure, any thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import (
    Arguments,
    Transformation,
    TransformationError,
    number_parameter,
    text_parameter,
)
from mailflow_gui.core.values import date_of, text_of

_LIMIT = 10_000_000_000
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PIECES = re.compile(r"'((?:[^']|'')*)'|y+|M+|d+|E+|H+|h+|m+|s+|a+|X+|[A-Za-z]+")


def _on_date(
    change: Callable[[datetime | date, Arguments], FieldValue],
) -> Callable[[FieldValue, Arguments], FieldValue]:
    def apply(value: FieldValue, arguments: Arguments) -> FieldValue:
        if value is None or not text_of(value).strip():
            return None
        moment = date_of(value)
        if moment is None:
            raise TransformationError(tr("“{value}” is not a date.", value=text_of(value)[:40]))
        try:
            return change(moment, arguments)
        except OverflowError as error:
            raise TransformationError(tr("The date would be outside the years 1 to 9999.")) from error

    return apply


def _add_days(moment: datetime | date, arguments: Arguments) -> str:
    return (moment + timedelta(days=arguments.number("days"))).isoformat()


def _add_seconds(moment: datetime | date, arguments: Arguments) -> str:
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    return (moment + timedelta(seconds=arguments.number("seconds"))).isoformat()


def format_date(moment: datetime | date, pattern: str) -> str:
    """The date written by a pattern such as `dd.MM.yyyy HH:mm`; text between single quotes stands for itself.

    Letters: yyyy yy, MMMM MMM MM M, dd d, EEEE EEE, HH H hh h, mm m, ss s, a, XXX (offset). Names are English. A day
    without a time has 0 o'clock. Raises TransformationError for other letters.
    """
    when = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)

    def piece(match: re.Match[str]) -> str:
        if match[0].startswith("'"):
            return "'" if match[0] == "''" else match[1].replace("''", "'")
        written = _written(when, match[0])
        if written is None:
            raise TransformationError(
                tr("“{match}” is not a part of a date. Use for example dd.MM.yyyy HH:mm.", match=match[0][:20])
            )
        return written

    return _PIECES.sub(piece, pattern)


def _written(when: datetime, letters: str) -> str | None:
    hour = when.hour % 12 or 12
    pieces = {
        "yyyy": f"{when.year:04}",
        "yy": f"{when.year % 100:02}",
        "MMMM": _MONTHS[when.month - 1],
        "MMM": _MONTHS[when.month - 1][:3],
        "MM": f"{when.month:02}",
        "M": str(when.month),
        "dd": f"{when.day:02}",
        "d": str(when.day),
        "EEEE": _DAYS[when.weekday()],
        "EEE": _DAYS[when.weekday()][:3],
        "HH": f"{when.hour:02}",
        "H": str(when.hour),
        "hh": f"{hour:02}",
        "h": str(hour),
        "mm": f"{when.minute:02}",
        "m": str(when.minute),
        "ss": f"{when.second:02}",
        "s": str(when.second),
        "a": "PM" if when.hour >= 12 else "AM",
        "XXX": _offset(when),
    }
    return pieces.get(letters)


def _offset(when: datetime) -> str:
    written = when.strftime("%z")
    return f"{written[:3]}:{written[3:5]}" if written else ""


_FORMAT = text_parameter(
    "format",
    "How to write it",
    "yyyy-MM-dd HH:mm",
    required=True,
    help="Such as dd.MM.yyyy, EEEE d MMMM yyyy or HH:mm. A text stands in single quotes.",
)

DATES = (
    Transformation(
        "AddDays",
        "Add Days",
        "A date so many days later.",
        (number_parameter("days", "Days", low=-_LIMIT, high=_LIMIT, help="Below 0: earlier."),),
        one=_on_date(_add_days),
    ),
    Transformation(
        "AddSeconds",
        "Add Seconds",
        "A moment so many seconds later.",
        (number_parameter("seconds", "Seconds", low=-_LIMIT, high=_LIMIT, help="Below 0: earlier."),),
        one=_on_date(_add_seconds),
    ),
    Transformation(
        "DayOfWeek",
        "Day of Week",
        "The day of the week as a number: 1 is Monday.",
        one=_on_date(lambda moment, arguments: moment.isoweekday()),
    ),
    Transformation(
        "DayOfYear",
        "Day of Year",
        "The day of the year as a number, from 1.",
        one=_on_date(lambda moment, arguments: moment.timetuple().tm_yday),
    ),
    Transformation(
        "FormatDate",
        "Format Date",
        "Writes a date as you want it.",
        (_FORMAT,),
        one=_on_date(lambda moment, arguments: format_date(moment, arguments.text("format"))),
    ),
)
