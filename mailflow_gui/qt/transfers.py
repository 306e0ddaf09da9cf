"""Import and export from the window: files are read and written on pool threads. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.model import Profile
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store import bundle
from mailflow_gui.store.document import MAX_BYTES, decode
from mailflow_gui.store.files import replace_file
from mailflow_gui.store.fuse.archive import MAX_ARCHIVE, is_archive
from mailflow_gui.store.merge import Arrival, Clash, merge


class Transfers(QObject):
    """Each call gives a Task that fails with MailflowError; then nothing was changed."""

    def __init__(self, profiles: Profiles, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._tasks = tasks

    def bring_in(self, path: Path, tell: Callable[[tuple[str, ...]], None]) -> Task:
        """Imports a file of ours or a Fuse Online export; names that are taken get another one.

        `tell` gets what became of each item, in words.
        """
        catalog = self._profiles.catalog
        found: list[tuple[Arrival, ...]] = []

        def change(profile: Profile) -> Profile:
            data = _read(path)
            if is_archive(data, path.name):
                from mailflow_gui.store.fuse import reader as fuse  # only those who come from Fuse Online need it

                exported = fuse.read(data, path.name, catalog)
                merged = merge(profile, exported.bundle, Clash.KEEP_BOTH)
                found.append(exported.arrivals(merged.arrivals))
                return merged.profile
            read = bundle.read(decode(data, path.name), catalog, known=profile.connections, name=path.name)
            merged = merge(profile, read, Clash.KEEP_BOTH)
            found.append(merged.arrivals)
            return merged.profile

        return self._profiles.change(change).done(lambda _: tell(tuple(remark(one) for one in found[-1])))

    def write_out(self, path: Path, names: tuple[str, ...] = ()) -> Task:
        """Exports the named items (all without names), never a secret."""
        profile = self._profiles.profile
        return self._tasks.run(partial(_write, path, profile, names, self._profiles))


def remark(arrival: Arrival) -> str:
    """An arrival in words."""
    more = f" ({'; '.join(arrival.remarks)})" if arrival.remarks else ""
    return f"{arrival.kind.capitalize()} “{arrival.name}” {arrival.did}{more}"


def _write(path: Path, profile: Profile, names: tuple[str, ...], profiles: Profiles) -> None:
    text = bundle.write(bundle.subset(profile, names), profiles.catalog)
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise ConfigurationError("The file can't be written", f"“{path}”: {error.strerror or error}.") from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(4)
            limit = MAX_ARCHIVE if is_archive(start, path.name) else MAX_BYTES
            return start + file.read(limit + 1 - len(start))
    except OSError as error:
        raise ConfigurationError("The file can't be read", f"“{path}”: {error.strerror or error}.") from error
