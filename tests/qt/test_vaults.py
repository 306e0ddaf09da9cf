"""The choices when the keyring refuses, and the vault in use wherever the person moved it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.errors import VaultLocked
from mailflow_gui.core.fields import SecretText
from mailflow_gui.qt.vaults import ChosenVault, VaultChoices
from mailflow_gui.store.file_vault import FileVault
from mailflow_gui.store.session_vault import SessionVault


class LockedVault(SessionVault):
    """A keyring that is locked."""

    def get(self, connection: str, field: str) -> SecretText | None:
        raise VaultLocked("Your keyring is locked", cause="KEYRING_LOCKED")


def test_unlocking_asks_the_system(tmp_path: Path) -> None:
    choices = VaultChoices(LockedVault(), FileVault(tmp_path / "vault"))
    with pytest.raises(VaultLocked):
        choices.unlock()
    VaultChoices(SessionVault(), FileVault(tmp_path / "vault")).unlock()


def test_a_master_password_opens_the_file_again(tmp_path: Path) -> None:
    first = VaultChoices(LockedVault(), FileVault(tmp_path / "vault"))
    assert not first.has_master
    first.master(SecretText("correct horse")).set("one", "password", SecretText("secret"))
    again = VaultChoices(LockedVault(), FileVault(tmp_path / "vault"))
    assert again.has_master
    assert again.master(SecretText("correct horse")).get("one", "password") == SecretText("secret")


def test_the_chosen_vault_follows_the_choice() -> None:
    first, second = SessionVault(), SessionVault()
    present = [first]
    chosen = ChosenVault(lambda: present[0])
    chosen.set("one", "password", SecretText("a"))
    present[0] = second
    assert (chosen.get("one", "password"), first.get("one", "password")) == (None, SecretText("a"))
    chosen.set("one", "password", SecretText("b"))
    chosen.delete("one", "password")
    assert second.get("one", "password") is None
