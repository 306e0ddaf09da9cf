"""What a transformation is: name, parameters (declared fields), and its function on one value or on many. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mailflow_gui.core.fields import Field, LongText, Number
from mailflow_gui.core.language import shown, tr
from mailflow_gui.core.message import FieldValue

#: Characters that a transformation may produce, unless its source is already longer.
MAX_LENGTH = 1_000_000
#: Characters that a step may add to a source that is longer than that.
_MARGIN = 65_536


class TransformationError(ValueError):
    """A value that a transformation can't work on; the text tells the person what and why."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parameters of one use of a transformation, checked and with defaults filled in."""

    values: Mapping[str, str | int]

    def text(self, name: str) -> str:
        """A text parameter."""
        return str(self.values[name])

    def number(self, name: str) -> int:
        """A whole-number parameter."""
        return int(self.values[name])


@dataclass(frozen=True, slots=True)
class Named:
    """A value and the name of its source, for placeholders such as $subject."""

    name: str
    value: FieldValue


One: TypeAlias = Callable[[FieldValue, Arguments], FieldValue]
Many: TypeAlias = Callable[[tuple[Named, ...], Arguments], FieldValue]


@shown("label", "help", "group")
@dataclass(frozen=True)
class Transformation:
    """A transformation under AtlasMap's name. `one` works on one value, `many` on several sources or a list.

    `label` and `help`, a sentence, are what people read; `group` is the heading they find it under. `whole`: `one`
    takes a list as it is; otherwise it is applied to each item. Functions get None for an absent value and may raise
    TransformationError.
    """

    name: str
    label: str
    help: str
    parameters: tuple[Field[Any], ...] = field(default=())
    one: One | None = None
    many: Many | None = None
    whole: bool = False
    group: str = ""


def text_parameter(key: str, label: str, default: str = "", *, required: bool = False, help: str = "") -> LongText:
    """A parameter that holds text as typed, spaces included."""
    return LongText(label, default, key=key, required=required, help=help)


def number_parameter(
    key: str, label: str, default: int = 0, *, low: int = 0, high: int = 1_000_000, help: str = ""
) -> Number:
    """A parameter that holds a whole number."""
    return Number(label, default, key=key, low=low, high=high, help=help)


def ensure_room(length: int, source: int) -> None:
    """Raises TransformationError when a result of `length` characters is too long for a source of `source`."""
    if length > max(MAX_LENGTH, source + _MARGIN):
        raise TransformationError(tr("The result would be longer than {max_length} characters.", max_length=MAX_LENGTH))
