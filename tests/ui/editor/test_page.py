"""The flow editor by its verbs, by keyboard, and what a test run does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mailflow_gui.core.editing import Place
from mailflow_gui.core.model import Connection, Flow, Integration, Step
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.editor.add_list import AddList
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.editor.panels.log import LogPanel
from mailflow_gui.ui.editor.panels.lost_connection import LostConnectionPanel
from mailflow_gui.ui.editor.panels.receive import ReceivePanel
from mailflow_gui.ui.editor.panels.settings import SettingsPanel
from mailflow_gui.ui.editor.trial_panel import TrialPanel
from mailflow_gui.ui.forms.editors import FolderEditor
from tests.ui.editor.stand import FLOW, LOG, RECEIVE, SEND
from tests.ui.integrations.workbench import Workbench, until


def kinds(page: EditorPage) -> list[str]:
    return [step.kind or step.action for step in page.work.steps]


def test_each_step_is_a_card_with_its_name_for_screen_readers(page: EditorPage) -> None:
    assert [page.canvas.cards[step.id].accessibleName() for step in FLOW.steps][:2] == [
        "Step 1, Receive Email, Obtain Info Emails · inbox, unread only, every 5 s",
        "Step 2, Basic Filter, Continue only if 2 rules match",
    ]


def test_a_card_opens_its_settings(page: EditorPage) -> None:
    page.canvas.cards["log"].clicked.emit()
    assert isinstance(page.panel.content, LogPanel)
    assert page.panel.accessibleName() == "Log"
    assert page.canvas.cards["log"].is_selected()


def test_the_samples_follow_the_settings_of_the_start(
    page: EditorPage, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []

    def messages(connection: Connection, values: dict[str, object], integration: str, count: int) -> Task:
        asked.append(dict(values))
        return bench.tasks.run(lambda: ())

    monkeypatch.setattr(bench.previews, "messages", messages)
    page.select("receive")
    panel = page.step_panel
    assert isinstance(panel, ReceivePanel)
    for folder in ("Le", "Leads"):
        panel.form.folder.set_value(folder)
        panel.changed.emit()
    until(lambda: asked, "another look")
    assert [one.get("folderName") for one in asked] == ["Leads"]


def lose_the_mailbox(bench: Workbench) -> None:
    """The connection that the flow receives with is gone; another one is there."""
    profile = bench.library.profile
    (mailbox,) = [one for one in profile.connections if one.name == RECEIVE.connection]
    others = tuple(one for one in profile.connections if one is not mailbox)
    bench.library.profile = replace(profile, connections=(*others, replace(mailbox, name="Sales Mailbox")))
    bench.profiles.load()


def test_a_start_whose_connection_is_gone_asks_for_another(page: EditorPage, bench: Workbench) -> None:
    lose_the_mailbox(bench)
    page.canvas.cards["receive"].clicked.emit()
    panel = page.panel.content
    assert isinstance(panel, LostConnectionPanel)
    assert [panel.choice.itemText(index) for index in range(panel.choice.count())] == [
        "Choose a connection",
        "Sales Mailbox",
    ]


def test_another_connection_keeps_the_settings_and_can_be_undone(page: EditorPage, bench: Workbench) -> None:
    lose_the_mailbox(bench)
    page.select("receive")
    panel = page.panel.content
    assert isinstance(panel, LostConnectionPanel)
    panel.choice.setCurrentIndex(1)
    panel.choice.activated.emit(1)
    assert page.work.steps[0] == replace(RECEIVE, connection="Sales Mailbox")
    assert isinstance(page.panel.content, ReceivePanel)
    page.undo()
    assert page.work.steps[0] == RECEIVE


def test_without_a_connection_of_the_kind_the_panel_says_so(page: EditorPage, bench: Workbench) -> None:
    bench.library.profile = replace(bench.library.profile, connections=())
    bench.profiles.load()
    page.select("receive")
    panel = page.panel.content
    assert isinstance(panel, LostConnectionPanel)
    assert not panel.choice.isEnabled()


def test_the_menu_of_a_card_offers_the_other_connections(page: EditorPage, bench: Workbench) -> None:
    profile = bench.library.profile
    (mailbox,) = [one for one in profile.connections if one.name == RECEIVE.connection]
    bench.library.profile = replace(profile, connections=(*profile.connections, replace(mailbox, name="R&D Mailbox")))
    bench.profiles.load()
    page.commands.open_menu("receive", QPoint(5, 5))
    (choice,) = [menu for menu in page.findChildren(QMenu) if menu.title() == "Use Another Connection"]
    (action,) = choice.actions()
    action.trigger()
    assert page.work.steps[0].connection == "R&D Mailbox"


def test_settings_change_the_card_at_once_and_undo_takes_them_back(page: EditorPage) -> None:
    page.select("log")
    panel = page.panel.content
    assert isinstance(panel, LogPanel)
    panel.text.setPlainText("Hello")
    assert "Hello" in page.canvas.cards["log"].face.summary
    page.undo()
    assert page.work.integration == FLOW


def test_adding_between_two_steps(page: EditorPage) -> None:
    page.add_at(Place("", 3))
    found = page.panel.content
    assert isinstance(found, AddList)
    assert page.panel.accessibleName() == "Add a step"
    QTest.keyClicks(found.search, "template")
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert kinds(page) == ["receive-email", "basic-filter", "log", "template", "data-mapper", "send-email"]
    assert page.selected == page.work.steps[3].id


def test_escape_leaves_the_list_and_adds_nothing(page: EditorPage) -> None:
    page.add_at(Place("", 3))
    found = page.panel.content
    assert isinstance(found, AddList)
    QTest.keyClick(found.search, Qt.Key.Key_Escape)
    assert page.adding is None
    assert page.work.integration == FLOW


def test_a_mapper_is_recommended_before_a_send_step(page: EditorPage) -> None:
    page.verbs.remove("mapper", "")
    page.add_at(Place("", 3))
    found = page.panel.content
    assert isinstance(found, AddList)
    assert found.rows[0].offer.title == "Data Mapper"
    assert found.rows[0].offer.recommended


def test_connections_can_be_added_in_the_middle(page: EditorPage) -> None:
    page.add_at(Place("", 2))
    found = page.panel.content
    assert isinstance(found, AddList)
    QTest.keyClicks(found.search, "deliver")
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert (page.work.steps[2].action, page.work.steps[2].connection) == ("deliver-to-folder", "Obtain Info Emails")


def test_a_folder_to_deliver_into_is_browsed_for(page: EditorPage, bench: Workbench, qtbot: QtBot) -> None:
    page.verbs.insert(Place("", 2), Step(connection="Obtain Info Emails", action="deliver-to-folder", id="file"))
    page.select("file")
    panel = page.step_panel
    assert isinstance(panel, SettingsPanel)
    editor = panel.form.editor("folderName")
    assert isinstance(editor, FolderEditor)
    editor.folder.browse.click()
    assert panel.dialog is not None
    panel.dialog.folder_chosen.emit("Anfragen/März")
    panel.dialog.reject()
    (filed,) = [step for step in page.work.steps if step.id == "file"]
    assert filed.values["folderName"] == "Anfragen/März"
    until(editor.folder.browse.hasFocus, "the keyboard to be back")


def test_the_hint_adds_a_mapper(page: EditorPage) -> None:
    page.remove("mapper")
    (hint,) = page.canvas._picture.hints
    assert hint.title == "Add a data mapper before Send Email"
    assert hint.text == "Without one, the received subject and text are sent as they are."
    page.verbs.mend(hint)
    assert page.selected == page.work.steps[-2].id
    assert kinds(page)[-2:] == ["data-mapper", "send-email"]
    assert page.canvas._picture.hints == ()


def test_removing_asks_nothing_and_offers_undo(page: EditorPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.toast) as caught:
        page.remove("log")
    text, (word, act) = caught.args
    assert (text, word) == ("Log removed", "Undo")
    act()
    assert page.work.integration == FLOW
    assert "log" in page.canvas.cards


def test_the_start_stays(page: EditorPage) -> None:
    page.remove("receive")
    page.verbs.put("receive", Place("", 3))
    page.verbs.put("log", Place("", 0))
    page.verbs.duplicate("receive")
    assert page.work.integration == FLOW


def test_keys_move_between_steps_and_reorder(page: EditorPage) -> None:
    page.canvas.focus_step("filter")
    QTest.keyClick(page.canvas.cards["filter"], Qt.Key.Key_Down)
    assert page.canvas.cards["log"].hasFocus()
    QTest.keyClick(page.canvas.cards["log"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.id for step in page.work.steps] == ["receive", "log", "filter", "mapper", "send"]
    assert page.canvas.cards["log"].hasFocus()
    QTest.keyClick(page.canvas.cards["log"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.work.steps[1].id == "log"


def test_insert_and_delete_keys(page: EditorPage) -> None:
    page.canvas.focus_step("filter")
    QTest.keyClick(page.canvas.cards["filter"], Qt.Key.Key_Insert)
    assert page.adding == Place("", 2)
    page.select("")
    QTest.keyClick(page.canvas.cards["log"], Qt.Key.Key_Delete)
    assert "log" not in {step.id for step in page.work.steps}


def test_dragging_a_card_moves_the_step(page: EditorPage) -> None:
    card, joint = page.canvas.cards["log"], page.canvas.joints[0]
    middle = card.rect().center()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=middle)
    goal = card.mapFromGlobal(joint.mapToGlobal(joint.rect().center()))
    QTest.mouseMove(card, middle - QPoint(0, 20))
    QTest.mouseMove(card, goal)
    assert card.dragging
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=goal)
    assert [step.id for step in page.work.steps] == ["receive", "log", "filter", "mapper", "send"]
    assert page.selected == ""


def test_a_disabled_step_says_so(page: EditorPage) -> None:
    page.verbs.disable("log")
    assert "disabled" in page.canvas.cards["log"].accessibleName()
    assert page.work.steps[2].disabled


def test_branches_are_edited_in_place(page: EditorPage) -> None:
    flows = (Flow({"default": True}, (LOG,), id="other"),)
    choice = Step("conditional-flows", flows=flows, id="choice")
    page.open(Integration("Branches", (RECEIVE, choice, SEND)))
    page.add_at(Place("other", 1))
    found = page.panel.content
    assert isinstance(found, AddList)
    QTest.keyClicks(found.search, "template")
    QTest.keyClick(found.search, Qt.Key.Key_Return)
    assert [step.kind for step in page.work.steps[1].flows[0].steps] == ["log", "template"]


def test_an_incomplete_step_says_what_is_missing(page: EditorPage) -> None:
    page.verbs.insert(Place("", 1), Step("save-attachments", id="save"))
    assert page.canvas.cards["save"].face.missing == "Folder is required."


def test_a_test_run_shows_each_result_and_ends(page: EditorPage) -> None:
    page.testing.toggle()
    until(lambda: page.testing.trial.rehearsal, "result")
    assert page.header.test.text() == "End Test"
    assert not page.header.publish.isEnabled()
    assert page.canvas.cards["send"].face.summary == "Would be sent to jane.moore@example.org, sales@ourcompany.com"
    assert page.canvas.cards["filter"].face.summary == "2 of 2 rules match, continue"
    page.select("mapper")
    assert isinstance(page.panel.content, TrialPanel)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.testing.trial.active
    assert page.header.test.text() == "Test Run"


def test_nothing_is_saved_during_a_test_run(page: EditorPage, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[bool] = []
    monkeypatch.setattr(page.saving, "save", lambda _, start: saved.append(start))
    page.testing.toggle()
    until(lambda: page.testing.trial.rehearsal, "result")
    page.save()
    page.publish()
    page.testing.end()
    page.publish()
    assert saved == [True]


def test_where_a_message_stops_later_steps_are_dimmed(page: EditorPage) -> None:
    rules = [{"path": "subject", "op": "contains", "value": "nothing of the kind"}]
    page.verbs.settle(Step("basic-filter", id="filter", values={"rules": rules}))
    page.testing.toggle()
    until(lambda: page.testing.trial.rehearsal, "result")
    assert page.canvas.cards["filter"].face.summary.startswith("Stopped here: 1 of 1 rules did not match")
    assert page.canvas.cards["send"].face.dim


def test_a_change_during_a_test_run_runs_it_again(page: EditorPage) -> None:
    page.testing.toggle()
    until(lambda: page.testing.trial.rehearsal, "result")
    page.select("log")
    panel = page.step_panel
    assert isinstance(panel, LogPanel)
    panel.text.setPlainText("Other words")
    until(lambda: "Other words" in page.canvas.cards["log"].face.summary, "the new result")
