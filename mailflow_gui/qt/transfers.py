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
from mailflow_gui.store.merge import Arrival, Clash, Merged, merge


class Transfers(QObject):
    """Each call gives a Task that fails with MailflowError; then nothing was changed."""

    def __init__(self, profiles: Profiles, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._tasks = tasks

    def bring_in(self, path: Path, tell: Callable[[tuple[str, ...]], None]) -> Task:
        """Imports a file; names that are taken get another one. `tell` gets what became of each item, in words."""
        found: list[Merged] = []

        def change(profile: Profile) -> Profile:
            text = decode(_read(path), path.name)
            read = bundle.read(text, self._profiles.catalog, known=profile.connections, name=path.name)
            found.append(merge(profile, read, Clash.KEEP_BOTH))
            return found[-1].profile

        return self._profiles.change(change).done(lambda _: tell(tuple(remark(one) for one in found[-1].arrivals)))

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
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigurationError("The file can't be read", f"“{path}”: {error.strerror or error}.") from error
