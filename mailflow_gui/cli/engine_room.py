"""The engine without a window: ledger, reader, supervisor over the program's objects. The command line's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mailflow_gui.cli.program import Program
from mailflow_gui.core.activity import Event
from mailflow_gui.core.model import Profile
from mailflow_gui.core.ports import Clock, Publish, Vault
from mailflow_gui.engine.assemble import Workshop, assemble
from mailflow_gui.engine.clock import SystemClock
from mailflow_gui.engine.reader import MessageReader
from mailflow_gui.engine.supervisor import Spawn, Supervisor, spawn_thread
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.lock import ProfileLock


@dataclass(frozen=True)
class EngineRoom:
    """The engine of one run. `load` gives the profile that integrations are assembled from."""

    workshop: Workshop
    ledger: SqliteLedger
    supervisor: Supervisor
    clock: Clock


def build_engine(
    program: Program, vault: Vault, load: Callable[[], Profile], publish: Publish, spawn: Spawn = spawn_thread
) -> EngineRoom:
    """The engine over a profile directory. Raises StoreError."""
    program.paths.prepare()
    ledger = SqliteLedger(program.paths.ledger)
    ledger.end_lost_runs()
    clock = SystemClock()
    workshop = Workshop(program.catalog, vault, ledger, MessageReader(), clock, publish)
    supervisor = Supervisor(lambda one: assemble(one, load(), workshop), spawn, clock, publish)
    return EngineRoom(workshop, ledger, supervisor, clock)


def close_engine(engine: EngineRoom) -> None:
    """Stops what runs and closes the files."""
    engine.supervisor.stop_all(timeout=30)
    engine.workshop.reader.close()
    engine.ledger.close()


@contextmanager
def running_engine(program: Program, vault: Vault, publish: Publish) -> Iterator[EngineRoom]:
    """The engine alone on its profile. Raises StoreError (PROFILE_IN_USE) when another program works there."""
    with ProfileLock(program.paths.root / "running.lock"):
        profile = program.library.load()
        engine = build_engine(program, vault, lambda: profile, publish)
        try:
            yield engine
        finally:
            close_engine(engine)


@contextmanager
def open_ledger(program: Program) -> Iterator[SqliteLedger]:
    """The ledger for looking and for the person's decisions; another program may be at work meanwhile."""
    program.paths.prepare()
    ledger = SqliteLedger(program.paths.ledger)
    try:
        yield ledger
    finally:
        ledger.close()


def ignore(event: Event) -> None:
    """Publishes to nobody."""
