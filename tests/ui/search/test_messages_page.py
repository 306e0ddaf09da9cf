"""The search over all messages: by every field, page by page, and what there is when nothing is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.ledger import TripState
from mailflow_gui.qt import lookup
from mailflow_gui.qt.lookup import Lookup
from mailflow_gui.ui.search.messages_page import MessagesPage
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE, TWO = integration("Forward invoices"), integration("Welcome new leads")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE, TWO))
    remember(made.ledger, ONE, [(timedelta(hours=3), TripState.HELD, "Ünïcode bill")])
    remember(made.ledger, TWO, [(timedelta(hours=2), TripState.DONE, "boss@example.net")])
    yield made
    made.close()


@pytest.fixture
def page(desk: PageDesk, qtbot: QtBot, look: Theme) -> MessagesPage:
    made = MessagesPage(Lookup(desk.ledger, desk.tasks).results(desk.tasks), desk.profiles)
    qtbot.addWidget(made)
    made.resize(844, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def search(page: MessagesPage, qtbot: QtBot, text: str) -> list[str]:
    page.look_for(text)
    qtbot.waitUntil(lambda: not page._results.searching)
    return [row.accessibleName() for row in page.rows]


def test_messages_of_all_integrations_are_found(page: MessagesPage, qtbot: QtBot) -> None:
    newer, older = search(page, qtbot, "JANE@")
    assert newer.startswith("Successful, boss@example.net, jane@example.org, Welcome new leads, ")
    assert older.startswith("Failed, Ünïcode bill, jane@example.org, Forward invoices, ")


@pytest.mark.parametrize(("text", "count"), [("üNÏCODE", 1), ("boss@EXAMPLE", 1), ("<m1@", 1), ("nobody", 0)])
def test_by_subject_recipient_and_message_id(page: MessagesPage, qtbot: QtBot, text: str, count: int) -> None:
    assert len(search(page, qtbot, text)) == count
    assert page.nothing.isVisible() == (not count)
    assert page.list.isVisible() == bool(count)


def test_it_is_asked_while_the_person_types(page: MessagesPage, qtbot: QtBot) -> None:
    page.look_for("")
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "bill")
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    page.search.clear()
    qtbot.waitUntil(lambda: not page.rows)
    assert not page.nothing.isVisible()


def test_a_message_is_shown_by_enter(page: MessagesPage, qtbot: QtBot) -> None:
    search(page, qtbot, "bill")
    row = page.rows[0]
    row.setFocus()
    with qtbot.waitSignal(page.message_requested) as told:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert told.args == [row.message]


def test_more_come_when_they_are_asked_for(
    page: MessagesPage, desk: PageDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "PAGE", 2)
    remember(desk.ledger, ONE, [(timedelta(minutes=n), TripState.FILTERED, f"Letter {n}") for n in range(5)])
    assert len(search(page, qtbot, "letter")) == 2
    first = list(page.rows)
    page.more.click()
    qtbot.waitUntil(lambda: len(page.rows) == 4)
    assert page.rows[:2] == first
    page.more.click()
    qtbot.waitUntil(lambda: len(page.rows) == 5)
    qtbot.waitUntil(lambda: not page.more.isVisible())


def test_records_that_can_not_be_read_are_told(
    page: MessagesPage, desk: PageDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("Mailflow can't read its records")

    monkeypatch.setattr(desk.ledger, "page", broken)
    with qtbot.waitSignal(page.toast) as told:
        page.look_for("bill")
    assert told.args == ["Mailflow can't read its records"]
    assert not page._results.searching
