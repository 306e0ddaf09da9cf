"""What the tests of receiving share: sources for real mailboxes, and tiny IMAP and POP3 servers that misbehave."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.core.connector import Listing
from mailflow_gui.core.fields import SecretText
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox
from tests.servers.line_server import Ended, LineServer, Wire


def letter(number: int = 1, body: str = "Hello", headers: str = "") -> bytes:
    """A message of a few lines."""
    text = (
        f"From: ann{number}@example.org\nTo: bob@example.net\nSubject: Letter {number}\n"
        f"Message-ID: <letter-{number}@example.org>\n{headers}\n{body}\n"
    )
    return text.replace("\n", "\r\n").encode()


def settings_for(mailbox: Mailbox, protocol: str = "imap") -> ReceiveSettings:
    """The connection to an account of a test server, encrypted from the first byte."""
    server = mailbox.server
    return ReceiveSettings(
        protocol=protocol,
        host=server.host,
        port=server.ports[protocol + "s"],
        username=mailbox.user,
        password=SecretText(mailbox.password),
        secure_type="SSL/TLS",
        server_certificate=server.authority_pem,
    )


def source_for(mailbox: Mailbox, protocol: str = "imap", **action: Any) -> Any:
    """A Source on an account of a test server."""
    return open_source(settings_for(mailbox, protocol), ReceiveAction(**action))


def plain_settings(server: FakeImap | FakePop3) -> ReceiveSettings:
    """The connection to one of the servers below: unencrypted, any password will do."""
    return ReceiveSettings(
        protocol="imap" if isinstance(server, FakeImap) else "pop3",
        host="localhost",
        port=server.port,
        username="ann",
        password=SecretText("secret"),
        secure_type="None",
    )


def source_on(server: FakeImap | FakePop3, **action: Any) -> Any:
    """A Source on one of the servers below."""
    return open_source(plain_settings(server), ReceiveAction(**action))


def account(server: Dovecot) -> Mailbox:
    """A fresh account on a server of the test's own."""
    user = server.add_user()
    return Mailbox(server, user, server.users[user])


class FakeImap(LineServer):
    """An IMAP server of fixed answers. `answers` maps the start of a command to a function that gives whole lines.

    A function may also return None for having done all by itself, or raise Ended.
    """

    capabilities = "IMAP4rev1 IDLE"

    def __init__(self) -> None:
        super().__init__()
        self.port = 0
        self.commands: list[str] = []
        self.answers: dict[str, Callable[[Wire, str], list[str] | None]] = {}
        self.greet = "* OK [CAPABILITY %s] ready"

    def start(self) -> FakeImap:
        self.port = self.listen()
        return self

    def converse(self, wire: Wire) -> None:
        wire.send((self.greet.replace("%s", self.capabilities) + "\r\n").encode())
        while True:
            line = wire.read_line().decode("ascii")
            tag, _, command = line.partition(" ")
            self.commands.append(command)
            answer = self._answer(wire, command, tag)
            if answer is not None:
                status = "OK done"
                if answer and re.match(r"(OK|NO|BAD)\b", answer[-1]):
                    status = answer.pop()
                text = "".join(f"{word}\r\n" for word in answer)
                wire.send((text + f"{tag} {status}\r\n").encode("latin-1"))
            if command.upper() == "LOGOUT":
                raise Ended

    def _answer(self, wire: Wire, command: str, tag: str) -> list[str] | None:
        for start, function in self.answers.items():
            if command.upper().startswith(start):
                return function(wire, tag)
        word = command.upper().split()[0]
        if word == "CAPABILITY":
            return [f"* CAPABILITY {self.capabilities}"]
        if word in ("SELECT", "EXAMINE"):
            return ["* FLAGS (\\Seen)", "* 1 EXISTS", "* OK [UIDVALIDITY 7] ok", "* OK [UIDNEXT 2] ok"]
        if word == "LOGOUT":
            return ["* BYE"]
        if word == "UID" and "SEARCH" in command.upper():
            return ["* SEARCH 1"]
        return []


class FakePop3(LineServer):
    """A POP3 server. `mail` holds (UIDL, raw); `without` names the commands it does not know."""

    def __init__(self, *mail: tuple[str, bytes], without: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.port = 0
        self.mail = list(mail)
        self.without = without
        self.commands: list[str] = []
        self.refuse_quit = False
        self.sizes: dict[int, int] = {}

    def start(self) -> FakePop3:
        self.port = self.listen()
        return self

    def converse(self, wire: Wire) -> None:
        wire.send(b"+OK ready\r\n")
        doomed: set[int] = set()
        while True:
            line = wire.read_line().decode("ascii")
            self.commands.append(line)
            word, _, rest = line.partition(" ")
            if word == "QUIT":
                self._end(wire, doomed)
            elif word in self.without:
                wire.send(b"-ERR unknown command\r\n")
            elif word == "DELE":
                doomed.add(int(rest))
                wire.send(b"+OK\r\n")
            else:
                wire.send(self._answer(word, rest))

    def _end(self, wire: Wire, doomed: set[int]) -> None:
        if self.refuse_quit:
            raise Ended
        self.mail = [one for number, one in enumerate(self.mail, 1) if number not in doomed]
        wire.send(b"+OK bye\r\n")
        raise Ended

    def _answer(self, word: str, rest: str) -> bytes:
        if word == "CAPA":
            return b"+OK\r\nUSER\r\nTOP\r\nUIDL\r\n.\r\n"
        if word == "STAT":
            return b"+OK %d %d\r\n" % (len(self.mail), sum(len(raw) for _, raw in self.mail))
        if word == "LIST":
            lines = [b"%d %d" % (n, self.sizes.get(n, len(raw))) for n, (_, raw) in enumerate(self.mail, 1)]
            return _lines(lines)
        if word == "UIDL":
            return _lines([f"{n} {uidl}".encode() for n, (uidl, _) in enumerate(self.mail, 1)])
        if word in ("RETR", "TOP"):
            raw = self.mail[int(rest.split()[0]) - 1][1]
            raw = raw if word == "RETR" else raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            return _lines(raw.removesuffix(b"\r\n").split(b"\r\n") if raw else [])
        return b"+OK\r\n"


def _lines(lines: list[bytes]) -> bytes:
    stuffed = [b"." + line if line.startswith(b".") else line for line in lines]
    return b"".join(line + b"\r\n" for line in [b"+OK", *stuffed, b"."])


def uids(listing: Listing) -> list[int]:
    return [int(one.uid) for one in listing.locators]
