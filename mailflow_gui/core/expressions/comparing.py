"""Whether a value, an operator and what it is compared with fit together, told before any message is there. Pure."""

from __future__ import annotations

from mailflow_gui.core.expressions.nodes import (
    DATE_LITERAL,
    FLAG,
    NOTHING,
    NUMBER_LITERAL,
    Comparison,
    Items,
    Literal,
    Value,
)
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.operators import Test, prepare_test
from mailflow_gui.core.pattern_syntax import PatternError
from mailflow_gui.core.shapes import DATE, LIST, NUMBER
from mailflow_gui.core.values import number_of, text_of

#: Operators that put values in an order.
ORDERED = frozenset({">", ">=", "<", "<=", "range"})


class Mismatch(ValueError):
    """Two sides that can't be compared, and the piece of the text that is at fault."""

    def __init__(self, message: str, at: Value | Items) -> None:
        super().__init__(message)
        self.start, self.end = at.start, at.end


def compared(left: Value, operator: str, negated: bool, right: Value | Items) -> Comparison:
    """The comparison. Raises Mismatch with words for the person."""
    if isinstance(left, Literal):
        raise Mismatch(tr("Write the field on the left and the text on the right."), left)
    _check_kind(left, operator, right)
    as_dates = DATE in (left.kind, _kind(right))
    test = _fixed(operator, right, as_dates)
    return Comparison(left, operator, negated, right, as_dates, test, left.start, right.end)


def _check_kind(left: Value, operator: str, right: Value | Items) -> None:
    """Refuses a text where the left side can only be a number, or how many items a list has. Raises Mismatch."""
    if not isinstance(right, Literal) or operator not in ORDERED or number_of(right.text) is not None:
        return
    if operator == "range" or right.kind == NOTHING:
        return  # told with words of its own
    if left.kind == NUMBER:
        raise Mismatch(tr("Write a number here, such as 10000 or 2.5 MB."), right)
    if left.kind == LIST:
        raise Mismatch(tr("Write how many items here, such as 0."), right)


def _kind(right: Value | Items) -> str:
    if isinstance(right, Items):
        return DATE if any(item.kind == DATE_LITERAL for item in right.items) else ""
    if isinstance(right, Literal):
        return DATE if right.kind == DATE_LITERAL else ""
    return right.kind


def _fixed(operator: str, right: Value | Items, as_dates: bool) -> Test | None:
    """The test when the right side is the same for every message. Raises Mismatch."""
    if isinstance(right, Items):
        tests = [_prepared("==", item, as_dates) for item in right.items]
        return lambda value: any(test(value) for test in tests)
    if isinstance(right, Literal):
        if right.kind == NOTHING:
            if operator != "==":
                raise Mismatch(tr("“null” goes with == and != only."), right)
            return lambda value: not text_of(value).strip()
        return _prepared(operator, right, as_dates)
    if operator in ("regex", "range"):
        example = '".*order [0-9]+.*"' if operator == "regex" else '"100..199"'
        raise Mismatch(tr("Write a text in quotes here, such as {example}.", example=example), right)
    return None


def _prepared(operator: str, right: Literal, as_dates: bool) -> Test:
    if right.kind == FLAG and operator in ORDERED:
        raise Mismatch(tr("“true” and “false” are neither more nor less than anything."), right)
    try:
        test = prepare_test(operator, right.text, as_dates=as_dates)
    except PatternError as error:
        raise Mismatch(tr("{error} The pattern must describe the whole value.", error=error), right) from error
    except ValueError as error:
        raise Mismatch(str(error), right) from error
    return _counted(test) if operator == "==" and right.kind == NUMBER_LITERAL else test


def _counted(test: Test) -> Test:
    """A list is equal to a number when it has so many items."""

    def check(value: FieldValue) -> bool:
        return test(len(value)) if isinstance(value, tuple) else test(value)

    return check
