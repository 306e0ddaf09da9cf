"""The counter of durable and external actions: a run is killed at the k-th, and from then on nothing happens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection

from mailflow_gui.core.connector import Attempt, Rows
from mailflow_gui.core.ledger import Parcel, ParcelState
from mailflow_gui.store.database import Database
from mailflow_gui.store.ledger import SqliteLedger

#: A folder in memory, where there is one: what a power cut does to a file is not asked here.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Killed(BaseException):
    """The process is gone: no handler of Mailflow catches this."""


@dataclass
class Steps:
    """Numbers the actions from 1. At `target` the process dies: `on_death` runs, and every later action only raises.

    `doubtful`: the dot is in the journal and its outcome is not.
    """

    target: int = 0
    on_death: Callable[[], None] = lambda: None
    names: list[str] = field(default_factory=list)
    dead: bool = False
    doubtful: bool = False

    def point(self, name: str) -> None:
        """An action is about to happen, or has just happened."""
        if self.dead:
            raise Killed
        self.names.append(name)
        if len(self.names) == self.target:
            self.on_death()
            self.dead = True
            raise Killed


class SteppedDatabase(Database):
    """Every commit is two points. What the disk would do in a power cut is not asked here, so it need not be synced."""

    def __init__(self, path: Path, steps: Steps) -> None:
        super().__init__(path)
        self._connection.execute("PRAGMA synchronous = OFF")
        self._steps = steps
        self.label = "commit"

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """The change of the real one, with a point before and one after its commit."""
        if not hasattr(self, "_steps"):  # while the file is made
            with super().change() as connection:
                yield connection
            return
        label, self.label = self.label, "commit"
        with super().change() as connection:
            yield connection
            self._steps.point(f"{label}: before")
        if label == "journal of the dot":
            self._steps.doubtful = True
        elif label == "outcome":
            self._steps.doubtful = False
        self._steps.point(f"{label}: after")

    def abandon(self) -> None:
        """Lets go of the file without writing what waits."""
        self._connection.close()


class SteppedLedger(SqliteLedger):
    """The real ledger over a stepped file."""

    def __init__(self, path: Path, steps: Steps) -> None:
        self._database = self._stepped = SteppedDatabase(path, steps)
        self.install_id = self._database.install_id

    def record_dot(self, parcel: Parcel, at: str, rows: Rows = ()) -> None:
        """T4 with its name."""
        self._stepped.label = "journal of the dot"
        super().record_dot(parcel, at, rows)

    def record_attempt(self, parcel: Parcel, attempt: Attempt, state: ParcelState, next_at: str) -> Parcel:
        """T5 with its name."""
        self._stepped.label = "outcome"
        return super().record_attempt(parcel, attempt, state, next_at)

    def abandon(self) -> None:
        """As the end of a killed process."""
        self._stepped.abandon()


def copy_ledger(source: Path, target: Path) -> None:
    """The file and its write-ahead log as they are this instant: what a killed process leaves."""
    for suffix in ("", "-wal"):
        here = source.with_name(source.name + suffix)
        if here.exists():
            shutil.copyfile(here, target.with_name(target.name + suffix))
