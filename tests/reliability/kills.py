"""SIGKILL on real processes between Dovecot and a recording SMTP server: at any moment, and aimed at the sending.

`python -m tests.reliability.kills --kills 500 --messages 2000 [--aimed] [--minutes 30]` is the long form.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mailflow_gui.cli.engine_room import open_ledger
from tests.journeys.bench import MAP, NAME, UNLIMITED, Bench, receive, send
from tests.journeys.letters import message_ids, numbered, some, subjects
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox
from tests.servers.line_server import Action
from tests.servers.smtp_sink import SmtpSink

#: Messages in one poll: a killed process leaves at most so many begun.
LIMIT = 50
#: Seconds that a process lives on average when it is killed at any moment.
LIFE = 3.0


class PonderingSink(SmtpSink):
    """Thinks for `pause` seconds before each answer, as servers do.

    `instants`: seconds in which a message's dot was waited for or answered: in them a kill may leave a doubt.
    """

    pause = 0.003

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.instants = 0.0
        self._since: dict[int, float] = {}

    def _perform(self, session: Any, action: Action) -> None:
        threading.Event().wait(self.pause)
        super()._perform(session, action)
        now = time.monotonic()
        self.instants += now - self._since.pop(id(session), now)
        if str(action).startswith("354"):
            self._since[id(session)] = now


@dataclass(frozen=True)
class Result:
    """What so many kills led to. `doubts` were held and then resolved by looking.

    `exposed`: seconds in which a kill could fall; `instants`: those of them in which it had to leave a doubt.
    """

    kills: int
    messages: int
    lost: int
    doubled: int
    doubts: int
    held: int
    unmarked: int
    seconds: float
    exposed: float
    instants: float

    @property
    def clean(self) -> bool:
        """Whether every message arrived once and is marked."""
        return not (self.lost or self.doubled or self.held or self.unmarked)

    @property
    def rare(self) -> bool:
        """Whether no more are in doubt than one for a hundred kills, but for chance (three standard deviations)."""
        due = self.kills / 100
        return self.doubts <= due + 3 * math.sqrt(due) + 1

    def __str__(self) -> str:
        share = self.instants / self.exposed if self.exposed else 0.0
        return (
            f"{self.kills} kills over {self.messages} messages in {self.seconds:.0f} s: {self.lost} lost,"
            f" {self.doubled} doubled, {self.doubts} in doubt, {self.held} held otherwise, {self.unmarked} not marked;"
            f" an instant of delivery was {share:.1%} of the time, so that {self.kills * share:.1f} doubts were due"
        )


def kill_while_sending(bench: Bench, chance: random.Random) -> tuple[bool, float]:
    """Kills the program when it is at work: whether it lived until then, and for how long it could be killed."""
    process = bench.spawn("run", NAME, "--json", "--until-idle", "0.5")
    assert process.stdout is not None
    assert process.stderr is not None
    timer = threading.Timer(chance.uniform(0.0, 0.25), process.kill)
    began = math.inf
    for line in process.stdout:
        began = min(began, time.monotonic())
        if json.loads(line)["event"] == chance.choice(["started", "connected", "received", "sent", "sent"]):
            timer.start()
            break
    process.stdout.read()
    exposed = max(0.0, time.monotonic() - began)
    timer.cancel()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    code = process.wait(30)
    assert code in (-9, 0), complaint
    return code == -9, exposed


def kill_at_any_moment(bench: Bench, chance: random.Random) -> tuple[bool, float]:
    """Kills the program after a time that nothing decides: each moment of its life is as likely as any other."""
    began = time.monotonic()
    process = bench.spawn("run", NAME, "--json")
    try:
        process.communicate(timeout=chance.expovariate(1 / LIFE))
    except subprocess.TimeoutExpired:
        process.kill()
    exposed = time.monotonic() - began
    _, complaint = process.communicate()
    assert process.returncode == -9, complaint
    return True, exposed


@contextmanager
def arriving(mailbox: Mailbox, count: int, seconds: float) -> Iterator[Callable[[], None]]:
    """Delivers messages one by one, evenly over so many seconds; what is given delivers those left at once."""
    letters = some(count)
    hurry = threading.Event()

    def deliver() -> None:
        while letters:
            mailbox.deliver(letters.pop(0))
            hurry.wait(seconds / count)

    thread = threading.Thread(target=deliver)
    thread.start()

    def finish() -> None:
        hurry.set()
        thread.join()

    try:
        yield finish
    finally:
        finish()


def rampage(
    bench: Bench, mailbox: Mailbox, sink: PonderingSink, kills: int, count: int, minutes: float, *, aimed: bool
) -> Result:
    """As many kills as asked for, as fit into `minutes`, or as there is mail for; then the rest, and the account.

    `aimed`: all mail is there from the start, and the program is killed while it sends. Otherwise mail comes in all
    the time, and the kill at any moment.
    """
    chance = random.Random(17)
    began = time.monotonic()
    bench.inbox(mailbox)
    bench.outbox(sink)
    bench.integrate(receive(unseenOnly=True, maxResults=LIMIT), MAP, send(**UNLIMITED))
    killed, exposed = 0, 0.0
    kill_once = kill_while_sending if aimed else kill_at_any_moment
    with arriving(mailbox, count, 0 if aimed else kills * LIFE) as finish:
        if aimed:
            finish()
        while killed < kills and time.monotonic() - began < minutes * 60:
            if aimed and len(sink.messages) >= count:
                break
            died, lived = kill_once(bench, chance)
            killed, exposed = killed + died, exposed + lived
    instants, sink.pause = sink.instants, 0
    _finish(bench, count)
    doubts = _resolve(bench, sink)
    _finish(bench, LIMIT)
    arrived = Counter(subjects(sink))
    doubled = len(sink.messages) - min(len(arrived), len(set(message_ids(sink))))
    return Result(
        kills=killed,
        messages=count,
        lost=len(set(numbered(range(1, count + 1))) - set(arrived)),
        doubled=doubled,
        doubts=doubts,
        held=len(bench.activities(held=True)),
        unmarked=sum("\\Seen" not in flags for flags in mailbox.flags().values()),
        seconds=time.monotonic() - began,
        exposed=exposed,
        instants=instants,
    )


def _finish(bench: Bench, count: int) -> None:
    for _ in range(count // LIMIT + 2):
        bench.poll()


def _resolve(bench: Bench, sink: SmtpSink) -> int:
    """What the person does with messages in doubt: looks whether they arrived, and says so."""
    there = set(subjects(sink))
    with open_ledger(bench.program) as ledger:
        doubts = [one for one in ledger.activities(held=True, limit=10_000) if one.cause == "IN_DOUBT"]
        for one in doubts:
            ledger.resolve_doubt(one.exchange, arrived=one.subject in there)
    return len(doubts)


def main() -> int:
    """The command. Exit code 1 when anything was lost, doubled or left over."""
    parser = argparse.ArgumentParser(description="Kill Mailflow again and again, and count what becomes of mail.")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=30.0, help="stop killing after so many minutes")
    parser.add_argument("--aimed", action="store_true", help="kill while it sends, and not at any moment")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot() as server,
        PonderingSink(users={"info@example.org": "secret"}) as sink,
    ):
        user = server.add_user()
        bench = Bench(Path(folder) / "profile")
        mailbox = Mailbox(server, user, server.users[user])
        result = rampage(bench, mailbox, sink, asked.kills, asked.messages, asked.minutes, aimed=asked.aimed)
    print(result)
    return 0 if result.clean and (asked.aimed or result.rare) else 1


if __name__ == "__main__":
    sys.exit(main())
