"""Operators as pure functions, with the names they are saved and shown under. Any thread.

Rules know fourteen of them; expressions know three more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from mailflow_gui.core.language import shown, tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.patterns import compile_pattern
from mailflow_gui.core.values import compare_dates, date_of, number_of, text_of

Test: TypeAlias = Callable[[FieldValue], bool]
"""Answers whether a value of a message satisfies a rule. May raise patterns.PatternTooCostly."""

_Compare: TypeAlias = Callable[[int], bool]


class OperandError(ValueError):
    """The text to compare with does not suit the operator; the message tells the person what to write."""


@shown("label")
@dataclass(frozen=True)
class Operator:
    """An operator: `id` is saved, `label` is shown. `prepare(text, as_dates)` gives its test or raises ValueError.

    `blank` tells whether comparing with nothing makes sense.
    """

    id: str
    label: str
    prepare: Callable[[str, bool], Test]
    blank: bool = False


def prepare_test(operator: str, text: str, *, as_dates: bool = False) -> Test:
    """The test `value <operator> text`. `as_dates`: the value is a date.

    Raises OperandError or pattern_syntax.PatternError (both ValueError) with words for the person.
    """
    found = OPERATORS.get(operator) or MORE_OPERATORS.get(operator)
    if found is None:
        raise OperandError(
            tr(
                "There is no operator “{operator}”. Known: {operators}.",
                operator=operator,
                operators=", ".join(OPERATORS),
            )
        )
    if not found.blank and not text.strip():
        raise OperandError(tr("Type what “{label}” compares with.", label=found.label))
    return found.prepare(text, as_dates)


def evaluate(operator: str, value: FieldValue, text: str, *, as_dates: bool = False) -> bool:
    """Whether `value <operator> text` holds. Raises ValueError as `prepare_test` does."""
    return prepare_test(operator, text, as_dates=as_dates)(value)


def _each(test: Callable[[str], bool]) -> Test:
    """For a list (file names, references): true for the whole text or for one of its items."""

    def check(value: FieldValue) -> bool:
        if isinstance(value, tuple):
            return test(text_of(value)) or any(test(item) for item in value)
        return test(text_of(value))

    return check


def _contains(text: str, as_dates: bool) -> Test:
    return _each(lambda value: text in value)


def _contains_any_case(text: str, as_dates: bool) -> Test:
    folded = text.casefold()
    return _each(lambda value: folded in value.casefold())


def _equals(text: str, as_dates: bool) -> Test:
    number, day = number_of(text), date_of(text) if as_dates else None

    def check(value: str) -> bool:
        if day is not None and (moment := date_of(value)) is not None:
            return compare_dates(moment, day) == 0
        return value == text or (number is not None and number == number_of(value))

    return _each(check)


def _equals_any_case(text: str, as_dates: bool) -> Test:
    exact, folded = _equals(text, as_dates), text.casefold()
    same = _each(lambda value: value.casefold() == folded)
    return lambda value: exact(value) or same(value)


def _in(text: str, as_dates: bool) -> Test:
    tests = [_equals(item.strip(), as_dates) for item in text.split(",") if item.strip()]
    if not tests:
        raise OperandError(tr("Type the values, separated by commas."))
    return lambda value: any(test(value) for test in tests)


def _matches(text: str, as_dates: bool) -> Test:
    return _each(compile_pattern(text).matches)


def _ordered(holds: _Compare) -> Callable[[str, bool], Test]:
    """Numbers by size when both are numbers, dates by time, everything else by its letters.

    A list is compared with a number by how many items it has. What is absent is neither more nor less than anything.
    """

    def prepare(text: str, as_dates: bool) -> Test:
        if as_dates:
            return _dated(text, holds)
        number = number_of(text)

        def check(value: FieldValue) -> bool:
            if isinstance(value, tuple) and number is not None:
                value = len(value)
            written, other = text_of(value), number_of(value)
            if number is not None and other is not None:
                return holds((other > number) - (other < number))
            return bool(written.strip()) and holds((written > text) - (written < text))

        return check

    return prepare


def _dated(text: str, holds: _Compare) -> Test:
    day = date_of(text)
    if day is None:
        raise OperandError(tr("Write a date such as 2026-11-24 or 2026-11-24T14:30."))

    def check(value: FieldValue) -> bool:
        moment = date_of(value)
        return moment is not None and holds(compare_dates(moment, day))

    return check


def _starts_with(text: str, as_dates: bool) -> Test:
    return _each(lambda value: value.startswith(text))


def _ends_with(text: str, as_dates: bool) -> Test:
    return _each(lambda value: value.endswith(text))


def _range(text: str, as_dates: bool) -> Test:
    """From the first to the last of `1..5`, both included; numbers or dates."""
    first, dots, last = (piece.strip() for piece in text.partition(".."))
    low, high = (number_of(first), number_of(last)) if not as_dates else (date_of(first), date_of(last))
    if not dots or low is None or high is None:
        raise OperandError(tr("Write the first and the last value with two dots between them, such as 100..199."))
    if OPERATORS[">"].prepare(last, as_dates)(first):
        raise OperandError(tr("Write the smaller value first."))
    at_least, at_most = OPERATORS[">="].prepare(first, as_dates), OPERATORS["<="].prepare(last, as_dates)
    return lambda value: at_least(value) and at_most(value)


def _not(prepare: Callable[[str, bool], Test]) -> Callable[[str, bool], Test]:
    def negated(text: str, as_dates: bool) -> Test:
        test = prepare(text, as_dates)
        return lambda value: not test(value)

    return negated


#: All operators by id, in the order in which they are offered.
OPERATORS: dict[str, Operator] = {
    one.id: one
    for one in (
        Operator("contains", "contains", _contains),
        Operator("~~", "contains (ignore case)", _contains_any_case),
        Operator("==", "equals", _equals, blank=True),
        Operator("=~", "equals (ignores case)", _equals_any_case, blank=True),
        Operator(">", "greater than", _ordered(lambda order: order > 0)),
        Operator(">=", "greater than or equal to", _ordered(lambda order: order >= 0)),
        Operator("in", "in", _in),
        Operator("<", "less than", _ordered(lambda order: order < 0)),
        Operator("<=", "less than or equal to", _ordered(lambda order: order <= 0)),
        Operator("regex", "matches", _matches),
        Operator("not contains", "not contains", _not(_contains)),
        Operator("!=", "not equals", _not(_equals), blank=True),
        Operator("not in", "not in", _not(_in)),
        Operator("not regex", "not matches", _not(_matches)),
    )
}
#: What expressions know besides.
MORE_OPERATORS: dict[str, Operator] = {
    one.id: one
    for one in (
        Operator("starts with", "starts with", _starts_with),
        Operator("ends with", "ends with", _ends_with),
        Operator("range", "in the range", _range),
    )
}
