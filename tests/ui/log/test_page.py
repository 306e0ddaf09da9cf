"""The Message Log page: following, pausing, finding, the detail pane, copy and export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Kind, Level
from mailflow_gui.qt.log_model import Column, LogModel
from mailflow_gui.ui.log.page import COPIED_AT_ONCE, LogPage
from mailflow_gui.ui.log.table import LogTable
from mailflow_gui.ui.theme import Theme
from tests.qt.stage import event, poll
from tests.ui.desks import PageDesk, integration, page_desk, profile

FIRST = integration("Welcome new leads")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(FIRST))
    yield made
    made.close()


@pytest.fixture
def page(desk: PageDesk, qtbot: QtBot, look: Theme) -> LogPage:
    model = LogModel(lambda id: FIRST.name if id == FIRST.id else "Deleted integration")
    made = LogPage(model, desk.profiles, desk.tasks)
    made._model.setParent(made)
    qtbot.addWidget(made)
    made.resize(984, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def told(number: int, **values: object) -> object:
    return event(f"Message {number}", integration=FIRST.id, **values)


def fill(page: LogPage, count: int = 100) -> None:
    page.append([told(number) for number in range(count)])  # type: ignore[misc]


def key(page: LogPage, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.window().focusWidget() or page, which, modifiers)


def test_the_newest_row_is_on_top_and_followed(page: LogPage) -> None:
    fill(page, 3)
    assert page.table.model().index(0, Column.MESSAGE).data() == "Message 2"
    assert page._live.text() == "Live"
    assert page._count.text() == "3 entries"


def test_scrolling_down_pauses_following_and_the_top_goes_on(page: LogPage) -> None:
    fill(page)
    bar = page.table.verticalScrollBar()
    bar.setValue(300)
    top = page.table.model().index(page.table.rowAt(0), Column.MESSAGE).data()
    page.append([told(1000), told(1001)])  # type: ignore[list-item]
    assert page._live.text() == "Paused · 2 new"
    assert page.table.model().index(page.table.rowAt(0), Column.MESSAGE).data() == top
    bar.setValue(0)
    assert page._live.text() == "Live"
    assert page.table.model().index(0, Column.MESSAGE).data() == "Message 1001"


def test_resume_leads_back_to_the_top(page: LogPage, qtbot: QtBot) -> None:
    fill(page)
    page.table.verticalScrollBar().setValue(300)
    assert page.pause.text() == "Resume"
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    assert (page.pause.text(), page.table.verticalScrollBar().value()) == ("Pause", 0)


def test_space_pauses_and_the_top_does_not_end_that_pause(page: LogPage) -> None:
    fill(page)
    page.table.setFocus()
    key(page, Qt.Key.Key_Space)
    page.table.verticalScrollBar().setValue(90)
    page.table.verticalScrollBar().setValue(0)
    assert page._live.text() == "Paused"
    key(page, Qt.Key.Key_Space)
    assert page._live.text() == "Live"


def test_enter_opens_the_entry_and_escape_closes_it(page: LogPage) -> None:
    page.append([told(1, subject="Interested <b>", kind=Kind.HELD, reply="550 5.1.1 User unknown")])  # type: ignore
    page.table.setFocus()
    page.table.choose(0)
    key(page, Qt.Key.Key_Return)
    assert page._detail.isVisible()
    assert page._detail.attention.isVisible()
    key(page, Qt.Key.Key_Escape)
    assert not page._detail.isVisible()
    assert page.table.hasFocus()


def test_a_long_entry_does_not_push_the_table_away(page: LogPage, qtbot: QtBot) -> None:
    page.resize(684, 520)
    page.append([event("word " * 400, integration=FIRST.id, reply="answer " * 200)])
    page.table.choose(0)
    page._open_detail()
    qtbot.waitUntil(lambda: 180 < page._detail.height() < 240)
    assert page.table.height() > 100


def test_the_pane_is_as_high_as_its_facts(page: LogPage, qtbot: QtBot) -> None:
    page.append([told(1, subject="Interested", sender="jane@example.org", reply="250 OK"), told(2)])  # type: ignore
    page.table.choose(0)
    page._open_detail()
    qtbot.waitUntil(lambda: 15 <= page._detail._scroll.height() < 30)
    low = page._detail._scroll.height()
    page.table.choose(1)
    qtbot.waitUntil(lambda: page._detail._scroll.height() > low)
    qtbot.waitUntil(lambda: not page._detail._scroll.verticalScrollBar().isVisible())


def test_the_chosen_poll_stays_chosen_when_it_moves_up(page: LogPage) -> None:
    page.append([poll(FIRST.id), event("Other", integration="x")])
    page.table.choose(1)
    page.append([event("More", integration="x"), poll(FIRST.id)])
    assert page.table.model().index(page.table.currentIndex().row(), Column.MESSAGE).data() == (
        "2 polls, no new messages"
    )
    assert page.table.currentIndex().row() == 0


def test_filters_and_what_shows_when_nothing_passes(page: LogPage, qtbot: QtBot) -> None:
    page.append([told(1), told(2, level=Level.ERROR, step="Send Email"), event("3", integration="x")])  # type: ignore
    page.levels.set_value("error")
    assert page._count.text() == "1 of 3 entries"
    page.steps.setCurrentIndex(page.steps.findData("Send Email"))
    page.show_integration(FIRST.id)
    page.search.setText("message 2")
    qtbot.waitUntil(lambda: page._model._filter.text == "message 2")
    assert page._count.text() == "1 of 3 entries"
    page.search.setText("nothing like it")
    qtbot.waitUntil(page._no_match.isVisible)
    assert page._no_match.button is not None
    page._no_match.button.click()
    assert page._count.text() == "3 entries"


def test_a_step_that_appears_late_can_be_chosen(page: LogPage, qtbot: QtBot) -> None:
    fill(page, 700)
    page.append([told(1, step="Data Mapper")])  # type: ignore[list-item]
    qtbot.waitUntil(lambda: page.steps.findData("Data Mapper") > 0)


def test_find_next_and_before(page: LogPage, qtbot: QtBot) -> None:
    fill(page, 40)
    page.table.setFocus()
    key(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search.hasFocus)
    page.search.setText("message 3")
    found = []
    for shift in (False, False, True):
        key(page, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)
        found.append(page.table.currentIndex().siblingAtColumn(Column.MESSAGE).data())
    assert found == ["Message 39", "Message 38", "Message 39"]


def test_copy_of_one_row_has_its_facts_and_of_many_one_line_each(page: LogPage) -> None:
    page.append([told(1), told(2, subject="Interested", sender="jane@example.org")])  # type: ignore[list-item]
    page.table.setFocus()
    page.table.choose(0)
    key(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[1:] == ["Info", "Welcome new leads", "–", "Message 2"]
    assert lines[1:3] == ["Message: Interested", "From: jane@example.org"]
    page.table.selectAll()
    page.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_very_many_rows_are_copied_too(page: LogPage, qtbot: QtBot) -> None:
    fill(page, COPIED_AT_ONCE + 1)
    qtbot.waitUntil(lambda: page._model.total == COPIED_AT_ONCE + 1)
    page.table.selectAll()
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        page.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert (len(lines), lines[-1].split("\t")[-1]) == (COPIED_AT_ONCE + 1, "Message 0")


def test_choosing_all_does_not_ask_for_each_cell(page: LogPage, qtbot: QtBot) -> None:
    """The header would look for a selected column through all rows: three seconds for 100,000 of them."""
    asked: list[int] = []

    class Counting(LogModel):
        def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
            asked.append(index.row())
            return super().flags(index)

    table = LogTable(Counting(lambda id: id))
    qtbot.addWidget(table)
    table.show()
    table._model.append([told(number) for number in range(1000)])  # type: ignore[misc]
    qtbot.waitUntil(lambda: table._model.total == 1000)
    table.selectAll()
    table.grab()
    assert table.selected_rows() == list(range(1000))
    assert len(asked) < 1000


def test_export_writes_what_is_shown(page: LogPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.append([poll(FIRST.id), poll(FIRST.id), told(2, level=Level.ERROR)])  # type: ignore[list-item]
    with qtbot.waitSignal(page.toast) as said:
        page.export_to(tmp_path / "log.jsonl")
    assert said.args == ["2 entries exported to log.jsonl"]
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text("utf-8").splitlines()]
    assert [one["text"] for one in lines] == ["Message 2", "2 polls, no new messages"]
    assert lines[1]["polls"] == 2
    with qtbot.waitSignal(page.toast) as said:
        page.export_to(tmp_path / "no such folder" / "log.csv")
    assert said.args[0].startswith("The log was not exported")


def test_columns_fit_a_narrow_window(page: LogPage, qtbot: QtBot) -> None:
    fill(page, 100)
    page.resize(900 - 56, 560)
    table = page.table
    qtbot.waitUntil(lambda: table.viewport().width() < 844)
    assert sum(table.columnWidth(column) for column in Column) <= table.viewport().width()
    assert table.columnWidth(Column.MESSAGE) >= 200
    assert not table.horizontalScrollBar().isVisible()


def test_the_theme_reaches_the_painted_rows(page: LogPage, look: Theme) -> None:
    fill(page, 5)
    light = page.table.viewport().grab().toImage().pixelColor(3, 3)
    look.set_mode("dark")
    dark = page.table.viewport().grab().toImage().pixelColor(3, 3)
    assert light.lightness() > 200 > 80 > dark.lightness()


def test_no_row_under_the_pointer_after_it_left(page: LogPage) -> None:
    fill(page, 5)
    QTest.mouseMove(page.levels)  # wherever another test left the pointer
    page.table.leaveEvent(QEvent(QEvent.Type.Leave))
    assert page.table._row_under_pointer() == -1
