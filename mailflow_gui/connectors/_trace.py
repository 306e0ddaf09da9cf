"""The trace of the running integration: tells nobody, but sets time limits and hears the stop request.

Runs on the thread of the integration.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from mailflow_gui.connectors._halt import Halt
from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.limits import limits
from mailflow_gui.core.ports import StopRequest


class SilentTrace:
    """A `Trace` (core.connector) without a listener. `trusted_before`: see `_tls.secured`.

    `limit`: seconds that one step of connecting (finding, reaching, encrypting, signing in) may take; None: as many as
    the person set. `stop` ends connecting within a fifth of a second; it raises Cancelled then. `halt` says what it
    ends afterwards.
    """

    trusted_before = True

    def __init__(self, stop: StopRequest | None = None, limit: float | None = None) -> None:
        self.halt = Halt(stop)
        self._stop = stop
        self._limit = limit = limits().connect if limit is None else limit
        self._until = time.monotonic() + limit

    @contextlib.contextmanager
    def step(self, check: str) -> Iterator[None]:
        """A fresh time limit for this step."""
        self._until = time.monotonic() + self._limit
        yield

    def found(self, detail: str, *, warning: bool = False) -> None:
        """Nobody listens."""

    def deadline(self) -> float:
        """Seconds left for this step (0 or less: none). Raises Cancelled after the stop request."""
        if self._stop is not None and self._stop.is_set():
            raise Cancelled
        return self._until - time.monotonic()

    def leeway(self, moved: float) -> float:
        """Seconds that a wait on the ready connection may still take. Raises Cancelled (see `Halt`)."""
        return self.halt.leeway(moved)
