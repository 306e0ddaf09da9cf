"""What becomes of handled messages on an IMAP server: marked, moved, copied or deleted, and nobody else's touched.

Runs on the integration's thread, in the folder that `_imap_source` has open. Doing it twice is harmless.
"""

from __future__ import annotations

import imaplib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from imapclient import DELETED, SEEN, IMAPClient

from mailflow_gui.connectors import _imap_fetch as box
from mailflow_gui.connectors._imap_folders import HEADER, create_folder, find_folder, holds

if TYPE_CHECKING:
    from mailflow_gui.connectors.email_receive import ReceiveAction


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
            self._target = find_folder(self._client, self._action.target) or create_folder(
                self._client, self._action.target
            )
        return self._target

    def _not_copied(self, uids: Sequence[int]) -> list[int]:
        """Those whose copy is not in the target: an earlier try may have copied them before the line broke.

        Looks for the same Message-ID and size and compares the header blocks.
        """
        target = find_folder(self._client, self._action.target)
        if not target:
            return list(uids)
        here = [piece for chunk in box.chunks(uids, 50) for piece in box.fetch(self._client, chunk, HEADER)]
        self._client.select_folder(target, readonly=True)
        try:
            missing = [one.uid for one in here if not holds(self._client, one.raw or b"", one.size)]
        finally:
            self._client.select_folder(self._mailbox)
        return missing
