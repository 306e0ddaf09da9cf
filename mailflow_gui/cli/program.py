"""What the composition root builds, and from what: handed to every verb. The command line's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.ports import Vault
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import Paths
from mailflow_gui.store.snapshots import VersionFiles

VAULTS = ("keyring", "file", "credentials", "session")


@dataclass(frozen=True, slots=True)
class Options:
    """The global options. `profile` None: the system's place; `vault` "": as in Settings. `verbose` counts -v."""

    profile: Path | None = None
    vault: str = ""
    verbose: int = 0
    quiet: bool = False
    background: bool = False
    demo: bool = False


@dataclass(frozen=True)
class Program:
    """The objects of one run, without a window. Building them writes nothing."""

    options: Options
    paths: Paths
    catalog: Catalog
    library: YamlLibrary
    versions: VersionFiles
    vault: Vault
