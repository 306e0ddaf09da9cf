"""The tray: its menu from the present state, the pause's choices, what a click does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.ui.theme import Mode, Theme
from mailflow_gui.ui.tray import Tray, _ink, _picture, pauses
from tests.ui.desks import PageDesk, integration, page_desk, profile

FLOWS = [integration(name) for name in ("Welcome & thanks", "Support auto-reply", "Forward invoices")]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(*FLOWS))
    yield made
    made.close()


@pytest.fixture
def switched() -> list[tuple[str, bool]]:
    return []


@pytest.fixture
def tray(desk: PageDesk, switched: list[tuple[str, bool]], look: Theme) -> Tray:
    return Tray(desk.profiles, desk.control, desk.tallies, lambda one, on: switched.append((one.name, on)))


def entries(tray: Tray) -> list[str]:
    tray.menu.aboutToShow.emit()
    return [one.text() for one in tray.menu.actions() if not one.isSeparator()]


def entry(tray: Tray, text: str) -> QAction:
    return next(one for one in tray.menu.actions() if one.text() == text)


def test_the_menu_is_built_from_the_present_state(tray: Tray, desk: PageDesk, qtbot: QtBot) -> None:
    assert entries(tray) == [
        "0 of 3 integrations on", "Open Mailflow", "Welcome && thanks", "Support auto-reply", "Forward invoices",
        "Pause All", "Message Log", "Settings…", "Quit Mailflow",
    ]  # fmt: skip
    desk.control.switch(FLOWS[0], True)
    qtbot.waitUntil(lambda: desk.control.running == 1)
    desk.supervisor.healths[FLOWS[1].id] = Health(State.ATTENTION, trouble="x")
    desk.supervisor.healths[FLOWS[2].id] = Health(State.STARTING)
    assert entries(tray)[0] == "2 of 3 integrations on"
    assert entry(tray, "Welcome && thanks").isChecked()
    assert entry(tray, "Support auto-reply (Needs attention)").isCheckable()
    assert not entry(tray, "Forward invoices").isEnabled(), "busy"


def test_an_entry_switches(tray: Tray, switched: list[tuple[str, bool]]) -> None:
    entries(tray)
    entry(tray, "Support auto-reply").trigger()
    assert switched == [("Support auto-reply", True)]


def test_no_more_than_eight_then_all_integrations(tray: Tray, desk: PageDesk, qtbot: QtBot) -> None:
    for number in range(7):
        desk.profiles.save_integration(integration(f"N{number}"))
    qtbot.waitUntil(lambda: len(desk.profiles.profile.integrations) == 10)
    assert len([one for one in entries(tray) if one.startswith(("N", "W", "Su", "F"))]) == 8
    with qtbot.waitSignal(tray.place_requested) as asked:
        entry(tray, "All Integrations…").trigger()
    assert asked.args == ["integrations"]


def test_pause_offers_three_ends_and_then_resume(tray: Tray, desk: PageDesk, qtbot: QtBot) -> None:
    desk.control.switch(FLOWS[0], True)
    qtbot.waitUntil(lambda: desk.control.running == 1)
    entries(tray)
    menu = entry(tray, "Pause All").menu()
    words = [one.text() for one in menu.actions()]  # type: ignore[attr-defined]
    assert words == ["For 1 Hour", "Until Tomorrow, 08:00", "Until I Resume"]
    menu.actions()[2].trigger()  # type: ignore[attr-defined]
    assert desk.control.paused
    assert "Pause All" not in entries(tray)
    entry(tray, "Resume").trigger()
    assert (desk.control.paused, desk.control.running) == (False, 1)


def test_how_long_a_pause_may_last() -> None:
    now = datetime(2026, 11, 24, 22, 15).astimezone()
    ends = [end for _, end in pauses(now)]
    assert [end and end.strftime("%d %H:%M") for end in ends] == ["24 23:15", "25 08:00", None]


def test_a_wait_for_mains_power_says_why(tray: Tray, desk: PageDesk) -> None:
    desk.control.wait_for_mains(True)
    tray._show_state()
    assert (tray._picture, tray.icon.toolTip()) == ("tray-paused", "Mailflow: paused on battery")
    assert (entries(tray)[0], "Resume" in entries(tray)) == ("Paused on battery", True)


def test_a_pause_says_when_it_ends(tray: Tray, desk: PageDesk) -> None:
    end = datetime.now().astimezone().replace(hour=23, minute=59, second=59)
    desk.control.pause_all(end)
    assert entries(tray)[0] == "Paused until 23:59"
    assert "Resume" in entries(tray)
    tray._show_state()
    assert (tray._picture, tray.icon.toolTip()) == ("tray-paused", "Mailflow: paused until 23:59")
    desk.control.pause_all(end + timedelta(hours=8))
    assert entries(tray)[0].startswith("Paused until tomorrow, 0")


def test_no_network_is_shown_as_such(tray: Tray, desk: PageDesk) -> None:
    waiting = Health(State.WAITING, trouble="This computer is offline", cause="NO_NETWORK")
    desk.supervisor.healths[FLOWS[0].id] = waiting
    tray._show_state()
    assert (tray._picture, tray.icon.toolTip()) == ("offline", "Mailflow: no network, polling resumes by itself")
    desk.supervisor.healths[FLOWS[1].id] = Health(State.ATTENTION, trouble="x")
    tray._show_state()
    assert tray._picture == "tray-attention", "what waits for the person comes first"
    assert tray.icon.toolTip() == "Mailflow: 1 of 3 integrations on, one needs attention. “Support auto-reply”: x"


def test_each_state_has_a_shape_of_its_own(tray: Tray) -> None:
    shapes = {
        name: _picture(name).pixmap(22).toImage() for name in ("tray", "tray-paused", "tray-attention", "offline")
    }
    assert all(one != two for name, one in shapes.items() for other, two in shapes.items() if name != other)


@pytest.mark.parametrize(("desktop", "mode", "light"), [
    ("ubuntu:GNOME", "light", True), ("KDE", "light", False), ("KDE", "dark", True), ("GNOME", "dark", True),
])  # fmt: skip
def test_the_icon_is_readable_on_the_panel(
    look: Theme, monkeypatch: pytest.MonkeyPatch, desktop: str, mode: Mode, light: bool
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    look.set_mode(mode)
    assert (_ink().lightness() > 128) is light


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # offscreen has no panel to ask
def test_a_panel_that_comes_late_gets_the_icon(tray: Tray, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = False
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: panel))
    assert tray.show() is False
    tray.look()
    assert not tray.available
    panel = True
    with qtbot.waitSignal(tray.available_changed) as told:
        tray.look()
    assert (told.args, tray.available, tray.missing_because) == ([True], True, "")
    assert tray.icon.toolTip() == "Mailflow: 0 of 3 integrations on"
    with qtbot.waitSignal(tray.toggle_requested):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    panel = False
    tray.look()
    assert tray.available, "it may only start anew"
    with qtbot.waitSignal(tray.available_changed) as told:
        tray.look()
    assert (told.args, tray.available) == ([False], False)


@pytest.mark.parametrize(("desktop", "word"), [("GNOME", "extension"), ("XFCE", "This desktop")])
def test_why_there_is_no_icon(tray: Tray, monkeypatch: pytest.MonkeyPatch, desktop: str, word: str) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    assert word in tray.missing_because


def test_icon_and_tooltip_follow_the_state(tray: Tray, desk: PageDesk, qtbot: QtBot) -> None:
    assert tray.icon.toolTip() == "Mailflow: 0 of 3 integrations on"
    desk.supervisor.healths[FLOWS[1].id] = Health(State.ATTENTION, trouble="x")
    desk.control.look()
    qtbot.waitUntil(lambda: tray._picture == "tray-attention")
    desk.control.pause_all()
    qtbot.waitUntil(lambda: tray._picture == "tray-paused")
    assert tray.icon.toolTip() == "Mailflow: paused"
    desk.profiles.save_integration(integration("Another"))
    desk.control.resume()
    qtbot.waitUntil(lambda: "of 4 integrations on" in tray.icon.toolTip())


def test_a_double_click_toggles_once(tray: Tray, qtbot: QtBot) -> None:
    asked: list[int] = []
    tray.toggle_requested.connect(lambda: asked.append(1))
    for reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
        tray.icon.activated.emit(reason)
    assert asked == [1]


def test_an_icon_that_was_taken_away_does_nothing_more(tray: Tray, desk: PageDesk, look: Theme) -> None:
    tray.hide()
    look.set_mode("dark")
    desk.control.pause_all()
    assert not tray._soon.isActive()
    assert not tray._menu_soon.isActive()


@pytest.mark.parametrize(
    ("health", "told", "picture"),
    [
        (Health(State.WAITING, trouble="The server does not answer."), "The server does not answer", "tray"),
        (Health(State.RUNNING, alarm="No email has come by 09:00"), "No email has come by 09:00", "tray-attention"),
    ],
)
def test_what_holds_an_integration_up_is_told(
    tray: Tray, desk: PageDesk, qtbot: QtBot, health: Health, told: str, picture: str
) -> None:
    desk.control.switch(FLOWS[1], True)
    qtbot.waitUntil(lambda: desk.control.running == 1)
    desk.supervisor.healths[FLOWS[1].id] = health
    desk.control.look()
    qtbot.waitUntil(lambda: told in tray.icon.toolTip())
    assert tray.icon.toolTip().startswith("Mailflow: 1 of 3 integrations on")
    assert f"“{FLOWS[1].name}”: {told}" in tray.icon.toolTip()
    assert tray._picture == picture
