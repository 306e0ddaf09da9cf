"""Single steps: receive, send, log, filters, template."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.store.fuse.exports import (
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


def rules(*rows: Any) -> str:
    return json.dumps([{"path": path, "op": op, "value": value} for path, op, value in rows])


def test_receive_properties_are_text_there_and_typed_here() -> None:
    found = read(receive(folderName="Leads", unseenOnly="true", delay="60000", maxResults="-1"), send())
    assert values(found, 0) == {"folderName": "Leads", "unseenOnly": True, "delay": "1m", "maxResults": -1}
    assert values(read(receive(), send()), 0) == {}


def test_receive_values_that_mean_nothing_are_left_out_with_words() -> None:
    found = read(receive(delay="soon", maxResults="0", unseenOnly="maybe"), send())
    assert values(found, 0) == {}
    for part in ("Delay was left out", "Maximum Emails was left out", "Unseen Only was left out"):
        assert part in remarks(found)
        assert part in found.bundle.integrations[0].description


def test_a_folder_of_pop3_is_left_out() -> None:
    one = receive(folderName="Sent")
    one["connection"]["configuredProperties"] = {"protocol": "pop3", "host": "h.example.org", "port": "995"}
    found = read(one, send())
    assert values(found, 0) == {}
    assert "pop3 gives the inbox only" in remarks(found)


@pytest.mark.parametrize(
    ("there", "here"),
    [("injectedData", "consumedData"), (None, "consumedData"), ("consumedData",) * 2, ("inputValues",) * 2],
)
def test_send_priority(there: str | None, here: str) -> None:
    found = read(receive(), send(to="b@example.org, c@example.org", subject="Hi", text="a\nb", priority=there))
    assert values(found) == {
        "from": "ann@example.org",
        "to": "b@example.org, c@example.org",
        "subject": "Hi",
        "text": "a\nb",
        "priority": here,
    }


def test_a_sender_that_the_mapper_fixes_fills_the_required_field() -> None:
    fixed = {"jsonType": "io.atlasmap.v2.PropertyField", "path": "/from", "value": "team@example.org"}
    out = send()
    del out["configuredProperties"]
    found = read(receive(), mapper([mapping([fixed], [field("out", "/from")])]), out)
    assert values(found, 2)["from"] == "team@example.org"
    assert "nobody is named to send to" in remarks(found)
    assert "still missing" not in remarks(found)
    assert "still missing: Step 2, Send Email: Email from is required" in remarks(read(receive(), out))


def test_log_with_placeholders() -> None:
    text = "lead ${body.subject} by ${in.body.from}: ${body}"
    found = read(receive(), step("log", bodyLoggingEnabled="true", customText=text), send())
    assert values(found) == {"bodyLoggingEnabled": True, "customText": "lead {{subject}} by {{from}}: {{content}}"}
    assert "customText" not in values(read(receive(), step("log", customText="null"), send()))


def test_log_with_an_expression_that_has_no_equivalent_is_told() -> None:
    found = read(receive(), step("log", customText="at ${date.now}"), send())
    assert values(found)["customText"] == "at ${date.now}"
    assert "still missing: Step 2, Log" in remarks(found)


def test_the_log_connector_becomes_a_log_step() -> None:
    logger = connection("log", "log", "Log")
    found = read(receive(), endpoint("l", "io.syndesis:log-action", logger, {"showHeaders": "true"}))
    assert found.bundle.integrations[0].steps[1].kind == "log"
    assert values(found) == {"contextLoggingEnabled": True, "bodyLoggingEnabled": True}
    quiet = endpoint("l", "io.syndesis:log-action", logger, {"showBody": "false"})
    assert values(read(receive(), quiet))["bodyLoggingEnabled"] is False


def test_rule_filter() -> None:
    text = rules(("subject", "contains", "Invoice"), ("from", "not regex", ".*@spam"))
    found = read(receive(), step("ruleFilter", type="rule", predicate="AND", rules=text), send(to="b@example.org"))
    assert values(found) == {
        "predicate": "AND",
        "rules": [
            {"path": "subject", "op": "contains", "value": "Invoice"},
            {"path": "from", "op": "not regex", "value": ".*@spam"},
        ],
    }
    assert "still missing" not in remarks(found)
    assert values(read(receive(), step("ruleFilter", rules=text), send()))["predicate"] == "OR"


@pytest.mark.parametrize(
    "text", ["", "[", "{}", "[1]", rules(("task", "contains", "x")), rules(("subject", "is", "x"))]
)
def test_rules_that_do_not_work_here_stay_visible_as_missing(text: str) -> None:
    found = read(receive(), step("ruleFilter", rules=text), send())
    assert "still missing: Step 2, Basic Filter" in remarks(found)


@pytest.mark.parametrize(
    "text",
    [
        "${body.subject} regex '(?i).*report.*'",
        "${in.body.subject} == 'a' && ${body.from} != \"b\"",
        "${body.size} > 5 || ${body.to} not in 'a,b'",
        "${body.subject} starts with 'x'",
        "${in.header.type} == 'widget'",
        "${body.subject} == 'a' && ${body.from} == 'b' || ${body.to} == 'c'",
        "${body.cc} == null && ${body} ~~ 'offer'",
    ],
)
def test_an_expression_is_copied_into_an_advanced_filter(text: str) -> None:
    found = read(receive(), step("expressionFilter", filter=text), send(to="b@example.org"))
    assert found.bundle.integrations[0].steps[1].kind == "advanced-filter"
    assert values(found) == {"filter": text}
    assert "still missing" not in remarks(found)
    assert "parentheses" not in remarks(found)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        (
            "${body.to} == 'a' || ${body.to} == 'b' && ${body.cc} == 'c'",
            "(${body.to} == 'a' || ${body.to} == 'b') && ${body.cc} == 'c'",
        ),
        (
            "${body.to} == 'a' || ${body.to} == '&&' && ${body.cc} == 'c' || ${body.cc} == 'd' && ${body.cc} == 1",
            "((${body.to} == 'a' || ${body.to} == '&&') && ${body.cc} == 'c' || ${body.cc} == 'd') && ${body.cc} == 1",
        ),
    ],
)
def test_what_is_joined_from_left_to_right_there_gets_parentheses_here(there: str, here: str) -> None:
    found = read(receive(), step("expressionFilter", filter=there), send(to="b@example.org"))
    assert values(found) == {"filter": here}
    assert "it joins from left to right" in remarks(found)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Write a condition"),
        ("${body[0].x} == 'a'", "can't be read here"),
        ("${body.company} contains 'x'", "asks for “company”, a field that is not there"),
        ("${body.subject} == 'a' && ", "Something is missing here"),
        ("${body.subject} == 'a' or more", "There is no field “more”"),
        ("${body.subject} is 'java.lang.String'", "a kind of Java object"),
        ("${body.subject} contains '${body.from}'", "can't stand inside a text"),
        ("${exchangeProperty.x} == 'a'", "A message has no “exchangeProperty.x”"),
    ],
)
def test_other_expressions_block_the_start_and_are_quoted(text: str, why: str) -> None:
    found = read(receive(), step("expressionFilter", filter=text), send(to="b@example.org"))
    assert found.bundle.integrations[0].steps[1].kind == "expressionFilter (Fuse Online)"
    assert text.strip() in found.bundle.integrations[0].description
    assert why in remarks(found, "step")


def test_template_languages() -> None:
    assert values(read(receive(), step("template", template="Hi {{from}}"), send())) == {
        "language": "mustache",
        "template": "Hi {{from}}",
    }
    found = read(receive(), step("template", language="velocity", template="Hi $from"), send())
    assert values(found)["language"] == "velocity"
    assert "still missing: Step 2" not in remarks(found)
    found = read(receive(), step("template", language="freemarker", template="<#if a>b</#if>"), send())
    assert "still missing: Step 2, Template" in remarks(found)
    found = read(receive(), step("template", language="groovy", template="x"), send())
    assert "template language “groovy”" in remarks(found, "step")


def test_a_filter_after_a_mapper_reads_what_it_produced() -> None:
    first = mapper([mapping([field("in", "/from")], [field("t", "/company")])])
    rule = step("ruleFilter", rules=rules(("company", "contains", "x"), ("subject", "==", "y")))
    text = "${body.company} == 'y' || ${in.body.company}!='x'||${body.from} contains ${body.company}"
    other = step("expressionFilter", "e", filter=text)
    found = read(receive(), first, rule, step("log", "l", customText="${body.company}"), other, send())
    made = found.bundle.integrations[0].steps[1].id
    assert [one["path"] for one in values(found, 2)["rules"]] == [f"steps.{made}.company", "subject"]
    assert values(found, 3)["customText"] == f"{{{{steps.{made}.company}}}}"
    ours = f"${{steps.{made}.company}}"
    assert values(found, 4)["filter"] == f"{ours} == 'y' || {ours}!='x'||${{body.from}} contains {ours}"
    assert "still missing" not in remarks(found)
