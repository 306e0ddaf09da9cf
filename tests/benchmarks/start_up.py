"""From the start of the process to a painted window, beside a program that is nothing but one PySide6 widget.

    python -m tests.benchmarks.start_up [--repeat 5] [--idle 5] [--integrations 4]

Needs Xvfb. Its framebuffer is a file, so nothing has to be asked: the window is painted when pixels change, and ready
when they stay as they are. The process's own CPU time tells more than seconds on a computer that has other work; the
ratio to the bare widget tells most. Idle: memory, CPU share and wakeups of a window that nobody touches.
"""

from __future__ import annotations

import argparse
import mmap
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mailflow_gui.core.model import Profile
from mailflow_gui.store.library import YamlLibrary
from tests.ui import desks

WIDTH, HEIGHT = 1280, 900
LIMIT = 30.0
pause = threading.Event()
#: Seconds without a change after which the window counts as ready.
STILL = 0.4
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1200, 800)
window.show()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start. Seconds; `cpu` is the process's time in all threads until the first picture; memory in MB."""

    painted: float
    cpu: float
    ready: float
    memory: float
    idle_cpu: float
    wakeups: float


class Screen:
    """The picture of an X server, in rows spread over it."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = len(self._map) - WIDTH * HEIGHT * 4

    def picture(self) -> bytes:
        """Every 20th row."""
        rows = range(self._start, len(self._map), WIDTH * 4 * 20)
        return b"".join(self._map[row : row + WIDTH * 4] for row in rows)


@contextmanager
def screen() -> Iterator[tuple[str, Screen]]:
    """A fresh X server: the name of its display, and its picture."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        try:
            os.close(writing)
            number = os.read(reading, 20).decode().strip()
            yield f":{number}", Screen(Path(folder) / "Xvfb_screen0")
        finally:
            os.close(reading)
            server.terminate()
            server.wait(10)


class Process:
    """A program under measurement, by what Linux tells of it."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self._popen = subprocess.Popen(command, env=environment)
        self._folder = Path(f"/proc/{self._popen.pid}")

    @property
    def seconds(self) -> float:
        """Since its start."""
        return time.perf_counter() - self.began

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._popen.poll() is None

    @property
    def cpu(self) -> float:
        """Seconds of CPU time of all its threads, in the kernel too."""
        fields = (self._folder / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Resident memory in MB."""
        return self._status(self._folder / "status", "VmRSS:") / 1024

    @property
    def wakeups(self) -> int:
        """How often its threads went to sleep by themselves."""
        files = (self._folder / "task").glob("*/status")
        return sum(self._status(one, "voluntary_ctxt_switches:") for one in files)

    def settle(self) -> None:
        """Waits until it has nothing to do: what the first window did without is loaded behind it."""
        before = -1.0
        while self.seconds < LIMIT and self.cpu - before > 0.01:
            before = self.cpu
            pause.wait(1)

    @staticmethod
    def _status(file: Path, name: str) -> int:
        lines = file.read_text().splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith(name)))

    def end(self) -> None:
        """Ends it as a signed-out session would."""
        self._popen.send_signal(signal.SIGTERM)
        try:
            self._popen.wait(10)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()


def start(command: list[str], environment: dict[str, str], idle: float) -> Start:
    """Starts a program on a screen of its own and measures it."""
    with screen() as (display, shown):
        empty = shown.picture()
        process = Process(command, {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})
        try:
            while (picture := shown.picture()) == empty:
                if not process.alive or process.seconds > LIMIT:
                    raise SystemExit(f"no window: {' '.join(command)}")
                pause.wait(0.002)
            painted, cpu = process.seconds, process.cpu
            changed = painted
            while process.seconds - changed < STILL:
                pause.wait(0.01)
                if (newer := shown.picture()) != picture:
                    picture, changed = newer, process.seconds
            process.settle()
            used, woken, began = process.cpu, process.wakeups, time.perf_counter()
            pause.wait(idle)
            took = time.perf_counter() - began
            idle_cpu, wakeups = (process.cpu - used) / took, (process.wakeups - woken) / took
            return Start(painted, cpu, changed, process.memory, idle_cpu, wakeups)
        finally:
            process.end()


def make_profile(folder: Path, count: int) -> None:
    """A profile with so many integrations that are switched off; none is that of a first start."""
    flows = [desks.integration(f"Welcome new leads {number}") for number in range(count)]
    YamlLibrary(folder / "profile.yaml").save(desks.profile(*flows) if count else Profile((), ()))


def measure(title: str, command: list[str], environment: dict[str, str], repeat: int, idle: float) -> Start:
    """The middle of several starts, after one that is not counted."""
    start(command, environment, 0.1)
    starts = [start(command, environment, idle) for _ in range(repeat)]
    middle = Start(*(statistics.median(getattr(one, name) for one in starts) for name in Start.__slots__))
    fastest = min(one.painted for one in starts)
    print(
        f"{title:<34} painted {middle.painted:5.2f} s (best {fastest:5.2f})   CPU {middle.cpu:5.2f} s   ready "
        f"{middle.ready:5.2f} s   {middle.memory:5.0f} MB   idle {middle.idle_cpu:6.2%} CPU, "
        f"{middle.wakeups:5.1f} wakeups/s",
        flush=True,
    )
    return middle


def main(repeat: int, idle: float, integrations: int) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with tempfile.TemporaryDirectory() as folder:
        bare = measure("bare PySide6 widget", [sys.executable, "-c", BARE], environment, repeat, idle)
        found = []
        for count in sorted({0, integrations}):
            profile = Path(folder) / str(count)
            profile.mkdir()
            make_profile(profile, count)
            command = [sys.executable, "-m", "mailflow_gui", "--vault", "session", "--profile", str(profile)]
            found.append(measure(f"Mailflow, {count} integrations", command, environment, repeat, idle))
        cache = {**environment, "PYTHONPYCACHEPREFIX": str(Path(folder) / "cache")}
        first = start(command, cache, 0.1)
        print(f"{'the very first start (compiles)':<34} painted {first.painted:5.2f} s   CPU {first.cpu:5.2f} s")
        for one in found:
            seconds, cpu = one.painted / bare.painted, one.cpu / bare.cpu
            print(f"ratio to the bare widget: {seconds:.2f} in seconds, {cpu:.2f} in CPU")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--idle", type=float, default=5.0)
    parser.add_argument("--integrations", type=int, default=4)
    given = parser.parse_args()
    main(given.repeat, given.idle, given.integrations)
