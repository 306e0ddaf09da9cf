"""Split and Aggregate of an export as ours: what an item is, what is joined, and what a person still has to say."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.model import Profile
from mailflow_gui.core.review import review
from mailflow_gui.store.fuse.reader import FuseImport
from tests.store.fuse.exports import (
    CATALOG,
    connection,
    endpoint,
    field,
    mapper,
    mapping,
    read,
    receive,
    remarks,
    send,
    step,
    values,
)

TO_SUBJECT, TO_TEXT = [field("out", "/subject")], [field("out", "/content")]
LIST = endpoint("q", "sql-connector", connection("5", "sql", "PostgresDB"), {"query": "select 1"})
LINES = {"language": "tokenize", "expression": "\n"}


def kinds(found: FuseImport) -> list[str]:
    (flow,) = found.bundle.integrations
    return [one.kind or one.action for one in flow.steps]


def problems(found: FuseImport) -> list[str]:
    (flow,) = found.bundle.integrations
    return [str(one) for one in review(flow, Profile(found.bundle.connections, (flow,)), CATALOG)]


def split(id: str = "sp", **properties: Any) -> dict[str, Any]:
    return step("split", id, **properties)


@pytest.mark.parametrize(
    ("properties", "ours"),
    [
        (LINES, {"by": "lines", "path": "content"}),
        ({"language": "tokenize", "expression": "\\n"}, {"by": "lines", "path": "content"}),
        ({"language": "tokenize", "expression": "|"}, {"by": "separator", "path": "content", "separator": "|"}),
        ({"expression": "${body.to}"}, {"by": "values", "path": "to"}),
        ({"language": "simple", "expression": "${in.body.cc}"}, {"by": "values", "path": "cc"}),
    ],
)
def test_what_an_item_is(properties: dict[str, str], ours: dict[str, str]) -> None:
    found = read(receive(), split(**properties), send(to="b@example.org"))
    assert kinds(found) == ["receive-email", "split", "send-email"]
    assert values(found) == ours
    assert problems(found) == []


@pytest.mark.parametrize("properties", [{}, {"expression": "${body}", "aggregationStrategy": "original"}])
def test_an_email_as_a_whole_asks_what_an_item_is(properties: dict[str, str]) -> None:
    found = read(receive(), split(**properties), send(to="b@example.org"))
    assert kinds(found) == ["receive-email", "split", "send-email"]
    assert problems(found) == ["Step 2, Split: Choose a field."]
    assert "Fuse Online takes an email as one item" in found.bundle.integrations[0].description
    assert "a draft" in remarks(found)


def test_the_entries_of_a_list_that_another_step_gave() -> None:
    rules = '[{"path": "task", "op": "not contains", "value": "x"}, {"path": "subject", "op": "==", "value": "y"}]'
    found = read(
        receive(),
        LIST,
        split(),
        step("ruleFilter", type="rule", predicate="AND", rules=rules),
        mapper([mapping([field("sp", "/task")], TO_SUBJECT), mapping([field("sp", "/subject")], TO_TEXT)]),
        send("out", to="b@example.org"),
    )
    id = found.bundle.integrations[0].steps[2].id
    assert values(found, 2) == {"by": "json", "path": "content"}
    assert [one["path"] for one in values(found, 3)["rules"]] == [f"steps.{id}.task", f"steps.{id}.subject"]
    assert not any("Basic Filter" in one for one in problems(found))
    assert [one["from"] for one in values(found, 4)["mappings"]] == [["task"], [f"steps.{id}.subject"]]
    assert "JSON array in the Email text" in remarks(found)


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({"language": "xpath", "expression": "//a"}, "it splits by “xpath”"),
        ({"expression": "${body.split(',')}"}, "its expression can't be used here: ${body.split"),
        ({"expression": "${bean:x}"}, "its expression can't be used here"),
    ],
)
def test_what_can_not_be_said_leaves_an_open_place(properties: dict[str, str], words: str) -> None:
    found = read(receive(), split(**properties), send(to="b@example.org"))
    assert kinds(found)[1] == "split (Fuse Online)"
    assert words in remarks(found, "step")
    assert problems(found)


def test_an_aggregate_joins_what_the_items_have_become() -> None:
    texts = mapper([mapping([field("sp", "")], TO_TEXT)])
    template = step("template", "te", template="- {{content}}")
    for between, path in (((), "item"), ((texts,), "content"), ((texts, template), "message")):
        found = read(receive(), split(**LINES), *between, step("aggregate", "ag"), send(to="b@example.org"))
        assert kinds(found)[-2:] == ["aggregate", "send-email"]
        assert values(found, len(between) + 2) == {"path": path, "joint": "space"}
        assert problems(found) == []
    assert "Fuse Online makes a list of them" in remarks(found)


def test_several_fields_of_an_item_ask_which_one_is_joined() -> None:
    several = mapper(
        [mapping([field("in", "/subject")], TO_SUBJECT), mapping([field("in", "/to")], [field("o", "/to")])]
    )
    found = read(receive(), split(**LINES), several, step("aggregate", "ag"), send(to="b@example.org"))
    assert "Field is required." in str(problems(found))
    assert "choose what of each item is joined" in remarks(found)


def test_the_joined_items_are_a_list_for_the_mapper_behind_it() -> None:
    by_comma = {"actions": [{"Concatenate": {"delimiter": ", "}}], "field": [field("ag", "/<>/content")]}
    behind = mapper(
        [
            mapping([field("ag", "/<>/content")], TO_TEXT),
            {**mapping([], TO_SUBJECT), "inputFieldGroup": by_comma},
            mapping([field("sp", "/")], [field("out", "/to")]),
        ],
        "m2",
    )
    texts = mapper([mapping([field("sp", "")], TO_TEXT)])
    found = read(receive(), split(**LINES), texts, step("aggregate", "ag"), behind, send("out", to="b@example.org"))
    items = f"steps.{found.bundle.integrations[0].steps[3].id}.items"
    assert values(found, 4)["mappings"] == [
        {"from": [items], "to": "content", "transformations": [{"Concatenate": {"delimiter": " "}}]},
        {"from": [items], "to": "subject", "transformations": [{"Concatenate": {"delimiter": ", "}}]},
    ]
    assert "the mapping to “to” was left out" in remarks(found)


@pytest.mark.parametrize("strategy", ["latest", "original", "script", "other"])
def test_another_way_to_join_leaves_an_open_place(strategy: str) -> None:
    found = read(
        receive(), split(**LINES, aggregationStrategy=strategy), step("aggregate", "ag"), send(to="b@example.org")
    )
    assert kinds(found)[2] == "aggregate (Fuse Online)"
    assert problems(found)


def test_each_aggregate_closes_the_split_before_it() -> None:
    parts = {"language": "tokenize", "expression": ","}
    found = read(
        receive(),
        split("a", **LINES),
        split("b", **parts),
        step("aggregate", "c"),
        step("aggregate", "d"),
        step("aggregate", "e"),
        send(to="b@example.org"),
    )
    assert kinds(found)[1:6] == ["split", "split", "aggregate", "aggregate", "aggregate (Fuse Online)"]
    assert values(found, 3)["path"] == "item"
    assert values(found, 4) == {"path": "content", "joint": "space"}
