"""What the window's charts ask the ledger: messages by hour and state. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class HourCount:
    """So many messages were taken in one hour of local time ("2026-11-24T14") and stand in `state` now.

    `sent` of them led to an email that a server accepted.
    """

    hour: str
    state: str
    count: int
    sent: int


class History(Protocol):
    """The ledger's answers about the past. Raises StoreError."""

    def hours(self, integration: str, since: str) -> list[HourCount]:
        """Messages taken since a moment (ISO), by hour and state, oldest hour first."""
        ...

    def last_sent(self, integration: str) -> str:
        """When the last accepted email went out (ISO), "" for never."""
        ...
