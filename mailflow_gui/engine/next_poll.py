"""What the next poll would take, read without marking anything. Pool thread or command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from mailflow_gui.core.connector import Fetched, Locator, Source
from mailflow_gui.core.ledger import Ledger, Place
from mailflow_gui.core.message import Message
from mailflow_gui.core.ports import Clock
from mailflow_gui.engine.intake import Rules, choose

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
