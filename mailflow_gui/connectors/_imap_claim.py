"""Which of several computers takes a message: a keyword on the server, set only while no other one stands there.

The server decides who is first (RFC 7162, conditional STORE). Runs on the integration's thread.
"""

from __future__ import annotations

import hashlib
import imaplib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from imapclient import IMAPClient

from mailflow_gui.connectors import _imap_fetch as box
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import tr

#: So often it is tried when flags change meanwhile; what is undecided then is asked about at the next poll.
ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class _Standing:
    """The claims on a message, and when its flags changed last as the server counts it."""

    claims: tuple[str, ...]
    change: int


def claim(client: IMAPClient, uids: Sequence[int], group: str, owner: str) -> tuple[set[int], set[int]]:
    """The UIDs that `owner` may take, and those that another member of the group has.

    A claim of one's own from an earlier time counts. A message that is gone may be taken: the fetch tells of it.
    """
    start = prefix(group)
    own = start + owner
    ours: set[int] = set()
    theirs: set[int] = set()
    for chunk in box.chunks(uids, 200):
        standing = _standing(client, chunk, start)
        for _ in range(ROUNDS):
            free = {uid: one.change for uid, one in standing.items() if not one.claims}
            if not free:
                break
            _mark(client, sorted(free), own, max(free.values()))
            standing = _standing(client, chunk, start)
        ours |= {uid for uid in chunk if uid not in standing or standing[uid].claims == (own,)}
        theirs |= {uid for uid, one in standing.items() if one.claims and one.claims != (own,)}
    return ours, theirs


def prefix(group: str) -> str:
    """How the keywords of a group begin."""
    return f"$Mailflow-{hashlib.sha256(group.encode()).hexdigest()[:8]}-"


def _standing(client: IMAPClient, uids: Sequence[int], start: str) -> dict[int, _Standing]:
    found = client.fetch(list(uids), ["FLAGS", "MODSEQ"])
    if any(b"FLAGS" not in data or b"MODSEQ" not in data for data in found.values()):
        raise imaplib.IMAP4.error("an answer without FLAGS or MODSEQ")  # it would look like a message that is gone
    return {
        uid: _Standing(
            tuple(name for flag in data[b"FLAGS"] if (name := flag.decode("ascii", "replace")).startswith(start)),
            int(data[b"MODSEQ"][0]),
        )
        for uid, data in found.items()
    }


def _mark(client: IMAPClient, uids: Sequence[int], keyword: str, change: int) -> None:
    """Marks those whose flags have not changed since: a later change has a higher number than any known before it."""
    imap: Any = client._imap
    wanted = f"(UNCHANGEDSINCE {change}) +FLAGS.SILENT"  # as one, or Python 3.14 finds too many arguments
    status, data = imap.uid("STORE", box.uid_set(uids), wanted, f"({keyword})")
    said = b" ".join(one for one in data if isinstance(one, bytes)).decode("utf-8", "replace")
    if status != "OK" and "MODIFIED" not in said.upper():
        raise imaplib.IMAP4.error(f"STORE failed: {said}")


def no_claims(folder: str) -> SettingsError:
    """The server cannot say who was first."""
    return SettingsError(
        tr("The server can't share the folder “{folder}” between computers", folder=folder),
        tr("It has no conditional marks (CONDSTORE), or keeps no keywords in this folder."),
        cause="NO_CLAIMS",
        fix=tr("Let one computer receive from this folder, and leave Shared As blank."),
        fields=("sharedAs",),
    )
