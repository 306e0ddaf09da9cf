"""A flow of an export as an integration. What is missing leaves an open place, so that nothing starts half. Pure.

An imported integration that lacks a filter would send what it should not: it stays a draft until a person has looked.
"""

from __future__ import annotations

from dataclasses import dataclass

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.store.fuse.connections import Adoption
from mailflow_gui.store.fuse.documents import FuseFlow, FuseIntegration
from mailflow_gui.store.fuse.steps import RECEIVE_ACTION, SEND_ACTION, Context, Converted, convert_step
from mailflow_gui.store.fuse.trail import Trail

_MOST_WORDS = 6_000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A step that did not come along, why, and the id of the open place that stands for it."""

    title: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Our integration, what was left out of it, and what a person should look at."""

    integration: Integration
    left_out: tuple[LeftOut, ...]
    remarks: tuple[str, ...]


def convert_flow(flow: FuseFlow, owner: FuseIntegration, name: str, adoption: Adoption, catalog: Catalog) -> Flow:
    """The integration of this flow under this name."""
    steps: list[Step] = []
    left_out: list[LeftOut] = []
    remarks = [f"its {extra} did not come along" for extra in owner.extras]
    trail = Trail()
    last = len(flow.steps) - 1
    for index, one in enumerate(flow.steps):
        done = convert_step(one, Context(trail, adoption, catalog))
        trail = trail.then(done.output) if done.output is not None else trail
        if done.step is None:
            place, advice = _open_place(one.title, index, last)
            left_out.append(LeftOut(one.title, f"{done.reason}; {advice}", place.id))
            steps.append(place)
            continue
        steps.append(done.step)
        remarks += _about(done, catalog)
    integration = Integration(name, tuple(steps), _description(owner.description, left_out, remarks))
    return Flow(integration, tuple(left_out), tuple(remarks))


def _open_place(title: str, index: int, last: int) -> tuple[Step, str]:
    """What stands for a missing step, and what to do: choose a connection, or replace a step of no known kind."""
    if index == 0:
        return Step(action=RECEIVE_ACTION), "choose a connection that starts the integration"
    if index == last:
        return Step(action=SEND_ACTION), "choose a connection that finishes the integration"
    return Step(kind=f"{title} (Fuse Online)"), "replace or remove the step in its place"


def _about(done: Converted, catalog: Catalog) -> list[str]:
    title = catalog.title_of(done.step) if done.step is not None else ""
    return [f"{title}: {one}" for one in done.remarks]


def _description(own: str, left_out: list[LeftOut], remarks: list[str]) -> str:
    """The person's own words, then what is missing."""
    lines = [f"- “{one.title}” is missing: {one.reason}." for one in left_out]
    lines += [f"- {one.rstrip('.')}." for one in remarks]
    if not lines:
        return own.strip()
    text = "\n".join(("Imported from Fuse Online. Look at this before you start it:", *lines))
    return f"{own.strip()[:_MOST_WORDS]}\n\n{text[:_MOST_WORDS]}".strip()
