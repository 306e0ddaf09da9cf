"""Needs Attention: groups, retry and skip by button and key, focus that is never lost, many messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.ui.attention.page import SHOWN, AttentionPage, title_of
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE = integration("Forward invoices")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


@pytest.fixture
def page(desk: PageDesk, qtbot: QtBot, look: Theme) -> AttentionPage:
    made = AttentionPage(desk.attention, desk.profiles)
    qtbot.addWidget(made)
    made.resize(844, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def hold(desk: PageDesk, page: AttentionPage, qtbot: QtBot, *subjects: str) -> None:
    what = [(timedelta(minutes=n + 1), TripState.HELD, subject) for n, subject in enumerate(subjects)]
    remember(desk.ledger, ONE, what)
    desk.attention.ask()
    qtbot.waitUntil(lambda: len(page.rows) == min(SHOWN, len(subjects)), timeout=15_000)


def subjects(page: AttentionPage) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in page.rows.values()]


def test_nothing_is_calm(page: AttentionPage) -> None:
    assert page._empty.isVisible()
    assert not page.retry_all.isEnabled()


def test_messages_stand_under_their_cause(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "Invoice 1", "Invoice 2")

    def words() -> list[str]:
        return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]

    qtbot.waitUntil(lambda: "Recipient refused (2)" in words())
    assert not page._empty.isVisible()


def test_skip_by_key_moves_the_focus_to_the_next(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B", "C")
    order = subjects(page)
    second = list(page.rows.values())[1]
    second.setFocus()
    with qtbot.waitSignal(page.toast) as told:
        QTest.keyClick(second, Qt.Key.Key_Delete)
    assert told.args == ["Skipped. It stays in the activity."]
    qtbot.waitUntil(lambda: len(page.rows) == 2)
    assert subjects(page) == [order[0], order[2]]
    assert list(page.rows.values())[1].hasFocus()


def test_retry_by_key_takes_it_off_the_list(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    first = next(iter(page.rows.values()))
    first.setFocus()
    with qtbot.waitSignal(page.toast) as told:
        QTest.keyClick(first, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["It is tried again at the next poll."]
    qtbot.waitUntil(lambda: len(page.rows) == 1)


def test_retry_all_says_so_once(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B", "C")
    told: list[str] = []
    page.toast.connect(told.append)
    page.retry_all.click()
    qtbot.waitUntil(page._empty.isVisible)
    assert told == ["They are tried again at the next poll."]


def test_very_many_are_shown_bit_by_bit(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, *(f"S{n}" for n in range(SHOWN + 20)))
    assert page._more.text() == "20 more appear when these are done."


def test_every_cause_has_a_title() -> None:
    assert (title_of("IN_DOUBT"), title_of("AUTH_FAILED"), title_of("SOMETHING_NEW")) == (
        "May have arrived",
        "The server refused the user name or password",
        "Not delivered",
    )
