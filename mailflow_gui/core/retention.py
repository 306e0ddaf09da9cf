"""How long the past is kept: what the person chose, what it takes on the disk, and what removes it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

#: What the page of settings offers; 0 keeps it for ever.
DAYS = (7, 30, 90, 365, 0)
#: Hours of history that stay whatever is chosen: the limits of sending and the loop guard look back so far.
LEAST_HOURS = 24


@dataclass(frozen=True, slots=True)
class Keep:
    """History is removed when it is older than so many days, or when it takes more than so many megabytes.

    0 is no limit. Messages that wait, need attention or are in doubt stay whatever is chosen.
    """

    days: int = 365
    megabytes: int = 2000


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is kept now. `messages` counts the history, `removable` what Clear removes of it (older than a day).

    `used` bytes are on the disk altogether, `letters` of them are messages as they were received or composed.
    `oldest` is when the oldest message was taken (ISO), "" when there is none.
    """

    messages: int = 0
    removable: int = 0
    used: int = 0
    letters: int = 0
    oldest: str = ""


class Retained(Protocol):
    """The ledger's memory with an end. What avoids a second delivery is never removed. Raises StoreError."""

    def keep(self) -> Keep:
        """What was chosen."""
        ...

    def set_keep(self, keep: Keep) -> None:
        """Chooses; what is too old or too much goes with the next `prune`."""
        ...

    def sizes(self, now: datetime) -> Sizes:
        """What is kept now. Looks through the stored messages: not for the GUI thread."""
        ...

    def checked_at(self) -> str:
        """When the whole of it was checked last (ISO), "" for never."""
        ...

    def check(self, now: str) -> None:
        """Looks through the whole of it. Raises StoreError when it is damaged; then nothing is written any more."""
        ...

    def index(self) -> bool:
        """Brings the search index up to date with one small slice; True when there is more."""
        ...

    def prune(self, now: datetime) -> bool:
        """Removes one small slice of what is too old or too much; True when there is more."""
        ...

    def clear(self, now: datetime) -> int:
        """Removes one small slice of the history, the last day excepted; tells how many messages."""
        ...
