"""What people ask the ledger about the past: which messages, how many, how long it took, when it ran. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.core.metrics import HourNumbers, Run, StepNumbers


@dataclass(frozen=True, slots=True)
class HourCount:
    """So many messages were taken in one hour of local time ("2026-11-24T14") and stand in `state` now.

    `sent` of them led to an email that a server accepted.
    """

    hour: str
    state: str
    count: int
    sent: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages; empty means all. `status` is one of done, filtered, held, waiting, skipped (see Activity).

    `search` is looked for in subject, sender, recipients and Message-ID, without case. Messages taken from `since` on
    and before `until` (ISO).
    """

    integration: str = ""
    status: str = ""
    search: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of activities, newest first. `after` is where the next page begins, "" when that was all.

    A search ends a page early when it had to look through many; `back_to` is when the last one it looked at was taken.
    """

    activities: tuple[Activity, ...] = ()
    after: str = ""
    back_to: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """What became of one recipient of a message at the last try: `stance` is sent, refused, retry or in-doubt.

    `place` is the send step's, `reply` the server's answer.
    """

    place: str
    address: str
    stance: str
    reply: str = ""


class History(Protocol):
    """The ledger's answers about the past. None of them holds up work. Raises StoreError."""

    def hours(self, integration: str, since: str) -> list[HourCount]:
        """Messages taken since a moment (ISO), by hour and state, oldest hour first."""
        ...

    def last_sent(self, integration: str) -> str:
        """When the last accepted email went out (ISO), "" for never."""
        ...

    def page(self, wanted: Wanted, after: str = "", limit: int = 50) -> Found:
        """The next activities older than the exchange `after`, at most `limit`."""
        ...

    def newer(self, wanted: Wanted, than: str) -> int:
        """How many wanted ones are newer than the exchange `than`; counted up to 1,000."""
        ...

    def some(self, exchanges: Sequence[str]) -> list[Activity]:
        """These activities as they are now, newest first; unknown ones are left out."""
        ...

    def recipients(self, exchange: str) -> list[Recipient]:
        """Everybody to whom a message was sent or tried to be sent."""
        ...

    def counts(self, integration: str, since: str) -> dict[str, int]:
        """Messages by status since a moment (ISO)."""
        ...

    def hourly(self, integration: str, since: str) -> list[HourNumbers]:
        """Numbers by hour and status, from an hour on ("2026-11-24T14"), oldest first."""
        ...

    def step_times(self, integration: str, since: str) -> list[StepNumbers]:
        """How often each step ran and how long altogether, from an hour on."""
        ...

    def runs(self, integration: str, since: str = "") -> list[Run]:
        """The times it ran that had not ended by a moment (ISO), newest first."""
        ...

    def last_processed(self, integration: str) -> str:
        """When the newest message was done with, as far as it came (ISO); "" for never."""
        ...


class Records(History, Ledger, Protocol):
    """The whole ledger: what the window asks and decides."""
