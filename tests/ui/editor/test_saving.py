"""Saving in the flow editor: drafts, versions, the sheet for the name, the question on leaving."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.editing import Place
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.page import EditorPage
from tests.ui.editor.stand import FLOW
from tests.ui.integrations.workbench import Workbench, until


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


@pytest.mark.parametrize("way", ["save", "publish"])
def test_saving_leaves_the_open_panel_as_it_is(bench: Workbench, page: EditorPage, way: str) -> None:
    bench.library.profile = bench.library.profile.with_integration(FLOW)
    bench.profiles.load()
    page.open(FLOW)
    page.remove("log")
    page.select("receive")
    panel = page.step_panel
    getattr(page, way)()
    until(lambda: not page.work.changed, "saved")
    assert page.step_panel is panel


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
