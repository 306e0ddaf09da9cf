"""Another program that works on the same mailbox without a plan: flags, copies, moves, deletes and delivers."""

from __future__ import annotations

import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from imapclient import IMAPClient

from tests.journeys.bench import MAP, NAME, UNLIMITED, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

ASIDE = "Aside"
#: Seconds without a message after which the program counts as through.
REST = 20.0
#: Seconds between two acts, so that a slow computer keeps up.
PACE = 0.02


@dataclass
class Neighbour:
    """Does one thing after the other in a session of its own. `taken` are subjects that it took out of the inbox."""

    client: IMAPClient
    chance: random.Random
    delivered: int = 0
    taken: set[str] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)

    def work(self, until: Callable[[], bool]) -> None:
        """Until it is time."""
        self.client.create_folder(ASIDE)
        acts = (self._deliver, self._flag, self._copy, self._put_aside, self._bring_back, self._delete, self._look)
        while not until():
            self.client.select_folder("INBOX")
            act = self.chance.choices(acts, (8, 6, 1, 1, 1, 1, 2))[0]
            act()
            self.done[act.__name__] += 1
            threading.Event().wait(PACE)

    def _some(self) -> list[int]:
        uids = self.client.search()
        return self.chance.sample(uids, min(len(uids), self.chance.randint(1, 3)))

    def _deliver(self) -> None:
        self.delivered += 1
        self.client.append("INBOX", some(1, first=self.delivered)[0])

    def _flag(self) -> None:
        change = self.chance.choice((self.client.add_flags, self.client.remove_flags))
        if uids := self._some():
            change(uids, [self.chance.choice(("\\Flagged", "\\Seen", "\\Answered", "Later"))])

    def _copy(self) -> None:
        """The same delivery once more under another UID: Mailflow knows it."""
        if uids := self._some():
            self.client.copy(uids, "INBOX")

    def _put_aside(self) -> None:
        self._take(lambda uids: self.client.move(uids, ASIDE))

    def _bring_back(self) -> None:
        self.client.select_folder(ASIDE)
        if uids := self._some():
            names = self._names(uids)
            self.client.move(uids, "INBOX")
            self.taken -= names

    def _delete(self) -> None:
        def delete(uids: list[int]) -> None:
            self.client.delete_messages(uids)
            self.client.uid_expunge(uids)

        self._take(delete)

    def _look(self) -> None:
        self.client.select_folder(ASIDE, readonly=True)
        self.client.close_folder()

    def _take(self, take: Callable[[list[int]], object]) -> None:
        if uids := self._some():
            self.taken |= self._names(uids)
            take(uids)

    def _names(self, uids: list[int]) -> set[str]:
        found = self.client.fetch(uids, ["BODY.PEEK[HEADER.FIELDS (SUBJECT)]"])
        heads = (value for data in found.values() for key, value in data.items() if key.startswith(b"BODY"))
        return {head.decode().partition(":")[2].strip() for head in heads}


@dataclass(frozen=True)
class Result:
    """What became of mail beside a neighbour. `missing` were neither sent nor taken away by it."""

    delivered: int
    sent: int
    missing: list[str]
    doubled: list[str]
    held: list[str]
    done: Counter[str]

    @property
    def clean(self) -> bool:
        """Whether each message that stayed was sent once, and none twice."""
        return not (self.missing or self.doubled or self.held)

    def __str__(self) -> str:
        acts = ", ".join(f"{count} {name.strip('_').replace('_', ' ')}" for name, count in self.done.most_common())
        return (
            f"{self.delivered} messages beside a neighbour ({acts}): {self.sent} sent, {len(self.missing)} lost,"
            f" {len(self.doubled)} doubled, {len(self.held)} held"
        )


def beside(home: Path, mailbox: Mailbox, sink: SmtpSink, seconds: float, after: str) -> Result:
    """The program, as a process, beside a neighbour for so long; then it may come to rest."""
    bench = Bench(home)
    bench.inbox(mailbox)
    bench.outbox(sink)
    bench.integrate(receive(afterSuccess=after), MAP, send(**UNLIMITED))
    process = bench.spawn("run", NAME, "--quiet")
    with ThreadPoolExecutor() as pool:
        said = pool.submit(process.communicate)  # read all the time: a full pipe would hold the program up
        try:
            until = time.monotonic() + seconds
            with mailbox.server.client(mailbox.user) as client:
                neighbour = Neighbour(client, random.Random(5))
                neighbour.work(lambda: time.monotonic() > until)

            def missing() -> set[str]:
                return set(numbered(range(1, neighbour.delivered + 1))) - neighbour.taken - set(subjects(sink))

            before, since = -1, time.monotonic()
            while missing() and time.monotonic() < since + REST:
                if len(sink.messages) > before:
                    before, since = len(sink.messages), time.monotonic()
                threading.Event().wait(0.2)
        finally:
            process.send_signal(signal.SIGTERM)
        _, complaint = said.result(40)
    assert process.returncode == 0, complaint
    assert b"Traceback" not in complaint, complaint
    arrived = Counter(subjects(sink))
    return Result(
        neighbour.delivered,
        len(arrived),
        sorted(missing()),
        sorted(name for name, count in arrived.items() if count > 1),
        [f"{one.subject}: {one.cause}" for one in bench.activities(held=True)],
        neighbour.done,
    )
