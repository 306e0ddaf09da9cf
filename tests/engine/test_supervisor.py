"""Starting and stopping: never two runs of one integration at a time, and nobody waits on the caller's thread."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from mailflow_gui.core.activity import Event, Health, State
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.ledger import Trip
from mailflow_gui.core.model import Integration
from mailflow_gui.engine.clock import SystemClock
from mailflow_gui.engine.runner import Until
from mailflow_gui.engine.supervisor import Supervisor, spawn_thread

ONE = Integration("One")
SET = threading.Event()
SET.set()


class Slow:
    """A runner that finishes the message in hand only when the test says so."""

    def __init__(self, log: list[str], finish: threading.Event) -> None:
        self.health = Health(State.RUNNING)
        self.busy_since = math.inf
        self.started = threading.Event()
        self.leave = threading.Event()
        self._log = log
        self._finish = finish

    def run(self, stop: threading.Event, until: Until | None = None, hung: Trip | None = None) -> None:
        self._log.append("begin")
        self.started.set()
        while not (stop.is_set() or self.leave.is_set()):
            stop.wait(0.01)
        self._finish.wait(10)
        self._log.append("end")


def supervisor(assemble: Callable[[Integration], object], events: list[Event] | None = None) -> Supervisor:
    told = [] if events is None else events
    return Supervisor(assemble, spawn_thread, SystemClock(), told.append)  # type: ignore[arg-type]


class Assembly:
    """Assembles when the test says so, one after the other: what is put in comes out, errors are raised."""

    def __init__(self, *results: Slow | Exception) -> None:
        self.asked = threading.Semaphore(0)
        self.go = threading.Semaphore(0)
        self._results = list(results)

    def __call__(self, integration: Integration) -> Slow:
        result = self._results.pop(0)
        self.asked.release()
        assert self.go.acquire(timeout=10)
        if isinstance(result, Exception):
            raise result
        return result


def until(condition: Callable[[], bool]) -> None:
    """Waits for what another thread does."""
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        threading.Event().wait(0.005)


def started(assembly: Assembly, first: Slow, events: list[Event] | None = None) -> Supervisor:
    """A supervisor whose first run is under way."""
    one = supervisor(assembly, events)
    assembly.go.release()
    one.start(ONE)
    assert assembly.asked.acquire(timeout=5)
    assert first.started.wait(5)
    return one


NEXT = replace(ONE, version=2)
BROKEN = SettingsError("“One” still needs settings", "Step 2.", cause="INCOMPLETE")


def test_a_restart_waits_for_the_message_in_hand_but_not_the_caller() -> None:
    log: list[str] = []
    finish = threading.Event()
    first, second = Slow(log, finish), Slow(log, finish)
    assembly = Assembly(first, second)
    one = started(assembly, first)
    assembly.go.release()
    one.restart(ONE)
    until(lambda: one.health(ONE.id).state is State.STARTING)
    assert log == ["begin"]
    finish.set()
    assert second.started.wait(5)
    assert log == ["begin", "end", "begin"]
    assert one.stop_all(timeout=5)
    assert log == ["begin", "end", "begin", "end"]


def test_what_runs_goes_on_while_the_next_is_prepared() -> None:
    log: list[str] = []
    first, second = Slow(log, SET), Slow(log, SET)
    assembly = Assembly(first, second)
    one = started(assembly, first)
    one.restart(NEXT)
    assert assembly.asked.acquire(timeout=5)
    assert (log, one.health(ONE.id).state, one.health(ONE.id).version) == (["begin"], State.RUNNING, 0)
    assembly.go.release()
    assert second.started.wait(5)
    assert (log, one.health(ONE.id).version) == (["begin", "end", "begin"], 2)
    assert one.stop_all(timeout=5)


@pytest.mark.parametrize("error", [BROKEN, ZeroDivisionError("a defect")], ids=["settings", "defect"])
def test_a_restart_that_cannot_be_prepared_leaves_what_runs(error: Exception) -> None:
    log: list[str] = []
    events: list[Event] = []
    first = Slow(log, SET)
    assembly = Assembly(first, error)
    one = started(assembly, first, events)
    assembly.go.release()
    one.restart(NEXT)
    until(lambda: bool(events))
    assert (log, one.is_running(ONE.id)) == (["begin"], True)
    health = one.health(ONE.id)
    assert (health.state, health.version, bool(health.refused)) == (State.RUNNING, 0, True)
    assert events[0].text.startswith("The new settings are not used, it goes on with those before: ")
    assert one.stop_all(timeout=5)
    assert log == ["begin", "end"]


def test_the_next_restart_forgets_that_the_one_before_was_refused() -> None:
    first, third = Slow([], SET), Slow([], SET)
    assembly = Assembly(first, BROKEN, third)
    one = started(assembly, first)
    assembly.go.release()
    one.restart(NEXT)
    until(lambda: bool(one.health(ONE.id).refused))
    one.restart(NEXT)
    assert one.health(ONE.id).refused == ""
    assembly.go.release()
    assert third.started.wait(5)
    assert one.stop_all(timeout=5)


def test_a_stop_while_the_next_is_prepared_stops_both() -> None:
    first, second = Slow([], SET), Slow([], SET)
    assembly = Assembly(first, second)
    one = started(assembly, first)
    one.restart(NEXT)
    assert assembly.asked.acquire(timeout=5)
    one.stop(ONE.id, timeout=5)
    assembly.go.release()
    one.wait(5)
    assert (one.is_running(ONE.id), second.started.is_set()) == (False, False)


def test_stopping_everything_waits_for_what_is_prepared() -> None:
    first, second = Slow([], SET), Slow([], SET)
    assembly = Assembly(first, second)
    one = started(assembly, first)
    one.restart(NEXT)
    assert assembly.asked.acquire(timeout=5)
    assert not one.stop_all(timeout=0.1)
    assembly.go.release()
    one.wait(5)
    assert not second.started.is_set()


def test_of_two_restarts_only_the_last_one_runs() -> None:
    first, second, third = Slow([], SET), Slow([], SET), Slow([], SET)
    assembly = Assembly(first, second, third)
    one = started(assembly, first)
    one.restart(NEXT)
    assert assembly.asked.acquire(timeout=5)
    one.restart(replace(ONE, version=3))
    assert assembly.asked.acquire(timeout=5)
    assembly.go.release(2)
    assert third.started.wait(5)
    assert (second.started.is_set(), one.health(ONE.id).version) == (False, 3)
    assert one.stop_all(timeout=5)


def test_when_what_ran_has_ended_meanwhile_the_trouble_shows() -> None:
    events: list[Event] = []
    first = Slow([], SET)
    assembly = Assembly(first, BROKEN)
    one = started(assembly, first, events)
    one.restart(NEXT)
    assert assembly.asked.acquire(timeout=5)
    first.leave.set()
    until(lambda: not one.is_running(ONE.id))
    assembly.go.release()
    until(lambda: bool(events))
    assert one.health(ONE.id).cause == "INCOMPLETE"
    assert events[0].text.startswith("Not started: ")


def test_stopping_everything_counts_the_one_that_still_finishes() -> None:
    log: list[str] = []
    finish = threading.Event()
    one = supervisor(lambda integration: Slow(log, finish))
    one.start(ONE)
    one.stop(ONE.id)
    one.restart(ONE)
    assert not one.stop_all(timeout=0.2)
    finish.set()
    assert one.stop_all(timeout=5)


def test_what_goes_wrong_before_the_start_shows() -> None:
    def assemble(integration: Integration) -> Slow:
        raise SettingsError("“One” still needs settings", "Step 1.", cause="INCOMPLETE")

    events: list[Event] = []
    one = supervisor(assemble, events)
    one.start(ONE)
    one.wait(5)
    assert one.health(ONE.id).cause == "INCOMPLETE"
    assert events[-1].text.startswith("Not started: ")


def test_a_defect_while_running_shows_as_stopped() -> None:
    class Broken(Slow):
        def run(self, stop: threading.Event, until: Until | None = None, hung: Trip | None = None) -> None:
            raise ZeroDivisionError("a defect")

    events: list[Event] = []
    one = supervisor(lambda integration: Broken([], threading.Event()), events)
    one.start(ONE)
    one.wait(5)
    assert one.health(ONE.id).state is State.ATTENTION
    assert events[-1].text.startswith("Stopped: ")
