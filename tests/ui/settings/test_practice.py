"""Settings, Practice Server: start, samples, starting anew with other ports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Profile
from mailflow_gui.core.practice import is_practice
from mailflow_gui.qt.practice import Practice
from mailflow_gui.ui.settings.practice import PracticeSection
from mailflow_gui.ui.theme import Theme
from tests.qt.test_practice import FakeServer
from tests.ui.desks import PageDesk, page_desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[PageDesk]:
    FakeServer.made = []
    made = page_desk(tmp_path, Profile())
    yield made
    made.close()


@pytest.fixture
def section(desk: PageDesk, qtbot: QtBot) -> PracticeSection:
    def fail(error: Exception) -> None:
        raise error

    made = PracticeSection(Practice(FakeServer, desk.profiles, desk.tasks), fail)
    qtbot.addWidget(made)
    made.show()
    return made


def test_start_shows_where_it_listens(section: PracticeSection, qtbot: QtBot) -> None:
    assert (section.state.text(), section.addresses.isVisible()) == ("Stopped", False)
    section.begin.click()
    qtbot.waitUntil(lambda: section.state.text() == "Running")
    assert section.addresses.isVisible()
    assert not section.begin.isVisible()
    assert section._places["imaps"].text() == "127.0.0.1:5000"


def test_samples_are_delivered_again(section: PracticeSection, qtbot: QtBot) -> None:
    section.begin.click()
    qtbot.waitUntil(section.deliver.isVisible)
    section.deliver.click()
    qtbot.waitUntil(lambda: FakeServer.made[0].told == ["start", "samples", "samples"])


def test_reset_starts_anew_and_its_connections_follow(section: PracticeSection, desk: PageDesk, qtbot: QtBot) -> None:
    section.begin.click()
    qtbot.waitUntil(section.reset.isVisible)
    with qtbot.waitSignal(section.restarted):
        section.reset.click()
    assert [one.told for one in FakeServer.made] == [["start", "samples", "stop"], ["start", "samples"]]
    ports = {one.values["port"] for one in desk.profiles.profile.connections if is_practice(one)}
    assert ports == {5001, 6001}
    assert section._places["imaps"].text() == "127.0.0.1:5001"
