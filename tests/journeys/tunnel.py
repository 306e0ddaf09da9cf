"""A TCP tunnel in front of a real server, so that a test can cut the line without either end saying goodbye."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Self

from tests.servers.line_server import LineServer, Wire


class Tunnel(LineServer):
    """Hands octets on to `target` on loopback; `drop_connections` cuts all of them without a word."""

    def __init__(self, target: int) -> None:
        super().__init__()
        self.port = 0
        self._target = target
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

    def converse(self, wire: Wire) -> None:
        """One connection: there in this thread, back in another."""
        there = socket.create_connection(("127.0.0.1", self._target), 5)
        there.settimeout(None)
        self._there.add(there)
        back = threading.Thread(target=_pump, args=(there, wire.socket), daemon=True)
        back.start()
        _pump(wire.socket, there)
        back.join(5)
        self._there.discard(there)
        there.close()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while octets := source.recv(65536):
            target.sendall(octets)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
