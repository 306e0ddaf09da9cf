"""The objects behind the window, built over the program's; most are made when a page asks for them. GUI thread."""

from __future__ import annotations

import sys
import time
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from mailflow_gui.cli.engine_room import EngineRoom
from mailflow_gui.cli.program import Program
from mailflow_gui.core.first_look import FEW
from mailflow_gui.core.language import tr
from mailflow_gui.core.practice import is_practice
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.battery import Battery
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.freedesktop import FreedesktopNotices
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.network import Network
from mailflow_gui.qt.notices import Notices
from mailflow_gui.qt.pause import Pause
from mailflow_gui.qt.practice import Practice, Server
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.reporter import Reporter
from mailflow_gui.qt.secret_places import SecretPlaces
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.today import Today
from mailflow_gui.qt.vaults import ChosenVault
from mailflow_gui.qt.worker import Threads
from mailflow_gui.store.power import on_battery
from mailflow_gui.store.preferences import PreferencesFile
from mailflow_gui.ui.ahead import Ahead
from mailflow_gui.ui.resources import resource

if TYPE_CHECKING:  # loaded when a page asks for them
    from mailflow_gui.core.history import Records
    from mailflow_gui.qt.autostart import Autostart
    from mailflow_gui.qt.backups import Backups
    from mailflow_gui.qt.diagnosis import Diagnosis
    from mailflow_gui.qt.letters import Letters
    from mailflow_gui.qt.lookup import Lookup
    from mailflow_gui.qt.passwords import Passwords
    from mailflow_gui.qt.previews import Previews
    from mailflow_gui.qt.retention import Retention
    from mailflow_gui.qt.samples import KeptSamples
    from mailflow_gui.qt.servers import Servers
    from mailflow_gui.qt.transfers import Transfers
    from mailflow_gui.qt.unsaved import Autosave
    from mailflow_gui.qt.validation import Validation
    from mailflow_gui.qt.vaults import VaultChoices


class Workplace:
    """What the window is handed (a `Desk`). What the first page does without is loaded and made when asked for."""

    def __init__(self, program: Program, settings: QSettings, parent: QObject) -> None:
        self._program = program
        self._parent = parent
        self.settings = settings
        self.demo = program.options.demo
        self.tasks, self.bridge, self.threads = Tasks(parent), Bridge(parent), Threads()
        self.preferences = KeptPreferences(PreferencesFile(program.paths.preferences), self.tasks, parent)
        self._secrets = SecretPlaces(program.vault, program.paths.vault, self._is_practice)
        known_by = (program.catalog, self.tasks, program.versions, parent)
        self.profiles = Profiles(program.library, self._secrets.first, *known_by)
        self.profiles.vault_changed.connect(self._keep_vault)
        self.network = Network(self.profiles, self.preferences, self.tasks, parent)
        chosen = ChosenVault(lambda: self.profiles.vault)
        load = (lambda: self.profiles.profile, self.bridge.publish, self.threads.spawn)
        self.engine = engine = EngineRoom(program, chosen, *load, unasked=FEW)
        known = (self.profiles, self.bridge, self.tasks, parent)
        self.control = Control(engine.supervisor, self.profiles, self.bridge, parent, pause=Pause(settings))
        self.battery = Battery(on_battery, self.preferences, self.control, self.tasks, parent)
        self.tallies = Tallies(engine.ledger, *known)
        self.attention = Attention(engine.ledger, self.tallies, self.tasks, parent, self.control.is_running)
        self.today = Today(engine.ledger, *known)
        self.log = LogModel(self._name_of, parent)
        self.reporter = Reporter(engine.report, self.tasks, parent)
        self.practice = Practice(_practice_server, self.profiles, self.tasks, parent)
        rules = (lambda: self.profiles.profile, lambda: self.preferences.now.notices)
        given = (self.bridge, self.control, *rules, time.monotonic, parent)
        self.notices = Notices(*given)
        self.control.alarm_raised.connect(self._on_alarm)
        self.notification_service = _notification_service(parent)

    @property
    def ledger(self) -> Records:
        """What happened."""
        return self.engine.ledger

    @cached_property
    def letters(self) -> Letters:
        """Messages to look at."""
        from mailflow_gui.qt.letters import Letters

        return Letters(self.engine.ledger, self.engine.workshop.reader, self.tasks, self._parent)

    @cached_property
    def lookup(self) -> Lookup:
        """Messages for the quick search."""
        from mailflow_gui.qt.lookup import Lookup

        return Lookup(self.engine.ledger, self.tasks, self._parent)

    @cached_property
    def previews(self) -> Previews:
        """Looks into mailboxes."""
        from mailflow_gui.qt.previews import Previews

        return Previews(self.profiles, self.engine.workshop, self.tasks, self._parent)

    @cached_property
    def servers(self) -> Servers:
        """Certificates and folders of servers."""
        from mailflow_gui.qt.servers import Servers

        return Servers(self.profiles, self.tasks, self._parent)

    @cached_property
    def validation(self) -> Validation:
        """Validate."""
        from mailflow_gui.qt.validation import Validation

        return Validation(self.tasks, self._parent)

    @cached_property
    def vaults(self) -> VaultChoices:
        """Other places for secrets."""
        return self._secrets.choices

    @cached_property
    def passwords(self) -> Passwords:
        """Where secrets are and what is there."""
        from mailflow_gui.qt.passwords import Passwords

        known = (self.profiles, self.preferences, self.vaults)
        return Passwords(*known, lambda: self._secrets.keyring.state().backend, self.tasks, self._parent)

    @cached_property
    def backups(self) -> Backups:
        """Backups of the profile."""
        from mailflow_gui.qt.backups import Backups

        return Backups(self._program.paths, self.preferences, self.tasks, self._parent)

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """Version, folders and diagnostics."""
        from mailflow_gui.cli.command_line import version
        from mailflow_gui.cli.diagnostics import diagnostics
        from mailflow_gui.qt.diagnosis import Diagnosis, Folder

        folders = (Folder(tr("Profile"), self._program.paths.root),)
        return Diagnosis(version(), folders, lambda: diagnostics(self._program), self.tasks, self._parent)

    @cached_property
    def autostart(self) -> Autostart:
        """Start at sign-in."""
        from mailflow_gui.qt.autostart import Autostart
        from mailflow_gui.store.autostart import sign_in

        options = self._program.options
        return Autostart(sign_in(options.profile, options.vault), self.tasks, self._parent, available=not self.demo)

    @cached_property
    def transfers(self) -> Transfers:
        """Import and export."""
        from mailflow_gui.qt.transfers import Transfers

        return Transfers(self.profiles, self.tasks, self._parent, progress=self.engine.ledger)

    @cached_property
    def unsaved(self) -> Autosave:
        """What is edited and not saved yet."""
        from mailflow_gui.qt.unsaved import Autosave
        from mailflow_gui.store.snapshots import UnsavedWork

        return Autosave(UnsavedWork(self._program.paths.unsaved), self.profiles, self.tasks, self._parent)

    @cached_property
    def retention(self) -> Retention:
        """How long the past is kept."""
        from mailflow_gui.qt.retention import Retention

        made = Retention(self.engine.ledger, self.tasks, self._parent)
        made.cleared.connect(self.attention.ask)
        made.cleared.connect(self.tallies.ask)
        return made

    @cached_property
    def samples(self) -> KeptSamples:
        """Messages to try steps with."""
        from mailflow_gui.qt.samples import KeptSamples
        from mailflow_gui.store.samples import SampleFiles

        files, reader = SampleFiles(self._program.paths.samples), self.engine.workshop.reader
        return KeptSamples(files, reader, self.profiles, self.tasks, self._parent)

    def load_rest(self) -> None:
        """The code of every kind and page, so that nothing is to be waited for later: the kinds, which know no Qt, on a
        pool thread, then the pages on this one."""
        self.tasks.run(lambda: tuple(self.profiles.catalog.steps)).always(Ahead(self._parent).begin)

    def flush(self) -> None:
        """Writes work in an editor that was not saved yet."""
        if "unsaved" in vars(self):
            self.unsaved.flush()

    def take_apart(self) -> None:
        """After all work has ended: nothing that is left here acts any more while the application goes on."""
        self.tasks.close()
        self._parent.deleteLater()

    def wind_up(self) -> None:
        """On quit: what is in hand is written, what is asked is given up; nothing is made for that."""
        made = vars(self)
        self.notices.blockSignals(True)  # nobody is left to show them
        self.battery.end()
        self.flush()
        if "retention" in made:
            self.retention.close()
        if "servers" in made:
            self.servers.close()
        if "previews" in made:
            self.previews.close()
        if "validation" in made:
            self.validation.cancel()
        if self.notification_service is not None:
            self.notification_service.close()

    def _on_alarm(self, id: str) -> None:
        self.notices.alarm(id, tr("“{name}” got no email", name=self._name_of(id)), f"{self.control.health(id).alarm}.")

    def _keep_vault(self) -> None:
        """A place for secrets that outlives the program is used again the next time."""
        if self.profiles.vault.name in ("keyring", "file"):
            self.preferences.set(vault=self.profiles.vault.name)

    def _is_practice(self, id: str) -> bool:
        return any(one.id == id and is_practice(one) for one in self.profiles.profile.connections)

    def _name_of(self, id: str) -> str:
        return next((one.name for one in self.profiles.profile.integrations if one.id == id), tr("Deleted integration"))


def _notification_service(parent: QObject) -> FreedesktopNotices | None:
    """The desktop's own, where it has one with buttons; elsewhere the tray icon shows notices."""
    has_one = sys.platform not in ("win32", "darwin")
    return FreedesktopNotices(str(resource("icons", "app-256.svg")), parent) if has_one else None


def _practice_server() -> Server:
    from mailflow_gui.sandbox.server import PracticeServer  # a third of a second that a start does not need

    return PracticeServer()
