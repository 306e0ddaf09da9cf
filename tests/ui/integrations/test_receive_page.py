"""Receive Email with its live preview, against a real mailbox."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mailflow_gui.core.model import Step
from mailflow_gui.ui.integrations.create.receive_form import ReceiveForm
from mailflow_gui.ui.integrations.create.receive_page import ReceivePage
from mailflow_gui.ui.integrations.create.stage import Services
from mailflow_gui.ui.widgets.buttons import Button
from tests.servers.fixtures import Mailbox
from tests.ui.integrations.workbench import CATALOG, LETTERS, Workbench, until

SETTINGS = CATALOG.action("receive-email")[1].settings


def page_of(bench: Workbench, qtbot: QtBot, **values: Any) -> ReceivePage:
    step = Step(connection="Obtain Info Emails", action="receive-email", values=values)
    page = ReceivePage(step, Services(bench.profiles, bench.previews, bench.servers), "flow")
    qtbot.addWidget(page)
    page.resize(904, 736)
    page.show()
    return page


def form_of(qtbot: QtBot, *, pop3: bool = False, **values: Any) -> ReceiveForm:
    form = ReceiveForm(SETTINGS, values, pop3=pop3)
    qtbot.addWidget(form)
    form.show()
    return form


def test_preview_lists_the_next_five_and_the_later_ones(bench: Workbench, qtbot: QtBot, mailbox: Mailbox) -> None:
    before = mailbox.flags()
    page = page_of(bench, qtbot, unseenOnly=True)
    until(lambda: page.preview.rows, "preview")
    assert page.preview.title.text() == "The next poll would return 5 of 10 messages"
    shown = [row.candidate.subject for row in page.preview.rows]
    assert shown == [subject for _, subject in LETTERS[:7]]
    assert [row.candidate.next for row in page.preview.rows] == [True] * 5 + [False] * 2
    assert page.preview.bands[0].text == "The other 5 follow 5 seconds later"
    assert page.preview.more.text() == "Show 3 More"
    qtbot.mouseClick(page.preview.more, Qt.MouseButton.LeftButton)
    assert len(page.preview.rows) == 10
    assert mailbox.flags() == before == dict.fromkeys(before, frozenset())


def test_a_change_is_looked_at_after_a_rest_and_only_the_last_answer_counts(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot)
    for most in (1, 2, 8):
        page.form.most.setValue(most)
    until(lambda: page.preview.rows, "preview")
    assert page.preview.title.text() == "The next poll would return 8 of 10 messages"
    assert page.preview.bands[0].text == "The other 2 follow 5 seconds later"
    page.form.no_limit.setChecked(True)
    with qtbot.waitSignal(page.preview.answered, timeout=10_000):
        pass
    assert page.preview.title.text() == "The next poll would return 10 messages"


def test_f5_looks_again(bench: Workbench, qtbot: QtBot, mailbox: Mailbox) -> None:
    page = page_of(bench, qtbot, unseenOnly=True)
    until(lambda: page.preview.rows, "preview")
    with mailbox.server.client(mailbox.user) as client:
        client.select_folder("INBOX")
        client.add_flags(sorted(mailbox.flags())[:9], [b"\\Seen"])
    with qtbot.waitSignal(page.preview.answered, timeout=10_000):
        page.refresh()
    assert page.preview.title.text() == "The next poll would return 1 message"
    with mailbox.server.client(mailbox.user) as client:
        client.select_folder("INBOX")
        client.add_flags(sorted(mailbox.flags()), [b"\\Seen"])
    with qtbot.waitSignal(page.preview.answered, timeout=10_000):
        page.refresh()
    assert page.preview.title.text() == "No unread messages"
    assert page.preview.rows == []


def test_trouble_is_told_and_blocks_nothing(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot, folderName="Nowhere")
    with qtbot.waitSignal(page.preview.answered, timeout=10_000):
        pass
    names = [widget.accessibleName() for widget in page.preview.findChildren(QWidget)]
    assert any("Folder “Nowhere” does not exist" in name for name in names)
    assert page.settle()
    page.form.use_folder("folderName", "INBOX")
    assert page.form.folder.value() == ""
    until(lambda: page.preview.rows, "preview of the inbox")


def test_a_folder_that_is_missing_offers_the_inbox(bench: Workbench, qtbot: QtBot, mailbox: Mailbox) -> None:
    page = page_of(bench, qtbot, folderName="Nowhere")

    def offered() -> list[str]:
        return [one.text() for one in page.preview.findChildren(Button) if one.isVisible()]

    until(lambda: "Use Inbox" in offered(), "the ways on")
    assert [one for one in offered() if one in ("Browse Folders…", "Try Again")] == ["Try Again", "Browse Folders…"]
    next(one for one in page.preview.findChildren(Button) if one.text() == "Use Inbox").click()
    assert page.form.folder.value() == ""
    until(lambda: page.preview.rows, "the messages of the inbox")


def test_leaving_during_a_look_is_quiet(bench: Workbench, qtbot: QtBot) -> None:
    step = Step(connection="Obtain Info Emails", action="receive-email")
    page = ReceivePage(step, Services(bench.profiles, bench.previews, bench.servers), "flow")
    page.show()
    page.refresh()
    page.deleteLater()
    until(lambda: not isValid(page), "end of the page")
    assert bench.tasks.wait()
    qtbot.wait(50)


def test_values_come_back_as_saved_ones(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot)
    form = page.form
    form.folder.set_value("Invoices")
    form.unseen.setChecked(True)
    form.delay.set_value(60_000)
    form.no_limit.setChecked(True)
    form.start_from.set_value("last 20")
    form.after.set_value("move:Done")
    form.largest.setValue(10)
    form.expected.set_value("mon-fri 09:00")
    form.shared.setText("office")
    saved = dict(page.step().values)
    assert saved == {
        "folderName": "Invoices",
        "unseenOnly": True,
        "delay": "1m",
        "maxResults": -1,
        "startFrom": "last 20",
        "afterSuccess": "move:Done",
        "maxSizeMb": 10,
        "expectedBy": "mon-fri 09:00",
        "sharedAs": "office",
    }
    again = form_of(qtbot, **saved)
    assert SETTINGS.check(again.values())[0] == SETTINGS.check(saved)[0]
    assert again.disclosure.isChecked()


def test_zero_is_an_error_and_stays(bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(bench, qtbot)
    page.form.most.setValue(0)
    assert not page.settle()
    assert "With 0 no message would ever be taken" in str(page.form.rows["maxResults"].problem)
    page.form.most.setValue(1)
    assert page.settle()


def test_every_poll_warns_and_turn_on_helps(qtbot: QtBot, look: object) -> None:
    form = form_of(qtbot)
    assert not form._again_warning.isVisible()
    assert "Mailflow remembers what it has taken." in form._unseen_note.text()
    form.repeat.setCurrentIndex(form.repeat.findData("every-poll"))
    assert form._again_warning.isVisible()
    qtbot.mouseClick(form._again_warning.buttons()[0], Qt.MouseButton.LeftButton)
    assert form.unseen.isChecked()
    assert not form._again_warning.isVisible()


def test_a_short_delay_warns(qtbot: QtBot, look: object) -> None:
    form = form_of(qtbot, delay="500ms")
    assert form._often_warning.isVisible()
    form.delay.set_value(1_000)
    assert not form._often_warning.isVisible()


def test_pop3_has_one_folder_and_no_browse(qtbot: QtBot, look: object) -> None:
    form = form_of(qtbot, pop3=True)
    endings = [form.after.combo.itemText(place) for place in range(form.after.combo.count())]
    assert endings == ["Leave on the server", "Delete on the server"]
    assert not form.folder.browse.isVisible()
    assert not form.push.isEnabled()
    assert form._unseen_note.text() == "POP3 servers keep no read marks. Mailflow remembers what it has taken."
    form.folder.set_value("Archive")
    assert "inbox only" in str(form.rows["folderName"].problem)


@pytest.mark.parametrize("name", ["Folder", "Unseen Only", "Delay", "Maximum Emails", "Start From", "Largest Message"])
def test_controls_are_named_as_they_are_labelled(qtbot: QtBot, look: object, name: str) -> None:
    form = form_of(qtbot)
    form.disclosure.setChecked(True)
    named = {widget.accessibleName() for widget in form.findChildren(QWidget)} | {form.unseen.text()}
    assert name in named


def test_in_words_follow(qtbot: QtBot, look: object) -> None:
    form = form_of(qtbot)
    form.unseen.setChecked(True)
    assert "take up to 5 unread messages from the inbox" in form.words.accessibleName()


def test_the_folder_dialog_lists_real_names(bench: Workbench, qtbot: QtBot, mailbox: Mailbox) -> None:
    names = ["Archive", "Invoices/2025", "Invoices/2026", "Müller & Söhne"]
    for name in names:
        mailbox.server.create_folder(mailbox.user, name)
    page = page_of(bench, qtbot)
    qtbot.mouseClick(page.form.folder.browse, Qt.MouseButton.LeftButton)
    dialog = page.dialog
    assert dialog is not None
    until(dialog.names, "folders")
    assert set(dialog.names()) >= {"INBOX", *names}
    assert dialog.selected() == "INBOX"
    dialog.search.setText("2026")
    assert dialog.names() == ["Invoices/2026"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert page.form.folder.value() == "Invoices/2026"
    assert page.step() == replace(page.step(), values={"folderName": "Invoices/2026"})


def test_the_folder_dialog_tells_trouble(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = page_of(lone_bench, qtbot)
    qtbot.mouseClick(page.form.folder.browse, Qt.MouseButton.LeftButton)
    dialog = page.dialog
    assert dialog is not None
    until(lambda: dialog._message.isVisible(), "trouble")
    assert "does not accept connections" in dialog._message.accessibleName()
    assert not dialog.choose.isEnabled()
    dialog.reject()
    page.preview._latest.forget()
