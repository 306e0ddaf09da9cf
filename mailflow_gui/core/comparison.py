"""What differs between two versions of an integration, step by step, in people's words. Pure, any thread."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Choice, Duration, Field, Flag, Plain, Rows
from mailflow_gui.core.language import later, quoted, tr
from mailflow_gui.core.model import Flow, Integration, Step
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import EMAIL
from mailflow_gui.core.words import duration_in_words

BLANK = later("(blank)")


class Change(StrEnum):
    """What became of a step."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting: its label and both values in words. Of lists and long texts only the lines that differ."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StepChange:
    """One step that differs. `number` is its place as people count (“3”, “3.1” within a branch), of a removed one
    its old place. A moved step may have other settings, too."""

    change: Change
    number: str
    title: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs; empty when two versions do the same."""

    differences: tuple[Difference, ...] = ()
    steps: tuple[StepChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.differences or self.steps)


def compare(before: Integration, after: Integration, catalog: Catalog) -> Comparison:
    """What differs between what runs in two versions (`steps`; pass a copy to compare a draft)."""
    named = ((tr("Name"), before.name, after.name), (tr("Description"), before.description, after.description))
    differences = tuple(_difference(label, old, new) for label, old, new in named if old != new)
    return Comparison(differences, tuple(_steps(before.steps, after.steps, catalog)))


@dataclass(frozen=True, slots=True)
class _Place:
    """A step where it stands: its number, and the flow it is in."""

    step: Step
    number: str
    flow: str = ""


def _places(steps: Sequence[Step], before: str = "", flow: str = "") -> Iterator[_Place]:
    for index, step in enumerate(steps, 1):
        number = f"{before}{index}"
        yield _Place(step, number, flow)
        for branch_number, branch in enumerate(step.flows, 1):
            yield from _places(branch.steps, f"{number}.{branch_number}.", branch.id)


def _steps(before: Sequence[Step], after: Sequence[Step], catalog: Catalog) -> Iterator[StepChange]:
    """In the order of the newer version; a removed step comes where it was."""
    old = {place.step.id: place for place in _places(before)}
    new = {place.step.id: place for place in _places(after)}
    stayed = _in_order([one for one in old if one in new], list(new))
    gone = [place for place in old.values() if place.step.id not in new]
    for id, place in new.items():
        if id not in old:
            yield StepChange(Change.ADDED, place.number, catalog.title_of(place.step))
            continue
        there = list(old)
        while gone and there.index(gone[0].step.id) < there.index(id):
            yield _removed(gone.pop(0), catalog)
        was = old[id]
        differences = tuple(_settings(was.step, place.step, catalog))
        moved = id not in stayed or was.flow != place.flow
        if moved or differences:
            change = Change.MOVED if moved else Change.CHANGED
            yield StepChange(change, place.number, catalog.title_of(place.step), differences)
    for one in gone:
        yield _removed(one, catalog)


def _removed(place: _Place, catalog: Catalog) -> StepChange:
    return StepChange(Change.REMOVED, place.number, catalog.title_of(place.step))


def _in_order(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The steps that need not have moved: the longest row of them whose order is the same in both."""
    rank = {id: place for place, id in enumerate(new)}
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str] = {}
    for id in old:
        place = bisect_left(tails, rank[id])
        if place:
            before[id] = ends[place - 1]
        tails[place : place + 1] = [rank[id]]
        ends[place : place + 1] = [id]
    found = set()
    one = ends[-1] if ends else ""
    while one:
        found.add(one)
        one = before.get(one, "")
    return found


# Settings of one step.


def _settings(before: Step, after: Step, catalog: Catalog) -> Iterator[Difference]:
    if (before.kind, before.action) != (after.kind, after.action):
        yield Difference(tr("Step"), catalog.title_of(before), catalog.title_of(after))
    if before.connection != after.connection:
        yield _difference(tr("Connection"), before.connection, after.connection)
    if before.disabled != after.disabled:
        words = {True: tr("Disabled"), False: tr("On")}
        yield Difference(tr("Step"), words[before.disabled], words[after.disabled])
    yield from _values(_Read.of(before, catalog), _Read.of(after, catalog))
    yield from _flows(before.flows, after.flows, after, catalog)


def _flows(before: Sequence[Flow], after: Sequence[Flow], step: Step, catalog: Catalog) -> Iterator[Difference]:
    old = {flow.id: (number, flow) for number, flow in enumerate(before, 1)}
    settings = _flow_settings(step, catalog)
    for number, flow in enumerate(after, 1):
        if flow.id not in old:
            yield Difference(tr("Flow {number}", number=number), "", tr("Added"))
            continue
        was_number, was = old.pop(flow.id)
        if was_number != number:
            yield Difference(
                tr("Flow {number}", number=number),
                tr("Was flow {number}", number=was_number),
                tr("Is flow {number}", number=number),
            )
        for one in _values(_Read(was.values, settings), _Read(flow.values, settings)):
            yield Difference(tr("Flow {number}, {label}", number=number, label=one.label), one.before, one.after)
    for number, _ in old.values():
        yield Difference(tr("Flow {number}", number=number), "", tr("Removed"))


def _flow_settings(step: Step, catalog: Catalog) -> type[Settings] | None:
    try:
        return None if step.is_connection else catalog.step(step.kind).flow
    except SettingsError:
        return None


@dataclass(frozen=True, slots=True)
class _Read:
    """Raw values and the class that declares them; None for a kind that is not known here."""

    values: Mapping[str, Plain]
    settings: type[Settings] | None
    typed: Settings | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "typed", self.settings.check(self.values)[0] if self.settings else None)

    @classmethod
    def of(cls, step: Step, catalog: Catalog) -> _Read:
        try:
            return cls(step.values, catalog.settings_of(step))
        except SettingsError:
            return cls(step.values, None)

    def words(self, key: str) -> str | list[str]:
        """A value in words; the rows of a list one by one."""
        declared = self.settings.FIELDS.get(key) if self.settings else None
        if declared is None or self.typed is None:
            return _plain(self.values.get(key))
        return _worded(declared, self.typed.get(key))


def _values(before: _Read, after: _Read) -> Iterator[Difference]:
    known = after.settings or before.settings
    keys = list(known.FIELDS) if known else []
    keys += [key for key in {**before.values, **after.values} if key not in keys and known is None]
    for key in keys:
        old, new = before.words(key), after.words(key)
        if old != new:
            label = known.FIELDS[key].label if known else key
            yield _difference(label, old, new)


def _difference(label: str, old: str | list[str], new: str | list[str]) -> Difference:
    """Both values; of lists and of texts with several lines only what the other one does not have."""
    before = old.splitlines() if isinstance(old, str) else old
    after = new.splitlines() if isinstance(new, str) else new
    if len(before) > 1 or len(after) > 1:
        told = list(difflib.ndiff(before, after))
        before = [line[2:] for line in told if line.startswith("- ")]
        after = [line[2:] for line in told if line.startswith("+ ")]
    return Difference(label, "\n".join(before) or tr(BLANK), "\n".join(after) or tr(BLANK))


def _worded(declared: Field[object], value: object) -> str | list[str]:
    if isinstance(declared, Rows):
        return [row_in_words(row) for row in value] if isinstance(value, tuple | list) else []
    if isinstance(declared, Flag):
        return tr("On") if value else tr("Off")
    if isinstance(declared, Duration) and isinstance(value, int):
        return duration_in_words(value) if value > 0 else str(value)
    if isinstance(declared, Choice):
        return next((one.label for one in declared.options if one.value == value), str(value))
    return str(value)


def row_in_words(row: Plain) -> str:
    """A rule, a mapping, or any other row of a list in one line."""
    if not isinstance(row, Mapping):
        return _plain(row)
    if "op" in row:
        return f"{_field(row.get('path'))} {row.get('op')} {quoted(_plain(row.get('value')))}"
    if "to" in row:
        return _mapping(row)
    return ", ".join(f"{key}: {_plain(value)}" for key, value in row.items())


def _mapping(row: Mapping[str, Plain]) -> str:
    taken = row.get("from")
    sources = [_field(one) for one in taken] if isinstance(taken, list | tuple) else [_field(taken)] if taken else []
    if "constant" in row:
        sources = [quoted(_plain(row["constant"]))]
    targets = row.get("to")
    goals = [_field(one) for one in targets] if isinstance(targets, list | tuple) else [_field(targets)]
    said = f"{' + '.join(sources)} → {', '.join(goals)}"
    chain = row.get("transformations")
    extra = [_transformation(one) for one in chain] if isinstance(chain, list | tuple) else []
    extra += [f"{key} {_plain(row[key])}" for key in ("combine", "split") if row.get(key)]
    condition = row.get("when")
    if isinstance(condition, Mapping):
        extra.append(tr("if {condition}", condition=row_in_words(condition)))
    return f"{said} ({'; '.join(extra)})" if extra else said


def _transformation(row: Plain) -> str:
    """“Trim”, “Prepend “Re: ””."""
    if not isinstance(row, Mapping):
        return _plain(row)
    parts = []
    for name, values in row.items():
        given = values.values() if isinstance(values, Mapping) else ()
        parts.append(" ".join([name, *(quoted(one) if isinstance(one, str) else _plain(one) for one in given)]))
    return ", ".join(parts)


def _field(path: Plain) -> str:
    text = _plain(path)
    known = EMAIL.field(text.removeprefix("message."))
    return known.label if known is not None else text


def _plain(value: Plain) -> str:
    """Any plain value in one line."""
    if isinstance(value, Mapping):
        parts = [f"{key} {_plain(one)}".strip() for key, one in value.items()]
        return ", ".join(parts)
    if isinstance(value, list | tuple):
        return ", ".join(_plain(one) for one in value)
    return "" if value is None else str(value)
