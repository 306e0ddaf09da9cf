"""Saving a connection with its secrets, and what to do when the keyring refuses. GUI thread only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.keyring_ways import Buttons, KeyringWays
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.words import worded


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
        self.ways = KeyringWays(services, window)
        self.ways.opened.connect(self._again)
        self.ways.refused.connect(self._show_refusal)
        self.ways.busy_changed.connect(self._set_busy)

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
        self._show_refusal(error, self.ways.buttons(error))

    def _show_refusal(self, error: MailflowError, buttons: Buttons) -> None:
        words = (error.hint, error.fix, tr("Nothing was saved."))
        self._place.show_refusal(error.title, " ".join(word for word in words if word), buttons)

    def _again(self) -> None:
        if self._item is not None:
            self.save(*self._item)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
