"""Keeps what is edited and not saved yet, against a crash. Asked on the GUI thread, written by pool threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.versions import Unsaved, Version, onto
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks

#: Milliseconds from the first change that was not kept yet until it is: so much work a crash can cost.
SOON = 500


class Autosave(QObject):
    """`kept` carries the integration's id and the moment; `failed` the words why it could not be kept.

    `left` is what an earlier run of the program left, newest first; `left_changed` follows when that is read or
    decided. Work that says the same as what is saved is no work, and is dropped.
    """

    kept = Signal(str, str)
    failed = Signal(str)
    left_changed = Signal()

    def __init__(
        self,
        store: Unsaved,
        profiles: Profiles,
        tasks: Tasks,
        parent: QObject | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._profiles = profiles
        self._tasks = tasks
        self._now = now
        self.left: tuple[Version, ...] = ()
        self._lock = threading.Lock()  # around what is wanted
        self._writing = threading.Lock()  # around the files: what was wanted last is written last
        self._wanted: dict[str, Integration | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self.flush)
        profiles.integration_deleted.connect(self.drop)

    def load(self) -> Task:
        """Reads what an earlier run left; once, at start, before anything is edited. The task fails with StoreError."""
        return self._tasks.run(self._store.all).done(self._on_loaded)

    def of(self, integration: str) -> Version | None:
        """What was left of an integration, by its id."""
        return next((one for one in self.left if one.integration.id == integration), None)

    def restored(self, left: Version) -> Integration:
        """The work that was left, on what is saved now; an integration that was never saved is as it was left."""
        work = left.integration
        present = _saved(self._profiles.profile, work.id)
        return replace(work, enabled=False) if present is None else onto(work, present)

    def keep(self, integration: Integration) -> None:
        """The work changed: it is kept soon, together with what changes until then."""
        self._want(integration.id, integration)
        if not self._timer.isActive():
            self._timer.start()

    def drop(self, integration: str) -> None:
        """The work was saved or given up; nothing is left of it."""
        self._want(integration, None)
        self._forget_left(integration)
        self.flush()

    def flush(self) -> None:
        """Writes what is wanted, without waiting for it. At the end of the program the pool is waited for."""
        self._timer.stop()
        if self._wanted:
            at = self._now().isoformat(timespec="seconds")
            self._tasks.run(lambda: self._write(at)).done(self._on_written).failed(self._on_failed)

    def _want(self, id: str, work: Integration | None) -> None:
        with self._lock:
            self._wanted[id] = work

    def _write(self, at: str) -> list[tuple[str, str]]:
        """Pool thread. What can't be written stays wanted, unless newer work came meanwhile. Raises StoreError."""
        kept: list[tuple[str, str]] = []
        with self._writing:
            while True:
                with self._lock:
                    if not self._wanted:
                        return kept
                    id = next(iter(self._wanted))
                    work = self._wanted.pop(id)
                try:
                    if work is None:
                        self._store.drop(id)
                    else:
                        self._store.keep(work, at)
                        kept.append((id, at))
                except MailflowError:
                    with self._lock:
                        self._wanted.setdefault(id, work)
                    raise

    def _on_written(self, kept: list[tuple[str, str]]) -> None:
        for id, at in kept:
            self.kept.emit(id, at)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))

    def _on_loaded(self, left: tuple[Version, ...]) -> None:
        same = [one for one in left if _says_the_same(one.integration, self._profiles.profile)]
        self.left = tuple(one for one in left if one not in same)
        for one in same:
            self._want(one.integration.id, None)
        self.flush()
        self.left_changed.emit()

    def _forget_left(self, id: str) -> None:
        if self.of(id) is not None:
            self.left = tuple(one for one in self.left if one.integration.id != id)
            self.left_changed.emit()


def _saved(profile: Profile, id: str) -> Integration | None:
    return next((one for one in profile.integrations if one.id == id), None)


def _says_the_same(work: Integration, profile: Profile) -> bool:
    present = _saved(profile, work.id)
    return present is not None and onto(work, present) == present
