"""Names that a step reads and nothing gives: the hint in the flow, and where there is none."""

from __future__ import annotations

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.model import Connection, Flow, Integration, Profile, Step
from mailflow_gui.core.offers import hints

CATALOG = discover(connectors, steps)
PROFILE = Profile((Connection("Info", "email-receive", {"host": "imap.example.org", "username": "info"}),))
RECEIVE = Step(connection="Info", action="receive-email", id="receive")
MAPPER = Step("data-mapper", values={"mappings": [{"from": ["subject"], "to": "topic"}]}, id="map")


def told(*flow: Step) -> list[tuple[str, str]]:
    found = hints(Integration("This", (RECEIVE, *flow)), PROFILE, CATALOG)
    return [(one.step_id, one.title) for one in found]


def advanced(text: str) -> Step:
    return Step("advanced-filter", values={"filter": text}, id="asks")


@pytest.mark.parametrize(
    "step",
    [
        advanced("${topic} == 'x'"),
        Step("template", values={"template": "About {{topic}}"}, id="asks"),
        Step("template", values={"template": "About ${topic}", "language": "velocity"}, id="asks"),
        Step("log", values={"customText": "{{topic}}"}, id="asks"),
        Step("data-mapper", values={"mappings": [{"from": ["topic"], "to": "subject"}]}, id="asks"),
        Step(
            "data-mapper",
            values={"mappings": [{"from": ["subject"], "to": "subject", "when": "${topic} == 'x'"}]},
            id="asks",
        ),
        Step(
            "data-mapper",
            values={"mappings": [{"from": ["subject"], "to": "x", "when": {"path": "topic", "value": "x"}}]},
            id="asks",
        ),
        Step("conditional-flows", flows=(Flow({"condition": "${topic} == 'x'"}),), id="asks"),
        Step("conditional-flows", flows=(Flow({"rules": [{"path": "topic", "value": "x"}]}),), id="asks"),
    ],
)
def test_a_name_that_nothing_gives_is_told_until_a_mapper_gives_it(step: Step) -> None:
    assert told(step) == [("asks", "Nothing gives “topic”")]
    assert told(MAPPER, step) == []


@pytest.mark.parametrize(
    "text",
    [
        "${subject} == 'x'",
        "${body.subject} == 'x'",
        "${headers.X-Spam} == 'x'",
        "${message.from} contains 'x'",
        "${message} contains 'x'",
        "${topic} ==",
        "",
    ],
)
def test_what_a_message_has_and_what_is_told_elsewhere_gives_no_hint(text: str) -> None:
    assert told(advanced(text)) == []


def test_what_the_card_tells_already_is_not_told_again() -> None:
    assert told(Step("basic-filter", values={"rules": [{"path": "topic", "op": "==", "value": "x"}]}, id="asks")) == []


def test_a_step_behind_json_entries_may_read_any_name() -> None:
    split = Step("split", values={"by": "json"}, id="split")
    assert told(split, advanced("${city} == 'x'")) == []
    assert told(Step("split", values={"by": "lines"}, id="split"), advanced("${city} == 'x'")) != []


def test_many_names_stand_in_one_hint() -> None:
    (hint,) = hints(
        Integration("This", (RECEIVE, Step("log", values={"customText": "{{a1}}{{b2}}{{c3}}{{d4}}{{a1}}"}, id="asks"))),
        PROFILE,
        CATALOG,
    )
    assert hint.title == "Nothing gives “a1”, “b2”, “c3”, …"
    assert hint.text.startswith("They are empty for every message.")


def test_a_disabled_step_and_the_ideas_give_no_hint() -> None:
    assert told(Step("log", values={"customText": "{{a1}}"}, id="asks", disabled=True)) == []
