"""One program at a time works on a profile: an operating-system lock that a killed program can't leave behind."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from mailflow_gui.core.errors import StoreError


class ProfileLock:
    """A lock file in the profile, held while messages are taken and sent. Raises StoreError (PROFILE_IN_USE)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> None:
        """Takes the lock at once or says who has it."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise StoreError(
                "Mailflow is already running on this profile",
                "Use the open window, or close it first. Two programs would send messages twice.",
                cause="PROFILE_IN_USE",
            ) from None
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        self._handle = handle

    def release(self) -> None:
        """Gives the lock back; harmless when it is not held."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None

    def __enter__(self) -> ProfileLock:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


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
