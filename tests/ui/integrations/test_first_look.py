"""The question of a first start and its answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.first_look import CAUSE
from mailflow_gui.ui.integrations.first_look import ask_first
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.window import MainWindow
from tests.ui.desks import PageDesk, integration, page_desk, profile

ONE = integration("Welcome new leads")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


@pytest.fixture
def question(desk: PageDesk, qtbot: QtBot, look: Theme) -> QMessageBox:
    window = MainWindow(desk.profiles, desk.control, desk.tallies, desk.settings)
    qtbot.addWidget(window)
    window.show()
    desk.supervisor.healths[ONE.id] = Health(
        State.ATTENTION, trouble="312 messages are already in the inbox", cause=CAUSE
    )
    return ask_first(window, ONE, desk.control)


def test_it_says_how_many_there_are_and_leaving_is_safe(question: QMessageBox, desk: PageDesk) -> None:
    assert question.text() == "312 messages are already in the inbox"
    assert "“Welcome new leads” starts for the first time." in question.informativeText()
    labels = [one.text() for one in question.buttons()]
    assert sorted(labels) == ["Do Not Start", "Leave Them", "Take All", "Take the Newest 20"]
    assert question.escapeButton().text() == "Do Not Start"
    question.escapeButton().click()
    assert desk.supervisor.told == []


@pytest.mark.parametrize(
    ("label", "start_from"), [("Leave Them", "now"), ("Take the Newest 20", "last 20"), ("Take All", "all")]
)
def test_an_answer_is_saved_and_starts_it(
    question: QMessageBox, desk: PageDesk, qtbot: QtBot, label: str, start_from: str
) -> None:
    next(one for one in question.buttons() if one.text() == label).click()
    qtbot.waitUntil(lambda: desk.supervisor.told == [("start", ONE.name)])
    saved = desk.library.load().integrations[0]
    assert (saved.enabled, saved.steps[0].values["startFrom"]) == (True, start_from)
