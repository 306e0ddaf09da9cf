"""The tree of an expression: conditions and values, each with the place in the text it was read from. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.operators import Test
from mailflow_gui.core.shapes import TEXT

#: What a function answers a condition with, besides the kinds of values in `core.shapes`.
CONDITION = "condition"
#: Kinds of literals; a text has the kind TEXT.
NUMBER_LITERAL, DATE_LITERAL, FLAG, NOTHING = "number", "date", "flag", "nothing"


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language. `arguments` are what it takes, as people read it; `kind` is what it gives.

    `apply(values, now)` may raise ExpressionFailed. `aliases` are other names it is read by.
    """

    name: str
    arguments: tuple[str, ...]
    kind: str
    help: str
    apply: Callable[[tuple[FieldValue, ...], datetime], FieldValue]
    aliases: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """How it is written: `domain(addresses)`."""
        return f"{self.name}({', '.join(self.arguments)})"


@dataclass(frozen=True, slots=True)
class Literal:
    """A fixed value. `text` is what it compares as."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Items:
    """The values in parentheses after `in`."""

    items: tuple[Literal, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FieldRead:
    """A field of the message, or a value of an earlier step."""

    path: str
    start: int
    end: int
    kind: str = TEXT


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; the first one of IF is a condition."""

    function: Function
    arguments: tuple[Value | Condition, ...]
    start: int
    end: int

    @property
    def kind(self) -> str:
        """What it gives."""
        return self.function.kind


@dataclass(frozen=True, slots=True)
class Comparison:
    """A value, an operator and what it is compared with. `test` is there when the right side is fixed."""

    left: Value
    operator: str
    negated: bool
    right: Value | Items
    as_dates: bool
    test: Test | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: Condition
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions joined by `and` or by `or`."""

    every: bool
    parts: tuple[Condition, ...]
    start: int
    end: int


Value: TypeAlias = "Literal | FieldRead | Call"
#: A Call of the kind CONDITION and a Literal of the kind FLAG are conditions, too.
Condition: TypeAlias = "Comparison | Not | Joined | Call | Literal"
Node: TypeAlias = "Value | Condition | Items"
