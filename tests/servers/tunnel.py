"""TCP tunnels to a real server, so that a test can cut the line without either end saying goodbye."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Self

from tests.servers.line_server import ScriptedServer, Wire


class Tunnelling(ScriptedServer):
    """Hands octets on both ways; `drop_connections` cuts all connections without a word."""

    def __init__(self, stages: frozenset[str] = frozenset()) -> None:
        super().__init__(stages)
        self.port = 0
        self._there: set[socket.socket] = set()

    def start(self) -> Self:
        """Listen."""
        self.port = self.listen()
        return self

    def drop_connections(self) -> None:
        """Cut both halves of every connection."""
        super().drop_connections()
        for one in list(self._there):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def carry(self, wire: Wire, there: socket.socket, record: bytearray | None = None) -> None:
        """One connection until both sides ended; `record` takes what goes there."""
        there.settimeout(None)
        self._there.add(there)
        back = threading.Thread(target=_pump, args=(there, wire.socket), daemon=True)
        back.start()
        try:
            _pump(wire.socket, there, record)
            back.join(10)
        finally:
            self._there.discard(there)


class Tunnel(Tunnelling):
    """In front of the server at the port `target` of loopback."""

    def __init__(self, target: int) -> None:
        super().__init__()
        self._target = target

    def converse(self, wire: Wire) -> None:
        """One connection."""
        with socket.create_connection(("127.0.0.1", self._target), 5) as there:
            self.carry(wire, there)


def _pump(source: socket.socket, target: socket.socket, record: bytearray | None = None) -> None:
    with contextlib.suppress(OSError):
        while octets := source.recv(65536):
            if record is not None:
                record += octets
            target.sendall(octets)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
