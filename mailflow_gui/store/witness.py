"""What the system remembers of a profile outside of it: how far its records had come. Any thread.

When a profile is put back from a backup, its records know nothing of what was sent since; this file does.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from mailflow_gui.store.files import make_private
from mailflow_gui.store.paths import where_at_home


class Witness:
    """One small file for the records with this id. It is no disaster when it is lost: nothing is noticed then."""

    def __init__(self, folder: Path, install_id: str) -> None:
        self._path = folder / install_id
        self._age = -1

    def age(self) -> int:
        """The greatest age that was noted; 0 when nothing is known."""
        try:
            return int(self._path.read_text("ascii")[:20])
        except (OSError, ValueError):
            return 0

    def note(self, age: int) -> None:
        """Remembers an age, unless it is the same as before. Never raises."""
        if age == self._age:
            return
        self._age = age
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            make_private(self._path.parent)
            temporary.touch(0o600)
            temporary.write_text(str(age), "ascii")
            temporary.replace(self._path)


def default_folder() -> Path | None:
    """The system's place for what a program remembers apart from its data. None where this user has no home."""
    import platformdirs

    return where_at_home(lambda: platformdirs.user_state_path("Mailflow", appauthor=False) / "ages")
