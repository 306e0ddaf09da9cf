"""The receiving end over POP3 (RFC 1939): one short session per poll, because POP3 locks the mailbox.

Runs on the integration's thread. POP3 keeps no read marks: only `delete` after success changes anything.
"""

from __future__ import annotations

import contextlib
import hashlib
import poplib
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mailflow_gui.connectors._halt import in_passing, shortly
from mailflow_gui.connectors._pop3_session import refused
from mailflow_gui.connectors._receive_failures import Explain, LostError
from mailflow_gui.connectors._refusals import busy_code
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.core.connector import Claim, Fetched, Listing, Locator, Trace
from mailflow_gui.core.errors import Cancelled, MailflowError
from mailflow_gui.core.ports import StopRequest

if TYPE_CHECKING:
    from mailflow_gui.connectors.email_receive import ReceiveAction

T = TypeVar("T")

HEADER_LIMIT: Final = 256 * 1024
#: Seconds for one answer, and octets per second that it must bring beyond them.
PATIENCE: Final = 60.0
SLOWEST: Final = 4096
#: Octets after which an answer whose rest is dropped has no end.
ENDLESS: Final = 1 << 30
_END = re.compile(rb"\n\.\r?\n")
_BLANK = re.compile(rb"\r?\n\r?\n")
_UIDL = re.compile(rb"\s*(\d+)\s+(\S.*?)\s*")
_BROKEN = ("-ERR EOF", "line too long")


class _TooLong(Exception):
    """An answer went beyond what was asked for; it was not read to its end."""


@dataclass(frozen=True)
class _Mailbox:
    """What this session's numbers stand for."""

    locators: tuple[Locator, ...]
    by_uid: dict[str, Locator]
    stable: bool


class Pop3Source:
    """A Source (core.connector) over POP3.

    A locator's UID is the server's UIDL. UIDLs that stand twice in one listing, which some servers do, get the hash of
    their header block: "uidl#hash". Where there is no UIDL at all, the UID is "h:" and the hash of header block and
    size, and the listing is not `stable`: every poll reads all headers then. Numbers count within one session only.
    `connect` gives a signed-in session or raises MailflowError; `explain` words what fails later.
    """

    def __init__(self, action: ReceiveAction, connect: Callable[[Trace], poplib.POP3], explain: Explain) -> None:
        self._action = action
        self._connect = connect
        self._trace = SilentTrace()
        self._explain = explain
        self._session: poplib.POP3 | None = None
        self._mailbox: _Mailbox | None = None

    # ---- the Source protocol ----

    def attend(self, stop: StopRequest) -> None:
        """All waits end with Cancelled soon after `stop` is set; deleting gets a second."""
        self._trace = SilentTrace(stop)

    def listing(self, after: int) -> Listing:
        """All messages by number, in a new session: an open one does not see what has arrived. `after` is ignored."""
        self._quit()
        box = self._run(self._open)
        return Listing("INBOX", "", box.locators, len(box.locators), stable=box.stable)

    def headers(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        """Header blocks in the order asked for, with `locator.size` filled in."""
        for locator in locators:
            yield self._run(lambda one=locator: self._read_header(one))  # type: ignore[misc]

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        """Whole messages in the order asked for, one by one; too large ones with their header block only."""
        for locator in locators:
            yield self._run(lambda one=locator: self._read_whole(one))  # type: ignore[misc]

    def claim(self, locators: Sequence[Locator], owner: str) -> Claim:
        """POP3 has no marks; `open_source` has refused to share."""
        return Claim(tuple(locators))

    def settle(self, locators: Sequence[Locator]) -> None:
        """Delete, if the action says so, and end the session: deletions count from QUIT on (RFC 1939 6)."""
        if self._action.verb == "delete" and locators:
            with self._trace.halt.allowing(shortly):
                self._run(lambda: self._delete(locators))

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        """End the session, so that other programs may read, and wait. POP3 has no push."""
        self._quit()
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """End the session; what is marked for deletion was deleted by `settle` or stays."""
        self._quit()

    # ---- the session ----

    def _run(self, work: Callable[[], T]) -> T:
        """Do some work; a session that was open before and turns out to be dead is replaced once."""
        kept = self._session is not None
        began = time.monotonic()
        while True:
            try:
                return work()
            except Cancelled:
                self._drop()  # an answer may be half read
                raise
            except MailflowError:
                raise
            except (poplib.error_proto, OSError, EOFError, LostError, ValueError) as error:
                self._drop()
                lost = isinstance(error, ConnectionError | EOFError | LostError) or _is_broken(error)
                if not (kept and lost):
                    raise self._explain(error, time.monotonic() - began) from error
                kept = False

    def _open(self) -> _Mailbox:
        """The session and what is in it; connects when there is none."""
        if self._session is None or self._mailbox is None:
            self._session = self._connect(self._trace)
            self._mailbox = self._look()
        return self._mailbox

    def _drop(self) -> None:
        session, self._session, self._mailbox = self._session, None, None
        if session is not None:
            with contextlib.suppress(Exception):
                session.close()

    def _quit(self) -> None:
        """QUIT without deletions: whether it is heard does not matter.

        Some servers mark as read, with QUIT, what RETR gave; RSET makes them forget it.
        """
        if self._session is not None:
            with contextlib.suppress(Exception), self._trace.halt.allowing(in_passing):
                self._session.sock.settimeout(2)
                self._session.rset()
                self._session.quit()
        self._drop()

    def _live(self) -> poplib.POP3:
        if self._session is None:
            raise LostError("there is no session")
        return self._session

    # ---- what is there ----

    def _look(self) -> _Mailbox:
        sizes = self._sizes()
        names = self._names()
        count = Counter(names.get(number, "") for number in sizes)
        locators: list[Locator] = []
        taken: set[str] = set()
        for number, size in sizes.items():
            uid = names.get(number, "")
            if not uid or count[uid] > 1:
                uid = self._made_up(number, size, uid)
            twin = 1
            while (candidate := uid if twin == 1 else f"{uid}~{twin}") in taken:
                twin += 1
            taken.add(candidate)
            locators.append(Locator("", candidate, size, number))
        stable = bool(names) or not sizes
        return _Mailbox(tuple(locators), {one.uid: one for one in locators}, stable)

    def _sizes(self) -> dict[int, int]:
        _, lines, _ = self._live().list()
        pairs = (line.split() for line in lines)
        found = {int(pair[0]): int(pair[1]) for pair in pairs if len(pair) >= 2 and pair[0].isdigit()}
        return dict(sorted(found.items()))

    def _names(self) -> dict[int, str]:
        """UIDL by number; nothing when the server has no UIDL. A line without an identifier is left out."""
        try:
            _, lines, _ = self._live().uidl()
        except poplib.error_proto as error:
            if not _lacks_command(error):
                raise
            return {}
        matches = (_UIDL.fullmatch(line) for line in lines)
        return {int(match[1]): match[2].decode("ascii", "backslashreplace") for match in matches if match}

    def _made_up(self, number: int, size: int, uid: str) -> str:
        digest = hashlib.sha256(self._top(number))
        if uid:
            return f"{uid}#{digest.hexdigest()[:16]}"
        digest.update(str(size).encode())
        return f"h:{digest.hexdigest()}"

    # ---- reading ----

    def _find(self, locator: Locator) -> Locator | None:
        """The message as this session numbers it; None when it is gone, or another one has taken its UIDL."""
        found = self._open().by_uid.get(locator.uid)
        if found is None or (locator.size >= 0 and found.size != locator.size):
            return None
        return found

    def _read_header(self, locator: Locator) -> Fetched:
        found = self._find(locator)
        if found is None:
            return Fetched(locator, b"", gone=True)
        return Fetched(found, self._top(found.number))

    def _read_whole(self, locator: Locator) -> Fetched:
        found = self._find(locator)
        if found is None:
            return Fetched(locator, b"", gone=True)
        limit = self._action.max_bytes
        if found.size > limit:
            return replace(self._read_header(locator), too_large=True)
        try:
            # Sizes are often counted with other line ends.
            return Fetched(found, self._long(f"RETR {found.number}", limit + limit // 10))
        except _TooLong:
            self._drop()  # the rest is still on its way
            return replace(self._read_header(locator), too_large=True)

    def _top(self, number: int) -> bytes:
        """The header block. TOP is optional in POP3; without it the message is read as far as needed."""
        try:
            raw = self._long(f"TOP {number} 0", HEADER_LIMIT, cut=True)
        except poplib.error_proto as error:
            if not _lacks_command(error):
                raise
            raw = self._long(f"RETR {number}", HEADER_LIMIT, cut=True)
        end = _BLANK.search(raw)
        return raw[: end.end()] if end else raw

    def _long(self, command: str, limit: int, cut: bool = False) -> bytes:
        """A multi-line answer (RFC 1939 3) exactly as served, but for the dots that were put before its dots.

        poplib's own reading knows no limit and goes line by line. An answer of more than `limit` octets raises
        _TooLong; with `cut` its rest is read and dropped.
        """
        session: Any = self._live()
        session._putcmd(command)
        session._getresp()
        data, kept, total, start = bytearray(b"\n"), b"", 0, 0
        began = time.monotonic()
        while (end := _END.search(data, start)) is None:
            start = max(0, len(data) - 4)
            piece = session.wire.recv(65_536)
            data += piece
            total += len(piece)
            if not piece or total > ENDLESS or time.monotonic() - began > PATIENCE + total / SLOWEST:
                raise LostError(f"the answer to {command} broke off")
            if total > limit and not cut:
                raise _TooLong(command)
            if len(data) > limit + 65_536:
                kept = kept or bytes(data[:limit])
                del data[:-4]
                start = 0
        session.wire.put_back(bytes(data[end.end() :]))
        return (kept or bytes(data[: end.start() + 1])).replace(b"\n..", b"\n.")[1:]

    # ---- settling ----

    def _delete(self, locators: Sequence[Locator]) -> None:
        found = [one for locator in locators if (one := self._find(locator)) is not None]
        if not found:
            return
        session = self._live()
        session.rset()  # as in `_quit`: what is not deleted stays unmarked
        for one in found:
            session.dele(one.number)
        session.quit()
        self._drop()


def _lacks_command(error: poplib.error_proto) -> bool:
    """Whether the server has refused a command that it may not have, and not only for now."""
    said = refused(error)
    return bool(said) and not busy_code(said)


def _is_broken(error: BaseException) -> bool:
    """Whether poplib's one exception means the line here, and not the server's -ERR."""
    return isinstance(error, poplib.error_proto) and bool(error.args) and error.args[0] in _BROKEN
