"""A service on a message bus of a test's own; the bus."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence

from jeepney import MatchRule, Message
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

SECONDS = 10


class Bus:
    """A private session bus. Needs dbus-daemon."""

    def __init__(self) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()

    def close(self) -> None:
        """Ends it."""
        self._daemon.terminate()
        self._daemon.communicate(timeout=SECONDS)


class BusService:
    """Has a name on the bus, and answers on a thread of its own from when it is made: subclasses are ready before."""

    def __init__(self, address: str, name: str, signals: Sequence[MatchRule] = ()) -> None:
        self._line = open_dbus_connection(address)
        self._line.send_and_get_reply(message_bus.RequestName(name), timeout=SECONDS)
        for rule in signals:
            self._line.send_and_get_reply(message_bus.AddMatch(rule), timeout=SECONDS)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name=name)
        self._thread.start()

    def answer(self, message: Message) -> Message | None:
        """What is said to a call or a signal; None: nothing."""
        raise NotImplementedError

    def close(self) -> None:
        """Leaves the bus."""
        self._ended.set()
        self._thread.join(SECONDS)
        self._line.close()

    def _work(self) -> None:
        while not self._ended.is_set():
            try:
                message = self._line.receive(timeout=0.05)
            except TimeoutError:
                continue
            reply = self.answer(message)
            if reply is not None:
                self._line.send(reply)
