"""Folders of a signed-in IMAP session: find one, create one, and see whether it holds a message already.

Runs on the integration's thread.
"""

from __future__ import annotations

import contextlib
import hashlib
import imaplib
import re

from imapclient import IMAPClient

from mailflow_gui.connectors import _imap_fetch as box

#: What is asked of a message to compare it: its size and its header block.
HEADER = f"(UID RFC822.SIZE BODY.PEEK[HEADER]<0.{box.HEADER_LIMIT}>)"
_SEARCHABLE = re.compile(r"[!#-\[\]-~]{1,200}")
_MESSAGE_ID = re.compile(rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)", re.IGNORECASE | re.MULTILINE)


def find_folder(client: IMAPClient, name: str) -> str:
    """The name under which the server has this folder (its own prefix may be left out), "" when it has none."""
    for candidate in dict.fromkeys((name, personal_prefix(client) + name)):
        for flags, _, _ in client.list_folders("", candidate):
            if not {b"\\noselect", b"\\nonexistent"} & {flag.lower() for flag in flags}:
                return candidate
    return ""


def create_folder(client: IMAPClient, name: str) -> str:
    """Creates and subscribes a folder; gives its name on the server. Raises imaplib.IMAP4.error."""
    try:
        client.create_folder(name)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        # Some servers keep all folders below the inbox.
        prefix = personal_prefix(client)
        if not prefix or name.startswith(prefix):
            raise
        name = prefix + name
        client.create_folder(name)
    with contextlib.suppress(IMAPClient.Error):  # shown or not in other programs, mail can go there
        client.subscribe_folder(name)
    return name


def personal_prefix(client: IMAPClient) -> str:
    """What the server puts before the names of this account's folders (RFC 2342), often nothing."""
    if not client.has_capability("NAMESPACE"):
        return ""
    personal = client.namespace().personal
    return str(personal[0][0]) if personal else ""


def holds(client: IMAPClient, header: bytes, size: int) -> bool:
    """Whether the folder that is open now holds a message with this header block and size."""
    criteria = ["LARGER", str(max(size - 1, 0)), "SMALLER", str(size + 1)]
    found = _MESSAGE_ID.search(header)
    name = found[1].decode("ascii", "replace") if found else ""
    if _SEARCHABLE.fullmatch(name):
        criteria = ["HEADER", "Message-ID", f'"{name}"', *criteria]
    candidates = box.search(client, "UNDELETED", *criteria)
    same = hashlib.sha256(header).digest()
    return any(
        hashlib.sha256(other.raw or b"").digest() == same
        for chunk in box.chunks(candidates, 50)
        for other in box.fetch(client, chunk, HEADER)
    )
