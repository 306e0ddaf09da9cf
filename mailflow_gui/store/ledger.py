"""SqliteLedger: the durable memory of the delivery protocol. Any thread; one lock, one writer."""

from __future__ import annotations

from pathlib import Path

from mailflow_gui.store._activities import Activities
from mailflow_gui.store._ages import Ages
from mailflow_gui.store._doubts import Doubts
from mailflow_gui.store._history import History
from mailflow_gui.store._intakes import Intakes
from mailflow_gui.store._metrics import Metrics
from mailflow_gui.store._parcels import Parcels
from mailflow_gui.store._pauses import Pauses
from mailflow_gui.store._retention import Retention
from mailflow_gui.store._trips import Trips
from mailflow_gui.store.database import Database


class SqliteLedger(Intakes, Trips, Parcels, Doubts, Pauses, Activities, Metrics, History, Retention, Ages):
    """The ledger in `path` (created private when absent). Raises StoreError when the file can't be used."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self.install_id = self._database.install_id

    def take_over(self, now: str) -> None:
        """For the program that has the profile alone: checks the file after a crash. Raises StoreError."""
        self._database.take_over(now)
        self.end_lost_runs()

    def checked_at(self) -> str:
        """When the whole file was checked last (ISO), "" for never."""
        return self._database.checked_at()

    def check(self, now: str) -> None:
        """Looks through the whole file. Raises StoreError (STORE_DAMAGED); then nothing is written any more."""
        self._database.check(now)

    def close(self) -> None:
        """Ends the connection."""
        self._database.close()
