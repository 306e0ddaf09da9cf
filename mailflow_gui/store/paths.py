"""Where the program keeps its files: everything below one directory. Any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.store.files import make_private

#: What a restore that was interrupted has still to do; see `swap.py`.
JOURNAL = "restore.json"


@dataclass(frozen=True, slots=True)
class Paths:
    """The profile's directory and what lies below it."""

    root: Path

    @property
    def profile(self) -> Path:
        """What the person made: connections and integrations (YAML)."""
        return self.root / "profile.yaml"

    @property
    def preferences(self) -> Path:
        """What the person chose under Settings (YAML)."""
        return self.root / "preferences.yaml"

    @property
    def ledger(self) -> Path:
        """What the program remembers: messages taken and sent (SQLite)."""
        return self.root / "ledger.sqlite"

    @property
    def live(self) -> Path:
        """How the integrations of the running program are (JSON)."""
        return self.root / "running.json"

    @property
    def vault(self) -> Path:
        """Passwords under a master password, when the person chose that."""
        return self.root / "passwords.vault"

    @property
    def versions(self) -> Path:
        """Published versions of the integrations."""
        return self.root / "versions"

    @property
    def unsaved(self) -> Path:
        """Work in an editor that was not saved yet."""
        return self.root / "unsaved"

    @property
    def samples(self) -> Path:
        """Messages kept with the integrations, to try the steps with."""
        return self.root / "samples"

    @property
    def backups(self) -> Path:
        """Backups that are made by themselves."""
        return self.root / "backups"

    def prepare(self) -> None:
        """Makes the directory, private to its owner. Raises StoreError."""
        try:
            make_private(self.root)
        except OSError as error:
            raise StoreError(
                tr("The profile directory can't be used"),
                f"{quoted(self.root)}: {error.strerror or error}.",
                cause="PROFILE_NOT_WRITTEN",
                fix=tr("Choose another directory with --profile, or change its permissions."),
                details=repr(error),
            ) from error


def default_root() -> Path:
    """The system's place for this program's files. Raises StoreError where this user has no home directory."""
    import platformdirs  # loaded only when no directory was chosen

    root = where_at_home(lambda: platformdirs.user_data_path("Mailflow", appauthor=False))
    if root is None:
        raise StoreError(
            tr("There is no place for the profile"),
            tr("This user has no home directory."),
            cause="PROFILE_NOT_WRITTEN",
            fix=tr("Name a directory with --profile."),
        )
    return root


def where_at_home(place: Callable[[], Path]) -> Path | None:
    """A place below the home directory. None where there is no home, as for a service under a user of its own."""
    try:
        found = place()
    except RuntimeError:
        return None
    return found if found.is_absolute() else None  # older platformdirs leave "~" as it is
