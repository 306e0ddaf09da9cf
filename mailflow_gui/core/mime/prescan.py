"""The shape of a message, found on its bytes before anything is decoded: header fields, parts, and limits on both.

One pass of `bytes.find` per nesting level, so its time is bounded by size times depth (at most `Limits.depth`). Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailflow_gui.core.language import tr
from mailflow_gui.core.mime.headers import parse_parameters, unfold

_NAME = re.compile(rb"([!-9;-~]++)[ \t]*+:")
_MEDIA_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80}")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of a message before it counts as too complex. Sizes in bytes, texts in characters."""

    header_bytes: int = 256 * 1024
    fields: int = 2000
    field_bytes: int = 64 * 1024
    parts: int = 1000
    depth: int = 50
    addresses: int = 1000
    line_chars: int = 2048
    body_chars: int = 8_000_000


class OverLimit(ValueError):
    """A message exceeds one of the limits; the text says which."""


@dataclass(slots=True)
class Part:
    """One MIME entity: raw header fields in order, and where its body lies in the message."""

    fields: list[tuple[str, bytes]]
    start: int
    end: int
    media_type: str = "text/plain"
    parameters: dict[str, str] = field(default_factory=dict)
    children: list[Part] = field(default_factory=list)

    def first(self, name: str) -> bytes:
        """The raw value of the first field of that (lower case) name, or b""."""
        for known, value in self.fields:
            if known.lower() == name:
                return value
        return b""


@dataclass(slots=True)
class Structure:
    """A scanned message: the bytes it was scanned from, its root and how many parts and levels there are."""

    data: bytes
    root: Part
    parts: int = 0
    depth: int = 0


def scan(raw: bytes, limits: Limits) -> Structure:
    """The part tree of a message. Raises OverLimit, and nothing else, for any bytes."""
    data = with_line_feeds(raw)
    structure = Structure(data, Part([], 0, len(data)))
    structure.root = _scan_part(structure, limits, (0, len(data)), 1)
    return structure


def with_line_feeds(raw: bytes) -> bytes:
    """The same bytes, unless lines end in a bare CR only (old Macintosh files)."""
    if b"\n" not in raw and b"\r" in raw:
        return raw.replace(b"\r", b"\n")
    return raw


def read_fields(data: bytes, start: int, end: int, limits: Limits) -> tuple[list[tuple[str, bytes]], int]:
    """The header fields from `start`, and where the body begins. Values keep their folds. Raises OverLimit.

    Like every tolerant reader: a line that is no field and no continuation begins the body.
    """
    found: list[tuple[str, list[bytes]]] = []
    position = start
    if data.startswith((b"From ", b">From "), start, end):  # an mbox separator kept by some servers
        position = _after_line(data, start, end)
    while position < end:
        following = _after_line(data, position, end)
        if following - start > limits.header_bytes:
            raise OverLimit(tr("The header is longer than {header_bytes} bytes.", header_bytes=limits.header_bytes))
        line = data[position:following].rstrip(b"\r\n")
        if not line:
            position = following
            break
        if line[0] in b" \t":
            if found:
                found[-1][1].append(line)
        else:
            name = _NAME.match(line)
            if name is None:
                break
            if len(found) >= limits.fields:
                raise OverLimit(tr("There are more than {fields} header fields.", fields=limits.fields))
            found.append((name[1].decode("ascii"), [line[name.end() :]]))
        position = following
    return [(name, _value(lines, limits)) for name, lines in found], position


def _value(lines: list[bytes], limits: Limits) -> bytes:
    value = lines[0] if len(lines) == 1 else b"\n".join(lines)
    if len(value) > limits.field_bytes:
        raise OverLimit(tr("A header field is longer than {field_bytes} bytes.", field_bytes=limits.field_bytes))
    return value


def _after_line(data: bytes, start: int, end: int) -> int:
    found = data.find(b"\n", start, end)
    return end if found < 0 else found + 1


def _scan_part(
    structure: Structure, limits: Limits, span: tuple[int, int], depth: int, default: str = "text/plain"
) -> Part:
    structure.parts += 1
    structure.depth = max(structure.depth, depth)
    if structure.parts > limits.parts:
        raise OverLimit(tr("There are more than {parts} parts.", parts=limits.parts))
    if depth > limits.depth:
        raise OverLimit(tr("Parts are nested more than {depth} deep.", depth=limits.depth))
    fields, start = read_fields(structure.data, *span, limits)
    part = Part(fields, start, max(start, span[1]), default)
    declared = part.first("content-type")
    if declared:
        media_type, part.parameters = parse_parameters(unfold(declared))
        part.media_type = media_type if _MEDIA_TYPE.fullmatch(media_type) else "text/plain"
    if part.media_type.startswith("multipart/"):
        _scan_children(structure, limits, part, depth)
    return part


def _scan_children(structure: Structure, limits: Limits, part: Part, depth: int) -> None:
    boundary = part.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")
    allowed = limits.parts - structure.parts
    spans = split_parts(structure.data, part.start, part.end, boundary, allowed) if boundary else []
    if not spans:  # no boundary, or none of its lines: what is there is taken as text
        part.media_type, part.parameters = "text/plain", {}
        return
    default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
    part.children = [_scan_part(structure, limits, span, depth + 1, default) for span in spans]


def split_parts(data: bytes, start: int, end: int, boundary: bytes, allowed: int) -> list[tuple[int, int]]:
    """The spans between boundary lines (RFC 2046 5.1.1); a missing last boundary is tolerated.

    Raises OverLimit when there are more than `allowed` of them.
    """
    delimiter = b"--" + boundary
    spans: list[tuple[int, int]] = []
    opened = -1
    position = data.find(delimiter, start, end)
    while position >= 0:
        after = position + len(delimiter)
        if position == start or data[position - 1] in b"\r\n":
            following = _after_line(data, after, end)
            rest = data[after:following].rstrip()
            if rest in (b"", b"--"):
                if opened >= 0:
                    spans.append((opened, _before_break(data, opened, position)))
                opened = -1 if rest else following
                if rest or len(spans) > allowed:
                    break
                after = following
        position = data.find(delimiter, after, end)
    if len(spans) > allowed:
        raise OverLimit(tr("There are too many parts."))
    if opened >= 0:
        spans.append((opened, end))
    return spans


def _before_break(data: bytes, start: int, position: int) -> int:
    """The line break before a boundary belongs to the boundary."""
    if position > start and data[position - 1 : position] == b"\n":
        position -= 1
    if position > start and data[position - 1 : position] == b"\r":
        position -= 1
    return position
