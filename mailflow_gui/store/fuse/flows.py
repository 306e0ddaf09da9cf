"""A flow of an export as an integration. What is missing leaves an open place, so that nothing starts half. Pure.

An imported integration that lacks a filter would send what it should not: it stays a draft until a person has looked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailflow_gui.core import model
from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.store.fuse.branches import CHOICE, Branch, branches_of, condition_of
from mailflow_gui.store.fuse.connections import Adoption
from mailflow_gui.store.fuse.documents import FuseFlow, FuseIntegration, FuseStep
from mailflow_gui.store.fuse.settling import settle
from mailflow_gui.store.fuse.spans import AGGREGATE, SPLIT, Span
from mailflow_gui.store.fuse.steps import RECEIVE_ACTION, SEND_ACTION, Context, convert_step
from mailflow_gui.store.fuse.trail import Origin, Output, Trail

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
    route = _Route(owner, adoption, catalog)
    route.remarks += [tr("its {extra} did not come along", extra=extra) for extra in owner.extras]
    steps, _ = route.convert(flow.steps, Trail(), in_branch=False)
    integration = Integration(name, steps, _description(owner.description, route.left_out, route.remarks))
    return Flow(integration, tuple(route.left_out), tuple(route.remarks))


@dataclass(slots=True)
class _Route:
    """One integration on its way to ours, with what is to be told about it."""

    owner: FuseIntegration
    adoption: Adoption
    catalog: Catalog
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def convert(self, steps: Sequence[FuseStep], trail: Trail, *, in_branch: bool) -> tuple[tuple[Step, ...], Trail]:
        """The steps of a flow or of a branch, and the trail behind them."""
        made: list[Step] = []
        spans: list[Span] = []
        last = len(steps) - 1
        for index, one in enumerate(steps):
            if one.kind == CHOICE and not in_branch:
                step, trail = self._choice(one, trail)
                made.append(step)
                continue
            done = convert_step(one, Context(trail, self.adoption, self.catalog, spans[-1] if spans else None))
            if one.kind == SPLIT and done.step is not None:
                spans.append(Span(one, trail))
            elif one.kind == AGGREGATE and spans:
                trail = spans.pop().before  # what single items had is out of reach behind it
            trail = trail.then(done.output) if done.output is not None else trail
            if done.step is not None:
                title = self.catalog.title_of(done.step)
                self.remarks += [f"{title}: {remark}" for remark in done.remarks]
                made.append(done.step)
            else:
                made.append(self._open(one.title, done.reason, *((1, 2) if in_branch else (index, last))))
        return tuple(made), trail

    def _choice(self, one: FuseStep, trail: Trail) -> tuple[Step, Trail]:
        """A step with a branch for each condition. What its branches made is unknown behind it, unless none did."""
        flows: list[model.Flow] = []
        changed = False
        for branch in branches_of(one, self.owner):
            flow, behind = self._branch(one, branch, trail)
            flows.append(flow)
            changed = changed or not _same(behind.latest, trail.latest)
        step = Step(kind="conditional-flows", flows=tuple(flows))
        if changed or trail.latest is None:
            return step, trail.then(Output(one.id, one.title, Origin.GONE))
        return step, trail.then(replace(trail.latest, id=one.id))

    def _branch(self, one: FuseStep, branch: Branch, trail: Trail) -> tuple[model.Flow, Trail]:
        raw, remark = condition_of(branch, trail.body_path)
        if remark:
            self.remarks.append(f"{one.title}: {remark}")
        kind = self.catalog.step("conditional-flows")
        values = settle(kind.flow, raw).values if kind.flow is not None else raw
        if branch.flow is None:
            place = self._open(tr("Flow"), tr("its steps are not in the file"), 1, 2)
            return model.Flow(values, (place,)), trail
        if branch.entry and trail.latest is not None:
            trail = trail.then(replace(trail.latest, id=branch.entry))
        steps, behind = self.convert(branch.steps, trail, in_branch=True)
        return model.Flow(values, steps), behind

    def _open(self, title: str, reason: str, index: int, last: int) -> Step:
        place, advice = _open_place(title, index, last)
        self.left_out.append(LeftOut(title, f"{reason}; {advice}", place.id))
        return place


def _same(one: Output | None, other: Output | None) -> bool:
    """Whether two outputs are the same body under different ids."""
    return one is not None and other is not None and replace(one, id=other.id) == other


def _open_place(title: str, index: int, last: int) -> tuple[Step, str]:
    """What stands for a missing step, and what to do: choose a connection, or replace a step of no known kind."""
    if index == 0:
        return Step(action=RECEIVE_ACTION), tr("choose a connection that starts the integration")
    if index == last:
        return Step(action=SEND_ACTION), tr("choose a connection that finishes the integration")
    return Step(kind=f"{title} (Fuse Online)"), tr("replace or remove the step in its place")


def _description(own: str, left_out: list[LeftOut], remarks: list[str]) -> str:
    """The person's own words, then what is missing."""
    lines = [tr("- “{title}” is missing: {reason}.", title=one.title, reason=one.reason) for one in left_out]
    lines += [f"- {one.rstrip('.')}." for one in remarks]
    if not lines:
        return own.strip()
    text = "\n".join((tr("Imported from Fuse Online. Look at this before you start it:"), *lines))
    return f"{own.strip()[:_MOST_WORDS]}\n\n{text[:_MOST_WORDS]}".strip()
