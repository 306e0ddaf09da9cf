"""Where secrets are kept, which ones are there, and moving them elsewhere: what Settings shows. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Connection, Profile
from mailflow_gui.core.ports import Vault
from mailflow_gui.core.practice import is_practice
from mailflow_gui.core.proxy import NONE, PASSWORD
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.qt.vaults import VaultChoices
from mailflow_gui.store.moving import Moved, move


@dataclass(frozen=True, slots=True)
class Entry:
    """One secret that a connection needs, by its field's key and label."""

    connection: Connection
    key: str
    label: str
    present: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was found: the entries, or the error of a place that does not answer; `backend` is the keyring's name.

    `proxy` tells whether the proxy's password is there, None when it needs none.
    """

    entries: tuple[Entry, ...] = ()
    backend: str = ""
    error: MailflowError | None = None
    proxy: bool | None = None


class Passwords(QObject):
    """`changed` follows when another place is used, or the present one was unlocked.

    `entered` carries a connection whose secret is another one now. Each call gives a Task that fails with
    MailflowError; then nothing was changed.
    """

    changed = Signal()
    entered = Signal(object)

    def __init__(
        self,
        profiles: Profiles,
        preferences: KeptPreferences,
        choices: VaultChoices,
        backend: Callable[[], str],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles, self._preferences, self._choices = profiles, preferences, choices
        self._backend, self._tasks = backend, tasks
        profiles.vault_changed.connect(self.changed)

    @property
    def place(self) -> str:
        """The vault in use: keyring, file, session or credentials."""
        return self._profiles.vault.name

    @property
    def locked(self) -> bool:
        """Whether the password file is in use and needs its master password."""
        return self.place == "file" and self._choices.file_is_locked

    @property
    def has_master(self) -> bool:
        """Whether a password file is there already."""
        return self._choices.has_master

    def look(self) -> Task:
        """What is there now (Look). The keyring may ask the person to unlock it."""
        profile, vault, now = self._profiles.profile, self._profiles.vault, self._preferences.now
        proxied = now.proxy != NONE and bool(now.proxy_username)

        def work() -> Look:
            wanted = self._wanted(profile)
            try:
                proxy = bool(vault.get(*PASSWORD)) if proxied else None
                found = tuple(replace(one, present=bool(vault.get(one.connection.id, one.key))) for one in wanted)
                return Look(found, self._backend() if vault.name == "keyring" else "", proxy=proxy)
            except MailflowError as error:
                return Look(wanted, error=error, proxy=False if proxied else None)

        return self._tasks.run(work)

    def unlock(self, master: SecretText | None = None) -> Task:
        """Opens the place in use: the file with its master password, the keyring by asking it."""
        choices = self._choices
        work = choices.unlock if master is None else lambda: choices.master(master) and None
        return self._tasks.run(work).done(lambda _: self.changed.emit())

    def use_file(self, master: SecretText) -> Task:
        """From now on the password file is used, without moving anything: where there is no keyring to move from."""
        return self._tasks.run(lambda: self._choices.master(master)).done(self._profiles.use_vault)

    def enter(self, entry: Entry, secret: SecretText) -> Task:
        """Stores a secret anew; the connection counts as not validated then."""
        connection = replace(entry.connection, validated="", failed="")
        task = self._profiles.save_connection(connection, {entry.key: secret})
        return task.done(lambda _: self.entered.emit(connection))

    def remove(self, entry: Entry) -> Task:
        """Removes a secret."""
        return self.enter(entry, SecretText())

    def move(self, tell: Callable[[tuple[int, int]], object], master: SecretText | None = None) -> Task:
        """Moves every secret: into the password file with its master password, else into the keyring.

        `tell` gets how many were moved, and how many of them could not be removed from where they were. Nobody saves a
        connection meanwhile.
        """
        moved: list[Moved] = []

        def change(profile: Profile) -> Profile:
            target = self._choices.system() if master is None else self._choices.master(master)
            entries = [PASSWORD, *((one.connection.id, one.key) for one in self._wanted(profile))]
            moved.append(move(entries, self._profiles.vault, target, lambda: self._use(target)))
            return profile

        task = self._profiles.change(change)
        return task.done(lambda _: self._profiles.vault_changed.emit()).done(
            lambda _: tell((moved[-1].count, len(moved[-1].left)))
        )

    def _use(self, vault: Vault) -> None:
        """On a pool thread: the choice is on disk before anything is removed elsewhere."""
        self._preferences.write(vault=vault.name)
        self._profiles.use_vault(vault, tell=False)

    def _wanted(self, profile: Profile) -> tuple[Entry, ...]:
        found = []
        for one in profile.connections:
            declared = self._profiles.catalog.connector(one.connector).settings
            signs_in = "username" not in declared.FIELDS or bool(str(one.values.get("username") or "").strip())
            if signs_in and not is_practice(one):
                checked, _ = declared.check(one.values)
                keys = [key for key in declared.secret_keys() if checked.applies(key)]
                found += [Entry(one, key, declared.FIELDS[key].label) for key in keys]
        return tuple(found)
