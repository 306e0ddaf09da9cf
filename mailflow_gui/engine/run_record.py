"""What is written of one run, for the uptime: its begin, signs of life, its end. Thread of the integration."""

from __future__ import annotations

import contextlib

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.core.ports import Clock

#: Seconds between two signs of life in the ledger: so much the uptime may be wrong after a crash.
SIGN_OF_LIFE = 60.0


class RunRecord:
    """The record of one integration's run. Records that can't be written keep no mail: the next cycle tells it."""

    def __init__(self, integration: str, ledger: Ledger, clock: Clock) -> None:
        self._integration = integration
        self._ledger = ledger
        self._clock = clock
        self._alive_at = clock.monotonic()

    def begin(self, version: int, at: str) -> str:
        """A run begins; gives when the newest message came (ISO 8601), "" when that is not known."""
        with contextlib.suppress(StoreError):
            self._ledger.begin_run(self._integration, version, at)
            return self._ledger.last_arrival(self._integration)
        return ""

    def keep(self, at: str) -> None:
        """A sign of life, when it is time for one. Raises StoreError."""
        if self._clock.monotonic() - self._alive_at >= SIGN_OF_LIFE:
            self._alive_at = self._clock.monotonic()
            self._ledger.keep_run(self._integration, at)

    def end(self, at: str) -> None:
        """The run ends."""
        with contextlib.suppress(StoreError):
            self._ledger.end_run(self._integration, at)
