"""The Supervisor: starts and stops integrations, each on a thread of its own, and knows how each one is.

It is told how to start a thread: `spawn` gives QThreads in the window and plain threads headless. `start` is called
by one thread, the rest by any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from mailflow_gui.core.activity import Event, Health, Kind, Level, State
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.model import Integration
from mailflow_gui.core.ports import Clock, Publish
from mailflow_gui.engine.runner import Runner, Until


class Worker(Protocol):
    """A running thread."""

    def join(self, timeout: float | None = None) -> None:
        """Waits for its end, at most `timeout` seconds."""
        ...

    def is_alive(self) -> bool:
        """Whether it still runs."""
        ...


Spawn = Callable[[str, Callable[[], None]], Worker]


def spawn_thread(name: str, body: Callable[[], None]) -> Worker:
    """A plain thread, for running without a window."""
    thread = threading.Thread(target=body, name=name, daemon=True)
    thread.start()
    return thread


@dataclass(slots=True)
class _Running:
    integration: Integration
    stop: threading.Event = field(default_factory=threading.Event)
    runner: Runner | None = None
    worker: Worker | None = None
    before: Worker | None = None
    trouble: Health | None = None


class Supervisor:
    """Owns the running integrations."""

    def __init__(self, assemble: Callable[[Integration], Runner], spawn: Spawn, clock: Clock, publish: Publish) -> None:
        self._assemble = assemble
        self._spawn = spawn
        self._clock = clock
        self._publish = publish
        self._running: dict[str, _Running] = {}

    def start(self, integration: Integration, until: Until | None = None) -> None:
        """Starts it on a thread of its own; one that runs already is left alone. Trouble shows in its health.

        One that is still stopping finishes the message in hand first: two runs of one integration would both send it.
        """
        present = self._running.get(integration.id)
        busy = present is not None and present.worker is not None and present.worker.is_alive()
        if present and busy and not present.stop.is_set():
            return
        one = _Running(integration, before=present.worker if present and busy else None)
        self._running[integration.id] = one
        one.worker = self._spawn(f"integration {integration.name}", lambda: self._run(one, until))

    def stop(self, id: str, *, timeout: float = 0) -> None:
        """Asks it to stop after the message in hand; waits up to `timeout` seconds."""
        one = self._running.get(id)
        if one is None:
            return
        one.stop.set()
        if timeout and one.worker:
            one.worker.join(timeout)

    def restart(self, integration: Integration) -> None:
        """Stops and starts with the new settings, as soon as the message in hand is finished."""
        self.stop(integration.id)
        self.start(integration)

    def stop_all(self, *, timeout: float = 30) -> bool:
        """Stops everything, all at the same time. True when all have ended within `timeout` seconds."""
        running = list(self._running.values())
        for one in running:
            one.stop.set()
        end = self._clock.monotonic() + timeout
        for one in running:
            if one.worker:
                one.worker.join(max(0.01, end - self._clock.monotonic()))
        return not any(one.worker and one.worker.is_alive() for one in running)

    def wait(self, timeout: float | None = None) -> None:
        """Waits until every integration has ended by itself."""
        for one in list(self._running.values()):
            if one.worker:
                one.worker.join(timeout)

    def is_running(self, id: str) -> bool:
        """Whether its thread is alive."""
        one = self._running.get(id)
        return bool(one and one.worker and one.worker.is_alive())

    def health(self, id: str) -> Health:
        """How it is now."""
        one = self._running.get(id)
        if one is None:
            return Health()
        alive = bool(one.worker and one.worker.is_alive())
        if one.trouble is not None:
            return one.trouble
        if one.runner is None:
            return Health(State.STARTING if alive else State.STOPPED)
        health = one.runner.health
        if alive and one.stop.is_set():
            return replace(health, state=State.STOPPING)
        return health

    def _run(self, one: _Running, until: Until | None) -> None:
        if one.before is not None:
            one.before.join()
            one.before = None
        if one.stop.is_set():
            return
        try:
            one.runner = self._assemble(one.integration)
            one.runner.run(one.stop, until)
        except MailflowError as error:
            self._failed(one, error)
        except Exception as error:
            details = f"{type(error).__name__}: {error}"
            self._failed(one, MailflowError("Something unexpected happened", details, cause="UNEXPECTED"))

    def _failed(self, one: _Running, error: MailflowError) -> None:
        one.trouble = Health(State.ATTENTION, trouble=error.title, hint=error.hint, cause=error.cause)
        at = self._clock.now().isoformat(timespec="milliseconds")
        what = "Not started" if one.runner is None else "Stopped"
        text = f"{what}: {error.title}. {error.hint}".strip()
        self._publish(Event(at, one.integration.id, Kind.FAILED, text, Level.ERROR, cause=error.cause))
