"""SOCKS5 (RFC 1928) with user name and password (RFC 1929), as the client. Names are looked up by the proxy.

Own code because the libraries there are (python-socks, PySocks) open their sockets themselves, without our time limits
and stop requests, and their HTTP side takes the first words of the server for the proxy's. Runs on the connecting
thread.
"""

from __future__ import annotations

import ipaddress
import struct

from mailflow_gui.connectors._gate import Gate, Refusal
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.hosts import is_address
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.proxy import LONGEST

_VERSION, _SIGN_IN_VERSION = 5, 1
_OPEN, _PASSWORD, _NONE_OF_THESE = 0x00, 0x02, 0xFF
_CONNECT = 1
_IPV4, _NAME, _IPV6 = 1, 3, 4
#: The answers of RFC 1928, 6: cause and the words for it.
_ANSWERS = {
    1: ("PROXY_NO_WAY", later("general failure")),
    2: ("PROXY_FORBIDS", later("not allowed by its rules")),
    3: ("PROXY_NO_WAY", later("network unreachable")),
    4: ("PROXY_NO_WAY", later("host unreachable or unknown")),
    5: ("PROXY_NO_WAY", later("connection refused")),
    6: ("PROXY_NO_WAY", later("no answer in time")),
    7: ("PROXY_OTHER_KIND", later("command not supported")),
    8: ("PROXY_NO_WAY", later("address type not supported")),
}


class Socks5:
    """A `Talk`. The password is said only when the proxy asks for it."""

    def __init__(self, username: str, password: SecretText) -> None:
        self._username, self._password = username, password

    def sign_in(self, gate: Gate) -> None:
        """Agrees on how to sign in, and does. Raises Refusal."""
        ways = bytes([_OPEN, _PASSWORD]) if self._username else bytes([_OPEN])
        gate.send(bytes([_VERSION, len(ways)]) + ways)
        version, way = gate.exactly(2)
        if version != _VERSION or (way not in ways and way != _NONE_OF_THESE):
            raise Refusal("PROXY_OTHER_KIND", f"answer {version:#04x} {way:#04x}")
        if way == _NONE_OF_THESE:
            raise Refusal("PROXY_SIGN_IN_UNKNOWN" if self._username else "PROXY_SIGN_IN_NEEDED")
        if way == _PASSWORD:
            self._show_password(gate)

    def ask(self, gate: Gate, host: str, port: int) -> None:
        """Has the proxy connect to a server. Raises Refusal."""
        gate.send(bytes([_VERSION, _CONNECT, 0]) + _address(host) + struct.pack("!H", port))
        version, answer = gate.exactly(2)
        if version != _VERSION:
            raise Refusal("PROXY_OTHER_KIND", f"answer {version:#04x} {answer:#04x}")
        if answer != 0:
            cause, words = _ANSWERS.get(answer, ("PROXY_NO_WAY", ""))
            raise Refusal(cause, f"SOCKS5 answer {answer}", why=tr(words) if words else str(answer))
        # Where the proxy's own end is: of no use, but it has to be read to its end.
        _, kind = gate.exactly(2)
        length = {_IPV4: 4, _IPV6: 16}.get(kind)
        if length is None and kind != _NAME:
            raise Refusal("PROXY_OTHER_KIND", f"address type {kind:#04x}")
        gate.exactly((gate.exactly(1)[0] if length is None else length) + 2)

    def _show_password(self, gate: Gate) -> None:
        name, secret = self._username.encode(), self._password.reveal().encode()
        if len(name) > LONGEST or len(secret) > LONGEST:
            raise Refusal("PROXY_SIGN_IN_REFUSED", f"more than {LONGEST} octets")
        gate.send(bytes([_SIGN_IN_VERSION, len(name)]) + name + bytes([len(secret)]) + secret)
        if gate.exactly(2)[1] != 0:
            raise Refusal("PROXY_SIGN_IN_REFUSED")


def _address(host: str) -> bytes:
    if is_address(host):
        address = ipaddress.ip_address(host.partition("%")[0])
        return bytes([_IPV4 if address.version == 4 else _IPV6]) + address.packed
    name = host.encode("ascii")
    return bytes([_NAME, len(name)]) + name
