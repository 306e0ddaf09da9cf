"""Needs Attention: groups, retry and skip by button and key, focus that is never lost, many messages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.attention.message_list import SHOWN
from mailflow_gui.ui.attention.page import AttentionPage
from mailflow_gui.ui.widgets.buttons import IconButton
from mailflow_gui.ui.widgets.list_row import RowHeading
from tests.ui.attention.waiting import ONE, SEND_STEP, fixes, hold, press, refuse, subjects
from tests.ui.desks import PageDesk


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
    with qtbot.waitSignal(page.decisions.undo_offered) as told:
        QTest.keyClick(second, Qt.Key.Key_Delete)
    assert told.args is not None
    assert told.args[0] == "Skipped. It stays in the activity."
    qtbot.waitUntil(lambda: len(page.list.rows) == 2)
    assert subjects(page) == [order[0], order[2]]
    assert list(page.list.rows.values())[1].hasFocus()


def test_retry_by_key_takes_it_off_the_list(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    first = next(iter(page.list.rows.values()))
    first.setFocus()
    with qtbot.waitSignal(page.decisions.toast) as told:
        QTest.keyClick(first, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["It is tried again when “Forward invoices” runs."]
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)


def test_retry_all_says_so_once(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B", "C")
    told: list[str] = []
    page.decisions.toast.connect(told.append)
    page.retry_all.click()
    qtbot.waitUntil(page.empty.isVisible)
    assert told == ["They are tried again when “Forward invoices” runs."]


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
    box = page.decisions.question
    assert isinstance(box, QMessageBox)
    assert box.text() == "Skip 2 messages?"
    assert len(page.list.rows) == 2
    with qtbot.waitSignal(page.decisions.undo_offered) as told:
        next(one for one in box.buttons() if one.text() == "Skip 2 Messages").click()
    assert told.args is not None
    assert told.args[0] == "Skipped. They stay in the activity."
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
    message = refuse(desk, page, qtbot)
    assert fixes(page) == ["Edit Send Email Step", "Retry with Another Address…"]
    with qtbot.waitSignal(page.decisions.edit_requested) as told:
        page.detail.banner.buttons()[0].click()
    assert told.args == [ONE.name, SEND_STEP, message.exchange]


def test_the_details_can_be_copied(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A")
    page.detail.copy_details()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Subject: A"
    assert "Cause: RECIPIENT_REFUSED" in copied


def test_a_search_lists_and_acts_on_what_it_finds(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "Übung 1", "Übung 2", "Letter")
    press(page, Qt.Key.Key_F)
    assert page.search.hasFocus()
    page.search.setText("üBUNG")
    assert sorted(subjects(page)) == ["Übung 1", "Übung 2"]
    assert page.skip_all.text() == "Skip 2 Found…"
    page.retry_all.click()
    qtbot.waitUntil(lambda: page.list._nothing.isVisible())
    assert not page.list.rows
    page.list._clear.click()
    assert subjects(page) == ["Letter"]


def test_a_group_is_retried_by_its_menu(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    other = replace(desk.attention.messages[0], exchange="other", cause="LOOP", reason="A loop.")
    desk.attention.messages = [other, *desk.attention.messages]
    desk.attention.changed.emit()
    page._show_group_menu("Recipient refused", page.pos())
    menu = page.findChildren(QMenu)[-1]
    assert [one.text() for one in menu.actions()] == ["Retry 2 Messages", "Skip 2 Messages…"]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(page.empty.isVisible)
    assert {one.status for one in desk.ledger.activities()} == {"in-progress"}


def test_every_group_has_a_menu_with_a_name(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A")
    (heading,) = page.findChildren(RowHeading)
    (button,) = heading.findChildren(IconButton)
    assert button.accessibleName() == "Actions for Recipient refused"
