"""Transformations that make one value of many: several sources of a mapping, or the items of a list. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import (
    Arguments,
    Named,
    Transformation,
    TransformationError,
    ensure_room,
    number_parameter,
    text_parameter,
)
from mailflow_gui.core.transformations.numbers import EXACT, as_field, as_number
from mailflow_gui.core.values import text_of


def concatenated(values: Sequence[Named], delimiter: str) -> str | None:
    """All present values as one text; blank and absent ones are left out. None when nothing is left."""
    texts = [text for text in (text_of(one.value) for one in values) if text]
    if not texts:
        return None
    source = sum(map(len, texts))
    ensure_room(source + len(delimiter) * (len(texts) - 1), source)
    return delimiter.join(texts)


def _present(values: Sequence[Named]) -> list[Named]:
    return [one for one in values if one.value is not None and text_of(one.value).strip()]


def _folded(change: Callable[[Decimal, Decimal], Decimal]) -> Callable[[tuple[Named, ...], Arguments], FieldValue]:
    """Folds numbers from the left; absent values are left out, no value at all gives an absent one."""

    def apply(values: tuple[Named, ...], arguments: Arguments) -> FieldValue:
        numbers = [as_number(one.value) for one in _present(values)]
        return as_field(reduce(change, numbers)) if numbers else None

    return apply


def _divide(one: Decimal, other: Decimal) -> Decimal:
    if not other:
        raise TransformationError(tr("A number can't be divided by zero."))
    return EXACT.divide(one, other)


def _average(values: tuple[Named, ...], arguments: Arguments) -> FieldValue:
    numbers = [as_number(one.value) for one in _present(values)]
    return as_field(EXACT.divide(reduce(EXACT.add, numbers), Decimal(len(numbers)))) if numbers else None


def _item_at(values: tuple[Named, ...], arguments: Arguments) -> FieldValue:
    """The value at an index from 0; an index past the end gives an absent value."""
    index = arguments.number("index")
    return values[index].value if index < len(values) else None


MANY = (
    Transformation("Add", "Add", "The sum of the values.", many=_folded(EXACT.add)),
    Transformation("Average", "Average", "The mean of the values.", many=_average),
    Transformation(
        "Concatenate",
        "Concatenate",
        "Joins the values into one text; blank ones are left out.",
        (text_parameter("delimiter", "Text between the values", " "),),
        many=lambda values, arguments: concatenated(values, arguments.text("delimiter")),
    ),
    Transformation(
        "Count",
        "Count",
        "How many values there are; blank ones do not count.",
        many=lambda values, arguments: len(_present(values)),
    ),
    Transformation("Divide", "Divide", "The first value divided by each of the others.", many=_folded(_divide)),
    Transformation(
        "ItemAt",
        "Item At",
        "One of the values, by its number.",
        (number_parameter("index", "Number of the item", help="Counted from 0."),),
        many=_item_at,
    ),
    Transformation("Maximum", "Maximum", "The largest value.", many=_folded(max)),
    Transformation("Minimum", "Minimum", "The smallest value.", many=_folded(min)),
    Transformation("Multiply", "Multiply", "The product of the values.", many=_folded(EXACT.multiply)),
    Transformation("Subtract", "Subtract", "The first value less each of the others.", many=_folded(EXACT.subtract)),
)
