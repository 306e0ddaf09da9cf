"""The table of all transformations, how they are read from a file, and how a chain of them is applied. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mailflow_gui.core.fields import FieldError, Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.dates import DATES
from mailflow_gui.core.transformations.kinds import Arguments, Named, Transformation, ensure_room
from mailflow_gui.core.transformations.many import MANY, concatenated
from mailflow_gui.core.transformations.numbers import NUMBERS
from mailflow_gui.core.transformations.text import TEXT
from mailflow_gui.core.values import text_of

#: The headings that people find transformations under, in order.
GROUPS = (("Text", TEXT), ("Numbers", NUMBERS), ("Dates", DATES), ("Several values", MANY))
#: Every transformation by name: by group, and within it by name.
TRANSFORMATIONS: Mapping[str, Transformation] = {
    one.name: replace(one, group=group) for group, ones in GROUPS for one in sorted(ones, key=lambda one: one.name)
}
#: Transformations of one mapping.
MAX_CHAIN = 30

_BY_KEY = {name.lower(): one for name, one in TRANSFORMATIONS.items()}


@dataclass(frozen=True, slots=True)
class Applied:
    """One use of a transformation."""

    kind: Transformation
    arguments: Arguments


def find_transformation(name: str) -> Transformation | None:
    """The transformation of this name; capitals and spaces don't matter (“SubString”, “Item At”)."""
    return _BY_KEY.get(name.replace(" ", "").lower())


def read_chain(raw: Plain, where: str) -> tuple[tuple[Applied, ...], list[Problem]]:
    """Transformations from a list of `{Name: {parameter: value}}`, `{Name: null}` or plain names, and all problems.

    Problems name `<where>[<index>]` and `<where>[<index>].<parameter>`.
    """
    if raw is None:
        return (), []
    if not isinstance(raw, (list, tuple)):
        return (), [Problem(where, tr("Transformations are a list, for example [{Trim: {}}]."))]
    if len(raw) > MAX_CHAIN:
        return (), [Problem(where, tr("A mapping has at most {max_chain} transformations.", max_chain=MAX_CHAIN))]
    chain: list[Applied] = []
    problems: list[Problem] = []
    for index, entry in enumerate(raw):
        one, wrong = _read_one(entry, f"{where}[{index}]")
        problems += wrong
        if one is not None:
            chain.append(one)
    return tuple(chain), problems


def _read_one(entry: Plain, where: str) -> tuple[Applied | None, list[Problem]]:
    name, given = entry, None
    if isinstance(entry, Mapping) and len(entry) == 1:
        name, given = next(iter(entry.items()))
    if not isinstance(name, str) or not (given is None or isinstance(given, Mapping)):
        return None, [
            Problem(where, tr("Write a transformation as {Name: {parameter: value}}, for example {Trim: {}}."))
        ]
    kind = find_transformation(name)
    if kind is None:
        near = difflib.get_close_matches(name, TRANSFORMATIONS, 1)
        words = [tr("There is no transformation “{name}”.", name=name[:40])]
        words += [tr("Did you mean “{near}”?", near=near[0])] if near else []
        return None, [Problem(where, " ".join(words))]
    return _read_arguments(kind, given or {}, where)


def _read_arguments(
    kind: Transformation, given: Mapping[Plain, Plain], where: str
) -> tuple[Applied | None, list[Problem]]:
    known = {parameter.key: parameter for parameter in kind.parameters}
    problems = [
        Problem(
            f"{where}.{str(key)[:40]}",
            tr("{name} has no “{key}”. {known}", name=kind.name, key=str(key)[:40], known=_known(known)),
        )
        for key in given
        if key not in known
    ]
    values: dict[str, str | int] = {}
    for key, parameter in known.items():
        raw = given.get(key)
        try:
            value = parameter.default if raw is None else parameter.convert(_typed(raw, parameter.kind))
        except FieldError as error:
            problems.append(Problem(f"{where}.{key}", str(error)))
            continue
        if parameter.required and value == "":
            problems.append(Problem(f"{where}.{key}", tr("{label} is required.", label=parameter.label)))
        values[key] = value
    return (None, problems) if problems else (Applied(kind, Arguments(values)), [])


def _typed(raw: Plain, kind: str) -> Plain:
    """A number or flag that stands for text, as YAML writes it."""
    if kind == "longtext" and isinstance(raw, (bool, int, float)):
        return text_of(raw)
    return raw


def _known(known: Mapping[str, object]) -> str:
    return tr("Known: {names}.", names=", ".join(known)) if known else tr("It takes nothing.")


def reduces(chain: Sequence[Applied]) -> bool:
    """Whether a transformation of the chain makes one value of many by itself."""
    return any(one.kind.many is not None for one in chain)


def apply_one(applied: Applied, values: tuple[Named, ...]) -> tuple[Named, ...]:
    """The values after one transformation: one value when it reduces several, else as many as before.

    Raises TransformationError.
    """
    kind = applied.kind
    items = _items(values)
    if kind.many is not None and (kind.one is None or len(items) > 1 or _is_list(values)):
        return (Named("", kind.many(items, applied.arguments)),)
    if kind.one is None:
        return values
    return tuple(Named(one.name, _each(applied, one.value)) for one in values)


def _each(applied: Applied, value: FieldValue) -> FieldValue:
    function = applied.kind.one
    if function is None:
        return value
    if not isinstance(value, tuple) or applied.kind.whole:
        return function(value, applied.arguments)
    source, length = len(text_of(value)), 0
    results: list[str] = []
    for item in value:
        result = function(item, applied.arguments)
        if result is not None:
            results.append(text_of(result))
            length += len(results[-1])
            ensure_room(length, source)
    return tuple(results)


def _items(values: tuple[Named, ...]) -> tuple[Named, ...]:
    """Lists taken apart, so that their items count as values of their own."""
    items: list[Named] = []
    for one in values:
        if isinstance(one.value, tuple):
            items.extend(Named(one.name, item) for item in one.value)
        else:
            items.append(one)
    return tuple(items)


def _is_list(values: tuple[Named, ...]) -> bool:
    return any(isinstance(one.value, tuple) for one in values)


def apply_chain(chain: Sequence[Applied], values: tuple[Named, ...]) -> FieldValue:
    """The single value at the end of a chain; several values that are left are concatenated with a space.

    Raises TransformationError.
    """
    for applied in chain:
        values = apply_one(applied, values)
    return single(values, " ")


def single(values: tuple[Named, ...], delimiter: str) -> FieldValue:
    """The only value, or several concatenated. Raises TransformationError when that is too long."""
    return values[0].value if len(values) == 1 else concatenated(values, delimiter)
