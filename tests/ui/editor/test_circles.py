"""A flow whose messages come back: told beside the step, and asked about before it starts."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.editing import Place
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.page import EditorPage
from tests.ui.integrations.workbench import Workbench

BACK = Step(
    connection="Obtain Info Emails", action="deliver-to-folder", values={"folderName": "INBOX"}, id="back"
)  # fmt: skip


@pytest.fixture
def circling(page: EditorPage) -> EditorPage:
    """The flow with a step that delivers into the folder that is polled."""
    page.verbs.insert(Place("", 1), BACK)
    return page


def press(page: EditorPage, label: str) -> None:
    question = page.saving.question
    assert question is not None
    next(one for one in question.buttons() if one.text() == label).click()


def test_it_is_told_beside_the_step(circling: EditorPage) -> None:
    (hint,) = circling.canvas._picture.hints
    assert (hint.step_id, hint.title) == ("back", "This may go round in a circle")
    assert "“INBOX” of “Obtain Info Emails”" in hint.text


def test_starting_it_asks_first(bench: Workbench, circling: EditorPage) -> None:
    circling.publish()
    question = circling.saving.question
    assert question is not None
    assert "Start it anyway?" in question.text()
    assert "delivers into “INBOX”" in question.informativeText()
    press(circling, "Keep Editing")
    assert circling.selected == "back"
    assert len(bench.library.profile.integrations[0].steps) == 5


def test_it_starts_when_the_person_wants_that(bench: Workbench, circling: EditorPage, qtbot: QtBot) -> None:
    circling.publish()
    with qtbot.waitSignal(circling.finished, timeout=5_000):
        press(circling, "Start Anyway")
    assert len(bench.library.profile.integrations[0].steps) == 6


def test_saving_a_draft_asks_nothing(circling: EditorPage) -> None:
    circling.saving.save(circling.work, start=False)
    assert circling.saving.question is None


def test_a_flow_that_does_not_come_back_starts_without_a_question(page: EditorPage, qtbot: QtBot) -> None:
    page.remove("log")
    with qtbot.waitSignal(page.finished, timeout=5_000):
        page.publish()
    assert page.saving.question is None
