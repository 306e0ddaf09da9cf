"""The profile survives crashes, full disks, damage, newer programs and other processes; nobody else may read it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.errors import SettingsError, StoreError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.store import bundle
from mailflow_gui.store.library import YamlLibrary
from tests.store.sample import CATALOG, EXAMPLE

CRASH = """
import os, signal, sys
from pathlib import Path
from mailflow_gui.core.model import Connection
from mailflow_gui.store.library import YamlLibrary

def die(self, target):
    os.kill(os.getpid(), signal.SIGKILL)

Path.replace = die
library = YamlLibrary(Path(sys.argv[1]))
library.edit(lambda profile: profile.with_connection(Connection("Late", "email-send", {"host": "late"})))
"""

EDIT = """
import sys
from pathlib import Path
from mailflow_gui.core.model import Connection
from mailflow_gui.store.library import YamlLibrary

library = YamlLibrary(Path(sys.argv[1]))
for number in range(20):
    item = Connection(f"{sys.argv[2]} {number}", "email-send", {"host": "h"})
    library.edit(lambda profile: profile.with_connection(item))
"""


@pytest.fixture
def library(tmp_path: Path) -> YamlLibrary:
    return YamlLibrary(tmp_path / "profile" / "profile.yaml")


@pytest.fixture
def profile() -> Profile:
    found = bundle.read(EXAMPLE, CATALOG)
    validated = replace(found.connections[0], validated="2026-11-22T10:00:00+00:00")
    failed = replace(found.connections[1], failed="mail.example does not answer")
    running = replace(found.integrations[0], enabled=True, version=7)
    return Profile((validated, failed), (running,))


def test_nothing_saved_is_an_empty_profile(library: YamlLibrary) -> None:
    assert library.load() == Profile()
    assert not library.path.parent.exists()


def test_everything_comes_back(library: YamlLibrary, profile: Profile) -> None:
    library.save(profile)
    assert YamlLibrary(library.path).load() == profile
    assert library.path.read_text().startswith("mailflow: 1\nconnections:\n  - name: Obtain Info Emails\n    id: ")


def test_unknown_kinds_and_unfinished_steps_are_kept(library: YamlLibrary) -> None:
    steps = (Step("future-step", values={"a": {"b": [1, None, True]}}), Step(connection="Gone", action="x"), Step())
    profile = Profile((Connection("C", "future", {"token": "t", "n": 1.5}),), (Integration("I", steps[:2]),))
    library.save(profile)
    assert library.load() == profile


def test_the_version_before_is_the_backup(library: YamlLibrary, profile: Profile) -> None:
    library.save(profile)
    first = library.path.read_bytes()
    library.save(Profile())
    assert library.backup.read_bytes() == first


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_only_the_owner_may_read(library: YamlLibrary, profile: Profile) -> None:
    before = os.umask(0)
    try:
        library.save(profile)
        library.save(Profile())
    finally:
        os.umask(before)
    modes = {one.name: one.stat().st_mode & 0o777 for one in library.path.parent.iterdir()}
    assert set(modes.values()) == {0o600}, modes
    assert library.path.parent.stat().st_mode & 0o777 == 0o700


def test_an_open_directory_is_closed(library: YamlLibrary) -> None:
    library.path.parent.mkdir(mode=0o755)
    library.save(Profile())
    assert library.path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_between_writing_and_renaming(library: YamlLibrary, profile: Profile) -> None:
    library.save(profile)
    before = library.path.read_bytes()
    ended = subprocess.run([sys.executable, "-c", CRASH, str(library.path)], timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert library.path.read_bytes() == before
    assert list(library.path.parent.glob(".*.tmp"))
    assert YamlLibrary(library.path).load() == profile
    library.edit(lambda old: old.with_connection(Connection("Next", "email-send", {})))
    assert not list(library.path.parent.glob(".*.tmp"))
    assert len(library.load().connections) == 3


def test_processes_do_not_lose_each_others_changes(library: YamlLibrary) -> None:
    command = [sys.executable, "-c", EDIT, str(library.path)]
    running = [subprocess.Popen([*command, name]) for name in ("left", "right")]
    assert [one.wait(60) for one in running] == [0, 0]
    assert len(library.load().connections) == 40


def test_threads_read_whole_files_while_one_writes(library: YamlLibrary, profile: Profile) -> None:
    library.save(profile)
    stop = threading.Event()
    failures: list[Exception] = []

    def read() -> None:
        while not stop.is_set():
            try:
                assert YamlLibrary(library.path).load().integrations
            except Exception as error:
                failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(30):
        library.save(replace(profile, connections=(*profile.connections, Connection(f"{number}", "x", {}))))
    stop.set()
    reader.join(10)
    assert failures == []


@pytest.mark.parametrize(
    "damage",
    [b"", b"mailflow: 1\nconnec", b"\x00\xff\x00", b"mailflow: 1\nconnections: 3\n", b"[]", b"connections: []\n"],
)
def test_a_damaged_file_is_named_and_never_overwritten(library: YamlLibrary, profile: Profile, damage: bytes) -> None:
    library.save(profile)
    library.save(replace(profile, integrations=()))
    library.path.write_bytes(damage)
    for use in (library.load, lambda: library.save(Profile()), lambda: YamlLibrary(library.path).save(Profile())):
        with pytest.raises(StoreError) as caught:
            use()
        assert caught.value.cause == "PROFILE_UNREADABLE"
    assert str(library.path) in caught.value.hint or "schema" in caught.value.title
    assert library.path.read_bytes() == damage
    assert YamlLibrary(library.backup).load() == profile


def test_the_error_names_the_backup(library: YamlLibrary) -> None:
    library.save(Profile())
    library.save(Profile((Connection("A", "x", {}),)))
    library.path.write_bytes(b"mailflow: 1\nconnections: [\n")
    with pytest.raises(StoreError) as caught:
        library.load()
    assert str(library.backup) in caught.value.fix


def test_a_newer_profile_is_left_alone(library: YamlLibrary) -> None:
    library.path.parent.mkdir()
    library.path.write_text("mailflow: 2\nnews: []\n")
    for use in (library.load, lambda: library.save(Profile())):
        with pytest.raises(StoreError) as caught:
            use()
        assert caught.value.cause == "PROFILE_NEWER"
    assert library.path.read_text() == "mailflow: 2\nnews: []\n"


def test_a_full_disk_leaves_the_old_file(
    library: YamlLibrary, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.save(profile)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as caught:
        library.save(Profile())
    assert "No space left" in caught.value.hint
    monkeypatch.undo()
    assert library.load() == profile
    assert not list(library.path.parent.glob(".*.tmp"))


def test_a_password_is_never_written(library: YamlLibrary) -> None:
    for values in ({"password": "Zx9-canary"}, {"host": SecretText("Zx9-canary")}, {"rows": [SecretText("Zx9")]}):
        with pytest.raises(StoreError):
            library.save(Profile((Connection("A", "x", values),)))
    everything = b"".join(one.read_bytes() for one in library.path.parent.rglob("*") if one.is_file())
    assert b"Zx9" not in everything


def test_an_edit_that_fails_writes_nothing(library: YamlLibrary, profile: Profile) -> None:
    library.save(profile)
    stamp = library.stamp()
    with pytest.raises(SettingsError):
        library.edit(lambda old: old.without_connection("Obtain Info Emails"))
    library.edit(lambda old: old)
    assert library.stamp() == stamp


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_a_linked_profile_stays_linked(library: YamlLibrary, tmp_path: Path, profile: Profile) -> None:
    real = tmp_path / "dotfiles"
    real.mkdir()
    library.path.parent.mkdir()
    library.path.symlink_to(real / "mine.yaml")
    library.save(profile)
    assert library.path.is_symlink()
    assert YamlLibrary(real / "mine.yaml").load() == profile
