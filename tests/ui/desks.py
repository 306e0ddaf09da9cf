"""What the tests of pages share: a profile on disk, a supervisor that does what the test says, a real ledger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from mailflow_gui.core.model import Connection, Integration, Profile, Step
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.library import YamlLibrary
from tests.qt.stage import ScriptedSupervisor, profiles_on

COMMON = {"host": "mail.example.org", "username": "info@example.org", "secureType": "SSL/TLS"}
RECEIVE = Connection("Obtain Info Emails", "email-receive", {"protocol": "imap", "port": 993, **COMMON})
SEND = Connection("Send Emails to Leads", "email-send", {"port": 465, **COMMON})


def integration(name: str, **values: object) -> Integration:
    """A complete integration from the one connection to the other."""
    steps = (
        Step(connection=RECEIVE.name, action="receive-email"),
        Step(connection=SEND.name, action="send-email", values={"from": "info@example.org", "to": "x@example.org"}),
    )
    return Integration(name, steps, **values)  # type: ignore[arg-type]


def profile(*integrations: Integration) -> Profile:
    """These integrations and their two connections."""
    return Profile((RECEIVE, SEND), integrations)


@dataclass
class PageDesk:
    """The objects a page is handed."""

    tasks: Tasks
    bridge: Bridge
    supervisor: ScriptedSupervisor
    profiles: Profiles
    library: YamlLibrary
    ledger: SqliteLedger
    control: Control
    tallies: Tallies
    attention: Attention
    letters: Letters
    reader: MessageReader
    settings: QSettings

    def close(self) -> None:
        """Ends all work."""
        self.control.shut_down(0)
        assert self.tasks.wait()
        self.reader.close()
        self.ledger.close()


def page_desk(folder: Path, saved: Profile) -> PageDesk:
    """A desk over a fresh folder."""
    tasks, bridge, supervisor = Tasks(), Bridge(), ScriptedSupervisor()
    profiles, library = profiles_on(folder, saved, tasks)
    ledger = SqliteLedger(folder / "ledger.sqlite")
    control = Control(supervisor, profiles, bridge)
    tallies = Tallies(ledger, profiles, bridge, tasks)
    attention = Attention(ledger, tallies, tasks, runs=control.is_running)
    reader = MessageReader()
    letters = Letters(ledger, reader, tasks)
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    return PageDesk(
        tasks, bridge, supervisor, profiles, library, ledger, control, tallies, attention, letters, reader, settings
    )
