"""A session manager on a bus of its own: lets programs register, and ends their session as the test says."""

from __future__ import annotations

import threading
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_return, new_signal

from tests.fakes.bus_service import BusService

#: Name on the bus, and the interface of a client.
GNOME = ("org.gnome.SessionManager", "org.gnome.SessionManager.ClientPrivate")
XFCE = ("org.xfce.SessionManager", "org.xfce.Session.Client")


class SessionManager(BusService):
    """`clients` are the ids that registered, `said` the calls of clients: method and arguments."""

    def __init__(self, address: str, kind: tuple[str, str]) -> None:
        name, self._client = kind
        self.clients: list[str] = []
        self.said: list[tuple[str, Any]] = []
        self._names: set[str] = set()
        self._registered, self._left = threading.Event(), threading.Event()
        changes = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        super().__init__(address, name, [changes])

    def tell(self, signal: str, client: str = "") -> None:
        """Tells a client (the last one) QueryEndSession, EndSession, CancelEndSession or Stop."""
        path = f"/org/example/clients/{client or self.clients[-1]}"
        with_flags = signal in ("QueryEndSession", "EndSession")
        signature, body = ("u", (0,)) if with_flags else (None, ())
        self._line.send(new_signal(DBusAddress(path, interface=self._client), signal, signature, body))

    def wait_for_client(self, seconds: float) -> None:
        """Returns once one registered. Raises TimeoutError."""
        if not self._registered.wait(seconds):
            raise TimeoutError("no program registered")

    def wait_until_left(self, seconds: float) -> None:
        """Returns once a client left the bus, so that the session waits for it no more. Raises TimeoutError."""
        if not self._left.wait(seconds):
            raise TimeoutError("the program still holds up the session")

    def answer(self, message: Message) -> Message | None:
        member = message.header.fields.get(HeaderFields.member)
        if message.header.message_type is not MessageType.method_call:
            if member == "NameOwnerChanged":
                name, _, owner = message.body
                if name in self._names and not owner:
                    self._left.set()
            return None
        if member == "RegisterClient":
            _, id = message.body
            self.clients.append(id)
            self._names.add(message.header.fields[HeaderFields.sender])
            self._registered.set()
            return new_method_return(message, "o", (f"/org/example/clients/{id}",))
        self.said.append((str(member), message.body))
        return new_method_return(message)
