"""Upkeep of the records while integrations work: search index, old history, a check. On a thread of its own."""

from __future__ import annotations

import contextlib
import threading
from datetime import datetime, timedelta

from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ports import Clock, Publish
from mailflow_gui.core.retention import Retained

#: Seconds until the first look, between two looks, and between two slices of work: what delivers comes in between.
FIRST, REST, BREATH = 30.0, 60.0, 0.05
#: So often the whole file is checked; after a crash that is done before anything else.
CHECKED = timedelta(days=7)


class Upkeep:
    """Looks again and again until told to stop; work is done in slices. What is damaged is told by an event."""

    def __init__(self, ledger: Retained, clock: Clock, publish: Publish) -> None:
        self._ledger = ledger
        self._clock = clock
        self._publish = publish

    def run(self, stop: threading.Event) -> None:
        """Blocks until `stop` is set. Records that can't be written are told by those who work with them."""
        stop.wait(FIRST)
        while not stop.is_set():
            stop.wait(BREATH if self._turn() else REST)

    def _turn(self) -> bool:
        """One slice; whether there is more."""
        try:
            if self._is_due():
                self._ledger.check(self._now())
            behind = self._ledger.index()
            return self._ledger.prune(self._clock.now()) or behind
        except StoreError as error:
            if error.cause == "STORE_DAMAGED":
                event = Event(self._now(), "", Kind.FAILED, f"{error}", Level.ERROR, cause=error.cause)
                with contextlib.suppress(Exception):
                    self._publish(event)
            return False

    def _is_due(self) -> bool:
        last = self._ledger.checked_at()
        return not last or abs(self._clock.now() - datetime.fromisoformat(last)) >= CHECKED

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")
