"""The engine without a window: ledger, reader, supervisor over the program's objects. The command line's thread."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from mailflow_gui.cli.program import Program
from mailflow_gui.core.activity import Event
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.core.ports import Publish, Vault
from mailflow_gui.engine.clock import SystemClock
from mailflow_gui.engine.supervisor import Spawn, Supervisor, Worker, spawn_thread
from mailflow_gui.engine.upkeep import Upkeep
from mailflow_gui.store.live import LiveHealth
from mailflow_gui.store.lock import ProfileLock

if TYPE_CHECKING:  # loaded when they are needed: a window is there before that
    from pathlib import Path

    from mailflow_gui.engine.assemble import Workshop
    from mailflow_gui.engine.runner import Runner
    from mailflow_gui.store.ledger import SqliteLedger
    from mailflow_gui.store.witness import Witness


class LateLedger:
    """Stands for the ledger until somebody asks it something: then it is loaded and opened. Any thread.

    Opening looks through the whole file, which takes seconds for a large one. Raises StoreError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._ledger: SqliteLedger | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.open(), name)

    def open(self) -> SqliteLedger:
        """The ledger."""
        from mailflow_gui.store.ledger import SqliteLedger

        with self._lock:
            if self._ledger is None:
                self._ledger = SqliteLedger(self._path)
            return self._ledger

    def close(self) -> None:
        """Closes the file if it was opened."""
        if self._ledger is not None:
            self._ledger.close()


class EngineRoom:
    """The engine of one run over a profile directory; `load` gives the profile that integrations are assembled from.

    The ledger and what integrations are made of are loaded by `open`, or by whoever needs them first.
    """

    def __init__(
        self,
        program: Program,
        vault: Vault,
        load: Callable[[], Profile],
        publish: Publish,
        spawn: Spawn = spawn_thread,
        unasked: int | None = None,
    ) -> None:
        """`unasked`: with more messages there at a first look the person is asked; None: there is nobody to ask."""
        program.paths.prepare()
        self.clock = SystemClock()
        self._late = LateLedger(program.paths.ledger)
        self.ledger = cast("SqliteLedger", self._late)
        self.supervisor = Supervisor(self._assemble, spawn, self.clock, publish)
        self._live = LiveHealth(program.paths.live)
        self._unasked = unasked
        self._catalog = program.catalog
        self._vault = vault
        self._load = load
        self._publish = publish
        self._program = program
        self._witness: Witness | None = None
        self._lock = threading.Lock()
        self._workshop: Workshop | None = None
        self._ending = threading.Event()
        self._upkeep: Worker | None = None

    def open(self) -> None:
        """Makes everything ready, which may take seconds. Raises StoreError."""
        self._late.open()
        _ = self.workshop

    def take_over(self) -> None:
        """The same for a program that has the profile alone: runs that are still open were lost. Raises StoreError.

        From now on the upkeep of the records runs beside the integrations. Records that are an older copy of themselves
        are treated as restored ones (`SqliteLedger.mark_restored`).
        """
        self.open()
        self.ledger.take_over(self.clock.now().isoformat(timespec="seconds"))
        if not self._program.options.demo:
            self._meet_witness()
        upkeep = Upkeep(self.ledger, self.clock, self._publish)
        self._upkeep = spawn_thread("upkeep", lambda: upkeep.run(self._ending))

    def _meet_witness(self) -> None:
        from mailflow_gui.store.witness import Witness, default_folder

        folder = default_folder()
        if folder is None:
            return  # a service without a home: an older copy of its records is not noticed
        witness = Witness(folder, self.ledger.install_id)
        if witness.age() > self.ledger.age():
            known = [one.id for one in self._load().integrations]
            self.ledger.mark_restored(known, self.clock.now())
        witness.note(self.ledger.age())
        self._witness = witness

    @property
    def workshop(self) -> Workshop:
        """What assembling needs. Any thread."""
        from mailflow_gui.engine.assemble import Workshop
        from mailflow_gui.engine.reader import MessageReader

        with self._lock:
            if self._workshop is None:
                shared = (self._catalog, self._vault, self.ledger, MessageReader(), self.clock, self._publish)
                self._workshop = Workshop(*shared, self._unasked)
            return self._workshop

    def report(self) -> None:
        """Writes how everything is to where other programs read it. To be called every second or two; any thread."""
        self._live.write(self.supervisor.healths(), self.clock.now())
        self._note_age()

    def close(self) -> None:
        """Stops what runs and closes the files."""
        self._ending.set()
        self.supervisor.stop_all(timeout=30)
        self._live.remove()
        self._note_age()
        if self._upkeep is not None:
            self._upkeep.join(5)
        if self._workshop is not None:
            self._workshop.reader.close()
        self._late.close()

    def _note_age(self) -> None:
        """Not with each message: a file beside the records that is replaced makes the disk slower than they do."""
        if self._witness is not None:
            with contextlib.suppress(MailflowError):  # the next time tells it
                self._witness.note(self.ledger.age())

    def _assemble(self, integration: Integration) -> Runner:
        """On the integration's thread."""
        from mailflow_gui.engine.assemble import assemble

        return assemble(integration, self._load(), self.workshop)


@contextmanager
def open_engine(program: Program, vault: Vault, load: Callable[[], Profile], publish: Publish) -> Iterator[EngineRoom]:
    """The engine, ready; closed at the end. Raises StoreError."""
    engine = EngineRoom(program, vault, load, publish)
    engine.open()
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def running_engine(
    program: Program, vault: Vault, publish: Publish, load: Callable[[], Profile] | None = None
) -> Iterator[EngineRoom]:
    """The engine alone on its profile: what `load` gives, else as it is saved now.

    Raises StoreError (PROFILE_IN_USE) when another program works there.
    """
    with ProfileLock(program.paths.root / "running.lock"):
        profile = program.library.load()
        with open_engine(program, vault, load or (lambda: profile), publish) as engine:
            engine.take_over()
            yield engine


@contextmanager
def open_ledger(program: Program) -> Iterator[SqliteLedger]:
    """The ledger for looking and for the person's decisions; another program may be at work meanwhile."""
    from mailflow_gui.store.ledger import SqliteLedger

    program.paths.prepare()
    ledger = SqliteLedger(program.paths.ledger)
    try:
        yield ledger
    finally:
        ledger.close()


def ignore(event: Event) -> None:
    """Publishes to nobody."""
