"""The trace of a question outside Validate (a certificate, a folder list): tells nobody, but ends in time.

Runs on a thread of the pool.
"""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Iterator

from mailflow_gui.core.errors import Cancelled

#: Seconds for one step of connecting, and for the whole question.
STEP_LIMIT = 10.0
TOTAL_LIMIT = 30.0


class LimitedTrace:
    """A `Trace` (core.connector) without a listener. `stop` ends the question; it raises Cancelled then."""

    trusted_before = False

    def __init__(self, stop: threading.Event | None = None, *, step: float = STEP_LIMIT, total: float = TOTAL_LIMIT):
        self._stop = stop
        self._step = step
        self._end = time.monotonic() + total
        self._until = min(self._end, time.monotonic() + step)

    @contextlib.contextmanager
    def step(self, check: str) -> Iterator[None]:
        """A fresh time limit for this step, within the whole; what follows the last step has the rest."""
        self._until = min(self._end, time.monotonic() + self._step)
        yield
        self._until = self._end

    def found(self, detail: str, *, warning: bool = False) -> None:
        """Nobody listens."""

    def deadline(self) -> float:
        """Seconds left (0 or less: none). Raises Cancelled after the stop request."""
        if self._stop is not None and self._stop.is_set():
            raise Cancelled
        return self._until - time.monotonic()

    def leeway(self, moved: float) -> float:
        """No limit of its own. Raises Cancelled after the stop request."""
        self.deadline()
        return math.inf
