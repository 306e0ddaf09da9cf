"""What the window is handed: the objects behind its pages, built by the composition root. GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings

if TYPE_CHECKING:  # only named here: what the first page does without is loaded when a page asks for it
    from mailflow_gui.core.history import Records
    from mailflow_gui.qt.attention import Attention
    from mailflow_gui.qt.autostart import Autostart
    from mailflow_gui.qt.backups import Backups
    from mailflow_gui.qt.bridge import Bridge
    from mailflow_gui.qt.control import Control
    from mailflow_gui.qt.diagnosis import Diagnosis
    from mailflow_gui.qt.letters import Letters
    from mailflow_gui.qt.log_model import LogModel
    from mailflow_gui.qt.lookup import Lookup
    from mailflow_gui.qt.network import Network
    from mailflow_gui.qt.notices import Notices
    from mailflow_gui.qt.passwords import Passwords
    from mailflow_gui.qt.practice import Practice
    from mailflow_gui.qt.preferences import KeptPreferences
    from mailflow_gui.qt.previews import Previews
    from mailflow_gui.qt.profiles import Profiles
    from mailflow_gui.qt.retention import Retention
    from mailflow_gui.qt.samples import KeptSamples
    from mailflow_gui.qt.servers import Servers
    from mailflow_gui.qt.tallies import Tallies
    from mailflow_gui.qt.tasks import Tasks
    from mailflow_gui.qt.today import Today
    from mailflow_gui.qt.transfers import Transfers
    from mailflow_gui.qt.unsaved import Autosave
    from mailflow_gui.qt.validation import Validation
    from mailflow_gui.qt.vaults import VaultChoices
    from mailflow_gui.ui.notifications import Service


class Desk(Protocol):
    """The objects of a running window. Those below `demo` may be made when they are first asked for."""

    settings: QSettings
    tasks: Tasks
    bridge: Bridge
    profiles: Profiles
    control: Control
    tallies: Tallies
    attention: Attention
    today: Today
    log: LogModel
    practice: Practice
    notices: Notices
    preferences: KeptPreferences
    network: Network
    demo: bool

    @property
    def notification_service(self) -> Service | None: ...

    @property
    def ledger(self) -> Records: ...

    @property
    def letters(self) -> Letters: ...

    @property
    def lookup(self) -> Lookup: ...

    @property
    def previews(self) -> Previews: ...

    @property
    def servers(self) -> Servers: ...

    @property
    def validation(self) -> Validation: ...

    @property
    def vaults(self) -> VaultChoices: ...

    @property
    def autostart(self) -> Autostart: ...

    @property
    def backups(self) -> Backups: ...

    @property
    def diagnosis(self) -> Diagnosis: ...

    @property
    def passwords(self) -> Passwords: ...

    @property
    def transfers(self) -> Transfers: ...

    @property
    def unsaved(self) -> Autosave: ...

    @property
    def retention(self) -> Retention: ...

    @property
    def samples(self) -> KeptSamples: ...
