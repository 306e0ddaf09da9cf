"""What can be done about a profile that can't be read, or about a backup that a person wants back.

Before the window is there, or after its work has ended: nothing else runs meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailflow_gui.core.errors import MailflowError, StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.store import backup
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import Paths
from mailflow_gui.store.restore import restore

#: So many backups are offered, the newest first.
OFFERED = 2


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: from when the state is (ISO 8601), and what brings it back. `act` raises StoreError."""

    label: str
    at: str
    act: Callable[[], object]


def ways(error: MailflowError, paths: Paths) -> list[Way]:
    """What can be offered against an error: the profile as it was before its last change, and the newest backups."""
    if not isinstance(error, StoreError) or not error.wants_backup:
        return []
    found = []
    if error.cause == "PROFILE_UNREADABLE":
        library = YamlLibrary(paths.profile)
        with suppress(MailflowError, OSError):
            YamlLibrary(library.backup).load()
            at = datetime.fromtimestamp(library.backup.stat().st_mtime).astimezone()
            found.append(Way(tr("Use the Version Before"), at.isoformat(timespec="seconds"), library.use_backup))
    with suppress(StoreError):
        for one in backup.automatic(paths)[:OFFERED]:
            found.append(Way(tr("Restore Backup"), one.at, lambda path=one.path: restore(path, paths, _now())))  # type: ignore[misc]
    return found


def put_back(path: Path, paths: Paths) -> tuple[str, str]:
    """Restores a backup; a title and a text that say what came of it."""
    try:
        done = restore(path, paths, _now())
    except StoreError as error:
        return error.title, " ".join(part for part in (error.hint, error.fix) if part)
    words = tr(
        "The profile before is in “{aside}”. Every integration is off; switch them on when you are ready.",
        aside=done.aside,
    )
    return tr("The backup was restored"), words


def _now() -> datetime:
    return datetime.now().astimezone()
