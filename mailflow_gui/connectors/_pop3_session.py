"""A signed-in POP3 session: the one way to connect, for Validate and for the running integration.

RFC 1939, RFC 2449, RFC 2595, RFC 5034. Runs on the thread of the integration or of the check.
"""

from __future__ import annotations

import base64
import contextlib
import poplib
from typing import Any

from mailflow_gui.connectors._channel import channel, greet
from mailflow_gui.connectors._failures import spoken
from mailflow_gui.connectors._mailserver import NONE, ServerSettings
from mailflow_gui.connectors._refusals import (
    PASSWORD_MECHANISMS,
    TOKEN_MECHANISMS,
    busy_code,
    no_way_in,
    password_missing,
    refusal,
)
from mailflow_gui.connectors._target import Target, refuse_control
from mailflow_gui.connectors._wire import Ration, Wire
from mailflow_gui.core.connector import Trace
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.limits import limits


def refused(error: poplib.error_proto) -> str:
    """What the server said with its -ERR; "" when poplib's one exception means an answer that is none, or the line."""
    said = error.args[0] if error.args else b""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) and said.startswith(b"-ERR") else ""


class Pop3Session(poplib.POP3):
    """poplib over a wire: lines of any length up to a bound, and no command with control characters."""

    def __init__(self, wire: Wire, target: Target) -> None:
        self.wire = wire
        self._ration = Ration()
        super().__init__(target.host, target.port, timeout=limits().answer)

    def _create_socket(self, timeout: float | None) -> Any:
        return self.wire

    def _getline(self) -> tuple[bytes, int]:
        """poplib gives up at 2 KiB; messages with longer lines are common. Raises error_proto at the end, OSError."""
        line = self.wire.readline()
        self._ration.take(line)
        if not line:
            raise poplib.error_proto("-ERR EOF")
        return line.rstrip(b"\r\n") if line.endswith(b"\n") else line, len(line)

    def _putcmd(self, line: str) -> None:
        refuse_control(line, "The command", "")
        self._ration.begin()
        self.sock.sendall(line.encode("utf-8") + b"\r\n")

    def authenticate(self, target: Target) -> str:
        """Sign in as the settings say; says how. Raises MailflowError. The password goes out once at most."""
        if not target.signs_in:
            raise target.trouble("AUTH_NEEDED")
        if not target.password:
            raise password_missing(target)
        try:
            if self._chooses_plain(target):
                self._authenticate_plain(target)
            else:
                self.user(target.username)
                self.pass_(target.password.reveal())
        except poplib.error_proto as error:
            if said := refused(error):
                raise refusal(target, said) from None
            raise
        return tr("as {user}", user=target.username)

    def _chooses_plain(self, target: Target) -> bool:
        """Whether AUTH PLAIN is used, rather than USER and PASS. Raises MailflowError when neither may be."""
        try:
            offered: dict[str, list[str]] = {name.upper(): values for name, values in self.capa().items()}
        except poplib.error_proto:
            offered = {"USER": []}  # an old server without CAPA (RFC 2449); one that has gone is noticed next
        mechanisms = {name.upper() for name in offered.get("SASL", [])}
        by_user = "USER" in offered or not mechanisms
        wants_tls = target.method == NONE and "USER" not in offered and "STLS" in offered
        only_tokens = bool(mechanisms & TOKEN_MECHANISMS) and not mechanisms & PASSWORD_MECHANISMS
        if not (by_user or "PLAIN" in mechanisms) or (wants_tls and "PLAIN" not in mechanisms):
            raise no_way_in(target, mechanisms, "STLS" in offered)
        if only_tokens and "USER" not in offered:
            raise no_way_in(target, mechanisms, "STLS" in offered)
        text = target.username + target.password.reveal()
        return "PLAIN" in mechanisms and (not by_user or not text.isascii())

    def _authenticate_plain(self, target: Target) -> None:
        self._ask("AUTH PLAIN")
        secret = f"\0{target.username}\0{target.password.reveal()}".encode()
        self._ask(base64.b64encode(secret).decode("ascii"))

    def _ask(self, line: str) -> bytes:
        """One command and its one-line answer; raises error_proto for -ERR."""
        self._putcmd(line)
        answer, _ = self._getline()
        if not answer.startswith(b"+"):
            raise poplib.error_proto(answer)
        return answer


def connect_pop3(settings: ServerSettings, trace: Trace) -> poplib.POP3:
    """A signed-in client. Every wait has a limit. Raises MailflowError."""
    session = _connected(Target.of(settings, "pop3", trace), trace)
    session.wire.release(trace.leeway)
    return session


def verify_pop3(settings: ServerSettings, trace: Trace) -> None:
    """The five checks: connect as the integration does, then count the messages."""
    target = Target.of(settings, "pop3", trace)
    session = _connected(target, trace)
    try:
        with trace.step("inbox"), spoken(target):
            try:
                total, _ = session.stat()
            except poplib.error_proto as error:
                text = str(error.args[0] if error.args else error)
                code = busy_code(text)
                raise target.trouble("SERVER_BUSY" if code else "UNEXPECTED", text, code=code) from error
            trace.found(trn("{count} message", "{count} messages", total))
            session.wire.release(trace.leeway, 2.0)
            with contextlib.suppress(OSError, poplib.error_proto):
                session.quit()
    finally:
        session.wire.close()


def _connected(target: Target, trace: Trace) -> Pop3Session:
    with channel(target, trace) as wire, trace.step("sign-in"), spoken(target):
        greet(wire, target)
        session = Pop3Session(wire, target)
        trace.found(session.authenticate(target))
        return session
