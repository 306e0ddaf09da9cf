"""Trip: the window is closed, a sign-in ends; the desktop is told, and a click on the notice opens the integration."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow_gui.core.model import Profile
from mailflow_gui.store.library import YamlLibrary
from tests.fakes.bus_service import Bus
from tests.fakes.notification_daemon import NotificationDaemon
from tests.ui.desks import RECEIVE, SEND, integration

SECONDS = 40

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon"),
]


@pytest.fixture
def bus() -> Iterator[Bus]:
    made = Bus()
    yield made
    made.close()


@pytest.fixture
def daemon(bus: Bus) -> Iterator[NotificationDaemon]:
    made = NotificationDaemon(bus.address)
    yield made
    made.close()


def start(folder: Path, bus: Bus) -> subprocess.Popen[str]:
    """The program in the background. Its vault is empty, so that no integration can sign in."""
    YamlLibrary(folder / "profile.yaml").save(
        Profile((RECEIVE, SEND), tuple(integration(name, enabled=True) for name in ("One", "Two")))
    )
    command = [sys.executable, "-m", "mailflow_gui", "--profile", str(folder), "--vault", "session", "--background"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": bus.address}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def wait(until: object, running: subprocess.Popen[str]) -> None:
    end = time.monotonic() + SECONDS
    while not until():  # type: ignore[operator]
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < end
        os.sched_yield()


def test_a_sign_in_that_ends_is_told_within_seconds(bus: Bus, daemon: NotificationDaemon, tmp_path: Path) -> None:
    running = start(tmp_path / "profile", bus)
    try:
        wait(lambda: daemon.shown, running)
        number, title, text, actions, _ = daemon.shown[0]
        assert title == "The saved password is missing"
        assert text.startswith("One and Two: ")
        assert actions == ["default", "Open", "show", "Show"]
        daemon.invoke(number, "show")
        running.send_signal(signal.SIGTERM)
        said, _ = running.communicate(timeout=SECONDS)
        assert running.returncode == 0, said
        assert len(daemon.shown) == 1, "told once for both"
    finally:
        running.kill()
        running.communicate()
