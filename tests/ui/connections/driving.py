"""Driving a connection form as a person does."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.connections.connection_form import ConnectionForm
from mailflow_gui.ui.connections.sections import Stage
from mailflow_gui.ui.connections.wizard import ConnectionWizard
from tests.servers.fixtures import Mailbox


def opened(wizard: ConnectionWizard, connector: str = "email-receive") -> ConnectionForm:
    wizard.choose(connector)
    assert wizard.form is not None
    return wizard.form


def typed(qtbot: QtBot, form: ConnectionForm, **values: str) -> None:
    """As a person: each text replaced by typing."""
    for key, text in values.items():
        editor = form.form.editor(key)
        if key in ("protocol", "secureType"):
            editor.widget.focusProxy().set_value(text)
            continue
        line = editor.widget.lineEdit() if key == "port" else editor.widget
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, text)
        line.editingFinished.emit()


def value(form: ConnectionForm, key: str) -> Any:
    return form.form.raw_values().get(key)


def validated(qtbot: QtBot, form: ConnectionForm) -> Stage:
    form.validate()
    qtbot.waitUntil(lambda: form.stage in (Stage.SUCCESS, Stage.FAILED), timeout=15_000)
    return form.stage


def good_values(mailbox: Mailbox) -> dict[str, str]:
    return {
        "host": "localhost",
        "port": str(mailbox.server.ports["imaps"]),
        "username": mailbox.user,
        "password": mailbox.password,
        "serverCertificate": mailbox.server.authority_pem,
    }


def answer(box: object, label: str) -> None:
    """Clicks a button of an open question."""
    assert isinstance(box, QMessageBox)
    next(one for one in box.buttons() if one.text() == label).click()
