"""A wait that also ends when the computer was asleep meanwhile. Thread of the integration."""

from __future__ import annotations

import threading
import time

from mailflow_gui.core.ports import Clock

#: Seconds between two looks at the clock that only sleep, or a clock that was set, can explain.
ASLEEP = 30.0
_SLICE = 2.0


class Vigil(threading.Event):
    """Stands for a stop request in a wait: set when that is set, or when the computer woke up (`woke`).

    `asleep`: for so many seconds.
    """

    def __init__(self, stop: threading.Event, clock: Clock) -> None:
        super().__init__()
        self._stop = stop
        self._clock = clock
        self._looked = clock.now().timestamp()
        self.woke = False
        self.asleep = 0.0

    def is_set(self) -> bool:
        """Whether the wait is over."""
        now = self._clock.now().timestamp()
        if now - self._looked > ASLEEP:
            self.woke = True
            self.asleep += now - self._looked
        self._looked = now
        return self.woke or self._stop.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Waits at most `timeout` seconds, in slices, because a sleeping computer's clocks stand still."""
        end = None if timeout is None else time.monotonic() + timeout
        while not self.is_set():
            left = _SLICE if end is None else min(_SLICE, end - time.monotonic())
            if left <= 0:
                return False
            self._stop.wait(left)
        return True
