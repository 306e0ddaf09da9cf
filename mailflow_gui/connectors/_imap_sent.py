"""The folder of sent mail of an IMAP account, asked whether it holds messages of ours (RFC 6154).

Runs on the integration's thread; each question is a connection of its own, and nothing is changed.
"""

from __future__ import annotations

import contextlib
import imaplib
import time
from collections.abc import Callable, Sequence
from typing import Any

from imapclient import IMAPClient

from mailflow_gui.connectors import _imap_fetch as box
from mailflow_gui.connectors._imap_folders import personal_prefix
from mailflow_gui.connectors._receive_failures import Explain
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.connector import Trace
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.ports import StopRequest

_MARK = b"\\sent"
#: What the folder is called where the server does not say which one it is.
NAMES = (
    "Sent",
    "Sent Items",
    "Sent Messages",
    "Sent Mail",
    "Gesendet",
    "Gesendete Objekte",
    "Gesendete Elemente",
    "Éléments envoyés",
    "Messages envoyés",
    "Elementos enviados",
    "Enviados",
    "Posta inviata",
    "Inviata",
    "Verzonden items",
    "Verzonden",
)


class ImapSentFolder:
    """A SentFolder (core.connector). `connect` gives a signed-in client; `explain` words what fails later."""

    def __init__(self, connect: Callable[[Trace], IMAPClient], explain: Explain) -> None:
        self._connect = connect
        self._explain = explain
        self._trace = SilentTrace()

    def attend(self, stop: StopRequest) -> None:
        """All waits end with Cancelled soon after `stop` is set."""
        self._trace = SilentTrace(stop)

    def holding(self, message_ids: Sequence[str]) -> frozenset[str] | None:
        """Those that are there; None when the account has no such folder. Raises MailflowError."""
        began = time.monotonic()
        client = self._connect(self._trace)
        try:
            box.LiteralCap(client)
            folder = find_sent_folder(client)
            if not folder:
                return None
            client.select_folder(folder, readonly=True)
            return frozenset(one for one in message_ids if box.search(client, "HEADER", "Message-ID", f'"{one}"'))
        except MailflowError:
            raise
        except (imaplib.IMAP4.error, OSError, ValueError) as error:
            raise self._explain(error, time.monotonic() - began) from error
        finally:
            with contextlib.suppress(Exception):
                client.shutdown()


def find_sent_folder(client: IMAPClient) -> str:
    """The folder that the server marks as the one for sent mail, else one with a usual name; "" when there is none."""
    folders = client.list_folders()
    if client.has_capability("SPECIAL-USE"):
        folders += _marked(client)
    for flags, _, name in folders:
        if _MARK in {flag.lower() for flag in flags}:
            return str(name)
    present = {str(name).casefold(): str(name) for _, _, name in folders}
    prefix = personal_prefix(client)
    for name in NAMES:
        for candidate in (prefix + name, name):
            if candidate.casefold() in present:
                return present[candidate.casefold()]
    return ""


def _marked(client: IMAPClient) -> list[Any]:
    """The folders with a special use: some servers tell it only when they are asked for it (RFC 6154 5.1)."""
    imap: Any = client._imap
    status, data = imap._simple_command("LIST", "(SPECIAL-USE)", '""', '"*"')
    if status != "OK":
        return []
    _, data = imap._untagged_response(status, data, "LIST")
    return list(client._proc_folder_list(data))
