"""A TCP proxy on loopback that records what passes and breaks the line after the k-th octet of one direction."""

from __future__ import annotations

import select
import socket
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from tests.servers.line_server import LineServer, Wire


class Way(StrEnum):
    """Whose octets are counted."""

    TO_SERVER = "to the server"
    TO_CLIENT = "to the client"


class End(StrEnum):
    """How the line breaks: both sides see an end in order or a reset, or silence from then on, or noise in between."""

    FIN = "fin"
    RST = "rst"
    HANG = "hang"
    NOISE = "noise"


@dataclass(frozen=True)
class Cut:
    """Where the line breaks: once `after` octets have passed `way`, over all connections."""

    way: Way
    after: int
    end: End


_NOISE = b"\x00\xff\x80 noise \r\n"


class FaultProxy(LineServer):
    """In front of the server on `target`; `passed` is what went each way. A cut happens once."""

    def __init__(self, target: int, cut: Cut | None = None) -> None:
        super().__init__()
        self.port = 0
        self.passed = {way: bytearray() for way in Way}
        self._target = target
        self._cut = cut

    def start(self) -> Self:
        """Listen."""
        self.port = self.listen()
        return self

    def converse(self, wire: Wire) -> None:
        """One connection, both directions in this thread, so that nobody reads a socket that is being closed."""
        with socket.create_connection(("127.0.0.1", self._target), 10) as there:
            there.settimeout(10)
            there.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sides = {wire.socket: (Way.TO_SERVER, there), there: (Way.TO_CLIENT, wire.socket)}
            while True:
                readable, _, _ = select.select(list(sides), [], [], 30)
                for side in readable:
                    way, other = sides[side]
                    if not self._hand_on(side, other, way):
                        return

    def _hand_on(self, side: socket.socket, other: socket.socket, way: Way) -> bool:
        """False when the connection is over."""
        octets = side.recv(65536)
        if not octets:
            return False
        cut = self._cut
        left = cut.after - len(self.passed[way]) if cut is not None and cut.way is way else len(octets) + 1
        piece = octets[: max(left, 0)]
        self.passed[way] += piece
        if piece:
            other.sendall(piece)
        if cut is None or left > len(octets):
            return True
        self._cut = None
        if cut.end is End.NOISE:
            other.sendall(_NOISE + octets[len(piece) :])
            return True
        if cut.end is End.HANG:  # nothing goes either way any more; the client gives up
            client = side if way is Way.TO_SERVER else other
            while client.recv(65536):
                pass
        if cut.end is End.RST:
            for one in (side, other):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                one.close()
        return False
