"""The tray icon on a real panel: it is there, a click toggles the window, its menu has the integrations."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, Queue

import pytest

NEEDED = ("Xvfb", "openbox", "trayer", "xdotool")
SECONDS = 30

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(any(shutil.which(one) is None for one in NEEDED), reason="needs Xvfb, openbox, trayer, xdotool"),
]


class Screen:
    """A virtual screen with a panel, and the program on it."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack = stack
        reading, writing = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1300x900x24", "-nolisten", "tcp"], writing)
        os.close(writing)
        with os.fdopen(reading) as numbers:
            self.display = f":{numbers.readline().strip()}"
        self._environment = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self._start(["openbox"])
        self._start(["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "28"])
        command = [sys.executable, "-m", "tests.ui.tray_program", str(folder / "profile")]
        self.program = self._start(command)
        self.lines: Queue[str] = Queue()
        reader = threading.Thread(target=self._read)
        reader.start()
        stack.callback(self._end_reading, reader)

    def _start(self, command: list[str], *fds: int) -> subprocess.Popen[str]:
        listens = subprocess.PIPE if command[0] == sys.executable else subprocess.DEVNULL
        started = subprocess.Popen(
            command, env=getattr(self, "_environment", None), pass_fds=fds, text=True,
            stdout=listens, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._stack.callback(self._stop, started)
        return started

    @staticmethod
    def _stop(started: subprocess.Popen[str]) -> None:
        started.terminate()
        try:
            started.wait(SECONDS)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()

    def _end_reading(self, reader: threading.Thread) -> None:
        self._stop(self.program)
        reader.join(SECONDS)

    def _read(self) -> None:
        assert self.program.stdout is not None
        with self.program.stdout as lines:
            for line in lines:
                self.lines.put(line.strip())

    def hear(self, start: str) -> str:
        """The next line that begins so."""
        heard = []
        while True:
            try:
                heard.append(self.lines.get(timeout=SECONDS))
            except Empty:
                raise AssertionError(f"“{start}” was not told, only {heard}") from None
            if heard[-1].startswith(start):
                return heard[-1]

    def do(self, *arguments: str) -> None:
        """Moves the mouse, presses keys."""
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=SECONDS)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with ExitStack() as stack:
        yield Screen(stack, tmp_path)


def test_icon_menu_and_click(screen: Screen) -> None:
    _, x, y = screen.hear("icon").split()
    screen.hear("window")
    screen.do("mousemove", x, y, "click", "1")
    screen.hear("hidden")
    screen.do("sleep", "0.6", "click", "1")  # else it is a double click
    screen.hear("window")
    screen.do("click", "3")
    assert screen.hear("entries").removeprefix("entries ").split("|") == [
        "2 of 2 integrations on", "Open Mailflow", "+One", "+Two", "Pause All",
        "Message Log", "Settings…", "Quit Mailflow",
    ]  # fmt: skip
    screen.hear("menu")
    screen.do("key", "Escape")
    screen.hear("window")
    screen.program.send_signal(signal.SIGTERM)
    assert screen.program.wait(SECONDS) == 0
