"""Snapshots of single integrations, a small YAML file each: published versions, and work that was not saved yet.

Any thread. Files are private and written whole or not at all.
"""

from __future__ import annotations

import re
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import quoted, tr
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.versions import Version
from mailflow_gui.store.document import DocumentRefused, Node, decode, parse
from mailflow_gui.store.emitter import emit
from mailflow_gui.store.entries import document_of
from mailflow_gui.store.files import make_private, replace_file, sweep
from mailflow_gui.store.layout import Reading, read_items

#: So many published versions of an integration are kept.
MOST_VERSIONS = 100
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


class VersionFiles:
    """Implements core.versions.Versions: a directory for each integration, a file for each version."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, integration: str) -> tuple[Version, ...]:
        """The versions that can be read, newest first; a damaged file is passed over. Raises StoreError."""
        found = (_read(path) for path in _files(self._place(integration)))
        return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.number))

    def add(self, version: Version) -> None:
        """Keeps a version; beyond the limit the oldest is dropped. Raises StoreError."""
        place = self._place(version.integration.id)
        _write(place / f"{version.number}.yaml", version)
        for path in sorted(_files(place), key=_number)[:-MOST_VERSIONS]:
            path.unlink(missing_ok=True)

    def drop(self, integration: str, number: int) -> None:
        """Deletes one version; none of that number is no error. Raises StoreError."""
        _unlink(self._place(integration) / f"{number}.yaml")

    def forget(self, integration: str) -> None:
        """Deletes all versions of an integration. Raises StoreError."""
        place = self._place(integration)
        try:
            for path in _files(place):
                path.unlink(missing_ok=True)
            if place.exists():
                place.rmdir()
        except OSError as error:
            raise _not_written(place, error) from error

    def _place(self, integration: str) -> Path:
        return self._folder / checked(integration)


class UnsavedWork:
    """What is being edited and was not saved: one file for each integration, so that a crash loses nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, integration: Integration, at: str) -> None:
        """Writes the present state of the work; `at` is the moment (ISO 8601). Raises StoreError."""
        _write(self._file(integration.id), Version(integration.version, at, integration))

    def all(self) -> tuple[Version, ...]:
        """The work that was left, newest first; a damaged file is passed over. Raises StoreError."""
        found = (_read(path) for path in _files(self._folder))
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True))

    def drop(self, integration: str) -> None:
        """The work was saved or given up. Raises StoreError."""
        _unlink(self._file(integration))

    def _file(self, integration: str) -> Path:
        return self._folder / f"{checked(integration)}.yaml"


def checked(id: str) -> str:
    """An id that is safe as a file name. Raises StoreError: ids come from a file that people may edit."""
    if not _ID.fullmatch(id):
        raise StoreError(
            tr("“{id}” can't be the id of an integration", id=id[:40]), tr("Nothing was written."), cause="BAD_ID"
        )
    return id


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.glob("*.yaml"))
    except OSError as error:
        raise StoreError(
            tr("“{folder}” can't be read", folder=folder), f"{error.strerror}.", cause="PROFILE_UNREADABLE"
        ) from error


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isascii() and path.stem.isdigit() else 0


def _write(path: Path, version: Version) -> None:
    document = document_of(Profile(integrations=(version.integration,)), saved=True)
    text = emit({**document, "number": version.number, "at": version.at, "note": version.note})
    try:
        make_private(path.parent.parent)
        make_private(path.parent)
        sweep(path)
        replace_file(path, text.encode())
    except OSError as error:
        raise _not_written(path, error) from error


def _read(path: Path) -> Version | None:
    try:
        root = parse(decode(path.read_bytes(), path.name), path.name)
    except (OSError, DocumentRefused):
        return None
    top = dict(root.value) if isinstance(root.value, dict) else {}
    number, at, note = (_plain(top.pop(key, None)) for key in ("number", "at", "note"))
    profile, problems = read_items(Node(top), Reading(saved=True, unnamed=True))
    if problems or len(profile.integrations) != 1:
        return None
    return Version(
        int(number) if isinstance(number, int) else 0, str(at or ""), profile.integrations[0], str(note or "")
    )


def _plain(node: Node | None) -> object:
    return node.plain() if node is not None else None


def _not_written(path: Path, error: OSError) -> StoreError:
    return StoreError(
        tr("The work could not be kept"),
        f"{quoted(path)}: {error.strerror or error}.",
        cause="PROFILE_NOT_WRITTEN",
        fix=tr("Free some space or check the permissions, then try again."),
        details=repr(error),
    )
