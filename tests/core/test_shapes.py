"""What steps give to those after them, and what the next ones take."""

from __future__ import annotations

import mailflow_gui.connectors
import mailflow_gui.steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.model import Step
from mailflow_gui.core.shapes import consumed, produced, provided, taken

CATALOG = discover(mailflow_gui.connectors, mailflow_gui.steps)
RECEIVE = Step(connection="In", action="receive-email", id="in")
SEND = Step(connection="Out", action="send-email", id="out")
LOG = Step("log", id="log")


def template(text: str) -> Step:
    return Step("template", values={"template": text}, id="template")


def mapper(*targets: str) -> Step:
    return Step("data-mapper", values={"mappings": [{"from": ["subject"], "to": one} for one in targets]}, id="mapper")


def names_taken(*after: Step) -> list[str]:
    found = taken(after, CATALOG)
    return [one.name for one in found[1].fields] if found else []


def test_the_received_message_is_provided_first() -> None:
    (first,) = provided((RECEIVE, LOG), CATALOG)
    assert (first.number, first.title, first.path("subject")) == (1, "Receive Email", "message.subject")


def test_what_a_mapper_fills_is_provided_after_it() -> None:
    _, second = provided((RECEIVE, mapper("to", "subject")), CATALOG)
    assert [one.name for one in second.shape.fields] == ["to", "subject"]
    assert second.path("to") == "steps.mapper.to"


def test_disabled_steps_give_and_take_nothing() -> None:
    off = Step("template", values={"template": "{{name}}"}, disabled=True)
    assert len(provided((RECEIVE, off), CATALOG)) == 1
    assert "name" not in names_taken(off, SEND)


def test_the_next_consumer_is_found_behind_steps_that_only_read() -> None:
    assert names_taken(LOG, SEND)[:3] == ["to", "subject", "text"]
    assert taken((LOG,), CATALOG) is None


def test_a_template_takes_its_placeholders_and_passes_on_what_the_send_step_takes() -> None:
    names = names_taken(template("Dear {{name}}, about {{subject}}"), SEND)
    assert names[:2] == ["name", "subject"]
    assert {"to", "cc", "text"} <= set(names)
    assert names.count("subject") == 1


def test_placeholders_that_mean_the_received_message_are_not_to_be_filled() -> None:
    assert consumed(template("{{message.from}} {{steps.x.y}}"), CATALOG) is None


def test_a_template_at_the_end_takes_its_placeholders() -> None:
    assert names_taken(template("{{name}}")) == ["name"]


def test_an_unknown_kind_has_no_shape() -> None:
    assert produced(Step("nothing-like-it"), CATALOG) is None
