"""Connections follow the preferences: time limits, working offline and the proxy, whose password lies in the vault.

GUI thread.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.fields import SecretText
from mailflow_gui.core.limits import set_limits, set_proxy_password
from mailflow_gui.core.proxy import NONE, PASSWORD
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks
from mailflow_gui.store.proxy import save


class Network(QObject):
    """`rerouted` follows when connections go another way from now on: what runs has to connect anew."""

    rerouted = Signal()

    def __init__(
        self, profiles: Profiles, preferences: KeptPreferences, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles, self._preferences, self._tasks = profiles, preferences, tasks
        preferences.changed.connect(lambda: set_limits(preferences.now.limits))
        set_proxy_password(lambda: profiles.vault.get(*PASSWORD))

    def use_proxy(self, values: dict[str, Any], password: SecretText) -> Task:
        """Has every connection go through a proxy; `values` are its preferences by attribute name.

        A blank password stands for the one that is stored. The task fails with VaultError or StoreError; then nothing
        was changed.
        """
        preferences, vault = self._preferences, self._profiles.vault

        def work() -> None:
            save(vault, str(values["proxy_username"]), password, lambda: preferences.write(**values))

        return self._tasks.run(work).done(lambda _: self._follow(values))

    def use_none(self) -> Task:
        """Connects directly from now on; what was entered is kept for another time."""
        task = self._preferences.set(proxy=NONE)
        self.rerouted.emit()
        return task

    def has_password(self) -> Task:
        """Whether the proxy's password is stored (bool). Fails with VaultError."""
        vault = self._profiles.vault
        return self._tasks.run(lambda: bool(vault.get(*PASSWORD)))

    def _follow(self, values: dict[str, Any]) -> None:
        self._preferences.set(**values)
        self.rerouted.emit()
