"""One integration over the outside world, built anew after every crash, and its scenarios."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from mailflow_gui.connectors._smtp_conversation import Conversation
from mailflow_gui.connectors._smtp_transaction import Offer, Patience, Transaction
from mailflow_gui.core.connector import Attempt, Fetched, Limits, Outgoing, Rows, Sender, Source
from mailflow_gui.core.exchange import Dropped, Exchange, Stage
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED, Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.caps import Meter
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.doubts import Lookup
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.pipeline import LiveStep
from mailflow_gui.engine.plan import Plan
from mailflow_gui.engine.runner import Runner
from tests.fakes.mailbox import mail
from tests.reliability.outside import Destination, Inbox, InboxSource, MemorySocket, SentMail, TickingClock
from tests.reliability.steps import SteppedLedger, Steps

NO_LIMIT = Rules(limit=-1)
NO_LIMITS = Limits()
PLACE = Place("integration", "account", "INBOX")
WAIT = timedelta(minutes=5)


@dataclass
class World:
    """What a crash of Mailflow leaves as it is."""

    inbox: Inbox
    destination: Destination = field(default_factory=Destination)
    clock: TickingClock = field(default_factory=TickingClock)
    happened: int = 0


@dataclass(frozen=True)
class Scenario:
    """What an integration has to do: `messages` at the start, one of `events` after each poll, so many `polls`.

    `filed`: whether the server files what it takes in a Sent folder that can be read; None: there is none to read.
    After each poll the person approves what waits for it (`approval`), and lets sending go on that reached `limits`.
    """

    name: str
    messages: int = 3
    verb: str = "seen"
    pop3: bool = False
    sends: Sequence[Sequence[str]] = (("you@example.net",),)
    rules: Rules = NO_LIMIT
    stages: Sequence[Stage] = ()
    answers: Sequence[dict[str, bytes]] = ()
    always: dict[str, bytes] = field(default_factory=dict)
    events: Sequence[Callable[[World], None]] = ()
    polls: int = 2
    pipelining: bool = True
    filed: bool | None = None
    approval: bool = False
    limits: Limits = NO_LIMITS

    def world(self) -> World:
        """The world before the first run."""
        inbox = Inbox(verb=self.verb, pop3=self.pop3)
        inbox.deliver(*(mail(number) for number in range(1, self.messages + 1)))
        destination = Destination(answers=list(self.answers), always=self.always)
        return World(inbox, destination)


@dataclass(frozen=True)
class Faults:
    """Where a test breaks the protocol on purpose, to see that the matrix notices."""

    ledger: type[SteppedLedger] = SteppedLedger
    source: type[InboxSource] = InboxSource


class MemoryTransport:
    """The real transaction of the SMTP connector, each on a connection of its own to the destination."""

    def __init__(self, destination: Destination, steps: Steps, pipelining: bool) -> None:
        self._destination = destination
        self._steps = steps
        self._offer = Offer(frozenset({"pipelining"} if pipelining else ()))

    def attend(self, stop: threading.Event) -> None:
        """Connecting takes no time."""

    def transmit(self, outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[Rows], None]) -> Attempt:
        self._steps.point("connect")
        wire = Conversation(MemorySocket(self._destination, self._steps), "sink", 25)
        return Transaction(wire, self._offer, Patience()).run(outgoing, recipients, before_dot)

    def close(self) -> None:
        self._steps.point("close of the transport")


class Stop(threading.Event):
    """A stop request on which nobody waits: `rest` passes the time."""

    def __init__(self, rest: Callable[[Rows], None]) -> None:
        super().__init__()
        self._rest = rest

    def wait(self, timeout: float | None = None) -> bool:
        self._rest()
        return self.is_set()


def run(scenario: Scenario, world: World, ledger: SteppedLedger, steps: Steps, faults: Faults | None = None) -> None:
    """One process: its polls with the waits in between. Raises Killed at the target of `steps`."""
    stop = Stop(lambda: rest())
    left = [scenario.polls]

    def rest() -> None:
        world.clock.moment += WAIT
        if world.happened < len(scenario.events):
            world.happened += 1
            scenario.events[world.happened - 1](world)
        _decide(ledger, world)
        left[0] -= 1
        if left[0] <= 0:
            stop.set()

    source = (faults or Faults()).source(world.inbox, steps, rest)
    plan = _plan(scenario, world, source, ledger, steps)
    Runner(plan, ledger, read_fetched, world.clock, lambda event: None).run(stop)


def _decide(ledger: SteppedLedger, world: World) -> None:
    """What the person does: approves what waits for it, and lets sending go on."""
    with ledger._database.settled_look() as connection:
        rows = connection.execute("SELECT id, cause FROM trip WHERE state = 'held' ORDER BY seq").fetchall()
    for row in rows:
        if row["cause"] == APPROVAL:
            ledger.approve(row["id"])
    if any(row["cause"] == SENDING_PAUSED for row in rows):
        ledger.go_on(PLACE.integration, world.clock.now().isoformat())


def _plan(scenario: Scenario, world: World, source: Source, ledger: SteppedLedger, steps: Steps) -> Plan:
    lives = [LiveStep(f"s{number}", "Step", stage) for number, stage in enumerate(scenario.stages)]
    deliveries = []
    meter = Meter(PLACE.integration, ledger, world.clock)
    for number, recipients in enumerate(scenario.sends):
        transport = MemoryTransport(world.destination, steps, scenario.pipelining)
        sender = Sender(_composer(tuple(recipients)), transport, limits=scenario.limits, approval=scenario.approval)
        deliveries.append(Delivery(PLACE.integration, f"send{number}", sender, ledger, world.clock, meter))
        lives.append(LiveStep(f"send{number}", "Send Email", deliveries[-1]))
    names = [f"send{number}" for number in range(len(deliveries))]

    def sent_mail() -> SentMail:
        return SentMail(world.destination, steps, files=bool(scenario.filed))

    return Plan(
        name=scenario.name,
        place=PLACE,
        version=1,
        source=source,
        source_title="Receive Email",
        source_step="receive",
        steps=tuple(lives),
        deliveries=tuple(deliveries),
        rules=scenario.rules,
        delay=5.0,
        settles=scenario.verb != "keep",
        lookups={} if scenario.filed is None else {one: Lookup("Info", sent_mail) for one in names},
        meter=meter,
    )


def read_fetched(fetched: Fetched, folder: str) -> Message:
    """The message, parsed in this process."""
    return read_message(fetched.raw)


def _composer(recipients: tuple[str, ...]) -> Callable[[Exchange, str], Outgoing]:
    def compose(exchange: Exchange, key: str) -> Outgoing:
        name = f"<{key}@example.com>"
        wire = f"Subject: {exchange.message.subject}\r\nMessage-ID: {name}\r\n\r\nText\r\n".encode()
        return Outgoing("me@example.com", recipients, wire, name, exchange.message.subject)

    return compose


def new_ledger(folder: Path, name: str, template: Path) -> Path:
    """A fresh ledger file of one and the same installation."""
    path = folder / name
    path.write_bytes(template.read_bytes())
    return path


# ---- scenarios ----


def _drop_second(exchange: Exchange) -> Exchange | Dropped:
    return Dropped("not wanted") if exchange.message.subject == "Hello 2" else exchange


def _one_more(world: World) -> None:
    world.inbox.deliver(mail(50), age=timedelta(days=-1))


def _renumber(world: World) -> None:
    """A new UIDVALIDITY; one message is new, and one unknown one is older than what was handled."""
    world.inbox.renumber("8")
    world.inbox.deliver(mail(50), age=timedelta(days=-1))
    world.inbox.deliver(mail(51), age=timedelta(days=30))


def _later_one(world: World) -> None:
    """Arrives a day after the first look."""
    world.inbox.deliver(mail(40), age=timedelta(days=-3))


def _renumber_late(world: World) -> None:
    """The same, after a first look that left out what was there: the unknown one came between that and the newest."""
    world.inbox.renumber("8")
    world.inbox.deliver(mail(50), age=timedelta(days=-4))
    world.inbox.deliver(mail(51), age=timedelta(days=-2))


A, B = "a@example.net", "b@example.net"
_TWO = Scenario("two sends", messages=2, sends=((A,), (B,)))

SCENARIOS = (
    Scenario("IMAP, mark as read", events=(_one_more,)),
    Scenario("IMAP, move", verb="move", events=(_one_more,)),
    Scenario("IMAP, delete", verb="delete", events=(_one_more,)),
    Scenario("IMAP, keep", verb="keep", events=(_one_more,)),
    Scenario("POP3, keep", verb="keep", pop3=True, events=(_one_more,)),
    Scenario("POP3, delete", verb="delete", pop3=True, events=(_one_more,)),
    _TWO,
    replace(_TWO, name="two sends, the second one late", answers=({}, {B: b"450 4.2.0 Later"}), polls=3),
    Scenario("a recipient refused", messages=2, sends=((A, B),), always={B: b"550 5.1.1 Unknown"}),
    Scenario("a recipient late", messages=2, sends=((A, B),), answers=({B: b"450 4.2.0 Later"},), polls=3,),
    Scenario("refused and late", messages=1, sends=((A, B, "c@example.net"),),
             always={B: b"550 5.1.1 Unknown"}, answers=({"c@example.net": b"450 4.2.0 Later"},), polls=3),
    Scenario("the dot refused for now", messages=2, answers=({"dot": b"451 4.3.0 Later"},), polls=3),
    Scenario("the dot refused", messages=2, always={"dot": b"554 5.6.0 No"}),
    Scenario("the sender refused for now", messages=2, answers=({"MAIL": b"451 4.3.0 Later"},), polls=3),
    Scenario("filtered", stages=(_drop_second,)),
    Scenario("filtered, move", verb="move", stages=(_drop_second,)),
    Scenario("UIDVALIDITY changes", events=(_renumber,), polls=3),
    Scenario("UIDVALIDITY changes, from now on", events=(_later_one, _renumber_late), polls=4,
             rules=Rules(limit=-1, start_from="now")),
    Scenario("every poll", messages=2, verb="keep", rules=Rules(limit=-1, every_poll=True)),
    Scenario("limit of two, five messages", messages=5, rules=Rules(limit=2), polls=4),
    Scenario("limit of one, POP3", messages=3, pop3=True, verb="delete", rules=Rules(limit=1), polls=4),
    Scenario("unread only", events=(_one_more,), rules=Rules(limit=2, unseen_only=True), polls=3),
    Scenario("no pipelining", pipelining=False, sends=((A, B),)),
    Scenario("approval", approval=True, polls=3),
    Scenario("approval, two sends", messages=2, approval=True, sends=((A,), (B,)), polls=4),
    Scenario("a limit of sending", messages=5, limits=Limits(hour=2), polls=4),
    Scenario("Sent folder, filed", messages=5, filed=True, polls=5),
    Scenario("Sent folder, filed, two sends", messages=4, filed=True, sends=((A,), (B,)), polls=5),
    Scenario("Sent folder, not filed", messages=4, filed=False, polls=5),
)  # fmt: skip
