"""Starting and stopping: never two runs of one integration at a time, and nobody waits on the caller's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mailflow_gui.core.activity import Event, Health, State
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.model import Integration
from mailflow_gui.engine.clock import SystemClock
from mailflow_gui.engine.runner import Until
from mailflow_gui.engine.supervisor import Supervisor, spawn_thread

ONE = Integration("One")


class Slow:
    """A runner that finishes the message in hand only when the test says so."""

    def __init__(self, log: list[str], finish: threading.Event) -> None:
        self.health = Health(State.RUNNING)
        self.started = threading.Event()
        self._log = log
        self._finish = finish

    def run(self, stop: threading.Event, until: Until | None = None) -> None:
        self._log.append("begin")
        self.started.set()
        stop.wait(10)
        self._finish.wait(10)
        self._log.append("end")


def supervisor(assemble: Callable[[Integration], object], events: list[Event] | None = None) -> Supervisor:
    told = [] if events is None else events
    return Supervisor(assemble, spawn_thread, SystemClock(), told.append)  # type: ignore[arg-type]


def test_a_restart_waits_for_the_message_in_hand_but_not_the_caller() -> None:
    log: list[str] = []
    finish = threading.Event()
    made: list[Slow] = []

    def assemble(integration: Integration) -> Slow:
        made.append(Slow(log, finish))
        return made[-1]

    one = supervisor(assemble)
    one.start(ONE)
    while not made:
        threading.Event().wait(0.01)
    assert made[0].started.wait(5)
    one.restart(ONE)
    assert one.health(ONE.id).state is State.STARTING
    assert log == ["begin"]
    finish.set()
    while len(made) < 2:
        threading.Event().wait(0.01)
    assert made[1].started.wait(5)
    assert log == ["begin", "end", "begin"]
    assert one.stop_all(timeout=5)
    assert log == ["begin", "end", "begin", "end"]


def test_stopping_everything_counts_the_one_that_still_finishes() -> None:
    log: list[str] = []
    finish = threading.Event()
    one = supervisor(lambda integration: Slow(log, finish))
    one.start(ONE)
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
        def run(self, stop: threading.Event, until: Until | None = None) -> None:
            raise ZeroDivisionError("a defect")

    events: list[Event] = []
    one = supervisor(lambda integration: Broken([], threading.Event()), events)
    one.start(ONE)
    one.wait(5)
    assert one.health(ONE.id).state is State.ATTENTION
    assert events[-1].text.startswith("Stopped: ")
