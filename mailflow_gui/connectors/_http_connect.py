"""HTTP CONNECT (RFC 9110, 9.3.6) with Basic sign-in (RFC 7617), as the client. Names are looked up by the proxy.

Why it is our own code is said in `_socks5`. Runs on the connecting thread.
"""

from __future__ import annotations

import base64
import re

from mailflow_gui.connectors._gate import Gate, Refusal
from mailflow_gui.core.fields import SecretText

#: Octets of an answer's head at most.
HEAD_CAP = 65_536
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})(?: ([^\r\n]*))?\r?\n")
_START, _END = b"HTTP/", b"\r\n\r\n"
_CHALLENGE = re.compile(rb"^proxy-authenticate:[ \t]*([^\s,]+)", re.IGNORECASE | re.MULTILINE)
#: The proxy can't reach the server, or its name is not known there.
_NO_WAY = (404, 410, 500, 502, 503, 504)


class HttpConnect:
    """A `Talk`. The sign-in goes with the request."""

    def __init__(self, username: str, password: SecretText) -> None:
        token = base64.b64encode(f"{username}:{password.reveal()}".encode()).decode("ascii")
        self._sign_in = f"Proxy-Authorization: Basic {token}\r\n" if username else ""

    def sign_in(self, gate: Gate) -> None:
        """Nothing is said before the request."""

    def ask(self, gate: Gate, host: str, port: int) -> None:
        """Has the proxy connect to a server. Raises Refusal."""
        bare = host.partition("%")[0]
        place = f"[{bare}]:{port}" if ":" in bare else f"{bare}:{port}"
        gate.send(f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{self._sign_in}\r\n".encode("ascii"))
        code, words, head = _answer(gate)
        while 100 <= code < 200:  # RFC 9110, 15.2
            code, words, head = _answer(gate)
        if not 200 <= code < 300:
            raise _refusal(code, f"{code} {words}".strip(), head, signed_in=bool(self._sign_in))


def _answer(gate: Gate) -> tuple[int, str, bytes]:
    """Code, words and the whole head. Raises Refusal at the first octets that are another protocol's."""
    start = gate.exactly(len(_START))
    head = gate.until(_END, HEAD_CAP, start) if start == _START else start
    match = _STATUS.match(head)
    if match is None:
        raise Refusal("PROXY_OTHER_KIND", head[:100].decode("utf-8", "replace"))
    return int(match[1]), (match[2] or b"").decode("utf-8", "replace").strip(), head


def _refusal(code: int, said: str, head: bytes, *, signed_in: bool) -> Refusal:
    if code == 407:
        ways = [one.decode("ascii", "replace") for one in _CHALLENGE.findall(head)]
        if ways and "basic" not in [one.lower() for one in ways]:
            return Refusal("PROXY_SIGN_IN_UNKNOWN", said, ways=", ".join(dict.fromkeys(ways)))
        return Refusal("PROXY_SIGN_IN_REFUSED" if signed_in else "PROXY_SIGN_IN_NEEDED", said)
    if code in _NO_WAY:
        return Refusal("PROXY_NO_WAY", said, why=said)
    if code in (400, 405, 501):
        return Refusal("PROXY_OTHER_KIND", said)
    return Refusal("PROXY_FORBIDS", said)
