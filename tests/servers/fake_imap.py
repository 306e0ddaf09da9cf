"""A tiny scripted IMAP server (RFC 3501): enough to be asked for anything, and to answer wrongly on purpose."""

import base64
import re
from typing import Self

from tests.servers.certificates import Certificate, signed_by_authority
from tests.servers.line_server import HANG, Action, Ended, LineServer, Script, Wire, perform

_LITERAL = re.compile(rb"\{(\d+)(\+?)\}$")
_QUOTED_OR_ATOM = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)')
CAPABILITIES = ("IMAP4rev1", "ID", "IDLE", "UIDPLUS", "MOVE", "AUTH=PLAIN")


class FakeImap(LineServer):
    """One empty mailbox, one account. `port` is plain (with STARTTLS), `tls_port` TLS from the first octet.

    Stages for `script` are "greeting" and the commands' names (LOGIN, STARTTLS, SELECT, IDLE …). A reply is a
    tagged status such as "NO [AUTHENTICATIONFAILED] Wrong"; for the greeting the whole line ("* BYE Busy").
    At STARTTLS, a reply that begins with OK is followed by the handshake; `injected` octets come right after it.
    """

    def __init__(
        self,
        user: str = "info@example.org",
        password: str = "secret",
        capabilities: tuple[str, ...] = CAPABILITIES,
        starttls: bool = True,
        injected: bytes = b"",
        certificate: Certificate | None = None,
    ) -> None:
        super().__init__()
        self.user, self.password = user, password
        self.capabilities = capabilities
        self.starttls = starttls
        self.injected = injected
        self.certificate = certificate or signed_by_authority()
        self.port = self.tls_port = 0
        self.commands: list[str] = []
        self.sign_ins: list[tuple[str, str, bool]] = []
        self.folders = ["INBOX"]
        self._script = Script()

    def start(self) -> Self:
        """Listen on both ports."""
        self.port = self.listen()
        self.tls_port = self.listen(self.certificate)
        return self

    def script(self, stage: str, action: Action, times: int | None = None) -> None:
        """At `stage` do `action` instead: a status, "close", "reset", "hang", "garbage", bytes or a tuple."""
        self._script.add(stage, action, times)

    # ---- the conversation ----

    def converse(self, wire: Wire) -> None:
        greeting = self._script.next("greeting")
        default = f"* OK [CAPABILITY {' '.join(self._offered(wire))}] Ready"
        perform(wire, default if greeting is None else greeting, _line)
        while True:
            text = self._read_command(wire)
            tag, _, rest = text.partition(" ")
            words = [
                quoted.replace('\\"', '"').replace("\\\\", "\\") or atom
                for quoted, atom in _QUOTED_OR_ATOM.findall(rest)
            ]
            name = words[0].upper() if words else ""
            self.commands.append(name if name != "UID" else " ".join(words[:2]).upper())
            scripted = self._script.next(name)
            if name in {"LOGIN", "AUTHENTICATE"}:
                self._sign_in(wire, tag, words, scripted)
            elif name == "STARTTLS" and isinstance(scripted, str) and scripted.startswith("OK"):
                self._handshake(wire, tag, scripted)
            elif scripted is not None:
                self._do(wire, tag, scripted)
            else:
                self._usual(wire, tag, name, words)

    def _usual(self, wire: Wire, tag: str, name: str, words: list[str]) -> None:
        match name:
            case "CAPABILITY":
                wire.send(_line("* CAPABILITY " + " ".join(self._offered(wire))))
            case "STARTTLS":
                if not self.starttls or wire.encrypted:
                    return self._do(wire, tag, "BAD Not offered")
                return self._handshake(wire, tag, "OK Begin TLS")
            case "LIST" | "LSUB":
                for folder in self.folders:
                    wire.send(_line(f'* {name} (\\HasNoChildren) "/" "{folder}"'))
            case "SELECT" | "EXAMINE":
                if words[1] not in self.folders:
                    return self._do(wire, tag, "NO [NONEXISTENT] No such mailbox")
                wire.send(b"* 0 EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Deleted)\r\n")
                wire.send(b"* OK [UIDVALIDITY 1] Valid\r\n* OK [UIDNEXT 1] Next\r\n")
            case "SEARCH":
                wire.send(b"* SEARCH\r\n")
            case "UID" if words[1].upper() == "SEARCH":
                wire.send(b"* SEARCH\r\n")
            case "IDLE":
                wire.send(b"+ idling\r\n")
                wire.read_line()
            case "LOGOUT":
                wire.send(b"* BYE Bye\r\n")
                self._do(wire, tag, "OK Done")
                raise Ended
            case "NOOP" | "ID" | "CHECK" | "CLOSE" | "UNSELECT" | "ENABLE" | "SUBSCRIBE" | "CREATE":
                pass
            case _:
                return self._do(wire, tag, "BAD Unknown command")
        return self._do(wire, tag, "OK Done")

    def _sign_in(self, wire: Wire, tag: str, words: list[str], scripted: Action | None) -> None:
        if words[0].upper() == "LOGIN":
            user, password = [*words[1:], "", ""][:2]
        else:
            initial = words[2] if len(words) > 2 else self._continue(wire)
            text = base64.b64decode(initial + "==").decode("utf-8", "replace")
            _, user, password = [*text.split("\0"), "", "", ""][:3]
        self.sign_ins.append((user, password, wire.encrypted))
        good = (user, password) == (self.user, self.password)
        usual = "OK Signed in" if good else "NO [AUTHENTICATIONFAILED] Invalid credentials"
        self._do(wire, tag, usual if scripted is None else scripted)

    def _handshake(self, wire: Wire, tag: str, reply: str) -> None:
        # One write, so that what is injected reaches the client together with the reply.
        wire.send(_line(f"{tag} {reply}") + self.injected)
        wire.start_tls(self.certificate)

    def _offered(self, wire: Wire) -> list[str]:
        extra = ["STARTTLS"] if self.starttls and not wire.encrypted else []
        return [*self.capabilities, *extra]

    def _read_command(self, wire: Wire) -> str:
        """One command with its literals (as if they had been quoted strings)."""
        line = wire.read_line()
        while found := _LITERAL.search(line):
            if not found[2]:
                wire.send(b"+ go on\r\n")
            literal = wire.read_octets(int(found[1])).replace(b"\\", b"\\\\").replace(b'"', b'\\"')
            line = line[: found.start()] + b'"' + literal + b'"' + wire.read_line()
        return line.decode("utf-8", "replace")

    def _continue(self, wire: Wire) -> str:
        wire.send(b"+ \r\n")
        return wire.read_line().decode("ascii", "replace")

    def _do(self, wire: Wire, tag: str, action: Action) -> None:
        perform(wire, action, lambda reply: _line(f"{tag} {reply}"))


def _line(text: str) -> bytes:
    return text.encode() + b"\r\n"


#: Greetings of servers that are something else, or that do not want to talk.
BUSY_GREETING = ("* BYE Too many connections", "close")
SMTP_GREETING = b"220 mail.example.org ESMTP\r\n"
SILENCE = HANG
