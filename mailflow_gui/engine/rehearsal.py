"""Rehearsal: what the next poll would take, read without marking anything. Pool thread or command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from mailflow_gui.core import identity
from mailflow_gui.core.connector import Fetched, Locator, Source
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.ledger import Ledger, Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.ports import Clock
from mailflow_gui.engine.assemble import Workshop, make_plan
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.intake import Rules, choose
from mailflow_gui.engine.plan import Plan

#: So many headers are read at most for one look.
HEADERS = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """A message that a poll would take: the next one (`next`) or a later one."""

    locator: Locator
    sender: str
    subject: str
    received: str
    next: bool


@dataclass(frozen=True, slots=True)
class NextPoll:
    """The next poll as it would be: `taking` of `waiting` messages; `more` were counted but not read."""

    candidates: tuple[Candidate, ...]
    taking: int
    waiting: int
    folder: str
    at: str

    @property
    def more(self) -> int:
        """How many candidates were counted but are not listed."""
        return self.waiting - len(self.candidates)


def look(
    source: Source, ledger: Ledger, place: Place, rules: Rules, clock: Clock, read: Callable[[Fetched], Message]
) -> NextPoll:
    """Looks at the folder as the next poll would; neither the server nor the ledger is changed."""
    selection = choose(source, ledger, place, rules, clock)
    both = (*selection.locators, *selection.later)
    taking = len(selection.locators)
    candidates = tuple(_candidates(source, both[:HEADERS], taking, read))
    return NextPoll(candidates, taking, len(both), place.folder, clock.now().isoformat(timespec="seconds"))


def _candidates(
    source: Source, locators: Sequence[Locator], taking: int, read: Callable[[Fetched], Message]
) -> list[Candidate]:
    found = []
    for number, fetched in enumerate(islice(source.headers(locators), HEADERS)):
        message = read(fetched)
        sender = message.sender[0] if message.sender else None
        name = (sender.name or sender.address) if sender else ""
        found.append(Candidate(fetched.locator, name, message.subject, fetched.received, number < taking))
    return found


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would become of one message: each step's outcome, and the wire bytes that would be sent, as text."""

    subject: str
    sender: str
    received: str
    steps: tuple[tuple[str, str], ...]
    wires: tuple[str, ...]

    def data(self) -> dict[str, Plain]:
        """As plain data."""
        return {
            "subject": self.subject,
            "from": self.sender,
            "received": self.received,
            "steps": [{"step": title, "outcome": outcome} for title, outcome in self.steps],
            "wouldSend": list(self.wires),
        }


def rehearse(integration: Integration, profile: Profile, shop: Workshop, limit: int) -> Iterator[Rehearsal]:
    """Rehearses the next poll of a saved integration: reads, runs the steps, composes; sends and records nothing."""
    plan = make_plan(integration, profile, shop)
    try:
        selection = choose(plan.source, shop.ledger, plan.place, plan.rules, shop.clock)
        for fetched in plan.source.fetch(selection.locators[:limit]):
            if not fetched.gone:
                yield _rehearse_one(fetched, plan, shop)
    finally:
        plan.source.close()


def _rehearse_one(fetched: Fetched, plan: Plan, shop: Workshop) -> Rehearsal:
    message = shop.reader.read(
        fetched.raw, folder=plan.place.folder, uid=fetched.locator.uid, received=fetched.received
    )
    seed = identity.seed(identity.fingerprint(fetched.raw), 0)
    exchange = Exchange("rehearsal", message, shop.clock.now(), seed)
    steps: list[tuple[str, str]] = []
    wires: list[str] = []
    for step in plan.steps:
        try:
            if isinstance(step.stage, Delivery):
                out = step.stage.compose(exchange)
                wires.append(out.wire.decode("utf-8", "replace"))
                steps.append((step.title, f"Would be sent to {', '.join(out.recipients)}"))
                continue
            result = step.stage(exchange)
        except Exception as error:
            steps.append((step.title, f"Would fail: {error}"))
            break
        if isinstance(result, Dropped):
            steps.append((step.title, f"Stops here: {result.reason}"))
            break
        steps.append((step.title, "\n".join(result.notes[len(exchange.notes) :]) or "Done"))
        exchange = result
    sender = ", ".join(str(one) for one in message.sender)
    return Rehearsal(message.subject, sender, fetched.received, tuple(steps), tuple(wires))
