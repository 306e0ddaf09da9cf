"""Transformations of numbers and units. Pure, any thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, InvalidOperation

from mailflow_gui.core.fields import Choice, Option
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import Arguments, Transformation, TransformationError
from mailflow_gui.core.values import number_of, plain_number, text_of

#: Enough digits for every number that `number_of` reads; overflow raises.
EXACT = Context(prec=70)


def as_number(value: FieldValue) -> Decimal:
    """The value as a number. Raises TransformationError."""
    number = number_of(value)
    if number is None:
        raise TransformationError(tr("“{value}” is not a number.", value=text_of(value)[:40]))
    return number


def as_field(number: Decimal) -> int | float:
    """A result as a field value. Raises TransformationError when it is too large."""
    try:
        return plain_number(number)
    except (OverflowError, InvalidOperation) as error:
        raise TransformationError(tr("The result is too large.")) from error


def _on_number(name: str, label: str, help: str, change: Callable[[Decimal], Decimal]) -> Transformation:
    def apply(value: FieldValue, arguments: Arguments) -> FieldValue:
        if value is None or not text_of(value).strip():
            return None
        return as_field(change(as_number(value)))

    return Transformation(name, label, help, one=apply)


def _round_half_up(number: Decimal) -> Decimal:
    """To the nearest whole number; halves go up, also below zero (-2.5 gives -2)."""
    return (number + Decimal("0.5")).to_integral_value(ROUND_FLOOR)


_MASS = {"Kilogram (kg)": "1", "Pound (lb)": "0.45359237"}
_DISTANCE = {
    "Meter (m)": "1",
    "Foot (ft)": "0.3048",
    "Yard (yd)": "0.9144",
    "Mile (mi)": "1609.344",
    "Inch (in)": "0.0254",
}
_AREA = {"Square Meter": "1", "Square Foot": "0.09290304", "Square Mile": "2589988.110336"}
_VOLUME = {
    "Cubic Meter": "1",
    "Liter": "0.001",
    "Gallon (US Fluid)": "0.003785411784",
    "Cubic Foot": "0.028316846592",
}


def _unit(key: str, label: str, units: Mapping[str, str]) -> Choice:
    """A unit by its name; the names of AtlasMap's own files (KILOGRAM_KG) are read too."""
    aliases = {"_".join(name.upper().replace("(", "").replace(")", "").split()): name for name in units}
    return Choice(label, next(iter(units)), tuple(Option(name, name) for name in units), key=key, aliases=aliases)


def _to_millionths(number: Decimal) -> Decimal:
    """Rounded where it has more decimals; a number with fewer may be too long to be written with six."""
    exponent = number.as_tuple().exponent
    finer = isinstance(exponent, int) and exponent < -6
    return number.quantize(Decimal("0.000001"), ROUND_HALF_UP, context=EXACT) if finer else number


def _conversion(name: str, label: str, units: Mapping[str, str]) -> Transformation:
    def apply(value: FieldValue, arguments: Arguments) -> FieldValue:
        if value is None or not text_of(value).strip():
            return None
        base = EXACT.multiply(as_number(value), Decimal(units[arguments.text("fromUnit")]))
        result = EXACT.divide(base, Decimal(units[arguments.text("toUnit")]))
        return as_field(_to_millionths(result).normalize(EXACT))

    parameters = (_unit("fromUnit", "From", units), _unit("toUnit", "To", units))
    return Transformation(name, label, "Converts a number from one unit to another.", parameters, one=apply)


NUMBERS = (
    _on_number("AbsoluteValue", "Absolute Value", "The number without its sign.", abs),
    _on_number(
        "Ceiling", "Ceiling", "The next whole number above.", lambda number: number.to_integral_value(ROUND_CEILING)
    ),
    _on_number("Floor", "Floor", "The next whole number below.", lambda number: number.to_integral_value(ROUND_FLOOR)),
    _on_number("Round", "Round", "The nearest whole number; halves go up.", _round_half_up),
    _conversion("ConvertAreaUnit", "Convert Area Unit", _AREA),
    _conversion("ConvertDistanceUnit", "Convert Distance Unit", _DISTANCE),
    _conversion("ConvertMassUnit", "Convert Mass Unit", _MASS),
    _conversion("ConvertVolumeUnit", "Convert Volume Unit", _VOLUME),
)
