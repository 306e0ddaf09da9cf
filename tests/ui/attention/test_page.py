"""Needs Attention: groups, retry and skip by button and key, focus that is never lost, many messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.ledger import TripState
from mailflow_gui.ui.attention.message_list import SHOWN
from mailflow_gui.ui.attention.page import AttentionPage
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.list_row import RowHeading
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
    qtbot.waitUntil(lambda: len(page.list.rows) == min(SHOWN, len(subjects)), timeout=15_000)


def subjects(page: AttentionPage) -> list[str]:
    return [row.accessibleName().split(",")[0] for row in page.list.rows.values()]


def test_nothing_is_calm(page: AttentionPage) -> None:
    assert page.empty.isVisible()
    assert not page.retry_all.isVisible()
    assert not page.detail.isVisible()


def test_messages_stand_under_their_cause(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "Invoice 1", "Invoice 2")

    headings = [one.accessibleName() for one in page.findChildren(RowHeading) if one.isVisible()]
    assert headings == ["Recipient refused, 2 messages"]
    assert not page.empty.isVisible()


def test_skip_by_key_moves_the_focus_to_the_next(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B", "C")
    order = subjects(page)
    second = list(page.list.rows.values())[1]
    second.setFocus()
    with qtbot.waitSignal(page.toast) as told:
        QTest.keyClick(second, Qt.Key.Key_Delete)
    assert told.args == ["Skipped. It stays in the activity."]
    qtbot.waitUntil(lambda: len(page.list.rows) == 2)
    assert subjects(page) == [order[0], order[2]]
    assert list(page.list.rows.values())[1].hasFocus()


def test_retry_by_key_takes_it_off_the_list(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    first = next(iter(page.list.rows.values()))
    first.setFocus()
    with qtbot.waitSignal(page.toast) as told:
        QTest.keyClick(first, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["It is tried again at the next poll."]
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)


def test_retry_all_says_so_once(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B", "C")
    told: list[str] = []
    page.toast.connect(told.append)
    page.retry_all.click()
    qtbot.waitUntil(page.empty.isVisible)
    assert told == ["They are tried again at the next poll."]


def test_very_many_are_shown_bit_by_bit(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, *(f"S{n}" for n in range(SHOWN + 20)))
    assert page.list.more == "20 more appear when these are done."


def test_the_newest_is_shown_and_the_focus_shows_another(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    first, second = page.list.rows.values()
    assert page.detail._subject.text() == first.message.subject
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.detail._subject.text() == second.message.subject
    assert (first.is_selected(), second.is_selected()) == (False, True)


def test_the_header_acts_on_the_checked_ones(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B", "C")
    order = subjects(page)
    row = list(page.list.rows.values())[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert (page.retry_all.text(), page.skip_all.text()) == ("Retry 1 Checked", "Skip 1 Checked…")
    page.retry_all.click()
    qtbot.waitUntil(lambda: len(page.list.rows) == 2)
    assert subjects(page) == [order[0], order[2]]
    assert page.retry_all.text() == "Retry All"


def test_what_is_checked_stays_checked_when_another_message_fails(
    page: AttentionPage, desk: PageDesk, qtbot: QtBot
) -> None:
    hold(desk, page, qtbot, "A")
    next(iter(page.list.rows.values())).check.setChecked(True)
    hold(desk, page, qtbot, "B")
    qtbot.waitUntil(lambda: len(page.list.rows) == 2)
    assert [one.subject for one in page.list.checked] == ["A"]


def test_skip_all_asks_first(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    page.skip_all.click()
    box = page.question
    assert isinstance(box, QMessageBox)
    assert box.text() == "Skip 2 messages?"
    assert len(page.list.rows) == 2
    with qtbot.waitSignal(page.toast) as told:
        next(one for one in box.buttons() if one.text() == "Skip 2 Messages").click()
    assert told.args == ["Skipped. They stay in the activity."]
    qtbot.waitUntil(page.empty.isVisible)


def test_a_message_in_doubt_is_neither_retried_nor_skipped(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A")
    doubt = replace(desk.attention.messages[0], cause="IN_DOUBT", reason="The message may have arrived.")
    desk.attention.messages = [doubt]
    desk.attention.changed.emit()
    detail = page.detail
    shown = [one.text() for one in (detail.retry, detail.skip, detail.arrived, detail.send_again) if one.isVisible()]
    assert shown == ["It Arrived", "Send Again"]
    assert not page.retry_all.isEnabled()
    QTest.keyClick(next(iter(page.list.rows.values())), Qt.Key.Key_Delete)
    assert desk.ledger.activities()[0].status == "held"


def test_its_step_can_be_edited(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A")
    step = ActivityStep("send", "Send Email", "2026-11-24T14:02:18+01:00", 3.0, "failed", "refused")
    desk.attention.messages = [replace(desk.attention.messages[0], steps=(step,))]
    desk.attention.changed.emit()
    button = page.detail._banner.buttons()[0]
    assert button.text() == "Edit Send Email Step"
    with qtbot.waitSignal(page.integration_requested) as told:
        button.click()
    assert told.args == [ONE.name]


def test_the_details_can_be_copied(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A")
    page.detail.copy_details()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Subject: A"
    assert "Cause: RECIPIENT_REFUSED" in copied
