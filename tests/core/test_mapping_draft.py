"""The data mapper's document: what is connected, changed, taken back, and written without loss."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from mailflow_gui import connectors, steps
from mailflow_gui.core import patterns
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.mapping_draft import MappingDraft
from mailflow_gui.core.mapping_results import LineResult, evaluate, evaluate_line, shown_value
from mailflow_gui.core.mapping_sides import Sides, sides_of
from mailflow_gui.core.mappings import Constant, Stage
from mailflow_gui.core.message import Address, Message
from mailflow_gui.core.model import Step
from mailflow_gui.core.shapes import provided, taken

CATALOG = discover(connectors, steps)
RECEIVE = Step(connection="In", action="receive-email", id="receive")
TEMPLATE = Step(kind="template", values={"template": "Dear {{name}}"}, id="letter")
SEND = Step(connection="Out", action="send-email", values={"from": "info@example.org"}, id="send")
MESSAGE = Message(b"", subject=" Interested ", sender=(Address("Jane", "jane@example.org"),), content="Hello\nthere")
BEFORE = Exchange("e", MESSAGE, datetime(2026, 11, 24, tzinfo=UTC))


def sides(*before: Step, after: tuple[Step, ...] = (SEND,)) -> Sides:
    found = taken(after, CATALOG)
    return sides_of(
        provided((RECEIVE, *before), CATALOG), (after[found[0]], found[1]) if found is not None else None, "3 · Send"
    )


def draft(*rows: Any, before: tuple[Step, ...] = (), **values: Any) -> MappingDraft:
    return MappingDraft(sides(*before), {"mappings": list(rows), **values})


def rows(made: MappingDraft) -> list[Any]:
    found: list[Any] = made.values()["mappings"]
    return found


# The two sides.


def test_bare_names_while_only_the_message_is_there() -> None:
    assert [one.path for one in sides().groups[0].fields[:3]] == ["from", "to", "cc"]
    assert [(one.title, one.number) for one in sides().groups] == [("Receive Email", 1)]


def test_full_paths_once_an_earlier_step_produces_data() -> None:
    found = sides(TEMPLATE)
    assert found.groups[0].fields[0].path == "message.from"
    assert [(group.number, [one.path for one in group.fields]) for group in found.groups[1:]] == [
        (2, ["steps.letter.content"])
    ]


@pytest.mark.parametrize(("path", "meant"), [
    ("subject", "message.subject"), ("message.subject", "message.subject"), ("content", "steps.letter.content"),
    ("text", "steps.letter.content"), ("message.text", "message.content"), ("message", "steps.letter.content"),
    ("steps.letter.text", "steps.letter.content"), ("headers.X-Id", "headers.X-Id"), ("steps.gone.text", None),
    ("name", None), ("message.headers.X-Id", "headers.X-Id"),
])  # fmt: skip
def test_both_spellings_of_a_source_are_recognised(path: str, meant: str | None) -> None:
    found = sides(TEMPLATE).source(path)
    assert (found.path if found else None) == meant


def test_typed_values_come_from_the_consumer() -> None:
    found = sides()
    assert (found.title, found.consumer) == ("3 · Send", "send")
    assert {one.name: one.typed for one in found.targets if one.typed} == {"from": "info@example.org"}


def test_a_template_before_the_send_step_adds_its_placeholders() -> None:
    found = sides(after=(TEMPLATE, SEND))
    assert [one.name for one in found.targets][:3] == ["name", "to", "subject"]
    assert (found.consumer, found.recipients()) == ("send", ("to", "cc", "bcc"))


def test_a_template_alone_takes_its_placeholders() -> None:
    found = sides(after=(TEMPLATE,))
    assert ([one.name for one in found.targets], found.consumer, found.recipients()) == (["name"], "letter", ())


def test_without_a_consumer_there_is_nothing_to_fill() -> None:
    assert sides(after=()).targets == ()


def test_it_is_known_when_typed_values_win() -> None:
    typed = replace(SEND, values={"priority": "inputValues"})
    assert [sides(after=(one,)).typed_wins for one in (SEND, typed)] == [False, True]


def test_an_answer_needs_no_recipient() -> None:
    answer = replace(SEND, values={"relation": "answer"})
    found = taken((answer,), CATALOG)
    assert found is not None
    around = sides_of(provided((RECEIVE,), CATALOG), (answer, found[1]))
    assert not MappingDraft(around, {}).nobody_gets_it()


# Connecting.


def test_connecting_makes_a_row() -> None:
    made = draft()
    made.connect("from", "to")
    assert rows(made) == [{"from": ["from"], "to": "to"}]


def test_a_second_source_is_combined_and_the_same_one_is_not_taken_twice() -> None:
    made = draft({"from": ["from"], "to": "text"})
    first = made.connect("subject", "content")
    assert made.connect("message.subject", "text") == first
    assert rows(made) == [{"from": ["from", "subject"], "to": "text"}]


def test_one_source_may_fill_several_targets() -> None:
    made = draft()
    made.connect("subject", "subject")
    made.connect("subject", "text")
    assert len(made.of_source("message.subject")) == 2


def test_a_fixed_text_stands_among_fields() -> None:
    made = draft()
    made.connect(Constant("Dear"), "text")
    assert rows(made) == [{"constant": "Dear", "to": "text"}]
    line = made.connect("from", "text")
    assert rows(made) == [{"from": [{"constant": "Dear"}, "from"], "to": "text"}]
    assert evaluate(made.lines, BEFORE)[line].values == {"text": "Dear Jane <jane@example.org>"}


def test_disconnecting_takes_one_end_and_the_last_one_the_line() -> None:
    made = draft({"from": ["from", "subject"], "to": "text"}, {"from": ["subject"], "to": ["to", "cc"]})
    first, second = made.lines
    made.disconnect(first.id, "message.from", "text")
    made.disconnect(second.id, "subject", "cc")
    assert rows(made) == [{"from": ["subject"], "to": "text"}, {"from": ["subject"], "to": "to"}]
    made.disconnect(first.id, "subject", "text")
    made.disconnect(second.id, "subject", "to")
    assert rows(made) == []


def test_same_names_are_mapped_but_not_over_what_is_typed_or_mapped() -> None:
    made = draft({"from": ["from"], "to": "to"})
    assert made.map_same_names() == 6
    assert {line.targets[0]: line.sources[0] for line in made.lines} == {
        "to": "from", "subject": "subject", "text": "content", "html": "html", "cc": "cc", "bcc": "bcc",
        "replyTo": "replyTo",
    }  # fmt: skip
    assert made.map_same_names() == 0
    made.undo()
    assert len(made.lines) == 1, "mapping same names is one step"


def test_same_names_prefer_the_latest_step() -> None:
    made = draft(before=(TEMPLATE,))
    made.map_same_names()
    line = made.filling("text")
    assert line is not None
    assert line.sources == ("steps.letter.content",)


# One mapping.


def test_order_delimiters_and_condition() -> None:
    made = draft({"from": ["from", "subject"], "to": ["to", "cc"]})
    id = made.lines[0].id
    made.move_source(id, 0, 1)
    made.move_target(id, 1, 0)
    made.set_combine(id, ", ")
    made.set_split(id, ";")
    made.set_condition(id, {"path": "subject", "op": "contains", "value": "x"})
    assert rows(made) == [
        {
            "from": ["subject", "from"],
            "to": ["cc", "to"],
            "combine": {"delimiter": ", "},
            "split": {"delimiter": ";"},
            "when": {"path": "subject", "op": "contains", "value": "x"},
        }
    ]


def test_transformations_are_added_moved_changed_and_removed() -> None:
    made = draft({"from": ["subject"], "to": "subject"})
    id = made.lines[0].id
    for name in ("Trim", "Prepend", "Uppercase"):
        made.add_transformation(id, name)
    made.set_argument(id, 1, "string", "Re: ")
    made.move_transformation(id, 2, 0)
    made.remove_transformation(id, 1)
    assert rows(made)[0]["transformations"] == [{"Uppercase": {}}, {"Prepend": {"string": "Re: "}}]
    assert made.lines[0].label == "Uppercase · Prepend"


def test_a_target_that_is_filled_is_not_filled_twice() -> None:
    made = draft({"from": ["subject"], "to": "subject"}, {"from": ["from"], "to": "to"})
    made.add_target(made.lines[0].id, "to")
    made.replace_target(made.lines[0].id, 0, "to")
    assert rows(made)[0]["to"] == "subject"


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("steps.0475aada.content", "Email text of a step that is gone"),
        ("steps.0475aada.greeting", "greeting of a step that is gone"),
        ("subject", "Email subject"),
    ],
)
def test_a_source_that_is_gone_is_called_by_what_it_was(path: str, label: str) -> None:
    assert draft({"from": [path], "to": "text"}).source_label(path) == label


# Constants and headers.


def test_constants_have_names_that_are_kept() -> None:
    made = draft(constants=[{"name": "Sales team", "value": "sales@example.org"}])
    assert made.source_label(Constant("sales@example.org")) == "Sales team"
    made.connect(Constant("sales@example.org"), "cc")
    made.change_constant("sales@example.org", "Support", "support@example.org")
    assert made.values() == {
        "mappings": [{"constant": "support@example.org", "to": "cc"}],
        "constants": [{"name": "Support", "value": "support@example.org"}],
    }


def test_a_fixed_text_without_a_name_is_listed_but_not_saved_twice() -> None:
    made = draft({"constant": "x", "to": "cc"})
    assert [one.name for one in made.state.constants] == ["x"]
    assert made.values() == {"mappings": [{"constant": "x", "to": "cc"}]}
    assert not made.changed


def test_a_removed_constant_leaves_its_mappings() -> None:
    made = draft({"constant": "x", "to": "cc"}, {"from": ["from", {"constant": "x"}], "to": "text"})
    made.remove_constant("x")
    assert made.values() == {"mappings": [{"from": ["from"], "to": "text"}]}


def test_headers_are_sources_once_added_or_used() -> None:
    made = draft({"from": ["headers.List-Id"], "to": "subject"})
    assert made.add_header(" X-Priority ") == "headers.X-Priority"
    assert made.state.headers == ("headers.List-Id", "headers.X-Priority")
    assert not made.is_orphaned(made.lines[0])


# What is gone, and what is not understood.


def test_a_mapping_whose_field_is_gone_stays_and_can_be_repaired() -> None:
    made = draft({"from": ["steps.gone.total"], "to": "total", "transformations": [{"Trim": {}}]})
    line = made.lines[0]
    assert (made.lost_sources(line), made.lost_targets(line)) == (("steps.gone.total",), ("total",))
    assert made.title(line) == "total of a step that is gone → total"
    made.replace_source(line.id, 0, "subject")
    made.replace_target(line.id, 0, "subject")
    assert not made.is_orphaned(made.lines[0])
    assert rows(made) == [{"from": ["subject"], "to": "subject", "transformations": [{"Trim": {}}]}]


@pytest.mark.parametrize("row", [
    {"from": ["subject"], "to": "subject", "note": "by hand"},
    {"from": ["subject"], "to": "subject", "transformations": [{"Sparkle": {"a": 1}}, 17, {"Trim": {}, "Length": {}}]},
    {"from": ["subject"], "to": "subject", "transformations": "Trim"},
    {"from": ["subject"], "to": "subject", "combine": 5, "split": {"delimiter": ",", "most": 2}},
    {"from": ["subject"], "constant": "x", "to": "subject"},
    {"from": [{"constant": "x", "more": 1}, "subject"], "to": {"name": "subject"}},
    "no mapping at all",
])  # fmt: skip
def test_what_is_not_understood_is_written_back(row: Any) -> None:
    made = draft(row, before=())
    made.connect("from", "to")
    assert rows(made) == [row, {"from": ["from"], "to": "to"}]


def test_other_settings_of_the_step_are_kept() -> None:
    assert draft(other=1).values()["other"] == 1


def test_reading_and_writing_changes_nothing() -> None:
    row = {
        "from": ["from", {"constant": "x"}], "to": ["to", "cc"], "transformations": [{"Trim": {}}],
        "combine": {"delimiter": ""}, "split": {"delimiter": ","}, "when": {"path": "to", "op": "==", "value": ""},
    }  # fmt: skip
    assert rows(draft(row)) == [row]


# Counts and undo.


def test_counts() -> None:
    made = draft({"from": ["from"], "to": ["cc", "text"]}, {"from": ["x.y"], "to": "gone"})
    assert (made.mapped_count(), made.nobody_gets_it()) == (2, False)
    made.undo()
    assert draft().nobody_gets_it()


def test_undo_and_redo() -> None:
    made = draft()
    made.connect("from", "to")
    made.connect("subject", "subject")
    made.undo()
    assert (rows(made), made.can_redo) == ([{"from": ["from"], "to": "to"}], True)
    made.redo()
    assert len(made.lines) == 2
    made.undo()
    made.undo()
    assert (made.changed, made.can_undo) == (False, False)


def test_typing_into_one_parameter_is_one_step() -> None:
    made = draft({"from": ["subject"], "to": "subject", "transformations": [{"Prepend": {}}, {"Append": {}}]})
    id = made.lines[0].id
    for text in ("R", "Re", "Re:"):
        made.set_argument(id, 0, "string", text)
    made.set_argument(id, 1, "string", "!")
    made.undo()
    assert made.lines[0].chain[0].argument("string") == "Re:"
    made.undo()
    assert not made.changed


def test_a_change_that_changes_nothing_is_no_step() -> None:
    made = draft({"from": ["subject"], "to": "subject"})
    made.move_source(made.lines[0].id, 0, 5)
    assert not made.can_undo


# Results.


def test_the_value_after_each_step() -> None:
    made = draft({"from": ["subject"], "to": "subject", "transformations": ["Trim", {"Prepend": {"string": "Re: "}}]})
    found = evaluate_line(made.lines[0], BEFORE)
    assert [stage.value for stage in found.stages] == [" Interested ", "Interested", "Re: Interested"]
    assert (found.values, found.trouble) == ({"subject": "Re: Interested"}, "")


def test_a_failing_step_shows_how_far_it_came() -> None:
    made = draft({"from": ["subject"], "to": "subject", "transformations": ["Trim", "Round", "Trim"]})
    found = evaluate_line(made.lines[0], BEFORE)
    assert found.stages == (Stage("", " Interested "), Stage("Trim", "Interested"))
    assert ("not a number" in found.trouble, found.at) == (True, "transformations[1]")


def test_a_missing_parameter_is_named() -> None:
    made = draft({"from": ["subject"], "to": "subject", "transformations": ["Trim", {"ReplaceAll": {}}]})
    found = evaluate_line(made.lines[0], BEFORE)
    assert (found.at, [one.name for one in found.stages]) == ("transformations[1].match", ["", "Trim"])


def test_a_condition_that_does_not_hold_skips_the_mapping() -> None:
    when = {"path": "subject", "op": "contains", "value": "invoice"}
    found = evaluate_line(draft({"from": ["subject"], "to": "subject", "when": when}).lines[0], BEFORE)
    assert (found.skipped, found.values, len(found.stages)) == (True, {}, 1)


def test_a_condition_may_be_an_expression() -> None:
    def found(when: str) -> LineResult:
        return evaluate_line(draft({"from": ["subject"], "to": "subject", "when": when}).lines[0], BEFORE)

    assert found("subject contains 'invoice'").skipped
    assert not found("not (subject contains 'invoice')").skipped
    assert (found("subject contains x").at, found("subject contains x").values) == ("when", {})
    assert "is not a number" in found("subject > 5").trouble


def test_a_condition_that_costs_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "MAX_WORK", 3)
    when = {"path": "content", "op": "regex", "value": "(.*o.){2}"}
    found = evaluate_line(draft({"from": ["subject"], "to": "subject", "when": when}).lines[0], BEFORE)
    assert ("too long" in found.trouble, found.values) == (True, {})


def test_values_are_shown_on_one_line() -> None:
    assert shown_value("a\n b" * 400).startswith("a ba b")
    assert len(shown_value("x" * 5_000_000)) == 400
    assert shown_value(("a", "b")) == "a, b"
