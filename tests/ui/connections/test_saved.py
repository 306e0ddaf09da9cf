"""The list of connections and the page of one: statuses, keys, deletion with undo, editing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.ui.connections.detail_page import ConnectionPage
from mailflow_gui.ui.connections.list_page import ConnectionsPage
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.labels import ElidedLabel
from tests.servers.fixtures import Mailbox
from tests.ui.connections.desk import Desk

MakeDesk = Callable[..., Desk]
VALUES = {"protocol": "imap", "host": "imap.example.org", "port": 993, "username": "info@example.org"}


def receiving(name: str, **changes: object) -> Connection:
    return Connection(name, "email-receive", {**VALUES, **changes})


def listed(qtbot: QtBot, desk: Desk, undo_time: int = 10_000) -> ConnectionsPage:
    page = ConnectionsPage(desk.services, undo_time=undo_time)
    qtbot.addWidget(page)
    page.resize(984, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def names(page: ConnectionsPage) -> list[str]:
    return [row.connection.name for row in page.rows() if row.isVisibleTo(page)]


@pytest.fixture(autouse=True)
def _look(look: Theme) -> None:
    """The applied theme."""


def test_rows_stand_in_their_groups(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk(
        Connection("Sandbox Mailbox", "email-receive", {"host": "127.0.0.1", "username": "practice@sandbox.local"}),
        Connection("Own server", "email-receive", {"host": "127.0.0.1", "username": "practice@sandbox.local"}),
        Connection("Out", "email-send", {"host": "smtp.example.org", "port": 587, "secureType": "StartTLS"}),
        receiving("In"),
    )
    page = listed(qtbot, desk)
    assert names(page) == ["In", "Own server", "Out", "Sandbox Mailbox"]
    assert [heading.text() for heading, _ in page._groups] == ["Receive Email", "Send Email", "Sandbox"]
    page.filter.setText("ou")
    assert names(page) == ["Out"]
    page.filter.setText("xyz")
    assert names(page) == []
    assert page._nothing.accessibleName() == "No connection is called “xyz”"


def test_a_name_without_a_description_stands_in_the_middle(qtbot: QtBot, make_desk: MakeDesk) -> None:
    page = listed(qtbot, make_desk(receiving("In")))
    (row,) = page._rows.values()
    name = next(label for label in row.findChildren(ElidedLabel) if label.text() == "In")
    middle = name.mapTo(row, name.rect().center()).y()
    assert abs(middle - row.rect().center().y()) <= 1


def test_an_empty_list_offers_to_create(qtbot: QtBot, desk: Desk) -> None:
    page = listed(qtbot, desk)
    button = page._empty.button
    assert button is not None
    with qtbot.waitSignal(page.create_requested):
        button.click()


def test_keys_of_a_row(qtbot: QtBot, make_desk: MakeDesk) -> None:
    page = listed(qtbot, make_desk(receiving("In")))
    row = page.rows()[0]
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == ["In"]
    with qtbot.waitSignal(page.rename_requested):
        qtbot.keyClick(row, Qt.Key.Key_F2)
    with qtbot.waitSignal(page.export_requested):
        qtbot.keyClick(row, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_a_connection_in_use_is_not_deleted(qtbot: QtBot, make_desk: MakeDesk) -> None:
    step = Step(connection="In", action="receive-email")
    desk = make_desk(profile=Profile((receiving("In"),), (Integration("One", (step,)), Integration("Two", (step,)))))
    page = listed(qtbot, desk)
    assert "Used by 2 integrations" in page.rows()[0].accessibleDescription()
    qtbot.keyClick(page.rows()[0], Qt.Key.Key_Delete)
    box = page.question
    assert isinstance(box, QMessageBox)
    assert box.text() == "“In” is used by 2 integrations"
    assert "One" in box.informativeText()
    assert "Two" in box.informativeText()
    with qtbot.waitSignal(page.show_integrations_requested):
        next(one for one in box.buttons() if one.text() == "Show Integrations").click()
    assert len(desk.library.profile.connections) == 1


def test_delete_can_be_undone_and_the_secret_outlives_the_undo_time(qtbot: QtBot, make_desk: MakeDesk) -> None:
    first, second = receiving("First"), receiving("Second")
    desk = make_desk(first, second)
    desk.vault.entries[first.id, "password"] = "secret"
    page = listed(qtbot, desk)
    page.rows()[0].setFocus()
    with qtbot.waitSignal(page.toast) as told:
        qtbot.keyClick(page.rows()[0], Qt.Key.Key_Delete)
    assert told.args[0] == "Connection “First” deleted"
    assert names(page) == ["Second"]
    assert page.focusWidget() is page.rows()[0]
    assert desk.vault.entries  # still there
    label, undo = told.args[1]
    assert label == "Undo"
    undo()
    qtbot.waitUntil(lambda: names(page) == ["First", "Second"])
    page.flush()
    assert desk.tasks.wait(2_000)
    assert desk.vault.entries == {(first.id, "password"): "secret"}


def test_the_secret_goes_after_the_undo_time(qtbot: QtBot, make_desk: MakeDesk) -> None:
    item = receiving("First")
    desk = make_desk(item)
    desk.vault.entries[item.id, "password"] = "secret"
    page = listed(qtbot, desk, undo_time=30)
    page.delete("First")
    qtbot.waitUntil(lambda: desk.vault.entries == {}, timeout=3_000)
    assert names(page) == []


def test_duplicate_copies_the_secret(qtbot: QtBot, make_desk: MakeDesk) -> None:
    item = receiving("In")
    desk = make_desk(item)
    desk.vault.entries[item.id, "password"] = "secret"
    page = listed(qtbot, desk)
    qtbot.keyClick(page.rows()[0], Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(page) == ["In", "In 2"], timeout=3_000)
    copy = desk.library.profile.connection("In 2")
    assert copy.id != item.id
    assert desk.vault.entries[copy.id, "password"] == "secret"


def test_validate_from_the_list_keeps_the_outcome(qtbot: QtBot, make_desk: MakeDesk, mailbox: Mailbox) -> None:
    item = receiving(
        "In",
        host="localhost",
        port=mailbox.server.ports["imaps"],
        username=mailbox.user,
        serverCertificate=mailbox.server.authority_pem,
    )
    desk = make_desk(item)
    desk.vault.entries[item.id, "password"] = mailbox.password
    page = listed(qtbot, desk)
    qtbot.keyClick(page.rows()[0], Qt.Key.Key_F5)
    assert page.rows()[0].pill.kind == "busy"
    qtbot.waitUntil(lambda: page.rows()[0].pill.kind == "validated", timeout=15_000)
    desk.vault.entries[item.id, "password"] = "wrong"
    qtbot.keyClick(page.rows()[0], Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.rows()[0].pill.kind == "failed", timeout=15_000)
    assert "refused the user name or password" in page.rows()[0].pill.toolTip()
    assert desk.library.profile.connection("In").validated == ""


# One connection.


def shown(qtbot: QtBot, desk: Desk, name: str) -> ConnectionPage:
    page = ConnectionPage(desk.services)
    qtbot.addWidget(page)
    page.resize(984, 700)
    page.show_connection(name)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_editing_keeps_an_untouched_secret(qtbot: QtBot, make_desk: MakeDesk) -> None:
    item = receiving("In")
    desk = make_desk(item)
    desk.vault.entries[item.id, "password"] = "secret"
    page = shown(qtbot, desk, "In")
    page.edit()
    assert page.form is not None
    assert page.form.form.kept_secrets() == ("password",)
    page.form.form.editor("host").widget.setText("mail.example.org")
    with qtbot.waitSignal(page.saved) as saved:
        page.on_save()
    assert saved.args[0].values["host"] == "mail.example.org"
    assert desk.vault.log == ["save profile"]
    assert desk.vault.entries == {(item.id, "password"): "secret"}


@pytest.fixture
def on_server(qtbot: QtBot, make_desk: MakeDesk, mailbox: Mailbox) -> tuple[Desk, ConnectionPage]:
    """The page of a connection that works, with its password in the keyring."""
    server = mailbox.server
    where = {"host": "localhost", "port": server.ports["imaps"], "serverCertificate": server.authority_pem}
    item = receiving("In", username=mailbox.user, **where)
    desk = make_desk(item)
    desk.vault.entries[item.id, "password"] = mailbox.password
    return desk, shown(qtbot, desk, "In")


def test_a_saved_connection_validates_with_its_secret(qtbot: QtBot, on_server: tuple[Desk, ConnectionPage]) -> None:
    desk, page = on_server
    page.validate()
    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: form.stage is Stage.SUCCESS, timeout=15_000)
    qtbot.waitUntil(lambda: bool(desk.library.profile.connection("In").validated))


def test_validated_while_editing_the_keyboard_is_on_save(qtbot: QtBot, on_server: tuple[Desk, ConnectionPage]) -> None:
    _, page = on_server
    page.edit()
    form = page.form
    assert form is not None
    page.activateWindow()
    form.form.focus("username")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    page.validate()
    qtbot.waitUntil(lambda: form.stage is Stage.SUCCESS, timeout=15_000)
    qtbot.waitUntil(page.footer.save.hasFocus)


def test_a_secret_that_is_gone_is_told(qtbot: QtBot, make_desk: MakeDesk) -> None:
    page = shown(qtbot, make_desk(receiving("In")), "In")
    page.edit()
    page.validate()
    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: form.stage is Stage.FAILED, timeout=5_000)
    assert form.panel.error is not None
    assert form.panel.error.cause == "KEYRING_ENTRY_GONE"
    assert form.form.row("password").problem is not None


def test_a_rename_and_a_taken_name(qtbot: QtBot, make_desk: MakeDesk) -> None:
    step = Step(connection="In", action="receive-email")
    desk = make_desk(profile=Profile((receiving("In"), receiving("Other")), (Integration("One", (step,)),)))
    page = shown(qtbot, desk, "In")
    page.edit(name=True)
    assert page.warning.accessibleName().startswith("1 integration uses this connection")
    page.name.setText("other")
    page.on_save()
    assert page.name_row.problem == "That name is taken. Try another."
    page.name.setText("Renamed")
    with qtbot.waitSignal(page.saved):
        page.on_save()
    assert desk.library.profile.integration("One").steps[0].connection == "Renamed"
    assert page.edit_button.hasFocus()


def test_leaving_an_edit_asks(qtbot: QtBot, make_desk: MakeDesk) -> None:
    page = shown(qtbot, make_desk(receiving("In")), "In")
    page.edit()
    page.description.setText("Something")
    page.on_back()
    box = page.question
    assert isinstance(box, QMessageBox)
    next(one for one in box.buttons() if one.text() == "Discard").click()
    assert not page.editing
    with qtbot.waitSignal(page.back_requested):
        page.on_back()


def test_save_on_leaving_goes_on_afterwards(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk(receiving("In"))
    page = shown(qtbot, desk, "In")
    page.edit()
    page.description.setText("Something")
    left: list[str] = []
    page.leave(lambda: left.append(desk.library.profile.connection("In").description))
    box = page.question
    assert isinstance(box, QMessageBox)
    next(one for one in box.buttons() if one.text() == "Save").click()
    qtbot.waitUntil(lambda: left == ["Something"])


def test_a_connection_deleted_elsewhere_closes_its_page(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk(receiving("In"))
    page = shown(qtbot, desk, "In")
    with qtbot.waitSignal(page.back_requested):
        desk.profiles.change(lambda profile: profile.without_connection("In"))


def buttons_of(page: ConnectionPage) -> list[str]:
    form = page.form
    assert form is not None
    return [one.text() for one in form.panel.findChildren(Button) if one.isVisible()]


def test_validate_without_a_keyring_offers_the_ways_on(qtbot: QtBot, make_desk: MakeDesk) -> None:
    item = receiving("In")
    desk = make_desk(item)
    desk.vault.refusal = "KEYRING_MISSING"
    page = shown(qtbot, desk, "In")
    page.validate()
    qtbot.waitUntil(lambda: "Set a Master Password…" in buttons_of(page))
    assert "Ask Me at Each Start" in buttons_of(page)


def test_unlocking_the_keyring_validates_again(qtbot: QtBot, make_desk: MakeDesk) -> None:
    item = receiving("In")
    desk = make_desk(item)
    desk.vault.entries[item.id, "password"] = "secret"
    desk.vault.refusal = "KEYRING_LOCKED"
    page = shown(qtbot, desk, "In")
    page.validate()
    qtbot.waitUntil(lambda: "Unlock Keyring" in buttons_of(page))
    assert page.form is not None
    (unlock,) = [one for one in page.form.panel.findChildren(Button) if one.text() == "Unlock Keyring"]
    unlock.click()
    qtbot.waitUntil(lambda: desk.vault.refusal == "" and "Unlock Keyring" not in buttons_of(page))
    page.form.cancel_validation()


def test_keeping_passwords_for_the_session_asks_for_the_password(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk(receiving("In"))
    desk.vault.refusal = "KEYRING_MISSING"
    page = shown(qtbot, desk, "In")
    page.validate()
    qtbot.waitUntil(lambda: "Ask Me at Each Start" in buttons_of(page))
    assert page.form is not None
    (way,) = [one for one in page.form.panel.findChildren(Button) if one.text() == "Ask Me at Each Start"]
    way.click()
    qtbot.waitUntil(lambda: "Enter Password" in buttons_of(page))
    assert desk.profiles.vault is desk.choices.made[0]
