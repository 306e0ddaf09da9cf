"""The fence of one run: once it is closed, nothing the run still does reaches the ledger. Any thread.

A thread that hangs can't be ended. It is left behind, and may wake up at any time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.ledger import Ledger

#: What only asks. Everything else of a ledger goes through the fence.
READS = frozenset(
    {"install_id", "intake", "unknown", "has_known", "prints_known", "open_uids", "raw", "due", "settling", "next_due"}
    | {"parcel", "done_steps", "trip", "activities", "counts", "trying", "last_arrival", "waiting_bytes", "awaiting"}
    | {"unsent", "senders", "doubts", "sent_before", "sent_since", "sending_allowed", "paused_for"}
)


class Fence:
    """Open until `close`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._closed = False

    def close(self) -> bool:
        """Lets nothing more through. False while a change that came before is under way: ask again then.

        Never waits.
        """
        self._closed = True
        if not self._lock.acquire(blocking=False):
            return False
        self._lock.release()
        return True

    @property
    def closed(self) -> bool:
        """Whether the run was given up."""
        return self._closed

    def check(self) -> None:
        """Raises Cancelled when the run was given up."""
        if self._closed:
            raise Cancelled

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Around one change: it is made whole, or refused with Cancelled."""
        with self._lock:
            self.check()
            yield


class _FencedLedger:
    """A ledger whose changes go through the fence."""

    def __init__(self, ledger: Ledger, fence: Fence) -> None:
        self._ledger = ledger
        self._fence = fence

    def __getattr__(self, name: str) -> Any:
        found: Callable[..., Any] = getattr(self._ledger, name)
        if name in READS:
            return found

        def change(*values: Any, **named: Any) -> Any:
            with self._fence.passing():
                return found(*values, **named)

        return change


def fenced(ledger: Ledger, fence: Fence) -> Ledger:
    """The ledger as one run may change it. Every change may raise Cancelled."""
    return cast("Ledger", _FencedLedger(ledger, fence))
