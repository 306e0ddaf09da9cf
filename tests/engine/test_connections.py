"""From a saved connection to live settings: incomplete, locked, gone and signed-out ones."""

from __future__ import annotations

import pytest

from mailflow_gui.core.causes import trouble
from mailflow_gui.core.errors import SettingsError, VaultError, VaultLocked
from mailflow_gui.core.fields import Plain, SecretText
from mailflow_gui.core.model import Connection
from mailflow_gui.engine.connections import settings_of
from tests.store.sample import CATALOG


class Vault:
    """Secrets in memory; counts how often it is asked."""

    name = "memory"

    def __init__(self, entries: dict[tuple[str, str], str] | None = None, error: Exception | None = None) -> None:
        self.entries = entries or {}
        self.error = error
        self.asked = 0

    def get(self, connection: str, field: str) -> SecretText | None:
        self.asked += 1
        if self.error is not None:
            raise self.error
        text = self.entries.get((connection, field))
        return None if text is None else SecretText(text)

    def set(self, connection: str, field: str, secret: SecretText) -> None:
        self.entries[connection, field] = secret.reveal()

    def delete(self, connection: str, field: str) -> None:
        self.entries.pop((connection, field), None)


def connection(**values: Plain) -> Connection:
    return Connection("Mine", "email-receive", {"host": "h.example", "port": 993, **values}, id="c1")


def test_the_password_is_fetched() -> None:
    settings = settings_of(connection(username="me"), CATALOG, Vault({("c1", "password"): "pw"}))
    assert settings.get("password") == SecretText("pw")
    assert settings.get("port") == 993
    assert "pw" not in repr(settings)


def test_without_a_user_name_the_vault_is_not_asked() -> None:
    vault = Vault(error=trouble("KEYRING_MISSING"))
    assert not settings_of(connection(), CATALOG, vault).get("password")
    assert not settings_of(connection(username="  "), CATALOG, vault).get("password")
    assert vault.asked == 0


@pytest.mark.parametrize("entries", [{}, {("c1", "password"): ""}])
def test_a_user_name_without_its_password(entries: dict[tuple[str, str], str]) -> None:
    with pytest.raises(VaultError) as caught:
        settings_of(connection(username="me"), CATALOG, Vault(entries))
    assert caught.value.cause == "KEYRING_ENTRY_GONE"
    assert caught.value.fields == ("password",)


def test_an_incomplete_connection_is_told_before_any_secret_is_read() -> None:
    vault = Vault()
    with pytest.raises(SettingsError) as caught:
        settings_of(connection(username="me", host="", port=0), CATALOG, vault)
    assert caught.value.fields == ("host", "port")
    assert "“Mine” is not complete" in caught.value.title
    assert vault.asked == 0


def test_a_locked_vault_speaks_for_itself() -> None:
    with pytest.raises(VaultLocked):
        settings_of(connection(username="me"), CATALOG, Vault(error=trouble("KEYRING_LOCKED")))


def test_an_unknown_connector() -> None:
    with pytest.raises(SettingsError, match="There is no connector"):
        settings_of(Connection("Mine", "gone", {}), CATALOG, Vault())
