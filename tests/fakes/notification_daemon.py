"""A notification service on a bus of its own: keeps what it is sent, and clicks as the test says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal

from tests.fakes.bus_service import BusService

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class NotificationDaemon(BusService):
    """`shown` is what it was sent: number, title, text, actions, replaced number."""

    def __init__(self, address: str, abilities: Sequence[str] = ("actions", "body", "body-markup")) -> None:
        self._abilities = list(abilities)
        self.shown: list[tuple[int, str, str, list[str], int]] = []
        self.hints: dict[str, Any] = {}
        self.broken = False
        super().__init__(address, NAME)

    def invoke(self, number: int, action: str, token: str = "") -> None:
        """The person presses a button; the notice closes."""
        if token:
            self._signal("ActivationToken", "us", (number, token))
        self._signal("ActionInvoked", "us", (number, action))
        self._signal("NotificationClosed", "uu", (number, 2))

    def _signal(self, name: str, signature: str, body: tuple[Any, ...]) -> None:
        self._line.send(new_signal(DBusAddress(PATH, interface=NAME), name, signature, body))

    def answer(self, message: Message) -> Message | None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.method_call or fields.get(HeaderFields.interface) != NAME:
            return None
        match fields[HeaderFields.member]:
            case _ if self.broken:
                return new_error(message, "org.example.Broken", "s", ("out of order",))
            case "GetCapabilities":
                return new_method_return(message, "as", (self._abilities,))
            case _:
                _, replaced, _, title, text, actions, self.hints, _ = message.body
                number = replaced or len(self.shown) + 7
                self.shown.append((number, title, text, actions, replaced))
                return new_method_return(message, "u", (number,))
