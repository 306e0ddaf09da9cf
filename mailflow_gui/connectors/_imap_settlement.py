"""What becomes of handled messages on an IMAP server: marked, moved, copied or deleted, and nobody else's touched.

Runs on the integration's thread, in the folder that `_imap_source` has open. Doing it twice is harmless.
"""

from __future__ import annotations

import contextlib
import hashlib
import imaplib
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from imapclient import DELETED, SEEN, IMAPClient

from mailflow_gui.connectors import _imap_fetch as box

if TYPE_CHECKING:
    from mailflow_gui.connectors.email_receive import ReceiveAction

_HEADER = f"(UID RFC822.SIZE BODY.PEEK[HEADER]<0.{box.HEADER_LIMIT}>)"
_SEARCHABLE = re.compile(r"[!#-\[\]-~]{1,200}")
_MESSAGE_ID = re.compile(rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)", re.IGNORECASE | re.MULTILINE)


class Settlement:
    """Settles messages of the open folder, `mailbox` by its name on the server, as the action says."""

    def __init__(self, client: IMAPClient, action: ReceiveAction, mailbox: str) -> None:
        self._client = client
        self._action = action
        self._mailbox = mailbox
        self._target = ""

    def settle(self, uids: Sequence[int]) -> None:
        """Messages that are gone already are passed over. Raises imaplib.IMAP4.error when the server refuses."""
        for chunk in box.chunks(sorted(uids)):
            if self._action.verb == "delete":
                self._delete(chunk)
                continue
            # Marked first, so that the moved or copied message is read, too.
            self._client.add_flags(list(chunk), [SEEN], silent=True)
            if self._action.verb == "move":
                self._move(chunk)
            elif self._action.verb == "copy":
                self._copy(chunk)

    def _move(self, uids: Sequence[int]) -> None:
        if self._client.has_capability("MOVE"):
            self._into_target(self._client.move, uids)
        else:
            self._delete(self._copy(uids))

    def _copy(self, uids: Sequence[int]) -> Sequence[int]:
        """Copies those that are not in the target yet; returns all that are still in this folder."""
        present = box.search(self._client, "UID", box.uid_set(uids))
        if present:
            self._into_target(self._client.copy, self._not_copied(present))
        return present

    def _delete(self, uids: Sequence[int]) -> None:
        r"""Flag, then UID EXPUNGE (RFC 4315). Without UIDPLUS the flag stays: EXPUNGE would take others' mail."""
        if not uids:
            return
        self._client.add_flags(list(uids), [DELETED], silent=True)
        if self._client.has_capability("UIDPLUS"):
            self._client.uid_expunge(list(uids))

    def _into_target(self, command: Callable[[list[int], str], object], uids: Sequence[int]) -> None:
        """UID MOVE (RFC 6851) or UID COPY; a target that has vanished meanwhile is made again once."""
        if not uids:
            return
        known = bool(self._target)
        try:
            command(list(uids), self._find_target())
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            if not known or "TRYCREATE" not in str(error).upper():
                raise
            self._target = ""
            command(list(uids), self._find_target())

    def _find_target(self) -> str:
        """The target's name on the server; it is created when it is missing."""
        if not self._target:
            self._target = find_folder(self._client, self._action.target) or self._create_target()
        return self._target

    def _create_target(self) -> str:
        name = self._action.target
        try:
            self._client.create_folder(name)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            # Some servers keep all folders below the inbox.
            prefix = personal_prefix(self._client)
            if not prefix or name.startswith(prefix):
                raise
            name = prefix + name
            self._client.create_folder(name)
        with contextlib.suppress(IMAPClient.Error):  # shown or not in other programs, mail can go there
            self._client.subscribe_folder(name)
        return name

    def _not_copied(self, uids: Sequence[int]) -> list[int]:
        """Those whose copy is not in the target: an earlier try may have copied them before the line broke.

        Looks for the same Message-ID and size and compares the header blocks.
        """
        target = find_folder(self._client, self._action.target)
        if not target:
            return list(uids)
        here = [piece for chunk in box.chunks(uids, 50) for piece in box.fetch(self._client, chunk, _HEADER)]
        self._client.select_folder(target, readonly=True)
        try:
            missing = [piece.uid for piece in here if not self._is_here(piece)]
        finally:
            self._client.select_folder(self._mailbox)
        return missing

    def _is_here(self, piece: box.Piece) -> bool:
        """Whether the folder that is open now holds a message with this header block and size."""
        raw = piece.raw or b""
        criteria = ["LARGER", str(max(piece.size - 1, 0)), "SMALLER", str(piece.size + 1)]
        found = _MESSAGE_ID.search(raw)
        name = found[1].decode("ascii", "replace") if found else ""
        if _SEARCHABLE.fullmatch(name):
            criteria = ["HEADER", "Message-ID", f'"{name}"', *criteria]
        candidates = box.search(self._client, "UNDELETED", *criteria)
        same = hashlib.sha256(raw).digest()
        return any(
            hashlib.sha256(other.raw or b"").digest() == same
            for chunk in box.chunks(candidates, 50)
            for other in box.fetch(self._client, chunk, _HEADER)
        )


def find_folder(client: IMAPClient, name: str) -> str:
    """The name under which the server has this folder (its own prefix may be left out), "" when it has none."""
    for candidate in dict.fromkeys((name, personal_prefix(client) + name)):
        for flags, _, _ in client.list_folders("", candidate):
            if not {b"\\noselect", b"\\nonexistent"} & {flag.lower() for flag in flags}:
                return candidate
    return ""


def personal_prefix(client: IMAPClient) -> str:
    """What the server puts before the names of this account's folders (RFC 2342), often nothing."""
    if not client.has_capability("NAMESPACE"):
        return ""
    personal = client.namespace().personal
    return str(personal[0][0]) if personal else ""
