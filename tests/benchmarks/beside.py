"""Mailflow beside other mail and Qt programs of the system: size, start to the first window, idle memory.

python -m tests.benchmarks.beside [--frozen FOLDER] [--repeat 3] [program …]

Programs that are not installed are left out. Each starts on a screen of its own with a home of its own; the first start
is not counted. Memory is what its processes keep resident five seconds after the window.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

IDLE, PATIENCE = 5.0, 60.0
ROOT = Path(__file__).parents[2]
pause = threading.Event()
BESIDE = ("qbittorrent", "claws-mail")


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, and the kilobytes that it takes on the disk."""

    name: str
    command: tuple[str, ...]
    kilobytes: int


def main() -> None:
    """Measures and prints a line a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frozen", type=Path, default=ROOT / "build/frozen/mailflow")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("programs", nargs="*", default=BESIDE)
    options = parser.parse_args()
    print(f"{'':<22}{'installed':>12}{'window':>20}{'memory':>10}")
    for program in programs(options.frozen, tuple(options.programs)):
        measure(program)
        seconds, kilobytes = zip(*(measure(program) for _ in range(options.repeat)), strict=True)
        span = f"{statistics.median(seconds):.2f} s (to {max(seconds):.2f})"
        print(f"{program.name:<22}{program.kilobytes / 1024:>9.0f} MB{span:>20}{max(kilobytes) / 1024:>7.0f} MB")


def programs(frozen: Path, others: tuple[str, ...]) -> list[Program]:
    """Those that are there."""
    found = []
    if (frozen / "mailflow").exists():
        found.append(Program("Mailflow, frozen", (str(frozen / "mailflow"), "--vault", "session"), used(frozen)))
    checkout = (sys.executable, "-m", "mailflow_gui", "--vault", "session")
    found.append(Program("Mailflow, checkout", checkout, used(ROOT / "mailflow_gui") + used(Path(sys.prefix))))
    for name in others:
        if path := shutil.which(name):
            found.append(Program(name, (path,), packaged(name)))
    return found


def used(folder: Path) -> int:
    """Kilobytes of a folder."""
    return sum(one.lstat().st_size for one in folder.rglob("*") if one.is_file()) // 1024


def packaged(name: str) -> int:
    """Kilobytes of a Debian package, without what it depends on."""
    asked = ["dpkg-query", "-W", "-f=${Installed-Size}", name]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return int(done.stdout or 0)


def measure(program: Program) -> tuple[float, int]:
    """Seconds to the first visible window, and kilobytes in memory after a while."""
    with tempfile.TemporaryDirectory() as home:
        screen, display = begin_screen()
        environment = {**os.environ, "DISPLAY": display, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment |= {"QT_QPA_PLATFORM": "xcb", "MAILFLOW_PROFILE": f"{home}/profile"}
        begun = time.monotonic()
        running = subprocess.Popen(
            program.command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        try:
            wait_for_window(environment)
            seconds = time.monotonic() - begun
            pause.wait(IDLE)
            return seconds, resident(running.pid)
        finally:
            for one in (running, screen):
                end(one)


def end(process: subprocess.Popen[bytes]) -> None:
    """Asks first: some programs answer that with a question of their own."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def begin_screen() -> tuple[subprocess.Popen[bytes], str]:
    """A virtual screen and its name."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as line:
        return screen, f":{line.readline().strip()}"


def wait_for_window(environment: dict[str, str]) -> None:
    """Until a window of some size shows."""
    asked = ["xdotool", "search", "--onlyvisible", "--name", ".", "getwindowgeometry", "%@"]
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        told = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False).stdout
        sizes = [line.split()[1] for line in told.splitlines() if "Geometry:" in line]
        if any(int(size.split("x")[0]) >= 200 for size in sizes):
            return
        pause.wait(0.02)
    raise TimeoutError("no window")


def resident(pid: int) -> int:
    """Kilobytes of a process and its children."""
    total = 0
    for process in (pid, *children(pid)):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Rss:"))
    return total


def children(pid: int) -> list[int]:
    """Every process below one."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *children(int(child))]
    return found


if __name__ == "__main__":
    main()
