"""The error table: what the network, TLS and the protocol libraries raise, as causes in the person's words.

Server answers that refuse a sign-in are judged in `_refusals`. Pure, but for the question whether we are offline.
"""

from __future__ import annotations

import contextlib
import errno
import imaplib
import ipaddress
import math
import poplib
import smtplib
import socket
import ssl
import sys
import time
from collections.abc import Iterator, Sequence

import imapclient.exceptions

from mailflow_gui.connectors import _network
from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._wire import ProtocolError
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.hosts import suggest_host

_NO_WAY = {
    errno.ENETUNREACH,
    errno.ENETDOWN,
    errno.EHOSTUNREACH,
    getattr(errno, "EHOSTDOWN", errno.EHOSTUNREACH),
    errno.EADDRNOTAVAIL,
}
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_HUNG_UP = (ConnectionError, EOFError, ssl.SSLEOFError, ssl.SSLZeroReturnError, smtplib.SMTPServerDisconnected)

_LIBRARY = (
    OSError,
    EOFError,
    imaplib.IMAP4.error,
    imapclient.exceptions.IMAPClientError,
    poplib.error_proto,
    smtplib.SMTPException,
    ValueError,
    IndexError,
    AssertionError,
)


def lookup_failure(target: Target, error: OSError) -> MailflowError:
    """The host's name could not be looked up: denied by a name server, or none of them answered."""
    denied = error.errno in _NO_SUCH_NAME
    # Elsewhere than on Linux a name counts as unknown when there was nobody to ask, too.
    answered = denied and sys.platform == "linux"
    if not answered and not _is_local(target.host) and not _network.is_online():
        return target.trouble("NO_NETWORK", str(error))
    if not denied:
        return target.trouble("LOOKUP_FAILED", str(error))
    suggestion = suggest_host(target.host, target.protocol)
    return target.trouble("HOST_NOT_FOUND", str(error), suggestion=suggestion)


def connect_failure(
    target: Target, error: OSError, seconds: float, addresses: Sequence[_network.Address] = ()
) -> MailflowError:
    """None of these addresses accepted a connection."""
    unreached = error.errno in _NO_WAY or isinstance(error, TimeoutError)
    if unreached and not _is_local(target.host) and not _network.is_online(addresses):
        return target.trouble("NO_NETWORK", str(error))
    if isinstance(error, TimeoutError) or error.errno == errno.ETIMEDOUT:
        return target.trouble("TIMED_OUT", str(error), seconds=_whole(seconds))
    if isinstance(error, ConnectionResetError):
        return target.trouble("CONNECTION_LOST", str(error))
    return target.trouble("REFUSED", str(error))


def failure(target: Target, error: BaseException, seconds: float = 0.0) -> MailflowError:
    """An exception of the conversation, once connected, as the error for the person.

    smtplib and imaplib wrap what happened on the wire; the first cause in the chain decides.
    """
    chain = list(_chain(error))
    for one in chain:
        if isinstance(one, MailflowError):
            return one
    text = _text(error)
    if any(isinstance(one, ProtocolError) for one in chain):
        return target.trouble("UNEXPECTED", text)
    if any(isinstance(one, TimeoutError) for one in chain):
        return target.trouble("TIMED_OUT", text, seconds=_whole(seconds))
    if any(isinstance(one, _HUNG_UP) for one in chain):
        return target.trouble("CONNECTION_LOST", text)
    if any(isinstance(one, OSError) and one.errno in _NO_WAY for one in chain):
        offline = not _is_local(target.host) and not _network.is_online()
        return target.trouble("NO_NETWORK" if offline else "CONNECTION_LOST", text)
    if isinstance(error, imaplib.IMAP4.abort) and "unexpected response" not in text:
        # imaplib's word for a connection that is of no more use; with the server's goodbye if there was one.
        code = busy_code(text)
        return target.trouble("SERVER_BUSY" if code else "CONNECTION_LOST", text, code=code)
    if isinstance(error, poplib.error_proto) and text == "-ERR EOF":
        return target.trouble("CONNECTION_LOST", text)
    return target.trouble("UNEXPECTED", text)


@contextlib.contextmanager
def spoken(target: Target) -> Iterator[None]:
    """Around talking with the server: whatever a library raises leaves as a MailflowError."""
    start = time.monotonic()
    try:
        yield
    except MailflowError:
        raise
    except _LIBRARY as error:
        raise failure(target, error, time.monotonic() - start) from error


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _text(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    said = error.args[0] if error.args else ""
    if isinstance(error, OSError) or not isinstance(said, bytes):
        return str(error) or type(error).__name__
    return said.decode("utf-8", "replace")


def _whole(seconds: float) -> str:
    return str(max(1, math.ceil(seconds - 0.5)))


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
