"""The session manager tells that the session ends: the program is told at once, and the manager has its answer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.qt.session_end import SessionEnd
from tests.fakes.bus_service import Bus
from tests.fakes.session_manager import GNOME, XFCE, SessionManager

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")

YES = ("EndSessionResponse", (True, ""))


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    made = Bus()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    monkeypatch.delenv("DESKTOP_AUTOSTART_ID", raising=False)
    yield made
    made.close()


@pytest.fixture(params=[GNOME, XFCE], ids=["gnome", "xfce"])
def manager(bus: Bus, request: pytest.FixtureRequest) -> Iterator[SessionManager]:
    made = SessionManager(bus.address, request.param)
    yield made
    made.close()


@pytest.fixture
def end(manager: SessionManager, qtbot: QtBot) -> Iterator[SessionEnd]:
    """Registered."""
    made = SessionEnd()
    made.begin()
    qtbot.waitUntil(lambda: bool(manager.clients))
    yield made
    made.close()


def test_a_session_that_may_end_is_agreed_to(end: SessionEnd, manager: SessionManager, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(end.came), qtbot.waitSignal(end.approaching):
        manager.tell("QueryEndSession")
    qtbot.waitUntil(lambda: YES in manager.said)


@pytest.mark.parametrize("signal", ["EndSession", "Stop"])
def test_the_end_comes(end: SessionEnd, manager: SessionManager, qtbot: QtBot, signal: str) -> None:
    with qtbot.waitSignal(end.came):
        manager.tell(signal)


def test_the_end_is_agreed_to(end: SessionEnd, manager: SessionManager, qtbot: QtBot) -> None:
    manager.tell("EndSession")
    qtbot.waitUntil(lambda: YES in manager.said)


def test_a_log_out_that_was_cancelled_ends_nothing(end: SessionEnd, manager: SessionManager, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(end.came), qtbot.waitSignals([end.approaching, end.approaching]):
        manager.tell("QueryEndSession")
        manager.tell("CancelEndSession")
        manager.tell("QueryEndSession")


def test_the_end_of_another_program_is_not_ours(end: SessionEnd, manager: SessionManager, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(end.came), qtbot.waitSignal(end.approaching):
        manager.tell("Stop", "another")
        manager.tell("QueryEndSession")


@pytest.mark.parametrize("manager", [XFCE], indirect=True, ids=["xfce"])
def test_a_saved_session_starts_no_second_program(end: SessionEnd, manager: SessionManager, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ("SetSmProperties", ({"RestartStyleHint": ("y", 3)},)) in manager.said)


def test_what_the_session_started_says_so(
    manager: SessionManager, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DESKTOP_AUTOSTART_ID", "from_the_session")
    one = SessionEnd()
    one.begin()
    qtbot.waitUntil(lambda: manager.clients == ["from_the_session"])
    one.close()


def test_a_bus_without_a_session_manager_is_left(bus: Bus) -> None:
    one = SessionEnd()
    one.begin()
    one.close()
    assert one._thread is None


def test_a_desktop_without_a_bus_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    one = SessionEnd()
    one.begin()
    one.close()
    assert one._thread is None
