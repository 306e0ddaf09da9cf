"""What is decided under Needs Attention: each button does what it says, and a skip is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import SENDING_PAUSED, ParcelState
from mailflow_gui.ui.attention.page import AttentionPage
from tests.ui.attention.waiting import LETTER, ONE, SEND_STEP, await_approval, fixes, hold, press, refuse, subjects
from tests.ui.desks import PageDesk


def test_a_skip_is_taken_back(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    """By the notice, and by Ctrl+Z."""
    hold(desk, page, qtbot, "A", "B")
    order = subjects(page)
    with qtbot.waitSignal(page.decisions.undo_offered) as told:
        page.detail.skip.click()
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)
    assert told.args is not None
    told.args[1]()
    qtbot.waitUntil(lambda: subjects(page) == order)
    with qtbot.waitSignal(page.decisions.undo_offered):
        page.detail.skip.click()
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)
    press(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: subjects(page) == order)


def test_the_last_one_is_taken_back_from_wherever_the_keyboard_went(
    page: AttentionPage, desk: PageDesk, qtbot: QtBot
) -> None:
    """With the page empty the keyboard goes to the notice, which stands over it."""
    window, notice = QWidget(), QPushButton("Undo")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(notice)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    hold(desk, page, qtbot, "A")
    with qtbot.waitSignal(page.decisions.undo_offered):
        page.detail.skip.click()
    qtbot.waitUntil(lambda: not page.list.rows)
    notice.setFocus()
    QTest.keyClick(notice, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: subjects(page) == ["A"])


def test_the_server_answer_says_whom_it_was_about(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    refuse(desk, page, qtbot)
    wanted = "RCPT TO:<b@example.org>\n550 5.1.1 User unknown"
    qtbot.waitUntil(lambda: page.detail._answer.text() == wanted)


def test_attachments_are_named(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    refuse(desk, page, qtbot)
    qtbot.waitUntil(lambda: ("Attachments", "bill.pdf, 4 bytes") in page.detail.table._rows)


def test_another_address_is_asked_for_and_used(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    message = refuse(desk, page, qtbot)
    page.detail.banner.buttons()[1].click()
    qtbot.waitUntil(lambda: page.decisions.sheet is not None)
    sheet = page.decisions.sheet
    assert sheet is not None
    assert sheet.address.text() == "b@example.org"
    sheet.retry.click()
    assert sheet.row.problem == "The server refused this one."
    sheet.address.setText("c@example.org, d@example.org")
    sheet.retry.click()
    assert sheet.row.problem == "Enter one email address."
    sheet.address.setText("c@example.org")
    with qtbot.waitSignal(page.decisions.toast) as told:
        sheet.retry.click()
    assert told.args == ["It goes to c@example.org. It is tried again when “Forward invoices” runs."]
    parcel = desk.ledger.parcel(message.exchange, SEND_STEP)
    assert parcel is not None
    assert (parcel.pending, parcel.outgoing.wire) == (("c@example.org",), b"wire")


def test_the_accounts_address_becomes_email_from(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    desk.profiles.set_step_value(ONE.id, SEND_STEP, "from", "sales@example.org", "")
    qtbot.waitUntil(lambda: desk.profiles.profile.integrations[0].version > ONE.version)
    message = refuse(desk, page, qtbot, cause="SENDER_REFUSED")
    reason = "The server does not let you send as sales@example.org. The account may use only its own addresses."
    desk.attention.messages = [replace(message, reason=reason)]
    desk.attention.changed.emit()
    assert fixes(page) == ["Use info@example.org", "Edit Send Email Step"]
    with qtbot.waitSignals([page.decisions.settings_changed, page.decisions.toast]):
        page.detail.banner.buttons()[0].click()
    saved = desk.library.load().integrations[0]
    assert saved.steps[1].values["from"] == "info@example.org"
    assert desk.ledger.activities()[0].status == "in-progress"


def test_open_message_by_enter(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    refuse(desk, page, qtbot)
    row = page.list.rows["refused"]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    dialog = page.decisions.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.letter is not None)
    assert dialog.view.subject.text() == "Bill"
    dialog.accept()


def test_a_message_is_saved_byte_for_byte(
    page: AttentionPage, desk: PageDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(desk, page, qtbot)
    asked: list[str] = []

    def choose(*given: str) -> tuple[str, str]:
        asked.append(given[2])
        return str(tmp_path / "bill.eml"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(page.decisions.toast) as told:
        page.detail.fix_requested.emit(page.detail.more_fixes()[-2])
    assert told.args == ["Saved “bill.eml”."]
    assert asked == ["Bill.eml"]
    assert (tmp_path / "bill.eml").read_bytes() == LETTER
    assert (tmp_path / "bill.eml").stat().st_mode & 0o777 == 0o600


def test_a_message_that_is_not_kept_can_not_be_opened(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    message = refuse(desk, page, qtbot)
    desk.attention.messages = [replace(message, kept=False, cause="TOO_LARGE", steps=(), reason="Too large.")]
    desk.attention.changed.emit()
    assert not page.detail.open.isEnabled()
    assert fixes(page) == ["Skip It"]
    assert [one.label for one in page.detail.more_fixes()] == ["Copy Details"]


def test_a_retry_is_shown_until_it_ends(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    message = refuse(desk, page, qtbot)
    desk.control.switch(ONE, True)
    qtbot.waitUntil(lambda: desk.control.is_running(ONE.id))
    page.detail.retry.click()
    qtbot.waitUntil(lambda: "Trying again…" in page.list.rows["refused"].accessibleName())
    assert page.detail.retry.busy
    assert not page.retry_all.isEnabled()
    trip = desk.ledger.trip(message.exchange)
    assert trip is not None
    desk.ledger.hold(trip, "RECIPIENT_REFUSED", "Recipient refused: b@example.org.", [])
    with qtbot.waitSignal(page.decisions.toast) as told:
        desk.attention.ask()
    assert told.args == ["“Bill” failed again."]
    assert not page.detail.retry.busy
    assert page.detail.table._rows[0][1].startswith("2, last at")


def test_of_a_deleted_integration_nothing_can_be_retried(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    refuse(desk, page, qtbot)
    desk.profiles.delete_integration(ONE.name)
    qtbot.waitUntil(lambda: not desk.profiles.profile.integrations)
    assert not page.detail.retry.isEnabled()
    assert page.detail.skip.isEnabled()


def test_what_waits_for_approval_is_shown_and_sent(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    message = await_approval(desk, page, qtbot)
    assert fixes(page) == ["Send It", "Show the Email"]
    assert not page.detail.retry.isVisible()
    assert not page.retry_all.isEnabled()
    page.detail.banner.buttons()[1].click()
    dialog = page.decisions.approval
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.send.isEnabled())
    assert dialog.view.subject.text() == "Our answer"
    dialog.close_button.click()
    with qtbot.waitSignal(page.decisions.toast) as told:
        page.detail.banner.buttons()[0].click()
    assert told.args == ["It is sent when “Forward invoices” runs."]
    parcel = desk.ledger.parcel(message.exchange, SEND_STEP)
    assert parcel is not None
    assert (parcel.state, desk.ledger.activities()[0].status) == (ParcelState.READY, "in-progress")


def test_a_group_that_waits_for_approval_is_sent_by_its_menu(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    await_approval(desk, page, qtbot)
    page._show_group_menu("Waiting for your approval", page.pos())
    menu = page.findChildren(QMenu)[-1]
    assert [one.text() for one in menu.actions()] == ["Send 1 Message", "Skip 1 Message…"]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(page.empty.isVisible)


def test_a_pause_of_sending_is_ended(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    hold(desk, page, qtbot, "A", "B")
    for one in desk.attention.messages:
        trip = desk.ledger.trip(one.exchange)
        assert trip is not None
        desk.ledger.hold(trip, SENDING_PAUSED, "Sending is paused: 200 messages in an hour.", [])
    with qtbot.waitSignal(desk.attention.changed):
        desk.attention.ask()
    assert fixes(page) == ["Go On Sending"]
    page.detail.banner.buttons()[0].click()
    qtbot.waitUntil(page.empty.isVisible)
    assert desk.ledger.sending_allowed(ONE.id)
