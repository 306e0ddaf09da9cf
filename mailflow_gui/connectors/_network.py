"""Reaching a host: name lookup, connecting to several addresses, waiting on a socket, telling whether we are offline.

Blocking calls with a time limit, on the thread of the integration or of the check.
"""

from __future__ import annotations

import contextlib
import errno
import os
import queue
import selectors
import socket
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

#: Gives the seconds that are left (0 or less: none) and may raise Cancelled. Asked again and again while waiting.
Patience = Callable[[], float]

#: A stop request is heard at least this often, in seconds.
SLICE = 0.15
#: Seconds in which a peer that has vanished without a word is noticed by the system, in every state of a connection:
#: what was sent stays unacknowledged so long, or a silent connection has been probed without an answer.
VANISHED = 180
#: Where the system knows an option, its value: silence is probed after a minute, then every 30 seconds.
_PROBES = {
    "TCP_KEEPIDLE": 60,
    "TCP_KEEPALIVE": 60,  # macOS
    "TCP_KEEPINTVL": 30,
    "TCP_KEEPCNT": 4,
}
#: Seconds before the next address is tried beside one that has not answered (RFC 8305, 5).
HEAD_START = 0.3

_IN_PROGRESS = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY, getattr(errno, "WSAEWOULDBLOCK", -1)}
T = TypeVar("T")
_Selector: type[selectors.BaseSelector] = getattr(selectors, "PollSelector", selectors.DefaultSelector)


class Address:
    """One result of the name lookup: a socket family and where to connect."""

    __slots__ = ("family", "ip", "place")

    def __init__(self, family: int, place: Any) -> None:
        self.family = family
        self.place: Any = place  # what getaddrinfo gave, in the form that connect takes
        self.ip = str(place[0])


class Way(Protocol):
    """How a server is reached, and reached again for a second look.

    `stays_here`: what is said leaves this computer at no point. `proxied`: a proxy stands between.
    """

    @property
    def stays_here(self) -> bool: ...
    @property
    def proxied(self) -> bool: ...
    def again(self, left: Patience) -> socket.socket:
        """Another connection to the same server. Raises OSError, Cancelled."""
        ...


def resolve(host: str, port: int, left: Patience) -> list[Address]:
    """The addresses of a host in the system's order. Raises OSError (socket.gaierror) or TimeoutError."""

    def look_up() -> list[Address]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except UnicodeError as error:
            raise socket.gaierror(socket.EAI_NONAME, str(error)) from error
        return [Address(entry[0], entry[4]) for entry in found]

    try:
        return aside(look_up, f"lookup-{host[:40]}", left)
    except TimeoutError as error:
        raise TimeoutError(f"the name lookup of {host} took too long") from error


def aside(work: Callable[[], T], name: str, left: Patience) -> T:
    """What a call gives that can't be interrupted: it runs on a thread that is left behind when time is up.

    Raises what it raises, TimeoutError when patience is at its end.
    """
    answers: queue.SimpleQueue[tuple[T, None] | tuple[None, BaseException]] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put((work(), None))
        except BaseException as error:
            answers.put((None, error))

    threading.Thread(target=run, name=name, daemon=True).start()
    while (seconds := left()) > 0:
        try:
            answer, error = answers.get(timeout=min(SLICE, seconds))
        except queue.Empty:
            continue
        if error is not None:
            raise error
        return answer  # type: ignore[return-value]
    raise TimeoutError("it took too long")


def connect(addresses: Sequence[Address], left: Patience) -> tuple[socket.socket, Address]:
    """A connected, non-blocking socket to the first address that answers, and which. Raises OSError or TimeoutError.

    Families alternate and a slow address gets a rival after `HEAD_START` (RFC 8305).
    """
    race = _Race()
    try:
        return race.run(_alternating(addresses), left)
    finally:
        race.close()


class _Race:
    """Several connection attempts at once; the first that succeeds is the result."""

    def __init__(self) -> None:
        self._selector = _Selector()
        self._running: dict[socket.socket, Address] = {}
        self._errors: list[OSError] = []

    def run(self, waiting: list[Address], left: Patience) -> tuple[socket.socket, Address]:
        next_start = 0.0
        while waiting or self._running:
            if waiting and (not self._running or time.monotonic() >= next_start):
                self._begin(waiting.pop(0))
                next_start = time.monotonic() + HEAD_START
                continue
            if (seconds := left()) <= 0:
                raise TimeoutError("no address answered in time")
            for key, _ in self._selector.select(min(SLICE, seconds)):
                assert isinstance(key.fileobj, socket.socket)
                address = self._running.pop(key.fileobj)
                if self._succeeded(key.fileobj):
                    return key.fileobj, address
                next_start = 0.0
        refused = [error for error in self._errors if isinstance(error, ConnectionRefusedError)]
        raise (refused or self._errors or [OSError(errno.EHOSTUNREACH, "no address to connect to")])[-1]

    def close(self) -> None:
        for sock in self._running:
            sock.close()
        self._selector.close()

    def _begin(self, address: Address) -> None:
        try:
            sock = socket.socket(address.family, socket.SOCK_STREAM)
        except OSError as error:
            self._errors.append(error)
            return
        sock.setblocking(False)
        code = sock.connect_ex(address.place)
        if code not in _IN_PROGRESS:
            sock.close()
            self._errors.append(OSError(code, os.strerror(code)))
            return
        self._running[sock] = address
        self._selector.register(sock, selectors.EVENT_WRITE)

    def _succeeded(self, sock: socket.socket) -> bool:
        """Whether this attempt succeeded; a failed one is closed."""
        self._selector.unregister(sock)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            sock.close()
            self._errors.append(OSError(code, os.strerror(code)))
            return False
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _watch(sock)
        return True


def _watch(sock: socket.socket) -> None:
    """Have the system notice a peer that has vanished (see `VANISHED`), sooner where its own settings say so."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _PROBES.items():
        if hasattr(socket, name):
            _lower(sock, getattr(socket, name), value)
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # RFC 5482; Linux
        options = (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT)
        idle, interval, count = (sock.getsockopt(socket.IPPROTO_TCP, one) for one in options)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, min(VANISHED, idle + interval * count) * 1000)


def _lower(sock: socket.socket, option: int, value: int) -> None:
    """Set a TCP option unless it is lower already."""
    with contextlib.suppress(OSError):  # an old system that only knows the name
        if sock.getsockopt(socket.IPPROTO_TCP, option) > value:
            sock.setsockopt(socket.IPPROTO_TCP, option, value)


def _alternating(addresses: Sequence[Address]) -> list[Address]:
    first = [one for one in addresses if one.family == addresses[0].family]
    rest = [one for one in addresses if one.family != addresses[0].family]
    mixed: list[Address] = []
    while first or rest:
        mixed += first[:1] + rest[:1]
        first, rest = first[1:], rest[1:]
    return mixed


def await_socket(sock: socket.socket, left: Patience, *, write: bool = False) -> None:
    """Return when the socket can be read (or written). Raises TimeoutError when patience is at its end."""
    with _Selector() as selector:
        selector.register(sock, selectors.EVENT_WRITE if write else selectors.EVENT_READ)
        while (seconds := left()) > 0:
            if selector.select(min(SLICE, seconds)):
                return
    raise TimeoutError("the server did not answer in time")


def is_online(addresses: Sequence[Address] = ()) -> bool:
    """Whether this computer has a way to the internet, or to one of these addresses in a network of its own.

    Nothing is sent: the system only looks for a route.
    """
    anywhere = [Address(socket.AF_INET, ("192.0.2.1", 9)), Address(socket.AF_INET6, ("2001:db8::1", 9))]
    for one in [*addresses, *anywhere]:
        try:
            with socket.socket(one.family, socket.SOCK_DGRAM) as probe:
                probe.connect(one.place)
                return True
        except OSError:
            continue
    return False
