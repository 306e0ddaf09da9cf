"""The server's first words: waiting for them, telling what kind of server speaks, and what to say when it is another.

Runs on the thread that connects.
"""

from __future__ import annotations

import re
import socket
import ssl
import time

from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._target import NAMES, Target
from mailflow_gui.connectors._wire import Wire
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.language import later, tr

#: Seconds of silence after which we look whether the port wants TLS from the first octet.
SILENCE = 1.5
#: Octets of a greeting line (RFC 5321, 4.5.3.1.5 has 512; some put more into theirs).
LINE_CAP = 8192

TLS_RECORDS = range(0x14, 0x18)

_SPEAKERS = (
    ("tls", re.compile(rb"[\x14-\x17]\x03[\x00-\x04]")),
    ("imap", re.compile(rb"\* (OK|PREAUTH|BYE)\b", re.IGNORECASE)),
    ("pop3", re.compile(rb"(\+OK|-ERR)\b", re.IGNORECASE)),
    (later("an FTP server"), re.compile(rb"220[ -][^\n]*ftp", re.IGNORECASE)),
    (later("a news server"), re.compile(rb"20[01][ -]")),
    ("smtp", re.compile(rb"[2-5]\d\d[ -]")),
    (later("an SSH server"), re.compile(rb"SSH-")),
    (later("a web server"), re.compile(rb"HTTP/\d|<!doctype|<html", re.IGNORECASE)),
    (later("a Sieve server"), re.compile(rb"\"(IMPLEMENTATION|SIEVE)\"", re.IGNORECASE)),
)
_UNKNOWN = later("a program that is not a mail server")


def speaker(words: bytes) -> str:
    """Who speaks: imap, pop3, smtp, tls, or a description of another server."""
    return next((kind for kind, pattern in _SPEAKERS if pattern.match(words)), _UNKNOWN)


def await_greeting(wire: Wire, target: Target) -> bytes:
    """The greeting's first line, left on the wire. Raises MailflowError when it is not a ready server's."""
    pause = time.monotonic() + SILENCE
    try:
        head = wire.peek(lambda: min(pause - time.monotonic(), wire.patience()))
    except TimeoutError:
        if wire.tls is None:
            _look_for_tls(wire, target)
        head = wire.peek()
    if speaker(head) == "tls":
        raise target.trouble("PLAIN_ON_TLS_PORT")
    line = wire.peek_line(LINE_CAP).rstrip(b"\r")
    return judged(line, target)


def judged(line: bytes, target: Target) -> bytes:
    """The greeting line, if this protocol's server is ready. Raises MailflowError."""
    if not line:
        raise target.trouble("CONNECTION_LOST")
    text = line.decode("utf-8", "replace")
    kind = speaker(line)
    if kind != target.protocol:
        raise other_server(target, kind, text)
    ready = {"imap": rb"\* (OK|PREAUTH)\b", "pop3": rb"\+OK", "smtp": rb"220"}[kind]
    if re.match(ready, line, re.IGNORECASE):
        return line
    if code := busy_code(text):
        raise target.trouble("SERVER_BUSY", text, code=code)
    raise target.trouble("CONNECTION_LOST" if kind == "imap" else "UNEXPECTED", text)


def other_server(target: Target, kind: str, text: str) -> MailflowError:
    """The error for a port on which somebody else answers."""
    if kind not in NAMES:
        return target.trouble("NOT_A_MAIL_SERVER", text, banner=tr(kind))
    way = "sends" if kind == "smtp" else "receives" if target.protocol == "smtp" else "receivesToo"
    switch = kind if way == "receivesToo" else ""
    facts = {"found": NAMES[kind], "foundValue": switch, way: NAMES[kind]}
    return target.trouble("WRONG_PROTOCOL", text, **facts)


def _look_for_tls(wire: Wire, target: Target) -> None:
    """The server says nothing. A second connection offers TLS; a server that takes it wants SSL/TLS here."""
    try:
        answer = _answer_to_hello(wire, target)
    except OSError:
        return
    kind = speaker(answer) if answer else ""
    if kind == "tls":
        raise target.trouble("PLAIN_ON_TLS_PORT")
    if kind and kind not in NAMES:
        raise other_server(target, kind, answer.decode("utf-8", "replace"))


def _answer_to_hello(wire: Wire, target: Target) -> bytes:
    hello, sent = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:  # only to have the ClientHello written; nothing else ever goes through it
        ssl.create_default_context().wrap_bio(hello, sent, server_hostname=target.host).do_handshake()
    except ssl.SSLWantReadError:
        pass
    return _first_answer(wire, sent.read())


def words_in_clear(wire: Wire) -> bytes:
    """What the server says first on another connection, when nothing is said to it; empty when that fails."""
    try:
        return _first_answer(wire, b"")
    except OSError:
        return b""


def _first_answer(wire: Wire, data: bytes) -> bytes:
    until = time.monotonic() + 2 * SILENCE

    def left() -> float:
        return min(until - time.monotonic(), wire.patience())

    probe = Wire(wire.way.again(left), wire.way, left)
    try:
        probe.sendall(data)
        return probe.recv(512)
    finally:
        probe.close()


def raw_words(sock: socket.socket) -> bytes:
    """The octets that wait on the network under a TLS socket, not taken."""
    return socket.socket.recv(sock, 512, socket.MSG_PEEK)
