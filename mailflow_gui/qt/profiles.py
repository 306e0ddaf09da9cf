"""The saved profile as the window sees it: in memory, changed through tasks, one signal when it changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Connection, Integration, Profile, with_value
from mailflow_gui.core.ports import Library, Vault
from mailflow_gui.core.versions import Version, Versions, publish, restore, run_again, switch, withdraw
from mailflow_gui.qt.tasks import Task, Tasks


class Profiles(QObject):
    """Holds the profile; every change is checked by the model, then written, then shown.

    `changed` follows each change, on the GUI thread; `reloaded` comes after it when another program had saved,
    `integration_deleted` carries the id of one that was deleted here; `vault_changed`: secrets are kept elsewhere now.
    Changes are made one after the other on pool threads.
    """

    changed = Signal()
    reloaded = Signal()
    integration_deleted = Signal(str)
    vault_changed = Signal()

    def __init__(
        self,
        library: Library,
        vault: Vault,
        catalog: Catalog,
        tasks: Tasks,
        versions: Versions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._versions = versions
        self._vault = vault
        self._tasks = tasks
        self.catalog = catalog
        self.profile = Profile()
        self._lock = threading.Lock()
        self._stamp: object = None
        self._latest = self.profile  # as last read or written, and how often: under the lock
        self._read = 0
        self._shown = 0
        self._watching = False
        self._timer = QTimer(self)
        self._timer.setInterval(2000)
        self._timer.timeout.connect(self._watch)

    def load(self) -> None:
        """Reads the profile; at start, before the window is shown. Raises StoreError, ConfigurationError."""
        self._stamp = self._library.stamp()
        self.profile = self._latest = self._library.load()
        self._timer.start()
        self.changed.emit()

    def save_connection(self, connection: Connection, secrets: Mapping[str, SecretText]) -> Task:
        """Saves a connection: its secrets go into the keyring first; when that refuses, nothing is saved.

        Only the secrets given are written; a blank one removes its entry. The task fails with MailflowError.
        """

        def change(profile: Profile) -> Profile:
            changed = profile.with_connection(connection)
            for key, secret in secrets.items():
                if secret:
                    self._vault.set(connection.id, key, secret)
                else:
                    self._vault.delete(connection.id, key)
            return changed

        return self.change(change)

    def delete_connection(self, name: str) -> Task:
        """Deletes a connection and its keyring entries; refused while an integration uses it."""
        item = self.profile.connection(name)

        def forget(_: object) -> None:
            for key in self.catalog.connector(item.connector).settings.secret_keys():
                self._tasks.run(partial(self._vault.delete, item.id, key))

        return self.change(lambda profile: profile.without_connection(name)).done(forget)

    def save_integration(self, integration: Integration) -> Task:
        """Saves an integration."""
        return self.change(lambda profile: profile.with_integration(integration))

    def save_draft(self, integration: Integration) -> Task:
        """Saves name, description, labels and the working steps; what runs and the switch stay as they are."""

        def change(profile: Profile) -> Profile:
            present = next((one for one in profile.integrations if one.id == integration.id), None)
            if present is None:
                return profile.with_integration(integration)
            text, labels = integration.description, integration.labels
            named = replace(present, name=integration.name, description=text, labels=labels)
            return profile.with_integration(named.with_draft(integration.working))

        return self.change(change)

    def publish_integration(self, integration: Integration, note: str = "") -> Task:
        """Saves an integration with its working steps as the next version, switched on as it says."""

        def change(profile: Profile) -> Profile:
            present = next((one for one in profile.integrations if one.id == integration.id), integration)
            current = replace(
                integration,
                version=present.version,
                steps=present.steps,
                draft=integration.working,
            )
            return profile.with_integration(publish(current, _now(), self._versions, note))

        return self.change(change)

    def set_step_value(self, id: str, step: str, key: str, value: str, note: str) -> Task:
        """Changes one value of one step of an integration (all by id) and publishes that alone as the next version.

        A draft stays a draft, with the same change.
        """

        def change(profile: Profile) -> Profile:
            present = profile.integration_of(id)
            changed = with_value(present.steps, step, key, value)
            after = publish(replace(present, draft=changed), _now(), self._versions, note)
            if present.draft is not None:
                after = replace(after, draft=with_value(present.draft, step, key, value))
            return profile.with_integration(after)

        return self.change(change)

    def delete_integration(self, name: str) -> Task:
        """Deletes an integration and its versions; what is under way stays in the ledger."""
        deleted: list[str] = []

        def remove(profile: Profile) -> Profile:
            deleted.append(profile.integration(name).id)
            self._versions.forget(deleted[-1])
            return profile.without_integration(name)

        return self.change(remove).done(lambda _: self.integration_deleted.emit(deleted[-1]))

    def switched(self, integration: Integration, on: bool) -> Integration:
        """The integration with its switch moved; the first time it is published. Within a change, on its thread."""
        return switch(integration, on, _now(), self._versions)

    def versions(self, integration: str) -> Task:
        """The published versions of an integration by its id (tuple of Version, newest first)."""
        return self._tasks.run(partial(self._versions.of, integration))

    def restore_version(self, integration: Integration, version: Version) -> Task:
        """Saves the steps of an earlier version as the draft, in place of the present one."""

        def change(profile: Profile) -> Profile:
            present = profile.integration_of(integration.id)
            return profile.with_integration(restore(present, version, {one.name for one in profile.connections}))

        return self.change(change)

    def run_version(self, integration: Integration, version: Version) -> Task:
        """Saves the steps of an earlier version as what runs, switched on."""

        def change(profile: Profile) -> Profile:
            present = run_again(profile.integration_of(integration.id), version, _now(), self._versions)
            return profile.with_integration(replace(present, enabled=True))

        return self.change(change)

    def withdraw_version(self, integration: str, running: int) -> Task:
        """The newest version could not start: version `running` is what is saved, and the refused steps a draft."""

        def change(profile: Profile) -> Profile:
            present = profile.integration_of(integration)
            return profile.with_integration(withdraw(present, running, self._versions))

        return self.change(change)

    def rename_integration(self, integration: Integration, name: str) -> Task:
        """Gives an integration another name, and leaves all else as it is."""

        def change(profile: Profile) -> Profile:
            return profile.with_integration(replace(profile.integration_of(integration.id), name=name))

        return self.change(change)

    def secret(self, connection: Connection, field: str) -> Task:
        """The saved secret (SecretText or None), for validating a saved connection or copying it."""
        return self._tasks.run(lambda: self._vault.get(connection.id, field))

    def use_vault(self, vault: Vault, *, tell: bool = True) -> None:
        """From now on secrets are kept in another place (the person chose so).

        Another thread passes `tell` False, and the GUI thread emits `vault_changed` afterwards.
        """
        self._vault = vault
        if tell:
            self.vault_changed.emit()

    @property
    def vault(self) -> Vault:
        """Where secrets are kept now."""
        return self._vault

    def change(self, change: Callable[[Profile], Profile]) -> Task:
        """Changes the profile by a pure function, which may raise MailflowError; then nothing is changed."""

        def work() -> tuple[int, Profile]:
            with self._lock:
                # The stamp is not taken here: another program may have saved between the writing and the asking.
                self._stamp = None
                return self._numbered(self._library.edit(change))

        return self._tasks.run(work).done(lambda found: self._show(*found))

    def _numbered(self, profile: Profile) -> tuple[int, Profile]:
        """The profile with its turn; called under the lock."""
        self._read += 1
        self._latest = profile
        return self._read, profile

    def _show(self, number: int, profile: Profile) -> bool:
        """The profile changes here only, on the GUI thread; an answer that was overtaken holds nothing new."""
        if number <= self._shown:
            return False
        self._shown = number
        self.profile = profile
        self.changed.emit()
        return True

    def _watch(self) -> None:
        """Another program (the command line) may have saved: then read again."""
        if self._watching:
            return
        self._watching = True

        def work() -> tuple[int, Profile] | None:
            with self._lock:
                stamp = self._library.stamp()
                if stamp == self._stamp:
                    return None
                profile = self._library.load()
                self._stamp = stamp
                return self._numbered(profile) if profile != self._latest else None

        self._tasks.run(work).done(self._on_read).always(self._on_watched)

    def _on_read(self, read: tuple[int, Profile] | None) -> None:
        if read is not None and self._show(*read):
            self.reloaded.emit()

    def _on_watched(self) -> None:
        self._watching = False


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
