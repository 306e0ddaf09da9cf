"""Whole messages: basic fields, damaged ones, hostile ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import Address
from mailflow_gui.core.mime.parse import Limits, read_message
from tests.core.mime.hostile import HOSTILE

MESSAGE = (
    b"Received: by x\r\n\tfor y\r\n"
    b"From: =?utf-8?q?J=C3=B6?= <jo@example.org>\r\n"
    b"To: ann@example.org\r\n"
    b'to: "B, B" <bob@example.org>\r\n'
    b"Cc: \r\n"
    b"Reply-To: answers@example.org\r\n"
    b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"
    b"Date: Sun, 22 Nov 2026 10:00:00 +0100\r\n"
    b"Message-ID: <1@example.org> trailing\r\n"
    b"In-Reply-To: <0@example.org>\r\n"
    b"References: <a@example.org>\r\n <0@example.org>\r\n"
    b"\r\nHello\r\n"
)


def test_basic_fields() -> None:
    message = read_message(MESSAGE)
    assert message.raw is MESSAGE
    assert message.subject == "Grüße"
    assert message.sender == (Address("Jö", "jo@example.org"),)
    assert message.field("to") == 'ann@example.org, "B, B" <bob@example.org>'
    assert message.field("cc") is None
    assert message.reply_to == (Address("", "answers@example.org"),)
    assert message.date == "2026-11-22T10:00:00+01:00"
    assert message.message_id == "<1@example.org>"
    assert message.in_reply_to == "<0@example.org>"
    assert message.references == ("<a@example.org>", "<0@example.org>")
    assert message.headers[0] == ("Received", "by x for y")
    assert message.content == "Hello"
    assert (message.size, message.parsed, message.warnings) == (len(MESSAGE), True, ())


@pytest.mark.parametrize(
    ("raw", "date", "warned"),
    [
        (b"Sun, 22 Nov 2026 10:00:00 -0000", "2026-11-22T10:00:00+00:00", False),
        (b"22 Nov 26 10:00 GMT", "2026-11-22T10:00:00+00:00", False),
        (b"yesterday", "", True),
        (b"Mon, 1 Jan 99999999999999 00:00:00 +0000", "", True),
        (b"", "", False),
    ],
)
def test_dates(raw: bytes, date: str, warned: bool) -> None:
    message = read_message(b"Date: " + raw + b"\r\n\r\n")
    assert (message.date, bool(message.warnings)) == (date, warned)


def test_subject_is_cut() -> None:
    assert len(read_message(b"Subject: " + b"x" * 5000 + b"\r\n\r\n").subject) == 2048


def test_over_the_limits_gives_the_basic_fields_only() -> None:
    message = read_message(MESSAGE + b"x" * 10, Limits(fields=3))
    assert not message.parsed
    assert message.subject == "Grüße"
    assert message.message_id == "<1@example.org>"
    assert (message.content, message.headers, message.attachments) == ("", (), ())
    assert "header fields" in message.warnings[0]
    assert message.raw.endswith(b"x" * 10)


def test_over_a_large_header_the_first_fields_are_still_read() -> None:
    message = read_message(MESSAGE.replace(b"\r\n\r\n", b"\r\nX: " + b"y" * 300_000 + b"\r\n\r\n"))
    assert not message.parsed
    assert message.subject == "Grüße"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_messages_are_read_in_time_and_twice_the_same(name: str) -> None:
    raw = HOSTILE[name]()
    start = time.perf_counter()
    message = read_message(raw)
    assert time.perf_counter() - start < 5
    assert message.raw is raw
    if len(raw) < 200_000:
        assert read_message(raw) == message


def test_hostile_header_adds_no_field() -> None:
    message = read_message(HOSTILE["subject: newline inside a word"]())
    assert message.subject == "a X-Evil: 1"
    assert "X-Evil" not in [name for name, _ in message.headers]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    message = read_message(raw)
    assert message.raw == raw
    str(message.to_json()).encode("utf-8")


_LINES = st.sampled_from(
    [
        *(
            b"Content-Type: multipart/mixed; boundary=a",
            b"Content-Type: multipart/alternative; boundary=b",
            b"--a",
            b"--b",
        ),
        *(b"--a--", b"", b"", b"Content-Type: text/html; charset=x", b"Content-Transfer-Encoding: base64", b"<p>\xff"),
        *(
            b"Content-Disposition: attachment; filename*=x''%ff",
            b"To: \xff<,",
            b"Date: 1 Jan 1 1 1 1",
            b"a=\x00==",
            b" b",
        ),
        *(b"Content-Type: message/rfc822", b"Content-Type: multipart/encrypted; boundary=a", b"Subject: =?x?b?=?="),
    ]
)


@settings(deadline=None)
@given(st.lists(_LINES, max_size=30), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_any_lines(lines: list[bytes], separator: bytes) -> None:
    assert read_message(separator.join(lines)).parsed
