"""When to try again: pauses after a temporary refusal of a message, and while a server can't be reached. Pure."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

#: The first tries of a temporary refusal come quietly, in seconds; then pauses grow up to `LONGEST`.
QUIET = (30.0, 120.0, 600.0)
LONGEST = 4000.0
LIFETIME = timedelta(days=5)
UNREACHABLE_LONGEST = 300.0


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
    """Pauses while a server can't be reached: the poll delay doubled each time, at most five minutes."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._next = delay

    def pause(self) -> float:
        """Seconds to wait after one more failure."""
        self._next = min(max(self._next, 0.5) * 2, max(UNREACHABLE_LONGEST, self._delay))
        return self._next

    def reset(self) -> None:
        """After a success."""
        self._next = self._delay
