"""Outgoing mail built from scratch, byte for byte the same for the same draft (RFC 5322, 2045-2047, 2231). Pure.

Nothing of a received message gets in except what the draft names; Bcc is never written.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mailflow_gui.core.message import Address, Attachment
from mailflow_gui.core.mime.encode import CRLF, address_field, file_name_parameter, folded_field, text_field
from mailflow_gui.core.mime.filenames import safe_file_name
from mailflow_gui.core.mime.html_text import html_to_text, is_html
from mailflow_gui.core.mime.wire import check_wire, has_long_line, header_names

__all__ = ["Draft", "check_wire", "compose", "format_date", "header_names", "html_to_text", "is_html"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,250}>")
_EXTRA_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,70}")
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}")
_CONTENT_ID = re.compile(r"[!#-'*+\--;=?-Z^-~]{1,200}")
_OUR_FIELD_NAMES = (
    "from sender to cc bcc reply-to subject date message-id in-reply-to references mime-version received return-path"
    " resent-from resent-to resent-cc resent-bcc resent-date resent-sender resent-message-id"
)
_OUR_FIELDS = frozenset(_OUR_FIELD_NAMES.split(" "))
_PLAIN_BODY = re.compile(rb"(?:[\t -~]{0,75}[!-~])?(?:\r\n(?:[\t -~]{0,75}[!-~])?)*+")
_MAX_REFERENCES = 50
_MARK = "=_mf_"


@dataclass(frozen=True, slots=True)
class Draft:
    """What to send. `date` must be aware. With `html` and a blank `text` the message is HTML alone; with both it has
    the text as its alternative. `utf8_headers` allows addresses beyond ASCII (SMTPUTF8)."""

    sender: Address
    to: tuple[Address, ...]
    subject: str
    text: str
    message_id: str
    date: datetime
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    html: str | None = None
    attachments: tuple[Attachment, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    extra_headers: tuple[tuple[str, str], ...] = ()
    utf8_headers: bool = False


def compose(draft: Draft, *, boundary_seed: str) -> bytes:
    """The wire form of a draft, checked by `check_wire`; the same draft and seed give the same bytes.

    Raises ValueError for an address, Message-ID, date or extra header name that cannot be written.
    """
    fields = [*_fields(draft), *_extra_fields(draft)]
    content = _body(draft, boundary_seed)
    fields += [b"MIME-Version: 1.0\r\n", *content.fields]
    wire = b"".join(fields) + CRLF + content.body
    if not wire.endswith(CRLF):
        wire += CRLF
    check_wire(wire, [field.partition(b":")[0].decode("ascii") for field in fields])
    return wire


def _fields(draft: Draft) -> Iterable[bytes]:
    utf8 = draft.utf8_headers
    if not _MESSAGE_ID.fullmatch(draft.message_id) or "@" not in draft.message_id:
        raise ValueError(f"{draft.message_id!r} is not a Message-ID.")
    yield address_field("From", [draft.sender], utf8)
    for name, addresses in (("To", draft.to), ("Cc", draft.cc), ("Reply-To", draft.reply_to)):
        if addresses:
            yield address_field(name, addresses, utf8)
    yield text_field("Subject", draft.subject)
    yield f"Date: {format_date(draft.date)}\r\n".encode("ascii")
    yield f"Message-ID: {draft.message_id}\r\n".encode("ascii")
    if _usable_id(draft.in_reply_to):
        yield folded_field("In-Reply-To", [draft.in_reply_to])
    references = [one for one in draft.references if _usable_id(one)]
    if references:  # keep the first, which names the thread, and the newest
        yield folded_field("References", references[:1] + references[1:][-(_MAX_REFERENCES - 1) :])


def _usable_id(text: str) -> bool:
    """Ids of received mail may be anything; only well-formed ones are passed on."""
    return bool(_MESSAGE_ID.fullmatch(text)) and "=?" not in text


def _extra_fields(draft: Draft) -> Iterable[bytes]:
    for name, value in draft.extra_headers:
        lowered = name.lower()
        if not _EXTRA_NAME.fullmatch(name) or lowered in _OUR_FIELDS or lowered.startswith("content-"):
            raise ValueError(f"The header {name!r} cannot be added.")
        yield text_field(name, value)


def format_date(moment: datetime) -> str:
    """RFC 5322 3.3, English whatever the locale. Raises ValueError for a naive datetime."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("The date needs a time zone.")
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    hours, minutes = divmod(abs(minutes), 60)
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{day}, {moment.day:02} {month} {moment.year:04} {moment:%H:%M:%S} {sign}{hours:02}{minutes:02}"


@dataclass(frozen=True, slots=True)
class _Entity:
    """A MIME entity: its Content-* fields, each ending in CRLF, and its body."""

    fields: tuple[bytes, ...]
    body: bytes


def _body(draft: Draft, seed: str) -> _Entity:
    if draft.html is None:
        entity = _text_entity("plain", draft.text)
    elif not draft.text.strip():
        entity = _text_entity("html", draft.html)
    else:
        parts = [_text_entity("plain", draft.text), _text_entity("html", draft.html)]
        entity = _multipart("alternative", parts, seed)
    if draft.attachments:
        entity = _multipart("mixed", [entity, *map(_attachment_entity, draft.attachments)], seed)
    return entity


def _text_entity(subtype: str, text: str) -> _Entity:
    """Text as written, line ends made CRLF: 7bit when short ASCII lines allow it, else quoted-printable or base64."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    data = text.encode("utf-8", "replace")
    if data and not data.endswith(CRLF):
        data += CRLF
    kind = f"Content-Type: text/{subtype}; charset=UTF-8\r\n".encode("ascii")
    if _PLAIN_BODY.fullmatch(data) and _MARK.encode("ascii") not in data:
        return _Entity((kind, b"Content-Transfer-Encoding: 7bit\r\n"), data)
    quoted = binascii.b2a_qp(data, istext=True).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    if len(quoted) <= len(data) * 1.4:
        return _Entity((kind, b"Content-Transfer-Encoding: quoted-printable\r\n"), quoted)
    return _Entity((kind, b"Content-Transfer-Encoding: base64\r\n"), _base64_lines(data))


def _base64_lines(data: bytes) -> bytes:
    encoded = base64.b64encode(data)
    return b"".join(encoded[start : start + 76] + CRLF for start in range(0, len(encoded), 76))


def _attachment_entity(attachment: Attachment) -> _Entity:
    name = safe_file_name(attachment.name, "attachment.bin")
    media_type = attachment.media_type.lower()
    content = _base64_lines(attachment.content)
    encoding = b"base64"
    embedded = _embedded(attachment.content) if media_type == "message/rfc822" else None
    if embedded is not None:
        content, encoding = embedded, b"7bit"
    elif not _MEDIA_TYPE.fullmatch(media_type) or media_type.startswith(("multipart/", "message/")):
        media_type = "application/octet-stream"  # RFC 2046 5.2.1 and 5.1 forbid base64 for these
    disposition = "inline" if attachment.inline else "attachment"
    parameters = file_name_parameter("filename", name)
    words = [f"{disposition};", *(f"{one};" for one in parameters[:-1]), parameters[-1]]
    fields = [
        f"Content-Type: {media_type}\r\n".encode("ascii"),
        folded_field("Content-Disposition", words),
        b"Content-Transfer-Encoding: " + encoding + CRLF,
    ]
    if _CONTENT_ID.fullmatch(attachment.content_id):
        fields.append(f"Content-ID: <{attachment.content_id}>\r\n".encode("ascii"))
    return _Entity(tuple(fields), content)


def _embedded(message: bytes) -> bytes | None:
    """A message that can be embedded unencoded, with CRLF line ends; RFC 2046 5.2.1 allows no base64 here."""
    lines = message.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    usable = lines.isascii() and b"\x00" not in lines and _MARK.encode("ascii") not in lines
    return lines if usable and not has_long_line(lines) else None


def _multipart(subtype: str, parts: list[_Entity], seed: str) -> _Entity:
    """Parts between boundary lines. The boundary holds `=_`, which neither base64 nor quoted-printable can."""
    digest = hashlib.sha256(f"{subtype}\x00{seed}".encode("utf-8", "replace")).hexdigest()[:32]
    boundary = f"{_MARK}{digest}"
    delimiter = f"--{boundary}\r\n".encode("ascii")
    pieces: list[bytes] = []
    for part in parts:
        pieces += [delimiter, *part.fields, CRLF, part.body]
        if not part.body.endswith(CRLF):
            pieces.append(CRLF)
    pieces.append(f"--{boundary}--\r\n".encode("ascii"))
    kind = folded_field("Content-Type", [f"multipart/{subtype};", f'boundary="{boundary}"'])
    return _Entity((kind,), b"".join(pieces))
