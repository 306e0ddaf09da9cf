"""IMAP IDLE (RFC 2177): waits for the server's word of new mail and notices when the connection is dead.

Runs on the integration's thread, on the connection that `_imap_source` keeps; its folder is already selected.
"""

from __future__ import annotations

import imaplib
import threading
import time
from collections.abc import Iterable
from typing import Any, Final

from imapclient import IMAPClient

#: Some routers forget a silent connection after five minutes; RFC 2177 asks for less than 29.
RENEWAL: Final = 290.0
SLICE: Final = 0.5
#: How long a stop waits for the server's answer to DONE.
_GOODBYE: Final = 0.4
#: An empty answer that comes sooner than this part of its time is the end of the stream (IMAPClient hides it).
_TOO_SOON: Final = 0.8


class IdleRefused(Exception):
    """The server offers IDLE but does not take it now; the connection is fine."""


def wait_for_news(client: IMAPClient, seconds: float, stop: threading.Event, renewal: float = RENEWAL) -> bool:
    """Wait in IDLE for at most `seconds`; True as soon as the server tells of a new message.

    Ends within a second of `stop`. Raises imaplib.IMAP4.error or OSError when the connection is lost, IdleRefused
    when only IDLE is not possible.
    """
    if not client.has_capability("IDLE"):  # also: IMAPClient must not begin to ask for this during IDLE
        raise IdleRefused("not offered")
    end = time.monotonic() + seconds
    while not stop.is_set() and (left := end - time.monotonic()) > 0:
        if _one_idle(client, min(left, renewal), stop):
            return True
        # A question and its answer prove that the other side is still there, and bring what IDLE kept back.
        if not stop.is_set() and _tells_news(client.noop()[1]):
            return True
    return False


def _one_idle(client: IMAPClient, seconds: float, stop: threading.Event) -> bool:
    """One IDLE command from its start to its end."""
    news = _begin(client)
    end = time.monotonic() + seconds
    while not news and not stop.is_set() and (left := end - time.monotonic()) > 0:
        news = _listen(client, min(SLICE, left))
    connection = client.socket()
    patience = connection.gettimeout()
    if stop.is_set():
        connection.settimeout(_GOODBYE)  # a stop must not wait for a dead line
    news = _tells_news(client.idle_done()[1]) or news
    connection.settimeout(patience)
    return news


def _begin(client: IMAPClient) -> bool:
    """Send IDLE and wait for the server's `+`; True when it told of news before that.

    IMAPClient's own `idle` takes such an early word for an error.
    """
    imap: Any = client._imap
    tag = imap._command("IDLE")
    while imap._get_response() is not None:
        if imap.tagged_commands[tag]:
            status, text = imap.tagged_commands.pop(tag)
            raise IdleRefused(f"{status} {text!r}")
    client._idle_tag = tag
    return bool(imap.response("EXISTS")[1] != [None])


def _listen(client: IMAPClient, seconds: float) -> bool:
    """Listen for one slice; True for news. Raises abort when the server has gone."""
    began = time.monotonic()
    words = client.idle_check(timeout=seconds)
    if any(word and word[0] == b"BYE" for word in words):
        raise imaplib.IMAP4.abort(f"the server said goodbye: {words!r}")
    if not words and time.monotonic() - began < seconds * _TOO_SOON:
        raise imaplib.IMAP4.abort("the server closed the connection during IDLE")
    return _tells_news(words)


def _tells_news(words: Iterable[tuple[object, ...]]) -> bool:
    return any(len(word) > 1 and word[1] in (b"EXISTS", b"RECENT") and word[0] != 0 for word in words)
