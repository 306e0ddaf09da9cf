"""A tiny scripted POP3 server (RFC 1939): keeps messages, and answers wrongly on purpose."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from tests.servers.certificates import Certificate, signed_by_authority
from tests.servers.line_server import Action, Ended, ScriptedServer, Wire, perform


@dataclass
class _Session:
    wire: Wire
    user: str = ""
    signed_in: bool = False
    deleted: set[int] = field(default_factory=set)


class FakePop3(ScriptedServer):
    """One account. `port` is plain (with STLS), `tls_port` TLS from the first octet.

    Stages for `script` are "greeting" and the commands' names (USER, PASS, STLS, UIDL …). A reply is a whole line
    ("-ERR [SYS/TEMP] Later"). After +OK to STLS come the `injected` octets and the handshake.
    `uidls` may repeat (some servers do); without UIDL in `capabilities` the command is refused.
    """

    def __init__(
        self,
        user: str = "info@example.org",
        password: str = "secret",
        capabilities: tuple[str, ...] = ("USER", "UIDL", "TOP", "RESP-CODES"),
        stls: bool = True,
        injected: bytes = b"",
        certificate: Certificate | None = None,
    ) -> None:
        super().__init__()
        self.user, self.password = user, password
        self.capabilities = capabilities
        self.stls = stls
        self.injected = injected
        self.certificate = certificate or signed_by_authority()
        self.port = self.tls_port = 0
        self.commands: list[str] = []
        self.sign_ins: list[tuple[str, str, bool]] = []
        self.messages: list[bytes] = []
        self.uidls: list[str] = []

    def start(self) -> Self:
        """Listen on both ports."""
        self.port = self.listen()
        self.tls_port = self.listen(self.certificate)
        return self

    def keep(self, *messages: bytes, uidls: Iterable[str] = ()) -> None:
        """Add messages; UIDLs are made up where none are given."""
        given = list(uidls)
        for index, raw in enumerate(messages):
            self.uidls.append(given[index] if index < len(given) else f"uidl-{len(self.uidls) + 1}")
            self.messages.append(raw)

    # ---- the conversation ----

    def converse(self, wire: Wire) -> None:
        session = _Session(wire)
        greeting = self._script.next("greeting")
        self._do(wire, "+OK Ready" if greeting is None else greeting)
        while True:
            name, _, rest = wire.read_line().decode("utf-8", "replace").partition(" ")
            name = name.upper()
            self.commands.append(name)
            if name == "PASS":
                self.sign_ins.append((session.user, rest, wire.encrypted))
            scripted = self._script.next(name)
            if scripted is None:
                self._usual(session, name, rest)
            elif name == "STLS" and isinstance(scripted, str) and scripted.startswith("+OK"):
                self._handshake(wire, scripted)
            else:
                self._do(wire, scripted)
                if name == "QUIT":
                    raise Ended

    def _usual(self, session: _Session, name: str, rest: str) -> None:
        wire = session.wire
        offered = self.stls and not wire.encrypted
        match name:
            case "CAPA":
                self._lines(wire, [*self.capabilities, *(["STLS"] if offered else [])])
            case "STLS" if offered:
                self._handshake(wire, "+OK Begin TLS")
            case "USER":
                session.user = rest
                self._do(wire, "+OK")
            case "PASS":
                session.signed_in = (session.user, rest) == (self.user, self.password)
                self._do(wire, "+OK" if session.signed_in else "-ERR [AUTH] Invalid credentials")
            case "QUIT":
                self._quit(session)
            case "NOOP":
                self._do(wire, "+OK")
            case _ if session.signed_in:
                self._transaction(session, name, rest.split())
            case _:
                self._do(wire, "-ERR Not possible here")

    def _transaction(self, session: _Session, name: str, words: list[str]) -> None:
        wire = session.wire
        left = [index for index in range(len(self.messages)) if index not in session.deleted]
        number = int(words[0]) if words else 0
        if words and number - 1 not in left:
            return self._do(wire, "-ERR No such message")
        match name:
            case "STAT":
                self._do(wire, f"+OK {len(left)} {sum(len(self.messages[index]) for index in left)}")
            case "LIST" | "UIDL" if name == "LIST" or "UIDL" in self.capabilities:
                shown = self.uidls if name == "UIDL" else [str(len(raw)) for raw in self.messages]
                if words:
                    self._do(wire, f"+OK {number} {shown[number - 1]}")
                else:
                    self._lines(wire, [f"{index + 1} {shown[index]}" for index in left])
            case "RETR":
                self._send(wire, self.messages[number - 1])
            case "TOP" if "TOP" in self.capabilities:
                header, blank, body = self.messages[number - 1].partition(b"\r\n\r\n")
                self._send(wire, header + blank + b"".join(body.splitlines(True)[: int(words[1])]))
            case "DELE":
                session.deleted.add(number - 1)
                self._do(wire, "+OK")
            case "RSET":
                session.deleted.clear()
                self._do(wire, "+OK")
            case _:
                self._do(wire, "-ERR Unknown command")
        return None

    def _quit(self, session: _Session) -> None:
        for index in sorted(session.deleted, reverse=True):
            del self.messages[index], self.uidls[index]
        self._do(session.wire, "+OK Bye")
        raise Ended

    def _handshake(self, wire: Wire, reply: str) -> None:
        # One write, so that what is injected reaches the client together with the reply.
        wire.send(reply.encode() + b"\r\n" + self.injected)
        wire.start_tls(self.certificate)

    def _send(self, wire: Wire, raw: bytes) -> None:
        stuffed = (b"\r\n" + raw).replace(b"\r\n.", b"\r\n..")[2:]
        wire.send(b"+OK\r\n" + stuffed + (b"" if stuffed.endswith(b"\r\n") else b"\r\n") + b".\r\n")

    def _lines(self, wire: Wire, lines: list[str]) -> None:
        self._do(wire, "\n".join(["+OK", *lines, "."]))

    def _do(self, wire: Wire, action: Action) -> None:
        perform(wire, action, lambda reply: reply.replace("\n", "\r\n").encode() + b"\r\n")
