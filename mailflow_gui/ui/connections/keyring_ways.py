"""The ways on when the keyring does not answer: unlock it, a file under a master password, this session. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.language import tr
from mailflow_gui.core.ports import Vault
from mailflow_gui.ui.connections.alive import if_alive
from mailflow_gui.ui.connections.questions import MasterPasswordSheet
from mailflow_gui.ui.connections.services import Services
from mailflow_gui.ui.connections.words import worded

Buttons = Sequence[tuple[str, Callable[[], object]]]
#: What the buttons of an error may ask for here.
ACTS = frozenset({"unlock-keyring", "session-only", "master-password"})


class KeyringWays(QObject):
    """`opened` follows once passwords can be read and kept; `refused` carries the error of a way that failed, and the
    buttons for it."""

    opened = Signal()
    refused = Signal(object, object)
    busy_changed = Signal(bool)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self._ways: Mapping[str, Callable[[], object]] = {
            "unlock-keyring": self._unlock,
            "session-only": lambda: self._use(services.vaults.session()),
            "master-password": self._ask_master_password,
        }
        self.sheet: MasterPasswordSheet | None = None

    def buttons(self, error: MailflowError) -> Buttons:
        """The two first choices that the error names."""
        acts = {one.act: one.label for one in reversed(error.remedies) if one.act in ACTS}
        return [(label, self._ways[act]) for act, label in reversed(acts.items())][:2]

    def take(self, act: str) -> None:
        """Goes one of the ways."""
        self._ways[act]()

    def _use(self, vault: Vault) -> None:
        self._services.profiles.use_vault(vault)
        self.opened.emit()

    def _unlock(self) -> None:
        self.busy_changed.emit(True)
        task = self._services.tasks.run(self._services.vaults.unlock)
        task.done(if_alive(self, self._on_unlocked)).failed(if_alive(self, self._on_locked))

    def _on_unlocked(self, _: object) -> None:
        self.busy_changed.emit(False)
        self.opened.emit()

    def _on_locked(self, failure: Exception) -> None:
        self.busy_changed.emit(False)
        error = worded(failure)
        self.refused.emit(error, self.buttons(error))

    def _ask_master_password(self) -> None:
        known = self._services.vaults.has_master
        self.sheet = MasterPasswordSheet(known, self._open_file, self._window)
        self.sheet.open()

    def _open_file(self, password: SecretText) -> None:
        self.busy_changed.emit(True)
        work = self._services.tasks.run(lambda: self._services.vaults.master(password))
        work.done(if_alive(self, self._on_file)).failed(if_alive(self, self._on_wrong_master))

    def _on_file(self, vault: Vault) -> None:
        self.busy_changed.emit(False)
        self._use(vault)

    def _on_wrong_master(self, failure: Exception) -> None:
        self.busy_changed.emit(False)
        self.refused.emit(worded(failure), [(tr("Enter Master Password…"), self._ask_master_password)])
