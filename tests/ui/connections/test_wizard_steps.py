"""Create Connection from the cards to the saved connection, and the keyring's refusals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Connection
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.connections.wizard import CHOOSE, CONFIGURE, NAME, ConnectionWizard
from mailflow_gui.ui.theme import Theme
from tests.servers.fixtures import Mailbox
from tests.ui.connections.desk import Desk
from tests.ui.connections.driving import answer, good_values, opened, typed, value


def test_back_keeps_what_was_typed(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    form = opened(wizard)
    typed(qtbot, form, host="mail.example.org")
    wizard.on_back()
    assert wizard.step == CHOOSE
    wizard.choose("email-receive")
    assert wizard.form is form
    assert value(form, "host") == "mail.example.org"


def test_leaving_asks_when_something_was_typed(wizard: ConnectionWizard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wizard.cancelled):
        wizard.on_cancel()
    form = opened(wizard)
    typed(qtbot, form, host="mail.example.org")
    wizard.on_cancel()
    answer(wizard.question, "Keep Editing")
    assert wizard.form is form
    wizard.on_cancel()
    with qtbot.waitSignal(wizard.cancelled):
        answer(wizard.question, "Discard")


def test_next_waits_for_success_but_saving_without_validating_is_possible(
    wizard: ConnectionWizard, desk: Desk, qtbot: QtBot
) -> None:
    form = opened(wizard)
    wizard.on_next()
    assert wizard.step == CONFIGURE
    form.change({"host": "mail.example.org", "username": "info@example.org", "password": "secret"})
    wizard.on_skip()
    assert wizard.step == NAME
    with qtbot.waitSignal(wizard.finished) as done:
        wizard.on_save()
    assert done.args[0].validated == ""
    assert done.args[0].name == "Receive Email – info@example.org"


def test_the_keyboard_alone_reaches_a_saved_connection(
    wizard: ConnectionWizard, desk: Desk, qtbot: QtBot, mailbox: Mailbox
) -> None:
    wizard.choosing.focus_first()
    qtbot.keyClick(wizard.choosing.cards[0], Qt.Key.Key_Return)
    form = wizard.form
    assert form is not None
    form.change(good_values(mailbox))
    with qtbot.waitActive(wizard):  # shortcuts belong to the active window
        wizard.activateWindow()
    form.form.focus("host")
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.stage is Stage.SUCCESS, timeout=15_000)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.step == NAME
    naming = wizard.naming
    assert naming is not None
    assert naming.name.selectedText() == naming.name.text()
    qtbot.keyClicks(naming.name, "Obtain Info Emails")
    with qtbot.waitSignal(wizard.finished, timeout=5_000) as done:
        qtbot.keyClick(naming.name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = done.args[0]
    assert saved.name == "Obtain Info Emails"
    assert saved.validated
    assert desk.library.profile.connection("Obtain Info Emails") == saved
    assert desk.vault.log == ["set password", "save profile"]
    assert desk.vault.entries == {(saved.id, "password"): mailbox.password}
    assert mailbox.password not in repr(saved)


def ready_to_save(wizard: ConnectionWizard) -> None:
    form = opened(wizard)
    form.change({"host": "mail.example.org", "username": "info@example.org", "password": "secret"})
    wizard.on_skip()


def test_a_keyring_that_refuses_saves_nothing(wizard: ConnectionWizard, desk: Desk, qtbot: QtBot) -> None:
    desk.vault.refusal = "KEYRING_LOCKED"
    ready_to_save(wizard)
    wizard.on_save()
    naming = wizard.naming
    assert naming is not None
    qtbot.waitUntil(naming.refusal.isVisible)
    assert desk.library.profile.connections == ()
    assert [one.text() for one in naming.refusal.buttons()] == ["Unlock Keyring", "Use for This Session Only"]
    with qtbot.waitSignal(wizard.finished):
        naming.refusal.buttons()[0].click()
    assert len(desk.library.profile.connections) == 1


def test_a_secret_that_is_not_saved_yet_is_not_called_saved(wizard: ConnectionWizard) -> None:
    ready_to_save(wizard)
    naming = wizard.naming
    assert naming is not None
    names = [one.accessibleName() for one in naming.summary.findChildren(QLabel)]
    assert [one for one in names if one.startswith("Password")] == ["Password: entered"]


def test_session_only_keeps_the_password_elsewhere(wizard: ConnectionWizard, desk: Desk, qtbot: QtBot) -> None:
    desk.vault.refusal = "KEYRING_MISSING"
    ready_to_save(wizard)
    wizard.on_save()
    naming = wizard.naming
    assert naming is not None
    qtbot.waitUntil(naming.refusal.isVisible)
    with qtbot.waitSignal(wizard.finished):
        naming.refusal.buttons()[1].click()
    assert desk.profiles.vault is desk.choices.made[0]
    assert desk.vault.entries == {}
    assert len(desk.library.profile.connections) == 1


def test_a_master_password_is_asked_for(wizard: ConnectionWizard, desk: Desk, qtbot: QtBot) -> None:
    desk.vault.refusal = "KEYRING_MISSING"
    ready_to_save(wizard)
    wizard.on_save()
    naming = wizard.naming
    assert naming is not None
    qtbot.waitUntil(naming.refusal.isVisible)
    naming.refusal.buttons()[0].click()
    assert wizard._saving is not None
    sheet = wizard._saving.ways.sheet
    assert sheet is not None
    qtbot.keyClicks(sheet.first, "correct horse")
    qtbot.keyClicks(sheet.second, "correct")
    sheet.accept_button.click()
    assert sheet.isVisible()
    qtbot.keyClicks(sheet.second, " horse")
    with qtbot.waitSignal(wizard.finished):
        sheet.accept_button.click()
    assert desk.choices.master_password == "correct horse"


def test_a_name_that_is_taken_is_refused(qtbot: QtBot, look: Theme, make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(Connection("Info", "email-receive", {"host": "a.example.org", "port": 993}))
    wizard = ConnectionWizard(desk.services)
    qtbot.addWidget(wizard)
    wizard.show()
    ready_to_save(wizard)
    assert wizard.naming is not None
    wizard.naming.name.setText("INFO")
    wizard.on_save()
    assert wizard.naming.name_row.problem == "That name is taken. Try another."
    assert desk.vault.log == []
