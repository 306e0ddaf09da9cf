"""The last look at composed bytes before they are queued: only CRLF, no over-long line, the fields meant. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_LINE = 998

_FIELD = re.compile(rb"([!-9;-~]+):")


def check_wire(wire: bytes, expected_headers: Sequence[str]) -> None:
    """Raises ValueError unless the bytes are safe to send (RFC 5321 2.3.8, RFC 5322 2.1.1).

    No bare CR or LF, no NUL, no line over 998 bytes, CRLF at the end, and the header, read again, has exactly the
    `expected_headers`, by name and order.
    """
    pairs = wire.count(b"\r\n")
    if wire.count(b"\r") != pairs or wire.count(b"\n") != pairs:
        raise ValueError("The composed message has a bare CR or LF.")
    if b"\x00" in wire:
        raise ValueError("The composed message has a NUL byte.")
    if not wire.endswith(b"\r\n"):
        raise ValueError("The composed message does not end with a line end.")
    if has_long_line(wire):
        raise ValueError(f"The composed message has a line over {MAX_LINE} bytes.")
    found = header_names(wire)
    if found != list(expected_headers):
        raise ValueError(f"The composed header has {found!r} instead of {list(expected_headers)!r}.")


def has_long_line(wire: bytes) -> bool:
    """Whether a line is longer than 998 bytes without its CRLF; looks at about one line in every thousand bytes."""
    start = 0
    while len(wire) - start > MAX_LINE:
        end = wire.rfind(b"\r\n", start, start + MAX_LINE + 2)
        if end < 0:
            return True
        start = end + 2
    return False


def header_names(wire: bytes) -> list[str]:
    """The field names up to the first blank line. Raises ValueError for a line that is no field."""
    header, blank, _ = (b"\r\n" + wire).partition(b"\r\n\r\n")
    if not blank:
        raise ValueError("The composed message has no blank line after its header.")
    names: list[str] = []
    for line in header.split(b"\r\n")[1:]:
        if line[:1] in (b" ", b"\t"):
            if not line.strip():
                raise ValueError("The composed header has a folded line of spaces only.")
            continue
        field = _FIELD.match(line)
        if field is None:
            raise ValueError("The composed header has a line that is no field.")
        names.append(field[1].decode("ascii"))
    return names
