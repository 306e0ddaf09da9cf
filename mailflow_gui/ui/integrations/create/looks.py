"""The nodes of the flow rail. Pure."""

from __future__ import annotations

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Profile
from mailflow_gui.ui.integrations.create.draft import Draft, problems_of
from mailflow_gui.ui.integrations.create.flow_rail import Node
from mailflow_gui.ui.integrations.status import look_of_step


def nodes_of(draft: Draft, catalog: Catalog, profile: Profile, choosing: int) -> list[Node]:
    """The nodes of the rail; `choosing` is the place whose connection and action are being chosen, -1 for none."""
    return [_node(draft, index, catalog, profile, index == choosing) for index in range(len(draft.places))]


def _node(draft: Draft, index: int, catalog: Catalog, profile: Profile, choosing: bool) -> Node:
    step = draft.places[index]
    place = _place(index, draft)
    ready_before = index == 0 or draft.is_placed(0)
    if step is None or (not step.kind and not step.connection):
        icon, tone = look_of_step(step, catalog) if step is not None else ("", "neutral")
        title = catalog.title_of(step) if step is not None else tr("Choose a connection")
        caption = tr("choose a connection") if step is not None else ""
        return Node(place, title, caption, icon, tone, clickable=ready_before)
    icon, tone = look_of_step(step, catalog)
    opens = step.is_connection or index in (0, draft.last)
    if choosing and step.connection:
        return Node(place, step.connection, tr("choose an action"), icon, tone)
    problems = problems_of(draft, index, profile, catalog)
    missing = problems[0] if problems else ""
    return Node(place, catalog.title_of(step), step.connection, icon, tone, missing, clickable=opens)


def _place(index: int, draft: Draft) -> str:
    word = tr("Start") if index == 0 else tr("Finish") if index == draft.last else ""
    if len(draft.places) == 2:
        return word
    return " · ".join(part for part in (str(index + 1), word) if part)
