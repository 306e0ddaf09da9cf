"""What can be done with a saved integration from its row and from its page: switch, duplicate, delete. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from mailflow_gui.core.activity import State
from mailflow_gui.core.copies import copy_steps
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, free_name
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task
from mailflow_gui.ui.widgets.message_box import MessageBox


class Verbs(QObject):
    """`toast` carries text and an optional (label, callable) action; `deleted` a name."""

    toast = Signal(str, object)
    deleted = Signal(str)

    def __init__(self, profiles: Profiles, control: Control, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._control = control

    def switch(self, integration: Integration, on: bool) -> Task:
        """The switch: saved, then started or stopped; a failure is told."""
        task = self._control.switch(integration, on)
        if not on:
            undo: tuple[str, Callable[[], object]] = (tr("Undo"), lambda: self.switch(integration, True))
            task.done(lambda _: self.toast.emit(tr("“{name}” stopped", name=integration.name), undo))
        elif self._control.paused:
            task.done(lambda _: self.toast.emit(tr("“{name}” starts when you resume", name=integration.name), None))
        return task.failed(lambda error: self.toast.emit(str(error), None))

    def duplicate(self, one: Integration) -> Task:
        """A copy under another name, stopped and never published."""
        name = free_name({item.name for item in self._profiles.profile.integrations}, tr("{name} copy", name=one.name))
        copy = Integration(name, copy_steps(one.working), one.description, labels=one.labels)
        task = self._profiles.save_integration(copy)
        task.done(lambda _: self.toast.emit(tr("“{name}” created. It is stopped.", name=name), None))
        return task.failed(lambda error: self.toast.emit(str(error), None))

    def delete(self, one: Integration, asker: QWidget) -> None:
        """Asks, then stops and deletes it."""
        running = self._control.health(one.id).state is not State.STOPPED
        stays = tr("Its connections stay. Messages on the mail server are not touched.")
        text = f"{tr('It is stopped first.')} {stays}" if running else stays
        box = MessageBox(asker, tr("Delete “{name}”?", name=one.name), text)
        box.setIcon(QMessageBox.Icon.Question)
        delete = box.addButton(tr("Delete Integration"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep Integration"), QMessageBox.ButtonRole.RejectRole)
        box.set_safe(keep)
        box.finished.connect(lambda _: self._really_delete(one) if box.clickedButton() is delete else None)
        box.open()

    def _really_delete(self, one: Integration) -> None:
        task = self._control.delete(one)
        task.done(lambda _: self._on_deleted(one.name))
        task.failed(lambda error: self.toast.emit(str(error), None))

    def _on_deleted(self, name: str) -> None:
        self.toast.emit(tr("“{name}” deleted", name=name), None)
        self.deleted.emit(name)
