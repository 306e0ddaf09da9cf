"""Settings, Network: connections follow at once, and integrations say why they wait."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.limits import Limits, limits, set_limits
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.settings.network import NetworkSection
from mailflow_gui.ui.settings.page import SettingsPage
from tests.qt.stage import ScriptedSupervisor
from tests.ui.desks import RECEIVE, SEND, integration

ON, OFF = integration("On", enabled=True), integration("Off")


@pytest.fixture(autouse=True)
def usual_limits() -> Iterator[None]:
    yield
    set_limits(Limits())


@pytest.fixture
def section(page: SettingsPage) -> NetworkSection:
    page.show_section("network")
    found = page.section("network")
    assert isinstance(found, NetworkSection)
    return found


def test_working_offline_acts_at_once_and_what_runs_connects_anew(
    section: NetworkSection, program: Desktop, qtbot: QtBot
) -> None:
    supervisor = program.desk.control._supervisor = ScriptedSupervisor()
    program.desk.profiles.profile = Profile((RECEIVE, SEND), (ON, OFF))
    section.offline.click()
    assert limits().offline
    assert supervisor.told == [("restart", "On")]
    section.offline.click()
    assert not limits().offline
    assert supervisor.told == [("restart", "On")] * 2


def test_home_says_that_you_work_offline(section: NetworkSection, program: Desktop) -> None:
    supervisor = program.desk.control._supervisor = ScriptedSupervisor()
    supervisor.healths[ON.id] = Health(State.WAITING, cause="WORKING_OFFLINE")
    program.desk.profiles.profile = Profile((RECEIVE, SEND), (ON,))
    program.desk.profiles.changed.emit()
    program.shell.window.go("home")
    banner = program.shell.pages.home.regular.offline
    assert (
        banner.accessibleName()
        == "You work offline. Integrations wait until you switch it off under Settings, Network."
    )


def test_typed_seconds_count_when_typing_is_over(section: NetworkSection, program: Desktop, qtbot: QtBot) -> None:
    for value in (2, 25):  # “2” alone is on the way to “25”
        section.seconds["connect_seconds"].setValue(value)
    assert limits().connect == 20
    qtbot.waitUntil(lambda: limits().connect == 25)
    assert program.desk.tasks.wait()
    assert program.desk.preferences._keeper.load()[0].connect_seconds == 25


def test_the_next_start_follows_what_was_chosen(section: NetworkSection, program: Desktop) -> None:
    from mailflow_gui import main as root

    section.offline.click()
    assert program.desk.tasks.wait()
    set_limits(Limits())
    root.build(program.desk._program.options)
    assert limits() == Limits(20, 60, offline=True)


def test_opening_the_section_changes_nothing(section: NetworkSection, program: Desktop, qtbot: QtBot) -> None:
    assert {name: spin.value() for name, spin in section.seconds.items()} == {
        "connect_seconds": 20,
        "answer_seconds": 60,
    }
    program.desk.preferences.set(connect_seconds=30, answer_seconds=90)
    assert [spin.value() for spin in section.seconds.values()] == [30, 90]
    assert not section._soon.isActive(), "only what a person types is written"
