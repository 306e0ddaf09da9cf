"""The page itself: name, status, switch, menu, keys, and what happens when the integration changes elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.ui.integrations.detail.page import ACTIVITY, DETAILS, HISTORY, LOG, METRICS, TABS
from tests.qt.stage import event, poll
from tests.ui.integrations.detail.stand import LEADS, QUIET, Stand

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def key(shown: Stand, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or shown.page, which, modifiers)


def test_name_status_and_route_of_the_integration(shown: Stand, qtbot: QtBot) -> None:
    since = "2026-11-23T08:00:00+01:00"
    shown.desk.supervisor.healths[LEADS.id] = Health(State.RUNNING, since=since)
    shown.page.show_integration(LEADS.id)
    header = shown.page.header
    qtbot.waitUntil(lambda: header.pill.text() == "Running")
    assert (header.name.text(), header.subtitle.text()) == ("Welcome new leads", "Answers requests.")
    header.tabs.setCurrentIndex(ACTIVITY)
    assert header.subtitle.text().startswith("Obtain Info Emails → Send Emails to Leads · running since ")
    shown.page.show_integration(QUIET.id)
    assert header.subtitle.text() == "Obtain Info Emails → Send Emails to Leads"
    assert header.pill.text() == "Stopped"


def test_the_tabs_by_keyboard(shown: Stand) -> None:
    shown.page.show_integration(LEADS.id)
    tabs = shown.page.header.tabs
    tabs.setFocus()
    seen = []
    for _ in TABS:
        seen.append(shown.page.stack.currentWidget())
        key(shown, Qt.Key.Key_Right)
    assert seen == list(shown.page.tabs)
    key(shown, Qt.Key.Key_Left)
    assert shown.page.stack.currentIndex() == LOG


def test_renaming_in_place(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration(LEADS.id)
    header = shown.page.header
    header.edit.setFocus()
    key(shown, Qt.Key.Key_F2)
    assert header.editor.hasFocus()
    header.editor.setText("quiet")
    key(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: header.subtitle.text() == "That name is taken. Try another.")
    assert header.renaming
    header.editor.setText("Hello leads")
    key(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not header.renaming)
    assert header.name.text() == "Hello leads"
    assert shown.desk.library.load().integration_of(LEADS.id).name == "Hello leads"
    assert header.edit.hasFocus(), "focus is never lost"


def test_escape_keeps_the_old_name(shown: Stand) -> None:
    shown.page.show_integration(LEADS.id)
    header = shown.page.header
    header.rename()
    QTest.keyClicks(header.editor, "Other")
    key(shown, Qt.Key.Key_Escape)
    assert (header.renaming, header.name.text()) == (False, "Welcome new leads")
    header.rename()
    header.switch.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not header.renaming


def test_typing_a_name_is_no_shortcut_and_space_no_switch(shown: Stand) -> None:
    shown.page.show_integration(LEADS.id)
    shown.page.header.rename()
    QTest.keyClicks(shown.page.header.editor, "a b")
    assert shown.page.header.editor.text() == "a b"
    assert shown.desk.supervisor.told == []


@pytest.mark.parametrize("tab", [DETAILS, ACTIVITY, METRICS, HISTORY])
def test_space_toggles_the_switch(shown: Stand, qtbot: QtBot, tab: int) -> None:
    shown.page.show_integration(LEADS.id, tab)
    shown.page.header.tabs.setFocus()
    key(shown, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.page.header.pill.text() == "Running")
    assert (shown.page.header.switch.isChecked(), shown.page.header.word.text()) == (True, "On")
    assert shown.desk.supervisor.told == [("start", "Welcome new leads")]


def test_a_switch_that_can_not_be_saved_returns(shown: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(change: object) -> None:
        raise SettingsError("The disk is full")

    shown.page.show_integration(LEADS.id)
    monkeypatch.setattr(shown.desk.library, "edit", full)
    told: list[str] = []
    shown.page._verbs.toast.connect(lambda text, _: told.append(text))
    shown.page.header.switch.click()
    assert shown.page.header.switch.busy
    qtbot.waitUntil(lambda: not shown.page.header.switch.busy)
    assert (shown.page.header.switch.isChecked(), told) == (False, ["The disk is full"])


def test_keys_duplicate_export_and_lead_back(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration(LEADS.id)
    shown.page.header.tabs.setFocus()
    key(shown, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(shown.desk.profiles.profile.integrations) == 3)
    with qtbot.waitSignal(shown.page.export_requested) as asked:
        key(shown, Qt.Key.Key_E, CTRL)
    assert asked.args == ["Welcome new leads"]
    with qtbot.waitSignal(shown.page.back_requested):
        key(shown, Qt.Key.Key_Escape)
    with qtbot.waitSignal(shown.page.back_requested):
        key(shown, Qt.Key.Key_Left, ALT)


def test_edit_and_a_click_on_a_step_open_the_editor(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration(LEADS.id)
    with qtbot.waitSignal(shown.page.edit_requested) as asked:
        shown.page.header.edit.click()
    assert asked.args == ["Welcome new leads", ""]
    with qtbot.waitSignal(shown.page.edit_requested) as asked:
        shown.page.details.flow.rows()[1].clicked.emit()
    assert asked.args == ["Welcome new leads", LEADS.steps[1].id]


def menu(shown: Stand) -> dict[str, QAction]:
    shown.page._open_menu()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    found = {action.text().partition("\t")[0]: action for action in popup.actions()}
    popup.close()
    return found


def test_the_menu_does_what_the_row_does(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration(LEADS.id)
    assert list(menu(shown)) == ["Start", "Test Run", "Rename", "Duplicate", "Export…", "Delete…"]
    shown.page.header.switch.click()
    qtbot.waitUntil(lambda: shown.page.integration is not None and shown.page.integration.enabled)
    assert next(iter(menu(shown))) == "Stop"


def test_deleting_asks_and_leads_back(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration(LEADS.id)
    shown.page._delete()
    (box,) = shown.page.findChildren(QMessageBox)
    with qtbot.waitSignal(shown.page.back_requested):
        next(one for one in box.buttons() if one.text() == "Delete Integration").click()
    assert shown.page.integration is None


def test_one_that_was_deleted_elsewhere_leads_back(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration(LEADS.id)
    with qtbot.waitSignal(shown.page.back_requested):
        shown.desk.profiles.delete_integration("Welcome new leads")
    with pytest.raises(SettingsError):
        shown.page.show_integration(LEADS.id)


def test_the_log_is_of_this_integration_only_and_live(shown: Stand, qtbot: QtBot) -> None:
    shown.log.append([event("Before", integration=LEADS.id), event("Other", integration=QUIET.id)])
    shown.log.pause(True)
    shown.log.append([event("Behind the pause", integration=LEADS.id)])
    shown.page.show_integration(LEADS.id, LOG)
    model = shown.page.log._model
    assert [row.message for row in model.shown()] == ["Behind the pause", "Before"]
    shown.desk.bridge.publish(event("Now", integration=LEADS.id))
    shown.desk.bridge.publish(event("Not here", integration=QUIET.id))
    qtbot.waitUntil(lambda: model.total == 3)
    shown.page.header.tabs.setCurrentIndex(DETAILS)
    assert model.total == 0, "a copy is held only while it is visible"
    shown.page.show_integration(QUIET.id, LOG)
    assert [row.message for row in model.shown()] == ["Other"]


def test_polls_that_were_merged_stay_merged(shown: Stand) -> None:
    shown.log.append([poll(LEADS.id) for _ in range(12)])
    shown.page.show_integration(LEADS.id, LOG)
    model = shown.page.log._model
    assert [row.message for row in model.shown()] == ["12 polls, no new messages"]
    shown.page.log.append([poll(LEADS.id)])
    assert [row.message for row in model.shown()] == ["13 polls, no new messages"]
