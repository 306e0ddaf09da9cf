"""The socket to a proxy while a way through it is asked for. Runs on the connecting thread."""

from __future__ import annotations

import socket
from typing import Protocol

from mailflow_gui.connectors._network import Patience, await_socket

_CHUNK = 4096


class Refusal(Exception):
    """The proxy said no: a cause of the catalogue, its own words for the details, and facts for the cause's text."""

    def __init__(self, cause: str, said: str = "", **facts: str) -> None:
        super().__init__(cause)
        self.cause, self.said, self.facts = cause, said, facts


class Gate:
    """Reads exactly what the proxy says and not one octet of the server behind it, who may speak at once.

    Each call raises TimeoutError when patience is at its end, Cancelled, EOFError and OSError.
    """

    def __init__(self, sock: socket.socket, left: Patience) -> None:
        self.sock = sock
        self.left = left

    def send(self, data: bytes) -> None:
        """Writes all."""
        view = memoryview(data)
        while view:
            await_socket(self.sock, self.left, write=True)
            view = view[self.sock.send(view) :]

    def exactly(self, count: int) -> bytes:
        """So many octets."""
        data = b""
        while len(data) < count:
            await_socket(self.sock, self.left)
            more = self.sock.recv(count - len(data))
            if not more:
                raise EOFError("the proxy closed the connection")
            data += more
        return data

    def until(self, mark: bytes, cap: int, data: bytes = b"") -> bytes:
        """All up to and with a mark, after what was read before. Raises Refusal when that is more than `cap` octets."""
        while not data.endswith(mark):
            await_socket(self.sock, self.left)
            ahead = self.sock.recv(_CHUNK, socket.MSG_PEEK)
            if not ahead:
                raise EOFError("the proxy closed the connection")
            end = (data + ahead).find(mark)
            take = len(ahead) if end < 0 else end + len(mark) - len(data)
            data += self.sock.recv(take)
            if len(data) > cap:
                raise Refusal("PROXY_OTHER_KIND", "an answer without end")
        return data


class Talk(Protocol):
    """What is said to a proxy of one kind. Both raise Refusal and what `Gate` raises."""

    def sign_in(self, gate: Gate) -> None:
        """Shows who asks, where that comes before the request."""
        ...

    def ask(self, gate: Gate, host: str, port: int) -> None:
        """Has the proxy connect to a server; the next octet on the socket is the server's."""
        ...
