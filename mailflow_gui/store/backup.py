"""Backups of a profile: one zip file of everything but secrets, written while the program works. Any thread.

The ledger is copied by SQLite's backup API: one state of it, whatever is written meanwhile. Reading is in `restore.py`.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.files import locked, make_private, sync_directory
from mailflow_gui.store.paths import Paths

#: Of the backups that are made by themselves, one a day, so many are kept.
KEPT = 5
SUFFIX = ".mailflow-backup"
FORMAT = 1
MANIFEST = "backup.yaml"
#: What a backup may hold: single files, and directories of small files. Passwords are none of it.
FILES = ("profile.yaml", "preferences.yaml")
FOLDERS = ("versions", "samples", "unsaved")
LEDGER = "ledger.sqlite"
_STAMP = "%Y-%m-%d %H-%M"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file: when it was made (ISO 8601) and its size in bytes."""

    path: Path
    at: str
    size: int


def write(paths: Paths, target: Path, at: datetime) -> Backup:
    """Writes a backup, the whole file or nothing; an earlier file of this name is replaced. Raises StoreError."""
    with _worded(target):
        make_private(paths.backups) if target.parent == paths.backups else None
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
        copy = temporary.with_suffix(".sqlite")
        try:
            _private(temporary)
            with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
                has_ledger = _copy_ledger(paths.ledger, copy)
                _fill(archive, paths, copy if has_ledger else None, at)
            _sync(temporary)
            temporary.replace(target)
        finally:
            for left in (temporary, copy):
                with suppress(OSError):
                    left.unlink()
        sync_directory(target.parent)
    return Backup(target, at.isoformat(timespec="seconds"), target.stat().st_size)


def write_daily(paths: Paths, now: datetime) -> Backup | None:
    """Makes today's backup unless the newest is younger than a day, and removes all but the newest few.

    None when there was nothing to do. Raises StoreError.
    """
    there = automatic(paths)
    if there and datetime.fromisoformat(there[0].at) > now - timedelta(days=1):
        return None
    if not paths.profile.exists():
        return None
    made = write(paths, fresh_name(paths.backups, now), now)
    for old in automatic(paths)[KEPT:]:
        with suppress(OSError):
            old.path.unlink()
    return made


def fresh_name(folder: Path, now: datetime) -> Path:
    """A name for a backup made now."""
    return folder / f"{now.astimezone():{_STAMP}}{SUFFIX}"


def automatic(paths: Paths) -> list[Backup]:
    """The backups that were made by themselves, newest first. Raises StoreError."""
    with _worded(paths.backups):
        found = [(moment, path) for path in paths.backups.glob(f"*{SUFFIX}") if (moment := _moment(path)) is not None]
        found.sort(reverse=True)
        return [Backup(path, moment.isoformat(timespec="seconds"), path.stat().st_size) for moment, path in found]


def _moment(path: Path) -> datetime | None:
    """When a backup that was made by itself was made; None for a file that somebody else put there."""
    try:
        return datetime.strptime(path.name.removesuffix(SUFFIX), _STAMP).astimezone()
    except ValueError:
        return None


def _fill(archive: zipfile.ZipFile, paths: Paths, ledger: Path | None, at: datetime) -> None:
    about: dict[str, Plain] = {"mailflowBackup": FORMAT, "at": at.isoformat(timespec="seconds")}
    archive.writestr(MANIFEST, emit(about))
    with locked(paths.profile):
        for name in FILES:
            if (paths.root / name).exists():
                archive.write(paths.root / name, name)
        for folder in FOLDERS:
            for path in sorted((paths.root / folder).glob("*/*")) + sorted((paths.root / folder).glob("*.yaml")):
                if path.is_file() and not path.name.startswith("."):
                    archive.write(path, path.relative_to(paths.root).as_posix())
    if ledger is not None:
        archive.write(ledger, LEDGER)


def _copy_ledger(path: Path, target: Path) -> bool:
    """One state of the ledger in a file of its own; False when there is no ledger."""
    if not path.exists():
        return False
    _private(target)
    with (
        closing(sqlite3.connect(path, timeout=10)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        # As a file of its own it needs no write-ahead log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
    return True


def _private(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _worded(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            tr("The backup could not be written"),
            tr(
                "“{target}”: {why}. Nothing was changed.",
                target=target,
                why=getattr(error, "strerror", None) or error,
            ),
            cause="BACKUP_NOT_WRITTEN",
            fix=tr("Free some space, or choose another place."),
            details=repr(error),
        ) from error
