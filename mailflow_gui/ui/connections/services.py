"""What the connection pages are handed: the saved profile, Validate, servers, background work, places for secrets.

GUI thread only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ports import Vault
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.servers import Servers
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.validation import Validation


class VaultChoices(Protocol):
    """The places for secrets a person may choose when the keyring refuses. `unlock` and `master` may take seconds."""

    @property
    def has_master(self) -> bool:
        """Whether a master password was set before."""
        ...

    def unlock(self) -> None:
        """Asks the system to unlock the keyring. Raises VaultError. Never on the GUI thread."""
        ...

    def session(self) -> Vault:
        """Keeps secrets until the program ends."""
        ...

    def master(self, password: SecretText) -> Vault:
        """The encrypted file, opened with (or made under) the master password. Never on the GUI thread.

        Raises VaultError for a wrong password.
        """
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """The objects the connection pages work with."""

    profiles: Profiles
    validation: Validation
    servers: Servers
    tasks: Tasks
    vaults: VaultChoices
    open_settings: Callable[[str], object] = str  # shows a section of Settings by its id
