"""A relay on the far computer, in front of a server: does something at a chosen moment of the conversation."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from tests.network.lan import EVERY_ADDRESS
from tests.reliability.proxy import FaultProxy, Way

#: Whether the moment has come, by all octets that went to the server and to the client.
Moment = Callable[[bytes, bytes], bool]


class Relay(FaultProxy):
    """Passes on what it has just read and then, once, when the moment has come, does what `happens`."""

    def __init__(self, target: int, moment: Moment, happens: Callable[[], None]) -> None:
        super().__init__(target)
        self.address = EVERY_ADDRESS
        self.happened = threading.Event()
        self._moment = moment
        self._happens = happens

    def _hand_on(self, side: socket.socket, other: socket.socket, way: Way) -> bool:
        goes_on = super()._hand_on(side, other, way)
        octets = (bytes(self.passed[one]) for one in (Way.TO_SERVER, Way.TO_CLIENT))
        if not self.happened.is_set() and self._moment(*octets):
            self._happens()
            self.happened.set()
        return goes_on
