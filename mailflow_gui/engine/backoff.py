"""When to try again: pauses after a temporary refusal of a message, and while a server can't be reached. Pure."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from mailflow_gui.core.sending import LIFETIME_DAYS

#: The first tries of a temporary refusal come quietly, in seconds; then pauses grow up to `LONGEST`.
QUIET = (30.0, 120.0, 600.0)
LONGEST = 4000.0
LIFETIME = timedelta(days=LIFETIME_DAYS)
#: Seconds: the first pause after a lost connection is the poll delay within these bounds, and none is longer than that.
SHORTEST, SOON = 0.5, 5.0
UNREACHABLE_LONGEST = 300.0
OFFLINE_LONGEST = 15.0


def retry_pause(attempts: int, chance: random.Random) -> float:
    """Seconds until the next try of a message after `attempts` tries, with a spread of a fifth."""
    if attempts <= len(QUIET):
        base = QUIET[max(attempts, 1) - 1]
    else:
        base = min(LONGEST, QUIET[-1] * 2 ** (attempts - len(QUIET)))
    return base * chance.uniform(0.8, 1.2)


def expired(first_at: str, now: datetime) -> bool:
    """Whether a message was tried for five days and is to be parked (RFC 5321 4.5.4.1 speaks of 4-5 days)."""
    return bool(first_at) and now - datetime.fromisoformat(first_at) > LIFETIME


class Backoff:
    """Pauses while a server can't be reached: short at first whatever the poll delay, doubled each time."""

    def __init__(self, delay: float) -> None:
        self._first = min(max(delay, SHORTEST), SOON)
        self._next = self._first

    def pause(self, *, offline: bool = False) -> float:
        """Seconds to wait after one more failure; never long while this computer itself is `offline`.

        Asking costs nothing then, and the network may be back any moment.
        """
        pause = min(self._next, OFFLINE_LONGEST) if offline else self._next
        self._next = min(pause * 2, UNREACHABLE_LONGEST)
        return pause

    def reset(self) -> None:
        """After a success."""
        self._next = self._first
