"""Raw bytes to a `Message`: basic header fields, one body text, attachments; each in its own try, nothing ever raises.

Pure. Time is linear in the size of the message within `Limits`; runs in the reader's child process, or in the caller's
thread for small plain mail (see `engine/reader.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TypedDict, TypeVar

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Address, Message
from mailflow_gui.core.mime.addresses import parse_addresses
from mailflow_gui.core.mime.body import read_body
from mailflow_gui.core.mime.headers import decode_header, unfold
from mailflow_gui.core.mime.prescan import (
    Limits,
    OverLimit,
    Part,
    Structure,
    read_fields,
    scan,
    with_line_feeds,
)

__all__ = ["Limits", "OverLimit", "assemble", "read_basic", "read_message", "scan"]

_IDENTIFIER = re.compile(r"<[^<>]++>")
_DATE_CHARS = 200
_BASIC = Limits(header_bytes=64 * 1024, fields=500, field_bytes=8 * 1024, addresses=100)

_T = TypeVar("_T")


def read_message(raw: bytes, limits: Limits | None = None) -> Message:
    """The message behind any bytes. Over the limits: `parsed=False`, basic fields only. Never raises."""
    limits = limits or Limits()
    try:
        structure = scan(raw, limits)
    except OverLimit as excess:
        return read_basic(raw, tr("Not read completely: {excess}", excess=excess))
    except Exception as error:
        return read_basic(raw, tr("The structure could not be read ({error}).", error=type(error).__name__))
    return assemble(raw, structure, limits)


def assemble(raw: bytes, structure: Structure, limits: Limits) -> Message:
    """The message of a structure that `scan` found within `limits`. Never raises."""
    fields = _Fields(structure.root, limits)
    body = read_body(structure, limits)
    no_headers: tuple[tuple[str, str], ...] = ()
    headers = fields.attempt(tr("The header"), fields.decoded, no_headers)
    return Message(
        raw=raw,
        **fields.basic(),
        headers=headers,
        content=body.content,
        html=body.html,
        attachments=tuple(body.attachments),
        size=len(raw),
        warnings=(*fields.warnings, *body.warnings),
    )


def read_basic(raw: bytes, warning: str) -> Message:
    """Subject, addresses, date and ids from the first header lines, as far as they are of modest size. Never raises."""
    fields = _Fields(Part(_first_fields(raw), 0, 0), _BASIC)
    basic = fields.basic()
    return Message(raw=raw, **basic, size=len(raw), warnings=(warning, *fields.warnings), parsed=False)


def _first_fields(raw: bytes) -> list[tuple[str, bytes]]:
    """The header up to the point where it becomes too large; a field that is too long is cut."""
    loose = Limits(header_bytes=_BASIC.header_bytes, fields=_BASIC.fields, field_bytes=_BASIC.header_bytes)
    data = with_line_feeds(raw[: _BASIC.header_bytes])
    try:
        found, _ = read_fields(data, 0, len(data), loose)
    except OverLimit:
        try:
            found, _ = read_fields(data, 0, len(data), Limits(fields=len(data), field_bytes=len(data)))
        except OverLimit:
            return []
    return [(name, value[: _BASIC.field_bytes]) for name, value in found[: _BASIC.fields]]


class _Basic(TypedDict):
    subject: str
    sender: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    date: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]


class _Fields:
    """The root header of one message, read field by field; what fails leaves its default and a warning."""

    def __init__(self, root: Part, limits: Limits) -> None:
        self._root = root
        self._limits = limits
        self.warnings: list[str] = []
        self._values: dict[str, list[bytes]] = {}
        for name, value in root.fields:
            self._values.setdefault(name.lower(), []).append(value)

    def attempt(self, name: str, read: Callable[[], _T], default: _T) -> _T:
        """What `read` returns, or `default` with a warning. Any exception: codecs raise the oddest ones."""
        try:
            return read()
        except Exception as error:
            self.warnings.append(tr("{name} could not be read ({error}).", name=name, error=type(error).__name__))
            return default

    def basic(self) -> _Basic:
        """The fields that even an unparsed message has."""
        return {
            "subject": self.attempt("Subject", lambda: self._text("subject"), ""),
            "sender": self._addresses("From"),
            "to": self._addresses("To"),
            "cc": self._addresses("Cc"),
            "bcc": self._addresses("Bcc"),
            "reply_to": self._addresses("Reply-To"),
            "date": self.attempt("Date", self._date, ""),
            "message_id": self.attempt("Message-ID", lambda: self._identifier("message-id"), ""),
            "in_reply_to": self.attempt("In-Reply-To", lambda: self._identifier("in-reply-to"), ""),
            "references": self.attempt("References", self._references, ()),
        }

    def decoded(self) -> tuple[tuple[str, str], ...]:
        """Every field, decoded, in order."""
        return tuple((name, decode_header(value)) for name, value in self._root.fields)

    def _first(self, name: str) -> bytes:
        values = self._values.get(name)
        return values[0] if values else b""

    def _text(self, name: str) -> str:
        return decode_header(self._first(name), self._limits.line_chars)

    def _addresses(self, name: str) -> tuple[Address, ...]:
        values = self._values.get(name.lower())
        if not values:
            return ()
        text = unfold(values[0]) if len(values) == 1 else ", ".join(map(unfold, values))
        return self.attempt(name, lambda: parse_addresses(text, self._limits.addresses), ())

    def _date(self) -> str:
        text = unfold(self._first("date"))[:_DATE_CHARS]
        if not text:
            return ""
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:  # "-0000": UTC, local time unknown (RFC 5322 3.3)
            moment = moment.replace(tzinfo=UTC)
        return moment.isoformat()

    def _identifier(self, name: str) -> str:
        text = self._text(name)
        found = _IDENTIFIER.search(text)
        return found[0] if found else text

    def _references(self) -> tuple[str, ...]:
        text = decode_header(self._first("references"))
        return tuple(_IDENTIFIER.findall(text)[: self._limits.addresses])
