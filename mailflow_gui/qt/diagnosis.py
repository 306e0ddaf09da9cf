"""What About shows: version, folders, licenses, and the text of Copy Diagnostics made in the background. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from mailflow_gui.qt.licenses import shipped
from mailflow_gui.qt.tasks import Task, Tasks


@dataclass(frozen=True, slots=True)
class Folder:
    """A directory of the program, and what is in it."""

    title: str
    path: Path


class Diagnosis(QObject):
    """`write` makes the diagnostics on a pool thread: it looks at this computer and may ask for the keyring."""

    def __init__(
        self,
        version: str,
        folders: tuple[Folder, ...],
        write: Callable[[], str],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.version = version
        self.folders = folders
        self._write = write
        self._tasks = tasks

    def text(self) -> Task:
        """The diagnostics (str), without secrets."""
        return self._tasks.run(self._write)

    def licenses(self) -> Task:
        """The libraries that come along (tuple of Shipped)."""
        return self._tasks.run(shipped)
