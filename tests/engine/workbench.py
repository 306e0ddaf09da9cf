"""What the engine tests share: an integration over a mailbox in memory and a ledger that outlives its runners."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from mailflow_gui.core.activity import Event
from mailflow_gui.core.connector import Fetched, Limits, Outgoing, Sender
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.expectation import Expectation
from mailflow_gui.core.ledger import Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.caps import Meter
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.fence import Fence, fenced
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.pipeline import LiveStep
from mailflow_gui.engine.plan import Plan
from mailflow_gui.engine.runner import Runner, Until
from mailflow_gui.store.ledger import SqliteLedger
from tests.fakes.mailbox import EPOCH, FakeMailbox, FakeTransport, compose

PLACE = Place("integration", "account", "INBOX")


class TurnedClock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.moment = EPOCH + timedelta(days=2)

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()


class Bench:
    """An integration receive → (stages) → send, over one ledger file that outlives its runners."""

    def __init__(self, path: Path) -> None:
        self.path = path / "ledger.db"
        self.ledger = SqliteLedger(self.path)
        self.mailbox = FakeMailbox()
        self.transport = FakeTransport()
        self.clock = TurnedClock()
        self.events: list[Event] = []
        self.publish = self.events.append
        self.rules = Rules(limit=5)
        self.stages: list[Stage] = []
        self.settles = True
        self.recipients: tuple[str, ...] = ("you@example.net",)
        self.limits = Limits()
        self.approval = False
        self.delay = 5.0
        self.unasked: int | None = None
        self.expected: Expectation | None = None

    def runner(self) -> Runner:
        fence = Fence()
        ledger = fenced(self.ledger, fence)
        sender = Sender(self.compose, self.transport, limits=self.limits, approval=self.approval)
        meter = Meter("integration", ledger, self.clock)
        delivery = Delivery("integration", "send", sender, ledger, self.clock, meter)
        steps = [LiveStep(f"s{n}", f"Step {n}", stage) for n, stage in enumerate(self.stages)]
        plan = Plan(
            name="Test", place=PLACE, version=1, source=self.mailbox,
            source_title="Receive Email", source_step="receive",
            steps=(*steps, LiveStep("send", "Send Email", delivery)), deliveries=(delivery,),
            rules=self.rules, delay=self.delay, settles=self.settles, meter=meter,
            expected=self.expected, unasked=self.unasked,
        )  # fmt: skip
        return Runner(plan, ledger, self.read, self.clock, self.publish, fence)

    def compose(self, exchange: Exchange, key: str) -> Outgoing:
        """The received message, sent on to `recipients`."""
        return replace(compose(exchange, key), recipients=self.recipients)

    def poll(self) -> Runner:
        runner = self.runner()
        runner.run(threading.Event(), Until(once=True))
        return runner

    def run_polls(self, runner: Runner, count: int) -> None:
        """So many polls of one runner, whatever becomes of each."""
        runner.run(self.waits(count))

    def waits(self, count: int, then: Callable[[], None] = lambda: None) -> threading.Event:
        """A stop request that waits no time at all, calls `then` at each wait, and is set after so many polls."""
        left = [count]

        class Waits(threading.Event):
            def wait(self, timeout: float | None = None) -> bool:
                left[0] -= 1
                then()
                return self.is_set()

            def is_set(self) -> bool:
                return left[0] <= 0

        stop = Waits()
        self.mailbox.on_wait = stop.wait
        return stop

    def poll_with_broken(self, method: str) -> None:
        """A poll during which one kind of record can't be written."""

        def full(*_: object) -> None:
            raise StoreError("Mailflow can't write its records", cause="STORE_UNUSABLE")

        setattr(self.ledger, method, full)
        try:
            self.poll()
        finally:
            delattr(self.ledger, method)

    def read(self, fetched: Fetched, folder: str) -> Message:
        return read_message(fetched.raw)

    @property
    def subjects(self) -> list[str]:
        return [wire.split(b"\r\n")[0].decode().removeprefix("Subject: ") for _, _, wire in self.transport.delivered]

    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = SqliteLedger(self.path)


def hellos(*numbers: int) -> list[str]:
    """The subjects of `mail`."""
    return [f"Hello {number}" for number in numbers]
