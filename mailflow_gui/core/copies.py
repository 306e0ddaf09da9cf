"""Copies of steps under fresh ids, with references between them following. Pure, any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Flow, Step, new_id, walk


def copy_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps as new ones: no id is shared with the originals.

    References to a step among them (`steps.<id>.…`) follow it; those to other steps stay.
    """
    ids = {step.id: new_id() for step in walk(steps)}
    return tuple(_copy(step, ids) for step in steps)


def _copy(step: Step, ids: Mapping[str, str]) -> Step:
    flows = tuple(Flow(_follow(flow.values, ids), tuple(_copy(one, ids) for one in flow.steps)) for flow in step.flows)
    return replace(step, id=ids[step.id], values=_follow(step.values, ids), flows=flows)


def _follow(value: Plain, ids: Mapping[str, str]) -> Plain:
    if isinstance(value, str):
        for before, after in ids.items():
            value = value.replace(f"steps.{before}.", f"steps.{after}.")
        return value
    if isinstance(value, list | tuple):
        return [_follow(one, ids) for one in value]
    if isinstance(value, Mapping):
        return {key: _follow(one, ids) for key, one in value.items()}
    return value
