"""The ways to an integration's page and from it, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.editor.editor import Editor
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.watching import ACTIVITY, LOG
from tests.qt.stage import ScriptedSupervisor
from tests.ui.desks import RECEIVE, SEND, integration
from tests.ui.integrations.workbench import remember

ONE = integration("Welcome new leads")


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[Desktop]:
    built = root.build(Options(tmp_path / "profile", "session"))
    built.library.save(Profile((RECEIVE, SEND), (ONE,)))
    made = desktop.make_desktop(desktop.make_application(["mailflow"]), built)
    made.desk.control._supervisor = ScriptedSupervisor()
    made.shell.quit_requested.disconnect()  # the tests' application goes on
    made.shell.start()
    qtbot.waitExposed(made.shell.window)
    made.shell.window.go("integrations")
    yield made
    assert desktop.end_work(made)


def test_the_page_is_made_when_it_is_first_shown(program: Desktop) -> None:
    assert program.shell.watching._page is None


def test_a_click_in_the_list_opens_the_page_and_back_leads_to_the_list(program: Desktop) -> None:
    shell = program.shell
    shell.pages.integrations.rows[ONE.id].clicked.emit()
    assert shell.window.stack.currentWidget() is shell.watching.page
    assert shell.window.sidebar.buttons["integrations"].isChecked()
    shell.watching.page.header.back.click()
    assert shell.window.stack.currentWidget() is shell.pages.integrations


def test_the_log_of_a_row_is_the_pages_log(program: Desktop) -> None:
    program.shell.pages.integrations.log_requested.emit(ONE.id)
    assert program.shell.watching.page.stack.currentIndex() == LOG


def test_editing_leads_back_to_the_page_where_it_began(program: Desktop, qtbot: QtBot) -> None:
    shell = program.shell
    shell.watching.open_id(ONE.id, ACTIVITY)
    shell.watching.page.header.edit.click()
    editor = shell.window.stack.currentWidget()
    assert isinstance(editor, Editor)
    editor.left.emit()
    assert shell.window.stack.currentWidget() is shell.watching.page
    assert shell.watching.page.stack.currentIndex() == ACTIVITY


def test_a_test_run_begins_in_the_editor(program: Desktop, qtbot: QtBot) -> None:
    shell = program.shell
    shell.watching.open_id(ONE.id, ACTIVITY)
    qtbot.waitUntil(shell.watching.page.activity._empty.isVisible)
    button = shell.watching.page.activity._empty.button
    assert button is not None
    button.click()
    editor = shell.window.stack.currentWidget()
    assert isinstance(editor, Editor)
    assert editor.page.testing.trial.active or editor.page.testing.chooser is not None


def test_a_message_of_the_search_is_shown_opened(program: Desktop, qtbot: QtBot) -> None:
    past = [(timedelta(hours=n), TripState.DONE, f"person{n}@example.org") for n in range(3)]
    remember(program.desk.engine.ledger, ONE, past)
    message = program.desk.engine.ledger.activities(ONE.id)[1]
    program.shell.open_message(message)
    model = program.shell.watching.page.activity._model
    qtbot.waitUntil(lambda: bool(model.activities) and model.is_open(model.activities[0]))
    assert [one.exchange for one in model.activities] == [message.exchange]


def test_one_that_was_deleted_is_told_and_nothing_opens(program: Desktop) -> None:
    shell = program.shell
    shell.watching.open_id("unknown")
    assert shell.window.stack.currentWidget() is shell.pages.integrations


def test_places_are_a_key_away_from_the_page(program: Desktop) -> None:
    shell = program.shell
    shell.watching.open(ONE.name)
    shell.window.activateWindow()
    QTest.keyClick(QApplication.focusWidget() or shell.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.stack.currentWidget() is shell.pages.log
