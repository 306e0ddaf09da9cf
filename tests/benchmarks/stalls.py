"""How long the GUI thread stands still, and why: own work, no core free, or other threads that hold Python's lock."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, Qt, QTimer

#: Milliseconds that the window may stand still, and between two looks at the clock.
BUDGET = 50.0
TURN = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two turns of the event loop, in milliseconds: all of it, and what is known of it."""

    all: float
    own: float
    no_core: float

    @property
    def others(self) -> float:
        """What is left: waiting for Python's lock, and up to a turn for the timer itself."""
        return max(0.0, self.all - self.own - self.no_core)


class Gaps:
    """Measures the gaps with a timer on the GUI thread."""

    def __init__(self) -> None:
        self._waits = _open_waits()
        self.timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TURN)
        self.timer.timeout.connect(self._on_turn)
        self.restart()
        self.timer.start()

    def restart(self) -> None:
        """Forgets what was."""
        self.gaps: list[Gap] = []
        self.began, self.used = time.perf_counter(), time.thread_time()
        self._last = (self.began, self.used, self._waited())

    def _waited(self) -> float:
        """Seconds that this thread was ready to run and no core was free; 0 where the system does not tell."""
        return int(os.pread(self._waits, 100, 0).split()[1]) / 1e9 if self._waits >= 0 else 0.0

    def _on_turn(self) -> None:
        now = (time.perf_counter(), time.thread_time(), self._waited())
        self.gaps.append(Gap(*((new - old) * 1000 for new, old in zip(now, self._last, strict=True))))
        self._last = now

    def report(self, name: str, seconds: float) -> Gap:
        """Prints the longest gap and gives it."""
        longest = max(self.gaps, key=lambda one: one.all)
        usual = sorted(one.all for one in self.gaps)[int(len(self.gaps) * 0.99)]
        share = (time.thread_time() - self.used) / seconds
        over = sum(1 for one in self.gaps if one.all > BUDGET)
        print(
            f"{name:<40} {seconds:6.2f} s  longest {longest.all:6.1f} ms = own {longest.own:5.1f} + no core "
            f"{longest.no_core:5.1f} + others {longest.others:5.1f}   most own work "
            f"{max(one.own for one in self.gaps):5.1f}   99 % under {usual:5.1f}   over budget {over:3}   "
            f"GUI thread busy {share:4.0%}"
        )
        return longest


def _open_waits() -> int:
    """The file in which Linux counts for how long this thread waited for a core; -1 elsewhere."""
    try:
        return os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
    except OSError:
        return -1


def wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Runs the event loop until the condition holds."""
    loop, deadline = QEventLoop(), time.monotonic() + seconds
    look = QTimer(interval=TURN)
    look.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    look.start()
    loop.exec()
    if not condition():
        raise SystemExit("it did not end")


def measure(name: str, gaps: Gaps, act: Callable[[], None], ended: Callable[[], bool]) -> Gap:
    """The longest gap while `act` takes effect."""
    gaps.restart()
    act()
    wait_for(ended)
    return gaps.report(name, time.perf_counter() - gaps.began)
