"""The messages that the journeys send through Mailflow, and readers of what came out."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Sequence
from email.message import EmailMessage

from tests.servers.smtp_sink import SmtpSink, SmtpTransaction


def raw(subject: str, text: str = "Hello\r\n", number: int = 1, headers: Sequence[str] = ()) -> bytes:
    """A plain message from Ben<number>; `headers` are lines to add."""
    lines = [
        f"Message-ID: <{number}.{subject.replace(' ', '.')}@test.com>",
        f"From: Ben{number} <Ben{number}@test.com>",
        "To: bob@localhost",
        f"Subject: {subject}",
        "Date: Tue, 24 Nov 2026 14:30:00 +0100",
        *headers,
    ]
    return "".join(line + "\r\n" for line in lines).encode() + b"\r\n" + text.encode()


def five(prefix: str = "Mail", first: int = 1) -> list[bytes]:
    """Five plain messages from Ben1 to Ben5."""
    return some(5, prefix, first)


def some(count: int, prefix: str = "Mail", first: int = 1) -> list[bytes]:
    """Plain messages that differ in sender, subject and text."""
    numbers = range(first, first + count)
    return [raw(f"{prefix} {number}", f"Text of {prefix} {number}\r\n", number) for number in numbers]


def numbered(numbers: Sequence[int], prefix: str = "Mail") -> list[str]:
    """The subjects of `some`."""
    return [f"{prefix} {number}" for number in numbers]


def mime(kind: str, *parts: bytes, boundary: str = "xyz", subject: str = "A Multipart Message") -> bytes:
    """A multipart message of raw parts (each with its own header)."""
    head = raw(subject, "", headers=["MIME-Version: 1.0", f'Content-Type: multipart/{kind}; boundary="{boundary}"'])
    mark = boundary.encode()
    return head + b"".join(b"--" + mark + b"\r\n" + one + b"\r\n" for one in parts) + b"--" + mark + b"--\r\n"


def part(kind: str, content: str, *headers: str) -> bytes:
    """One part of a multipart message."""
    lines = [f"Content-Type: {kind}", *headers]
    return "".join(line + "\r\n" for line in lines).encode() + b"\r\n" + content.encode()


def read(sent: SmtpTransaction) -> EmailMessage:
    """What arrived, as the standard library reads it."""
    found = email.message_from_bytes(sent.content, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def text_of(sent: SmtpTransaction) -> str:
    """The decoded body with LF line ends."""
    message = read(sent)
    body = message.get_body(("plain", "html")) or message
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).replace("\r\n", "\n")


def subjects(sink: SmtpSink) -> list[str]:
    """The subjects that arrived, in order."""
    return [str(read(one)["Subject"]) for one in sink.messages]


def message_ids(sink: SmtpSink) -> list[str]:
    """The Message-IDs that arrived, in order."""
    return [str(read(one)["Message-ID"]) for one in sink.messages]
