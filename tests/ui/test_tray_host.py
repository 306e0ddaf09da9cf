"""The tray icon on a panel that comes after the program, by the protocol that today's desktops speak."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.fakes.bus_service import Bus
from tests.fakes.tray_host import TrayHost

SECONDS = 40
pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        any(shutil.which(one) is None for one in ("Xvfb", "dbus-daemon")), reason="needs Xvfb and dbus-daemon"
    ),
]


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


@pytest.fixture
def bus(stack: ExitStack) -> Bus:
    made = Bus()
    stack.callback(made.close)
    return made


@pytest.fixture
def program(stack: ExitStack, bus: Bus, tmp_path: Path) -> subprocess.Popen[str]:
    """The window program, on a screen without a panel."""
    reading, writing = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1300x900x24", "-nolisten", "tcp"]
    stack.callback(end, subprocess.Popen(screen, pass_fds=(writing,), stderr=subprocess.DEVNULL))
    os.close(writing)
    with os.fdopen(reading) as numbers:
        display = f":{numbers.readline().strip()}"
    environment = {
        **os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": bus.address,
    }  # fmt: skip
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.tray_program", str(tmp_path / "profile")],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    stack.callback(end, started)
    assert started.stdout is not None
    assert started.stdout.readline().strip() == "window"
    return started


def end(started: subprocess.Popen[str]) -> None:
    started.kill()
    started.communicate()


def wait(until: Callable[[], object], running: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + SECONDS
    while not until():
        assert running.poll() is None
        assert time.monotonic() < deadline
        os.sched_yield()


def test_a_panel_that_comes_late_gets_the_icon_with_its_whole_menu(
    program: subprocess.Popen[str], bus: Bus, stack: ExitStack
) -> None:
    panel = TrayHost(bus.address)
    stack.callback(panel.close)
    wait(lambda: panel.items, program)
    assert panel.menu() == [
        "2 of 2 integrations on", "Open Mailflow", "+One", "+Two", "Pause All",
        "Message Log", "Settings…", "Quit Mailflow",
    ]  # fmt: skip
    assert program.stdout is not None
    panel.click()
    assert program.stdout.readline().strip() == "hidden"
    panel.choose("Open Mailflow")
    assert program.stdout.readline().strip() == "window"
    program.send_signal(signal.SIGTERM)
    assert program.wait(SECONDS) == 0
