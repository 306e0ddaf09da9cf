"""Files that belong to one person: private directories, atomic replacement, a lock between processes. Any thread."""

from __future__ import annotations

import os
import secrets
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import tr

LOCK_SECONDS = 10.0
_OPEN_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def make_private(directory: Path) -> None:
    """Makes a directory that only its owner may enter (0700), tightening one that is there. Raises OSError."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and directory.stat().st_mode & 0o077:
        directory.chmod(0o700)


def replace_file(path: Path, data: bytes, *, backup: Path | None = None) -> None:
    """Writes a whole file (0600) or nothing: temporary file, fsync, rename, fsync of the directory. Raises OSError.

    With `backup` the old file is kept there. A symbolic link stays one; its target is replaced.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(8)}.tmp")
    try:
        _write_new(temporary, data)
        if backup is not None and target.exists():
            _keep(target, backup)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_directory(target.parent)


def sweep(path: Path) -> None:
    """Removes what a crash left of an unfinished `replace_file`. Call it under the lock only."""
    target = path.resolve()
    for one in target.parent.glob(f".{target.name}.*.tmp"):
        with suppress(OSError):
            one.unlink()


@contextmanager
def locked(path: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Holds the lock of a file (kept in a file beside it) against other processes and threads.

    Raises StoreError when somebody holds it longer than `seconds`, OSError when it can't be made.
    """
    descriptor = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + seconds
        while not _try_lock(descriptor):
            if time.monotonic() >= deadline:
                raise StoreError(
                    tr("Another program is writing the profile"),
                    tr(
                        "“{path}” stayed locked for {seconds} seconds. Nothing was changed.",
                        path=path,
                        seconds=f"{seconds:g}",
                    ),
                    cause="PROFILE_BUSY",
                    fix=tr("Close other Mailflow programs and try again."),
                )
            threading.Event().wait(0.02)
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _OPEN_NEW, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(target: Path, backup: Path) -> None:
    """A second name for the old bytes, put in place in one step; a copy where links are not possible."""
    spare = backup.with_name(f".{backup.name}.{secrets.token_hex(8)}.tmp")
    try:
        os.link(target, spare)
    except OSError:
        _write_new(spare, target.read_bytes())
    spare.replace(backup)


def sync_directory(directory: Path) -> None:
    """A rename in this directory is on disk when this returns. Raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
