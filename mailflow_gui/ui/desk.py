"""What the window is handed: the objects behind its pages, built by the composition root. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from mailflow_gui.core.history import Records
from mailflow_gui.qt.attention import Attention
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.letters import Letters
from mailflow_gui.qt.log_model import LogModel
from mailflow_gui.qt.lookup import Lookup
from mailflow_gui.qt.practice import Practice
from mailflow_gui.qt.previews import Previews
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.samples import KeptSamples
from mailflow_gui.qt.servers import Servers
from mailflow_gui.qt.tallies import Tallies
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.today import Today
from mailflow_gui.qt.transfers import Transfers
from mailflow_gui.qt.unsaved import Autosave
from mailflow_gui.qt.validation import Validation
from mailflow_gui.qt.vaults import VaultChoices


@dataclass(frozen=True, slots=True)
class Desk:
    """The objects of a running window."""

    settings: QSettings
    tasks: Tasks
    bridge: Bridge
    ledger: Records
    letters: Letters
    profiles: Profiles
    control: Control
    tallies: Tallies
    attention: Attention
    today: Today
    log: LogModel
    lookup: Lookup
    practice: Practice
    previews: Previews
    servers: Servers
    validation: Validation
    vaults: VaultChoices
    transfers: Transfers
    unsaved: Autosave
    samples: KeptSamples
    demo: bool = False
