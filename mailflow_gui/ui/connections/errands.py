"""What can be done with a saved connection from a list: validate, duplicate, delete with undo. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.connector import Check
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.core.model import Connection, Profile, free_name, new_id
from mailflow_gui.core.practice import is_practice, practice_id
from mailflow_gui.qt.validation import failure_of, succeeded
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.words import now, worded

#: Milliseconds in which a deletion can be undone; the secrets are removed afterwards.
UNDO_TIME = 10_000


class Errands(QObject):
    """`toast` carries a text and an action (label, callable) or None. `busy_changed` follows Validate."""

    toast = Signal(str, object)
    busy_changed = Signal()

    def __init__(self, services: Services, parent: QObject, *, undo_time: int = UNDO_TIME) -> None:
        super().__init__(parent)
        self._services = services
        self._undo_time = undo_time
        self._doomed: dict[str, Connection] = {}
        self.busy: set[str] = set()

    def validate(self, item: Connection) -> None:
        """Runs the checks in the background and keeps the outcome with the connection."""
        if item.id in self.busy:
            return
        self.busy.add(item.id)
        self.busy_changed.emit()
        task = self._services.servers.validate(item)
        task.done(if_alive(self, partial(self._on_checked, item)))
        task.failed(if_alive(self, partial(self._on_not_checked, item)))

    def duplicate(self, item: Connection) -> None:
        """Saves a copy under a free name, its secrets included."""
        names = {one.name for one in self._services.profiles.profile.connections}
        id = practice_id() if is_practice(item) else new_id()
        copy = replace(item, id=id, name=free_name(names, item.name))
        keys = self._services.profiles.catalog.connector(item.connector).settings.secret_keys()
        vault = self._services.profiles.vault

        def read() -> dict[str, SecretText]:
            found = {key: vault.get(item.id, key) for key in keys}
            return {key: secret for key, secret in found.items() if secret}

        task = self._services.tasks.run(read)
        task.done(if_alive(self, partial(self._save_copy, copy))).failed(if_alive(self, self._tell))

    def delete(self, item: Connection) -> None:
        """Deletes a connection that nothing uses; the toast's Undo brings it back, secrets and all."""
        self._doomed[item.id] = item
        task = self._services.profiles.change(lambda profile: profile.without_connection(item.name))
        task.done(if_alive(self, lambda _: self._on_deleted(item)))
        task.failed(if_alive(self, partial(self._on_not_deleted, item)))

    def flush(self) -> None:
        """On quit: the undo time of every deletion is over."""
        for item in list(self._doomed.values()):
            self._forget_secrets(item)

    def _save_copy(self, copy: Connection, secrets: dict[str, SecretText]) -> None:
        task = self._services.profiles.save_connection(copy, secrets)
        words = tr("Connection “{name}” created", name=copy.name)
        task.done(if_alive(self, lambda _: self.toast.emit(words, None))).failed(if_alive(self, self._tell))

    def _on_deleted(self, item: Connection) -> None:
        undo: tuple[str, Callable[[], object]] = (tr("Undo"), partial(self._undo, item))
        self.toast.emit(tr("Connection “{name}” deleted", name=item.name), undo)
        QTimer.singleShot(self._undo_time, self, partial(self._forget_secrets, item))

    def _on_not_deleted(self, item: Connection, error: Exception) -> None:
        self._doomed.pop(item.id, None)
        self._tell(error)

    def _undo(self, item: Connection) -> None:
        if self._doomed.pop(item.id, None) is None:
            return
        names = {one.name for one in self._services.profiles.profile.connections}
        back = replace(item, name=free_name(names, item.name))
        task = self._services.profiles.change(lambda profile: profile.with_connection(back))
        task.failed(if_alive(self, self._tell))

    def _forget_secrets(self, item: Connection) -> None:
        if self._doomed.pop(item.id, None) is None:
            return
        vault = self._services.profiles.vault
        for key in self._services.profiles.catalog.connector(item.connector).settings.secret_keys():
            self._services.tasks.run(partial(vault.delete, item.id, key))

    def _on_checked(self, item: Connection, checks: tuple[Check, ...]) -> None:
        error = failure_of(checks)
        good = succeeded(checks)
        self._keep(item, good=good, failed=error.title if error else "")
        if good:
            self.toast.emit(tr("Connection “{name}” has been successfully validated", name=item.name), None)
        elif error is not None:
            self.toast.emit(f"{quoted(item.name)}: {error.title}", None)

    def _on_not_checked(self, item: Connection, failure: Exception) -> None:
        error = worded(failure)
        self._keep(item, good=False, failed=error.title)
        self._tell(error)

    def _keep(self, item: Connection, *, good: bool, failed: str) -> None:
        self.busy.discard(item.id)
        self.busy_changed.emit()
        validated = now().isoformat(timespec="seconds") if good else ""

        def change(profile: Profile) -> Profile:
            same = next((one for one in profile.connections if one.id == item.id), None)
            # What was edited or deleted meanwhile was not what was checked.
            if same is None or same.values != item.values:
                return profile
            return profile.with_connection(replace(same, validated=validated, failed=failed))

        if good or failed:
            self._services.profiles.change(change).failed(if_alive(self, self._tell))

    def _tell(self, failure: Exception) -> None:
        error = worded(failure)
        self.toast.emit(" ".join(part for part in (f"{error.title}.", error.hint) if part), None)
