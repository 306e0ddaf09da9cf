"""Questions to a selected IMAP folder: SEARCH and FETCH, with answers that stay small in memory.

Reads imaplib's raw answers: faster than IMAPClient's parser, and one odd answer does not spoil its neighbours. Runs on
the integration's thread.
"""

from __future__ import annotations

import imaplib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from imapclient import IMAPClient
from imapclient.datetime_util import parse_to_datetime

from mailflow_gui.core.connector import utc

#: Messages one command names. A command line stays well below the 8,192 octets that servers must take (RFC 7162 4).
COMMAND: Final = 500
#: A header block is read up to here; more is not a header.
HEADER_LIMIT: Final = 256 * 1024
_SLACK: Final = 1024 * 1024
#: More messages than any folder holds: a range that is longer is a lie that would fill the memory.
_FOLDER_LIMIT: Final = 5_000_000

_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")
_FLAGS = re.compile(rb"\bFLAGS \(([^)]*)\)")
_DATE = re.compile(rb'\bINTERNALDATE ("[^"]*")')
_SHORT_BODY = re.compile(rb'\bBODY\[(?:HEADER)?\](?:<0>)? (?:"((?:[^"\\]|\\.)*)"|(NIL))')
_LITERAL_NEXT = re.compile(rb"\bBODY\[(?:HEADER)?\](?:<0>)? ~?\{\d+\}$")


@dataclass(frozen=True, slots=True)
class Piece:
    """What a FETCH told of one message; `raw` is None when no content came."""

    uid: int
    size: int = -1
    received: str = ""
    seen: bool = False
    raw: bytes | None = None


class LiteralCap:
    """Refuses literals beyond what was asked for: the size a server announces is memory we would give away."""

    def __init__(self, client: IMAPClient) -> None:
        imap: Any = client._imap
        self._read = imap.read
        self._left = _SLACK
        imap.read = self._read_some

    def expect(self, octets: int) -> None:
        """The next command may bring so much; twice that is let through, because some servers only estimate sizes."""
        self._left = 2 * octets + _SLACK

    def _read_some(self, size: int) -> bytes:
        self._left -= size
        if self._left < 0:
            raise imaplib.IMAP4.abort(f"the server sent {size} octets more than it had announced")
        octets: bytes = self._read(size)
        return octets


def search(client: IMAPClient, *criteria: str) -> list[int]:
    """UIDs that match, ascending. ESEARCH (RFC 4731) is used where offered: ranges instead of a long list."""
    imap: Any = client._imap
    if client.has_capability("ESEARCH"):
        imap.response("ESEARCH")
        status, data = imap.uid("SEARCH", "RETURN (ALL)", *criteria)
        _expect_ok("SEARCH", status, data)
        return sorted(_ranges(imap.response("ESEARCH")[1]) | _numbers(data))
    status, data = imap.uid("SEARCH", *criteria)
    _expect_ok("SEARCH", status, data)
    return sorted(_numbers(data))


def _numbers(lines: Iterable[bytes | None]) -> set[int]:
    return {int(uid) for line in lines if line for uid in line.split() if uid.isdigit()}


def _ranges(lines: Iterable[bytes | None]) -> set[int]:
    found: set[int] = set()
    for line in lines:
        match = re.search(rb"\bALL ([\d:,]+)", line or b"")
        for part in match[1].split(b",") if match else ():
            first, _, last = part.partition(b":")
            low, high = sorted((int(first), int(last or first)))
            if high - low + len(found) > _FOLDER_LIMIT:
                raise ValueError(f"a folder of {high - low + len(found):,} messages")
            found.update(range(low, high + 1))
    return found


def uid_set(uids: Iterable[int]) -> str:
    """A sequence set (RFC 9051 9) in which only neighbours are drawn together: it never names another message."""
    parts: list[list[int]] = []
    for uid in sorted(uids):
        if parts and uid == parts[-1][1] + 1:
            parts[-1][1] = uid
        else:
            parts.append([uid, uid])
    return ",".join(str(low) if low == high else f"{low}:{high}" for low, high in parts)


def chunks(uids: Sequence[int], size: int = COMMAND) -> Iterator[Sequence[int]]:
    """The UIDs in pieces that fit one command line."""
    for start in range(0, len(uids), size):
        yield uids[start : start + size]


def sizes(client: IMAPClient, uids: Sequence[int]) -> dict[int, int]:
    """RFC822.SIZE of each message that is still there, in octets."""
    return {piece.uid: piece.size for chunk in chunks(uids) for piece in fetch(client, chunk, "(UID RFC822.SIZE)")}


def fetch(client: IMAPClient, uids: Sequence[int], items: str) -> list[Piece]:
    """What the server tells of these messages, each once, in its own order; nothing is marked if `items` only peek.

    Raises imaplib.IMAP4.error when it refuses the command.
    """
    if not uids:
        return []
    imap: Any = client._imap
    imap.response("FETCH")  # words of other clients' changes that came in between
    status, data = imap.uid("FETCH", uid_set(uids), items)
    _expect_ok("FETCH", status, data)
    wanted = set(uids)
    found: dict[int, Piece] = {}
    for text, literal in _answers(data):
        piece = _piece(text, literal)
        if piece is not None and piece.uid in wanted:
            earlier = found.get(piece.uid)
            found[piece.uid] = piece if earlier is None else _merged(earlier, piece)
    return list(found.values())


def _answers(data: Sequence[bytes | tuple[bytes, bytes] | None]) -> Iterator[tuple[bytes, bytes | None]]:
    """Each FETCH answer as its text, without literals, and the literal that holds the content."""
    text, literal = b"", None
    for part in data:
        if isinstance(part, tuple):
            text += part[0]
            if _LITERAL_NEXT.search(part[0]):
                literal = part[1]
        elif part is not None:
            yield text + part, literal
            text, literal = b"", None


def _piece(text: bytes, literal: bytes | None) -> Piece | None:
    raw = literal
    if raw is None and (short := _SHORT_BODY.search(text)):
        raw = b"" if short[2] else re.sub(rb"\\(.)", rb"\1", short[1])
        text = text[: short.start()] + text[short.end() :]
    uid = _UID.search(text)
    if uid is None:  # a change that another client made; it is named by number only
        return None
    size, flags, date = _SIZE.search(text), _FLAGS.search(text), _DATE.search(text)
    return Piece(
        int(uid[1]),
        int(size[1]) if size else -1,
        _moment(date[1]) if date else "",
        flags is not None and b"\\seen" in flags[1].lower().split(),
        raw,
    )


def _merged(earlier: Piece, later: Piece) -> Piece:
    """A second answer about one message, such as a change of its flags, does not take the first one's content away."""
    return replace(
        later,
        size=max(earlier.size, later.size),
        received=later.received or earlier.received,
        raw=earlier.raw if later.raw is None else later.raw,
    )


def _moment(quoted: bytes) -> str:
    try:
        moment: datetime = parse_to_datetime(quoted.strip(b'"'), normalise=False)
        return utc(moment) if moment.tzinfo is not None else ""
    except (ValueError, OverflowError):
        return ""


def _expect_ok(command: str, status: str, data: object) -> None:
    if status != "OK":
        raise imaplib.IMAP4.error(f"{command} failed: {data!r}")
