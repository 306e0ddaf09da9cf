"""A relay on the far computer, in front of a server: does something at a chosen moment of the conversation."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from tests.network.lan import EVERY_ADDRESS
from tests.reliability.proxy import FaultProxy, Way
from tests.servers.line_server import Wire

#: Whether the moment has come, by all octets that went to the server and to the client.
Moment = Callable[[bytes, bytes], bool]


#: So little waits unread here that the client can't have said all of a long message before the moment.
UNREAD = 65536


class Relay(FaultProxy):
    """Passes on what it has just read and then, once, when the moment has come, does what `happens`.

    From the moment on that connection hands nothing on: what came before the line was really dead is lost as well.
    """

    def __init__(self, target: int, moment: Moment, happens: Callable[[], None]) -> None:
        super().__init__(target)
        self.address = EVERY_ADDRESS
        self.happened = threading.Event()
        self._moment = moment
        self._happens = happens
        self._dead: set[socket.socket] = set()

    def converse(self, wire: Wire) -> None:
        wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, UNREAD)
        super().converse(wire)

    def _hand_on(self, side: socket.socket, other: socket.socket, way: Way) -> bool:
        if side in self._dead:
            return bool(side.recv(UNREAD))
        goes_on = super()._hand_on(side, other, way)
        octets = (bytes(self.passed[one]) for one in (Way.TO_SERVER, Way.TO_CLIENT))
        if not self.happened.is_set() and self._moment(*octets):
            self._dead |= {side, other}
            self._happens()
            self.happened.set()
        return goes_on
