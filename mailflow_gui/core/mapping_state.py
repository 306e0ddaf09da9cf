"""What undo brings back on the data mapper's page, and how its parts are changed: frozen values only. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mappings import Constant
from mailflow_gui.core.rules import as_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NamedConstant:
    """A fixed text and what the person calls it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that undo brings back. `headers` are the paths of message headers that were added as sources."""

    lines: tuple[Line, ...] = ()
    constants: tuple[NamedConstant, ...] = ()
    headers: tuple[str, ...] = ()


def read_constants(raw: Plain) -> tuple[tuple[NamedConstant, ...], tuple[Plain, ...]]:
    """The constants of the settings, and entries that are none."""
    found: list[NamedConstant] = []
    unread: list[Plain] = []
    for row in raw if isinstance(raw, (list, tuple)) else ():
        fits = isinstance(row, Mapping) and set(row) == {"name", "value"}
        name, text = (as_text(row["name"]), as_text(row["value"])) if fits else (None, None)
        if name and text is not None and all(one.text != text for one in found):
            found.append(NamedConstant(name, text))
        else:
            unread.append(row)
    return tuple(found), tuple(unread)


def with_used(state: State) -> State:
    """With every fixed text of a mapping among the constants, and every header that one takes among the headers."""
    constants, headers = state.constants, list(state.headers)
    for source in (one for line in state.lines for one in line.sources):
        if isinstance(source, Constant):
            if all(one.text != source.text for one in constants):
                constants = (*constants, NamedConstant(source.text, source.text))
        elif (path := source.removeprefix("message.")).startswith("headers.") and path not in headers:
            headers.append(path)
    return replace(state, constants=constants, headers=tuple(headers))


def named(constants: Iterable[NamedConstant], name: str, text: str) -> tuple[NamedConstant, ...]:
    """With this constant; the same text only gets the new name."""
    kept = tuple(constants)
    if any(one.text == text for one in kept):
        return tuple(NamedConstant(name, text) if one.text == text else one for one in kept)
    return (*kept, NamedConstant(name, text))


def with_one(items: Sequence[T], index: int, item: T) -> tuple[T, ...]:
    """With another item at an index."""
    return (*items[:index], item, *items[index + 1 :])


def without(items: Sequence[T], index: int) -> tuple[T, ...]:
    """Without the item at an index."""
    return (*items[:index], *items[index + 1 :])


def moved(items: Sequence[T], index: int, to: int) -> tuple[T, ...]:
    """With an item at another place; as they were when there is no such place."""
    rest = list(items)
    if not (0 <= index < len(rest) and 0 <= to < len(rest)):
        return tuple(items)
    rest.insert(to, rest.pop(index))
    return tuple(rest)


def less(rest: Mapping[str, Plain], key: str) -> Mapping[str, Plain]:
    """Without a key."""
    return {name: value for name, value in rest.items() if name != key}
