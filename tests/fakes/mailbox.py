"""A mailbox and a sending server in memory: the engine's two ends, with the shape of the real ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mailflow_gui.core.connector import Attempt, Claim, Fetched, Listing, Locator, Outgoing, Reply, Rows, Stance
from mailflow_gui.core.exchange import Exchange

EPOCH = datetime(2026, 11, 1, tzinfo=UTC)


def mail(number: int, subject: str = "") -> bytes:
    """A small message; each number gives other bytes."""
    return (
        f"Message-ID: <m{number}@example.org>\r\nFrom: Ben{number} <ben{number}@example.org>\r\n"
        f"To: info@example.com\r\nSubject: {subject or f'Hello {number}'}\r\n\r\nText {number}\r\n"
    ).encode()


@dataclass
class Stored:
    """A message in the folder."""

    uid: int
    raw: bytes
    received: str
    seen: bool = False


@dataclass
class FakeMailbox:
    """A Source over messages in memory; `fetches` and `settled` record what was asked."""

    generation: str = "7"
    messages: list[Stored] = field(default_factory=list)
    unseen_only: bool = False
    settled: list[str] = field(default_factory=list)
    fetches: int = 0
    next_uid: int = 1
    trouble: Exception | None = None
    waits: list[float] = field(default_factory=list)
    on_wait: Callable[[], None] | None = None

    def deliver(self, *raws: bytes, age: timedelta = timedelta()) -> None:
        """Puts messages into the folder, newest last."""
        for raw in raws:
            moment = EPOCH + timedelta(minutes=self.next_uid) - age
            self.messages.append(Stored(self.next_uid, raw, moment.isoformat()))
            self.next_uid += 1

    def renumber(self, generation: str) -> None:
        """A new UIDVALIDITY: every UID is void."""
        self.generation = generation
        for number, one in enumerate(self.messages, 100):
            one.uid = number
        self.next_uid = 100 + len(self.messages)

    def attend(self, stop: threading.Event) -> None:
        pass

    def listing(self, after: int) -> Listing:
        if self.trouble:
            raise self.trouble
        chosen = [m for m in self.messages if m.uid > (0 if self.unseen_only else after)]
        if self.unseen_only:
            chosen = [m for m in chosen if not m.seen]
        locators = tuple(Locator(self.generation, str(m.uid), len(m.raw)) for m in chosen)
        return Listing("INBOX", self.generation, locators, len(self.messages), self.next_uid)

    def headers(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        for one in self.fetch(locators):
            yield Fetched(
                one.locator, one.raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", one.received, one.seen, one.gone
            )

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        self.fetches += len(locators)
        for locator in locators:
            found = [m for m in self.messages if str(m.uid) == locator.uid]
            if found:
                yield Fetched(locator, found[0].raw, found[0].received, found[0].seen)
            else:
                yield Fetched(locator, b"", gone=True)

    def claim(self, locators: Sequence[Locator], owner: str) -> Claim:
        return Claim(tuple(locators))

    def settle(self, locators: Sequence[Locator]) -> None:
        uids = [one.uid for one in locators]
        self.settled += uids
        for one in self.messages:
            one.seen = one.seen or str(one.uid) in uids

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        self.waits.append(seconds)
        if self.on_wait:
            self.on_wait()
        return False

    def close(self) -> None:
        pass


@dataclass
class FakeTransport:
    """A Transport that records; `script` gives the outcome of the next attempts, else everything is accepted.

    An outcome is a Stance, a mapping of address to Stance, or an error to raise.
    """

    delivered: list[tuple[str, tuple[str, ...], bytes]] = field(default_factory=list)
    script: list[Stance | Mapping[str, Stance] | Exception] = field(default_factory=list)
    attempts: int = 0

    def attend(self, stop: threading.Event) -> None:
        pass

    def transmit(self, outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[Rows], None]) -> Attempt:
        self.attempts += 1
        outcome = self.script.pop(0) if self.script else Stance.SENT
        if isinstance(outcome, Exception):
            raise outcome
        stances = outcome if isinstance(outcome, Mapping) else dict.fromkeys(recipients, outcome)
        accepted = tuple(one for one in recipients if stances[one] in (Stance.SENT, Stance.IN_DOUBT))
        if accepted:
            present = {one: Stance.IN_DOUBT if one in accepted else stances[one] for one in recipients}
            before_dot([(one, stance, _REPLIES[stance]) for one, stance in present.items()])
            self.delivered.append((outgoing.sender, accepted, outgoing.wire))
        rows = tuple((one, stances[one], _REPLIES[stances[one]]) for one in recipients)
        worst = max((stance for _, stance, _ in rows), key=list(Stance).index)
        return Attempt(worst, _REPLIES[worst], rows)

    def close(self) -> None:
        pass


_REPLIES = {
    Stance.SENT: Reply(250, "2.0.0", "Accepted"),
    Stance.RETRY: Reply(451, "4.3.0", "Later"),
    Stance.REFUSED: Reply(550, "5.1.1", "User unknown"),
    Stance.IN_DOUBT: Reply(0),
}


def compose(exchange: Exchange, key: str) -> Outgoing:
    """The received message sent on, under the deterministic key."""
    wire = b"Subject: " + exchange.message.subject.encode() + b"\r\n\r\n" + exchange.message.content.encode() + b"\r\n"
    return Outgoing("me@example.com", ("you@example.net",), wire, f"<{key[:12]}@example.com>", exchange.message.subject)
