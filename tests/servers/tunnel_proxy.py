"""Real proxies on loopback, SOCKS5 (RFC 1928, 1929) and HTTP CONNECT (RFC 9110, 9.3.6), that tell what they heard.

They look names up in a table of their own, so that a test sees who asked for a name. Threads of their own.
"""

import base64
import socket
import struct
from collections.abc import Mapping

from tests.servers.line_server import Ended, Wire, perform
from tests.servers.tunnel import Tunnelling

#: Name → where it is; a name that is not there is not known.
Names = Mapping[str, str]
_SOCKS_ANSWERS = {"unknown": 4, "refused": 5}
_HTTP_ANSWERS = {"unknown": "502 Bad Gateway", "refused": "503 Service Unavailable"}


class _Unreached(Exception):
    """The server was not reached; `args[0]` says why."""


class TunnelProxy(Tunnelling):
    """What both kinds share. `users`: name → password; when given, nobody else gets through.

    Stages to script: "hello" (the client's first octets are there), "sign-in", "request" (the server is not connected
    yet), "reached" (it is, and the client has not been told). `asked` has each host and port as the client said them,
    `sign_ins` the pairs, `heard` all octets on their way to servers.
    """

    kind = ""

    def __init__(self, names: Names | None = None, users: Mapping[str, str] | None = None) -> None:
        super().__init__(frozenset({"hello", "sign-in", "request", "reached"}))
        self.names = dict(names or {})
        self.users = dict(users or {})
        self.asked: list[tuple[str, int]] = []
        self.sign_ins: list[tuple[str, str]] = []
        self.heard = bytearray()

    def _act(self, wire: Wire, stage: str) -> bool:
        """Whether something was scripted here; then it is done instead of the usual."""
        action = self._script.next(stage)
        if action is not None:
            perform(wire, action, lambda line: line.encode() + b"\r\n")
        return action is not None

    def _reach(self, host: str, port: int) -> socket.socket:
        self.asked.append((host, port))
        place = self.names.get(host, host if host[:1].isdigit() or ":" in host else "")
        if not place:
            raise _Unreached("unknown")
        try:
            return socket.create_connection((place, port), 10)
        except OSError as error:
            raise _Unreached("refused") from error


class SocksProxy(TunnelProxy):
    """SOCKS5, with names, IPv4 and IPv6 addresses."""

    kind = "socks5"

    def converse(self, wire: Wire) -> None:
        version, count = wire.read_octets(2)
        if version != 5:
            raise Ended
        ways = wire.read_octets(count)
        if self._act(wire, "hello"):
            return
        wanted = 2 if self.users else 0
        wire.send(bytes([5, wanted if wanted in ways else 0xFF]))
        if wanted not in ways or (wanted and not self._sign_in(wire)):
            raise Ended
        host, port = self._request(wire)
        if self._act(wire, "request"):
            return
        try:
            server = self._reach(host, port)
        except _Unreached as error:
            wire.send(bytes([5, _SOCKS_ANSWERS[error.args[0]], 0, 1]) + bytes(6))
            raise Ended from None
        with server:
            if not self._act(wire, "reached"):
                wire.send(bytes([5, 0, 0, 3, 4]) + b"here" + bytes(2) + _first_words(server))
            self.carry(wire, server, self.heard)

    def _sign_in(self, wire: Wire) -> bool:
        _, length = wire.read_octets(2)
        user = wire.read_octets(length).decode()
        password = wire.read_octets(wire.read_octets(1)[0]).decode()
        self.sign_ins.append((user, password))
        if self._act(wire, "sign-in"):
            return True
        good = self.users.get(user) == password
        wire.send(bytes([1, 0 if good else 1]))
        return good

    @staticmethod
    def _request(wire: Wire) -> tuple[str, int]:
        _, _, _, kind = wire.read_octets(4)
        if kind == 3:
            host = wire.read_octets(wire.read_octets(1)[0]).decode()
        elif kind == 1:
            host = socket.inet_ntop(socket.AF_INET, wire.read_octets(4))
        else:
            host = socket.inet_ntop(socket.AF_INET6, wire.read_octets(16))
        return host, int(struct.unpack("!H", wire.read_octets(2))[0])


class ConnectProxy(TunnelProxy):
    """HTTP with CONNECT and Basic sign-in; `heads` has each request's head."""

    kind = "http"

    def __init__(self, names: Names | None = None, users: Mapping[str, str] | None = None) -> None:
        super().__init__(names, users)
        self.heads: list[str] = []
        self.challenge = 'Basic realm="proxy"'

    def converse(self, wire: Wire) -> None:
        head = wire.read_until(b"\r\n\r\n").decode()
        self.heads.append(head)
        if self._act(wire, "hello"):
            return
        method, place, _ = head.split(" ", 2)
        if method != "CONNECT":
            self._say(wire, "405 Method Not Allowed")
        self._check_sign_in(wire, head)
        if self._act(wire, "request"):
            return
        host, _, port = place.rpartition(":")
        try:
            server = self._reach(host.strip("[]"), int(port))
        except _Unreached as error:
            self._say(wire, _HTTP_ANSWERS[error.args[0]])
        with server:
            if not self._act(wire, "reached"):
                wire.send(b"HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n" + _first_words(server))
            self.carry(wire, server, self.heard)

    def _check_sign_in(self, wire: Wire, head: str) -> None:
        if not self.users:
            return
        shown = [line.partition(" Basic ")[2] for line in head.split("\r\n") if "Proxy-Authorization" in line]
        if shown:
            user, _, password = base64.b64decode(shown[0]).decode().partition(":")
            self.sign_ins.append((user, password))
            if self.users.get(user) == password:
                return
        self._say(wire, "407 Proxy Authentication Required", f"Proxy-Authenticate: {self.challenge}")

    @staticmethod
    def _say(wire: Wire, status: str, *headers: str) -> None:
        lines = (f"HTTP/1.1 {status}", *headers, "Content-Length: 3", "Connection: close", "", "no\n")
        wire.send("\r\n".join(lines).encode())
        raise Ended


def _first_words(server: socket.socket) -> bytes:
    """What a server says at once, so that it reaches the client in one piece with the proxy's own answer."""
    server.settimeout(0.2)
    try:
        return server.recv(65536)
    except TimeoutError:
        return b""
