"""How long the window stands still while events arrive at different rates, and while the log is filtered and scrolled.

    python -m tests.benchmarks.log_rows [--events 100000] [--switch SECONDS]

Four threads publish through the Bridge into the real log page: at the rates of real mail, then as fast as they can
(with a breath after 50 events, as for a server's answer), and while they parse messages without a pause, which is the
worst that an engine does. “Nobody looks” are the same threads with nothing on the GUI thread but the clock: the part of
a stall that no window can avoid. The budget is 50 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.collector import Collector
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.worker import SWITCH
from mailflow_gui.ui import theme
from mailflow_gui.ui.log.page import LogPage
from tests.benchmarks.stalls import BUDGET, Gap, Gaps, measure, wait_for
from tests.journeys.samples import mixed
from tests.qt.stage import profiles_on

WORKERS = 4
KINDS = (Kind.RECEIVED, Kind.STEP, Kind.STEP, Kind.SENT, Kind.POLL)
STEPS = ("Receive Email", "Basic Filter", "Data Mapper", "Send Email", "Receive Email")
#: Events a second: a busy small company, a mailing, more than mail ever brings.
RATES = (50, 500, 5000)
SECONDS = 4
MESSAGES = mixed(20)

Publish = Callable[[Event], None]
Work = Callable[[Publish, str], None]


def event(name: str, number: int) -> Event:
    """The next event of an integration, as the engine words it."""
    at = f"2026-11-24T14:{number // 60 % 60:02}:{number % 60:02}.{number % 1000:03}+01:00"
    level = Level.ERROR if number % 997 == 0 else Level.INFO
    text = f"Message {number} of {name}: Interested in your product"
    kind, step = KINDS[number % len(KINDS)], STEPS[number % len(STEPS)]
    return Event(at, name, kind, text, level, step=step, subject=f"Subject {number}")


def at_rate(rate: int) -> Work:
    """One worker of so many events a second together, in bursts."""

    def work(publish: Publish, name: str) -> None:
        pause, mine = threading.Event(), rate / WORKERS
        start, number = time.monotonic(), 0
        while number < mine * SECONDS:
            due = mine * (time.monotonic() - start)
            while number < due:
                publish(event(name, number))
                number += 1
            pause.wait(max(0.02, 1 / mine))

    return work


def flood(count: int) -> Work:
    """One worker that publishes as fast as it can, with a breath after each 50 events."""

    def work(publish: Publish, name: str) -> None:
        breath = threading.Event()
        for number in range(count):
            if number % 50 == 0:
                breath.wait(0.002)
            publish(event(name, number))

    return work


def parsing(publish: Publish, name: str) -> None:
    """One worker that parses messages and never waits."""
    end, number = time.monotonic() + SECONDS, 0
    while time.monotonic() < end:
        read_message(MESSAGES[number % len(MESSAGES)])
        for _ in KINDS:
            publish(event(name, number))
            number += 1


@dataclass
class Stage:
    """The log page on a window, fed by a bridge."""

    page: LogPage
    model: LogModel
    bridge: Bridge
    names: list[str]

    def fill(self, title: str, work: Work) -> Gap:
        """Four workers, until what they published is shown."""
        return self._run(title, self.bridge, work, lambda: not self.model._turn.isActive())

    def ignore(self, title: str, work: Work) -> Gap:
        """The same, and nobody looks at it."""
        return self._run(title, Bridge(), work, lambda: True)

    def _run(self, title: str, bridge: Bridge, work: Work, settled: Callable[[], bool]) -> Gap:
        threads = [threading.Thread(target=work, args=(bridge.publish, name)) for name in self.names]

        def begin() -> None:
            for one in threads:
                one.start()

        def ended() -> bool:
            return not any(one.is_alive() for one in threads) and not bridge._waiting and settled()

        return measure(title, Gaps(), begin, ended)


def main(count: int, switch: float) -> int:
    sys.setswitchinterval(switch)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    tasks, bridge = Tasks(), Bridge()
    names = [f"integration{n}" for n in range(WORKERS)]
    with ExitStack() as closing:
        folder = closing.enter_context(tempfile.TemporaryDirectory())
        flows = tuple(Integration(f"Welcome new leads {id}", id=id) for id in names)
        profiles, _ = profiles_on(Path(folder), Profile((), flows), tasks)
        model = LogModel(lambda id: next(one.name for one in flows if one.id == id))
        page = LogPage(model, profiles, tasks)
        bridge.arrived.connect(page.append)
        page.resize(984, 800)
        page.show()
        wait_for(page.isVisible)
        Collector(lambda: False, app).begin()  # as the program does
        stage = Stage(page, model, bridge, names)
        longest = [*fill(stage, count), *look_around(page, model)]
        page.close()
        tasks.wait()
    worst = max(one.all for one in longest)
    print(f"worst {worst:.1f} ms, budget {BUDGET:.0f} ms, {model.total:,} rows")
    return 0 if worst <= BUDGET else 1


def fill(stage: Stage, count: int) -> list[Gap]:
    """Rates of real mail, then a flood into the empty log and into a full one that lets old rows go, then parsing."""
    each = count // WORKERS
    longest = [stage.fill(f"{rate:,} events a second", at_rate(rate)) for rate in RATES]
    stage.ignore(f"{count:,} at once, nobody looks", flood(each))
    longest.append(stage.fill(f"{count:,} at once", flood(each)))
    longest.append(stage.fill(f"{count:,} more into a full log", flood(each)))
    stage.ignore("workers that parse, nobody looks", parsing)
    longest.append(stage.fill("workers that parse", parsing))
    return longest


def look_around(page: LogPage, model: LogModel) -> list[Gap]:
    """Filters over all rows, scrolling, choosing and copying everything, the rows for an export."""
    gaps = Gaps()

    def idle() -> bool:
        return not model.searching

    longest = [
        measure("filter: errors", gaps, lambda: page.levels.set_value("error"), idle),
        measure("filter: all", gaps, lambda: page.levels.set_value(""), idle),
        measure("find: text in few rows", gaps, lambda: type_in(page, "Message 999 "), idle),
        measure("find: text in no row", gaps, lambda: type_in(page, "no such text"), idle),
        measure("find: nothing", gaps, lambda: type_in(page, ""), idle),
        scroll(page, gaps),
        measure("resume", gaps, page.toggle_pause, lambda: not model.paused),
    ]
    copied: list[bool] = []
    QApplication.clipboard().dataChanged.connect(lambda: copied.append(True))
    longest.append(measure("choose all", gaps, page.table.selectAll, lambda: True))
    longest.append(measure("copy all", gaps, page.copy, lambda: bool(copied)))
    longest.append(measure("rows for the export", gaps, lambda: bool(model.shown()), lambda: True))
    return longest


def scroll(page: LogPage, gaps: Gaps) -> Gap:
    """From the top to the bottom in 60 jumps."""
    bar = page.table.verticalScrollBar()
    places = iter(range(0, bar.maximum(), max(1, bar.maximum() // 60)))
    ended: list[bool] = []
    turn = QTimer(interval=10)

    def step() -> None:
        place = next(places, None)
        if place is None:
            turn.stop()
            ended.append(True)
        else:
            bar.setValue(place)

    turn.timeout.connect(step)
    return measure("scroll from end to end", gaps, turn.start, lambda: bool(ended))


def type_in(page: LogPage, text: str) -> None:
    """The search, without the pause that waits for the next letter."""
    page.search.setText(text)
    page._typing.stop()
    page._on_filter()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--switch", type=float, default=SWITCH)
    given = parser.parse_args()
    sys.exit(main(given.events, given.switch))
