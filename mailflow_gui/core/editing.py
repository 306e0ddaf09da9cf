"""Editing a flow: pure operations on its steps by id, and the work with undo and redo. Any thread.

A level is the flow itself ("") or one branch (its id); a place is an index within a level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from mailflow_gui.core.copies import copy_steps
from mailflow_gui.core.model import Flow, Integration, Step, walk

Steps = tuple[Step, ...]

#: So many steps back are kept.
MOST_UNDO = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step stands, or is to be put: before the step that has this `index` on this `level` now."""

    level: str
    index: int


def find(steps: Steps, id: str) -> Step | None:
    """The step of this id, in whatever branch it is."""
    return next((step for step in walk(steps) if step.id == id), None)


def level_of(steps: Steps, level: str) -> Steps:
    """The steps of a level; none when there is no such branch."""
    if not level:
        return steps
    return next((flow.steps for step in walk(steps) for flow in step.flows if flow.id == level), ())


def place_of(steps: Steps, id: str, level: str = "") -> Place | None:
    """Where the step of this id stands."""
    for index, step in enumerate(steps):
        if step.id == id:
            return Place(level, index)
        for flow in step.flows:
            found = place_of(flow.steps, id, flow.id)
            if found is not None:
                return found
    return None


def before(steps: Steps, place: Place) -> Steps:
    """The steps that a message passes on the way to a place: those before it, and before the branch it is in."""
    return tuple(_before(steps, place, "") or ())


def _before(steps: Steps, place: Place, level: str) -> list[Step] | None:
    if level == place.level:
        return list(steps[: place.index])
    for index, step in enumerate(steps):
        for flow in step.flows:
            inner = _before(flow.steps, place, flow.id)
            if inner is not None:
                return [*steps[: index + 1], *inner]
    return None


def after(steps: Steps, place: Place) -> Steps:
    """The steps that a message passes from a place on, at the same level and then below the branch it is in."""
    return tuple(_after(steps, place, "") or ())


def _after(steps: Steps, place: Place, level: str) -> list[Step] | None:
    if level == place.level:
        return list(steps[place.index :])
    for index, step in enumerate(steps):
        for flow in step.flows:
            inner = _after(flow.steps, place, flow.id)
            if inner is not None:
                return [*inner, *steps[index + 1 :]]
    return None


def inserted(steps: Steps, place: Place, *new: Step) -> Steps:
    """The flow with new steps at a place."""
    return _on_level(steps, place.level, lambda level: (*level[: place.index], *new, *level[place.index :]))


def replaced(steps: Steps, step: Step) -> Steps:
    """The flow with a step in the place of the one that has its id."""
    return _each(steps, lambda one: [step if one.id == step.id else one])


def removed(steps: Steps, id: str) -> Steps:
    """The flow without a step (and without its branches)."""
    return _each(steps, lambda one: [] if one.id == id else [one])


def moved(steps: Steps, id: str, place: Place) -> Steps:
    """The flow with a step at another place, as it counts now; unchanged when that lies in a branch of the step."""
    step, here = find(steps, id), place_of(steps, id)
    if step is None or here is None or place.level in {flow.id for one in walk((step,)) for flow in one.flows}:
        return steps
    index = place.index - (place.level == here.level and here.index < place.index)
    return inserted(removed(steps, id), Place(place.level, index), step)


def duplicated(steps: Steps, id: str) -> tuple[Steps, str]:
    """The flow with a copy after a step, and the copy's id; "" when there is no such step."""
    step, here = find(steps, id), place_of(steps, id)
    if step is None or here is None:
        return steps, ""
    (copy,) = copy_steps((step,))
    return inserted(steps, Place(here.level, here.index + 1), copy), copy.id


def with_flows(steps: Steps, id: str, flows: tuple[Flow, ...]) -> Steps:
    """The flow with other branches of a step; a branch of a known id keeps its steps."""
    step = find(steps, id)
    if step is None:
        return steps
    known = {flow.id: flow.steps for flow in step.flows}
    kept = tuple(replace(flow, steps=known.get(flow.id, flow.steps)) for flow in flows)
    return replaced(steps, replace(step, flows=kept))


def _each(steps: Steps, change: Callable[[Step], list[Step]]) -> Steps:
    """Every step through a function that gives what stands in its place, innermost first."""
    return tuple(_changed(steps, change))


def _changed(steps: Steps, change: Callable[[Step], list[Step]]) -> Iterator[Step]:
    for step in steps:
        for one in change(step):
            if one is step and step.flows:
                yield replace(one, flows=tuple(replace(flow, steps=_each(flow.steps, change)) for flow in one.flows))
            else:
                yield one


def _on_level(steps: Steps, level: str, change: Callable[[Steps], Steps]) -> Steps:
    if not level:
        return change(steps)

    def in_step(step: Step) -> Step:
        flows = tuple(
            replace(flow, steps=change(flow.steps) if flow.id == level else tuple(map(in_step, flow.steps)))
            for flow in step.flows
        )
        return replace(step, flows=flows) if step.flows else step

    return tuple(map(in_step, steps))


@dataclass(slots=True)
class Work:
    """The integration being edited, with what was undone and what can be: each with words for the person."""

    integration: Integration
    saved: Integration
    _done: list[tuple[Integration, str, str]] = field(default_factory=list)
    _undone: list[tuple[Integration, str]] = field(default_factory=list)

    @property
    def steps(self) -> Steps:
        """The steps as they are now."""
        return self.integration.working

    @property
    def changed(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.integration != self.saved

    def change(self, steps: Steps, words: str, merge: str = "") -> None:
        """Other steps. Changes with the same `merge` in a row (typing in one field) are undone together."""
        self.apply(self.integration.with_draft(steps), words, merge)

    def apply(self, integration: Integration, words: str, merge: str = "") -> None:
        """Another state of the whole."""
        if integration == self.integration:
            return
        if not (merge and self._done and self._done[-1][2] == merge and not self._undone):
            self._done.append((self.integration, words, merge))
            del self._done[:-MOST_UNDO]
        self._undone.clear()
        self.integration = integration

    def undo(self) -> str:
        """Takes the last change back; gives its words, "" when there was none."""
        if not self._done:
            return ""
        earlier, words, _ = self._done.pop()
        self._undone.append((self.integration, words))
        self.integration = earlier
        return words

    def redo(self) -> str:
        """Makes the last undone change again; gives its words, "" when there was none."""
        if not self._undone:
            return ""
        later, words = self._undone.pop()
        self._done.append((self.integration, words, ""))
        self.integration = later
        return words

    @property
    def next_undo(self) -> str:
        """The words of what would be undone, "" when there is nothing."""
        return self._done[-1][1] if self._done else ""

    @property
    def next_redo(self) -> str:
        """The words of what would be made again, "" when there is nothing."""
        return self._undone[-1][1] if self._undone else ""

    def mark_saved(self, saved: Integration) -> None:
        """It lies in the profile now, as `saved`; what was done can still be undone."""
        self.integration = self.saved = saved
