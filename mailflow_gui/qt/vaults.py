"""The places for secrets that a person may choose. Asked on pool threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.ports import Vault
from mailflow_gui.store.session_vault import SessionVault

if TYPE_CHECKING:
    from mailflow_gui.store.file_vault import FileVault


class VaultChoices:
    """Offers the system's keyring, this session's memory, and a file under a master password.

    `wrap` is put around each of them (for what a vault knows by itself).
    """

    def __init__(self, system: Vault, file: FileVault, wrap: Callable[[Vault], Vault] = lambda vault: vault) -> None:
        self._system = wrap(system)
        self._file = file
        self._wrapped_file = wrap(file)
        self._session = wrap(SessionVault())

    @property
    def has_master(self) -> bool:
        """Whether a master password was set before."""
        return self._file.exists

    @property
    def file_is_locked(self) -> bool:
        """Whether the file still needs its master password."""
        return self._file.is_locked

    def unlock(self) -> None:
        """Asks the system to unlock the keyring: reading any entry does. Raises VaultError."""
        self._system.get("unlock", "probe")

    def system(self) -> Vault:
        """The system's keyring."""
        return self._system

    def session(self) -> Vault:
        """Keeps secrets until the program ends."""
        return self._session

    def master(self, password: SecretText) -> Vault:
        """The encrypted file, opened with (or made under) the master password. Raises VaultError."""
        self._file.unlock(password)
        return self._wrapped_file


class ChosenVault:
    """The vault in use now, wherever the person moved it; what integrations are assembled with."""

    name = "chosen"

    def __init__(self, current: Callable[[], Vault]) -> None:
        self._current = current

    def get(self, connection: str, field: str) -> SecretText | None:
        """The secret, or None when there is no entry."""
        return self._current().get(connection, field)

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Stores a secret."""
        self._current().set(connection, field, secret)

    def delete(self, connection: str, field: str) -> None:
        """Removes an entry."""
        self._current().delete(connection, field)
