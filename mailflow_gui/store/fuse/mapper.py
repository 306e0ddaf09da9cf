"""The data mapper of an export (AtlasMap's JSON) as rows of our data mapper. Pure; any thread.

A mapping that can't be expressed is left out as a whole and told of: a half one would send wrong values silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.mappings import read_mapping
from mailflow_gui.core.paths import SYMBOL
from mailflow_gui.store.fuse.actions import delimiter_of, ends_with_split, read_actions, reducing
from mailflow_gui.store.fuse.choosing import CantChoose, chosen
from mailflow_gui.store.fuse.combining import CantCombine, Source, combined
from mailflow_gui.store.fuse.plain import child, children, embedded, line_of, number_in, text_in
from mailflow_gui.store.fuse.trail import Trail, Unreachable

_MOST_MAPPINGS = 500
_MOST_FIELDS = 100
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Mapped:
    """Rows of the data mapper, the names that they fill, those filled with a fixed text, and what was left out."""

    rows: tuple[Plain, ...]
    names: frozenset[str]
    fixed: Mapping[str, str]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Target:
    name: str
    index: int
    actions: tuple[Plain, ...]


@dataclass
class _Document:
    """One AtlasMapping while it is read."""

    trail: Trail
    constants: Mapping[str, str]
    properties: Mapping[str, str]
    remarks: list[str] = field(default_factory=list)


class _LeftOut(ValueError):
    """A mapping that can't be expressed, and why."""


def convert_mapper(text: str, trail: Trail) -> Mapped:
    """The rows for the text of `atlasmapping`."""
    root = embedded(text)
    atlas = child(root, "AtlasMapping")
    document = _Document(trail, _values(atlas, "constants", "constant"), _values(atlas, "properties", "property"))
    rows: list[Plain] = []
    for raw in _mappings(child(atlas, "mappings"), _DEPTH):
        if len(rows) >= _MOST_MAPPINGS:
            document.remarks.append(
                tr("only the first {most_mappings} mappings came along", most_mappings=_MOST_MAPPINGS)
            )
            break
        rows += _rows_or_remark(raw, document)
    if not atlas:
        document.remarks.append(tr("its mappings can't be read"))
    fixed = {row["to"]: row["constant"] for row in rows if "constant" in row and "transformations" not in row}
    names = frozenset(name for row in rows for name in _listed(row["to"]))
    return Mapped(tuple(rows), names, {str(key): str(value) for key, value in fixed.items()}, tuple(document.remarks))


def _listed(to: Plain) -> list[str]:
    return list(to) if isinstance(to, list) else [to]


def _values(atlas: Mapping[str, Plain], outer: str, inner: str) -> dict[str, str]:
    """Constants or properties by name. A property with a scope is filled while running: it has no value here."""
    found = children(child(atlas, outer), inner)
    return {text_in(one, "name"): text_in(one, "value") for one in found if not text_in(one, "scope")}


def _mappings(holder: Plain, depth: int) -> Iterator[Mapping[str, Plain]]:
    """Mappings, also those inside collections."""
    for one in children(holder, "mapping"):
        inner = child(one, "mappings")
        if not inner:
            yield one
        elif depth:
            yield from _mappings(inner, depth - 1)


def _rows_or_remark(raw: Mapping[str, Plain], document: _Document) -> list[Plain]:
    """The rows of a mapping that our mapper takes; else none, and the reason."""
    remarks: list[str] = []
    outputs = children(raw, "outputField")
    label = ", ".join(_name_of(one) for one in outputs[:5]) or "?"
    try:
        rows = _rows(raw, outputs, document, remarks)
        for row in rows:
            problems = read_mapping(row, "mapping")[1]
            if problems:
                raise _LeftOut(problems[0].message)
    except (_LeftOut, Unreachable, CantCombine, CantChoose) as error:
        rows, remarks = [], []
        document.remarks.append(
            tr(
                "the mapping to “{name}” was left out: {error}",
                name=line_of(label, 80),
                error=line_of(str(error), 200),
            )
        )
    document.remarks += [tr("mapping to “{name}”: {one}", name=line_of(label, 80), one=one) for one in remarks]
    return rows


def _rows(
    raw: Mapping[str, Plain], outputs: Sequence[Mapping[str, Plain]], document: _Document, remarks: list[str]
) -> list[Plain]:
    if text_in(raw, "mappingType") == "LOOKUP" or text_in(raw, "lookupTableName"):
        raise _LeftOut(tr("it uses a lookup table"))
    group = child(raw, "inputFieldGroup")
    inputs = [*children(raw, "inputField"), *_grouped(group, _DEPTH)]
    if not inputs or not outputs or len(inputs) > _MOST_FIELDS or len(outputs) > _MOST_FIELDS:
        raise _LeftOut(tr("it has no source, no target, or too many of them"))
    targets = [_target(one, place, remarks) for place, one in enumerate(outputs)]
    if expression := text_in(raw, "expression"):
        chosen_row = chosen(expression, lambda written: _referred(written, inputs, document))
        return [_with_target(chosen_row, one) for one in targets]
    sources = [_source(one, place, document, remarks) for place, one in enumerate(inputs)]
    sources.sort(key=lambda one: one.index)
    delimiter = delimiter_of(text_in(raw, "delimiterString") or text_in(raw, "delimiter"))
    together = read_actions(group.get("actions"), remarks)
    if len(sources) == 1 and document.trail.is_list(sources[0].path) and not reducing([*sources[0].actions, *together]):
        together = [{"Concatenate": {"delimiter": " "}}, *together]  # as Fuse Online does with a list by itself
    row = combined(sources, together, delimiter, remarks)
    if text_in(raw, "mappingType") == "SEPARATE":
        return [_separated({**row, "split": {"delimiter": delimiter}}, targets, remarks)]
    if len(targets) > 1 and ends_with_split(row.get("transformations", [])):
        return [_separated(row, targets, remarks)]
    return [_with_target(row, one) for one in targets]


def _referred(written: str, inputs: Sequence[Mapping[str, Plain]], document: _Document) -> str:
    """Our path for `${…}` in an expression: the number of a source from 0, or `document:/path`."""
    if re.fullmatch(r"[0-9]{1,3}", written):
        if int(written) >= len(inputs):
            raise _LeftOut(tr("its expression asks for source {written}, which is not there", written=written))
        raw = inputs[int(written)]
        if not text_in(raw, "jsonType").endswith(("ConstantField", "PropertyField")):
            return document.trail.path(text_in(raw, "docId"), _name_of(raw))
        raise _LeftOut(tr("its expression asks for a fixed text"))
    holder, _, path = written.partition(":")
    return document.trail.path(holder, _name_of({"path": path, "name": ""}))


def _grouped(group: Mapping[str, Plain], depth: int) -> Iterator[Mapping[str, Plain]]:
    for one in children(group, "field"):
        if isinstance(one.get("field"), list) and depth:
            yield from _grouped(one, depth - 1)
        else:
            yield one


def _source(raw: Mapping[str, Plain], place: int, document: _Document, remarks: list[str]) -> Source:
    index = number_in(raw, "index", place)
    actions = tuple(read_actions(raw.get("actions"), remarks))
    kind = text_in(raw, "jsonType")
    path = text_in(raw, "path").lstrip("/")
    if kind.endswith("ConstantField"):
        names = (path, text_in(raw, "name").lstrip("/"))
        return Source(index, actions, constant=_fixed(raw, names, document.constants))
    if kind.endswith("PropertyField"):
        names = (path, text_in(raw, "name").lstrip("/"))
        if text_in(raw, "scope"):
            raise _LeftOut(tr("the property “{path}” is a header that Mailflow does not have", path=path))
        return Source(index, actions, constant=_fixed(raw, names, document.properties))
    return Source(index, actions, path=document.trail.path(text_in(raw, "docId"), _name_of(raw)))


def _fixed(raw: Mapping[str, Plain], names: Sequence[str], known: Mapping[str, str]) -> str:
    """The text of a constant or property: its own, or the one that the document lists under its name."""
    if raw.get("value") is not None:
        return text_in(raw, "value")
    for name in names:
        if name in known:
            return known[name]
    raise _LeftOut(tr("“{name}” has no value in the file", name=names[0]))


def _target(raw: Mapping[str, Plain], place: int, remarks: list[str]) -> _Target:
    name = _name_of(raw)
    if not SYMBOL.fullmatch(name) or name.startswith(("message.", "steps.")):
        raise _LeftOut(tr("a target is named with letters, digits, underscore and dot"))
    return _Target(name, number_in(raw, "index", place), tuple(read_actions(raw.get("actions"), remarks)))


def _name_of(raw: Mapping[str, Plain]) -> str:
    """“/a/b” and “/<>/b” as a.b and b; `text` is the older name of `content`."""
    parts = [one.removesuffix("<>").removesuffix("[]") for one in text_in(raw, "path").split("/")]
    name = ".".join(one for one in parts if one) or text_in(raw, "name").lstrip("/")
    return "content" if name == "text" and text_in(raw, "jsonType").endswith("JavaField") else name


def _with_target(row: Mapping[str, Plain], target: _Target) -> Plain:
    chain = [*row.get("transformations", []), *target.actions]
    return {**row, "to": target.name, **({"transformations": chain} if chain else {})}


def _separated(row: Mapping[str, Plain], targets: Sequence[_Target], remarks: list[str]) -> Plain:
    """One part for each target by its index; parts that nobody wants go to names that nobody reads."""
    if any(one.actions for one in targets):
        remarks.append(tr("transformations of single parts were left out"))
    by_index = {max(0, min(one.index, _MOST_FIELDS - 1)): one.name for one in targets}
    if len(by_index) < len(targets):
        by_index = dict(enumerate(one.name for one in targets))
    return {**row, "to": [by_index.get(place, f"unused_{place}") for place in range(max(by_index) + 1)]}
