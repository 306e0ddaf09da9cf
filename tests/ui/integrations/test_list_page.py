"""The list of integrations: switches, focus, keys, menu, deleting, drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Profile, Step
from mailflow_gui.ui.integrations.list_page import IntegrationsPage
from mailflow_gui.ui.integrations.row import IntegrationRow
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import PageDesk, integration, page_desk, profile

A, B, C = integration("Welcome new leads"), integration("Support auto-reply"), integration("Forward invoices")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(A, B, C))
    yield made
    made.close()


@pytest.fixture
def page(desk: PageDesk, qtbot: QtBot, look: Theme) -> IntegrationsPage:
    made = IntegrationsPage(desk.profiles, desk.control, desk.tallies)
    qtbot.addWidget(made)
    made.resize(984, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def key(row: IntegrationRow, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    row.setFocus()
    QTest.keyClick(row, which, modifiers)


def saved(desk: PageDesk, id: str) -> bool:
    return next(one.enabled for one in desk.library.load().integrations if one.id == id)


def test_the_switch_is_busy_until_it_runs(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    row = page.rows[A.id]
    desk.supervisor.starts_as = Health(State.STARTING)
    click(row.switch)
    assert (row.switch.busy, row.switch.isChecked()) == (True, False)
    qtbot.waitUntil(lambda: row.pill.text() == "Starting…")
    assert (row.switch.busy, row.switch.isChecked()) == (True, True)
    desk.supervisor.healths[A.id] = Health(State.RUNNING)
    qtbot.waitUntil(lambda: row.pill.text() == "Running")
    assert not row.switch.busy
    assert page.rows[A.id] is row, "a switch does not build the list anew"


def test_a_switch_that_can_not_be_saved_returns_and_says_why(
    page: IntegrationsPage, desk: PageDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(change: object) -> Profile:
        raise StoreError("The profile could not be saved", "The disk is full.")

    monkeypatch.setattr(desk.library, "edit", full)
    row = page.rows[A.id]
    with qtbot.waitSignal(page.toast) as told:
        click(row.switch)
    assert told.args == ["The profile could not be saved. The disk is full.", None]
    qtbot.waitUntil(lambda: not row.switch.busy)
    assert (row.switch.isChecked(), desk.supervisor.told) == (False, [])


def test_stopping_offers_undo(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    page.switch(A, True)
    qtbot.waitUntil(lambda: desk.control.running == 1)
    with qtbot.waitSignal(page.toast) as told:
        click(page.rows[A.id].switch)
    text, (word, undo) = told.args
    assert (text, word) == ("“Welcome new leads” stopped", "Undo")
    assert not saved(desk, A.id)
    undo()
    qtbot.waitUntil(lambda: desk.control.running == 1)
    assert saved(desk, A.id)


def test_a_worker_that_dies_shows(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    page.switch(A, True)
    row = page.rows[A.id]
    qtbot.waitUntil(lambda: row.pill.text() == "Running")
    desk.supervisor.healths[A.id] = Health(State.ATTENTION, trouble="The sign-in has ended")
    qtbot.waitUntil(lambda: row.pill.text() == "Needs attention")
    assert (row.note.text(), row.route.text()[:2]) == ("The sign-in has ended", "· ")


def test_space_on_the_row_and_on_the_switch_toggles(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    key(page.rows[B.id], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: saved(desk, B.id) and not page.rows[B.id].switch.busy)
    page.rows[B.id].switch.setFocus()
    QTest.keyClick(page.rows[B.id].switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not saved(desk, B.id) and not page.rows[B.id].switch.busy)
    assert page.rows[B.id].switch.hasFocus()


def test_enter_opens_and_keys_duplicate_and_export(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    row = page.rows[B.id]
    with qtbot.waitSignal(page.open_requested) as opened:
        key(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.export_requested) as exported:
        key(row, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == exported.args == ["Support auto-reply"]
    with qtbot.waitSignal(page.toast) as told:
        key(row, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] == "“Support auto-reply copy” created. It is stopped."
    copy = desk.library.load().integration("Support auto-reply copy")
    assert copy.id != B.id
    assert {step.id for step in copy.steps}.isdisjoint({step.id for step in B.steps})
    assert page.rows[B.id].hasFocus(), "the focus is where it was"


def test_references_to_steps_follow_the_copy(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    first = B.steps[0].id
    mapped = Step(kind="data-mapper", values={"mappings": [{"from": [f"steps.{first}.subject"], "to": "subject"}]})
    desk.profiles.save_integration(replace(B, steps=(B.steps[0], mapped, B.steps[1])))
    qtbot.waitUntil(lambda: len(page.rows[B.id].integration.steps) == 3)
    with qtbot.waitSignal(page.toast):
        key(page.rows[B.id], Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = desk.library.load().integration("Support auto-reply copy")
    assert copy.steps[1].values["mappings"] == [{"from": [f"steps.{copy.steps[0].id}.subject"], "to": "subject"}]


def box(qtbot: QtBot, page: IntegrationsPage) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    return page.findChildren(QMessageBox)[-1]


def test_delete_asks_keeps_by_default_and_moves_the_focus_on(
    page: IntegrationsPage, desk: PageDesk, qtbot: QtBot
) -> None:
    key(page.rows[B.id], Qt.Key.Key_Delete)
    asked = box(qtbot, page)
    assert (asked.text(), asked.textFormat()) == ("Delete “Support auto-reply”?", Qt.TextFormat.PlainText)
    assert asked.defaultButton().text() == "Keep Integration"
    asked.reject()
    assert B.id in page.rows
    key(page.rows[B.id], Qt.Key.Key_Delete)
    asked = box(qtbot, page)
    page.rows[B.id].setFocus()
    with qtbot.waitSignal(page.toast) as told:
        next(one for one in asked.buttons() if one.text() == "Delete Integration").click()
    assert told.args[0] == "“Support auto-reply” deleted"
    assert list(page.rows) == [A.id, C.id]
    assert page.window().focusWidget() is page.rows[C.id], "the next row"


def test_deleting_the_last_one_leaves_the_focus_on_create(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    for one in (A, B, C):
        page.verbs._really_delete(one)
    qtbot.waitUntil(page._empty.isVisible)
    qtbot.waitUntil(page.new.hasFocus)


def test_a_draft_can_not_be_switched_on_and_says_why(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    draft = replace(A, steps=(A.steps[0], Step(kind="template"), replace(A.steps[1], values={})))
    desk.profiles.save_integration(draft)
    row = page.rows[A.id]
    qtbot.waitUntil(lambda: page.rows[A.id].pill.text() == "Draft")
    row = page.rows[A.id]
    assert not row.switch.isEnabled()
    assert row.switch.toolTip().endswith("settings")
    key(row, Qt.Key.Key_Space)
    assert not row.switch.busy


def test_filter_by_group_and_name(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    page.switch(A, True)
    qtbot.waitUntil(lambda: page.rows[A.id].pill.text() == "Running")
    page.groups.set_value("running")
    assert [id for id, row in page.rows.items() if row.isVisible()] == [A.id]
    page.search.setText("INVOICES")
    assert page._no_match.isVisible()
    page.clear_filter()
    assert all(row.isVisible() for row in page.rows.values())


def test_the_filter_finds_labels_too(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    labelled = replace(desk.profiles.profile.integration(A.name), labels=("First Contact",))
    desk.profiles.save_integration(labelled)
    desk.tasks.wait()
    qtbot.waitUntil(lambda: desk.profiles.profile.integration(A.name).labels != ())
    page.search.setText("contact")
    assert [id for id, row in page.rows.items() if row.isVisible()] == [A.id]


def test_news_between_a_save_and_its_answer_break_nothing(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    desk.profiles.save_integration(integration("A new one"))
    desk.tasks.wait()
    page._refresh()
    qtbot.waitUntil(lambda: len(page.rows) == 4)


def test_the_menu_has_words_for_the_present_state(page: IntegrationsPage, desk: PageDesk, qtbot: QtBot) -> None:
    page.rows[A.id].more.click()
    menus = [one for one in page.children() if one.metaObject().className() == "QMenu"]
    assert [one.text() for one in menus[-1].actions()] == [  # type: ignore[attr-defined]
        "Edit", "Start", "Open Log", "Duplicate", "Export…", "Delete…",
    ]  # fmt: skip
    menus[-1].close()  # type: ignore[attr-defined]


def test_saved_changes_that_do_not_run_are_told_and_can_be_started(
    page: IntegrationsPage, desk: PageDesk, qtbot: QtBot
) -> None:
    published = replace(A, version=2)
    desk.profiles.save_integration(published.with_draft(A.steps[::-1]))
    qtbot.waitUntil(lambda: page.rows[A.id].note.text() == "Has changes that are not running yet")
    page.rows[A.id].more.click()
    (menu,) = (one for one in page.children() if one.metaObject().className() == "QMenu")
    assert menu.actions()[2].text() == "Start with Changes"  # type: ignore[attr-defined]
    menu.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [844, 984, 1200])
def test_nothing_is_cut_or_overlaps(page: IntegrationsPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 600)
    row = page.rows[A.id]
    qtbot.waitUntil(lambda: row.width() <= width and row.more.x() > row.switch.x())
    parts = [one for one in (row.tiles, row.name, row.pill, row.switch, row.more) if one.isVisible()]
    edges = [one.mapTo(row, one.rect().topLeft()).x() for one in parts]
    ends = [x + one.width() for x, one in zip(edges, parts, strict=True)]
    assert all(end <= start for end, start in zip(ends, edges[1:], strict=False)), (edges, ends)
    assert ends[-1] <= row.width() - 12
