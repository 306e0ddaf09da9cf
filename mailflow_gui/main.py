"""Composition root: the only place that builds the vault, the library and the catalog and puts them together."""

from __future__ import annotations

import os
from pathlib import Path

from mailflow_gui.cli.program import Options, Program
from mailflow_gui.core import language
from mailflow_gui.core.catalog import Catalog, discover
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.language import tr
from mailflow_gui.core.limits import set_limits, set_proxy_password
from mailflow_gui.core.ports import Vault
from mailflow_gui.core.proxy import PASSWORD
from mailflow_gui.store import translations
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import JOURNAL, Paths, default_root
from mailflow_gui.store.preferences import PreferencesFile
from mailflow_gui.store.snapshots import VersionFiles

#: Chooses the language of the window before all else: a code such as “de”.
LANGUAGE = "MAILFLOW_LANGUAGE"


def build(options: Options) -> Program:
    """The objects of one run, without a window. Only the preferences are read yet.

    Raises StoreError when a restore that was interrupted can't be finished.
    """
    paths = Paths(options.profile or default_root())
    if (paths.root / JOURNAL).exists():
        from mailflow_gui.store.swap import finish_swap

        finish_swap(paths)  # a crash interrupted a restore
    library = YamlLibrary(paths.profile)
    versions = VersionFiles(paths.versions)
    chosen, _ = PreferencesFile(paths.preferences).load()
    set_limits(chosen.limits)
    vault = build_vault(options.vault or chosen.vault, paths, library)
    set_proxy_password(lambda: vault.get(*PASSWORD))
    return Program(options, paths, build_catalog(), library, versions, vault)


def open_window(options: Options) -> int:
    """Opens the window and gives the exit code when it is closed. Raises StoreError when the profile is in use.

    The window speaks the person's language. The verbs stay English: scripts read them.
    """
    from mailflow_gui import session

    paths = Paths(options.profile or default_root())

    def speak() -> None:
        language.use(chosen_language(paths))

    speak()
    with session.told_to_people():
        program = build(options)
    return session.run(program, speak)


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
    if id == PASSWORD[0]:
        return id
    for connection in library.load().connections:
        if connection.id == id:
            return connection.name
    raise SettingsError(
        tr("The connection is not saved yet"), tr("Credentials are found by its name."), cause="NOT_FOUND"
    )


def chosen_language(paths: Paths) -> language.Language:
    """The language of the environment, or the one chosen in Settings."""
    from mailflow_gui.ui import resources

    chosen = os.environ.get(LANGUAGE) or PreferencesFile(paths.preferences).load()[0].language
    return translations.read(resources.resource("translations"), chosen)
