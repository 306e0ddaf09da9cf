"""One program at a time works on a profile: an operating-system lock that a killed program can't leave behind."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import quoted, tr

#: A socket's name that every system takes, in bytes (macOS has room for 104).
_NAME = 100


class ProfileLock:
    """A lock file in the profile, held while messages are taken and sent. Raises StoreError (PROFILE_IN_USE).

    `door` is told to who finds the lock taken: the name of the socket by which the window can be asked to show itself.
    """

    def __init__(self, path: Path, door: str = "") -> None:
        self._path = path
        self.door = door
        self._handle: int | None = None

    def acquire(self) -> None:
        """Takes the lock at once. Raises StoreError: PROFILE_IN_USE, PROFILE_NOT_WRITTEN."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise StoreError(
                tr("The profile directory can't be written"),
                f"{quoted(self._path.parent)}: {error.strerror or error}.",
                cause="PROFILE_NOT_WRITTEN",
                fix=tr("Choose another directory with --profile, or change its permissions."),
                details=repr(error),
            ) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise self._in_use() from None
        self._handle = handle
        with contextlib.suppress(OSError):  # a full disk: the lock holds all the same
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n{self.door}\n".encode())

    @property
    def door_of_holder(self) -> str:
        """The `door` of the program that has the lock; "" when it has none (no window) or does not tell."""
        return self._holder()[1]

    def _holder(self) -> tuple[str, str]:
        """Process id and door of the program that has the lock, as far as it tells."""
        with contextlib.suppress(OSError, UnicodeError):
            pid, door, *_ = [*self._path.read_text("utf-8").splitlines(), "", ""]
            return pid, door
        return "", ""

    def _in_use(self) -> StoreError:
        pid, door = self._holder()
        hint = tr("Use the open window, or close it first. Two programs would send messages twice.")
        if pid and not door:
            hint = tr(
                "It works there without a window: as a service, or by “mailflow run” (process {pid}). End that first."
                " Two programs would send messages twice.",
                pid=pid,
            )
        return StoreError(tr("Mailflow is already running on this profile"), hint, cause="PROFILE_IN_USE")

    def release(self) -> None:
        """Gives the lock back; harmless when it is not held."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None

    def __enter__(self) -> ProfileLock:
        if self._handle is None:
            self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def door_name(profile: Path) -> str:
    """The name of the window's socket: another one for each person and profile, short enough for every system.

    A path where sockets are files, else the name of a pipe.
    """
    owner = os.environ.get("USERNAME", "") if sys.platform == "win32" else os.getuid()
    name = "mailflow-" + hashlib.sha256(f"{owner}\n{profile.resolve()}".encode()).hexdigest()[:24]
    if sys.platform == "win32":
        return name
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    folders = [own] if own and _is_mine(own) else []
    paths = [str(Path(folder) / name) for folder in (*folders, tempfile.gettempdir(), "/tmp")]  # noqa: S108
    return next((one for one in paths if len(os.fsencode(one)) <= _NAME), paths[-1])


def _is_mine(folder: str) -> bool:
    try:
        return Path(folder).stat().st_uid == os.getuid()
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        # The locked byte lies beyond the text, so that others can read the process id.
        os.lseek(handle, 1024, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
