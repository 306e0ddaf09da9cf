"""What the scripted test servers share: a listener, a thread a connection, a wire, and scripted faults."""

import contextlib
import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

from tests.servers.certificates import Certificate
from tests.servers.ports import HOST

CLOSE, RESET, HANG, DEAF, GARBAGE, DRIP = "close", "reset", "hang", "deaf", "garbage", "drip"
HTTP_ANSWER = (b"HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nConnection: close\r\n\r\n", CLOSE)
_NOISE = b"\x00\xff\xfe\x07garbage\x80\r\n"

#: "close", "reset", "hang" (says nothing more), "deaf" (reads nothing more either), "garbage", "drip" (one octet after
#: the other and never the end of a line); any other text is a reply line (or lines, parted by \n); bytes are sent as
#: they are; an event is waited for; a tuple is done in order.
Part = str | bytes | threading.Event
Action = Part | tuple[Part, ...]


class Ended(Exception):
    """The connection is gone, by the client's or the script's doing."""


class Wire:
    """One connection: reads lines and octets, writes octets, turns to TLS."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self.encrypted = False
        self._buffer = b""

    def start_tls(self, certificate: Certificate) -> None:
        """Shake hands as the server; octets that came before the handshake are thrown away."""
        self._buffer = b""
        tls = certificate.server_context().wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.socket = tls  # before the handshake, so that the server's stop ends one that hangs
        tls.do_handshake()
        self.encrypted = True

    def send(self, octets: bytes) -> None:
        """Write all."""
        self.socket.sendall(octets)

    def _more(self) -> None:
        octets = self.socket.recv(65536)
        if not octets:
            raise Ended
        self._buffer += octets

    def read_line(self) -> bytes:
        """One line without its ending. Raises Ended when the client has closed."""
        return self.read_until(b"\n").rstrip(b"\r\n")

    def read_until(self, mark: bytes) -> bytes:
        """Everything up to and with `mark`."""
        start = 0
        while (found := self._buffer.find(mark, start)) < 0:
            start = max(0, len(self._buffer) - len(mark))
            self._more()
        end = found + len(mark)
        octets, self._buffer = self._buffer[:end], self._buffer[end:]
        return octets

    def read_octets(self, count: int) -> bytes:
        """Exactly `count` octets."""
        while len(self._buffer) < count:
            self._more()
        octets, self._buffer = self._buffer[:count], self._buffer[count:]
        return octets

    def drain(self) -> None:
        """Say nothing more; return when the other side, or the server's stop, ends the connection."""
        with contextlib.suppress(OSError):
            while self.socket.recv(65536):
                pass

    def ignore(self) -> None:
        """Neither say nor read anything more; return when the server's stop ends the connection."""
        if hasattr(select, "poll"):  # Windows has none, and no test there needs it
            poll = select.poll()
            poll.register(self.socket, 0)
            poll.poll()

    def drip(self) -> None:
        """Say one octet ten times a second; return when the connection has ended."""
        with contextlib.suppress(OSError):
            while not select.select([self.socket], [], [], 0.1)[0] or self.socket.recv(65536):
                self.send(b".")

    def reset(self) -> None:
        """Close so that the client sees ECONNRESET."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def close(self) -> None:
        """Close in order (FIN)."""
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


def perform(wire: Wire, action: Action, reply: Callable[[str], bytes]) -> None:
    """Do a scripted action; raises Ended when it ends the connection. `reply` words a reply line."""
    for part in action if isinstance(action, tuple) else (action,):
        if isinstance(part, bytes):
            wire.send(part)
        elif isinstance(part, threading.Event):
            part.wait(60)
        elif part == CLOSE:
            raise Ended
        elif part == RESET:
            wire.reset()
            raise Ended
        elif part == HANG:
            wire.drain()
            raise Ended
        elif part == DEAF:
            wire.ignore()
            raise Ended
        elif part == DRIP:
            wire.drip()
            raise Ended
        elif part == GARBAGE:
            wire.send(_NOISE)
        else:
            wire.send(reply(part))


@dataclass
class _Entry:
    action: Action | Mapping[str, Action]
    times: int | None


class Script:
    """Stage → what to do instead of the usual answer. Safe to change while the server runs."""

    def __init__(self, stages: frozenset[str] | None = None) -> None:
        self._stages = stages
        self._entries: dict[str, list[_Entry]] = {}
        self._used: list[str] = []
        self._lock = threading.Condition()

    def add(self, stage: str, action: Action | Mapping[str, Action], times: int | None = None) -> None:
        """Queue an action for a stage: for the next `times` occurrences, or for good."""
        if self._stages is not None and stage not in self._stages:
            raise ValueError(f"unknown stage {stage!r}: one of {sorted(self._stages)}")
        with self._lock:
            self._entries.setdefault(stage, []).append(_Entry(action, times))

    def clear(self) -> None:
        """Back to the usual answers."""
        with self._lock:
            self._entries.clear()

    def next(self, stage: str, key: str = "") -> Action | None:
        """The action for this occurrence, or None. `key` chooses from an action given as a mapping."""
        with self._lock:
            entries = self._entries.get(stage, [])
            for entry in entries:
                if isinstance(entry.action, Mapping):
                    if key not in entry.action:
                        continue
                    action = entry.action[key]
                else:
                    action = entry.action
                if entry.times is not None:
                    entry.times -= 1
                    if not entry.times:
                        entries.remove(entry)
                self._used.append(stage)
                self._lock.notify_all()
                return action
        return None

    def wait_for(self, stage: str, count: int, seconds: float) -> None:
        """Return once the `count`-th action of this stage is under way. Raises TimeoutError."""
        with self._lock:
            if not self._lock.wait_for(lambda: self._used.count(stage) >= count, seconds):
                raise TimeoutError(f"nobody came as far as {stage}, only to {self._used}")


class LineServer:
    """A server with a thread for each connection; subclasses hold the conversation.

    It listens on loopback; in a network namespace of a test `address` may be another one.
    """

    def __init__(self) -> None:
        self.host = "localhost"
        self.address = HOST
        self.connections = 0
        self.tls_errors: list[str] = []
        self._listeners: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._open: set[Wire] = set()
        self._lock = threading.Lock()
        self._stopping = False

    def converse(self, wire: Wire) -> None:
        """Hold one conversation; return or raise Ended to close."""
        raise NotImplementedError

    def listen(self, certificate: Certificate | None = None, port: int = 0) -> int:
        """Open a listener (with TLS from the first octet if a certificate is given); returns its port."""
        listener = socket.create_server((self.address, port), backlog=50)
        self._listeners.append(listener)
        self._spawn(self._accept, listener, certificate)
        return int(listener.getsockname()[1])

    def stop(self) -> None:
        """Close everything and wait for the threads."""
        self._stopping = True
        for listener in self._listeners:
            with contextlib.suppress(OSError):  # wakes accept() on every system
                socket.create_connection(listener.getsockname()[:2], 1).close()
            listener.close()
        self.drop_connections()
        for thread in list(self._threads):
            thread.join(10)
            assert not thread.is_alive(), f"{thread.name} did not end"

    def drop_connections(self) -> None:
        """Close every open connection without a word."""
        with self._lock:
            wires = list(self._open)
        for wire in wires:
            with contextlib.suppress(OSError):
                wire.socket.shutdown(socket.SHUT_RDWR)

    def start(self) -> Self:
        """Begin to serve."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _over(self) -> bool:
        return self._stopping

    def _spawn(self, target: Callable[..., None], *arguments: object) -> None:
        name = f"{type(self).__name__}-{len(self._threads)}"
        thread = threading.Thread(target=target, args=arguments, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket, certificate: Certificate | None) -> None:
        while not self._over():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            if self._over():
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._spawn(self._serve, connection, certificate)

    def _serve(self, connection: socket.socket, certificate: Certificate | None) -> None:
        wire = Wire(connection)
        with self._lock:
            self.connections += 1
            self._open.add(wire)
        try:
            if self._over():
                return
            if certificate:
                wire.start_tls(certificate)
            self.converse(wire)
        except ssl.SSLError as error:
            self.tls_errors.append(str(error))
        except (Ended, OSError):
            pass
        finally:
            with self._lock:
                self._open.discard(wire)
            wire.close()


class ScriptedServer(LineServer):
    """A line server whose answers a test may replace, by stages."""

    def __init__(self, stages: frozenset[str] | None = None) -> None:
        super().__init__()
        self._script = Script(stages)

    def script(self, stage: str, action: Action | Mapping[str, Action], times: int | None = None) -> None:
        """At `stage` do `action` instead of the usual answer: the next `times` times, or for good."""
        self._script.add(stage, action, times)

    def unscript(self) -> None:
        """Back to the usual answers."""
        self._script.clear()

    def reached(self, stage: str, count: int = 1, seconds: float = 20.0) -> None:
        """Return once the `count`-th scripted action of this stage is under way. Raises TimeoutError."""
        self._script.wait_for(stage, count, seconds)
