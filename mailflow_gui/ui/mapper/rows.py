"""The rows of both lists of the data mapper, and how each looks now. Plain values, no widget. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_lines import Line
from mailflow_gui.core.mapping_results import LineResult, Results, shown_value
from mailflow_gui.core.mapping_sides import same_name
from mailflow_gui.core.mappings import Constant, Source
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.shapes import DATE
from mailflow_gui.ui import times

CONSTANTS, HEADERS, LOST = "constants", "headers", "lost"


@dataclass(frozen=True, slots=True)
class GroupKey:
    """Names a group: a step's id, or one of CONSTANTS, HEADERS, LOST."""

    of: Hashable


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a group's head, or a field. `key` is a GroupKey, a Source, or a target's name."""

    key: Hashable
    title: str
    group: GroupKey
    icon: str = ""
    tone: str = "neutral"
    action: str = ""
    broken: bool = False

    @property
    def is_group(self) -> bool:
        """Whether this is a group's head."""
        return isinstance(self.key, GroupKey)


@dataclass(slots=True)
class Look:
    """What a row shows beside its title. `spoken` is what a screen reader says after it."""

    value: str = ""
    spoken: str = ""
    mapped: bool = False
    selected: bool = False
    typed: bool = False
    trouble: bool = False
    dimmed: bool = False
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class TileOf:
    """Icon and tone of a step's tile."""

    icon: str = "mail"
    tone: str = "neutral"


Tiles = Callable[[str], TileOf]


@dataclass(slots=True)
class Folding:
    """Which groups are closed, and what is searched for."""

    closed: set[GroupKey] = field(default_factory=set)
    wanted: str = ""

    def shows(self, title: str) -> bool:
        """Whether a field of this title is among what is searched for."""
        return not self.wanted or self.wanted.casefold() in title.casefold()


def source_rows(draft: MappingDraft, tiles: Tiles, folding: Folding) -> list[Row]:
    """The left list: a group for each earlier step, then constants, headers, and what is gone."""
    rows: list[Row] = []
    for group in draft.sides.groups:
        head, tile = GroupKey(group.step_id), tiles(group.step_id)
        fields = [Row(one.path, one.label, head) for one in group.fields]
        rows += _grouped(Row(head, f"{group.number} · {group.title}", head, tile.icon, tile.tone), fields, folding)
    head = GroupKey(CONSTANTS)
    fields = [Row(Constant(one.text), one.name, head) for one in draft.state.constants]
    rows += _grouped(Row(head, tr("Constants"), head, "lock", action=tr("Add")), fields, folding)
    head = GroupKey(HEADERS)
    fields = [Row(path, path.removeprefix("headers."), head) for path in draft.state.headers]
    rows += _grouped(Row(head, tr("Headers"), head, "mail", action=tr("Add")), fields, folding)
    head = GroupKey(LOST)
    lost = dict.fromkeys(path for line in draft.lines for path in draft.lost_sources(line))
    fields = [Row(path, path, head, broken=True) for path in lost]
    return rows + (
        _grouped(Row(head, tr("No longer there"), head, "warning", "warning"), fields, folding) if lost else []
    )


def target_rows(draft: MappingDraft, tiles: Tiles, folding: Folding) -> list[Row]:
    """The right list: the fields of the next consumer, and what is gone."""
    sides, rows = draft.sides, []
    if sides.targets:
        head, tile = GroupKey(sides.consumer), tiles(sides.consumer)
        fields = [Row(one.name, one.label, head) for one in sides.targets]
        rows = _grouped(Row(head, sides.title, head, tile.icon, tile.tone), fields, folding)
    head = GroupKey(LOST)
    lost = dict.fromkeys(name for line in draft.lines for name in draft.lost_targets(line))
    fields = [Row(name, name, head, broken=True) for name in lost]
    return rows + (
        _grouped(Row(head, tr("No longer there"), head, "warning", "warning"), fields, folding) if lost else []
    )


def _grouped(head: Row, fields: list[Row], folding: Folding) -> list[Row]:
    shown = [one for one in fields if folding.shows(one.title)]
    if folding.wanted:  # a search opens every group, and leaves out those without a hit
        return [head, *shown] if shown else []
    return [head] if head.group in folding.closed else [head, *fields]


class Words:
    """What is said of each mapping, kept for as long as it is the same one: a selection changes none of them."""

    def __init__(self) -> None:
        self._about: tuple[object, object] | None = None
        self._known: dict[tuple[int, bool], tuple[Line, str]] = {}

    def mapped_to(self, draft: MappingDraft, line: Line) -> str:
        """“mapped to Email subject with Trim”."""
        return self._said(draft, line, False, _mapped_words)

    def mapped_from(self, draft: MappingDraft, line: Line) -> str:
        """“mapped from Email subject with Trim”."""
        return self._said(draft, line, True, _filled_words)

    def _said(self, draft: MappingDraft, line: Line, back: bool, say: Callable[[MappingDraft, Line], str]) -> str:
        about = (draft.sides, draft.state.constants)  # where the names in the words come from
        if self._about is None or self._about[0] is not about[0] or self._about[1] is not about[1]:
            self._about = about
            self._known.clear()
        known = self._known.get((line.id, back))
        if known is None or known[0] is not line:
            known = self._known[line.id, back] = (line, say(draft, line))
        return known[1]


def source_looks(
    draft: MappingDraft,
    rows: list[Row],
    selected: Line | None,
    sample: Exchange | None,
    known: dict[Hashable, str],
    words: Words,
) -> dict[Hashable, Look]:
    """How the rows of the left list look. `known` keeps the values of the sample."""
    looks: dict[Hashable, Look] = {}
    by_source = _by_source(draft)
    for row in rows:
        if isinstance(row.key, GroupKey):
            continue
        source: Source = row.key  # type: ignore[assignment]  # the keys of this list are sources
        lines = by_source.get(source, [])
        value = known.get(source, "")
        if not value:
            value = tr("is no longer provided") if row.broken else _sample_value(draft, source, sample)
            known[source] = value
        mapped = "; ".join(words.mapped_to(draft, line) for line in lines) or tr("not mapped")
        looks[source] = Look(
            value,
            f"{mapped}. {value}" if value else mapped,
            mapped=bool(lines),
            selected=any(line is selected for line in lines),
            trouble=row.broken,
        )
    return looks


def target_looks(
    draft: MappingDraft, rows: list[Row], selected: Line | None, results: Results, words: Words
) -> dict[Hashable, Look]:
    """How the rows of the right list look: what each target would get."""
    looks: dict[Hashable, Look] = {}
    filled = {name: line for line in reversed(draft.lines) for name in line.targets}
    for row in rows:
        if isinstance(row.key, GroupKey):
            continue
        name = str(row.key)
        line = filled.get(name) or draft.filling(name)
        if line is None:
            look = _unmapped(draft, name)
        else:
            look = _filled(draft, name, words.mapped_from(draft, line), results.get(line.id))
        look.selected = selected is not None and line is selected
        look.trouble = look.trouble or row.broken
        looks[row.key] = look
    return looks


def _by_source(draft: MappingDraft) -> dict[Source, list[Line]]:
    found: dict[Source, list[Line]] = {}
    for line in draft.lines:
        for source in line.sources:
            lines = found.setdefault(draft.canonical(source), [])
            if not lines or lines[-1] is not line:
                lines.append(line)
    return found


def target_key(draft: MappingDraft, name: str) -> str:
    """The key of the row of a target."""
    found = draft.target(name)
    return found.name if found is not None else name


def _mapped_words(draft: MappingDraft, line: Line) -> str:
    names = ", ".join(draft.target_label(name) for name in line.targets)
    chain = ", ".join(use.label for use in line.chain)
    if not chain:
        return tr("mapped to {names}", names=names)
    return tr("mapped to {names} with {chain}", names=names, chain=chain)


def _sample_value(draft: MappingDraft, source: Source, sample: Exchange | None) -> str:
    if isinstance(source, Constant):
        return shown_value(source.text)
    if sample is None:
        return ""
    field = draft.field(source)
    value = sample.value(source)
    if field is not None and field.kind == DATE and isinstance(value, str):
        return times.long_moment(value)
    return shown_value(value) or (tr("none") if isinstance(value, tuple) else tr("(empty)"))


def _unmapped(draft: MappingDraft, name: str) -> Look:
    field = draft.target(name)
    if field is not None and field.typed:
        return Look(shown_value(field.typed), tr("typed value {typed}", typed=field.typed), typed=True)
    return Look(tr("Not mapped"), tr("not mapped"))


def _filled_words(draft: MappingDraft, line: Line) -> str:
    sources = ", ".join(map(draft.source_label, line.sources)) or tr("nothing")
    chain = ", ".join(use.label for use in line.chain)
    if not chain:
        return tr("mapped from {sources}", sources=sources)
    return tr("mapped from {sources} with {chain}", sources=sources, chain=chain)


def _filled(draft: MappingDraft, name: str, words: str, result: LineResult | None) -> Look:
    field = draft.target(name)
    typed = field.typed if field is not None else ""
    if result is None:
        return Look("", words, mapped=True)
    if result.trouble:
        return Look(result.trouble, f"{words}. {result.trouble}", mapped=True, trouble=True)
    value = value_of(result, name)
    if typed and (draft.sides.typed_wins or not shown_value(value).strip()):
        said = f"{words}. {tr('Typed value {typed}', typed=typed)}"
        return Look(shown_value(typed), said, mapped=True, typed=True)
    shown = shown_value(value) or (tr("Condition does not hold") if result.skipped else tr("(empty)"))
    return Look(shown, f"{words}. {shown}", mapped=True)


def value_of(result: LineResult, target: str) -> FieldValue:
    """What a target gets."""
    values: Mapping[str, FieldValue] = result.values
    return next((value for name, value in values.items() if same_name(name, target)), None)
