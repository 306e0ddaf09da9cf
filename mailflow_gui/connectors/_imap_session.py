"""A signed-in IMAP session: the one way to connect, for Validate and for the running integration.

RFC 9051, RFC 3501, RFC 2595. Runs on the thread of the integration or of the check.
"""

from __future__ import annotations

import contextlib
import imaplib
import logging
import re
from typing import Any, cast

import imapclient
from imapclient.exceptions import IMAPClientError

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
from mailflow_gui.connectors._target import Target
from mailflow_gui.connectors._wire import Ration, Wire
from mailflow_gui.core.connector import Trace
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.limits import limits

#: IMAPClient warns of servers' words that are not ASCII, with those words; without a handler that goes to the terminal.
logging.getLogger("imapclient").setLevel(logging.CRITICAL + 1)

_BARE = re.compile(rb"[A-Z]+\d+ (OK|NO|BAD)\r\n")


class _Imap(imaplib.IMAP4):
    """imaplib over a wire, through the methods it declares as overridable."""

    def __init__(self, wire: Wire, host: str, port: int) -> None:
        self.wire = wire
        self._ration = Ration()
        super().__init__(host, port)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        self.host, self.port = host, port
        self.sock = self.wire  # type: ignore[assignment]

    def read(self, size: int) -> bytes:
        block = self.wire.read(size)
        self._ration.block(size)
        return block

    def readline(self) -> bytes:
        line = self.wire.readline()
        self._ration.take(line)
        if _BARE.fullmatch(line) and line.startswith(cast(bytes, self.tagpre)):
            return line[:-2] + b" \r\n"  # some servers leave the text away, which imaplib does not take
        return line

    def send(self, data: Any) -> None:
        self._ration.begin()
        self.wire.sendall(data)

    def shutdown(self) -> None:
        with contextlib.suppress(OSError):
            self.wire.shutdown()
        self.wire.close()

    def log_in(self, user: str, password: str) -> None:
        """LOGIN with quoted strings, or with literals where a quoted string can't hold the text. Raises error."""
        if user.isascii() and password.isascii():
            kind, data = self._simple_command("LOGIN", _quoted(user), _quoted(password))
        else:
            kind, data = self._log_in_with_literals(user.encode("utf-8"), password.encode("utf-8"))
        if kind != "OK":
            raise self.error(_words(data))
        self.state = "AUTH"

    def _log_in_with_literals(self, *texts: bytes) -> tuple[str, list[Any]]:
        """Two literals, which imaplib's own command can't send (RFC 9051, 4.3)."""
        tag = self._new_tag()
        line = tag + b" LOGIN"
        for text in texts:
            self.send(line + b" {%d}\r\n" % len(text))
            while self._get_response():
                if self.tagged_commands[tag]:
                    return cast(tuple[str, list[Any]], self._command_complete("LOGIN", tag))
            line = text
        self.send(line + b"\r\n")
        return cast(tuple[str, list[Any]], self._command_complete("LOGIN", tag))


class ImapSession(imapclient.IMAPClient):  # type: ignore[misc]
    """An IMAPClient over a wire."""

    def __init__(self, wire: Wire, target: Target) -> None:
        self.wire = wire
        super().__init__(target.host, target.port, ssl=False, timeout=limits().answer)
        self._imap.debug = 0  # IMAPClient has imaplib word every line for its log, with what we say

    def _create_IMAP4(self) -> imaplib.IMAP4:
        return _Imap(self.wire, self.host, self.port)

    def idle_check(self, timeout: float | None = None) -> list[Any]:
        """As IMAPClient's, but a closed connection raises imaplib.IMAP4.abort instead of looking like no news."""
        found: list[Any] = super().idle_check(timeout)
        if not found and self.wire.ended:
            raise imaplib.IMAP4.abort("socket error: EOF")
        return found

    # A line that came in one packet with an earlier one is at hand, though the socket has nothing to read.
    def _poll_socket(self, sock: Any, timeout: float | None = None) -> Any:
        return [sock] if self.wire.has_line() else super()._poll_socket(sock, timeout)

    def _select_poll_socket(self, sock: Any, timeout: float | None = None) -> Any:
        return [sock] if self.wire.has_line() else super()._select_poll_socket(sock, timeout)

    def authenticate(self, target: Target) -> str:
        """Sign in as the settings say; says how. Raises MailflowError. The password goes out once at most."""
        imap: _Imap = self._imap
        if imap.state != "NONAUTH":
            if target.method != NONE:
                raise target.trouble("UNEXPECTED", "PREAUTH")
            return tr("the server asks for no sign-in")
        if not target.signs_in:
            raise target.trouble("AUTH_NEEDED")
        if not target.password:
            raise password_missing(target)
        plain = self._chooses_plain(target)
        user, password = target.username, target.password.reveal()
        try:
            if plain:
                imap.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
            else:
                imap.log_in(user, password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            raise refusal(target, str(error)) from None
        finally:
            getattr(imap, "_cmd_log", {}).clear()  # imaplib remembers the last lines
        self.forget_capabilities()
        return tr("as {user}", user=user)

    def forget_capabilities(self) -> None:
        """Ask anew: they change with the sign-in (RFC 9051, 6.1.1)."""
        self._cached_capabilities = None
        self._imap.untagged_responses.clear()
        self._imap.capabilities = tuple(word.decode("ascii", "replace") for word in self._do_capabilites())
        self._imap.untagged_responses.clear()

    def _chooses_plain(self, target: Target) -> bool:
        """Whether AUTHENTICATE PLAIN is used, rather than LOGIN. Raises MailflowError when neither may be."""
        offered = {word.upper() for word in self._imap.capabilities}
        mechanisms = {word[5:] for word in offered if word.startswith("AUTH=")}
        log_in = "LOGINDISABLED" not in offered
        only_tokens = bool(mechanisms & TOKEN_MECHANISMS) and not mechanisms & PASSWORD_MECHANISMS
        wants_tls = target.method == NONE and not log_in and "STARTTLS" in offered
        if only_tokens or wants_tls or not (log_in or "PLAIN" in mechanisms):
            raise no_way_in(target, mechanisms, "STARTTLS" in offered or not log_in)
        text = target.username + target.password.reveal()
        return "PLAIN" in mechanisms and (not log_in or not text.isascii())


def connect_imap(settings: ServerSettings, trace: Trace) -> imapclient.IMAPClient:
    """A signed-in client with nothing selected. Every wait has a limit. Raises MailflowError."""
    session = _connected(Target.of(settings, "imap", trace), trace)
    session.wire.release(trace.leeway)
    return session


def verify_imap(settings: ServerSettings, trace: Trace) -> None:
    """The five checks: connect as the integration does, then look at the inbox without changing it."""
    target = Target.of(settings, "imap", trace)
    session = _connected(target, trace)
    try:
        with trace.step("inbox"), spoken(target):
            try:
                total = int(session.select_folder("INBOX", readonly=True)[b"EXISTS"])
                unread = len(session.search("UNSEEN"))
            except imaplib.IMAP4.abort:
                raise
            except IMAPClientError as error:
                code = busy_code(re.sub(r"^\w+ failed: ", "", str(error)))
                raise target.trouble("SERVER_BUSY" if code else "UNEXPECTED", str(error), code=code) from error
            trace.found(
                trn("{count} message, {unread} unread", "{count} messages, {unread} unread", total, unread=unread)
            )
            session.wire.release(trace.leeway, 2.0)
            with contextlib.suppress(OSError, IMAPClientError):
                session.logout()
    finally:
        session.wire.close()


def _connected(target: Target, trace: Trace) -> ImapSession:
    with channel(target, trace) as wire, trace.step("sign-in"), spoken(target):
        greet(wire, target)
        session = ImapSession(wire, target)
        trace.found(session.authenticate(target))
        return session


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _words(data: list[Any]) -> str:
    last = data[-1] if data else b""
    return last.decode("utf-8", "replace") if isinstance(last, bytes) else str(last)
