"""A TCP proxy on loopback that records what passes, breaks the line after the k-th octet one way, or is slow."""

from __future__ import annotations

import random
import select
import socket
import struct
import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from tests.servers.line_server import LineServer, Wire


class Way(StrEnum):
    """Whose octets are counted."""

    TO_SERVER = "to the server"
    TO_CLIENT = "to the client"


class End(StrEnum):
    """How the line breaks: an end in order, a reset, silence (half-open), noise in between, or one octet a second."""

    FIN = "fin"
    RST = "rst"
    HANG = "hang"
    NOISE = "noise"
    DRIP = "drip"


#: Ends at which the client has to give up by its own clock.
STALLS = (End.HANG, End.DRIP)


@dataclass(frozen=True)
class Cut:
    """Where the line breaks: once `after` octets have passed `way`, over all connections."""

    way: Way
    after: int
    end: End


@dataclass(frozen=True)
class Weather:
    """A slow line: each packet comes `latency` seconds late, and of those lost (a share) it waits for `again`."""

    latency: float = 0.0
    loss: float = 0.0
    again: float = 0.2


CALM = Weather()
#: Seconds between two octets of a line that drips.
TICK = 1.0
_NOISE = b"\x00\xff\x80 noise \r\n"


class FaultProxy(LineServer):
    """In front of the server on `target`; `passed` is what went each way. A cut happens once."""

    def __init__(self, target: int, cut: Cut | None = None, weather: Weather = CALM) -> None:
        super().__init__()
        self.late = 0
        self._weather = weather
        self._chance = random.Random(11)
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
        self._be_slow()
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
        client = side if way is Way.TO_SERVER else other
        if cut.end is End.DRIP:
            _drip(client, other, octets[len(piece) :])
        if cut.end is End.HANG:  # nothing goes either way any more; the client gives up
            while client.recv(65536):
                pass
        if cut.end is End.RST:
            for one in (side, other):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                one.close()
        return False

    def _be_slow(self) -> None:
        weather = self._weather
        lost = self._chance.random() < weather.loss
        self.late += lost
        threading.Event().wait(weather.latency + (weather.again if lost else 0.0))


def _drip(client: socket.socket, other: socket.socket, octets: bytes) -> None:
    """One octet a second this way and nothing the other way, until the client gives up."""
    left = bytearray(octets)
    while True:
        if select.select([client], [], [], TICK)[0]:
            said = client.recv(65536)
            if not said:
                return
            left += said if other is not client else b""
        elif left:
            other.sendall(left[:1])
            del left[:1]
