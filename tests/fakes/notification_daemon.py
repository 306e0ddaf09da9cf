"""A notification service on a bus of its own: keeps what it is sent, and clicks as the test says."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


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
        self._daemon.communicate(timeout=10)


class NotificationDaemon:
    """`shown` is what it was sent: number, title, text, actions, replaced number."""

    def __init__(self, address: str, abilities: Sequence[str] = ("actions", "body", "body-markup")) -> None:
        self._abilities = list(abilities)
        self.shown: list[tuple[int, str, str, list[str], int]] = []
        self.hints: dict[str, Any] = {}
        self.broken = False
        self._line = open_dbus_connection(address)
        self._line.send_and_get_reply(message_bus.RequestName(NAME), timeout=10)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name="notification daemon")
        self._thread.start()

    def invoke(self, number: int, action: str, token: str = "") -> None:
        """The person presses a button; the notice closes."""
        if token:
            self._signal("ActivationToken", "us", (number, token))
        self._signal("ActionInvoked", "us", (number, action))
        self._signal("NotificationClosed", "uu", (number, 2))

    def close(self) -> None:
        """Leaves the bus."""
        self._ended.set()
        self._thread.join(10)
        self._line.close()

    def _signal(self, name: str, signature: str, body: tuple[Any, ...]) -> None:
        self._line.send(new_signal(DBusAddress(PATH, interface=NAME), name, signature, body))

    def _work(self) -> None:
        while not self._ended.is_set():
            try:
                message = self._line.receive(timeout=0.05)
            except TimeoutError:
                continue
            fields = message.header.fields
            if message.header.message_type is not MessageType.method_call or fields.get(HeaderFields.interface) != NAME:
                continue
            match fields[HeaderFields.member]:
                case _ if self.broken:
                    reply = new_error(message, "org.example.Broken", "s", ("out of order",))
                case "GetCapabilities":
                    reply = new_method_return(message, "as", (self._abilities,))
                case _:
                    _, replaced, _, title, text, actions, self.hints, _ = message.body
                    number = replaced or len(self.shown) + 7
                    self.shown.append((number, title, text, actions, replaced))
                    reply = new_method_return(message, "u", (number,))
            self._line.send(reply)
