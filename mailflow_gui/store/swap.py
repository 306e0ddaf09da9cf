"""Putting other files in the place of the profile's: old ones aside, new ones in, by renaming within one directory.

What is to be done is written down first, so that an interrupted swap is finished at the next start. Any thread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.store import backup
from mailflow_gui.store.files import locked, make_private, replace_file, sync_directory
from mailflow_gui.store.paths import JOURNAL, Paths

#: What is exchanged, in this order. The ledger's log belongs to the ledger: left beside another one it would damage it.
NAMES = (
    *(f"{backup.LEDGER}{tail}" for tail in ("-wal", "-shm", "")),
    *backup.FOLDERS,
    *backup.FILES,
    "profile.yaml.bak",
)


def swap_in(staged: Path, paths: Paths, now: datetime) -> Path:
    """Puts the files of `staged` (a directory in the profile's) in place; gives the directory of the old ones.

    Raises StoreError.
    """
    with _worded(paths):
        aside = paths.root / f"replaced {now:%Y-%m-%d %H-%M-%S}"
        make_private(aside)
        kept = staged.with_name(staged.name + "-ready")  # under this name it is not removed as a leftover
        with locked(paths.root / JOURNAL):
            staged.rename(kept)
            plan = {"staged": kept.name, "aside": aside.name, "old": True}
            replace_file(paths.root / JOURNAL, json.dumps(plan).encode())
            _finish(paths)
    return aside


def finish_swap(paths: Paths) -> bool:
    """At start: finishes what a crash interrupted. False when there is nothing to do. Raises StoreError."""
    if not (paths.root / JOURNAL).exists():
        return False
    with _worded(paths), locked(paths.root / JOURNAL):
        if not (paths.root / JOURNAL).exists():
            return False  # another program finished it meanwhile
        _finish(paths)
    return True


def _finish(paths: Paths) -> None:
    """Goes on where it stopped: each file is moved once, because it is not where it came from any more."""
    journal = paths.root / JOURNAL
    plan = json.loads(journal.read_bytes())
    staged, aside = paths.root / Path(plan["staged"]).name, paths.root / Path(plan["aside"]).name
    if plan["old"]:
        for name in NAMES:
            _move(paths.root / name, aside / name)
        _sync(paths.root, aside)
        replace_file(journal, json.dumps({**plan, "old": False}).encode())
    for name in NAMES:
        _move(staged / name, paths.root / name)
    _sync(paths.root)
    journal.unlink()
    for left in staged.iterdir():
        left.unlink()
    staged.rmdir()


def _move(source: Path, target: Path) -> None:
    if source.exists():
        source.rename(target)


def _sync(*directories: Path) -> None:
    for one in directories:
        sync_directory(one)


@contextmanager
def _worded(paths: Paths) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(
            tr("The backup could not be put in place"),
            f"“{paths.root}”: {getattr(error, 'strerror', None) or error}.",
            cause="PROFILE_NOT_WRITTEN",
            fix=tr("Free some space or check the permissions, then start Mailflow again: it goes on where it stopped."),
            details=repr(error),
        ) from error
