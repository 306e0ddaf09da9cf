"""Settings, Backup: a file where the person wants it, the switch of the daily one, and what restoring asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Profile
from mailflow_gui.desktop import Desktop
from mailflow_gui.store import backup
from mailflow_gui.ui.settings.backup import BackupGroup
from mailflow_gui.ui.settings.page import SettingsPage
from tests.ui.desks import RECEIVE, SEND, integration


@pytest.fixture
def group(page: SettingsPage, program: Desktop) -> BackupGroup:
    program.desk._program.library.save(Profile((RECEIVE, SEND), (integration("One"),)))
    found = page.findChild(BackupGroup)
    assert found is not None
    return found


def test_a_backup_is_written_where_the_person_wants_it(
    group: BackupGroup, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "mine.mailflow-backup"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(page.toast):
        group.save.click()
    assert target.exists()


def test_restoring_says_what_it_holds_and_needs_an_agreement(
    group: BackupGroup, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    made = backup.write(program.desk._program.paths, tmp_path / "mine.mailflow-backup", program.desk.backups._now())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(made.path), ""))
    asked: list[str] = []
    program.shell.restore_requested.disconnect()
    program.shell.restore_requested.connect(asked.append)
    group.restore.click()
    qtbot.waitUntil(lambda: bool(program.shell.window.findChildren(QMessageBox)))
    box = program.shell.window.findChildren(QMessageBox)[-1]
    assert "It holds 2 connections, 1 integration, 0 messages." in box.informativeText()
    assert (box.defaultButton().text(), asked) == ("Cancel", [])
    next(one for one in box.buttons() if one.text() == "Restore").click()
    assert asked == [str(made.path)]


def test_a_file_that_is_no_backup_is_said_and_nothing_asked(
    group: BackupGroup,
    program: Desktop,
    page: SettingsPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    (tmp_path / "other").write_text("mailflow: 1\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "other"), ""))
    with qtbot.waitSignal(page.toast) as told:
        group.restore.click()
    assert told.args is not None
    assert "The backup can't be restored" in told.args[0]
    assert not page.window().findChildren(QMessageBox)


def test_the_daily_backup_is_made_unless_switched_off(group: BackupGroup, program: Desktop, qtbot: QtBot) -> None:
    paths, backups = program.desk._program.paths, program.desk.backups
    group.daily.click()
    assert program.desk.tasks.wait()
    for one in backup.automatic(paths):  # the group looked when it was shown
        one.path.unlink()
    backups.look()
    assert program.desk.tasks.wait()
    assert backup.automatic(paths) == []
    group.daily.click()
    qtbot.waitUntil(lambda: len(backup.automatic(paths)) == 1 and "The last one: " in group._last.text.text())
