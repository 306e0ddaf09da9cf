"""Secrets that the system hands to a service: files of $CREDENTIALS_DIRECTORY (systemd, containers). Read only.

Any thread but the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mailflow_gui.core.errors import VaultError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr

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
            raise self._refused(
                tr("“{name}” can't be read: {why}.", name=path.name, why=error.strerror or error)
            ) from error
        if len(data) > MAX_BYTES:
            raise self._refused(tr("“{name}” is larger than 1 MB.", name=path.name))
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise self._refused(tr("“{name}” is not UTF-8 text.", name=path.name)) from None
        return SecretText(text.removesuffix("\n").removesuffix("\r"))

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        """Refused: these files belong to the system. Raises VaultError."""
        raise self._refused(tr("Mailflow only reads them. Change the file in your service's configuration."))

    def delete(self, connection: str, field: str) -> None:
        """Refused: these files belong to the system. Raises VaultError."""
        raise self._refused(tr("Mailflow only reads them. Change the file in your service's configuration."))

    def _path(self, connection: str, field: str) -> Path:
        if self._directory is None:
            raise VaultError(
                tr("No credentials were handed over"),
                tr("$CREDENTIALS_DIRECTORY is not set."),
                cause="KEYRING_MISSING",
                fix=tr("Start the program as a service with LoadCredential=, or leave --vault out."),
            )
        name = f"{self._name_of(connection)}.{field}"
        if name != Path(name).name or "\\" in name or "\0" in name or name.startswith("."):
            raise self._refused(tr("“{name}” can't be a file name. Rename the connection.", name=name))
        return self._directory / name

    def _refused(self, why: str) -> VaultError:
        return VaultError(tr("The credentials can't be used"), why, cause="KEYRING_MISSING")
