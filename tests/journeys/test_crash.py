"""SIGKILL at any moment: nothing is lost, nothing is sent twice, and what can't be known is asked."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from mailflow_gui.cli.engine_room import open_ledger
from tests.journeys.bench import MAP, NAME, UNLIMITED, Bench, receive, send
from tests.journeys.letters import message_ids, numbered, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.line_server import Action
from tests.servers.smtp_sink import SmtpSink

pytestmark = [pytest.mark.dovecot, pytest.mark.timeout(180)]

KILLS = 20
COUNT = 160


class SlowSink(SmtpSink):
    """Thinks for `pause` seconds before each answer, so that a kill hits what it aims at."""

    pause = 0.01

    def _perform(self, session: Any, action: Action) -> None:
        threading.Event().wait(self.pause)
        super()._perform(session, action)


@pytest.fixture
def slow_sink() -> Iterator[SlowSink]:
    with SlowSink(users={"info@example.org": "secret"}) as sink:
        yield sink


def kill_in_the_middle(bench: Bench, after: int, event: str) -> bool:
    """Runs the program and kills it when it tells of the `after`-th such event; False when it ended before."""
    process = bench.spawn("run", NAME, "--json", "--until-idle", "0.5")
    assert process.stdout is not None
    assert process.stderr is not None
    seen = 0
    for line in process.stdout:
        seen += json.loads(line)["event"] == event
        if seen == after:
            process.kill()
            break
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    code = process.wait(20)
    assert code in (-9, 0), complaint
    return code == -9


def settle_doubts(bench: Bench, sink: SmtpSink) -> int:
    """What the person does with messages in doubt: looks whether they arrived, and says so."""
    with open_ledger(bench.program) as ledger:
        held = ledger.activities(held=True, limit=1000)
        for one in held:
            assert one.cause == "IN_DOUBT"
            ledger.resolve_doubt(one.exchange, arrived=one.subject in subjects(sink))
    return len(held)


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_twenty_kills(bench: Bench, mailbox: Mailbox, slow_sink: SlowSink, protocol: str) -> None:
    """Check 4, twenty times at whatever the program is doing: each message and each Message-ID exactly once."""
    kills = KILLS if protocol == "imap" else KILLS // 4
    count = COUNT if protocol == "imap" else COUNT // 2
    chance = random.Random(4)
    mailbox.deliver(*some(count))
    bench.inbox(mailbox, protocol)
    bench.outbox(slow_sink)
    bench.integrate(receive(unseenOnly=protocol == "imap", maxResults=40), MAP, send(**UNLIMITED))
    killed = 0
    for _ in range(kills):
        event = chance.choice(["received", "step", "sent", "sent"])
        killed += kill_in_the_middle(bench, chance.randrange(1, 5), event)
    assert killed >= kills - 2
    assert len(slow_sink.messages) < count
    slow_sink.pause = 0
    for _ in range(count // 40 + 1):
        bench.poll()
    doubts = settle_doubts(bench, slow_sink)
    assert doubts <= kills
    bench.poll()
    assert sorted(subjects(slow_sink)) == sorted(numbered(range(1, count + 1)))
    assert len(set(message_ids(slow_sink))) == count
    assert bench.activities(held=True) == []
    if protocol == "imap":
        assert set(mailbox.flags().values()) == {frozenset({"\\Seen"})}


def test_killed_between_sending_and_marking(bench: Bench, mailbox: Mailbox, slow_sink: SlowSink) -> None:
    """Check 4, at that very place: the answer has been read and recorded, the mark has not been set."""
    mailbox.deliver(*some(1))
    bench.inbox(mailbox)
    bench.outbox(slow_sink)
    bench.integrate(receive(unseenOnly=True), MAP, send())
    assert kill_in_the_middle(bench, 1, "sent")
    assert len(slow_sink.messages) == 1
    bench.poll()
    bench.poll()
    assert len(slow_sink.messages) == 1
    assert set(mailbox.flags().values()) == {frozenset({"\\Seen"})}
    assert bench.activities(held=True) == []


def test_killed_while_the_server_ponders_over_the_dot(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """The real gap: nobody knows whether it arrived. It is held, never sent again by itself."""
    mailbox.deliver(*some(2))
    smtp_sink.script("dot", "hang", times=1)
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    bench.integrate(receive(unseenOnly=True), MAP, send())
    process = bench.spawn("run", NAME)
    bench.wait_for(lambda: smtp_sink.transactions)
    process.kill()
    process.communicate(timeout=20)
    bench.poll()
    bench.poll()
    assert [one.cause for one in bench.activities(held=True)] == ["IN_DOUBT"]
    assert subjects(smtp_sink) == ["Mail 2"]
    assert len(smtp_sink.transactions) == 2
