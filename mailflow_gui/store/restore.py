"""Restoring a backup: checked as a whole first, put in place in one go, the old profile kept aside.

Nobody works on the profile meanwhile: the caller holds its lock. What a crash interrupts is finished at the next start.
"""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from mailflow_gui.core.errors import MailflowError, StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Profile
from mailflow_gui.store import backup
from mailflow_gui.store._schema import FORMAT as LEDGER_FORMAT
from mailflow_gui.store.document import decode, parse
from mailflow_gui.store.files import make_private
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import Paths
from mailflow_gui.store.preferences import PreferencesFile
from mailflow_gui.store.swap import swap_in

#: A backup holds at most so many files, and so many bytes beside its ledger.
MOST_FILES, MOST_BYTES = 20_000, 2 * 1024**3
#: How much larger than its packed form a YAML file may be; records and messages may be packed as well as they are.
MOST_PACKED = 100
_SMALL = 1024 * 1024
_NAME = re.compile(r"(?:[A-Za-z0-9_-]{1,64}/)?[A-Za-z0-9_-]{1,80}\.(?:yaml|eml)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds. `at` is when it was made (ISO 8601), `messages` how many the ledger knows."""

    at: str
    connections: int
    integrations: int
    messages: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and the directory in which the old profile lies."""

    contents: Contents
    aside: Path


def check(path: Path, room: Path) -> Contents:
    """Unpacks a backup into a directory of its own below `room`, looks at everything, and removes it again.

    Raises StoreError (BACKUP_REFUSED, PROFILE_NEWER) saying what is wrong.
    """
    with _unpacked(path, room) as staged:
        return _contents(staged)


def restore(path: Path, paths: Paths, now: datetime) -> Restored:
    """Puts a backup in the place of the profile. Every integration is off, and nothing that may have been handled since
    the backup is sent again by itself (see `SqliteLedger.mark_restored`). Raises StoreError; nothing was changed then.
    """
    paths.prepare()
    with _unpacked(path, paths.root) as staged:
        contents = _contents(staged)
        library = YamlLibrary(staged.profile)
        before = library.load()
        ids = tuple(one.id for one in before.integrations)
        library.save(Profile(before.connections, tuple(replace(one, enabled=False) for one in before.integrations)))
        library.backup.unlink(missing_ok=True)
        # Passwords are in no backup: they are where they are now.
        vault = PreferencesFile(paths.preferences).load()[0].vault
        PreferencesFile(staged.preferences).edit(lambda old: old.replace(vault=vault))
        ledger = SqliteLedger(staged.ledger)
        try:
            ledger.mark_restored(ids, now)
        finally:
            ledger.close()
        return Restored(contents, swap_in(staged.root, paths, now))


@contextmanager
def _unpacked(path: Path, room: Path) -> Iterator[Paths]:
    """The files of a backup in a private directory; removed afterwards if they are still there."""
    target = room / f".restore-{secrets.token_hex(4)}"
    try:
        make_private(room)
        target.mkdir(mode=0o700)
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _refuse_odd(path, members, room)
            for member in members:
                _unpack(archive, member, target / PurePosixPath(member.filename))
        yield Paths(target)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refused(path, tr("it is damaged or no backup of Mailflow"), repr(error)) from error
    except OSError as error:
        raise _refused(path, str(error.strerror or error), repr(error)) from error
    finally:
        shutil.rmtree(target, ignore_errors=True)


def _refuse_odd(path: Path, members: list[zipfile.ZipInfo], room: Path) -> None:
    names = [one.filename for one in members]
    if backup.MANIFEST not in names:
        raise _refused(path, tr("it is no backup of Mailflow"))
    if len(set(names)) != len(names) or len(names) > MOST_FILES:
        raise _refused(path, tr("it holds a file twice, or too many"))
    size = 0
    for one in members:
        if not _known(one.filename) or stat.S_ISLNK(one.external_attr >> 16) or one.flag_bits & 1:
            raise _refused(path, tr("it holds “{file}”, which does not belong into a backup", file=one.filename[:80]))
        packed = one.filename.endswith(".yaml") and one.file_size > _SMALL
        if packed and one.file_size > MOST_PACKED * max(one.compress_size, 1):
            raise _refused(path, tr("it unpacks to far more than it can hold"))
        size += one.file_size
    if size > MOST_BYTES + sum(one.file_size for one in members if one.filename == backup.LEDGER):
        raise _refused(path, tr("it is too large"))
    if size > shutil.disk_usage(room).free:
        raise _refused(path, tr("there is not enough free space to unpack it"))


def _known(name: str) -> bool:
    if name in (backup.MANIFEST, backup.LEDGER, *backup.FILES):
        return True
    folder, _, rest = name.partition("/")
    return folder in backup.FOLDERS and bool(_NAME.fullmatch(rest))


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """At most as many bytes as the archive's list says; zipfile compares the checksum at the end."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.open(member) as packed, target.open("xb") as file:
        target.chmod(0o600)
        shutil.copyfileobj(packed, file)


def _contents(staged: Paths) -> Contents:
    """What is there, after looking whether the program can work with it. Raises StoreError."""
    manifest = staged.root / backup.MANIFEST
    plain = parse(decode(manifest.read_bytes(), backup.MANIFEST), backup.MANIFEST).plain()
    number = plain.get("mailflowBackup") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or isinstance(number, bool) or not isinstance(number, int):
        raise _refused(manifest, tr("it is no backup of Mailflow"))
    if number > backup.FORMAT:
        raise _newer()
    try:
        profile = YamlLibrary(staged.profile).load()
    except MailflowError as error:
        if error.cause == "PROFILE_NEWER":
            raise
        raise _refused(manifest, tr("its profile can't be read: {hint}", hint=error.hint), error.details) from error
    count = _looked_at(staged.ledger) if staged.ledger.exists() else 0
    return Contents(str(plain.get("at", "")), len(profile.connections), len(profile.integrations), count)


def _looked_at(path: Path) -> int:
    """How many messages the ledger knows; it must be whole. Raises StoreError."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version > LEDGER_FORMAT:
                raise _newer()
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok" or version < 1:
                raise _refused(path, tr("its records are damaged"))
            return int(connection.execute("SELECT COUNT(*) FROM trip").fetchone()[0])
    except sqlite3.Error as error:
        raise _refused(path, tr("its records are damaged"), repr(error)) from error


def _refused(path: Path, why: str, details: str = "") -> StoreError:
    return StoreError(
        tr("The backup can't be restored"),
        tr("“{name}”: {why}. Nothing was changed.", name=path.name, why=why),
        cause="BACKUP_REFUSED",
        fix=tr("Choose another backup."),
        details=details,
    )


def _newer() -> StoreError:
    return StoreError(
        tr("The backup was made by a newer Mailflow"),
        tr("Nothing was changed."),
        cause="PROFILE_NEWER",
        fix=tr("Update Mailflow, then restore it."),
    )
