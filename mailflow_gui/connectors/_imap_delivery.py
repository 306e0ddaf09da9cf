"""Delivers messages unchanged into a folder of an IMAP account (APPEND, RFC 9051 6.3.12). Integration's thread.

Unlike SMTP, a mailbox can be asked: before each APPEND the folder is searched for the message, so that an attempt whose
answer was lost is found out, and nothing is delivered twice.
"""

from __future__ import annotations

import contextlib
import imaplib
import time
from collections.abc import Callable, Sequence
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from imapclient import SEEN, IMAPClient

from mailflow_gui.connectors._halt import while_moving
from mailflow_gui.connectors._imap_folders import create_folder, find_folder, holds
from mailflow_gui.connectors._receive_failures import Explain
from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import Attempt, Outgoing, Reply, Rows, Stance, Trace
from mailflow_gui.core.errors import Cancelled, MailflowError, RefusedError
from mailflow_gui.core.language import tr
from mailflow_gui.core.ports import StopRequest

if TYPE_CHECKING:
    from datetime import datetime

    from mailflow_gui.connectors._delivering import DeliverAction

#: NO answers that pass by themselves (RFC 9051 7.1): no room now, in use, a limit for the moment.
_LATER = ("OVERQUOTA", "INUSE", "LIMIT", "UNAVAILABLE", "SERVERBUG")


class FolderTransport:
    """A Transport (core.connector) into one folder. `connect` gives a signed-in client; `explain` words failures."""

    def __init__(self, action: DeliverAction, connect: Callable[[Trace], IMAPClient], explain: Explain) -> None:
        self._action = action
        self._connect = connect
        self._explain = explain
        self._trace = SilentTrace()
        self._client: IMAPClient | None = None

    def attend(self, stop: StopRequest) -> None:
        """All waits end with Cancelled soon after `stop` is set: a message that arrived after all is found later."""
        self._trace = SilentTrace(stop)

    def transmit(self, outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[Rows], None]) -> Attempt:
        """One attempt. There is no instant of doubt to record: a lost answer is looked up at the next attempt.

        Raises MailflowError for what concerns the account.
        """
        began = time.monotonic()
        if self._client is None:
            self._client = self._connect(self._trace)
        try:
            with self._trace.halt.allowing(while_moving):
                said = self._deliver(self._client, outgoing.wire)
            return self._outcome(recipients, Stance.SENT, said)
        except Cancelled:
            self.close()
            raise
        except imaplib.IMAP4.error as error:
            if isinstance(error, imaplib.IMAP4.abort):
                raise self._lost(error, began) from error
            return self._refused(recipients, error)
        except (OSError, ValueError) as error:
            raise self._lost(error, began) from error

    def close(self) -> None:
        """Ends the session; never raises."""
        client, self._client = self._client, None
        if client is not None:
            with contextlib.suppress(Exception):
                client.shutdown()

    def _deliver(self, client: IMAPClient, raw: bytes) -> str:
        """Puts the message into the folder, unless it is there; says which."""
        folder = find_folder(client, self._action.folder_name)
        if not folder:
            if not self._action.create:
                raise trouble("FOLDER_NOT_FOUND", folder=self._action.folder_name)
            folder = create_folder(client, self._action.folder_name)
        client.select_folder(folder, readonly=True)
        as_stored = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")  # how the server counts and tells it
        head, gap, _ = as_stored.partition(b"\r\n\r\n")
        if holds(client, head + gap, len(as_stored)):
            return tr("already there")
        client.append(folder, raw, [SEEN] if self._action.mark_seen else [], _arrival(as_stored))
        return ""

    def _refused(self, recipients: Sequence[str], error: Exception) -> Attempt:
        text = str(error)
        later = bool(busy_code(text)) or any(f"[{code}" in text.upper() for code in _LATER)
        title = tr("The server did not take the message into “{folder}”", folder=self._action.folder_name)
        said = self._explain.said(error)
        words = RefusedError(title, said, cause="FOLDER_REFUSED", details=said)
        return self._outcome(recipients, Stance.RETRY if later else Stance.REFUSED, said, words)

    def _outcome(self, recipients: Sequence[str], stance: Stance, said: str, error: Exception | None = None) -> Attempt:
        reply = Reply(0, "", said)
        return Attempt(stance, reply, tuple((one, stance, reply) for one in recipients), error)

    def _lost(self, error: BaseException, began: float) -> MailflowError:
        self.close()
        return self._explain(error, time.monotonic() - began)


def _arrival(raw: bytes) -> datetime | None:
    """When the message came to its first mailbox, by its topmost Received field; None: the server takes now."""
    head = raw.partition(b"\r\n\r\n")[0].replace(b"\r\n\t", b" ").replace(b"\r\n ", b" ")
    for line in head.split(b"\r\n"):
        if line[:9].lower() == b"received:":
            with contextlib.suppress(Exception):  # any text may stand there
                moment = parsedate_to_datetime(line.rpartition(b";")[2].decode("ascii").strip()[:100])
                return moment if moment.tzinfo else None
            return None
    return None
