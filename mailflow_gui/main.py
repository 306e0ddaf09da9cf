"""Composition root: the only place that builds the vault, the library and the catalog and puts them together."""

from __future__ import annotations

import os
from pathlib import Path

from mailflow_gui.cli.program import Options, Program
from mailflow_gui.core.catalog import Catalog, discover
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.ports import Vault
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import Paths, default_root
from mailflow_gui.store.snapshots import VersionFiles


def build(options: Options) -> Program:
    """The objects of one run, without a window. Nothing is read or written yet."""
    paths = Paths(options.profile or default_root())
    library = YamlLibrary(paths.profile)
    versions = VersionFiles(paths.versions)
    return Program(options, paths, build_catalog(), library, versions, build_vault(options.vault, paths, library))


def open_window(options: Options) -> int:
    """Opens the window and gives the exit code when it is closed. Raises StoreError when the profile is in use."""
    from mailflow_gui import desktop

    return desktop.run(build(options))


def build_catalog() -> Catalog:
    """Every connector and step kind of this installation."""
    from mailflow_gui import connectors, steps

    return discover(connectors, steps)


def build_vault(name: str, paths: Paths, library: YamlLibrary) -> Vault:
    """The vault of this name; each loads its own library only when it is chosen."""
    if name == "session":
        from mailflow_gui.store.session_vault import SessionVault

        return SessionVault()
    if name == "file":
        from mailflow_gui.store.file_vault import FileVault

        return FileVault(paths.vault)
    if name == "credentials":
        from mailflow_gui.store.credentials_vault import CredentialsVault

        where = os.environ.get("CREDENTIALS_DIRECTORY", "")
        return CredentialsVault(Path(where) if where else None, lambda id: _name_of(library, id))
    from mailflow_gui.store.keyring_vault import KeyringVault

    return KeyringVault()


def _name_of(library: YamlLibrary, id: str) -> str:
    for connection in library.load().connections:
        if connection.id == id:
            return connection.name
    raise SettingsError("The connection is not saved yet", "Credentials are found by its name.", cause="NOT_FOUND")
