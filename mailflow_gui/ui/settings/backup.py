"""Settings, General: backups of the profile and restoring one. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.qt.backups import KEPT, SUFFIX, Backups
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.ui import times
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import Answer, ask
from mailflow_gui.ui.settings.rows import Group, Row
from mailflow_gui.ui.widgets.buttons import Button
from mailflow_gui.ui.widgets.switch import Switch

FILES = later("Mailflow Backups ({patterns});;All Files (*)")
_DAILY = later("Once a day while Mailflow runs; the newest {count} are kept.")
_ALL = later("Connections, integrations, versions and what happened to each message. No passwords.")
_RESTORE = later("Takes the place of everything here. What is here now is kept aside.")
_AFTER = later(
    "It takes the place of everything here; what is here now is kept aside in a folder. "
    "Mailflow starts anew, with every integration off. Messages that may have been handled "
    "since then wait under Needs Attention."
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
        super().__init__(tr("Backup"))
        self._backups, self._preferences, self._tell, self._say = backups, preferences, tell, say
        self.daily = Switch(tr("Automatic backup"))
        self.daily.toggled.connect(self._on_daily)
        self._last = Row(tr("Automatic backup"), self.daily, tr(_DAILY, count=KEPT))
        self.save = Button(tr("Back Up…"), icon="export", small=True)
        self.save.clicked.connect(self._on_save)
        self.restore = Button(tr("Restore…"), icon="undo", small=True)
        self.restore.clicked.connect(self._on_restore)
        self.add(self._last)
        self.add(Row(tr("Back up everything"), self.save, tr(_ALL)))
        self.add(Row(tr("Restore a backup"), self.restore, tr(_RESTORE)))
        backups.changed.connect(self._show)
        preferences.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._backups.look()

    def ask_to_restore(self, path: Path, found: Found) -> None:
        """Says what the backup holds and what restoring means."""
        what = (
            trn("{count} connection", "{count} connections", found.connections),
            trn("{count} integration", "{count} integrations", found.integrations),
            trn("{count} message", "{count} messages", found.messages),
        )
        holds = tr("It holds {what}.", what=", ".join(what))
        agreed = Answer(tr("Restore"), lambda: self.restore_requested.emit(str(path)), danger=True)
        title = tr("Restore the backup of {time}?", time=times.long_moment(found.at))
        ask(self.window(), title, f"{holds} {tr(_AFTER)}", (Answer(tr("Cancel")), agreed))

    def _show(self) -> None:
        self.daily.setChecked(self._preferences.now.daily_backup)
        last = self._backups.last
        daily = tr(_DAILY, count=KEPT)
        told = tr("The last one: {time}.", time=times.long_moment(last))
        self._last.set_text(f"{daily} {told}" if last else daily)

    def _on_daily(self, on: bool) -> None:
        if on != self._preferences.now.daily_backup:
            self._preferences.set(daily_backup=on).failed(self._tell)
            self._backups.look()

    def _on_save(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self.window(), tr("Back Up"), f"Mailflow{SUFFIX}", _files())
        if not path:
            return
        self.save.set_busy(True, tr("Writing…"))
        task = self._backups.write(Path(path)).done(self._on_saved)
        task.failed(self._tell).always(self.save.end_busy)

    def _on_saved(self, made: Made) -> None:
        self._say(tr("Backed up to {name}", name=made.path.name))

    def _on_restore(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self.window(), tr("Restore"), str(self._backups.folder), _files())
        if not path:
            return
        self.restore.set_busy(True, tr("Looking…"))
        task = self._backups.check(Path(path))
        task.done(if_alive(self, lambda found: self.ask_to_restore(Path(path), found)))
        task.failed(self._tell).always(self.restore.end_busy)


def _files() -> str:
    return tr(FILES, patterns=f"*{SUFFIX}")
