"""Conditional flows: branches with their conditions and steps, what comes in, and what is known behind them."""

from __future__ import annotations

import json
from typing import Any

from mailflow_gui.core.model import Profile, Step
from mailflow_gui.core.review import review
from mailflow_gui.store.fuse import reader
from tests.store.fuse.exports import (
    CATALOG,
    endpoint,
    field,
    mapper,
    mapping,
    model,
    packed,
    receive,
    remarks,
    send,
    step,
)


def choice(*rows: dict[str, str], default: str = "") -> dict[str, Any]:
    return step(
        "choice", "c", routingScheme="direct", flows=json.dumps(rows), **({"default": default} if default else {})
    )


def branch(id: str, *steps: Any) -> dict[str, Any]:
    start = endpoint(f"{id}-start", "io.syndesis:flow-start", {"id": "flow", "connector": {"id": "flow"}}, {"name": id})
    end = endpoint(f"{id}-end", "io.syndesis:flow-end", {"id": "flow", "connector": {"id": "flow"}}, {})
    return {"id": id, "type": "ALTERNATE", "name": "Conditional", "steps": [start, *steps, end]}


def read(main: list[Any], *branches: dict[str, Any]) -> reader.FuseImport:
    flows = [{"id": "main", "type": "PRIMARY", "steps": main}, *branches]
    content = model({"id": "i", "name": "Flow", "flows": flows})
    return reader.read(packed(content), "export.zip", CATALOG)


def steps_of(found: reader.FuseImport) -> tuple[Step, ...]:
    return found.bundle.integrations[0].steps


def test_branches_come_along_with_their_conditions_and_steps_in_order() -> None:
    rows = (
        {"flow": "b1", "condition": "${body.subject} contains 'offer' && ${body.to} == 'x'"},
        {"flow": "b2", "path": "from", "op": "contains", "value": "acme", "condition": ""},
    )
    found = read(
        [receive(), choice(*rows, default="b3"), send(to="b@example.org")],
        branch("b1", step("log", "l1", customText="offer"), step("template", "t1", template="Hi {{from}}")),
        branch("b2", step("log", "l2", customText="acme")),
        branch("b3"),
    )
    made = steps_of(found)
    assert [one.kind or one.action for one in made] == ["receive-email", "conditional-flows", "send-email"]
    flows = made[1].flows
    assert [dict(one.values) for one in flows] == [
        {"condition": "${body.subject} contains 'offer' && ${body.to} == 'x'"},
        {"rules": [{"path": "from", "op": "contains", "value": "acme"}]},
        {"default": True},
    ]
    assert [[one.kind for one in flow.steps] for flow in flows] == [["log", "template"], ["log"], []]
    integration = found.bundle.integrations[0]
    assert review(integration, Profile(found.bundle.connections, (integration,)), CATALOG) == ()
    assert "a draft" not in remarks(found)


def test_mappers_of_a_branch_know_what_came_in() -> None:
    inside = mapper([mapping([field("b1-start", "/subject")], [field("x", "/task")])], "m")
    found = read(
        [receive(), choice({"flow": "b1", "condition": "${body.subject} == 'a'"}), send(to="b@example.org")],
        branch("b1", inside),
    )
    (row,) = steps_of(found)[1].flows[0].steps[0].values["mappings"]
    assert row == {"from": ["subject"], "to": "task"}


def test_a_choice_after_a_mapper_asks_for_what_that_produced() -> None:
    before = mapper([mapping([field("in", "/from")], [field("x", "/company")])], "m")
    rows = ({"flow": "b1", "condition": "${body.company} == 'a'"}, {"flow": "b2", "path": "company", "value": "b"})
    found = read([receive(), before, choice(*rows), send(to="b@example.org")], branch("b1"), branch("b2"))
    made = steps_of(found)
    path = f"steps.{made[1].id}.company"
    assert [dict(one.values) for one in made[2].flows] == [
        {"condition": f"${{{path}}} == 'a'"},
        {"rules": [{"path": path, "op": "contains", "value": "b"}]},
    ]


def test_what_a_branch_made_is_unknown_behind_it() -> None:
    after = mapper([mapping([field("c", "/subject")], [field("x", "/subject")])], "m2")
    row = {"flow": "b1", "condition": "${body.subject} == 'a'"}
    same = read(
        [receive(), choice(row), after, send(to="b@example.org")], branch("b1", step("log", "l", customText="x"))
    )
    assert steps_of(same)[2].values["mappings"] == [{"from": ["subject"], "to": "subject"}]
    changed = read(
        [receive(), choice(row), after, send(to="b@example.org")], branch("b1", step("template", template="Hi"))
    )
    assert steps_of(changed)[2].values["mappings"] == []
    assert "comes from “choice”, which did not come along" in remarks(changed)


def test_a_condition_that_can_not_be_used_blocks_the_start_and_is_quoted() -> None:
    rows = (
        {"flow": "b1", "condition": "${body.company} == 'a'"},
        {"flow": "b2", "condition": "${body[0].x} == 'a'"},
        {"flow": "b3", "path": "company", "op": "==", "value": "a"},
    )
    found = read([receive(), choice(*rows), send(to="b@example.org")], branch("b1"), branch("b2"), branch("b3"))
    assert [dict(one.values) for one in steps_of(found)[1].flows] == [{}, {}, {}]
    said = remarks(found)
    assert "asks for “company”, a field that is not there: ${body.company} == 'a'" in said
    assert "can't be read here" in said
    assert "a rule asks for “company”, a field that is not there" in said
    assert said.count("still missing: Step 2") == 3


def test_what_is_missing_in_a_branch_or_the_branch_itself_leaves_an_open_place() -> None:
    rows = (
        {"flow": "b1", "condition": "${body.subject} == 'a'"},
        {"flow": "gone", "condition": "${body.subject} == 'b'"},
    )
    nested = step("choice", "c2", flows="[]")
    found = read([receive(), choice(*rows), send(to="b@example.org")], branch("b1", step("extension", "e"), nested))
    flows = steps_of(found)[1].flows
    assert [[one.kind for one in flow.steps] for flow in flows] == [
        ["extension (Fuse Online)", "choice (Fuse Online)"],
        ["Flow (Fuse Online)"],
    ]
    said = remarks(found, "step")
    assert "Mailflow does not run extensions" in said
    assert "conditional flows within conditional flows" in said
    assert "its steps are not in the file" in said
    assert "a draft" in remarks(found)


def test_a_default_that_is_switched_off_and_odd_rows_are_no_branches() -> None:
    odd = choice({"flow": "b1", "condition": "${body.subject} == 'a'"}, default="b2")
    odd["configuredProperties"]["useDefaultFlow"] = "false"
    found = read([receive(), odd, send(to="b@example.org")], branch("b1"), branch("b2"))
    assert len(steps_of(found)[1].flows) == 1
    for text in ("", "[", "{}", "[1]", "null"):
        broken = step("choice", "c", flows=text)
        found = read([receive(), broken, send(to="b@example.org")], branch("b1"))
        assert steps_of(found)[1].flows == ()
        assert "Add a condition." in remarks(found)
