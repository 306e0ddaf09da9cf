"""What steps may ask of a message, and that it survives the way through the child process."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import FIELDS, Address, Attachment, Message, is_field
from mailflow_gui.core.mime.addresses import split_recipients

MESSAGE = Message(
    raw=b"raw bytes",
    subject="Product",
    sender=(Address("Doe, Joe", "joe@example.org"),),
    to=(Address("", "ann@example.org"), Address("Bob", "bob@example.org")),
    content="Text",
    html="<p>Text</p>",
    date="2026-11-22T10:00:00+01:00",
    message_id="<1@example.org>",
    references=("<0@example.org>",),
    headers=(("X-Tag", "one"), ("x-tag", "two"), ("X-Blank", "  ")),
    attachments=(Attachment("a.pdf", "application/pdf", b"\x00\xff"),),
    folder="INBOX",
    uid="7",
    size=9,
    warnings=("odd",),
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("subject", "Product"),
        ("from", '"Doe, Joe" <joe@example.org>'),
        ("to", "ann@example.org, Bob <bob@example.org>"),
        ("cc", None),
        ("content", "Text"),
        ("text", "Text"),
        ("html", "<p>Text</p>"),
        ("messageId", "<1@example.org>"),
        ("inReplyTo", None),
        ("references", ("<0@example.org>",)),
        ("headers.X-TAG", "one\ntwo"),
        ("headers.X-Blank", None),
        ("headers.Missing", None),
        ("headers", ("X-Tag: one", "x-tag: two", "X-Blank:   ")),
        ("attachments", ("a.pdf",)),
        ("folder", "INBOX"),
        ("uid", "7"),
        ("size", 9),
        ("__class__", None),
    ],
)
def test_fields_by_interface_name(path: str, value: object) -> None:
    assert MESSAGE.field(path) == value


def test_every_listed_field_is_known_and_others_are_not() -> None:
    assert all(is_field(name) for name in (*FIELDS, "text", "headers", "headers.X-Tag"))
    assert not any(is_field(name) for name in ("", "Subject", "headers.", "headers.a b", "raw", "__class__"))


def test_whitespace_only_header_counts_as_blank() -> None:
    assert Message(raw=b"", subject="  ").field("subject") is None


def test_size_of_a_message_without_one_is_that_of_its_bytes() -> None:
    assert Message(raw=b"12345").field("size") == 5


def test_message_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        MESSAGE.subject = "x"  # type: ignore[misc]


def test_json_round_trip_keeps_everything() -> None:
    assert Message.from_json(json.loads(json.dumps(MESSAGE.to_json()))) == MESSAGE


def test_data_of_another_shape_is_refused() -> None:
    data, contents = MESSAGE.to_parts()
    with pytest.raises(ValueError, match="zip"):
        Message.from_parts(b"", data, contents[:-1])
    with pytest.raises(KeyError):
        Message.from_parts(b"", {}, ())


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_display_name_stays_one_mailbox(name: str) -> None:
    shown = str(Address(name, "joe@example.org"))
    addresses, problems = split_recipients(shown)
    assert [one.address for one in addresses] == ["joe@example.org"], problems


@settings(deadline=None)
@given(st.text(alphabet=' "\\<>,;:@a.b[]()', max_size=20), st.text(alphabet=' "\\<>,;:@a.b[]()', max_size=20))
def test_any_address_text_never_becomes_two_recipients(name: str, address: str) -> None:
    addresses, _ = split_recipients(str(Address(name, address)))
    assert len(addresses) <= 1
    assert all(one.address == address.strip() for one in addresses) or not address.strip()
