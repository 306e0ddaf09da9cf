"""The world around Mailflow that outlives its crashes: a mailbox (IMAP or POP3) and a receiving SMTP server."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailflow_gui.core.connector import Fetched, Listing, Locator
from tests.fakes.mailbox import EPOCH, FakeMailbox, Stored
from tests.reliability.steps import Steps


class TickingClock:
    """A clock that goes on by a millisecond at each look, and that a wait sets forward."""

    def __init__(self) -> None:
        self.moment = EPOCH + timedelta(days=2)

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def monotonic(self) -> float:
        return self.now().timestamp()


@dataclass
class Inbox(FakeMailbox):
    """The folder with its source action `verb` (seen, move, delete or keep); `pop3` for UIDLs in place of UIDs."""

    verb: str = "seen"
    pop3: bool = False
    moved: list[bytes] = field(default_factory=list)

    def settle_one(self, uid: str) -> None:
        """The source action on one message; on one that is gone it does nothing."""
        for one in [one for one in self.messages if self.name(one) == uid]:
            if self.verb == "seen":
                one.seen = True
            elif self.verb in ("move", "delete"):
                self.messages.remove(one)
                if self.verb == "move":
                    self.moved.append(one.raw)

    def name(self, one: Stored) -> str:
        """UID or UIDL."""
        return f"uidl-{one.uid}" if self.pop3 else str(one.uid)

    def state(self) -> list[tuple[bytes, bool, str]]:
        """All messages, with their marks and places."""
        here = [(one.raw, one.seen, "inbox") for one in self.messages]
        return sorted([*here, *((raw, False, "target") for raw in self.moved)])


@dataclass
class Destination:
    """What the receiving server took: (Message-ID, recipient) as often as it took it.

    It answers by verb, recipient or "dot": as in the next of `answers` for one connection, and as in `always`.
    """

    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    subjects: list[tuple[str, str]] = field(default_factory=list)
    answers: list[Mapping[str, bytes]] = field(default_factory=list)
    always: Mapping[str, bytes] = field(default_factory=dict)

    def accept(self, body: bytes, recipients: Sequence[str]) -> None:
        """A message whose dot has come."""
        lines = body.split(b"\r\n")
        subject, message_id = (line.partition(b": ")[2].decode() for line in lines[:2])
        self.taken.update((message_id, one) for one in recipients)
        self.subjects += [(subject, one) for one in recipients]


class InboxSource:
    """A Source over an Inbox, with a point before and after each thing that the server does."""

    def __init__(self, inbox: Inbox, steps: Steps, rest: Callable[[], None]) -> None:
        self._inbox = inbox
        self._steps = steps
        self._rest = rest
        self._deleted: list[str] = []

    def attend(self, stop: threading.Event) -> None:
        """Nothing here waits."""

    def listing(self, after: int) -> Listing:
        self._steps.point("listing: before")
        inbox = self._inbox
        found = inbox.listing(0 if inbox.pop3 else after)
        if inbox.pop3:
            locators = tuple(Locator("", inbox.name(one), len(one.raw)) for one in inbox.messages)
            found = Listing("INBOX", "", locators, len(locators))
        self._steps.point("listing: after")
        return found

    def headers(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        for one in self.fetch(locators):
            head = one.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            yield Fetched(one.locator, head, one.received, one.seen, one.gone)

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        for locator in locators:
            self._steps.point("fetch: before")
            found = [one for one in self._inbox.messages if self._is(one, locator)]
            fetched = Fetched(locator, b"", gone=True)
            if found:
                received = "" if self._inbox.pop3 else found[0].received
                fetched = Fetched(locator, found[0].raw, received, found[0].seen)
            self._steps.point("fetch: after")
            yield fetched

    def settle(self, locators: Sequence[Locator]) -> None:
        """Over IMAP one message after the other; over POP3 all at QUIT (RFC 1939)."""
        if self._inbox.verb == "keep":
            return
        uids = [one.uid for one in locators if one.generation == self._generation]
        for uid in uids:
            self._steps.point("settle: before")
            if not self._inbox.pop3:
                self._inbox.settle_one(uid)
            self._steps.point("settle: after")
        if self._inbox.pop3:
            for uid in uids:
                self._inbox.settle_one(uid)
            self._steps.point("quit: after")

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        self._steps.point("wait")
        self._rest()
        return False

    def close(self) -> None:
        self._steps.point("close of the source")

    @property
    def _generation(self) -> str:
        return "" if self._inbox.pop3 else self._inbox.generation

    def _is(self, one: Stored, locator: Locator) -> bool:
        return locator.generation == self._generation and self._inbox.name(one) == locator.uid


class SentMail:
    """The Sent folder of the account: with `files` the server puts there what it takes, without it stays empty."""

    def __init__(self, destination: Destination, steps: Steps, *, files: bool) -> None:
        self._destination = destination
        self._steps = steps
        self._files = files

    def attend(self, stop: threading.Event) -> None:
        """Nothing here waits."""

    def holding(self, message_ids: Sequence[str]) -> frozenset[str]:
        self._steps.point("look into the Sent folder: before")
        there = {name for name, _ in self._destination.taken} if self._files else set()
        self._steps.point("look into the Sent folder: after")
        return frozenset(message_ids) & there


class MemorySocket:
    """The receiving server at the other end of a socket: pipelined SMTP, answers at once, points at each write."""

    def __init__(self, destination: Destination, steps: Steps) -> None:
        self._destination = destination
        self._steps = steps
        self._script = {**destination.always, **(destination.answers.pop(0) if destination.answers else {})}
        self._answers = b""
        self._recipients: list[str] = []
        self._body: bytes | None = None

    def settimeout(self, seconds: float, /) -> None:
        """Everything is there at once, or never."""

    def sendall(self, data: memoryview, /) -> None:
        octets = bytes(data)
        what = "dot" if octets == b".\r\n" else "body" if self._body is not None else octets[:4].decode()
        self._steps.point(f"{what}: before")
        if what == "dot":
            self._steps.point("dot: written, the server has not got it")
            self._take_dot()
        elif self._body is not None:
            self._body += octets
        else:
            for line in octets.decode().splitlines():
                self._command(line)
        self._steps.point(f"{what}: after")

    def recv(self, size: int, /) -> bytes:
        if not self._answers:
            raise BlockingIOError
        octets, self._answers = self._answers[:size], self._answers[size:]
        self._steps.point("answer read")
        return octets

    def _command(self, line: str) -> None:
        verb, address = line[:4], line[line.find("<") + 1 : line.find(">")]
        answer = self._script.get(address if verb == "RCPT" else verb, b"250 2.0.0 OK")
        if verb == "RCPT" and answer.startswith(b"2"):
            self._recipients.append(address)
        if verb == "DATA":
            answer = b"354 Go on" if self._recipients else b"554 5.5.1 No recipients"
            self._body = b"" if self._recipients else None
        self._answers += answer + b"\r\n"

    def _take_dot(self) -> None:
        answer = self._script.get("dot", b"250 2.0.0 Queued")
        if answer.startswith(b"2") and self._body is not None:
            self._destination.accept(self._body, self._recipients)
        self._body = None
        self._answers += answer + b"\r\n"
