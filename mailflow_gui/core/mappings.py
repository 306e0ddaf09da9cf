"""Mappings of the data mapper: read from rows, checked, and applied to a message. Pure, any thread.

The mapper step and the mapper's preview use the same functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Rows
from dataclasses import dataclass

from mailflow_gui.core.conditions import Condition, Undecided, decide, read_condition
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.paths import ADDRESS_FIELDS, SYMBOL, path_problem, shown
from mailflow_gui.core.rules import as_text
from mailflow_gui.core.transformations.kinds import MAX_LENGTH, Named, TransformationError
from mailflow_gui.core.transformations.many import concatenated
from mailflow_gui.core.transformations.table import Applied, apply_one, read_chain, reduces, single
from mailflow_gui.core.transformations.text import split_text
from mailflow_gui.core.values import one_line, text_of

_KEYS = ("from", "constant", "to", "transformations", "combine", "split", "when")
_MAX_NAMES = 100


@dataclass(frozen=True, slots=True)
class Constant:
    """A fixed text as a source."""

    text: str


#: What a mapping takes: a path, or a fixed text.
Source = str | Constant


@dataclass(frozen=True, slots=True)
class Mapping:
    """One mapping: `sources` in the order of combining, to one or several `targets`.

    `combine` and `split` are the delimiters, None when not given. `when` is the condition.
    """

    sources: tuple[Source, ...]
    targets: tuple[str, ...]
    chain: tuple[Applied, ...] = ()
    combine: str | None = None
    split: str | None = None
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One line of the preview: the name of a transformation ("" for the source) and the value after it."""

    name: str
    value: FieldValue


class MappingError(ValueError):
    """A mapping that could not be filled for this message: the target and the reason."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(reason)
        self.target = target


def read_mappings(rows: Sequence[Plain], where: str = "mappings") -> tuple[tuple[Mapping, ...], list[Problem]]:
    """The mappings of rows and all problems, each naming `<where>[<index from 0>].<key>`."""
    mappings: list[Mapping] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for index, row in enumerate(rows):
        place = f"{where}[{index}]"
        mapping, wrong = read_mapping(row, place)
        problems += wrong
        if mapping is None:
            continue
        for target in mapping.targets:
            name = "content" if target == "text" else target
            if name in taken:
                problems.append(
                    Problem(f"{place}.to", tr("“{target}” is already filled by another mapping.", target=target))
                )
            taken.add(name)
        mappings.append(mapping)
    return tuple(mappings), problems


def read_mapping(row: Plain, where: str) -> tuple[Mapping | None, list[Problem]]:
    """The mapping of one row, or what is wrong with it."""
    if not isinstance(row, Rows):
        return None, [Problem(where, tr("A mapping has from and to."))]
    problems = [
        Problem(
            f"{where}.{shown(str(key))}",
            tr("A mapping has no “{key}”. Known: {keys}.", key=shown(str(key)), keys=", ".join(_KEYS)),
        )
        for key in row
        if key not in _KEYS
    ]
    sources = _read_sources(row, where, problems)
    targets = _read_targets(row.get("to"), where, problems)
    chain, wrong = read_chain(row.get("transformations"), f"{where}.transformations")
    problems += wrong
    combine = _read_delimiter(row.get("combine"), f"{where}.combine", problems)
    split = _read_delimiter(row.get("split"), f"{where}.split", problems)
    if split == "":
        problems.append(Problem(f"{where}.split", tr("Type the text between the parts.")))
    when = None
    if row.get("when") is not None:
        when, wrong = read_condition(row["when"], f"{where}.when")
        problems += wrong
    if problems:
        return None, problems
    return Mapping(sources, targets, chain, combine, split, when), []


def _read_sources(row: Rows[str, Plain], where: str, problems: list[Problem]) -> tuple[Source, ...]:
    if "constant" in row:
        constant = as_text(row["constant"])
        if constant is None:
            problems.append(Problem(f"{where}.constant", tr("A constant is one text.")))
        if row.get("from"):
            problems.append(Problem(f"{where}.from", tr("A mapping has either from or constant.")))
        return (Constant(constant or ""),)
    raw = row.get("from")
    items = [raw] if isinstance(raw, Rows) else _names(raw)
    if not items or len(items) > _MAX_NAMES:
        problems.append(
            Problem(f"{where}.from", tr("Choose the fields to take, for example [subject], or a constant."))
        )
        return ()
    return tuple(_read_source(item, f"{where}.from", problems) for item in items)


def _read_source(item: Plain, where: str, problems: list[Problem]) -> Source:
    """A path, or a fixed text among paths: `{constant: text}`."""
    if isinstance(item, Rows):
        constant = as_text(item.get("constant")) if set(item) == {"constant"} else None
        if constant is None:
            problems.append(Problem(where, tr("Write a fixed text between fields as {constant: text}.")))
        return Constant(constant or "")
    if words := path_problem(item, symbols=True):
        problems.append(Problem(where, words))
    return str(item)


def _read_targets(raw: Plain, where: str, problems: list[Problem]) -> tuple[str, ...]:
    names = _names(raw)
    if not names or len(names) > _MAX_NAMES:
        problems.append(Problem(f"{where}.to", tr("Choose the field to fill.")))
        return ()
    for name in names:
        if not isinstance(name, str) or not SYMBOL.fullmatch(name) or name.startswith(("message.", "steps.")):
            words = tr(
                "“{name}” can't be filled. Use letters, digits, underscore and dot, for example subject.",
                name=shown(str(name)),
            )
            problems.append(Problem(f"{where}.to", words))
    if len(set(map(str, names))) < len(names):
        problems.append(Problem(f"{where}.to", tr("The same field is named twice.")))
    return tuple(map(str, names))


def _read_delimiter(raw: Plain, where: str, problems: list[Problem]) -> str | None:
    """The delimiter of `{delimiter: " "}`; a space when the mapping is there without it."""
    if raw is None:
        return None
    delimiter = as_text(raw.get("delimiter", " ")) if isinstance(raw, Rows) and set(raw) <= {"delimiter"} else None
    if delimiter is None or len(delimiter) > _MAX_NAMES:
        problems.append(Problem(where, tr('Write it as {delimiter: " "}.')))
        return None
    return delimiter


def _names(raw: Plain) -> list[Plain]:
    if isinstance(raw, (list, tuple)):
        return list(raw)
    return [] if raw is None or raw == "" else [raw]


def map_message(mappings: Sequence[Mapping], exchange: Exchange) -> dict[str, FieldValue]:
    """What the mappings produce for a message; targets without a value are left out.

    Raises MappingError.
    """
    produced: dict[str, FieldValue] = {}
    made = 0
    for mapping in mappings:
        values = fill(mapping, exchange)
        produced.update(values)
        if mapping.chain or mapping.combine is not None or len(mapping.sources) > 1:
            made += sum(len(text_of(value)) for value in values.values())
        if made > max(MAX_LENGTH, 2 * len(exchange.message.raw)):
            raise MappingError(
                mapping.targets[0],
                tr("The result would be longer than {max_length} characters.", max_length=MAX_LENGTH),
            )
    return produced


def fill(mapping: Mapping, exchange: Exchange) -> dict[str, FieldValue]:
    """The targets of one mapping that get a value. Raises MappingError."""
    if not applies(mapping, exchange):
        return {}
    try:
        values = trace(mapping, exchange)[-1].value
        parts = _distributed(mapping, values)
    except TransformationError as error:
        raise MappingError(mapping.targets[0], str(error)) from error
    filled = {name: _for_target(name, value) for name, value in zip(mapping.targets, parts, strict=False)}
    return {name: value for name, value in filled.items() if value is not None}


def applies(mapping: Mapping, exchange: Exchange) -> bool:
    """Whether the mapping's condition holds, or it has none. Raises MappingError."""
    if mapping.when is None:
        return True
    try:
        return decide(mapping.when, exchange)
    except Undecided as error:
        raise MappingError(mapping.targets[0], tr("Its condition has no answer. {error}", error=error)) from error


def trace(mapping: Mapping, exchange: Exchange) -> tuple[Stage, ...]:
    """The value at the source and after each transformation, for the preview. Raises TransformationError.

    Several sources are combined first, unless a transformation (Add, Concatenate, Format, …) does that itself.
    """
    return tuple(stages(mapping, exchange))


def stages(mapping: Mapping, exchange: Exchange) -> Iterator[Stage]:
    """As `trace`, one by one: what was reached before a transformation fails is known, too."""
    values = tuple(_named(one, exchange) for one in mapping.sources)
    delimiter = " " if mapping.combine is None else mapping.combine
    if mapping.combine is not None or (len(values) > 1 and not reduces(mapping.chain)):
        values = (Named("", concatenated(values, delimiter)),)
    yield Stage("", single(values, delimiter))
    for applied in mapping.chain:
        values = apply_one(applied, values)
        yield Stage(applied.kind.name, single(values, delimiter))


def _named(source: Source, exchange: Exchange) -> Named:
    return Named("", source.text) if isinstance(source, Constant) else Named(source, exchange.value(source))


def _distributed(mapping: Mapping, value: FieldValue) -> tuple[FieldValue, ...]:
    """The value of each target, in order: one part each when the mapping splits, else the same value for all.

    Parts without a target are left out, targets without a part stay empty.
    """
    if mapping.split is not None and value is not None:
        return tuple(part or None for part in split_text(text_of(value), mapping.split))
    last = mapping.chain[-1].kind.name if mapping.chain else ""
    if last in ("Split", "CopyTo") and isinstance(value, tuple) and len(mapping.targets) > 1:
        return tuple(part or None for part in value)
    if last == "CopyTo" and isinstance(value, tuple):
        return (value[-1],)
    return (value,) * len(mapping.targets)


def _for_target(name: str, value: FieldValue) -> FieldValue:
    if value is None:
        return None
    if isinstance(value, tuple) and (name in ADDRESS_FIELDS or name in ("subject", "text", "content", "html")):
        value = concatenated([Named("", item) for item in value], ", " if name in ADDRESS_FIELDS else " ")
    return one_line(text_of(value)) if name in ADDRESS_FIELDS else value
