"""A server that says what a test tells it to, name lookups that stay on this computer, and settings for both."""

from __future__ import annotations

import dataclasses
import socket
import ssl
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

import pytest

from mailflow_gui.connectors._imap_session import connect_imap, verify_imap
from mailflow_gui.connectors._mailserver import NONE, STARTTLS, TLS, ServerSettings
from mailflow_gui.connectors._pop3_session import connect_pop3, verify_pop3
from mailflow_gui.connectors._smtp_session import connect_smtp, verify_smtp
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.connector import Trace
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import Choice, Option, SecretText
from tests.servers.certificates import Certificate
from tests.servers.line_server import Action, LineServer, Wire, perform

PROTOCOLS = ("imap", "pop3", "smtp")
METHODS = (NONE, STARTTLS, TLS)
CONNECT: Mapping[str, Callable[[ServerSettings, Trace], Any]] = {
    "imap": connect_imap,
    "pop3": connect_pop3,
    "smtp": connect_smtp,
}
VERIFY: Mapping[str, Callable[[ServerSettings, Trace], None]] = {
    "imap": verify_imap,
    "pop3": verify_pop3,
    "smtp": verify_smtp,
}
GREETING = {"imap": "* OK ready", "pop3": "+OK ready", "smtp": "220 mx.example.org ESMTP"}
#: The usual answers of a server without STARTTLS that takes any password.
ANSWERS: Mapping[str, Mapping[str, Action]] = {
    "imap": {
        "CAPABILITY": "* CAPABILITY IMAP4rev1\n{tag} OK done",
        "LOGIN": "{tag} OK in",
        "EXAMINE": "* 3 EXISTS\n{tag} OK [READ-ONLY] done",
        "SEARCH": "* SEARCH 1\n{tag} OK done",
        "LOGOUT": ("* BYE bye\n{tag} OK done", "close"),
    },
    "pop3": {
        "CAPA": "+OK\nUSER\nUIDL\n.",
        "USER": "+OK",
        "PASS": "+OK in",
        "STAT": "+OK 3 300",
        "QUIT": ("+OK bye", "close"),
    },
    "smtp": {
        "EHLO": "250-mx.example.org\n250 AUTH PLAIN LOGIN",
        "AUTH": "235 2.7.0 in",
        "MAIL": "250 ok",
        "RSET": "250 ok",
        "NOOP": "250 ok",
        "QUIT": ("221 bye", "close"),
    },
}
#: What each protocol's server says when it offers StartTLS, and when it agrees.
OFFERS: Mapping[str, Mapping[str, Action]] = {
    "imap": {"CAPABILITY": "* CAPABILITY IMAP4rev1 STARTTLS\n{tag} OK done", "STARTTLS": "{tag} OK go"},
    "pop3": {"CAPA": "+OK\nUSER\nSTLS\n.", "STLS": "+OK go"},
    "smtp": {"EHLO": "250-mx.example.org\n250-STARTTLS\n250 AUTH PLAIN LOGIN", "STARTTLS": "220 go"},
}
START = {"imap": "STARTTLS", "pop3": "STLS", "smtp": "STARTTLS"}


class Talker(LineServer):
    """Greets, then answers each line with the action whose key is the line's command word.

    `answers` come before the usual ones of the protocol. `secure` are the answers under TLS (default: the usual).
    With `certificate` a StartTLS command that is answered positively is followed by a handshake.
    `lines` are what the client said in clear and under TLS, as (encrypted, line).
    """

    def __init__(
        self,
        protocol: str,
        answers: Mapping[str, Action] | None = None,
        *,
        greeting: Action | None = None,
        certificate: Certificate | None = None,
        implicit: bool = False,
        secure: Mapping[str, Action] | None = None,
    ) -> None:
        super().__init__()
        self.protocol = protocol
        self.greeting: Action = GREETING[protocol] if greeting is None else greeting
        self.answers = {**ANSWERS[protocol], **(answers or {})}
        self.secure = {**ANSWERS[protocol], **(secure or {})}
        self.certificate = certificate
        self.implicit = implicit
        self.lines: list[tuple[bool, str]] = []
        self.port = 0

    def start(self) -> Self:
        """Listen."""
        self.port = self.listen(self.certificate if self.implicit else None)
        return self

    @property
    def said(self) -> str:
        """Everything the clients said, for a search."""
        return "\n".join(line for _, line in self.lines)

    def said_in_clear(self) -> list[str]:
        """The lines that crossed the network readably."""
        return [line for encrypted, line in self.lines if not encrypted]

    def converse(self, wire: Wire) -> None:
        wire.encrypted = self.implicit
        perform(wire, self.greeting, _worded(""))
        while True:
            line = wire.read_line().decode("utf-8", "replace")
            self.lines.append((wire.encrypted, line))
            words = line.upper().split()
            tag = line.split()[0] if self.protocol == "imap" and words else ""
            key = words[-len(words) + (self.protocol == "imap" and len(words) > 1)] if words else ""
            if key == "UID":
                key = words[2]
            unknown = {"imap": "{tag} BAD unknown", "pop3": "-ERR unknown", "smtp": "502 5.5.1 unknown"}
            answers = self.secure if wire.encrypted else self.answers
            action = answers.get(key, unknown[self.protocol])
            perform(wire, action, _worded(tag))
            if key == START[self.protocol] and self.certificate and action == OFFERS[self.protocol][key]:
                wire.start_tls(self.certificate)


def _worded(tag: str) -> Callable[[str], bytes]:
    return lambda text: b"".join(line.replace("{tag}", tag).encode("utf-8") + b"\r\n" for line in text.split("\n"))


class ReceiveLike(ServerSettings):
    """Server settings with the protocol field that a Receive Email connection has."""

    protocol = Choice("Protocol", "imap", [Option("imap", "imap"), Option("pop3", "pop3"), Option("smtp", "smtp")])


def settings_for(protocol: str, port: int, method: str = NONE, **more: Any) -> ReceiveLike:
    """Settings of the account info / secret on localhost, unless told otherwise."""
    password = more.pop("password", "secret")
    values = {"host": "localhost", "username": "info", **more}
    return ReceiveLike(protocol=protocol, port=port, secure_type=method, password=SecretText(password), **values)


def new_trace(limit: float = 10.0) -> SilentTrace:
    """A trace as Validate's: nothing was trusted before."""
    trace = SilentTrace(limit=limit)
    trace.trusted_before = False
    return trace


def error_of(settings: ReceiveLike, trace: Trace | None = None) -> MailflowError:
    """The error that Validate ends with."""
    with pytest.raises(MailflowError) as caught:
        VERIFY[settings.protocol](settings, trace or new_trace())
    return caught.value


def expect(
    error: MailflowError, kind: type[MailflowError], cause: str, title: str, fields: tuple[str, ...] = ()
) -> MailflowError:
    """Check what the person sees first, and that nothing was left unfilled."""
    assert (error.cause, error.title, error.fields) == (cause, title, fields)
    assert isinstance(error, kind)
    texts = [error.title, error.hint, error.fix, *(remedy.label for remedy in error.remedies)]
    assert not [text for text in texts if "{" in text]
    assert "secret" not in repr(vars(error)).replace("'secret'", "")
    return error


def remedies_of(error: MailflowError) -> dict[str, dict[str, str]]:
    """Button → the values it sets."""
    return {remedy.label: dict(remedy.values) for remedy in error.remedies}


def local_names(monkeypatch: pytest.MonkeyPatch, *names: str, error: int = socket.EAI_NONAME) -> None:
    """Let these host names mean this computer; every other name gives this error of the lookup.

    Nothing is asked of a name server.
    """
    real = socket.getaddrinfo

    def look_up(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        if host in names:
            return real("127.0.0.1", port, *rest, **more)
        if host in ("localhost", "127.0.0.1"):
            return real(host, port, *rest, **more)
        raise socket.gaierror(error, "Not looked up")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@dataclasses.dataclass(frozen=True)
class OldCertificate:
    """A certificate whose server speaks nothing newer than TLS 1.1."""

    inner: Certificate

    @property
    def cert_path(self) -> Path:
        return self.inner.cert_path

    def server_context(self) -> ssl.SSLContext:
        context = self.inner.server_context()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
        return context
