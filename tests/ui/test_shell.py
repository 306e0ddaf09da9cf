"""The shell: closing and quitting, messages about starts, the practice server, deleting through dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Profile
from mailflow_gui.core.notices import Notice, NoticeKind
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.editor.coach import Coach
from mailflow_gui.ui.editor.editor import Editor
from mailflow_gui.ui.shell import Shell
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.tray import Tray
from mailflow_gui.ui.widgets.labels import LinkButton
from mailflow_gui.ui.window import Closing
from tests.qt.stage import ScriptedSupervisor
from tests.ui.desks import RECEIVE, SEND, integration
from tests.ui.integrations.workbench import remember

ONE = integration("Welcome new leads", enabled=True)


@pytest.fixture
def supervisor() -> ScriptedSupervisor:
    return ScriptedSupervisor()


@pytest.fixture
def program(tmp_path: Path, supervisor: ScriptedSupervisor, qtbot: QtBot, look: Theme) -> Iterator[Desktop]:
    built = root.build(Options(tmp_path / "profile", "session"))
    built.library.save(Profile((RECEIVE, SEND), (ONE,)))
    made = desktop.make_desktop(desktop.make_application(["mailflow"]), built)
    made.desk.control._supervisor = supervisor
    made.shell.quit_requested.disconnect()  # the tests' application goes on
    made.shell.start()
    qtbot.waitExposed(made.shell.window)
    yield made
    assert desktop.end_work(made)


@pytest.fixture
def shell(program: Desktop) -> Shell:
    return program.shell


def question(qtbot: QtBot, shell: Shell) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(QMessageBox)))
    return shell.window.findChildren(QMessageBox)[-1]


def press(box: QMessageBox, text: str) -> None:
    next(one for one in box.buttons() if one.text() == text).click()


def test_closing_without_work_quits(shell: Shell, qtbot: QtBot) -> None:
    assert shell.window.closing() is Closing.QUIT
    with qtbot.waitSignal(shell.quit_requested):
        shell.window.close()


def test_closing_without_a_tray_minimizes(shell: Shell, program: Desktop) -> None:
    program.desk.control.start_enabled()
    assert shell.window.closing() is Closing.MINIMIZE
    shell.window.close()
    assert (shell.window.isVisible(), shell.window.isMinimized()) == (True, True)


def test_closing_with_a_tray_hides_and_is_explained_once(
    shell: Shell, program: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    monkeypatch.setattr(Tray, "available", True)
    program.desk.notices.told.connect(told.append)
    program.desk.control.start_enabled()
    for _ in range(2):
        shell.window.close()
        assert not shell.window.isVisible()
        shell.window.bring_to_front()
    assert [one.title for one in told] == ["Mailflow keeps running"]
    assert program.desk.settings.value("told/closing", False, bool)


def test_a_pause_is_work_too(shell: Shell, program: Desktop) -> None:
    program.desk.control.pause_all()
    assert shell.window.closing() is Closing.MINIMIZE


def test_quitting_with_running_integrations_asks(shell: Shell, program: Desktop, qtbot: QtBot) -> None:
    program.desk.control.start_enabled()
    quits: list[int] = []
    shell.quit_requested.connect(lambda: quits.append(1))
    shell.window.quit_requested.emit()
    box = question(qtbot, shell)
    assert (box.text(), box.informativeText()) == (
        "Quit Mailflow?",
        "1 integration stops until you start it again.",
    )
    assert box.defaultButton().text() == "Keep Running in Background"
    press(box, "Keep Running in Background")
    assert (quits, shell.window.isMinimized()) == ([], True)
    qtbot.waitUntil(lambda: not shell.window.findChildren(QMessageBox))
    shell.window.quit_requested.emit()
    press(question(qtbot, shell), "Quit")
    assert quits == [1]


def test_a_start_in_vain_is_told_with_its_reason(
    shell: Shell, program: Desktop, supervisor: ScriptedSupervisor, qtbot: QtBot
) -> None:
    supervisor.starts_as = Health(State.ATTENTION, trouble="The server refused the user name or password")
    shell.pages.integrations.switch(ONE, True)
    said = "“Welcome new leads” did not start: The server refused the user name or password"
    qtbot.waitUntil(lambda: shell.window.toasts.text == said)
    qtbot.waitUntil(lambda: not program.desk.profiles.profile.integrations[0].enabled)


def test_saving_a_connection_restarts_what_uses_it(
    shell: Shell, program: Desktop, supervisor: ScriptedSupervisor
) -> None:
    program.desk.control.start_enabled()
    shell.restart_users(RECEIVE)
    assert supervisor.told == [("start", ONE.name), ("restart", ONE.name)]


def test_settings_that_cannot_be_used_are_told_and_what_runs_goes_on(
    shell: Shell, program: Desktop, supervisor: ScriptedSupervisor, qtbot: QtBot
) -> None:
    program.desk.control.start_enabled()
    supervisor.healths[ONE.id] = Health(State.RUNNING, refused="The saved password is missing. Enter it again.")
    program.desk.control.look()
    said = "“Welcome new leads” goes on with the settings before: The saved password is missing. Enter it again."
    assert shell.window.toasts.text == said


def test_the_sandbox_starts_once_however_often_it_is_asked_for(shell: Shell, program: Desktop, qtbot: QtBot) -> None:
    for _ in range(3):
        shell.start_sandbox()
    qtbot.waitUntil(lambda: program.desk.practice.running and not shell._practice_starting, timeout=20_000)
    names = [one.name for one in program.desk.profiles.profile.integrations]
    assert names == ["Welcome new leads", "My first integration"]
    editor = shell.window.stack.currentWidget()
    assert isinstance(editor, Editor)
    assert editor.page.work.integration.name == "My first integration"
    coach = editor.findChild(Coach)
    assert coach is not None
    assert (coach.title.text(), coach.count.text()) == ("Messages come in here", "1 of 4")


def test_a_sandbox_that_can_not_start_says_so_and_can_be_tried_again(
    shell: Shell, program: Desktop, qtbot: QtBot
) -> None:
    def broken() -> object:
        raise OSError(98, "Address already in use")

    class Broken:
        def start(self) -> object:
            return broken()

    program.desk.practice._make = Broken  # type: ignore[assignment]
    shell.start_sandbox()
    qtbot.waitUntil(lambda: shell.window.toasts.text.startswith("The practice server can't start"))
    assert not shell._practice_starting
    assert not program.desk.practice.running


def test_in_the_background_without_a_tray_it_starts_minimized(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailflow_gui.ui.shell.PATIENCE", 50)
    shell.window.hide()
    shell.start(background=True)
    assert not shell.window.isVisible(), "the panel may come yet"
    qtbot.waitUntil(shell.window.isMinimized)
    assert shell.window.toasts.text.startswith("This desktop shows no tray icons.")


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # offscreen has no panel to ask
def test_in_the_background_with_a_tray_that_comes_late_there_is_no_window(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tray is looked for at the end of the patience, too, not only by the clock."""
    monkeypatch.setattr("mailflow_gui.ui.shell.PATIENCE", 50)
    shell.window.hide()
    shell.start(background=True)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    with qtbot.waitSignal(shell.tray.available_changed, timeout=1000):
        assert not shell.tray.available
    assert not shell.window.isVisible()


def test_a_window_that_stands_in_for_the_tray_goes_when_the_tray_comes(shell: Shell) -> None:
    shell.window.hide()
    shell._show_without_tray()
    shell.tray.available_changed.emit(True)
    assert not shell.window.isVisible()
    shell.window.bring_to_front()
    assert shell.window.toasts.text == "", "there is a tray"


def test_a_window_that_the_person_minimized_stays_when_the_tray_comes(shell: Shell) -> None:
    shell.window.showMinimized()
    shell.tray.available_changed.emit(True)
    assert shell.window.isMinimized()


def test_a_hidden_window_comes_back_minimized_when_the_tray_is_gone(shell: Shell) -> None:
    shell.window.hide()
    shell.tray.available_changed.emit(False)
    assert shell.window.isMinimized()
    shell.window.bring_to_front()
    shell.tray.available_changed.emit(False)
    assert not shell.window.isMinimized(), "one that is seen stays as it is"


def test_places_by_tray_and_log(shell: Shell) -> None:
    shell.window.hide()
    shell.tray.place_requested.emit("attention")
    assert shell.window.isVisible()
    assert shell.window.stack.currentWidget() is shell.pages.attention
    shell.pages.log.attention_requested.emit()
    shell._open_log(ONE.id)
    assert shell.window.stack.currentWidget() is shell.pages.log
    assert shell.pages.log.integrations.currentData() == ONE.id


def test_ctrl_k_searches_and_a_failed_message_leads_to_needs_attention(
    shell: Shell, program: Desktop, qtbot: QtBot
) -> None:
    remember(
        program.desk.engine.ledger,
        ONE,
        [(timedelta(minutes=2), TripState.HELD, "A"), (timedelta(0), TripState.HELD, "Bill")],
    )
    program.desk.attention.ask()
    qtbot.waitUntil(lambda: len(shell.pages.attention.list.rows) == 2)
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.pages.search.isVisible()
    QTest.keyClicks(shell.pages.search.field, "bill")
    qtbot.waitUntil(lambda: [row.found.title for row in shell.pages.search.rows][:1] == ["Bill"])
    QTest.keyClick(shell.pages.search.field, Qt.Key.Key_Return)
    assert shell.window.stack.currentWidget() is shell.pages.attention
    assert shell.pages.attention.detail._subject.text() == "Bill"
    assert shell.pages.attention.list.rows[shell.pages.attention.list.current].hasFocus()


def test_a_click_on_a_notice_opens_what_it_is_about(shell: Shell, program: Desktop, qtbot: QtBot) -> None:
    remember(program.desk.engine.ledger, ONE, [(timedelta(0), TripState.HELD, "Bill")])
    program.desk.attention.ask()
    qtbot.waitUntil(lambda: bool(program.desk.attention.messages))
    held = program.desk.attention.messages[0]
    shell.window.hide()
    shell._follow(Notice("m", NoticeKind.MESSAGE, "A message", "", "attention", held.exchange), "review", "")
    assert shell.window.isVisible()
    assert shell.window.stack.currentWidget() is shell.pages.attention
    shell._follow(Notice("s", NoticeKind.STOPPED, "Stopped", "", "integration", ONE.id), "", "")
    assert shell.window.stack.currentWidget() is shell.watching.page


def test_retry_on_a_notice_works_without_the_window(shell: Shell, program: Desktop, qtbot: QtBot) -> None:
    remember(program.desk.engine.ledger, ONE, [(timedelta(0), TripState.HELD, "Bill")])
    program.desk.attention.ask()
    qtbot.waitUntil(lambda: bool(program.desk.attention.messages))
    notice = Notice("m", NoticeKind.MESSAGE, "A message", "", "attention", program.desk.attention.messages[0].exchange)
    shell.window.hide()
    shell._follow(notice, "retry", "")
    qtbot.waitUntil(lambda: not program.desk.attention.messages)
    assert not shell.window.isVisible()
    shell._follow(notice, "retry", "")
    assert shell.window.isVisible(), "it was decided already: the page shows what there is"


def test_what_nobody_expected_is_shown_and_can_be_copied(shell: Shell) -> None:
    shell.tell_unexpected("Traceback: the details")
    assert shell.window.toasts.text == "Something unexpected happened in Mailflow"
    copy = next(one for one in shell.window.findChildren(LinkButton) if one.text() == "Copy Details")
    copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback: the details"
