"""SIGKILL on real processes between Dovecot and a recording SMTP server.

`python -m tests.reliability.kills --kills 500 --messages 2000 [--minutes 30]` is the long form.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
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


class PonderingSink(SmtpSink):
    """Thinks for `pause` seconds before each answer, as servers do."""

    pause = 0.003

    def _perform(self, session: Any, action: Action) -> None:
        threading.Event().wait(self.pause)
        super()._perform(session, action)


@dataclass(frozen=True)
class Result:
    """What so many kills led to. `doubts` were held and then resolved by looking."""

    kills: int
    messages: int
    lost: int
    doubled: int
    doubts: int
    held: int
    unmarked: int
    seconds: float

    @property
    def clean(self) -> bool:
        """Whether every message arrived once and is marked."""
        return not (self.lost or self.doubled or self.held or self.unmarked)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills over {self.messages} messages in {self.seconds:.0f} s: {self.lost} lost,"
            f" {self.doubled} doubled, {self.doubts} in doubt, {self.held} held otherwise, {self.unmarked} not marked"
        )


def kill_once(bench: Bench, chance: random.Random) -> bool:
    """Runs the program and kills it at a moment that nothing decides; False when it had ended before."""
    process = bench.spawn("run", NAME, "--json", "--until-idle", "0.5")
    assert process.stdout is not None
    assert process.stderr is not None
    timer = threading.Timer(chance.uniform(0.0, 0.25), process.kill)
    for line in process.stdout:
        if json.loads(line)["event"] == chance.choice(["started", "connected", "received", "sent", "sent"]):
            timer.start()
            break
    process.stdout.read()
    timer.cancel()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    code = process.wait(30)
    assert code in (-9, 0), complaint
    return code == -9


def rampage(bench: Bench, mailbox: Mailbox, sink: PonderingSink, kills: int, count: int, minutes: float) -> Result:
    """As many kills as asked for, as fit into `minutes`, or as there is mail for; then the rest, and the account."""
    chance = random.Random(17)
    began = time.monotonic()
    mailbox.deliver(*some(count))
    bench.inbox(mailbox)
    bench.outbox(sink)
    bench.integrate(receive(unseenOnly=True, maxResults=LIMIT), MAP, send(**UNLIMITED))
    killed = 0
    while killed < kills and len(sink.messages) < count and time.monotonic() - began < minutes * 60:
        killed += kill_once(bench, chance)
    sink.pause = 0
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
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Dovecot() as server,
        PonderingSink(users={"info@example.org": "secret"}) as sink,
    ):
        user = server.add_user()
        bench = Bench(Path(folder) / "profile")
        mailbox = Mailbox(server, user, server.users[user])
        result = rampage(bench, mailbox, sink, asked.kills, asked.messages, asked.minutes)
    print(result)
    return 0 if result.clean else 1


if __name__ == "__main__":
    sys.exit(main())
