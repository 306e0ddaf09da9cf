"""Secrets that the system hands to a service: files of $CREDENTIALS_DIRECTORY (systemd, containers). Read only.

Any thread but the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mailflow_gui.core.errors import VaultError
from mailflow_gui.core.fields import SecretText

MAX_BYTES = 1024 * 1024


class CredentialsVault:
    """Implements core.ports.Vault on files named `<connection name>.<field>`.

    `name_of` gives a connection's name for its id; it may raise SettingsError. `directory` None: not set.
    """

    name = "credentials"

    def __init__(self, directory: Path | None, name_of: Callable[[str], str]) -> None:
        self._directory = directory
        self._name_of = name_of

    def get(self, connection: str, field: str) -> SecretText | None:
        """The file's text without its last line break, or None when there is no file. Raises VaultError."""
        path = self._path(connection, field)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._refused(f"“{path.name}” can't be read: {error.strerror or error}.") from error
        if len(data) > MAX_BYTES:
            raise self._refused(f"“{path.name}” is larger than 1 MB.")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise self._refused(f"“{path.name}” is not UTF-8 text.") from None
        return SecretText(text.removesuffix("\n").removesuffix("\r"))

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Refused: these files belong to the system. Raises VaultError."""
        raise self._refused("Mailflow only reads them. Change the file in your service's configuration.")

    def delete(self, connection: str, field: str) -> None:
        """Refused: these files belong to the system. Raises VaultError."""
        raise self._refused("Mailflow only reads them. Change the file in your service's configuration.")

    def _path(self, connection: str, field: str) -> Path:
        if self._directory is None:
            raise VaultError(
                "No credentials were handed over",
                "$CREDENTIALS_DIRECTORY is not set.",
                cause="KEYRING_MISSING",
                fix="Start the program as a service with LoadCredential=, or leave --vault out.",
            )
        name = f"{self._name_of(connection)}.{field}"
        if name != Path(name).name or "\\" in name or "\0" in name or name.startswith("."):
            raise self._refused(f"“{name}” can't be a file name. Rename the connection.")
        return self._directory / name

    def _refused(self, why: str) -> VaultError:
        return VaultError("The credentials can't be used", why, cause="KEYRING_MISSING")
