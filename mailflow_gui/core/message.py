"""The email as steps see it: `Message`, `Address`, `Attachment`, and the fields a step may read by name.

Pure data on the straight line between a source and the steps; any thread may hold these objects, they never change.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

FieldValue: TypeAlias = str | int | float | bool | tuple[str, ...] | None
"""What a field of a message, or a step's output, may hold. `None` means the field is absent or blank."""

FIELDS: tuple[str, ...] = (
    "subject",
    "from",
    "to",
    "cc",
    "bcc",
    "content",
    "html",
    "date",
    "messageId",
    "replyTo",
    "inReplyTo",
    "references",
    "attachments",
    "folder",
    "uid",
    "size",
)
"""The names `Message.field` knows, in the order a person reads them. Besides them: `text` (another name of
`content`), `headers` and `headers.<Name>`."""

_PLAIN_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029()<>@,;:\\\".\[\]]+")
_PLAIN_ADDRESS = re.compile(r"[^\s()<>,;:\\\"\[\]]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: a display name (may be empty) and an address (empty when a header had only a name)."""

    name: str
    address: str

    def __str__(self) -> str:
        """`Name <a@b>`, quoted so that reading it back gives this one mailbox and never a second one."""
        name = _CONTROLS.sub(" ", self.name).strip()
        address = _CONTROLS.sub("", self.address)
        if name and (not _PLAIN_NAME.fullmatch(name) or "=?" in name):
            name = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if not address:
            return name
        if name or not _PLAIN_ADDRESS.fullmatch(address):
            return f"{name} <{address}>".lstrip()
        return address


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message: decoded bytes and a name without path parts or control characters."""

    name: str
    media_type: str
    content: bytes
    inline: bool = False
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One email, read. `raw` holds the bytes as received and is the only thing ever forwarded as "the original".

    `sender` is the From header. `content` is plain text with LF line ends, `html` the HTML body if there is one.
    `date` and `received` are ISO 8601 with an offset, or "". `size` and all lengths are in bytes.
    `parsed` is False for mail over the reading limits: then only the basic header fields are filled.
    """

    raw: bytes
    subject: str = ""
    sender: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    content: str = ""
    html: str = ""
    date: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    folder: str = ""
    uid: str = ""
    size: int = 0
    received: str = ""
    warnings: tuple[str, ...] = ()
    parsed: bool = True

    def field(self, path: str) -> FieldValue:
        """The value of a field by its interface name; `None` when it is blank, absent or no such field exists.

        `content` and `html` are always text, `size` a number, `references` and `attachments` (the file names)
        tuples. A header that occurs several times gives its values joined by newlines.
        """
        if path in _LISTS:
            return ", ".join(text for text in map(str, getattr(self, _LISTS[path])) if text) or None
        if path in _TEXTS:
            text = str(getattr(self, _TEXTS[path]))
            return text if text.strip() else None
        if path in _OTHERS:
            return self._other(path)
        if path.startswith("headers."):
            return self.header(path[len("headers.") :])
        return None

    def _other(self, path: str) -> FieldValue:
        match path:
            case "content" | "text":
                return self.content
            case "html":
                return self.html
            case "size":
                return self.size or len(self.raw)
            case "references":
                return self.references or None
            case "attachments":
                return tuple(attachment.name for attachment in self.attachments)
            case _:
                return tuple(f"{name}: {value}" for name, value in self.headers)

    def header(self, name: str) -> str | None:
        """All values of a header, its name in any case, joined by newlines; `None` if absent or blank."""
        wanted = name.strip().lower()
        values = [value for known, value in self.headers if known.lower() == wanted and value.strip()]
        return "\n".join(values) or None

    def to_parts(self) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        """Plain data for JSON plus the attachments' bytes, in order. `raw` is not included."""
        data: dict[str, Any] = {name: getattr(self, name) for name in _PLAIN}
        for name in _ADDRESS_LISTS:
            data[name] = [[one.name, one.address] for one in getattr(self, name)]
        data["attachments"] = [[a.name, a.media_type, a.inline, a.content_id] for a in self.attachments]
        return data, tuple(attachment.content for attachment in self.attachments)

    @classmethod
    def from_parts(cls, raw: bytes, data: dict[str, Any], contents: tuple[bytes, ...]) -> Message:
        """The reverse of `to_parts`. Raises ValueError, KeyError or TypeError on data of another shape."""
        values: dict[str, Any] = {name: data[name] for name in _PLAIN}
        values["references"] = tuple(map(str, data["references"]))
        values["warnings"] = tuple(map(str, data["warnings"]))
        values["headers"] = tuple((str(name), str(value)) for name, value in data["headers"])
        for name in _ADDRESS_LISTS:
            values[name] = tuple(Address(str(one), str(address)) for one, address in data[name])
        values["attachments"] = tuple(
            Attachment(str(name), str(kind), content, bool(inline), str(content_id))
            for (name, kind, inline, content_id), content in zip(data["attachments"], contents, strict=True)
        )
        return cls(raw=raw, **values)

    def to_json(self) -> dict[str, Any]:
        """Everything as plain data, bytes in base64; what `from_json` reads."""
        data, contents = self.to_parts()
        data["raw"] = base64.b64encode(self.raw).decode("ascii")
        data["contents"] = [base64.b64encode(content).decode("ascii") for content in contents]
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Message:
        """The reverse of `to_json`. Raises ValueError, KeyError or TypeError on data of another shape."""
        contents = tuple(base64.b64decode(content) for content in data["contents"])
        return cls.from_parts(base64.b64decode(data["raw"]), data, contents)


def is_field(path: str) -> bool:
    """Whether `Message.field` knows this name (for checking what a person typed before anything runs)."""
    return path in _LISTS or path in _TEXTS or path in _OTHERS or bool(_HEADER_PATH.fullmatch(path))


_HEADER_PATH = re.compile(r"headers\.[!-9;-~]+")
_LISTS = {"from": "sender", "to": "to", "cc": "cc", "bcc": "bcc", "replyTo": "reply_to"}
_TEXTS = {
    "subject": "subject",
    "date": "date",
    "messageId": "message_id",
    "inReplyTo": "in_reply_to",
    "folder": "folder",
    "uid": "uid",
}
_OTHERS = frozenset({"content", "text", "html", "size", "references", "attachments", "headers"})
_ADDRESS_LISTS = ("sender", "to", "cc", "bcc", "reply_to")
_PLAIN = (
    *("subject", "content", "html", "date", "message_id", "in_reply_to", "references", "headers"),
    *("folder", "uid", "size", "received", "warnings", "parsed"),
)
