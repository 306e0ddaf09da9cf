"""Create Integration from the first click to the flow editor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Connection
from mailflow_gui.core.review import review
from mailflow_gui.ui.integrations.create.choose_connection import ChooseConnectionPage
from mailflow_gui.ui.integrations.create.create_page import CreateIntegrationPage
from mailflow_gui.ui.integrations.create.flow_rail import Node
from mailflow_gui.ui.integrations.create.name_dialog import NameDialog
from mailflow_gui.ui.integrations.create.receive_page import ReceivePage
from mailflow_gui.ui.integrations.create.send_page import SendPage
from mailflow_gui.ui.integrations.create.step_page import StepPage
from tests.servers.fixtures import Mailbox
from tests.ui.integrations.workbench import Workbench, until

RECEIVE, SEND = "Obtain Info Emails", "Send Emails to Leads"


def shown(bench: Workbench, qtbot: QtBot) -> CreateIntegrationPage:
    page = CreateIntegrationPage(bench.profiles, bench.previews, bench.servers)
    qtbot.addWidget(page)
    page.resize(1144, 800)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    return page


def on(page: CreateIntegrationPage, kind: type[Any]) -> Any:
    assert isinstance(page.page, kind), type(page.page)
    return page.page


def sheet(page: CreateIntegrationPage) -> NameDialog:
    dialog = page.saving.dialog
    assert dialog is not None
    return dialog


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifier)


def test_by_keyboard_alone(bench: Workbench, qtbot: QtBot, mailbox: Mailbox) -> None:
    before = mailbox.flags()
    page = shown(bench, qtbot)
    page.start()
    control = Qt.KeyboardModifier.ControlModifier
    until(lambda: QApplication.focusWidget() is on(page, ChooseConnectionPage).rows[RECEIVE], "focus on the first row")
    press(qtbot, Qt.Key.Key_Return)  # choose; the focus goes to the action
    press(qtbot, Qt.Key.Key_Return)  # the action leads on
    receive = on(page, ReceivePage)
    until(lambda: QApplication.focusWidget() is receive.form.folder.line, "focus on Folder")
    press(qtbot, Qt.Key.Key_Tab)  # Browse…
    press(qtbot, Qt.Key.Key_Tab)  # Unseen Only
    press(qtbot, Qt.Key.Key_Space)
    assert receive.form.unseen.isChecked()
    until(lambda: receive.preview.rows, "preview")
    press(qtbot, Qt.Key.Key_Return, control)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    send = on(page, SendPage)
    until(lambda: QApplication.focusWidget() is send.form.lines["to"], "focus on Email to")
    qtbot.keyClicks(send.form.lines["to"], "sales@ourcompany.com")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(send.form.lines["subject"], "New message")
    with qtbot.waitSignal(page.built, timeout=5_000) as caught:
        press(qtbot, Qt.Key.Key_Return, control)
    (integration,) = caught.args
    first, last = integration.steps
    assert (first.connection, first.action, first.values) == (RECEIVE, "receive-email", {"unseenOnly": True})
    assert (last.connection, last.action, last.values) == (
        SEND,
        "send-email",
        {"from": "info@ourcompany.com", "to": "sales@ourcompany.com", "subject": "New message"},
    )
    assert review(integration, bench.profiles.profile, bench.profiles.catalog) == ()
    assert mailbox.flags() == before


def test_the_focus_stays_where_it_went_after_the_flow_was_drawn_anew(lone_bench: Workbench, qtbot: QtBot) -> None:
    """New nodes are shown a moment later; the one that stands for the one with the focus took it back then."""
    page = shown(lone_bench, qtbot)
    page.start()
    until(lambda: all(node.isVisible() for node in page.rail.nodes), "the flow is shown")
    page.rail.show_flow("Answers", [Node("Start", "Receive Email")], 0, "")
    until(lambda: page.rail.nodes[0].isVisible(), "the node is shown")
    search = on(page, ChooseConnectionPage).search
    QWidget.setTabOrder(page.rail.nodes[0], search)  # there the focus falls when the node goes
    page.rail.nodes[0].setFocus()
    page.rail.show_flow("Answers", [Node("Start", "Receive Email", "Inbox", "receive")], 0, "")
    search.setFocus()
    until(lambda: all(node.isVisible() for node in page.rail.nodes), "the flow is shown")
    assert QApplication.focusWidget() is search


def test_the_rail_grows_and_leads_back(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(lone_bench, qtbot)
    page.start()
    assert [node.accessibleName() for node in page.rail.nodes] == [
        "Start, Choose a connection",
        "Finish, Choose a connection",
    ]
    assert not page.next.isEnabled()
    on(page, ChooseConnectionPage).choose(RECEIVE)
    assert page.rail.nodes[0].accessibleName() == f"Start, {RECEIVE}, choose an action"
    page.next.click()
    assert page.rail.nodes[0].accessibleName() == f"Start, Receive Email, {RECEIVE}"
    page.next.click()
    on(page, ChooseConnectionPage).choose(SEND)
    page.next.click()
    on(page, SendPage)
    page.rail.nodes[0].clicked.emit()
    on(page, ReceivePage)
    page.go_back()
    on(page, ChooseConnectionPage)
    page.go_on()
    page.go_on()
    on(page, SendPage)


def test_start_lists_receivers_finish_lists_senders_and_log(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(lone_bench, qtbot)
    page.start()
    assert list(on(page, ChooseConnectionPage).rows) == [RECEIVE]
    on(page, ChooseConnectionPage).choose(RECEIVE)
    page.go_on()
    page.go_on()
    choose = on(page, ChooseConnectionPage)
    assert list(choose.rows) == [SEND, "log"]
    choose.choose("log")
    page.go_on()
    log = on(page, StepPage)
    log.form.editor("contextLoggingEnabled").show(True)
    log.form.changed.emit("contextLoggingEnabled")
    page.go_on()
    assert [step.kind for step in page.draft.steps] == ["", "log"]
    assert page.draft.steps[1].values == {"contextLoggingEnabled": True}


def test_a_failed_connection_waits_below_with_its_reason(lone_bench: Workbench, qtbot: QtBot) -> None:
    failed = Connection("Broken", "email-receive", {"host": "x.example"}, failed="The server refused the password")
    lone_bench.profiles.profile = lone_bench.profiles.profile.with_connection(failed)
    page = shown(lone_bench, qtbot)
    page.start()
    choose = on(page, ChooseConnectionPage)
    assert list(choose.rows) == [RECEIVE, "Broken"]
    assert "The server refused the password" in choose.rows["Broken"].accessibleName()
    choose.search.setText("brok")
    assert [row.isVisible() for row in choose.rows.values()] == [False, True]


def test_a_new_connection_comes_back_chosen(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(lone_bench, qtbot)
    page.start()
    choose = on(page, ChooseConnectionPage)
    with qtbot.waitSignal(page.create_connection_requested) as caught:
        choose.new_connection.click()
    assert caught.args == ["from"]
    made = Connection("Fresh", "email-receive", {"protocol": "imap"}, validated="2026-11-24")
    with qtbot.waitSignal(lone_bench.profiles.changed, timeout=5_000):
        lone_bench.profiles.save_connection(made, {})
    page.connection_created("Fresh")
    assert choose.rows["Fresh"].is_selected()
    assert page.next.isEnabled()
    assert page.draft.places[0] is not None
    assert page.draft.places[0].connection == "Fresh"


@pytest.mark.parametrize("answer", ["Save", "Discard", "Cancel"])
def test_leaving_unsaved_work_asks(lone_bench: Workbench, qtbot: QtBot, answer: str) -> None:
    page = shown(lone_bench, qtbot)
    page.start_from_idea("forward-invoices")
    on(page, ChooseConnectionPage).choose(RECEIVE)
    page.go_on()
    left: list[str] = []
    page.request_leave(lambda: left.append("left"))
    question = page.saving.question
    assert question is not None
    question.button(getattr(QMessageBox.StandardButton, answer)).click()
    if answer == "Save":
        dialog = sheet(page)
        assert dialog.name.text() == "Forward invoices"
        dialog.save.click()
        until(lambda: left, "saved")
        (saved,) = lone_bench.library.profile.integrations
        assert [step.kind or step.action for step in saved.steps] == ["receive-email", "basic-filter", "send-email"]
        assert (saved.version, saved.steps[0].connection, saved.steps[2].connection) == (0, RECEIVE, "")
    assert left == ([] if answer == "Cancel" else ["left"])


def test_escape_goes_back_and_first_leaves(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(lone_bench, qtbot)
    page.start()
    until(lambda: QApplication.focusWidget() is not None, "focus")
    with qtbot.waitSignal(page.cancelled):
        press(qtbot, Qt.Key.Key_Escape)
    on(page, ChooseConnectionPage).choose(RECEIVE)
    page.go_on()
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    on(page, ChooseConnectionPage)
    page.draft = replace(page.draft, places=(None, None))


def test_an_idea_asks_for_connections_and_keeps_its_steps(lone_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(lone_bench, qtbot)
    page.start_from_idea("answer-requests")
    assert len(page.rail.nodes) == 5
    on(page, ChooseConnectionPage).choose(RECEIVE)
    page.go_on()
    assert on(page, ReceivePage).form.unseen.isChecked()
    page.go_on()
    on(page, ChooseConnectionPage).choose(SEND)
    page.go_on()
    send = on(page, SendPage)
    until(lambda: send.outgoing.text.isVisible(), "sample")
    assert send.outgoing.lines["to"].origin == "mapped"
    assert send.outgoing.lines["subject"].value.text() == "Re: Interested in your product"
    assert send.outgoing.text.value.text().startswith("Hello,")
    with qtbot.waitSignal(page.built) as caught:
        page.go_on()
    (integration,) = caught.args
    assert review(integration, lone_bench.profiles.profile, lone_bench.profiles.catalog) == ()
