"""Questions to a mail server for the window: certificate, folders, and Validate of a saved connection.

GUI thread; the work runs on pool threads and every wait has a limit.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject

from mailflow_gui.core.connector import Check, Connector, Folder
from mailflow_gui.core.model import Connection
from mailflow_gui.core.settings import Settings
from mailflow_gui.engine.connections import settings_of
from mailflow_gui.engine.trace import LimitedTrace
from mailflow_gui.engine.verify import verify
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Task, Tasks


class Servers(QObject):
    """Each call gives a Task that fails with MailflowError."""

    def __init__(self, profiles: Profiles, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._tasks = tasks
        self._closing = threading.Event()

    def certificate(self, connector: Connector, settings: Settings) -> Task:
        """The Certificate that the server shows now, trusted or not. No password is sent."""
        return self._tasks.run(lambda: connector.certificate(settings, LimitedTrace(self._closing)))

    def read_certificate(self, connector: Connector, pem: str) -> Task:
        """What a pasted certificate says. Fails with CERT_UNREADABLE."""
        return self._tasks.run(lambda: connector.read_certificate(pem))

    def folders(self, connector: Connector, settings: Settings) -> Task:
        """The mailbox's folders, as a tuple of Folder."""
        return self._tasks.run(lambda: tuple(connector.folders(settings, LimitedTrace(self._closing))))

    def folders_of(self, connection: Connection) -> Task:
        """The folders of a saved connection; its secrets are read from the keyring."""

        def ask() -> tuple[Folder, ...]:
            connector = self._profiles.catalog.connector(connection.connector)
            return tuple(connector.folders(self._settings(connection), LimitedTrace(self._closing)))

        return self._tasks.run(ask)

    def settings_of(self, connection: Connection) -> Task:
        """The complete Settings of a saved connection, secrets included."""
        return self._tasks.run(lambda: self._settings(connection))

    def validate(self, connection: Connection) -> Task:
        """The checks of a saved connection once they have ended, as a tuple of Check."""

        def run() -> tuple[Check, ...]:
            connector = self._profiles.catalog.connector(connection.connector)
            settings = self._settings(connection)
            known = bool(connection.validated)
            return verify(connector, settings, report=lambda _: None, cancel=self._closing, trusted_before=known)

        return self._tasks.run(run)

    def close(self) -> None:
        """Ends every question under way, on quit."""
        self._closing.set()

    def _settings(self, connection: Connection) -> Settings:
        return settings_of(connection, self._profiles.catalog, self._profiles.vault)
