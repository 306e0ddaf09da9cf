"""Export with passwords and back in the window: asked for twice, told apart, and told when the passphrase is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.fields import SecretText
from mailflow_gui.qt.transfers import Transfers
from mailflow_gui.store import sealing
from mailflow_gui.ui.moving import ExportSheet, Moving, PassphraseSheet
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import RECEIVE, PageDesk, integration, page_desk, profile

WORDS = "correct horse battery"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    monkeypatch.setattr(sealing.seal, "__defaults__", (2**14,))
    monkeypatch.setattr("mailflow_gui.store.removal.write.__defaults__", (2**14,))
    made = page_desk(tmp_path, profile(integration("Welcome new leads")))
    made.profiles.vault.set(RECEIVE.id, "password", SecretText("secret"))
    yield made
    made.close()


@pytest.fixture
def moving(desk: PageDesk, qtbot: QtBot) -> Moving:
    window = QWidget()
    qtbot.addWidget(window)
    transfers = Transfers(desk.profiles, desk.tasks, progress=desk.ledger)
    made = Moving(lambda: transfers, window, window)
    window.show()
    return made


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "all"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def export_sheet(moving: Moving) -> ExportSheet:
    moving.take_out()
    assert isinstance(moving.sheet, ExportSheet)
    return moving.sheet


def bundle(moving: Moving, qtbot: QtBot) -> None:
    sheet = export_sheet(moving)
    sheet.sealed.click()
    sheet.first.setText(WORDS)
    sheet.second.setText(WORDS)
    with qtbot.waitSignal(moving.told) as told:
        sheet.on_accepted()
    assert told.args is not None
    assert "1 password is in the file. Stop the integrations here" in told.args[1]


def test_without_passwords_is_the_usual_way(moving: Moving, file: Path, qtbot: QtBot) -> None:
    sheet = export_sheet(moving)
    assert not sheet.first_row.isVisible()
    with qtbot.waitSignal(moving.done):
        sheet.on_accepted()
    assert file.read_text().startswith("mailflow: 1\n")
    assert "secret" not in file.read_text()


@pytest.mark.parametrize(("first", "second", "wrong"), [("short", "short", 0), (WORDS, WORDS + "x", 1), ("", "", 0)])
def test_a_passphrase_that_will_not_do_is_said_at_its_field(
    moving: Moving, file: Path, first: str, second: str, wrong: int
) -> None:
    sheet = export_sheet(moving)
    sheet.sealed.click()
    sheet.first.setText(first)
    sheet.second.setText(second)
    sheet.on_accepted()
    assert [bool(one.problem) for one in (sheet.first_row, sheet.second_row)].index(True) == wrong
    assert sheet.isVisible()


def test_with_passwords_out_and_in_again(moving: Moving, desk: PageDesk, file: Path, qtbot: QtBot) -> None:
    bundle(moving, qtbot)
    assert b"secret" not in file.read_bytes()
    moving.bring_in()
    qtbot.waitUntil(lambda: isinstance(moving.sheet, PassphraseSheet))
    first = moving.sheet
    assert isinstance(first, PassphraseSheet)
    first.field.setText("wrong horse battery")
    first.on_accepted()
    qtbot.waitUntil(lambda: moving.sheet is not first)
    again = moving.sheet
    assert isinstance(again, PassphraseSheet)
    assert "The passphrase is wrong" in (again.row.problem or "")
    again.field.setText(WORDS)
    with qtbot.waitSignal(moving.told) as told:
        again.on_accepted()
    assert told.args is not None
    assert told.args[0] == "Imported"
    copy = desk.profiles.profile.connection(f"{RECEIVE.name} 2")
    assert desk.profiles.vault.get(copy.id, "password") == SecretText("secret")


def test_a_damaged_bundle_says_so(moving: Moving, file: Path, qtbot: QtBot) -> None:
    bundle(moving, qtbot)
    file.write_bytes(file.read_bytes()[:-30])
    moving.bring_in()
    qtbot.waitUntil(lambda: isinstance(moving.sheet, PassphraseSheet))
    assert isinstance(moving.sheet, PassphraseSheet)
    moving.sheet.field.setText(WORDS)
    spy = QSignalSpy(moving.told)
    moving.sheet.on_accepted()
    qtbot.waitUntil(lambda: spy.count() == 1)
    assert spy.at(0)[0] == "“all” was not imported"
