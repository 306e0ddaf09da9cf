"""The folders of a mailbox with their real names and counts, for the Browse… dialog and the command line.

Runs on the caller's thread (a task of the window, never its own thread).
"""

from __future__ import annotations

import contextlib
import imaplib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from imapclient import IMAPClient, imap_utf7
from imapclient.response_parser import parse_response

from mailflow_gui.connectors._imap_session import connect_imap
from mailflow_gui.connectors._pop3_session import connect_pop3
from mailflow_gui.connectors._receive_failures import Explain
from mailflow_gui.core.connector import Folder, Trace
from mailflow_gui.core.errors import Cancelled, MailflowError

#: So many folders are counted one by one when the server can't tell all counts at once.
COUNTED: Final = 100
_NOT_SELECTABLE = {b"\\noselect", b"\\nonexistent"}

Counts = dict[bytes, tuple[int | None, int | None]]


def list_folders(settings: Any, trace: Trace) -> tuple[Folder, ...]:
    """All folders that the account has, the inbox first; of a POP3 mailbox its only one. Raises MailflowError."""
    if settings.protocol == "pop3":
        return _pop3_inbox(settings, trace)
    client = connect_imap(settings, trace)
    try:
        trace.deadline()
        return tuple(sorted(_listed(client, trace), key=_place))
    except MailflowError:
        raise
    except (imaplib.IMAP4.error, OSError, ValueError) as error:
        raise Explain(settings, settings.protocol)(error, 0) from error
    finally:
        _leave(client)


def _pop3_inbox(settings: Any, trace: Trace) -> tuple[Folder, ...]:
    session = connect_pop3(settings, trace)
    try:
        return (Folder("INBOX", "", messages=session.stat()[0]),)
    except MailflowError:
        raise
    except Exception as error:
        raise Explain(settings, settings.protocol)(error, 0) from error
    finally:
        with contextlib.suppress(Exception):
            session.quit()
        session.close()


def _listed(client: IMAPClient, trace: Trace) -> list[Folder]:
    """The folders as the server orders them. Names are read one by one: a broken one must not hide the others."""
    if client.has_capability("LIST-STATUS"):
        counts, entries = _list_with_counts(client)
    else:
        counts, entries = {}, _entries(_list(client))
    folders: list[Folder] = []
    asked = 0
    for flags, delimiter, name in entries:
        selectable = not _NOT_SELECTABLE & {flag.lower() for flag in flags}
        folder = Folder(_decoded(name), delimiter, selectable)
        known = counts.get(_key(name))
        if known:
            folder = replace(folder, messages=known[0], unseen=known[1])
        elif selectable and not counts and asked < COUNTED:
            asked += 1
            trace.deadline()
            folder = _counted(client, folder, name)
        folders.append(folder)
    return folders


def _list(client: IMAPClient, *options: str) -> Sequence[Any]:
    imap: Any = client._imap
    status, data = imap._simple_command("LIST", '""', '"*"', *options)
    status, data = imap._untagged_response(status, data, "LIST")
    if status != "OK":
        raise imaplib.IMAP4.error(f"LIST failed: {data!r}")
    return [line for line in data if line]


def _list_with_counts(client: IMAPClient) -> tuple[Counts, list[tuple[Any, str, bytes]]]:
    """LIST with RETURN (STATUS …), RFC 5819: one question for all counts."""
    imap: Any = client._imap
    imap.response("STATUS")
    lines = _list(client, "RETURN", "(STATUS (MESSAGES UNSEEN))")
    counts: Counts = {}
    with contextlib.suppress(ValueError, IMAPClient.Error):
        parsed = parse_response([line for line in imap.response("STATUS")[1] if line])
        for name, pairs in zip(parsed[::2], parsed[1::2], strict=False):
            found = dict(zip(pairs[::2], pairs[1::2], strict=False))
            counts[_key(_octets(name))] = (found.get(b"MESSAGES"), found.get(b"UNSEEN"))
    return counts, _entries(lines)


def _entries(lines: Sequence[Any]) -> list[tuple[Any, str, bytes]]:
    """(flags, delimiter, name) of each line of a LIST answer; names as the server wrote them."""
    found = []
    for line in lines:
        with contextlib.suppress(ValueError, IMAPClient.Error):
            flags, delimiter, name = parse_response([line])[:3]
            found.append((flags, (delimiter or b"").decode("ascii", "replace"), _octets(name)))
    return found


def _octets(name: object) -> bytes:
    return name if isinstance(name, bytes) else str(name).encode()


def _key(name: bytes) -> bytes:
    return b"INBOX" if name.upper() == b"INBOX" else name


def _decoded(name: bytes) -> str:
    """The real name (modified UTF-7, RFC 3501 5.1.3); as written when it is not that."""
    if name.upper() == b"INBOX":
        return "INBOX"
    try:
        decoded = str(imap_utf7.decode(name))
        if imap_utf7.encode(decoded) == name:
            return decoded
    except ValueError:
        pass
    return name.decode("utf-8", "replace")


def _counted(client: IMAPClient, folder: Folder, name: bytes) -> Folder:
    try:
        status = client.folder_status(folder.name, ["MESSAGES", "UNSEEN"])
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, ValueError):  # a folder without the right to read it
        return folder
    return replace(folder, messages=status.get(b"MESSAGES"), unseen=status.get(b"UNSEEN"))


def _place(folder: Folder) -> tuple[bool, list[str]]:
    parts = folder.name.split(folder.delimiter) if folder.delimiter else [folder.name]
    return (parts[0] != "INBOX", [part.casefold() for part in parts])


def _leave(client: IMAPClient) -> None:
    try:
        client.socket().settimeout(2)
        client.logout()
    except (Cancelled, imaplib.IMAP4.error, OSError):
        with contextlib.suppress(Exception):
            client.shutdown()
