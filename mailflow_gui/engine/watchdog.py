"""When a run hangs: the judgement of the watch over all runs. On the thread of the program's loop, never a worker's.

The window looks once a second from its timer, `mailflow run` from the loop that waits for its end.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mailflow_gui.core.activity import State
from mailflow_gui.core.ports import StopRequest

if TYPE_CHECKING:  # only named here
    from mailflow_gui.engine.runner import Runner

#: Seconds without a sign of life after which a run hangs. Every wait on a server gives one several times a second, so
#: this is beyond what a call may take that gives none; the steps of one message may take longer.
SILENCE, LONGEST_STEP = 45.0, 120.0
#: Seconds of work in which neither a server nor a message moves on, after which the person is told.
SLOW = 30.0
#: Seconds in which a run that hangs may end by itself before it is given up, and one that the person stops: with the
#: message in hand everything is over in 30 (see `connectors/_halt.py`).
LAST_CHANCE, STOPPING = 5.0, 40.0
#: Seconds after the promised end of a rest in which the server must have been asked.
OVERDUE = 30.0
#: A gap of so many seconds between two looks: the whole program stood still, so no run can be blamed.
STOOD_STILL = 10.0
#: So often in so many seconds a run is started anew; each time a thread is left behind.
MOST, PERIOD = 5, 3600.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The watch's time limits in seconds; tests make them short."""

    silence: float = SILENCE
    step: float = LONGEST_STEP
    slow: float = SLOW
    last_chance: float = LAST_CHANCE
    stopping: float = STOPPING
    overdue: float = OVERDUE


def missing(runner: Runner, now: datetime) -> datetime | None:
    """The deadline by which the person's expected email had not come; None when it has, or when nobody can tell yet.

    A first run is not blamed for what was before it, and the server must have been asked since, or be out of reach.
    """
    if runner.expected is None:
        return None
    deadline = runner.expected.missed(runner.last_arrival, now)
    if deadline is None:
        return None
    health = runner.health
    known = bool(runner.last_arrival) or _is_before(health.since, deadline)
    asked = bool(runner.asked_at) and not _is_before(runner.asked_at, deadline)
    return deadline if known and (asked or health.state is State.WAITING) else None


def _is_before(moment: str, other: datetime) -> bool:
    return bool(moment) and datetime.fromisoformat(moment) < other


class Watchdog:
    """Tells which run hangs.

    A run gives a sign of life at every wait for a server (several times a second), between any two steps and while it
    rests. It hangs when none came for 45 seconds (within the steps of one message 120), or when it
    did not go back to work 30 seconds after the end of its rest. Looked at once a second, that is noticed less than a
    minute after the last sign of life, or after the moment at which the server should have been asked.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._looked = self._since = time.monotonic()

    def look(self) -> None:
        """Begins one look over all runs. After sleep, or a standstill of the program, everybody gets a fresh start."""
        now = time.monotonic()
        if now - self._looked > STOOD_STILL:
            self._since = now
        self._looked = now

    def hangs(self, runner: Runner, stop: StopRequest) -> bool:
        """Whether the run gives no sign of life, or does not come back from its rest."""
        overdue = time.monotonic() - max(runner.rests_until, self._since)
        patience = self.limits.silence if runner.in_hand is None else self.limits.step
        return self.silence(stop) > patience or overdue > self.limits.overdue

    def silence(self, stop: StopRequest) -> float:
        """Seconds since the run's last sign of life."""
        return time.monotonic() - max(stop.alive_at, self._since)

    def is_slow(self, runner: Runner, stop: StopRequest) -> bool:
        """Whether nothing has moved on for so long that it is worth a word: a server that is silent, a long step."""
        return time.monotonic() - max(runner.busy_since, stop.moved_at, self._since) > self.limits.slow

    def had_its_chance(self, stop: StopRequest, *, hung: bool) -> bool:
        """Whether a run that was asked to stop had all the time it gets."""
        limit = self.limits.last_chance if hung else self.limits.stopping
        return time.monotonic() - max(stop.at, self._since) > limit
