"""Backups for the window: one a day by itself, one where a person wants it, and a look into one. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store import backup, restore
from mailflow_gui.store.paths import Paths

#: Milliseconds after the start at which the first look is taken, and between two.
FIRST_LOOK, LOOK = 3 * 60_000, 60 * 60_000
KEPT = backup.KEPT
SUFFIX = backup.SUFFIX


class Backups(QObject):
    """`changed` follows when `last` is another one (ISO 8601, "" for none); `failed` carries why one was not made.

    Each call gives a Task that fails with StoreError.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        paths: Paths,
        preferences: KeptPreferences,
        tasks: Tasks,
        parent: QObject | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._paths, self._preferences, self._tasks, self._now = paths, preferences, tasks, now
        self.folder = paths.backups
        self.last = ""
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on the daily backup is made, unless a person switched it off."""
        self._timer.start()
        QTimer.singleShot(FIRST_LOOK, self, self.look)

    def look(self) -> None:
        """Makes today's backup if it is due and wanted, and finds out which is the newest."""
        wanted = self._preferences.now.daily_backup

        def work() -> str:
            if wanted:
                backup.write_daily(self._paths, self._now())
            there = backup.automatic(self._paths)
            return there[0].at if there else ""

        self._tasks.run(work).done(self._show).failed(self.failed.emit)

    def write(self, path: Path) -> Task:
        """Writes a backup to this file."""
        return self._tasks.run(lambda: backup.write(self._paths, path, self._now()))

    def check(self, path: Path) -> Task:
        """What a backup holds (restore.Contents), after looking whether it is whole."""
        return self._tasks.run(lambda: restore.check(path, self._paths.root))

    def _show(self, last: str) -> None:
        if last != self.last:
            self.last = last
            self.changed.emit()
