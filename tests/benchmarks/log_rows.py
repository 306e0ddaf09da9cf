"""How long the window stands still while 100,000 events arrive, and while the log is filtered and scrolled.

`python -m tests.benchmarks.log_rows [events]`: four threads publish through the Bridge into the real log page. A 5 ms
timer on the GUI thread measures the gaps; the longest of each part is printed. The budget is 50 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.collector import Collector
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.ui import theme
from mailflow_gui.ui.log.page import LogPage
from tests.qt.stage import profiles_on

BUDGET = 50.0
WORKERS = 4
KINDS = (Kind.RECEIVED, Kind.STEP, Kind.STEP, Kind.SENT, Kind.POLL)
STEPS = ("Receive Email", "Basic Filter", "Data Mapper", "Send Email", "Receive Email")


class Gaps:
    """Measures the time between two turns of a 5 ms timer."""

    def __init__(self) -> None:
        self.timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=5)
        self.timer.timeout.connect(self.on_turn)
        self.restart()
        self.timer.start()

    def on_turn(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        gap = (now - self.last) * 1000
        if gap > self.longest:
            self.longest, self.work = gap, (used - self.used) * 1000
        self.busiest = max(self.busiest, (used - self.used) * 1000)
        self.last, self.used = now, used
        self.over += gap > BUDGET

    def restart(self) -> None:
        self.longest, self.work, self.busiest, self.over = 0.0, 0.0, 0.0, 0
        self.last, self.used = time.perf_counter(), time.thread_time()


def publish(bridge: Bridge, name: str, count: int) -> None:
    """One worker: `count` events of an integration in bursts of 50, with a breath between as for a server's answer."""
    breath = threading.Event()
    for number in range(count):
        if number % 50 == 0:
            breath.wait(0.002)
        kind = KINDS[number % len(KINDS)]
        level = Level.ERROR if number % 997 == 0 else Level.INFO
        at = f"2026-11-24T14:{number // 60 % 60:02}:{number % 60:02}.{number % 1000:03}+01:00"
        text = f"Message {number} of {name}: Interested in your product"
        bridge.publish(Event(at, name, kind, text, level, step=STEPS[number % len(STEPS)], subject=f"Subject {number}"))


def wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Runs the event loop until the condition holds."""
    loop, deadline = QEventLoop(), time.monotonic() + seconds
    look = QTimer(interval=5)
    look.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    look.start()
    loop.exec()
    if not condition():
        raise SystemExit("it did not end")


def measure(name: str, gaps: Gaps, act: Callable[[], None], ended: Callable[[], bool]) -> float:
    """Prints and gives the longest gap in milliseconds while `act` takes effect."""
    gaps.restart()
    start = time.perf_counter()
    act()
    wait_for(ended)
    seconds = time.perf_counter() - start
    own = f"({gaps.work:4.1f} of it this thread's own work, at most {gaps.busiest:4.1f})"
    print(f"{name:<34} {seconds:6.2f} s   longest stall {gaps.longest:5.1f} ms {own}   over budget: {gaps.over}")
    return gaps.longest


def main(count: int) -> int:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    tasks, bridge = Tasks(), Bridge()
    ids = [f"integration{n}" for n in range(WORKERS)]
    with tempfile.TemporaryDirectory() as folder:
        flows = tuple(Integration(f"Welcome new leads {id}", id=id) for id in ids)
        profiles, _ = profiles_on(Path(folder), Profile((), flows), tasks)
        model = LogModel(lambda id: next(one.name for one in flows if one.id == id))
        page = LogPage(model, profiles, tasks)
        bridge.arrived.connect(page.append)
        page.resize(984, 800)
        page.show()
        wait_for(page.isVisible)
        Collector(lambda: False, app).begin()  # as the program does
        longest = [*fill(page, model, bridge, ids, count), *look_around(page, model)]
        page.close()
        tasks.wait()
    worst = max(longest)
    print(f"worst {worst:.1f} ms, budget {BUDGET:.0f} ms")
    return 0 if worst <= BUDGET else 1


def fill(page: LogPage, model: LogModel, bridge: Bridge, ids: list[str], count: int) -> list[float]:
    """Twice the events: into an empty log, then into a full one that has to let old rows go."""
    gaps, each, longest = Gaps(), count // WORKERS, []
    for part, name in enumerate((f"{count:,} events into an empty log", f"{count:,} more into a full one")):
        seen = [0]

        def take(batch: list[Event], seen: list[int] = seen) -> None:
            seen[0] += len(batch)

        bridge.arrived.connect(take)
        threads = [threading.Thread(target=publish, args=(bridge, id, each)) for id in ids]

        def begin(threads: list[threading.Thread] = threads) -> None:
            for one in threads:
                one.start()

        def ended(seen: list[int] = seen) -> bool:
            return seen[0] >= each * WORKERS and not model._turn.isActive()

        longest.append(measure(name, gaps, begin, ended))
        bridge.arrived.disconnect(take)
        for one in threads:
            one.join()
        assert part or model.total == min(each * WORKERS, 100_000)
    return longest


def look_around(page: LogPage, model: LogModel) -> list[float]:
    """Filters over all rows, scrolling, choosing everything, exporting."""
    gaps = Gaps()
    bar = page.table.verticalScrollBar()

    def idle() -> bool:
        return not model.searching

    longest = [
        measure("filter: errors", gaps, lambda: page.levels.set_value("error"), idle),
        measure("filter: all", gaps, lambda: page.levels.set_value(""), idle),
        measure("find: text in few rows", gaps, lambda: type_in(page, "Message 999 "), idle),
        measure("find: text in no row", gaps, lambda: type_in(page, "no such text"), idle),
        measure("find: nothing", gaps, lambda: type_in(page, ""), idle),
    ]
    places = iter(range(0, bar.maximum(), max(1, bar.maximum() // 60)))
    ended: list[bool] = []
    turn = QTimer(interval=10)

    def scroll() -> None:
        place = next(places, None)
        if place is None:
            turn.stop()
            ended.append(True)
        else:
            bar.setValue(place)

    turn.timeout.connect(scroll)
    longest.append(measure("scroll from end to end", gaps, turn.start, lambda: bool(ended)))
    longest.append(measure("resume", gaps, page.toggle_pause, lambda: not model.paused))
    return longest


def type_in(page: LogPage, text: str) -> None:
    page.search.setText(text)
    page._typing.stop()
    page._on_filter()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
