"""What would be sent: one value a field, and where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Address, FieldValue, Message
from mailflow_gui.core.sending import SENT_FIELDS, resolve_fields

NOW = datetime(2026, 11, 22, 14, 30, 5, tzinfo=UTC)
RECEIVED = Message(
    raw=b"", subject="Interested", sender=(Address("", "jane@example.net"),), content="Hello", html="<p>Hello</p>"
)


def exchange(**mapped: FieldValue) -> Exchange:
    one = Exchange(id="x", message=RECEIVED, now=NOW, seed="seed")
    return one.produced("mapper", mapped) if mapped else one


def test_the_fields_stand_in_order_with_their_origin() -> None:
    typed = {"from": "info@example.org", "to": "typed@x.example", "cc": "typed@c.example", "text": "Hi"}
    shown = resolve_fields(typed, exchange(to="m@x.example"))
    assert tuple(one.name for one in shown.fields) == SENT_FIELDS
    assert {one.name: one.origin for one in shown.fields if one.origin} == {
        "from": "typed",
        "to": "mapped",
        "cc": "typed",
        "subject": "received",
        "text": "typed",
    }
    assert shown["to"].value == "m@x.example"
    assert (shown["bcc"].value, shown["bcc"].origin) == ("", "")
    with pytest.raises(KeyError):
        shown["nothing"]


@pytest.mark.parametrize(
    ("priority", "typed", "mapped", "value", "origin"),
    [
        ("consumedData", "t", "m", "m", "mapped"),
        ("inputValues", "t", "m", "t", "typed"),
        ("anything", "t", "m", "m", "mapped"),
        ("consumedData", "t", " ", "t", "typed"),
        ("inputValues", " ", "m", "m", "mapped"),
        ("consumedData", " ", "", "", ""),
        ("inputValues", "t", None, "t", "typed"),
    ],
)
@pytest.mark.parametrize("name", ["from", "to", "cc", "bcc", "replyTo"])
def test_addresses(name: str, priority: str, typed: str, mapped: str | None, value: str, origin: str) -> None:
    field = resolve_fields({name: typed}, exchange(**{name: mapped}), priority)[name]
    assert (field.value.strip(), field.origin) == (value, origin)


@pytest.mark.parametrize(
    ("priority", "mapped", "value", "origin"),
    [
        ("consumedData", {}, "Hello", "received"),
        ("inputValues", {}, "typed", "typed"),
        ("consumedData", {"to": "a@x.example"}, "typed", "typed"),
        ("consumedData", {"text": "mapped"}, "mapped", "mapped"),
        ("consumedData", {"text": " "}, "typed", "typed"),
    ],
)
def test_a_typed_text_is_the_default_for_what_is_not_mapped(
    priority: str, mapped: dict[str, FieldValue], value: str, origin: str
) -> None:
    field = resolve_fields({"text": "typed"}, exchange(**mapped), priority)["text"]
    assert (field.value, field.origin) == (value, origin)


@pytest.mark.parametrize(
    ("content_type", "mapped", "plain", "html", "shown"),
    [
        ("auto", {}, "Hello", "", "Hello"),
        ("html", {}, "", "<p>Hello</p>", "<p>Hello</p>"),
        ("text", {}, "Hello", "", "Hello"),
        ("auto", {"text": "<b>x</b>"}, "", "<b>x</b>", "<b>x</b>"),
        ("text", {"text": "<b>x</b>"}, "<b>x</b>", "", "<b>x</b>"),
        ("html", {"text": "x"}, "", "x", "x"),
        ("auto", {"content": "x"}, "x", "", "x"),
        ("auto", {"html": "<i>y</i>"}, "", "<i>y</i>", "<i>y</i>"),
        ("text", {"html": "<i>y</i>"}, "y", "", "<i>y</i>"),
        ("auto", {"html": "<i>y</i>", "text": "x"}, "x", "<i>y</i>", "x"),
        ("text", {"html": "<i>y</i>", "text": "x"}, "x", "", "x"),
    ],
)
def test_bodies(content_type: str, mapped: dict[str, FieldValue], plain: str, html: str, shown: str) -> None:
    found = resolve_fields({}, exchange(**mapped), content_type=content_type)
    assert (found.plain, found.html, found["text"].value) == (plain, html, shown)
