"""What a stop request means for the waits of a connection that is ready: which end at once, and which get how long.

Used by the thread of the integration.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.ports import StopRequest

#: Seconds for work that may be cut but is better finished, and for a server before the dot that does not move.
GRACE = 1.0
#: Seconds from the request on in which a server that moves may bring a message as far as the dot.
MOVING = 20.0
#: Seconds from the request on in which the answer to the dot is waited for; with the marking all is over in 30.
ANSWER = 28.0
#: Seconds for the goodbye.
GOODBYE = 0.3


@dataclass(frozen=True, slots=True)
class Moments:
    """Monotonic seconds: when the stop was asked for, when the work began, when the server last took or gave octets."""

    asked: float
    began: float
    moved: float


#: Gives the moment at which a wait has to end.
Rule = Callable[[Moments], float]


def at_once(when: Moments) -> float:
    """For reading, which changes nothing."""
    return when.asked


def shortly(when: Moments) -> float:
    """For what may be done twice, such as marking messages: a second, half of it when it begins after the request."""
    return max(when.asked + GRACE, when.began + GRACE / 2)


def while_moving(when: Moments) -> float:
    """For a message on its way to the server: cut after a second in which nothing moves, and when it takes too long."""
    return min(max(when.asked, when.moved) + GRACE, when.asked + MOVING)


def until_answered(when: Moments) -> float:
    """For the answer to the dot, without which nobody knows whether the message was taken."""
    return when.asked + ANSWER


def in_passing(when: Moments) -> float:
    """For the end of a session."""
    return max(when.asked, when.began) + GOODBYE


class Halt:
    """The stop request as the connections of one source or transport hear it. Without `stop` it never comes."""

    def __init__(self, stop: StopRequest | None = None) -> None:
        self._stop = stop
        self._rule: Rule = at_once
        self._began = 0.0

    @contextlib.contextmanager
    def allowing(self, rule: Rule) -> Iterator[None]:
        """Around work whose waits follow this rule."""
        before = self._rule, self._began
        self._rule, self._began = rule, time.monotonic()
        try:
            yield
        finally:
            self._rule, self._began = before

    def leeway(self, moved: float) -> float:
        """Seconds that a wait may still take, without end before the request. `moved`: see `Moments`.

        Raises Cancelled when there are none left, TimeoutError when it was the answer to the dot that did not come.
        An abandoned run has none at all.
        """
        if self._stop is None:
            return math.inf
        self._stop.moved_at = moved
        if not self._stop.is_set():
            return math.inf
        left = (
            -1.0 if self._stop.abandoned else self._rule(Moments(self._stop.at, self._began, moved)) - time.monotonic()
        )
        if left > 0:
            return left
        if self._rule is until_answered:
            raise TimeoutError(f"no answer within {ANSWER:g} seconds of the stop request")
        raise Cancelled
