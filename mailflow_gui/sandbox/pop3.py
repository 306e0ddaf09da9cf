"""POP3 (RFC 1939, 2449, 2595) for the practice server. Runs on its event loop, one object a connection."""

import asyncio
import ssl
from collections.abc import Callable

from mailflow_gui.sandbox.accounts import Account, Accounts
from mailflow_gui.sandbox.mailboxes import Mailboxes, StoredMessage


class _Refused(Exception):
    """What the client asked for cannot be done."""


class Pop3Conversation:
    """One client from greeting to QUIT. The list of messages is fixed at sign-in, as POP3 wants it."""

    def __init__(
        self,
        accounts: Accounts,
        mailboxes: Mailboxes,
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        tls: ssl.SSLContext | None,
    ) -> None:
        """`tls` is offered by STLS; None when the connection is encrypted already."""
        self._accounts = accounts
        self._mailboxes = mailboxes
        self._reader, self._writer = streams
        self._tls = tls
        self._user = ""
        self._account: Account | None = None
        self._validity = 0
        self._messages: list[StoredMessage] = []
        self._deleted: set[int] = set()

    async def run(self) -> None:
        """Answer commands until the client leaves."""
        await self._say("+OK Mailflow practice server ready")
        while line := await self._reader.readline():
            verb, _, rest = line.decode("utf-8", "replace").strip("\r\n").partition(" ")
            try:
                if await self._command(verb.upper(), rest):
                    return
            except _Refused as refusal:
                await self._say(f"-ERR {refusal}")

    async def _command(self, verb: str, rest: str) -> bool:
        """Do one command; true at the end of the conversation."""
        match verb:
            case "QUIT":
                await self._quit()
                return True
            case "CAPA":
                await self._lines("+OK", self._capabilities())
            case "NOOP" if self._account:
                await self._say("+OK")
            case "STLS" if self._tls and not self._account:
                await self._say("+OK Begin TLS")
                await self._writer.start_tls(self._tls)
                self._tls, self._user = None, ""
            case "USER" if not self._account:
                self._user = rest
                await self._say("+OK")
            case "PASS" if not self._account:
                await self._sign_in(rest)
            case "STAT" | "LIST" | "UIDL" | "RETR" | "TOP" | "DELE" | "RSET" if self._account:
                await self._transaction(verb, rest.split())
            case _:
                raise _Refused("Not possible here")
        return False

    def _capabilities(self) -> list[str]:
        shown = ["USER", "UIDL", "TOP", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING"]
        return [*shown, "STLS"] if self._tls else shown

    async def _sign_in(self, password: str) -> None:
        account = self._accounts.authenticated(self._user, password)
        if account is None:
            raise _Refused("[AUTH] Wrong user name or password")
        self._account = account
        self._validity = await self._mailboxes.validity(account)
        stored = await self._mailboxes.read(account, "INBOX")
        self._messages = [StoredMessage(message.uid, _with_line_ends(message.raw)) for message in stored]
        await self._say(f"+OK {len(self._messages)} messages")

    async def _quit(self) -> None:
        if self._account and self._deleted:
            uids = [self._messages[index].uid for index in self._deleted]
            await self._mailboxes.delete(self._account, uids)
        await self._say("+OK Bye")

    async def _transaction(self, verb: str, arguments: list[str]) -> None:
        match verb:
            case "STAT":
                sizes = [len(one.raw) for index, one in enumerate(self._messages) if self._stays(index)]
                await self._say(f"+OK {len(sizes)} {sum(sizes)}")
            case "LIST":
                await self._listing(arguments, lambda message: str(len(message.raw)))
            case "UIDL":
                await self._listing(arguments, lambda message: f"{self._validity}.{message.uid}")
            case "RETR":
                await self._content(self._messages[self._index(arguments)].raw)
            case "TOP":
                raw = self._messages[self._index(arguments)].raw
                await self._content(_top(raw, self._number(arguments[1:])))
            case "DELE":
                self._deleted.add(self._index(arguments))
                await self._say("+OK")
            case _:
                self._deleted.clear()
                await self._say("+OK")

    def _stays(self, index: int) -> bool:
        return index not in self._deleted

    def _number(self, arguments: list[str]) -> int:
        if not arguments or not arguments[0].isascii() or not arguments[0].isdigit():
            raise _Refused("A number is missing")
        return int(arguments[0])

    def _index(self, arguments: list[str]) -> int:
        index = self._number(arguments) - 1
        if not (0 <= index < len(self._messages) and self._stays(index)):
            raise _Refused("No such message")
        return index

    async def _listing(self, arguments: list[str], shown: Callable[[StoredMessage], str]) -> None:
        if arguments:
            index = self._index(arguments)
            await self._say(f"+OK {index + 1} {shown(self._messages[index])}")
            return
        numbered = enumerate(self._messages, 1)
        lines = [f"{number} {shown(message)}" for number, message in numbered if self._stays(number - 1)]
        await self._lines("+OK", lines)

    async def _content(self, raw: bytes) -> None:
        stuffed = (b"\r\n" + raw).replace(b"\r\n.", b"\r\n..")[2:]  # RFC 1939, section 3
        ending = b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n"
        self._writer.write(b"+OK\r\n" + stuffed + ending)
        await self._writer.drain()

    async def _lines(self, first: str, lines: list[str]) -> None:
        await self._say("\r\n".join([first, *lines, "."]))

    async def _say(self, line: str) -> None:
        self._writer.write(line.encode() + b"\r\n")
        await self._writer.drain()


def _with_line_ends(raw: bytes) -> bytes:
    """The same message with CRLF at every line's end."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _top(raw: bytes, count: int) -> bytes:
    """The header, the blank line and the first `count` lines of the body."""
    header, blank, body = raw.partition(b"\r\n\r\n")
    return header + blank + b"".join(line + b"\r\n" for line in body.split(b"\r\n")[:count])
