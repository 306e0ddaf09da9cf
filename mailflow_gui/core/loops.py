"""Guards against mail that runs in a circle, and against answers to mail that no person wrote. Pure, any thread.

The own header names every integration that has sent a message on, by an opaque mark, so that a circle is seen at its
first turn, even through several integrations. What counts as automatic is from RFC 3834 and what mail programs do.
"""

from __future__ import annotations

import hashlib
import re

from mailflow_gui.core.language import tr
from mailflow_gui.core.message import Message

LOOP_HEADER = "X-Mailflow-Loop"
#: A message that Mailflow has sent on so often runs in a circle, whoever is in it.
MOST_HOPS = 5
#: As many relays as Postfix lets a message pass.
MOST_RELAYS = 50
_MOST_WRITTEN = 9999
_MARK = r"[A-Za-z0-9_-]{1,64}"
_LOOP_VALUE = re.compile(rf"({_MARK}(?:\.{_MARK}){{0,20}})/(\d{{1,4}})", re.ASCII)
_BULK = {"bulk", "junk", "list", "auto_reply"}


def mark_of(install: str, integration: str) -> str:
    """The opaque mark of an integration of this installation."""
    return hashlib.sha256(f"{install}\x00{integration}".encode("utf-8", "replace")).hexdigest()[:16]


def loop_value(message: Message, mark: str) -> str:
    """The value of the loop header of what is sent on: the marks that were there and this one, and one hop more."""
    marks = [one for one in marks_in(message) if one != mark][-(MOST_HOPS - 1) :]
    return f"{'.'.join([*marks, mark or 'none'])}/{min(hops(message) + 1, _MOST_WRITTEN)}"


def marks_in(message: Message) -> tuple[str, ...]:
    """The marks of the integrations that have sent this message on, oldest first."""
    return tuple(mark for marks, _ in _values(message) for mark in marks.split("."))


def hops(message: Message) -> int:
    """How many times Mailflow has sent this message on; 0 when it has no header that is understood."""
    return max((int(count) for _, count in _values(message)), default=0)


def circle(message: Message, mark: str, *, own: bool = False, turns: int = 0) -> str:
    """Why a message must not go on because it runs in a circle, "" when it may.

    `own` and `turns` are what the ledger knows by its Message-ID, for peers that strip the header: whether this
    integration has sent it, or what it came from, and how many times it was sent on.
    """
    if own or (mark and mark in marks_in(message)):
        return tr("This integration has sent this message itself: it came back to the mailbox it is received from.")
    if max(hops(message), turns) >= MOST_HOPS:
        return tr(
            "Mailflow has sent this message on {most_hops} times: integrations seem to answer each other.",
            most_hops=MOST_HOPS,
        )
    if len((message.header("Received") or "").splitlines()) > MOST_RELAYS:
        return tr(
            "It has passed more than {most_relays} mail servers: it seems to run in a circle.", most_relays=MOST_RELAYS
        )
    return ""


def automatic(message: Message) -> str:
    """Why no automatic answer belongs to a message (RFC 3834 2), "" when one may be sent."""
    submitted = (message.header("Auto-Submitted") or "").strip().casefold()
    if submitted and submitted.partition(";")[0].strip() != "no":
        return tr("a program wrote it")
    if (message.header("Return-Path") or "").strip() == "<>":
        return tr("it reports about another message")
    if (message.header("Content-Type") or "").strip().casefold().startswith("multipart/report"):
        return tr("it reports about another message")
    if message.header("List-Id") or message.header("List-Unsubscribe"):
        return tr("it came through a mailing list")
    if (message.header("Precedence") or "").strip().casefold() in _BULK:
        return tr("it was sent in bulk")
    if message.header("X-Auto-Response-Suppress"):
        return tr("its sender wants no automatic answer")
    return ""


def _values(message: Message) -> list[tuple[str, str]]:
    lines = (message.header(LOOP_HEADER) or "").splitlines()
    found = [_LOOP_VALUE.fullmatch(line.strip()) for line in lines]
    return [(one[1], one[2]) for one in found if one]
