"""The objects the connection pages are handed, with a library and vaults in memory. GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

import mailflow_gui.connectors
import mailflow_gui.steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.model import Connection, Profile
from mailflow_gui.core.ports import Vault
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.servers import Servers
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.validation import Validation
from mailflow_gui.ui.connections.services import Services
from tests.fakes.versions import MemoryVersions


@dataclass
class MemoryVault:
    """Secrets in memory; `refusal` is the cause every call fails with, "" none. `log` notes the calls."""

    name: str = "memory"
    refusal: str = ""
    entries: dict[tuple[str, str], str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, connection: str, field: str) -> SecretText | None:
        self._refuse()
        text = self.entries.get((connection, field))
        return None if text is None else SecretText(text)

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        self._refuse()
        self.log.append(f"set {field}")
        self.entries[connection, field] = secret.reveal()

    def delete(self, connection: str, field: str) -> None:
        self._refuse()
        self.log.append(f"delete {field}")
        self.entries.pop((connection, field), None)

    def _refuse(self) -> None:
        if self.refusal:
            raise trouble(self.refusal)


@dataclass
class MemoryLibrary:
    """The profile in memory; notes each save in the vault's log, so that the order can be seen."""

    vault: MemoryVault
    profile: Profile = field(default_factory=Profile)

    def load(self) -> Profile:
        return self.profile

    def stamp(self) -> object:
        return id(self.profile)

    def edit(self, change: Callable[[Profile], Profile]) -> Profile:
        self.save(change(self.profile))
        return self.profile

    def save(self, profile: Profile) -> None:
        self.vault.log.append("save profile")
        self.profile = profile


@dataclass
class MemoryChoices:
    """What the person may choose when the keyring refuses."""

    keyring: MemoryVault
    has_master: bool = False
    master_password: str = ""
    made: list[Vault] = field(default_factory=list)

    def unlock(self) -> None:
        self.keyring.refusal = ""

    def session(self) -> Vault:
        self.made.append(MemoryVault("session"))
        return self.made[-1]

    def master(self, password: SecretText) -> Vault:
        self.master_password = password.reveal()
        self.made.append(MemoryVault("file"))
        return self.made[-1]


#: Widgets that are closed are deleted in a later turn of the event loop; what they use has to be there until then.
_KEPT: list[QObject] = []


class Desk:
    """Everything for a page under test. `close()` waits for the pool."""

    def __init__(self, *connections: Connection, profile: Profile | None = None) -> None:
        self.parent = QObject()
        _KEPT.append(self.parent)
        self.vault = MemoryVault()
        self.library = MemoryLibrary(self.vault, profile or Profile(connections))
        self.tasks = Tasks(self.parent)
        catalog = discover(mailflow_gui.connectors, mailflow_gui.steps)
        self.profiles = Profiles(self.library, self.vault, catalog, self.tasks, MemoryVersions(), self.parent)
        self.profiles.load()
        self.validation = Validation(self.tasks, self.parent)
        self.servers = Servers(self.profiles, self.tasks, self.parent)
        self.choices = MemoryChoices(self.vault)
        self.services = Services(self.profiles, self.validation, self.servers, self.tasks, self.choices)

    def close(self) -> None:
        self.servers.close()
        self.validation.forget()
        assert self.tasks.wait(15_000)
