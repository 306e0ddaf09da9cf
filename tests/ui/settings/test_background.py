"""Settings, Background and Notifications: the switches act at once, and one that can't be moved returns."""

from __future__ import annotations

from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.notices import NoticeKind
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.settings.background import BackgroundGroup
from mailflow_gui.ui.settings.notifications import NotificationsSection
from mailflow_gui.ui.settings.page import SettingsPage


class SignIn:
    """Where the switch is kept, in memory; `refuses` makes it fail."""

    place = "the test's memory"

    def __init__(self) -> None:
        self.on, self.refuses = False, False

    def look(self) -> bool:
        return self.on

    def switch(self, on: bool) -> None:
        if self.refuses:
            raise StoreError("The start at sign-in could not be changed")
        self.on = on


@pytest.fixture
def sign_in(program: Desktop) -> SignIn:
    kept = SignIn()
    program.desk.autostart._sign_in = kept
    return kept


@pytest.fixture
def group(sign_in: SignIn, page: SettingsPage) -> BackgroundGroup:
    found = page.findChild(BackgroundGroup)
    assert found is not None
    return found


def test_starting_at_sign_in_is_a_switch(group: BackgroundGroup, sign_in: SignIn, qtbot: QtBot) -> None:
    for on in (True, False):
        group.start.click()
        qtbot.waitUntil(lambda on=on: sign_in.on == on and not group.start.busy)  # type: ignore[misc]
        assert group.start.isChecked() == on


def test_a_switch_that_can_not_be_moved_returns_and_says_why(
    group: BackgroundGroup, page: SettingsPage, sign_in: SignIn, qtbot: QtBot
) -> None:
    sign_in.refuses = True
    with qtbot.waitSignal(page.toast) as told:
        group.start.click()
    assert told.args is not None
    assert "The start at sign-in could not be changed" in told.args[0]
    qtbot.waitUntil(lambda: not group.start.busy)
    assert not group.start.isChecked()


def test_pause_on_battery_acts_at_once(program: Desktop, page: SettingsPage, qtbot: QtBot) -> None:
    group = page.findChild(BackgroundGroup)
    assert group is not None
    program.desk.battery._on_battery = lambda: True
    program.desk.battery.begin(lambda: None)
    group.battery.click()
    qtbot.waitUntil(lambda: program.desk.control.paused_on_battery)
    assert program.shell.window.sidebar._status.text() == "Paused on battery"
    group.battery.click()
    assert not program.desk.control.paused


def test_without_a_tray_it_says_what_closing_does_then(page: SettingsPage, program: Desktop) -> None:
    group = page.findChild(BackgroundGroup)
    assert group is not None
    said = [row.text.text() for row in group.rows()]
    assert program.shell.tray.missing_because in said


@pytest.fixture
def notifications(page: SettingsPage) -> NotificationsSection:
    page.show_section("notifications")
    found = page.section("notifications")
    assert isinstance(found, NotificationsSection)
    return found


@pytest.mark.parametrize("kind", [one for one in NoticeKind if one is not NoticeKind.BACKGROUND])
def test_what_is_switched_off_is_not_shown(
    notifications: NotificationsSection, program: Desktop, kind: NoticeKind
) -> None:
    notifications.switches[f"notify_{kind}"].click()
    assert program.desk.notices._rules().silent == {kind}
    notifications.switches[f"notify_{kind}"].click()
    assert program.desk.notices._rules().silent == frozenset()


def test_subjects_are_shown_only_when_asked_for(notifications: NotificationsSection, program: Desktop) -> None:
    assert not program.desk.notices._rules().subjects
    notifications.switches["notify_subjects"].click()
    assert program.desk.notices._rules().subjects


def test_quiet_hours_are_asked_for_only_when_wanted(notifications: NotificationsSection, program: Desktop) -> None:
    assert not notifications._span.isVisible()
    notifications.switches["quiet"].click()
    assert notifications._span.isVisible()
    notifications.times["quiet_from"].setCurrentText("20:30")
    assert program.desk.notices._rules().quiet == (time(20, 30), time(7, 0))


def test_a_time_that_is_not_in_the_list_stays(notifications: NotificationsSection, program: Desktop) -> None:
    program.desk.preferences.set(quiet_from="22:17")
    assert notifications.times["quiet_from"].currentText() == "22:17"
    assert program.desk.preferences.now.quiet_from == "22:17"


@pytest.mark.parametrize("text", ["24:00", "7:00", "22.00", "noon", "22:60", 22])
def test_a_time_that_is_none_is_told(text: object) -> None:
    found, problems = Preferences.check({"quietFrom": text})  # type: ignore[dict-item]
    assert found.quiet_from == "22:00"
    assert [one.message for one in problems] == ["Quiet from takes a time such as 22:00."]
