"""What a Test Run shows of a step."""

from __future__ import annotations

from datetime import UTC, datetime

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Address, Message
from mailflow_gui.core.model import Step
from mailflow_gui.core.rehearsal import Outcome, StepResult
from mailflow_gui.core.shapes import Shape, ShapeField
from mailflow_gui.core.trial import Row, inputs, outputs, received

MESSAGE = Message(b"", "Hello", (Address("Jane", "jane@example.org"),), content="Text\n", size=7)
BEFORE = Exchange("x", MESSAGE, datetime(2026, 11, 24, tzinfo=UTC))
SEND = Step(action="send-email", values={"from": "info@example.org", "cc": " "})
TARGET = (SEND, Shape("Email", tuple(ShapeField(name, name) for name in ("to", "subject", "content", "cc", "from"))))


def passed(after: Exchange | None, before: Exchange = BEFORE) -> StepResult:
    outcome = Outcome.OK if after is not None else Outcome.STOPPED
    return StepResult("s", "Step", outcome, "", 1.0, before, after)


def values(rows: tuple[Row, ...]) -> dict[str, tuple[str, bool]]:
    return {row.label: (row.value, row.changed) for row in rows}


def test_of_the_message_the_main_fields_are_shown_and_the_others_when_they_say_something() -> None:
    assert values(received(MESSAGE)) == {
        "Email from": ("Jane <jane@example.org>", False),
        "Email to": ("", False),
        "Email subject": ("Hello", False),
        "Email text": ("Text", False),
        "Size": ("7", False),
    }


def test_a_step_that_passes_the_message_on_changes_nothing() -> None:
    rows = outputs(passed(BEFORE.noted("fine")), TARGET)
    assert values(rows) == values(inputs(passed(BEFORE))) == values(received(MESSAGE))


def test_what_a_step_filled_is_green_and_what_the_next_one_still_lacks_is_named() -> None:
    after = BEFORE.produced("s", {"to": "a@example.org", "text": "Hi", "subject": None})
    assert outputs(passed(after), TARGET) == (
        Row("Email to", "a@example.org", True),
        Row("Email text", "Hi", True),
        Row("Email subject", note="empty"),
        Row("cc", note="empty"),
        Row("from", note="empty, the typed value is used"),
    )


def test_values_are_written_as_people_read_them() -> None:
    after = BEFORE.produced("s", {"a": ("x", "y"), "b": True, "c": 3, "d": 0.5})
    assert values(outputs(passed(after))) == {
        "a": ("x, y", True),
        "b": ("yes", True),
        "c": ("3", True),
        "d": ("0.5", True),
    }


def test_a_template_shows_its_text_once_and_what_it_passes_on_is_not_green() -> None:
    mapped = BEFORE.produced("m", {"to": "a@example.org"})
    after = mapped.produced("s", {"to": "a@example.org", "content": "Hi", "message": "Hi"})
    assert values(outputs(passed(after, mapped))) == {"Email to": ("a@example.org", False), "Email text": ("Hi", True)}


def test_what_a_step_only_tells_is_shown_without_the_rest() -> None:
    after = BEFORE.reported("s", {"files": ("a.csv",)})
    assert values(outputs(passed(after), TARGET)) == {"files": ("a.csv", True)}


def test_the_step_after_a_mapper_gets_what_that_gave() -> None:
    mapped = BEFORE.produced("m", {"to": "a@example.org"})
    assert values(inputs(passed(mapped, mapped))) == {"Email to": ("a@example.org", False)}
    assert values(outputs(passed(mapped.noted("fine"), mapped))) == {"Email to": ("a@example.org", False)}


def test_a_step_that_stops_gives_nothing() -> None:
    assert outputs(passed(None)) == ()
