"""The quick search by keyboard and pointer: typing, choosing, opening, closing, focus."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.qt.lookup import Lookup
from mailflow_gui.ui.search.index import Index
from mailflow_gui.ui.search.quick_search import MARGIN, QuickSearch
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.window import PLACES
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember
from tests.ui.search.test_index import Told

BILLS, LEADS = integration("Forward invoices"), integration("Welcome new leads")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(LEADS, BILLS))
    yield made
    made.close()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def window(qtbot: QtBot, look: Theme) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for _ in range(2):
        column.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def search(window: QWidget, desk: PageDesk, told: Told) -> QuickSearch:
    index = Index(desk.profiles, desk.control, desk.attention, told.doors())
    index.offer(PLACES, (), lambda id: told.append(("place", id)))
    return QuickSearch(window, index, Lookup(desk.ledger, desk.tasks, window))


def titles(search: QuickSearch) -> list[str]:
    return [row.found.title for row in search.rows]


def press(search: QuickSearch, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(search.field, key)


def test_type_choose_open(search: QuickSearch, told: Told) -> None:
    search.begin()
    assert search.field.hasFocus()
    QTest.keyClicks(search.field, "invo")
    assert titles(search) == ["Forward invoices", "Start “Forward invoices”"]
    press(search, Qt.Key.Key_Down)
    assert [row.current for row in search.rows] == [False, True]
    assert search.field.accessibleDescription() == "Start “Forward invoices”"
    press(search, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert told == [("integration", "Forward invoices")]
    assert not search.isVisible()


def test_tab_moves_in_the_list_and_never_out_of_the_search(search: QuickSearch) -> None:
    search.begin()
    press(search, Qt.Key.Key_Tab)
    assert search.rows[1].current
    assert search.field.hasFocus()


def test_esc_closes_and_the_focus_is_where_it_was(search: QuickSearch, window: QWidget) -> None:
    field = window.findChildren(QLineEdit)[1]
    field.setFocus()
    search.begin()
    press(search, Qt.Key.Key_Escape)
    assert (search.isVisible(), field.hasFocus()) == (False, True)


def test_ctrl_k_again_and_a_click_beside_it_close(search: QuickSearch) -> None:
    search.begin()
    search.begin()
    assert not search.isVisible()
    search.begin()
    QTest.mouseClick(search.panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert search.isVisible()
    QTest.mouseClick(search, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not search.isVisible()


def test_focus_that_goes_elsewhere_closes_it_and_stays_there(search: QuickSearch, window: QWidget) -> None:
    first, second = window.findChildren(QLineEdit)[:2]
    first.setFocus()
    search.begin()
    second.setFocus()
    assert (search.isVisible(), second.hasFocus()) == (False, True)


def test_a_row_can_be_clicked(search: QuickSearch, told: Told) -> None:
    search.begin()
    QTest.mouseClick(search.rows[2], Qt.MouseButton.LeftButton)
    assert told == [("place", "connections")]
    assert not search.isVisible()


def test_messages_appear_below_while_the_chosen_row_stays(search: QuickSearch, desk: PageDesk, qtbot: QtBot) -> None:
    remember(desk.ledger, BILLS, [(timedelta(minutes=1), TripState.HELD, "Invoice 7")])
    search.begin()
    QTest.keyClicks(search.field, "invo")
    press(search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: titles(search)[-2:] == ["Invoice 7", "All messages with “invo”"])
    assert search.rows[1].current


def test_nothing_found_is_said_and_enter_does_nothing(search: QuickSearch, told: Told) -> None:
    search.begin()
    QTest.keyClicks(search.field, "xyz")
    assert search._nothing.isVisible()
    assert search._nothing.text() == "Nothing is called “xyz”"
    press(search, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (told, search.isVisible()) == ([], True)


def test_it_stays_within_a_small_window_and_scrolls(search: QuickSearch, window: QWidget, desk: PageDesk) -> None:
    desk.profiles.profile = profile(*(integration(f"Flow {n}") for n in range(10)))
    search.begin()
    QTest.keyClicks(search.field, "flow")
    window.resize(900, 400)
    assert search.size() == window.size()
    assert search.panel.geometry().bottom() < window.height() - MARGIN + 1
    press(search, *[Qt.Key.Key_PageDown] * 3)
    last = search.rows[-1]
    assert last.current
    assert search._scroll.viewport().rect().contains(last.mapTo(search._scroll.viewport(), last.rect().center()))


def test_the_window_may_be_measured_before_the_search_was_ever_open(search: QuickSearch, window: QWidget) -> None:
    gc.collect()  # layout items that Python let go of
    window.grab()
    assert search.panel.height() > 56
