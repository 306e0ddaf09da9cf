"""The data mapper: AtlasMap's mappings as rows, run against a message where words are not enough."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.mappings import map_message, read_mappings
from mailflow_gui.core.message import Address, FieldValue, Message
from tests.store.fuse.exports import field, mapper, mapping, read, receive, remarks, send, step, values


def fixed(kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {
        "jsonType": f"io.atlasmap.v2.{kind}Field",
        "name": name,
        "path": f"/{name}",
        "docId": f"DOC.{kind}.1",
        **more,
    }


def rows(*mappings: Any, **more: Any) -> tuple[list[Any], str]:
    found = read(receive(), mapper(list(mappings), **more), send(to="b@example.org"))
    return values(found)["mappings"], remarks(found)


def run(*mappings: Any, **more: Any) -> dict[str, FieldValue]:
    read_rows, problems = read_mappings(rows(*mappings, **more)[0])
    assert problems == []
    return map_message(read_rows, exchange())


def exchange() -> Exchange:
    message = Message(raw=b"", subject="Big deal", sender=(Address("", "ann@example.org"),), content="Hello you")
    return Exchange("1", message, datetime(2026, 11, 22, tzinfo=UTC))


SUBJECT, FROM, CONTENT = field("in", "/subject"), field("in", "/from"), field("in", "/content")
TO_SUBJECT = [field("out", "/subject")]


def test_one_to_one() -> None:
    assert rows(mapping([CONTENT], [field("out", "/content")]))[0] == [{"from": ["content"], "to": "content"}]
    assert rows(mapping([CONTENT], [field("out", "/text")], mappingType="MAP"))[0][0]["to"] == "content"


@pytest.mark.parametrize(
    "actions",
    [
        [{"Uppercase": None}, {"Append": {"string": "!"}}],
        ["Uppercase", {"@type": "Append", "string": "!"}],
        [{"Uppercase": {}, "Append": {"string": "!", "unknown": 1}}],
    ],
)
def test_transformations_in_every_spelling(actions: list[Any]) -> None:
    (row,), words = rows(mapping([{**SUBJECT, "actions": actions}], TO_SUBJECT))
    assert row["transformations"] == [{"Uppercase": {}}, {"Append": {"string": "!"}}]
    assert "left out" not in words
    assert run(mapping([SUBJECT], [{**TO_SUBJECT[0], "actions": actions}])) == {"subject": "BIG DEAL!"}


def test_an_unknown_transformation_is_left_out_and_named() -> None:
    (row,), words = rows(mapping([{**SUBJECT, "actions": [{"GenerateUUID": None}, "Trim", {"Split": 5}]}], TO_SUBJECT))
    assert row["transformations"] == [{"Trim": {}}, {"Split": {}}]
    assert "mapping to “subject”: the transformation “GenerateUUID” was left out" in words
    _, words = rows(mapping([{**SUBJECT, "actions": [{"Substring": {"startIndex": "x"}}]}], TO_SUBJECT))
    assert "“Substring” was left out" in words
    _, words = rows(mapping([{**SUBJECT, "actions": [{"ReplaceAll": {"match": "a.c", "newString": ""}}]}], TO_SUBJECT))
    assert "not for a pattern" in words


def test_constants_and_properties() -> None:
    constants = {"constant": [{"name": "greeting", "value": "Hello", "fieldType": "STRING"}]}
    properties = {"property": [{"name": "target", "value": "al@example.org"}]}
    made = rows(
        mapping([fixed("Constant", "x", value="Fixed")], TO_SUBJECT),
        mapping([fixed("Constant", "greeting")], [field("out", "/content")]),
        mapping([fixed("Property", "target")], [field("out", "/to")]),
        mapping([{**fixed("Property", "arg0", value="v"), "path": "/cc"}], [field("out", "/cc")]),
        constants=constants,
        properties=properties,
    )[0]
    assert made == [
        {"constant": "Fixed", "to": "subject"},
        {"constant": "Hello", "to": "content"},
        {"constant": "al@example.org", "to": "to"},
        {"constant": "v", "to": "cc"},
    ]


def test_a_property_that_is_filled_while_running_is_left_out() -> None:
    made, words = rows(
        mapping([fixed("Property", "h", value="x", scope="current")], TO_SUBJECT),
        mapping([fixed("Property", "nothing")], [field("out", "/to")]),
    )
    assert made == []
    assert "is a header that Mailflow does not have" in words
    assert "“nothing” has no value in the file" in words
    assert "still missing: Step 2, Data Mapper" in words


@pytest.mark.parametrize(("name", "text"), [("Space", " "), ("Comma", ","), (" - ", " - "), (None, " ")])
def test_combine_by_index(name: str | None, text: str) -> None:
    one = mapping([{**SUBJECT, "index": 1}, {**FROM, "index": "0"}], TO_SUBJECT, mappingType="COMBINE", delimiter=name)
    assert rows(one)[0] == [{"from": ["from", "subject"], "combine": {"delimiter": text}, "to": "subject"}]
    assert run(one) == {"subject": f"ann@example.org{text}Big deal"}


def test_a_group_of_sources() -> None:
    def group(fields: list[Any], *actions: Any) -> dict[str, Any]:
        return mapping([], TO_SUBJECT, inputFieldGroup={"jsonType": "g", "actions": list(actions), "field": fields})

    assert run(group([SUBJECT, FROM], {"Concatenate": {"delimiter": "/"}})) == {"subject": "Big deal/ann@example.org"}
    assert run(group([SUBJECT, FROM])) == {"subject": "Big deal ann@example.org"}
    assert run(group([SUBJECT, FROM], {"@type": "Concatenate", "delimiter": "-"}, "Uppercase"))["subject"] == (
        "BIG DEAL-ANN@EXAMPLE.ORG"
    )
    assert run(group([SUBJECT, FROM], {"ItemAt": {"index": 1}})) == {"subject": "ann@example.org"}
    loud = [{**one, "actions": ["Uppercase"]} for one in (SUBJECT, FROM)]
    assert run(group(loud, {"Concatenate": {"delimiter": "+"}})) == {"subject": "BIG DEAL+ANN@EXAMPLE.ORG"}
    _, words = rows(group([loud[0], FROM], "Concatenate"))
    assert "changed one by one" in words
    _, words = rows(group([SUBJECT, fixed("Constant", "c", value="2")], "Add"))
    assert "calculates with a fixed text" in words


@pytest.mark.parametrize(
    ("order", "result"),
    [
        ("as", "New: Big deal"),
        ("sa", "Big deal New:"),
        ("asb", "New: Big deal 100% s"),
        ("asf", "New: Big deal ann@example.org"),
        ("saf", "Big deal New: ann@example.org"),
        ("sabf", "Big deal New: 100% s ann@example.org"),
        ("ab", "New: 100% s"),
    ],
)
def test_fixed_texts_among_fields(order: str, result: str) -> None:
    pieces = {
        "a": fixed("Property", "a", value="New:"),
        "b": fixed("Constant", "b", value="100% s"),
        "s": SUBJECT,
        "f": FROM,
    }
    inputs = [{**pieces[letter], "index": index} for index, letter in enumerate(order)]
    assert run(mapping(inputs, TO_SUBJECT, mappingType="COMBINE", delimiter="Space")) == {"subject": result}


def test_a_dollar_between_fields_is_left_out() -> None:
    inputs = [SUBJECT, fixed("Constant", "c", value="${x}"), FROM]
    assert "holds a $" in rows(mapping(inputs, TO_SUBJECT, mappingType="COMBINE"))[1]


def test_separate_by_index_with_gaps() -> None:
    outputs = [{**field("out", "/cc"), "index": 2}, {**field("out", "/subject"), "index": 0}]
    one = mapping([CONTENT], outputs, mappingType="SEPARATE", delimiter="Space")
    assert rows(one)[0][0]["to"] == ["subject", "unused_1", "cc"]
    assert run(one) == {"subject": "Hello", "unused_1": "you"}
    newer = mapping([{**CONTENT, "actions": [{"Split": {"delimiter": " "}}]}], outputs)
    assert run(newer) == run(one)


def test_several_targets_get_the_same_value() -> None:
    one = mapping([SUBJECT], [field("out", "/subject"), {**field("out", "/content"), "actions": ["Uppercase"]}])
    assert run(one) == {"subject": "Big deal", "content": "BIG DEAL"}


def test_what_would_send_wrong_values_is_left_out_whole() -> None:
    made, words = rows(
        mapping([SUBJECT], TO_SUBJECT, expression="IF(ISEMPTY(${0}), 'x', 'y')"),
        mapping([SUBJECT], [field("out", "/cc")], mappingType="LOOKUP"),
        mapping([field("in", "/date")], [field("out", "/bcc")]),
        mapping([SUBJECT], [field("out", "/first-name")]),
        mapping([], TO_SUBJECT),
        mapping([SUBJECT], []),
    )
    assert made == []
    for part in ("chooses between two values", "a lookup table", "gives no “date”", "letters, digits", "no source"):
        assert part in words


def test_collections_and_nested_paths() -> None:
    inner = mapping([SUBJECT], [field("out", "/<>/task")])
    deep = {"mappingType": "COLLECTION", "mappings": {"mapping": [{"mappings": {"mapping": [inner]}}]}}
    other = mapping([SUBJECT], [field("out", "/lead/name")])
    assert [row["to"] for row in rows(deep, other)[0]] == ["task", "lead.name"]


@pytest.mark.parametrize("text", ["", "{", "[]", "5", '{"AtlasMapping": 5}', "[" * 100_000])
def test_mappings_that_can_not_be_read(text: str) -> None:
    found = read(receive(), step("mapper", atlasmapping=text), send(to="b@example.org"))
    assert values(found)["mappings"] == []
    assert "its mappings can't be read" in remarks(found)


def test_a_mapping_that_stands_as_json_instead_of_text() -> None:
    atlas = {"AtlasMapping": {"mappings": {"mapping": [mapping([SUBJECT], TO_SUBJECT)]}}}
    found = read(receive(), step("mapper", atlasmapping=atlas), send())
    assert values(found)["mappings"] == [{"from": ["subject"], "to": "subject"}]
    assert json.dumps(atlas)


def test_symbols_of_a_template_and_its_message() -> None:
    found = read(
        receive(),
        mapper([mapping([FROM], [field("t", "/name")]), mapping([SUBJECT], [field("t", "/subject")])], "m1"),
        step("template", "t", template="Dear {{name}}"),
        mapper(
            [
                mapping([field("t", "/message")], [field("out", "/content")]),
                mapping([field("in", "/subject")], [field("out", "/subject")]),
                mapping([field("m1", "/subject")], [field("out", "/cc")]),
                mapping([field("m1", "/name")], [field("out", "/to")]),
            ],
            "m2",
        ),
        send("out"),
        mapper([mapping([field("t", "/message")], [field("x", "/y")])], "m3"),
        send("last", to="b@example.org"),
    )
    steps = found.bundle.integrations[0].steps
    assert [row["from"][0] for row in values(found, 3)["mappings"]] == [
        "message",
        "message.subject",
        f"steps.{steps[1].id}.subject",
        "name",
    ]
    assert values(found, 5)["mappings"][0]["from"] == [f"steps.{steps[2].id}.message"]
    assert "still missing" not in remarks(found)


def test_a_source_under_an_unknown_id() -> None:
    strange = field("DOC.2 - Data Mapper (Template JSON Schema).679249", "/subject")
    assert rows(mapping([strange], TO_SUBJECT))[0] == [{"from": ["subject"], "to": "subject"}]
    assert "unknown where “color” comes from" in rows(mapping([field("DOC.x", "/color")], TO_SUBJECT))[1]


def test_sources_of_steps_that_did_not_come_along() -> None:
    found = read(receive(), step("teleport", "sp"), mapper([mapping([field("sp", "/a")], TO_SUBJECT)]), send())
    assert "“a” comes from “teleport”, which did not come along" in remarks(found)


@pytest.mark.parametrize(
    ("expression", "row"),
    [
        (
            "IF(ISEMPTY(${0}), 'none', ${0})",
            {"from": ["subject"], "transformations": [{"DefaultIfEmpty": {"value": "none"}}]},
        ),
        (
            "if( ${1} contains 'x' && !ISEMPTY(${0}), ${0}, '')",
            {"from": ["subject"], "when": "${from} contains 'x' && !ISEMPTY(${subject})"},
        ),
        (
            "IF(TOLOWER(${in:/subject}) == 'a, (b', ${in:/content}, null)",
            {"from": ["content"], "when": "TOLOWER(${subject}) == 'a, (b'"},
        ),
        ("IF(LT(${0}, 5), null, ${1})", {"from": ["from"], "when": "not (LT(${subject}, 5))"}),
        ("IF(${0} == 'a', 'yes', '')", {"constant": "yes", "when": "${subject} == 'a'"}),
    ],
)
def test_a_conditional_expression_becomes_a_condition(expression: str, row: dict[str, Any]) -> None:
    made, said = rows(mapping([SUBJECT, FROM], TO_SUBJECT, expression=expression))
    assert made == [{**row, "to": "subject"}]
    assert "left out" not in said


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("IF(ISEMPTY(${0}), 'a', 'b')", "it chooses between two values"),
        ("IF(${0} + 'x' == 'y', ${0}, '')", "it has the expression"),
        ("IF(${0} is 'y', ${0}, '')", "its condition can't be used here, “is” asks"),
        ("IF(${0} == 'y', TOLOWER(${0}), '')", "it calculates its value"),
        ("${0} + ${1}", "it has the expression"),
        ("IF(${0} == 'y', ${0})", "it has the expression"),
        ("IF(${7} == 'y', ${0}, '')", "source 7, which is not there"),
        ("IF(${gone:/x} == 'y', ${0}, '')", "it is unknown where “x” comes from"),
        ("SELECT(FILTER(${0}, ${1} != 'v'), ${1})", "it has the expression"),
    ],
)
def test_other_expressions_are_left_out_with_words(expression: str, why: str) -> None:
    made, said = rows(mapping([SUBJECT, FROM], TO_SUBJECT, expression=expression))
    assert made == []
    assert why in said
