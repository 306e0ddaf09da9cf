"""What differs between two versions, as a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.comparison import Change, Difference, compare, row_in_words
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Flow, Integration, Step

CATALOG = discover(connectors, steps)

RECEIVE = Step(connection="Info", action="receive-email", values={"unseenOnly": True, "delay": "5s"}, id="receive")
RULE: dict[str, Plain] = {"path": "subject", "op": "contains", "value": "product"}
FILTER = Step(kind="basic-filter", values={"rules": [RULE]}, id="filter")
LOG = Step(kind="log", values={"customText": "New lead"}, id="log")
TEMPLATE = Step(kind="template", values={"template": "Dear {{from}},\nthank you.\nSales"}, id="template")
SEND = Step(connection="Leads", action="send-email", values={"from": "a@b.org", "to": "c@d.org"}, id="send")
ALL = (RECEIVE, FILTER, LOG, TEMPLATE, SEND)


def version(*steps: Step, name: str = "Welcome new leads") -> Integration:
    return Integration(name, steps, id="i")


def told(before: tuple[Step, ...], after: tuple[Step, ...]) -> list[tuple[str, str, str]]:
    found = compare(version(*before), version(*after), CATALOG)
    return [(one.change.value, one.number, one.title) for one in found.steps]


def differences(before: Step, after: Step) -> list[Difference]:
    (one,) = compare(version(RECEIVE, before), version(RECEIVE, after), CATALOG).steps
    return list(one.differences)


def test_the_same_is_no_difference() -> None:
    assert not compare(version(*ALL), version(*ALL), CATALOG)


def test_what_is_only_written_differently_is_the_same() -> None:
    """Defaults left out, a time in another unit."""
    other = replace(RECEIVE, values={"unseenOnly": "true", "delay": "5000ms", "maxResults": 5})
    assert not compare(version(RECEIVE, SEND), version(other, SEND), CATALOG)


def test_added_and_removed_steps_stand_where_they_are() -> None:
    assert told(ALL, (RECEIVE, FILTER, TEMPLATE, SEND)) == [("removed", "3", "Log")]
    assert told((RECEIVE, FILTER, TEMPLATE, SEND), ALL) == [("added", "3", "Log")]
    assert told((RECEIVE, FILTER, SEND), (RECEIVE, LOG, SEND)) == [
        ("added", "2", "Log"),
        ("removed", "2", "Basic Filter"),
    ]
    assert told(ALL, (RECEIVE,)) == [
        ("removed", "2", "Basic Filter"),
        ("removed", "3", "Log"),
        ("removed", "4", "Template"),
        ("removed", "5", "Send Email"),
    ]


def test_only_what_really_moved_is_called_moved() -> None:
    assert told(ALL, (RECEIVE, LOG, TEMPLATE, FILTER, SEND)) == [("moved", "4", "Basic Filter")]
    assert told(ALL, (RECEIVE, TEMPLATE, FILTER, LOG, SEND)) == [("moved", "2", "Template")]


def test_a_moved_step_tells_its_changes_too() -> None:
    louder = replace(FILTER, values={"predicate": "OR", "rules": [RULE]})
    (one,) = compare(version(*ALL), version(RECEIVE, LOG, TEMPLATE, louder, SEND), CATALOG).steps
    assert one.change is Change.MOVED
    assert [(part.before, part.after) for part in one.differences] == [("ALL of the following", "ANY of the following")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            RECEIVE,
            replace(RECEIVE, values={"unseenOnly": False, "delay": "1m"}),
            [("Unseen Only", "On", "Off"), ("Delay", "5 seconds", "1 minute")],
        ),
        (SEND, replace(SEND, values={"from": "a@b.org"}), [("Email to", "c@d.org", "(blank)")]),
        (SEND, replace(SEND, connection="Other"), [("Connection", "Leads", "Other")]),
        (LOG, replace(LOG, disabled=True), [("Step", "On", "Disabled")]),
        (
            TEMPLATE,
            replace(TEMPLATE, values={"template": "Dear {{from}},\nmany thanks.\nSales"}),
            [("Template", "thank you.", "many thanks.")],
        ),
        (
            FILTER,
            replace(FILTER, values={"rules": [RULE, {"path": "from", "op": "not contains", "value": "no-reply@"}]}),
            [("Rules", "(blank)", "Email from not contains “no-reply@”")],
        ),
    ],
)
def test_settings_are_told_by_their_labels(before: Step, after: Step, expected: list[tuple[str, str, str]]) -> None:
    found = [(one.label, one.before, one.after) for one in differences(before, after)]
    assert [(label.split(" (")[0], old, new) for label, old, new in found] == expected


def test_another_kind_of_step_under_the_same_id() -> None:
    first = differences(LOG, replace(TEMPLATE, id="log"))[0]
    assert (first.label, first.before, first.after) == ("Step", "Log", "Template")


def test_a_kind_that_is_not_known_here_is_compared_by_its_raw_values() -> None:
    odd = Step(kind="from-the-future", values={"speed": 1}, id="odd")
    assert differences(odd, replace(odd, values={"speed": 2, "color": ["red", "blue"]})) == [
        Difference("speed", "1", "2"),
        Difference("color", "(blank)", "red, blue"),
    ]


def test_branches_are_compared_step_by_step() -> None:
    question = Flow({"rules": [RULE]}, (LOG,), id="f1")
    other = Flow({"default": True}, (TEMPLATE,), id="f2")
    branching = Step(kind="conditional-flows", flows=(question, other), id="branch")
    moved = replace(branching, flows=(replace(question, steps=()), replace(other, steps=(TEMPLATE, LOG))))
    assert told((RECEIVE, branching), (RECEIVE, moved)) == [("moved", "2.2.2", "Log")]
    renamed = replace(branching, flows=(replace(question, values={"name": "Leads", "rules": [RULE]}), other))
    assert differences(branching, renamed) == [Difference("Flow 1, Name", "(blank)", "Leads")]
    without = replace(branching, flows=(question,))
    found = compare(version(RECEIVE, branching), version(RECEIVE, without), CATALOG).steps
    assert [(one.change, one.number) for one in found] == [(Change.CHANGED, "2"), (Change.REMOVED, "2.2.1")]
    assert found[0].differences == (Difference("Flow 2", "", "Removed"),)


def test_name_and_description_are_told() -> None:
    found = compare(version(*ALL), replace(version(*ALL, name="Leads"), description="Answers"), CATALOG)
    assert found.differences == (
        Difference("Name", "Welcome new leads", "Leads"),
        Difference("Description", "(blank)", "Answers"),
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (RULE, "Email subject contains “product”"),
        ({"from": ["from"], "to": "to"}, "Email from → Email to"),
        (
            {
                "from": ["subject", "steps.x.name"],
                "to": "subject",
                "transformations": [{"Prepend": {"string": "Re: "}}],
            },
            "Email subject + steps.x.name → Email subject (Prepend “Re: ”)",
        ),
        ({"constant": "sales@x.org", "to": ["cc", "bcc"]}, "“sales@x.org” → Email cc, Email bcc"),
        ({"from": "date", "to": "text", "when": RULE}, "Sent → Email text (if Email subject contains “product”)"),
        ({"name": "x", "value": None}, "name: x, value: "),
        ("text", "text"),
    ],
)
def test_rows_in_words(row: Plain, words: str) -> None:
    assert row_in_words(row) == words
