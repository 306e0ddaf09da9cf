"""Every idea is a flow that lacks only its connections."""

from __future__ import annotations

import dataclasses

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.ideas import IDEAS, Idea, idea
from mailflow_gui.core.model import Connection, Integration, Profile
from mailflow_gui.core.review import review
from mailflow_gui.core.step import StepContext

CATALOG = discover(connectors, steps)
PROFILE = Profile((Connection("In", "email-receive"), Connection("Out", "email-send")))


@pytest.mark.parametrize("one", IDEAS, ids=lambda one: one.id)
def test_with_connections_and_a_sender_it_is_complete(one: Idea) -> None:
    filled = []
    for step in one.fresh_steps():
        if step.action == "receive-email":
            step = dataclasses.replace(step, connection="In")
        elif step.action == "send-email":
            values = {"from": "a@example.org", "to": "b@example.org", **step.values}
            step = dataclasses.replace(step, connection="Out", values=values)
        else:
            kind = CATALOG.step(step.kind)
            kind.prepare(kind.settings.check(step.values)[0], StepContext(step.id, "flow"))
        filled.append(step)
    assert review(Integration(one.title, tuple(filled)), PROFILE, CATALOG) == ()


def test_each_use_has_steps_of_its_own() -> None:
    first, second = IDEAS[0].fresh_steps(), IDEAS[0].fresh_steps()
    assert not {one.id for one in first} & {one.id for one in second}


def test_unknown_idea() -> None:
    assert idea("keep-record").title == "Keep a record"
    with pytest.raises(KeyError):
        idea("nothing")
