"""What the data mapper's choosers offer: sources, targets, transformations. GUI thread."""

from __future__ import annotations

from mailflow_gui.core.language import tr
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mappings import Constant
from mailflow_gui.core.transformations.table import TRANSFORMATIONS
from mailflow_gui.ui.mapper.chooser import Offer


def source_offers(draft: MappingDraft) -> list[Offer]:
    """Every field, constant and header."""
    offers = [
        Offer(field.path, field.label, f"{group.number} · {group.title}")
        for group in draft.sides.groups
        for field in group.fields
    ]
    offers += [Offer(Constant(one.text), one.name, tr("Constants")) for one in draft.state.constants]
    return offers + [Offer(path, path.removeprefix("headers."), tr("Headers")) for path in draft.state.headers]


def target_offers(draft: MappingDraft) -> list[Offer]:
    """The targets that nothing fills yet."""
    sides = draft.sides
    return [Offer(one.name, one.label, sides.title) for one in sides.targets if draft.filling(one.name) is None]


def transformation_offers() -> list[Offer]:
    """Every transformation, by group."""
    return [Offer(one.name, one.label, one.group, one.help) for one in TRANSFORMATIONS.values()]
