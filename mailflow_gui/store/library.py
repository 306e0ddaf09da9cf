"""The saved profile: one YAML document, written atomically, with a backup of the version before. Any thread.

Configuration only: what the program remembers is in the ledger, passwords are in the vault.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Profile
from mailflow_gui.store.document import DocumentRefused, decode, parse, wrap
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.entries import document_of
from mailflow_gui.store.files import locked, make_private, replace_file, sweep
from mailflow_gui.store.layout import Reading, read_items
from mailflow_gui.store.migrate import CURRENT, migrate, schema_of

Stamp = tuple[int, int, int]


class YamlLibrary:
    """Implements core.ports.Library on a file. Several processes may use one file.

    Values lie in the file as they are; their classes check them when they are used. `secret_keys` are refused in a
    connection's values, so that a mistake elsewhere can't write a password.
    """

    def __init__(self, path: Path, *, secret_keys: frozenset[str] = frozenset({"password"})) -> None:
        self.path = path
        self.backup = path.with_name(path.name + ".bak")
        self._secret_keys = secret_keys
        self._good: Stamp | None = None
        self._lock = threading.RLock()

    def load(self) -> Profile:
        """The profile as last saved; empty when there is no file. Raises StoreError, and leaves the file alone."""
        stamp = self.stamp()
        if stamp is None:
            return Profile()
        profile = self._read()
        self._good = stamp
        return profile

    def save(self, profile: Profile) -> None:
        """Writes the profile; the version before becomes the backup. Raises StoreError; then the old file is whole.

        A file that can't be read (damaged, or of a newer program) is never overwritten.
        """
        data = self._text(profile).encode()
        with self._alone():
            self._write(data)

    def edit(self, change: Callable[[Profile], Profile]) -> Profile:
        """Reads, changes and writes under one lock, so that nothing another process saved is lost.

        Raises StoreError, and whatever `change` raises; then nothing was written.
        """
        with self._alone():
            before = self.load()
            after = change(before)
            if after != before:
                self._write(self._text(after).encode())
        return after

    def use_backup(self) -> None:
        """Puts the version before in the place of a file that can't be read; that one is kept aside.

        Raises StoreError when there is no version before, or when it can't be read either.
        """
        with self._alone():
            profile = YamlLibrary(self.backup).load()
            data = self._text(profile).encode()
            replace_file(self.path, data, backup=self.path.with_name(self.path.name + ".damaged"))

    def stamp(self) -> Stamp | None:
        """Changes whenever the file was replaced; None when there is none. Cheap. Raises StoreError."""
        try:
            info = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unreadable(error.strerror or str(error)) from error
        return info.st_mtime_ns, info.st_size, info.st_ino

    def _write(self, data: bytes) -> None:
        now = self.stamp()
        if now is not None and now != self._good:
            self._read()
        sweep(self.path)
        replace_file(self.path, data, backup=self.backup)
        self._good = self.stamp()

    def _read(self) -> Profile:
        try:
            root = parse(decode(self.path.read_bytes(), str(self.path)), str(self.path))
            plain = root.plain()
            if not isinstance(plain, dict):
                raise self._unreadable(tr("it is not a profile"))
            if schema_of(plain) != CURRENT:
                root = wrap(migrate(plain))
            profile, problems = read_items(root, Reading(saved=True))
            if problems:
                raise DocumentRefused(str(self.path), tuple(problems))
        except OSError as error:
            raise self._unreadable(error.strerror or str(error)) from error
        except DocumentRefused as error:
            raise self._unreadable(error.details.splitlines()[0], error.details) from error
        return profile

    def _text(self, profile: Profile) -> str:
        for connection in profile.connections:
            if self._secret_keys.intersection(connection.values):
                raise StoreError(
                    tr("A password was about to be written"), tr("Nothing was written."), cause="SECRET_IN_PROFILE"
                )
        try:
            return emit(document_of(profile, saved=True))
        except (TypeError, ValueError) as error:
            raise StoreError(tr("The profile can't be written"), f"{error}.", cause="PROFILE_NOT_WRITTEN") from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes, and errors of the disk have words."""
        with self._lock:
            try:
                make_private(self.path.parent)
                with locked(self.path):
                    yield
            except OSError as error:
                raise StoreError(
                    tr("The profile could not be saved"),
                    tr(
                        "“{path}”: {why}. The old file is whole.",
                        path=self.path,
                        why=error.strerror or os.strerror(error.errno or 0),
                    ),
                    cause="PROFILE_NOT_WRITTEN",
                    fix=tr("Free some space or check the permissions, then try again."),
                    details=repr(error),
                ) from error

    def _unreadable(self, why: str, details: str = "") -> StoreError:
        there = os.access(self.backup, os.R_OK)
        fix = (
            tr("The version before is in “{backup}”: copy it over the file.", backup=self.backup)
            if there
            else tr("There is no backup.")
        )
        return StoreError(
            tr("The profile can't be read"),
            tr("“{path}”: {why}. It was left as it is.", path=self.path, why=why.rstrip(".")),
            cause="PROFILE_UNREADABLE",
            fix=fix,
            details=details,
        )
