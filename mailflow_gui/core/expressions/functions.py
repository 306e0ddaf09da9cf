"""The functions of expressions: names, what they take, a sentence, and what they give. Pure, any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from mailflow_gui.core.expressions.nodes import CONDITION, Function
from mailflow_gui.core.expressions.problems import ExpressionFailed
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.mime.addresses import domain_of, parse_addresses
from mailflow_gui.core.operators import evaluate
from mailflow_gui.core.shapes import DATE, NUMBER, TEXT
from mailflow_gui.core.values import date_of, number_of, text_of

_MOST_DAYS = 100_000


def _on_text(change: Callable[[str], str]) -> Callable[[tuple[FieldValue, ...], datetime], FieldValue]:
    """A function on the one value; on each item of a list."""

    def apply(values: tuple[FieldValue, ...], now: datetime) -> FieldValue:
        value = values[0]
        if isinstance(value, tuple):
            return tuple(change(item) for item in value)
        return None if value is None else change(text_of(value))

    return apply


def _length(values: tuple[FieldValue, ...], now: datetime) -> int:
    value = values[0]
    return len(value) if isinstance(value, tuple) else len(text_of(value))


def _is_empty(values: tuple[FieldValue, ...], now: datetime) -> bool:
    value = values[0]
    return not value if isinstance(value, tuple) else not text_of(value).strip()


def _addresses(pick: Callable[[str], str]) -> Callable[[tuple[FieldValue, ...], datetime], FieldValue]:
    """Something of each mailbox of a header: one text, or a list when there are several."""

    def apply(values: tuple[FieldValue, ...], now: datetime) -> FieldValue:
        mailboxes = parse_addresses(text_of(values[0]))
        found = tuple(dict.fromkeys(picked for one in mailboxes if (picked := pick(one.address))))
        return found if len(found) > 1 else next(iter(found), None)

    return apply


def moment_of(value: FieldValue) -> datetime | date | None:
    """The value as a date, None when it is absent. Raises ExpressionFailed."""
    if not text_of(value).strip():
        return None
    moment = date_of(value)
    if moment is None:
        raise ExpressionFailed(tr("“{value}” is not a date.", value=text_of(value)[:40]))
    return moment


def _on_date(
    pick: Callable[[datetime | date], int | None],
) -> Callable[[tuple[FieldValue, ...], datetime], FieldValue]:
    """A function on a date, as it is in the time zone of the person's computer."""

    def apply(values: tuple[FieldValue, ...], now: datetime) -> FieldValue:
        moment = moment_of(values[0])
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            try:
                moment = moment.astimezone(now.tzinfo)
            except OverflowError as error:
                raise ExpressionFailed(tr("The date is outside the years 1 to 9999.")) from error
        return None if moment is None else pick(moment)

    return apply


def _weekday(moment: datetime | date) -> int:
    return moment.isoweekday()


def _hour(moment: datetime | date) -> int | None:
    return moment.hour if isinstance(moment, datetime) else None


def _today(values: tuple[FieldValue, ...], now: datetime) -> str:
    return now.date().isoformat()


def _days_ago(values: tuple[FieldValue, ...], now: datetime) -> str:
    days = number_of(values[0])
    if days is None or days != days.to_integral_value() or abs(days) > _MOST_DAYS:
        raise ExpressionFailed(tr("“{values}” is not a number of days.", values=text_of(values[0])[:40]))
    try:
        return (now.date() - timedelta(days=int(days))).isoformat()
    except OverflowError as error:
        raise ExpressionFailed(tr("This is too many days ago.")) from error


def _less(values: tuple[FieldValue, ...], now: datetime) -> bool:
    right = text_of(values[1])
    return bool(right.strip()) and evaluate("<", values[0], right)


def _chosen(values: tuple[FieldValue, ...], now: datetime) -> FieldValue:
    """What IF gives; its condition was decided already."""
    return values[1] if values[0] else values[2]


#: All functions by name, in the order in which they are offered.
FUNCTIONS: Mapping[str, Function] = {
    one.name: one
    for one in (
        Function(
            "isEmpty",
            ("value",),
            CONDITION,
            later("Whether a field is absent or blank, or a list is empty."),
            _is_empty,
        ),
        Function("lower", ("text",), TEXT, later("The text in small letters."), _on_text(str.lower), ("tolower",)),
        Function("upper", ("text",), TEXT, later("The text in capitals."), _on_text(str.upper), ("toupper",)),
        Function("trim", ("text",), TEXT, later("The text without white space at its ends."), _on_text(str.strip)),
        Function("length", ("value",), NUMBER, later("How many characters a text, or items a list has."), _length),
        Function("address", ("from",), TEXT, later("The bare address in small letters."), _addresses(str.lower)),
        Function("domain", ("from",), TEXT, later("What stands after the @ of an address."), _addresses(domain_of)),
        Function("today", (), DATE, later("The day on which Mailflow took the message."), _today),
        Function("daysAgo", ("days",), DATE, later("The day that many days before."), _days_ago),
        Function(
            "weekday",
            ("date",),
            NUMBER,
            later("The day of the week for you: 1 is Monday, 7 is Sunday."),
            _on_date(_weekday),
        ),
        Function("hour", ("date",), NUMBER, later("The hour for you, 0 to 23."), _on_date(_hour)),
        Function("if", ("condition", "value", "otherwise"), TEXT, later("One value or the other."), _chosen),
        Function("lt", ("value", "other"), CONDITION, later("The same as value < other."), _less),
    )
}

_BY_NAME = {name.lower(): one for one in FUNCTIONS.values() for name in (one.name, *one.aliases)}


def find_function(name: str) -> Function | None:
    """The function of this name, in capitals or not; names of AtlasMap's conditions (TOLOWER, ISEMPTY) are read too."""
    return _BY_NAME.get(name.lower())
