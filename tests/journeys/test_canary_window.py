"""The canary in the window: typed, refused by a server that repeats it, looked at, copied, left unsaved."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.desktop import Desktop
from tests.fakes.canary import hits, hits_below, new_canary
from tests.journeys.people import Person
from tests.servers.fake_imap import FakeImap

USER = "info@example.org"


def shown() -> Iterator[str]:
    """Every text of every widget, with its names for screen readers and its tool tips; not the field of a password."""
    for one in QApplication.allWidgets():
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        if isinstance(one, QLineEdit):
            yield one.displayText()


def press_hidden(name: str) -> None:
    """Presses every button of this name, also where it is folded away."""
    found = [
        one
        for one in QApplication.allWidgets()
        if isinstance(one, QAbstractButton) and name in (one.accessibleName(), one.text()) and _lives(one)
    ]
    assert found, f"no button “{name}”"
    for one in found:
        one.click()


def _lives(widget: QWidget) -> bool:
    return widget.window().isVisible()


@pytest.mark.window
@pytest.mark.parametrize("stage", ["LOGIN", "EXAMINE"])
def test_nothing_shows_or_copies_the_password(program: Desktop, qtbot: QtBot, tmp_path: Path, stage: str) -> None:
    secret = new_canary(ascii_only=True)
    coded = base64.b64encode(f"\0{USER}\0{secret}".encode()).decode()
    with FakeImap(USER, secret) as server:
        server.script(stage, f"NO wrong: {secret} {coded}")
        person = Person(qtbot)
        person.press("Create Connection")
        person.press("Receive Email")
        person.choose("None", instead_of="SSL/TLS")
        person.type("Email Host Name", "localhost")
        person.type("Email Server Port Number", str(server.port))
        person.type("User Name", USER)
        person.type("Password", secret)
        person.press("Validate")
        person.wait(lambda: any("wrong: •••" in text for text in shown()), "the server's words")
        assert server.sign_ins[-1][1] == secret
        press_hidden("Copy Details")
        copied = QApplication.clipboard().text()
        assert "•••" in copied
        everything = "\n".join([copied, *shown()])
    assert hits(everything.encode(), secret, USER) == []
    program.desk.settings.sync()
    assert list(hits_below([tmp_path], secret, USER)) == []
