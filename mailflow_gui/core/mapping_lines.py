"""One mapping as its page shows and changes it, read from a row and written back without loss. Pure.

What a row holds that can't be read (a key of a later version, a misspelled transformation) is carried along.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.mappings import Constant, Source
from mailflow_gui.core.rules import as_text
from mailflow_gui.core.transformations.kinds import Transformation
from mailflow_gui.core.transformations.table import find_transformation

_NOTHING: Mapping[str, Plain] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Use:
    """A transformation with its raw parameters. `unread` is an entry that is no transformation at all."""

    name: str
    arguments: Mapping[str, Plain] = field(default_factory=lambda: _NOTHING)
    unread: Plain = None

    @property
    def kind(self) -> Transformation | None:
        """Which transformation it is; None when there is none of this name."""
        return find_transformation(self.name) if self.name else None

    @property
    def label(self) -> str:
        """What people call it."""
        kind = self.kind
        return kind.label if kind is not None else self.name or str(self.unread)

    def argument(self, key: str) -> Plain:
        """The raw value of a parameter, its default when it is not given."""
        kind = self.kind
        default = next((one.default for one in kind.parameters if one.key == key), None) if kind else None
        return self.arguments.get(key, default)

    def entry(self) -> Plain:
        """As it stands in a row."""
        return {self.name: dict(self.arguments)} if self.name else self.unread


@dataclass(frozen=True, slots=True)
class Line:
    """A mapping. `id` is its own for as long as the page is open.

    `rest` are keys of the row that were not read; `unread` is a row that is no mapping at all.
    """

    id: int
    sources: tuple[Source, ...] = ()
    targets: tuple[str, ...] = ()
    chain: tuple[Use, ...] = ()
    combine: str | None = None
    split: str | None = None
    when: Plain = None
    rest: Mapping[str, Plain] = field(default_factory=lambda: _NOTHING)
    unread: Plain = None

    @property
    def label(self) -> str:
        """The names of its transformations, as they stand on the line: “Trim · Prepend”."""
        return " · ".join(use.label for use in self.chain)

    def row(self) -> Plain:
        """The row of the settings."""
        if self.unread is not None:
            return self.unread
        row: dict[str, Plain] = {}
        if len(self.sources) == 1 and isinstance(self.sources[0], Constant):
            row["constant"] = self.sources[0].text
        elif self.sources:
            row["from"] = [{"constant": one.text} if isinstance(one, Constant) else one for one in self.sources]
        if self.targets:
            row["to"] = self.targets[0] if len(self.targets) == 1 else list(self.targets)
        if self.chain:
            row["transformations"] = [use.entry() for use in self.chain]
        for key, delimiter in (("combine", self.combine), ("split", self.split)):
            if delimiter is not None:
                row[key] = {"delimiter": delimiter}
        if self.when is not None:
            row["when"] = self.when
        return {**row, **self.rest}


def read_line(id: int, row: Plain) -> Line:
    """The line of a row; whatever can't be read is kept as it is."""
    if not isinstance(row, Mapping):
        return Line(id, unread=row)
    rest = {str(key): value for key, value in row.items()}
    sources = _read_sources(rest)
    targets = tuple(map(str, _take_names(rest, "to")))
    chain = _read_chain(rest)
    combine, split = _take_delimiter(rest, "combine"), _take_delimiter(rest, "split")
    return Line(id, sources, targets, chain, combine, split, rest.pop("when", None), rest)


def _read_sources(rest: dict[str, Plain]) -> tuple[Source, ...]:
    if "constant" in rest and not rest.get("from"):
        text = as_text(rest["constant"])
        if text is not None:
            rest.pop("constant")
            rest.pop("from", None)
            return (Constant(text),)
    if "constant" in rest:
        return ()
    items = [rest["from"]] if isinstance(rest.get("from"), Mapping) else _names(rest.get("from"))
    sources: list[Source] = []
    for item in items:
        text = as_text(item.get("constant")) if isinstance(item, Mapping) and set(item) == {"constant"} else None
        if text is None and not isinstance(item, str):
            return ()
        sources.append(Constant(text) if text is not None else item)
    if sources:
        rest.pop("from")
    return tuple(sources)


def _read_chain(rest: dict[str, Plain]) -> tuple[Use, ...]:
    raw = rest.get("transformations")
    if not isinstance(raw, (list, tuple)):
        return ()
    rest.pop("transformations")
    return tuple(_read_use(entry) for entry in raw)


def _read_use(entry: Plain) -> Use:
    name, given = entry, None
    if isinstance(entry, Mapping) and len(entry) == 1:
        name, given = next(iter(entry.items()))
    if not isinstance(name, str) or not name or not (given is None or isinstance(given, Mapping)):
        return Use("", unread=entry)
    return Use(name, {str(key): value for key, value in (given or {}).items()})


def _take_names(rest: dict[str, Plain], key: str) -> Sequence[Plain]:
    names = _names(rest.get(key))
    if not all(isinstance(name, str) for name in names):
        return ()
    rest.pop(key, None)
    return names


def _take_delimiter(rest: dict[str, Plain], key: str) -> str | None:
    raw = rest.get(key)
    if not isinstance(raw, Mapping) or not set(raw) <= {"delimiter"}:
        return None
    delimiter = as_text(raw.get("delimiter", " "))
    if delimiter is not None:
        rest.pop(key)
    return delimiter


def _names(raw: Plain) -> list[Plain]:
    if isinstance(raw, (list, tuple)):
        return list(raw)
    return [] if raw is None or raw == "" else [raw]
