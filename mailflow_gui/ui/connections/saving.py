"""Saving a connection with its secrets, and what to do when the keyring refuses. GUI thread only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.errors import Remedy
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.core.ports import Vault
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import MasterPasswordSheet
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.words import worded

Buttons = Sequence[tuple[str, Callable[[], object]]]


class RefusalPlace(Protocol):
    """Where a refusal is shown."""

    def show_refusal(self, title: str, text: str, buttons: Buttons) -> None: ...
    def clear_refusal(self) -> None: ...


class Saving(QObject):
    """`saved` carries the Connection. A refusal appears at `place` with the choices the error names."""

    saved = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, services: Services, place: RefusalPlace, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._place, self._window = services, place, window
        self._item: tuple[Connection, Mapping[str, SecretText]] | None = None
        self.busy = False
        self.sheet: MasterPasswordSheet | None = None

    def save(self, connection: Connection, secrets: Mapping[str, SecretText]) -> None:
        """Writes the secrets, then the connection; when either is refused, nothing is saved."""
        if self.busy:
            return
        self._item = (connection, secrets)
        self._place.clear_refusal()
        self._set_busy(True)
        task = self._services.profiles.save_connection(connection, secrets)
        task.done(if_alive(self, lambda _: self._on_saved(connection))).failed(if_alive(self, self._on_refused))

    def _on_saved(self, connection: Connection) -> None:
        self._set_busy(False)
        self._item = None
        self.saved.emit(connection)

    def _on_refused(self, failure: Exception) -> None:
        self._set_busy(False)
        error = worded(failure)
        ways: dict[str, Callable[[], object]] = {
            "unlock-keyring": self._unlock,
            "session-only": lambda: self._use(self._services.vaults.session()),
            "master-password": self._ask_master_password,
        }
        buttons = [(one.label, ways[one.act]) for one in _distinct(error.remedies) if one.act in ways]
        words = (error.hint, error.fix, tr("Nothing was saved."))
        self._place.show_refusal(error.title, " ".join(word for word in words if word), buttons[:2])

    def _again(self) -> None:
        if self._item is not None:
            self.save(*self._item)

    def _use(self, vault: Vault) -> None:
        self._services.profiles.use_vault(vault)
        self._again()

    def _unlock(self) -> None:
        self._set_busy(True)
        task = self._services.tasks.run(self._services.vaults.unlock)
        task.done(if_alive(self, self._on_unlocked)).failed(if_alive(self, self._on_refused))

    def _on_unlocked(self, _: object) -> None:
        self._set_busy(False)
        self._again()

    def _ask_master_password(self) -> None:
        known = self._services.vaults.has_master
        self.sheet = MasterPasswordSheet(known, self._open_file, self._window)
        self.sheet.open()

    def _open_file(self, password: SecretText) -> None:
        self._set_busy(True)
        work = self._services.tasks.run(lambda: self._services.vaults.master(password))
        work.done(if_alive(self, self._on_opened)).failed(if_alive(self, self._on_wrong_master))

    def _on_opened(self, vault: Vault) -> None:
        self._set_busy(False)
        self._use(vault)

    def _on_wrong_master(self, failure: Exception) -> None:
        self._set_busy(False)
        error = worded(failure)
        again = [(tr("Enter Master Password…"), self._ask_master_password)]
        words = (error.hint, error.fix, tr("Nothing was saved."))
        self._place.show_refusal(error.title, " ".join(word for word in words if word), again)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)


def _distinct(remedies: tuple[Remedy, ...]) -> list[Remedy]:
    return list({one.act: one for one in remedies}.values())
