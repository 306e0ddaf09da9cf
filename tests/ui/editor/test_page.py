"""The flow editor by its verbs, by keyboard, and what saving does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.editing import Place
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Connection, Flow, Integration, Step
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.editor.add_list import AddList
from mailflow_gui.ui.editor.page import EditorPage
from mailflow_gui.ui.editor.panels.log import LogPanel
from mailflow_gui.ui.editor.panels.lost_connection import LostConnectionPanel
from mailflow_gui.ui.editor.panels.receive import ReceivePanel
from mailflow_gui.ui.editor.trial_panel import TrialPanel
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


def test_save_keeps_a_draft_and_what_runs(bench: Workbench, page: EditorPage) -> None:
    published = replace(FLOW, version=3, enabled=True)
    bench.library.profile = bench.library.profile.with_integration(published)
    bench.profiles.load()
    page.open(published)
    page.remove("log")
    page.save()
    until(lambda: not page.work.changed, "saved")
    (saved,) = bench.library.profile.integrations
    assert (saved.version, saved.steps, saved.enabled) == (3, FLOW.steps, True)
    assert saved.draft is not None
    assert [step.id for step in saved.draft] == ["receive", "filter", "mapper", "send"]


def test_publishing_makes_the_next_version(bench: Workbench, page: EditorPage, qtbot: QtBot) -> None:
    published = replace(FLOW, version=3, enabled=True)
    bench.library.profile = bench.library.profile.with_integration(published)
    bench.profiles.load()
    page.open(published)
    page.remove("log")
    with qtbot.waitSignal(page.finished, timeout=5_000) as caught:
        page.publish()
    (saved,) = caught.args
    assert (saved.version, saved.draft, len(saved.steps)) == (4, None, 4)


def test_starting_lists_what_is_missing_and_leads_there(page: EditorPage) -> None:
    page.verbs.insert(Place("", 1), Step("save-attachments", id="save"))
    page.publish()
    dialog = page.saving.dialog
    assert dialog is not None
    assert "Step 2, Save Attachments" in dialog.lines.text()
    dialog.missing.buttons()[0].click()
    assert page.selected == "save"


@pytest.mark.parametrize("start", [False, True])
def test_enter_in_the_sheet_does_what_was_asked_for(page: EditorPage, qtbot: QtBot, start: bool) -> None:
    page.open(replace(FLOW, id="new", name=""))
    (page.publish if start else page.save)()
    dialog = page.saving.dialog
    assert dialog is not None
    until(dialog.name.hasFocus, "focus")
    with qtbot.waitSignal(dialog.saved) as caught:
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert caught.args[-1] is start


def test_the_sheet_takes_labels(bench: Workbench, page: EditorPage) -> None:
    page.saving.open_sheet(page.work)
    dialog = page.saving.dialog
    assert dialog is not None
    dialog.labels.setText(" sales,,  first  contact , sales")
    dialog.save.click()
    until(lambda: page.saving.dialog is None, "the sheet to close")
    assert bench.profiles.profile.integration(FLOW.name).labels == ("sales", "first contact")
    page.saving.open_sheet(page.work)
    assert page.saving.dialog is not None
    assert page.saving.dialog.labels.text() == "sales, first contact"
    page.saving.dialog.reject()


@pytest.mark.parametrize("answer", ["Save", "Discard", "Cancel"])
def test_leaving_with_changes_asks(bench: Workbench, page: EditorPage, answer: str) -> None:
    left: list[str] = []
    page.remove("log")
    page.request_leave(lambda: left.append("left"))
    question = page.saving.question
    assert question is not None
    assert question.text() == "Save changes to “Welcome new leads”?"
    question.button(getattr(QMessageBox.StandardButton, answer)).click()
    if answer == "Save":
        until(lambda: left, "saved")
    steps = len(bench.library.profile.integrations[0].steps)
    assert (left, steps) == {"Save": (["left"], 4), "Discard": (["left"], 5), "Cancel": ([], 5)}[answer]


def test_leaving_without_changes_asks_nothing(page: EditorPage) -> None:
    left: list[str] = []
    page.request_leave(lambda: left.append("left"))
    assert left == ["left"]


def test_a_refused_save_is_told_and_loses_nothing(bench: Workbench, page: EditorPage, qtbot: QtBot) -> None:
    page.remove("log")
    bench.library.trouble = StoreError("The profile can't be written", "The disk is full.")
    with qtbot.waitSignal(page.toast, timeout=5_000) as caught:
        page.save()
    assert "The disk is full." in caught.args[0]
    assert page.work.changed


def test_names_are_checked(bench: Workbench, page: EditorPage) -> None:
    bench.profiles.profile = bench.profiles.profile.with_integration(replace(FLOW, id="other", name="Taken"))
    page.rename()
    dialog = page.saving.dialog
    assert dialog is not None
    dialog.name.setText("  ")
    dialog.save.click()
    assert dialog.name_row.problem == "Name is required."
    dialog.name.setText("taken")
    dialog.save.click()
    assert dialog.name_row.problem == "That name is taken. Try another."


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
