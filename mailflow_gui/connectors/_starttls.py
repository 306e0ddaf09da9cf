"""The part of a StartTLS conversation that goes over the wire in clear, for IMAP, POP3 and SMTP.

It is spoken here and not by the libraries, on an own buffer, so that nothing said in clear survives: the library's
client begins after the handshake (RFC 2595, RFC 3207, RFC 8314; the “NO STARTTLS” attacks). Runs on the connecting
thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._wire import ProtocolError, Wire

_LINE_CAP = 8192
_LINES = 200


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one protocol asks for TLS. `fresh` is the greeting that the library's client is given after TLS began."""

    offered: Callable[[Wire, Target], bool]
    switch: Callable[[Wire, Target], None]
    fresh: bytes


def switch_to_tls(wire: Wire, target: Target) -> None:
    """Ask for TLS. Raises MailflowError unless the answer is a plain yes with nothing after it."""
    DIALECTS[target.protocol].switch(wire, target)
    if wire.waiting():
        raise target.trouble("STARTTLS_TAMPERED")


def client_name(wire: Wire) -> str:
    """Our name for EHLO: the address as a literal (RFC 5321, 4.1.3). Looking up a name could take long.

    Behind a proxy our address means nothing to the server, and is none of its business.
    """
    if wire.way.proxied:
        return "[127.0.0.1]"
    own = str(wire.getsockname()[0]).partition("%")[0]
    return f"[IPv6:{own}]" if ":" in own else f"[{own}]"


def _line(wire: Wire, target: Target) -> str:
    data = wire.readline(_LINE_CAP)
    if not data:
        raise target.trouble("CONNECTION_LOST")
    if not data.endswith(b"\n"):
        raise ProtocolError("an unfinished line")
    return data.decode("utf-8", "replace").rstrip("\r\n")


def _refused(target: Target, answer: str) -> None:
    if code := busy_code(answer):
        raise target.trouble("SERVER_BUSY", answer, code=code)
    raise target.trouble("STARTTLS_MISSING", answer)


# ---- IMAP (RFC 9051, 6.2.1) ----


def _imap_command(wire: Wire, target: Target, tag: str, command: str) -> tuple[str, list[str]]:
    """The tagged answer without its tag, and the untagged lines before it."""
    wire.sendall(f"{tag} {command}\r\n".encode("ascii"))
    said: list[str] = []
    for _ in range(_LINES):
        line = _line(wire, target)
        if line.startswith(f"{tag} "):
            return line[len(tag) + 1 :], said
        if re.match(r"\* BYE\b", line, re.IGNORECASE):
            raise target.trouble("CONNECTION_LOST", line)
        if line.startswith("+"):
            raise target.trouble("STARTTLS_MISSING", line)
        said.append(line)
    raise ProtocolError("no end to the answer")


def _imap_offered(wire: Wire, target: Target) -> bool:
    if re.match(r"\* PREAUTH\b", _line(wire, target), re.IGNORECASE):
        return False  # signed in already, where StartTLS is not allowed: an attack, or a server that can't do it
    answer, said = _imap_command(wire, target, "m1", "CAPABILITY")
    words = {word for line in said if line.upper().startswith("* CAPABILITY ") for word in line.upper().split()}
    return answer.upper().startswith("OK") and "STARTTLS" in words


def _imap_switch(wire: Wire, target: Target) -> None:
    answer, _ = _imap_command(wire, target, "m2", "STARTTLS")
    if not re.match(r"OK\b", answer, re.IGNORECASE):
        _refused(target, answer)


# ---- POP3 (RFC 2595, 4) ----


def _pop3_answer(wire: Wire, target: Target) -> str:
    line = _line(wire, target)
    if not line.startswith(("+", "-")):
        raise ProtocolError("no answer")
    return line


def _pop3_offered(wire: Wire, target: Target) -> bool:
    _line(wire, target)
    wire.sendall(b"CAPA\r\n")
    if not _pop3_answer(wire, target).upper().startswith("+OK"):
        return False
    found = False
    for _ in range(_LINES):
        line = _line(wire, target)
        if line == ".":
            return found
        found = found or line.strip().upper() == "STLS"
    raise ProtocolError("no end to the answer")


def _pop3_switch(wire: Wire, target: Target) -> None:
    wire.sendall(b"STLS\r\n")
    answer = _pop3_answer(wire, target)
    if not re.match(r"\+OK(\s|$)", answer, re.IGNORECASE):
        _refused(target, answer)


# ---- SMTP (RFC 3207) ----


def _smtp_reply(wire: Wire, target: Target) -> list[str]:
    lines: list[str] = []
    for _ in range(_LINES):
        line = _line(wire, target)
        if not re.match(r"\d{3}([ -]|$)", line):
            raise ProtocolError("no reply code")
        lines.append(line)
        if line[3:4] != "-":
            return lines
    raise ProtocolError("no end to the reply")


def _smtp_offered(wire: Wire, target: Target) -> bool:
    _smtp_reply(wire, target)
    wire.sendall(f"EHLO {client_name(wire)}\r\n".encode("ascii"))
    reply = _smtp_reply(wire, target)
    if reply[-1].startswith("4"):
        raise target.trouble("SERVER_BUSY", reply[-1], code=reply[-1][:3])
    return reply[-1].startswith("250") and any(line[4:].strip().upper() == "STARTTLS" for line in reply[1:])


def _smtp_switch(wire: Wire, target: Target) -> None:
    wire.sendall(b"STARTTLS\r\n")
    reply = _smtp_reply(wire, target)
    if not reply[-1].startswith("220"):
        _refused(target, reply[-1])


DIALECTS = {
    "imap": Dialect(_imap_offered, _imap_switch, b"* OK ready\r\n"),
    "pop3": Dialect(_pop3_offered, _pop3_switch, b"+OK ready\r\n"),
    "smtp": Dialect(_smtp_offered, _smtp_switch, b"220 ready\r\n"),
}
