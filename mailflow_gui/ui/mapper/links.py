"""Which field is joined with which, and where the lines between them run now. GUI thread."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.ui.mapper.curves import Curve
from mailflow_gui.ui.mapper.field_list import FieldList
from mailflow_gui.ui.mapper.rows import GroupKey, target_key


@dataclass(frozen=True, slots=True)
class Link:
    """A source and a target of one mapping. `broken`: an end of the mapping is gone."""

    line: int
    source: Hashable
    target: Hashable
    broken: bool


def links_of(draft: MappingDraft) -> list[Link]:
    """Every source of every mapping with each of its targets."""
    found: list[Link] = []
    for line in draft.lines:
        broken = draft.is_orphaned(line)
        sources = [draft.canonical(one) for one in line.sources]
        targets = [target_key(draft, name) for name in line.targets]
        found += [Link(line.id, source, target, broken) for source in sources for target in targets]
    return found


def curves_of(
    links: Sequence[Link],
    sources: FieldList,
    targets: FieldList,
    homes: Mapping[Hashable, GroupKey],
    closed: Collection[GroupKey],
) -> list[Curve]:
    """The line of each link, scrolled out or not; none for a field that a search hides."""
    starts = _ends(sources, {link.source for link in links}, homes, closed)
    ends = _ends(targets, {link.target for link in links}, homes, closed)
    return [
        Curve(link.line, link.source, link.target, starts[link.source], ends[link.target], link.broken)
        for link in links
        if link.source in starts and link.target in ends
    ]


def port_x(fields: FieldList) -> float:
    """Where the ports of a list are: at its inner edge."""
    place = fields.geometry()
    return place.right() + 1.5 if fields.side == "source" else place.left() - 0.5


def _ends(
    fields: FieldList, keys: set[Hashable], homes: Mapping[Hashable, GroupKey], closed: Collection[GroupKey]
) -> dict[Hashable, QPointF]:
    """A field's port, its closed group's when it is hidden there; never beyond the list's edges."""
    place, x = fields.geometry(), port_x(fields)
    top, bottom, shift = place.top(), place.bottom(), fields.verticalScrollBar().value()
    places, tops = fields.model_of.places, fields.model_of.tops
    found: dict[Hashable, QPointF] = {}
    for key in keys:
        row = places.get(key)
        if row is None and homes.get(key) in closed:
            row = places.get(homes[key])
        if row is not None:
            y = top + (tops[row] + tops[row + 1]) / 2 - shift
            found[key] = QPointF(x, min(max(y, top), bottom))
    return found
