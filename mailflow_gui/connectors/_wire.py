"""The connection itself: bytes and lines with time limits, in clear or under TLS, in place of a library's socket.

imaplib, poplib and smtplib read and write through it, so that every read has a limit that a dripping server can't
stretch, and so that a stop request is heard in every wait. Used by one thread; `shutdown` may come from another.
"""

from __future__ import annotations

import contextlib
import math
import socket
import ssl
import time
from collections.abc import Callable

from mailflow_gui.connectors._network import Patience, Way, await_socket
from mailflow_gui.core.limits import limits

#: A line has the time that the person set; a literal has a second more for each so many bytes.
RATE = 16_384
#: Bytes of one line, and of one literal, that are taken at most.
LINE_CAP = 16 * 1024 * 1024
LITERAL_CAP = 256 * 1024 * 1024
_CHUNK = 65_536
#: Memory that the lines of one answer may take, with what an object costs for each, and seconds that they may come in.
ANSWER_CAP = 32 * 1024 * 1024
ANSWER_LIMIT = 600.0
_LINE_COST = 64

#: Given the moment at which octets last went either way, the seconds that a wait may still take; may raise Cancelled.
Leeway = Callable[[float], float]


class ProtocolError(OSError):
    """The server sent something that its protocol does not allow."""


class Wire:
    """A connected socket that stands in for the socket object of a protocol library.

    While connecting, `patience` limits every wait (seconds left; may raise Cancelled). After `release` each line has
    the time set by `settimeout`, 60 s unless changed, and `leeway` may end it sooner.
    """

    def __init__(self, sock: socket.socket, way: Way, patience: Patience) -> None:
        self._socket = sock
        self._patience: Patience | None = patience
        self._leeway: Leeway = _unhurried
        self._moved = 0.0
        self._timeout = limits().answer
        self._buffer = bytearray()
        self._searched = 0
        self.way = way
        self.tls: ssl.SSLSocket | None = None
        self.offers_starttls = False
        #: The server has closed its end.
        self.ended = False

    # ---- life ----

    def release(self, leeway: Leeway, seconds: float | None = None) -> None:
        """Connecting is over: from now on each operation has this many seconds, and no more than `leeway` gives.

        None: as many as the person set.
        """
        self._patience = None
        self._leeway = leeway
        self._timeout = limits().answer if seconds is None else seconds

    def begin_tls(self, context: ssl.SSLContext, host: str) -> ssl.SSLSocket:
        """Put TLS on the socket without shaking hands. Whatever was read before is forgotten (RFC 2595, 2.4)."""
        self._buffer.clear()
        self._searched = 0
        self.tls = context.wrap_socket(self._socket, server_hostname=host, do_handshake_on_connect=False)
        self._socket = self.tls
        return self.tls

    def patience(self) -> float:
        """Seconds left for what is under way now. Raises Cancelled."""
        return self._patience() if self._patience else self._timeout

    # ---- reading ----

    def waiting(self) -> bool:
        """Whether anything can be read without the server saying more. Ends of the connection do not count."""
        if self._buffer:
            return True
        try:
            # The base class's recv looks at the octets of the network even when TLS is above.
            return bool(socket.socket.recv(self._socket, 1, socket.MSG_PEEK))
        except OSError:
            return False

    def has_line(self) -> bool:
        """Whether a whole line is at hand already."""
        return b"\n" in self._buffer

    def peek(self, left: Patience | None = None) -> bytes:
        """What has come but was not taken; waits for the first octets. Empty at the end of the connection."""
        if not self._buffer:
            self._fill(left or self._limit(1))
        return bytes(self._buffer)

    def peek_line(self, cap: int) -> bytes:
        """The next line without taking it; an unfinished one at the end of the connection. Raises ProtocolError."""
        left = self._limit(1)
        while b"\n" not in self._buffer:
            if len(self._buffer) > cap:
                raise ProtocolError(f"a line of more than {cap} octets")
            if not self._fill(left):
                break
        return bytes(self._buffer.partition(b"\n")[0])

    def put_back(self, data: bytes) -> None:
        """Have these octets read next."""
        self._buffer[:0] = data
        self._searched = 0

    def readline(self, limit: int | None = -1) -> bytes:
        """One line with its end; at most `limit` octets of it; empty at the end. Raises TimeoutError, OSError."""
        cap = LINE_CAP if limit is None or limit < 0 else limit
        left = self._limit(1)
        while (end := self._buffer.find(b"\n", self._searched)) < 0:
            self._searched = len(self._buffer)
            if len(self._buffer) >= cap:
                break
            if not self._fill(left):
                return self._take(len(self._buffer))
        if end < 0 and (limit is None or limit < 0):
            raise ProtocolError(f"a line of more than {cap} octets")
        return self._take(min(cap, end + 1 if end >= 0 else len(self._buffer)))

    def read(self, size: int = -1) -> bytes:
        """Exactly `size` octets, fewer only at the end of the connection. Raises TimeoutError, OSError."""
        if not 0 <= size <= LITERAL_CAP:
            raise ProtocolError(f"a block of {size} octets")
        left = self._limit(size)
        while len(self._buffer) < size and self._fill(left):
            pass
        return self._take(min(size, len(self._buffer)))

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Some octets, as a socket's `recv`."""
        if not self._buffer:
            self._fill(self._limit(1))
        return self._take(min(size, len(self._buffer)))

    def makefile(self, mode: str = "rb", *_: object, **__: object) -> WireFile:
        """The file that the libraries want beside the socket."""
        return WireFile(self)

    # ---- writing ----

    def sendall(self, data: bytes | bytearray | memoryview) -> None:
        """Write all. Raises TimeoutError, OSError."""
        view = memoryview(data)
        left = self._limit(len(view), steady=True)
        left()  # heard, too, where nothing has to wait: a run that was given up sends nothing more
        while view:
            try:
                view = view[self._socket.send(view) :]
                self._moved = time.monotonic()
            except (BlockingIOError, ssl.SSLWantWriteError):
                await_socket(self._socket, left, write=True)
            except ssl.SSLWantReadError:
                await_socket(self._socket, left)

    # ---- what else a socket has ----

    def fileno(self) -> int:
        """For poll and select."""
        return self._socket.fileno()

    def settimeout(self, seconds: float | None) -> None:
        """Seconds for each operation; 0: take only what is there; None: the usual limit."""
        self._timeout = limits().answer if seconds is None else seconds

    def gettimeout(self) -> float | None:
        """As set."""
        return self._timeout

    def setblocking(self, flag: bool) -> None:
        """As of a socket."""
        self.settimeout(None if flag else 0)

    def setsockopt(self, level: int, option: int, value: int) -> None:
        """As of a socket."""
        self._socket.setsockopt(level, option, value)

    def getsockname(self) -> tuple[str | int, ...]:
        """Our end."""
        name: tuple[str | int, ...] = self._socket.getsockname()
        return name

    def shutdown(self, how: int = socket.SHUT_RDWR) -> None:
        """End the conversation; wakes a read that is under way on another thread."""
        # An SSLSocket's own shutdown would drop the TLS state under the reading thread.
        socket.socket.shutdown(self._socket, how)

    def close(self) -> None:
        """Close; never raises."""
        with contextlib.suppress(OSError):
            self._socket.close()

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._socket.fileno() < 0

    # ---- inside ----

    def _limit(self, size: int, *, steady: bool = False) -> Patience:
        """The patience for an operation on `size` octets that begins now."""
        if self._patience:
            return self._patience
        timeout = self._timeout or (limits().answer if steady else 0.0)
        self._moved = time.monotonic()
        until = self._moved + timeout + math.floor(size / RATE) * bool(timeout)
        return lambda: min(until - time.monotonic(), self._leeway(self._moved))

    def _fill(self, left: Patience) -> bool:
        """Read once into the buffer; False at the end. Raises BlockingIOError when told not to wait."""
        left()  # heard, too, while a server keeps sending
        while True:
            try:
                data = self._socket.recv(_CHUNK)
            except (BlockingIOError, ssl.SSLWantReadError):
                if not self._timeout and not self._patience:
                    raise BlockingIOError("nothing to read yet") from None
                await_socket(self._socket, left)
            except ssl.SSLWantWriteError:
                await_socket(self._socket, left, write=True)
            else:
                self._moved = time.monotonic()
                self._buffer += data
                self.ended = not data
                return bool(data)

    def _take(self, count: int) -> bytes:
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._searched = 0
        return data


def _unhurried(moved: float) -> float:
    return math.inf


class Ration:
    """What the lines of one answer may take: a server that never comes to an end is given up."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """A command goes out."""
        self._left = ANSWER_CAP
        self._until = time.monotonic() + ANSWER_LIMIT

    def take(self, line: bytes) -> None:
        """A line of the answer has come. Raises ProtocolError, TimeoutError."""
        self._left -= len(line) + _LINE_COST
        if self._left < 0:
            raise ProtocolError("an answer without end")
        if time.monotonic() > self._until:
            raise TimeoutError("the answer did not come to an end")

    def block(self, octets: int) -> None:
        """A block of the answer has come, which had a time limit of its own."""
        self._until += octets / RATE


class WireFile:
    """The reading side of a wire as a file; closing it leaves the wire open."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def readline(self, limit: int | None = -1) -> bytes:
        """As `Wire.readline`."""
        return self._wire.readline(limit)

    def read(self, size: int = -1) -> bytes:
        """As `Wire.read`."""
        return self._wire.read(size)

    def close(self) -> None:
        """The wire is closed by its owner."""
