"""A tiny scripted IMAP server (RFC 3501): enough to be asked for anything, and to answer wrongly on purpose."""

import base64
import re
from dataclasses import dataclass, field
from typing import Self

from tests.servers.certificates import Certificate, signed_by_authority
from tests.servers.line_server import HANG, Action, Ended, ScriptedServer, Wire, perform

_LITERAL = re.compile(rb"\{(\d+)(\+?)\}$")
_QUOTED_OR_ATOM = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)')
CAPABILITIES = ("IMAP4rev1", "ID", "IDLE", "UIDPLUS", "MOVE", "AUTH=PLAIN")


@dataclass
class Letter:
    """A message of the mailbox; its UID is its number."""

    raw: bytes
    flags: set[str] = field(default_factory=set)


class FakeImap(ScriptedServer):
    """One mailbox, one account. `port` is plain (with STARTTLS), `tls_port` TLS from the first octet.

    Stages for `script` are "greeting", the commands' names (LOGIN, STARTTLS, SELECT, IDLE, UID FETCH …), "DONE" (the
    end of IDLE) and "literal" (half of a message has been sent). A reply is a tagged status such as
    "NO [AUTHENTICATIONFAILED] Wrong"; for the greeting the whole line ("* BYE Busy").
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
        self.letters: list[Letter] = []

    def start(self) -> Self:
        """Listen on both ports."""
        self.port = self.listen()
        self.tls_port = self.listen(self.certificate)
        return self

    def keep(self, *messages: bytes) -> None:
        """Add messages."""
        self.letters += [Letter(raw) for raw in messages]

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
            name = " ".join(words[:2]).upper() if name == "UID" else name
            self.commands.append(name)
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
                count = len(self.letters)
                wire.send(b"* %d EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Deleted)\r\n" % count)
                wire.send(b"* OK [UIDVALIDITY 1] Valid\r\n* OK [UIDNEXT %d] Next\r\n" % (count + 1))
            case "SEARCH" | "UID SEARCH":
                wire.send(_line(" ".join(["* SEARCH", *self._found(words)])))
            case "UID FETCH":
                self._fetch(wire, self._numbers(words[2]), " ".join(words[3:]).upper())
            case "UID STORE":
                for number in self._numbers(words[2]):
                    self.letters[number - 1].flags.update(word.strip("()") for word in words[4:])
            case "APPEND":
                self.keep(words[-1].encode())
            case "IDLE":
                wire.send(b"+ idling\r\n")
                wire.read_line()
                scripted = self._script.next("DONE")
                if scripted is not None:
                    return self._do(wire, tag, scripted)
            case "LOGOUT":
                wire.send(b"* BYE Bye\r\n")
                self._do(wire, tag, "OK Done")
                raise Ended
            case "NOOP" | "ID" | "CHECK" | "CLOSE" | "UNSELECT" | "ENABLE" | "SUBSCRIBE" | "CREATE":
                pass
            case _:
                return self._do(wire, tag, "BAD Unknown command")
        return self._do(wire, tag, "OK Done")

    def _numbers(self, text: str) -> list[int]:
        """The messages of a sequence set."""
        found: set[int] = set()
        for part in text.replace("*", str(len(self.letters))).split(","):
            low, high = sorted(int(end) for end in (part.split(":") * 2)[:2])
            found.update(range(low, high + 1))
        return [number for number in sorted(found) if 0 < number <= len(self.letters)]

    def _found(self, words: list[str]) -> list[str]:
        """UIDs by the criteria that matter here: UNSEEN, and UID with a set."""
        upper = [word.upper() for word in words[1:]]
        wanted = self._numbers(words[upper.index("UID") + 2]) if "UID" in upper else range(1, len(self.letters) + 1)
        return [str(n) for n in wanted if "UNSEEN" not in upper or "\\Seen" not in self.letters[n - 1].flags]

    def _fetch(self, wire: Wire, numbers: list[int], items: str) -> None:
        for number in numbers:
            letter = self.letters[number - 1]
            flags = " ".join(sorted(letter.flags))
            head = f"* {number} FETCH (UID {number} RFC822.SIZE {len(letter.raw)} FLAGS ({flags})"
            if "BODY.PEEK[HEADER]" in items:
                raw, name = letter.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", "BODY[HEADER]<0>"
            elif "BODY.PEEK[]" in items:
                raw, name = letter.raw, "BODY[]"
            else:
                wire.send(_line(head + ")"))
                continue
            wire.send(_line(f"{head} {name} {{{len(raw)}}}") + raw[: len(raw) // 2])
            scripted = self._script.next("literal")
            if scripted is not None:
                perform(wire, scripted, _line)
            wire.send(raw[len(raw) // 2 :] + b")\r\n")

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
