"""Backups and restoring: one state while the program writes, checked before anything changes, the old kept aside."""

from __future__ import annotations

import stat
import threading
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ledger import Intake, Place, Trip
from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.core.proxy import PASSWORD, Proxy
from mailflow_gui.core.versions import Version
from mailflow_gui.store import backup, restore, swap
from mailflow_gui.store.file_vault import FileVault
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import Paths
from mailflow_gui.store.preferences import PreferencesFile
from mailflow_gui.store.proxy import save
from mailflow_gui.store.snapshots import VersionFiles

NOW = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
CONNECTION = Connection("Obtain Info Emails", "email-receive", {"host": "mail.example.org", "port": 993})
ONE = Integration(
    "Welcome", (Step(connection=CONNECTION.name, action="receive-email"),), id="one", version=1, enabled=True
)
CANARY = "Zx9-canary-71ab"


def take(ledger: SqliteLedger, number: int) -> None:
    """One message more in the ledger."""
    place = Place("one", "account", "INBOX")
    trip = Trip(f"m{number}", place, Locator("7", str(number), 10), f"f{number}", f"h{number}", NOW.isoformat())
    ledger.take([(trip, b"x" * 2000)], Intake("7", number))


def fill(paths: Paths, messages: int = 3) -> None:
    """A profile with everything in it that the program writes."""
    paths.prepare()
    YamlLibrary(paths.profile).save(Profile((CONNECTION,), (ONE,)))
    PreferencesFile(paths.preferences).edit(lambda old: old.replace(theme="dark"))
    VersionFiles(paths.versions).add(Version(1, NOW.isoformat(), ONE))
    ledger = SqliteLedger(paths.ledger)
    for number in range(messages):
        take(ledger, number)
    ledger.close()


def snapshot(paths: Paths) -> dict[str, bytes]:
    """Every file of the profile but locks, by its name."""
    return {
        str(path.relative_to(paths.root)): path.read_bytes()
        for path in sorted(paths.root.rglob("*"))
        if path.is_file() and not path.name.endswith((".lock", "-shm"))
    }


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "profile")
    fill(made)
    return made


@pytest.fixture
def made(paths: Paths, tmp_path: Path) -> backup.Backup:
    return backup.write(paths, tmp_path / "mine.mailflow-backup", NOW)


# ---- writing ----


def test_a_backup_comes_back_as_it_was_but_switched_off(paths: Paths, made: backup.Backup, tmp_path: Path) -> None:
    elsewhere = Paths(tmp_path / "elsewhere")
    restored = restore.restore(made.path, elsewhere, NOW)
    assert restored.contents == restore.Contents(NOW.isoformat(), 1, 1, 3)
    assert YamlLibrary(elsewhere.profile).load() == Profile((CONNECTION,), (replace(ONE, enabled=False),))
    assert PreferencesFile(elsewhere.preferences).load()[0].theme == "dark"
    assert [one.number for one in VersionFiles(elsewhere.versions).of("one")] == [1]
    ledger = SqliteLedger(elsewhere.ledger)
    assert {one.exchange for one in ledger.activities()} == {"m0", "m1", "m2"}
    ledger.close()


def test_it_holds_no_secret_and_only_its_owner_reads_it(paths: Paths, tmp_path: Path) -> None:
    vault = FileVault(paths.vault, cost=2**14)
    vault.unlock(SecretText(CANARY))
    vault.set("one", "password", SecretText(CANARY))
    made = backup.write(paths, tmp_path / "mine.mailflow-backup", NOW)
    with zipfile.ZipFile(made.path) as archive:
        names = archive.namelist()
        assert not [name for name in names if CANARY.encode() in archive.read(name)]
    assert paths.vault.name not in names
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_a_proxy_is_in_it_and_its_password_is_not(paths: Paths, tmp_path: Path) -> None:
    vault, file = FileVault(paths.vault, cost=2**14), PreferencesFile(paths.preferences)
    vault.unlock(SecretText("correct horse"))
    chosen = {"proxy": "http", "proxy_host": "proxy.example.org", "proxy_port": 3128, "proxy_username": "ann"}
    save(vault, "ann", SecretText(CANARY), lambda: file.edit(lambda old: old.replace(**chosen)))
    made = backup.write(paths, tmp_path / "mine.mailflow-backup", NOW)
    with zipfile.ZipFile(made.path) as archive:
        assert not [name for name in archive.namelist() if CANARY.encode() in archive.read(name)]
    file.edit(lambda old: old.replace(proxy="none"))
    restore.restore(made.path, paths, NOW)
    assert file.load()[0].proxy_in_use == Proxy("http", "proxy.example.org", 3128, "ann")
    assert vault.get(*PASSWORD) == SecretText(CANARY), "the vault is not part of it and stays"


def test_the_ledger_in_it_is_one_state_while_messages_are_taken(paths: Paths, tmp_path: Path) -> None:
    ledger, stop, number = SqliteLedger(paths.ledger), threading.Event(), [100]

    def work() -> None:
        while not stop.is_set():
            take(ledger, number[0])
            number[0] += 1

    thread = threading.Thread(target=work)
    thread.start()
    try:
        counts = []
        for n in range(5):
            made = backup.write(paths, tmp_path / f"{n}.mailflow-backup", NOW)
            counts.append(restore.check(made.path, tmp_path / "room").messages)
    finally:
        stop.set()
        thread.join()
        ledger.close()
    assert counts == sorted(counts)
    assert 3 <= counts[0] <= counts[-1] <= number[0] - 100 + 3


def test_a_full_disk_leaves_the_earlier_backup(
    paths: Paths, made: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made.path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(StoreError, match="The backup could not be written"):
        backup.write(paths, made.path, NOW)
    assert made.path.read_bytes() == before
    assert [one.name for one in made.path.parent.iterdir() if one.is_file()] == [made.path.name]


def test_one_a_day_and_only_the_newest_are_kept(paths: Paths) -> None:
    for day in range(backup.KEPT + 2):
        now = NOW + timedelta(days=day)
        made = backup.write_daily(paths, now)
        assert made is not None
        assert backup.write_daily(paths, now + timedelta(hours=23)) is None
    (paths.backups / f"mine{backup.SUFFIX}").touch()
    kept = backup.automatic(paths)
    assert len(kept) == backup.KEPT == 5
    assert datetime.fromisoformat(kept[0].at) == NOW + timedelta(days=backup.KEPT + 1)
    assert (paths.backups / f"mine{backup.SUFFIX}").exists(), "what a person puts there stays"


def test_an_empty_profile_needs_no_backup(tmp_path: Path) -> None:
    assert backup.write_daily(Paths(tmp_path / "new"), NOW) is None
    assert not (tmp_path / "new").exists()


# ---- restoring ----


def test_the_old_profile_is_kept_aside_as_a_whole(paths: Paths, made: backup.Backup) -> None:
    ledger = SqliteLedger(paths.ledger)
    take(ledger, 50)
    ledger.close()
    YamlLibrary(paths.profile).save(Profile((CONNECTION,)))
    before = snapshot(paths)
    restored = restore.restore(made.path, paths, NOW)
    assert snapshot(Paths(restored.aside)) == before
    assert not [one for one in paths.root.iterdir() if one.name.startswith(".restore-")]


def test_where_passwords_are_now_is_not_in_the_backup(paths: Paths, made: backup.Backup) -> None:
    PreferencesFile(paths.preferences).edit(lambda old: old.replace(vault="file", theme="light"))
    paths.vault.write_bytes(b"passwords")
    restore.restore(made.path, paths, NOW)
    found, _ = PreferencesFile(paths.preferences).load()
    assert (found.vault, found.theme) == ("file", "dark")
    assert paths.vault.read_bytes() == b"passwords"


Damage = Callable[[Path], None]


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))


def with_member(name: str, data: bytes = b"x", mode: int = 0) -> Damage:
    def add(path: Path) -> None:
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = mode << 16
            archive.writestr(info, data)

    return add


def replacing(name: str, data: bytes) -> Damage:
    def change(path: Path) -> None:
        with zipfile.ZipFile(path) as old:
            members = {one: old.read(one) for one in old.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for one, there in (members | {name: data}).items():
                new.writestr(one, there)

    return change


DAMAGES: dict[str, Damage] = {
    "truncated": truncated,
    "flipped": flipped,
    "empty": lambda path: path.write_bytes(b""),
    "no zip": lambda path: path.write_bytes(b"mailflow: 1\n" * 50),
    "another zip": replacing("backup.yaml", b"mailflow: 1\n"),
    "outside": with_member("../outside.yaml"),
    "absolute": with_member("/tmp/outside.yaml"),
    "backslash": with_member("versions\\..\\..\\outside.yaml"),
    "deep": with_member("versions/a/b/c.yaml"),
    "unknown": with_member("passwords.vault"),
    "link": with_member("versions/one/2.yaml", b"/etc/passwd", stat.S_IFLNK | 0o777),
    "bomb": with_member("versions/one/9.yaml", b" " * 8 * 1024 * 1024),
    "newer": replacing("backup.yaml", b"mailflowBackup: 2\nat: 2026\n"),
    "newer profile": replacing("profile.yaml", b"mailflow: 99\n"),
    "damaged profile": replacing("profile.yaml", b"mailflow: [1\n"),
    "damaged ledger": replacing("ledger.sqlite", b"SQLite format 3\0" + bytes(5000)),
    "no ledger at all": replacing("ledger.sqlite", b"hello"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_backup_that_is_not_whole_is_refused_and_nothing_changes(
    damage: str, paths: Paths, made: backup.Backup, tmp_path: Path
) -> None:
    DAMAGES[damage](made.path)
    before = snapshot(paths)
    for act in (lambda: restore.check(made.path, paths.root), lambda: restore.restore(made.path, paths, NOW)):
        with pytest.raises(StoreError) as raised:
            act()
        assert raised.value.cause in ("BACKUP_REFUSED", "PROFILE_NEWER")
        assert "Nothing was changed." in str(raised.value)
    assert snapshot(paths) == before
    assert not list(tmp_path.rglob("outside*"))


class Crash(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("step", range(40))
def test_a_crash_at_any_step_of_the_swap_is_finished_at_the_next_start(
    step: int, paths: Paths, made: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    YamlLibrary(paths.profile).save(Profile())
    left = [step]

    def crashing(name: str, original: Callable[..., object]) -> Callable[..., object]:
        def act(*given: object, **more: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Crash
            return original(*given, **more)

        return act

    with monkeypatch.context() as patch:
        for name in ("_move", "replace_file"):
            patch.setattr(swap, name, crashing(name, getattr(swap, name)))
        try:
            restore.restore(made.path, paths, NOW)
        except Crash:
            pass
    finished = swap.finish_swap(paths)
    whole = YamlLibrary(paths.profile).load()
    assert len(whole.connections) == (1 if finished or left[0] >= 0 else 0), "either the new or the old one"
    ledger = SqliteLedger(paths.ledger)
    assert len(ledger.activities()) == 3
    ledger.close()
    assert swap.finish_swap(paths) is False
    if len(whole.connections) == 1:
        (aside,) = paths.root.glob("replaced *")
        assert YamlLibrary(Paths(aside).profile).load() == Profile()
