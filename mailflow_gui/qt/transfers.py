"""Import and export from the window: files are read and written on pool threads. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from mailflow_gui.core.errors import ConfigurationError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.model import Profile
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store import bundle, removal
from mailflow_gui.store.document import MAX_BYTES, decode
from mailflow_gui.store.files import replace_file
from mailflow_gui.store.fuse.archive import MAX_ARCHIVE, is_archive
from mailflow_gui.store.merge import Arrival, Clash, merge
from mailflow_gui.store.removal import START, SUFFIX, Destination, Progress, is_load

#: What a bundle is called.
BUNDLE = SUFFIX


_ARRIVALS = {
    ("connection", "added"): later("Connection “{name}” added"),
    ("connection", "replaced"): later("Connection “{name}” replaced"),
    ("connection", "renamed"): later("Connection “{name}” renamed"),
    ("connection", "skipped"): later("Connection “{name}” skipped"),
    ("integration", "added"): later("Integration “{name}” added"),
    ("integration", "replaced"): later("Integration “{name}” replaced"),
    ("integration", "renamed"): later("Integration “{name}” renamed"),
    ("integration", "skipped"): later("Integration “{name}” skipped"),
    ("step", "left out"): later("Step “{name}” left out"),
}


class Transfers(QObject):
    """Each call gives a Task that fails with MailflowError; then nothing was changed."""

    def __init__(
        self, profiles: Profiles, tasks: Tasks, parent: QObject | None = None, *, progress: Progress | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._tasks = tasks
        self._progress = progress

    def sealed(self, path: Path) -> Task:
        """Whether a file is one that needs a passphrase (bool)."""
        return self._tasks.run(lambda: is_load(_read(path)[:START]))

    def bring_in(
        self, path: Path, tell: Callable[[tuple[str, ...]], None], passphrase: SecretText | None = None
    ) -> Task:
        """Imports a file of ours or a Fuse Online export; names that are taken get another one.

        `tell` gets what became of each item, in words. A bundle needs its passphrase.
        """
        catalog = self._profiles.catalog
        found: list[tuple[Arrival, ...]] = []

        def change(profile: Profile) -> Profile:
            data = _read(path)
            if passphrase is not None:
                load = removal.read(data, passphrase, path.name)
                merged = removal.unpack(load, profile, self._destination(), Clash.KEEP_BOTH, path.name)
                found.append(merged.arrivals)
                return merged.profile
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

    def write_bundle(self, path: Path, passphrase: SecretText, names: tuple[str, ...] = ()) -> Task:
        """Exports the named items (all without names) with their passwords, sealed; gives how many those are (int)."""
        profile = self._profiles.profile

        def work() -> int:
            to = self._destination()
            load = removal.pack(profile, names, to.catalog, to.vault, to.progress)
            _replace(path, removal.write(load, passphrase))
            return len(load.secrets)

        return self._tasks.run(work)

    def _destination(self) -> Destination:
        assert self._progress is not None, "the ledger is handed in where bundles are offered"
        profiles = self._profiles
        return Destination(profiles.catalog, profiles.vault, self._progress, datetime.now().astimezone())

    def write_out(self, path: Path, names: tuple[str, ...] = ()) -> Task:
        """Exports the named items (all without names), never a secret."""
        profile = self._profiles.profile
        return self._tasks.run(partial(_write, path, profile, names, self._profiles))


def remark(arrival: Arrival) -> str:
    """An arrival in words."""
    more = f" ({'; '.join(arrival.remarks)})" if arrival.remarks else ""
    return tr(_ARRIVALS[arrival.kind, arrival.did], name=arrival.name) + more


def _write(path: Path, profile: Profile, names: tuple[str, ...], profiles: Profiles) -> None:
    _replace(path, bundle.write(bundle.subset(profile, names), profiles.catalog).encode())


def _replace(path: Path, data: bytes) -> None:
    try:
        replace_file(path, data)
    except OSError as error:
        raise ConfigurationError(tr("The file can't be written"), f"“{path}”: {error.strerror or error}.") from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(4)
            start += file.read(START - len(start))
            large = is_archive(start, path.name) or is_load(start)
            return start + file.read((MAX_ARCHIVE if large else MAX_BYTES) + 1 - len(start))
    except OSError as error:
        raise ConfigurationError(tr("The file can't be read"), f"“{path}”: {error.strerror or error}.") from error
