"""A recording SMTP server (RFC 5321) that keeps the exact octets of DATA and fails on request.

Runs in threads of its own beside the test.
"""

import base64
import binascii
import dataclasses
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from tests.servers.certificates import Certificate, signed_by_authority
from tests.servers.line_server import Action, Ended, ScriptedServer, Wire, perform

STAGES = frozenset({"greeting", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "dot", "quit"})
MESSAGE_LIMIT = 35_882_577
_ADDRESS = re.compile(r"<([^>]*)>\s*(.*)")


@dataclass(frozen=True)
class SmtpTransaction:
    """One MAIL … end-of-data. `raw` is what was on the wire, dots still stuffed, without the last dot line;
    `content` is the message. `accepted` tells whether our answer to the dot was (or would be) positive."""

    mail_from: str
    mail_parameters: tuple[str, ...]
    recipients: tuple[str, ...]
    raw: bytes
    content: bytes
    user: str | None
    encrypted: bool
    accepted: bool


@dataclass(frozen=True)
class SignIn:
    """One attempt to sign in."""

    mechanism: str
    user: str
    secret: str
    encrypted: bool
    accepted: bool


@dataclass
class _Session:
    """What one connection has said so far."""

    wire: Wire
    greeted: bool = False
    user: str | None = None
    mail_from: str | None = None
    mail_parameters: tuple[str, ...] = ()
    recipients: list[str] = field(default_factory=list)

    def forget_transaction(self) -> None:
        self.mail_from, self.mail_parameters = None, ()
        self.recipients = []


class SmtpSink(ScriptedServer):
    """Accepts everything and keeps it, unless a script says otherwise.

    users: name → password; when given, AUTH is offered. tokens: name → bearer token (XOAUTH2).
    require_auth: MAIL before AUTH is answered 530. auth_needs_encryption: AUTH is offered under TLS only.
    `port` is the plain port (STARTTLS), `tls_port` the one with TLS from the first octet. What is scripted for "body"
    comes before the body is read; for rcpt an action may be a mapping of address to action; a 421 reply closes.
    """

    def __init__(
        self,
        users: Mapping[str, str] | None = None,
        tokens: Mapping[str, str] | None = None,
        require_auth: bool = False,
        auth_needs_encryption: bool = False,
        certificate: Certificate | None = None,
        port: int = 0,
    ) -> None:
        super().__init__(STAGES)
        self.users = dict(users or {})
        self.tokens = dict(tokens or {})
        self.require_auth = require_auth
        self.auth_needs_encryption = auth_needs_encryption
        self.certificate = certificate or signed_by_authority()
        self.port, self.tls_port = port, 0
        self.size_limit = MESSAGE_LIMIT
        self.transactions: list[SmtpTransaction] = []
        self.sign_ins: list[SignIn] = []
        self.commands: list[str] = []
        self._hidden: set[str] = set()
        self._arrived = threading.Condition()

    # ---- what tests use ----

    def start(self) -> Self:
        """Listen on both ports."""
        self.port = self.listen(port=self.port)
        self.tls_port = self.listen(self.certificate)
        return self

    def hide(self, *extensions: str) -> None:
        """Do not announce (and do not accept) these EHLO extensions, for example "STARTTLS"."""
        self._hidden.update(extensions)

    def clear(self) -> None:
        """Forget mail, scripts and hidden extensions."""
        with self._arrived:
            self.transactions.clear()
            self.sign_ins.clear()
            self.commands.clear()
        self._script.clear()
        self._hidden.clear()

    @property
    def messages(self) -> list[SmtpTransaction]:
        """The transactions that were accepted, in order."""
        with self._arrived:
            return [one for one in self.transactions if one.accepted]

    def wait_for(self, count: int, seconds: float = 10.0) -> list[SmtpTransaction]:
        """The accepted transactions, once there are `count`. Raises TimeoutError."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: sum(t.accepted for t in self.transactions) >= count, seconds):
                raise TimeoutError(f"{count} messages expected, {len(self.transactions)} came")
        return self.messages

    # ---- the conversation ----

    def converse(self, wire: Wire) -> None:
        session = _Session(wire)
        self._answer(session, "greeting", "220 sink.example.org ESMTP")
        while True:
            line = wire.read_line().decode("utf-8", "replace")
            verb, _, rest = line.partition(" ")
            verb = verb.upper()
            with self._arrived:
                self.commands.append(line if verb != "AUTH" else " ".join(line.split()[:2]))
            self._command(session, verb, rest.strip())

    def _command(self, session: _Session, verb: str, rest: str) -> None:
        match verb:
            case "EHLO":
                session.greeted = True
                session.forget_transaction()
                self._answer(session, "ehlo", "\n".join(self._extensions(session)))
            case "HELO":
                session.greeted = True
                self._say(session, "250 sink.example.org")
            case "STARTTLS":
                self._starttls(session)
            case "AUTH":
                self._auth(session, rest)
            case "MAIL":
                self._mail(session, rest)
            case "RCPT":
                self._rcpt(session, rest)
            case "DATA":
                self._data(session)
            case "RSET":
                session.forget_transaction()
                self._say(session, "250 2.0.0 Flushed")
            case "NOOP":
                self._say(session, "250 2.0.0 OK")
            case "QUIT":
                self._answer(session, "quit", "221 2.0.0 Bye")
                raise Ended
            case _:
                self._say(session, "502 5.5.1 Unknown command")

    def _extensions(self, session: _Session) -> list[str]:
        encrypted = session.wire.encrypted
        offered = ["PIPELINING", f"SIZE {self.size_limit}", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"]
        if not encrypted:
            offered.append("STARTTLS")
        if (self.users or self.tokens) and (encrypted or not self.auth_needs_encryption):
            offered.append("AUTH" + " PLAIN LOGIN" * bool(self.users) + " XOAUTH2" * bool(self.tokens))
        shown = [line for line in offered if line.split()[0] not in self._hidden]
        return [f"250 {line}" for line in ["sink.example.org", *shown]]

    def _starttls(self, session: _Session) -> None:
        if "STARTTLS" in self._hidden or session.wire.encrypted:
            self._say(session, "502 5.5.1 Not offered")
        elif self._answer(session, "starttls", "220 2.0.0 Ready"):
            session.wire.start_tls(self.certificate)
            session.greeted, session.user = False, None
            session.forget_transaction()

    def _auth(self, session: _Session, rest: str) -> None:
        mechanism, _, initial = rest.partition(" ")
        mechanism = mechanism.upper()
        if "AUTH" in self._hidden or not (self.users or self.tokens):
            return self._say(session, "502 5.5.1 Not offered")
        if self.auth_needs_encryption and not session.wire.encrypted:
            return self._say(session, "538 5.7.11 Encryption required")
        if mechanism not in {"PLAIN", "LOGIN", "XOAUTH2"}:
            return self._say(session, "504 5.5.4 Unknown mechanism")
        user, secret, good = self._credentials(session, mechanism, initial)
        scripted = self._script.next("auth")
        usual = "235 2.7.0 Accepted" if good else "535 5.7.8 Wrong user name or password"
        action = usual if scripted is None else scripted
        session.user = user if _is_positive(action) else session.user
        # The answer goes out after the record, so that a client that has it also finds the record.
        with self._arrived:
            self.sign_ins.append(SignIn(mechanism, user, secret, session.wire.encrypted, session.user is not None))
        return self._perform(session, action)

    def _credentials(self, session: _Session, mechanism: str, initial: str) -> tuple[str, str, bool]:
        if mechanism == "LOGIN":
            user = _decoded(initial) if initial else self._challenge(session, "VXNlcm5hbWU6")
            secret = self._challenge(session, "UGFzc3dvcmQ6")
            return user, secret, self.users.get(user) == secret
        text = _decoded(initial) if initial else self._challenge(session, "")
        if mechanism == "PLAIN":
            _, user, secret = [*text.split("\0"), "", "", ""][:3]
            return user, secret, self.users.get(user) == secret
        pairs = dict(pair.partition("=")[::2] for pair in text.split("\1") if pair)
        user, secret = pairs.get("user", ""), pairs.get("auth", "").removeprefix("Bearer ")
        good = self.tokens.get(user) == secret
        if not good:  # the provider explains in a challenge, the client answers with an empty line
            self._challenge(session, base64.b64encode(b'{"status":"401"}').decode())
        return user, secret, good

    def _challenge(self, session: _Session, text: str) -> str:
        session.wire.send(f"334 {text}\r\n".encode())
        return _decoded(session.wire.read_line().decode("ascii", "replace"))

    def _mail(self, session: _Session, rest: str) -> None:
        match = _ADDRESS.search(rest)
        if not match or not session.greeted:
            return self._say(session, "503 5.5.1 EHLO first" if match else "501 5.5.4 Syntax")
        if self.require_auth and session.user is None:
            return self._say(session, "530 5.7.0 Authentication required")
        parameters = tuple(match[2].split())
        sizes = [int(p.partition("=")[2]) for p in parameters if p.upper().startswith("SIZE=")]
        if sizes and sizes[0] > self.size_limit:
            return self._say(session, "552 5.3.4 Message too big")
        session.forget_transaction()
        if self._answer(session, "mail", "250 2.1.0 Sender OK", match[1]):
            session.mail_from, session.mail_parameters = match[1], parameters
        return None

    def _rcpt(self, session: _Session, rest: str) -> None:
        match = _ADDRESS.search(rest)
        if session.mail_from is None or not match:
            return self._say(session, "503 5.5.1 MAIL first")
        if self._answer(session, "rcpt", "250 2.1.5 Recipient OK", match[1]):
            session.recipients.append(match[1])
        return None

    def _data(self, session: _Session) -> None:
        if not session.recipients:
            return self._say(session, "554 5.5.1 No valid recipients")
        if not self._answer(session, "data", "354 End with a dot"):
            return None
        body = self._script.next("body")
        if body is not None:
            self._perform(session, body)
        raw = _read_data(session.wire)
        content = raw[1:] if raw.startswith(b".") else raw
        content = content.replace(b"\r\n.", b"\r\n")
        done = SmtpTransaction(
            session.mail_from or "",
            session.mail_parameters,
            tuple(session.recipients),
            raw,
            content,
            session.user,
            session.wire.encrypted,
            accepted=False,
        )
        session.forget_transaction()
        with self._arrived:
            place = len(self.transactions)
            self.transactions.append(done)
        # The answer goes out after the record, so that a client that has it also finds the record.
        action = self._script.next("dot", done.mail_from)
        said = "2" if action is None else _said_first(action)
        if isinstance(said, str) and said.startswith("2"):
            with self._arrived:
                self.transactions[place] = dataclasses.replace(done, accepted=True)
                self._arrived.notify_all()
        self._perform(session, action if action is not None else "250 2.0.0 Queued")
        return None

    # ---- answers ----

    def _answer(self, session: _Session, stage: str, usual: str, key: str = "") -> bool:
        """Give the scripted or the usual answer; true when it is positive (2xx or 3xx)."""
        scripted = self._script.next(stage, key)
        action = usual if scripted is None else scripted
        self._perform(session, action)
        return _is_positive(action)

    def _say(self, session: _Session, reply: str) -> None:
        self._perform(session, reply)

    def _perform(self, session: _Session, action: Action) -> None:
        perform(session.wire, action, _worded)
        if isinstance(action, str) and action.startswith("421"):
            raise Ended


def _is_positive(action: Action) -> bool:
    return _said_first(action)[:1] in ("2", "3", b"2", b"3")


def _said_first(action: Action) -> str | bytes:
    """What an action begins with, once nothing is waited for any more."""
    parts = action if isinstance(action, tuple) else (action,)
    return next((part for part in parts if not isinstance(part, threading.Event)), "")


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text).decode("utf-8", "replace")
    except binascii.Error:
        return ""


def _read_data(wire: Wire) -> bytes:
    """The octets between DATA's 354 and the dot line, as sent (RFC 5321, 4.1.1.4)."""
    first = wire.read_until(b"\r\n")
    if first == b".\r\n":
        return b""
    parts = [first]
    while (line := wire.read_until(b"\r\n")) != b".\r\n":
        parts.append(line)
    return b"".join(parts)


def _worded(reply: str) -> bytes:
    """A reply of one or more lines, parted by newlines; the code of the first line serves all."""
    lines = reply.split("\n")
    code = lines[0][:3]
    texts = [line[4:] if line[:3] == code else line for line in lines]
    worded = [f"{code}-{text}" for text in texts[:-1]] + [f"{code} {texts[-1]}"]
    return "".join(line + "\r\n" for line in worded).encode()
