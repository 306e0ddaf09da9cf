"""Settings, General: backups of the profile and restoring one. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from mailflow_gui.qt.backups import KEPT, SUFFIX, Backups
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui import times
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.settings.rows import Group, Row
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.switch import Switch

FILES = f"Mailflow Backups (*{SUFFIX});;All Files (*)"
_DAILY = f"Once a day while Mailflow runs; the newest {KEPT} are kept."
_ALL = "Connections, integrations, versions and what happened to each message. No passwords."
_RESTORE = "Takes the place of everything here. What is here now is kept aside."
_AFTER = (
    "It takes the place of everything here; what is here now is kept aside in a folder. Mailflow starts anew, with "
    "every integration off. Messages that may have been handled since then wait under Needs Attention."
)


class Made(Protocol):
    """A backup that was written."""

    @property
    def path(self) -> Path: ...


class Found(Protocol):
    """What a backup holds."""

    @property
    def at(self) -> str: ...

    @property
    def connections(self) -> int: ...

    @property
    def integrations(self) -> int: ...

    @property
    def messages(self) -> int: ...


class BackupGroup(Group):
    """`restore_requested` carries the path of a backup that was looked at and agreed to. `tell` shows an error."""

    restore_requested = Signal(str)

    def __init__(
        self,
        backups: Backups,
        preferences: KeptPreferences,
        tell: Callable[[Exception], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__("Backup")
        self._backups, self._preferences, self._tell, self._say = backups, preferences, tell, say
        self.daily = Switch("Automatic backup")
        self.daily.toggled.connect(self._on_daily)
        self._last = Row("Automatic backup", self.daily, _DAILY)
        self.save = Button("Back Up…", icon="export", small=True)
        self.save.clicked.connect(self._on_save)
        self.restore = Button("Restore…", icon="undo", small=True)
        self.restore.clicked.connect(self._on_restore)
        self.add(self._last)
        self.add(Row("Back up everything", self.save, _ALL))
        self.add(Row("Restore a backup", self.restore, _RESTORE))
        backups.changed.connect(self._show)
        preferences.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._backups.look()

    def ask_to_restore(self, path: Path, found: Found) -> None:
        """Says what the backup holds and what restoring means."""
        what = (
            times.counted(found.connections, "connection", "connections"),
            times.counted(found.integrations, "integration", "integrations"),
            times.counted(found.messages, "message", "messages"),
        )
        agreed = Answer("Restore", lambda: self.restore_requested.emit(str(path)), danger=True)
        title = f"Restore the backup of {times.long_moment(found.at)}?"
        ask(self.window(), title, f"It holds {', '.join(what)}. {_AFTER}", (Answer("Cancel"), agreed))

    def _show(self) -> None:
        self.daily.setChecked(self._preferences.now.daily_backup)
        last = self._backups.last
        self._last.set_text(f"{_DAILY} The last one: {times.long_moment(last)}." if last else _DAILY)

    def _on_daily(self, on: bool) -> None:
        if on != self._preferences.now.daily_backup:
            self._preferences.set(daily_backup=on).failed(self._tell)
            self._backups.look()

    def _on_save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self.window(), "Back Up", f"Mailflow{SUFFIX}", FILES)
        if not path:
            return
        self.save.set_busy(True, "Writing…")
        task = self._backups.write(Path(path)).done(self._on_saved)
        task.failed(self._tell).always(self.save.end_busy)

    def _on_saved(self, made: Made) -> None:
        self._say(f"Backed up to {made.path.name}")

    def _on_restore(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.window(), "Restore", str(self._backups.folder), FILES)
        if not path:
            return
        self.restore.set_busy(True, "Looking…")
        task = self._backups.check(Path(path))
        task.done(if_alive(self, lambda found: self.ask_to_restore(Path(path), found)))
        task.failed(self._tell).always(self.restore.end_busy)
