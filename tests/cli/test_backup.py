"""`mailflow backup` and `mailflow restore`: what comes back, what is refused and how, and a program that runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.model import Connection, Profile
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.lock import ProfileLock
from mailflow_gui.store.paths import JOURNAL, Paths
from mailflow_gui.store.snapshots import VersionFiles
from tests.cli.command import Command
from tests.ui.desks import RECEIVE, SEND, integration

ONE = integration("Welcome new leads", enabled=True)


@pytest.fixture
def saved(mailflow: Command) -> Command:
    YamlLibrary(mailflow.profile / "profile.yaml").save(Profile((RECEIVE, SEND), (ONE,)))
    return mailflow


def test_a_backup_comes_back_switched_off_and_the_old_profile_stays(saved: Command, tmp_path: Path) -> None:
    target = tmp_path / "mine.mailflow-backup"
    ended = saved("backup", str(target))
    assert (ended.code, ended.out) == (0, f"{target}\n")
    assert "Passwords are not in it." in ended.err
    YamlLibrary(saved.profile / "profile.yaml").save(Profile((Connection("Another", "email-send"),)))
    checked = saved("restore", str(target), "--check", "--json")
    assert (checked.code, checked.json()["integrations"]) == (0, 1)
    assert [one.name for one in YamlLibrary(saved.profile / "profile.yaml").load().connections] == ["Another"]
    ended = saved("restore", str(target), "--json")
    assert ended.code == 0
    restored = YamlLibrary(saved.profile / "profile.yaml").load()
    assert restored.integrations == (replace(ONE, enabled=False),)
    aside = Paths(Path(ended.json()["replaced"]))
    assert [one.name for one in YamlLibrary(aside.profile).load().connections] == ["Another"]


def test_without_a_file_it_lies_with_the_others_and_is_the_newest(saved: Command) -> None:
    made = saved("backup", "--json").json()
    assert saved("backup", "--list", "--json").json() == [made | {"at": made["at"][:17] + "00" + made["at"][19:]}]
    assert saved("restore", "--newest").code == 0


def test_what_is_no_backup_is_refused(saved: Command, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("mailflow: 1\n")
    ended = saved("restore", str(tmp_path / "other"))
    assert (ended.code, ended.out) == (3, "")
    assert "Nothing was changed." in ended.err
    assert saved("restore", str(tmp_path / "missing")).code == 3


@pytest.mark.parametrize("arguments", [(), ("a", "--newest"), ("--newest",)])
def test_a_backup_must_be_named(saved: Command, arguments: tuple[str, ...]) -> None:
    assert saved("restore", *arguments).code == 2


def test_not_while_the_program_runs(saved: Command, tmp_path: Path) -> None:
    target = tmp_path / "mine.mailflow-backup"
    with ProfileLock(saved.profile / "running.lock"):
        assert saved("backup", str(target)).code == 0, "a backup may be made at any time"
        ended = saved("restore", str(target))
    assert (ended.code, "already running" in ended.err) == (1, True)


def test_a_damaged_profile_names_the_backup(saved: Command) -> None:
    saved("backup")
    (saved.profile / "profile.yaml").write_text("mailflow: [1\n")
    ended = saved("list")
    assert ended.code == 3
    assert "`mailflow restore --newest`" in ended.err
    assert saved("restore", "--newest").code == 0
    assert "Welcome new leads" in saved("list").out


def test_the_next_command_finishes_what_a_crash_interrupted(saved: Command) -> None:
    root = saved.profile
    staged = Paths(root / ".restore-1-ready")
    YamlLibrary(staged.profile).save(Profile((RECEIVE,)))
    VersionFiles(staged.versions)
    (root / "replaced then").mkdir()
    (root / JOURNAL).write_text('{"staged": ".restore-1-ready", "aside": "replaced then", "old": true}')
    assert RECEIVE.name in saved("list", "connections").out
    assert SEND.name not in saved("list", "connections").out
    assert (root / "replaced then" / "profile.yaml").exists()
