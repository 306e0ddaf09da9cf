"""Every place for secrets of this run, each knowing the practice server's password by itself. Any thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mailflow_gui.core.ports import Vault
from mailflow_gui.core.practice import PASSWORD
from mailflow_gui.store.practice_vault import PracticeVault

if TYPE_CHECKING:  # loaded when they are asked for
    from mailflow_gui.qt.vaults import VaultChoices
    from mailflow_gui.store.keyring_vault import KeyringVault


class SecretPlaces:
    """`first` is used until a person chooses another one of `choices`; `file` is where a password file lies."""

    def __init__(self, vault: Vault, file: Path, is_practice: Callable[[str], bool]) -> None:
        self._vault, self._file, self._is_practice = vault, file, is_practice
        self.first = self.knowing_practice(vault)

    @cached_property
    def keyring(self) -> KeyringVault:
        """The system's keyring."""
        from mailflow_gui.store.keyring_vault import KeyringVault

        return self._vault if isinstance(self._vault, KeyringVault) else KeyringVault()

    @cached_property
    def choices(self) -> VaultChoices:
        """What a person may choose."""
        from mailflow_gui.qt.vaults import VaultChoices
        from mailflow_gui.store.file_vault import FileVault

        file = self._vault if isinstance(self._vault, FileVault) else FileVault(self._file)
        return VaultChoices(self.keyring, file, self.knowing_practice)

    def knowing_practice(self, vault: Vault) -> Vault:
        """A vault around another one."""
        return PracticeVault(vault, self._is_practice, PASSWORD)
