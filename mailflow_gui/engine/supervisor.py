"""The Supervisor: starts and stops integrations, each on a thread of its own, and knows how each one is.

It is told how to start a thread: `spawn` gives QThreads in the window and plain threads headless. `start` and `watch`
are called by one thread, the rest by any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from mailflow_gui.core.activity import Event, Health, Kind, Level, State
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.expectation import missed_in_words
from mailflow_gui.core.language import later, number, tr
from mailflow_gui.core.model import Integration
from mailflow_gui.core.ports import Clock, Publish, StopRequest
from mailflow_gui.engine.watchdog import MOST, PERIOD, SLOW, Limits, Watchdog, missing

if TYPE_CHECKING:  # only named here: the window knows the Supervisor long before it runs anything
    from mailflow_gui.core.ledger import Trip
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
    """One run. `before` is what finishes its message first; `refused` why the one that should follow did not.

    `hung`: it gave no sign of life, was asked to end, and another run takes its place unless the person stopped it.
    `missed` is the deadline by which expected email had not come. `revived` tells when runs before hung, in monotonic
    seconds, and `revived_at` when the last one did (ISO).
    """

    integration: Integration
    until: Until | None = None
    stop: StopRequest = field(default_factory=StopRequest)
    runner: Runner | None = None
    worker: Worker | None = None
    before: _Running | None = None
    trouble: Health | None = None
    refused: str = ""
    hung: bool = False
    left: Trip | None = None
    revived: tuple[float, ...] = ()
    revived_at: str = ""
    missed: datetime | None = None

    @property
    def alive(self) -> bool:
        """Whether its thread runs, unless it was given up."""
        return bool(self.worker and self.worker.is_alive()) and not self.stop.abandoned


class Supervisor:
    """Owns the running integrations."""

    def __init__(
        self,
        assemble: Callable[[Integration], Runner],
        spawn: Spawn,
        clock: Clock,
        publish: Publish,
        limits: Limits | None = None,
    ) -> None:
        self._assemble = assemble
        self._spawn = spawn
        self._clock = clock
        self._publish = publish
        self._lock = threading.Lock()
        self._running: dict[str, _Running] = {}
        self._preparing: list[_Running] = []  # what is to follow a run that goes on meanwhile
        self._dog = Watchdog(limits or Limits())

    def start(self, integration: Integration, until: Until | None = None) -> None:
        """Starts it on a thread of its own; one that runs already is left alone. Trouble shows in its health.

        One that is still stopping finishes the message in hand first: two runs of one integration would both send it.
        """
        with self._lock:
            self._start(integration, until)

    def stop(self, id: str, *, timeout: float = 0) -> None:
        """Asks it to stop after the message in hand; waits up to `timeout` seconds."""
        with self._lock:
            one = self._running.get(id)
            self._give_up_preparing(id)
            if one is None:
                return
            one.hung = False
            one.stop.set()
        if timeout and one.worker:
            one.worker.join(timeout)

    def restart(self, integration: Integration) -> None:
        """Runs with new settings: they are prepared first, then the present run finishes its message and gives way.

        When they can't be prepared, the present run goes on as it is; its health and the log tell why.
        """
        with self._lock:
            present = self._running.get(integration.id)
            self._give_up_preparing(integration.id)
            if present is None or not present.alive or present.stop.asked:
                self._start(integration)
                return
            present.refused = ""
            one = _Running(integration)
            self._preparing.append(one)
            one.worker = self._spawn(f"integration {integration.name}", lambda: self._follow(one))

    def stop_all(self, *, timeout: float = 30) -> bool:
        """Stops everything, all at the same time. True when all have ended within `timeout` seconds."""
        with self._lock:
            running = [*self._running.values(), *self._preparing]
            for one in running:
                one.hung = False
                one.stop.set()
        end = self._clock.monotonic() + timeout
        for one in running:
            if one.worker:
                one.worker.join(max(0.01, end - self._clock.monotonic()))
        return not any(one.alive for one in running)

    def wait(self, timeout: float | None = None) -> None:
        """Waits until every integration has ended by itself."""
        with self._lock:
            running = [*self._running.values(), *self._preparing]
        for one in running:
            if one.worker:
                one.worker.join(timeout)

    def is_running(self, id: str) -> bool:
        """Whether its thread is alive, or another one is about to take its place."""
        one = self._running.get(id)
        return one is not None and (one.alive or one.hung)

    def health(self, id: str) -> Health:
        """How it is now."""
        one = self._running.get(id)
        if one is None:
            return Health()
        alive = one.alive
        if one.trouble is not None:
            return one.trouble
        if one.runner is None:
            return Health(State.STARTING if alive else State.STOPPED)
        health = one.runner.health
        if one.hung:
            return replace(health, state=State.WAITING, trouble=_HUNG, hint=_ANEW, cause="STALLED")
        if one.stop.abandoned:
            return replace(health, state=State.STOPPED, next_poll="", since="")
        if not alive:
            return health
        state = State.STOPPING if one.stop.asked else health.state
        health = replace(
            health, state=state, version=one.integration.version, refused=one.refused, revived=one.revived_at
        )
        if one.missed is not None:
            health = replace(health, alarm=missed_in_words(one.missed, self._clock.now()))
        return _slow(health, one.runner) if self._dog.is_slow(one.runner, one.stop) else health

    def healths(self) -> dict[str, Health]:
        """How each integration is that was started since the program began, by id."""
        return {id: self.health(id) for id in list(self._running)}

    def watch(self) -> None:
        """Looks after all runs: one that hangs is asked to end, given up when it does not, and started anew.

        To be called about once a second; never waits. See `engine/watchdog.py` for what counts as hanging.
        """
        self._dog.look()
        for one in list(self._running.values()):
            if one.before is not None:
                self._look_after(one.before)
            self._look_after(one)
            self._look_for_mail(one)

    def _look_after(self, one: _Running) -> None:
        if one.runner is None:
            return
        if not one.alive:
            if one.hung:
                self._revive(one)
        elif one.stop.asked:
            if self._dog.had_its_chance(one.stop, hung=one.hung) and self._give_up(one) and one.hung:
                self._revive(one)
        elif self._dog.hangs(one.runner, one.stop):
            one.hung = True
            one.stop.set()
            self._tell(one, MailflowError(tr(_HUNG), tr(_ANEW), cause="STALLED"), tr("Not answering"), Level.WARNING)

    def _look_for_mail(self, one: _Running) -> None:
        """Whether the email that the person expects is missing; told once for each deadline."""
        if one.runner is None or not one.alive or one.stop.asked:
            return
        now = self._clock.now()
        missed = missing(one.runner, now)
        if missed is not None and missed != one.missed:
            text = missed_in_words(missed, now)
            self._tell(one, MailflowError(text, cause="EXPECTED_EMAIL"), tr("Alarm"), Level.WARNING)
        one.missed = missed

    def _give_up(self, one: _Running) -> bool:
        """Leaves a thread behind that can't be ended: nothing it still does counts. False: not yet, it is writing."""
        assert one.runner is not None
        one.left = one.runner.in_hand
        if not one.runner.fence.close():
            return False
        one.stop.abandon()
        return True

    def _revive(self, one: _Running) -> None:
        """Another run takes the place of one that hung; not for ever, because each may leave a thread behind."""
        now = self._clock.monotonic()
        recent = tuple(at for at in one.revived if now - at < PERIOD)
        with self._lock:
            one.hung = False
            if self._running.get(one.integration.id) is not one:
                return
            if len(recent) >= MOST:
                text = tr("It stopped answering {count} times within an hour", count=len(recent) + 1)
                self._failed(one, MailflowError(text, tr("Start it again, or restart Mailflow."), cause="STALLED"))
                return
            at = self._clock.now().isoformat(timespec="seconds")
            next_one = _Running(
                one.integration, one.until, left=one.left, revived=(*recent, now), revived_at=at, missed=one.missed
            )
            self._running[one.integration.id] = next_one
            name = f"integration {one.integration.name}"
            next_one.worker = self._spawn(name, lambda: self._run(next_one))

    def _start(self, integration: Integration, until: Until | None = None) -> None:
        """Under the lock."""
        present = self._running.get(integration.id)
        busy = present is not None and present.alive
        if present and busy and not present.stop.asked:
            return
        left = present.left if present else None
        one = _Running(integration, until, before=present if present and busy else None, left=left)
        self._running[integration.id] = one
        one.worker = self._spawn(f"integration {integration.name}", lambda: self._run(one))

    def _give_up_preparing(self, id: str) -> None:
        """Under the lock: what is being prepared will not follow any more."""
        for one in self._preparing:
            if one.integration.id == id:
                one.stop.set()

    def _follow(self, one: _Running) -> None:
        """The thread of a restart: prepares, and takes the place of the present run only then."""
        runner: Runner | None = None
        error: MailflowError | None = None
        try:
            runner = self._assemble(one.integration)
        except Exception as raised:
            error = _worded(raised)
        with self._lock:
            self._preparing.remove(one)
            present = self._running[one.integration.id]
            if one.stop.is_set():
                return  # stopped, or another restart came
            goes_on = present.alive and not present.stop.asked
            if error is not None and goes_on:
                present.refused = f"{error.title}. {error.hint}".strip()
            else:
                present.stop.set()
                one.before = present
                self._running[one.integration.id] = one
        if error is None:
            self._run(one, runner)
        elif goes_on:
            self._tell(one, error, tr("The new settings are not used, it goes on with those before"))
        else:
            self._failed(one, error)

    def _run(self, one: _Running, prepared: Runner | None = None) -> None:
        while one.before is not None and one.before.worker is not None and one.before.alive:
            one.before.worker.join(0.5)
        left = one.left or (one.before.left if one.before is not None else None)
        one.before = one.left = None
        if one.stop.is_set():
            return
        try:
            one.runner = prepared or self._assemble(one.integration)
            one.stop.is_set()  # assembling may take its time
            one.runner.run(one.stop, one.until, left)
        except Exception as error:
            if not one.stop.abandoned:
                self._failed(one, _worded(error))

    def _failed(self, one: _Running, error: MailflowError) -> None:
        one.trouble = Health(State.ATTENTION, trouble=error.title, hint=error.hint, cause=error.cause)
        self._tell(one, error, tr("Not started") if one.runner is None else tr("Stopped"))

    def _tell(self, one: _Running, error: MailflowError, what: str, level: Level = Level.ERROR) -> None:
        at = self._clock.now().isoformat(timespec="milliseconds")
        text = f"{what}: {error.title}. {error.hint}".strip()
        kind = Kind.FAILED if level is Level.ERROR else Kind.NOTE
        self._publish(Event(at, one.integration.id, kind, text, level, cause=error.cause))


_HUNG = later("It stopped answering")
_ANEW = later("Mailflow starts it anew.")


def _slow(health: Health, runner: Runner) -> Health:
    """Still waiting for a server, or at work on one step."""
    trip = runner.in_hand
    if trip is None:
        trouble = tr("The mail server has not answered for more than {seconds} seconds", seconds=number(SLOW))
    else:
        trouble = tr(
            "“{subject}” has been in work for more than {seconds} seconds",
            subject=trip.subject or tr("A message"),
            seconds=number(SLOW),
        )
    return replace(health, state=State.WAITING, trouble=trouble, cause="SLOW")


def _worded(error: Exception) -> MailflowError:
    if isinstance(error, MailflowError):
        return error
    return MailflowError(tr("Something unexpected happened"), f"{type(error).__name__}: {error}", cause="UNEXPECTED")
