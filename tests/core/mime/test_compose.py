"""Outgoing mail: what is meant is what another reader sees, and nothing else gets in."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.message import Message as StandardMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import Address, Attachment
from mailflow_gui.core.mime.compose import Draft, compose, format_date, header_names
from mailflow_gui.core.mime.encode import clean_value
from mailflow_gui.core.mime.parse import read_message

DRAFT = Draft(
    sender=Address("Jo", "jo@example.org"),
    to=(Address("", "ann@example.org"), Address("Doe, Bob", "bob@example.org")),
    subject="Hello",
    text="Hello, I am sending emails to myself again!\r\n",
    message_id="<1@example.org>",
    date=datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=1))),
)
NAMES = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]


def _standard(wire: bytes) -> StandardMessage:
    return email.message_from_bytes(wire, policy=email.policy.compat32)


def test_plain_message_byte_for_byte() -> None:
    assert compose(DRAFT, boundary_seed="s") == (
        b"From: Jo <jo@example.org>\r\n"
        b'To: ann@example.org, "Doe, Bob" <bob@example.org>\r\n'
        b"Subject: Hello\r\n"
        b"Date: Sun, 22 Nov 2026 10:00:00 +0100\r\n"
        b"Message-ID: <1@example.org>\r\n"
        b"MIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=UTF-8\r\n"
        b"Content-Transfer-Encoding: 7bit\r\n"
        b"\r\n"
        b"Hello, I am sending emails to myself again!\r\n"
    )


def test_all_fields_in_order() -> None:
    draft = replace(
        DRAFT,
        cc=(Address("", "c@example.org"),),
        reply_to=(Address("", "r@example.org"),),
        in_reply_to="<0@example.org>",
        references=("<a@example.org>", "rubbish\r\nX: y", "<=?utf-8?q?x?=@y>", "<0@example.org>"),
        extra_headers=(("Auto-Submitted", "auto-generated"), ("X-Mapped", "ü\r\nBcc: evil@x.y")),
    )
    wire = compose(draft, boundary_seed="s")
    expected = ["From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"]
    expected += ["Auto-Submitted", "X-Mapped", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
    assert header_names(wire) == expected
    message = read_message(wire)
    assert message.references == ("<a@example.org>", "<0@example.org>")
    assert message.field("headers.X-Mapped") == "ü Bcc: evil@x.y"


def test_many_references_keep_the_first_and_the_newest() -> None:
    draft = replace(DRAFT, references=tuple(f"<{number}@example.org>" for number in range(200)))
    found = read_message(compose(draft, boundary_seed="s")).references
    assert (found[0], found[1], found[-1], len(found)) == (
        *("<0@example.org>", "<151@example.org>", "<199@example.org>"),
        50,
    )


def test_html_with_text_is_an_alternative_and_html_alone_is_html() -> None:
    both = _standard(compose(replace(DRAFT, html="<p>Grüße</p>"), boundary_seed="s"))
    assert [part.get_content_type() for part in both.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    alone = _standard(compose(replace(DRAFT, text=" ", html="<p><b>Hello</b></p>\r\n"), boundary_seed="s"))
    assert alone.get_content_type() == "text/html"
    assert alone.get_payload(decode=True) == b"<p><b>Hello</b></p>\r\n"


def test_attachments_come_back() -> None:
    inner = compose(DRAFT, boundary_seed="inner")
    attachments = (
        Attachment("Übersicht – Größe № 1 " + "lang " * 10 + ".pdf", "application/pdf", bytes(range(256)) * 10),
        Attachment("logo.png", "image/png", b"\x89PNG", inline=True, content_id="logo@x"),
        Attachment("../evil\r\nX: y.exe", "not a type\r\nX: y", b""),
        Attachment("inner.eml", "message/rfc822", inner),
        Attachment("binary.eml", "message/rfc822", b"\xff\x00"),
    )
    wire = compose(replace(DRAFT, html="<p>x</p>", attachments=attachments), boundary_seed="s")
    assert max(map(len, wire.split(b"\r\n"))) <= 78
    found = read_message(wire).attachments
    assert [one.content.removesuffix(b"\r\n") for one in found] == [
        one.content.removesuffix(b"\r\n") for one in attachments
    ]
    assert [one.name for one in found][1:] == ["logo.png", "evilX_ y.exe", "inner.eml", "binary.eml"]
    assert found[0].name == " ".join(attachments[0].name.split())
    kinds = ["application/pdf", "image/png", "application/octet-stream", "message/rfc822", "application/octet-stream"]
    assert [one.media_type for one in found] == kinds
    assert (found[1].inline, found[1].content_id) == (True, "logo@x")
    assert _standard(wire).get_payload()[1].get_filename() is not None  # type: ignore[index,union-attr]


def test_same_draft_same_bytes_and_the_seed_changes_only_the_boundary() -> None:
    draft = replace(DRAFT, html="<p>x</p>")
    first = compose(draft, boundary_seed="a")
    assert first == compose(draft, boundary_seed="a")
    other = compose(draft, boundary_seed="b")
    assert first != other
    assert len(first) == len(other)


def test_body_cannot_end_a_part() -> None:
    boundary = read_message(compose(replace(DRAFT, html="<p>x</p>"), boundary_seed="s")).field("headers.Content-Type")
    mark = str(boundary).partition('"')[2].rstrip('"')
    wire = compose(replace(DRAFT, html="<p>x</p>", text=f"a\r\n--{mark}--\r\nb"), boundary_seed="s")
    assert read_message(wire).content == f"a\n--{mark}--\nb"


@pytest.mark.parametrize(
    "change",
    [
        {"sender": Address("x", "nobody")},
        {"to": (Address("", "a@b.c, evil@x.y"),)},
        {"message_id": "<a@b>\r\nX: y"},
        {"message_id": "a@b"},
        {"message_id": ""},
        {"date": datetime(2026, 11, 22, 10, 0)},
        {"extra_headers": (("Bcc", "x@y.z"),)},
        {"extra_headers": (("Content-Type", "text/html"),)},
        {"extra_headers": (("Received", "x"),)},
        {"extra_headers": (("X: y\r\nZ", "x"),)},
        {"to": (Address("", "jörg@example.org"),)},
    ],
)
def test_what_cannot_be_written_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        compose(replace(DRAFT, **change), boundary_seed="s")


def test_international_address_with_permission() -> None:
    wire = compose(replace(DRAFT, to=(Address("", "jörg@bücher.example"),), utf8_headers=True), boundary_seed="s")
    assert "To: jörg@xn--bcher-kva.example\r\n".encode() in wire


@pytest.mark.parametrize(
    ("offset", "text"),
    [(-330, "Sun, 22 Nov 2026 10:00:00 -0530"), (0, "Sun, 22 Nov 2026 10:00:00 +0000")],
)
def test_dates(offset: int, text: str) -> None:
    assert format_date(datetime(2026, 11, 22, 10, tzinfo=timezone(timedelta(minutes=offset)))) == text
    assert format_date(datetime(2026, 1, 5, 1, tzinfo=UTC)) == "Mon, 05 Jan 2026 01:00:00 +0000"


ODD_TEXTS = ["", ".", "a\r\n.\r\nb", "a\n.\rb", "\r.\r", "\n.\n", "\r\n.\r\n", "From x", "x" * 2000, "ü" * 500]
ODD_TEXTS += ["a \nb\t\n", "\x00\x01\x1b[31m", "\ud800", "日本語" * 300, "--=_mf_x", "=3D", "Bcc: evil@x.y\n\nx"]


@pytest.mark.parametrize("text", ODD_TEXTS)
@pytest.mark.parametrize("html", [None, "<p>\r.\rü</p>"])
def test_odd_texts_are_safe_on_the_wire(text: str, html: str | None) -> None:
    wire = compose(replace(DRAFT, text=text, html=html), boundary_seed="s")
    assert max(map(len, wire.split(b"\r\n"))) <= 78
    assert wire.isascii()


_TEXT = st.text(max_size=120)


@settings(deadline=None)
@given(subject=_TEXT, name=_TEXT, text=_TEXT)
def test_any_text_survives_in_another_reader(subject: str, name: str, text: str) -> None:
    draft = replace(DRAFT, subject=subject, to=(Address(name, "ann@example.org"),), text=text)
    wire = compose(draft, boundary_seed="s")
    other = _standard(wire)
    assert other.keys() == NAMES
    ours = read_message(wire)
    assert ours.subject == clean_value(subject)
    assert [one.address for one in ours.to] == ["ann@example.org"]
    body = other.get_payload(decode=True)
    assert isinstance(body, bytes)
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    sent = lines.encode("utf-8", "replace").decode("utf-8")
    assert body.decode("utf-8").replace("\r\n", "\n").removesuffix("\n") == sent.removesuffix("\n")
