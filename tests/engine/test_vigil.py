"""A wait that ends at a stop request, and when the computer was asleep."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from mailflow_gui.core.errors import UnreachableError
from mailflow_gui.engine.backoff import OFFLINE_LONGEST
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.runner import Until
from mailflow_gui.engine.vigil import ASLEEP, Vigil
from tests.engine.workbench import Bench, TurnedClock
from tests.fakes.mailbox import mail


def test_a_stop_request_is_seen() -> None:
    stop = threading.Event()
    vigil = Vigil(stop, TurnedClock())
    assert not vigil.is_set()
    stop.set()
    assert vigil.is_set()
    assert vigil.wait(60)
    assert not vigil.woke


def test_a_jump_of_the_clock_ends_the_wait() -> None:
    clock = TurnedClock()
    vigil = Vigil(threading.Event(), clock)
    clock.moment += timedelta(seconds=ASLEEP - 1)
    assert not vigil.is_set()
    clock.moment += timedelta(hours=1)
    assert vigil.is_set()
    assert vigil.wait(60)
    assert (vigil.woke, round(vigil.asleep)) == (True, 3600)


def test_a_wait_without_news_ends_in_time() -> None:
    assert not Vigil(threading.Event(), TurnedClock()).wait(0.01)


def test_after_sleep_everything_is_connected_anew_and_polled_at_once(bench: Bench) -> None:
    """Check 3: sockets of an hour ago are dead, though nobody was told."""
    bench.mailbox.on_wait = lambda: setattr(bench.clock, "moment", bench.clock.moment + timedelta(hours=1))
    closed = []
    bench.mailbox.close = lambda: closed.append(bench.clock.moment)  # type: ignore[method-assign]
    bench.runner().run(threading.Event(), Until(idle=1))
    assert len(closed) == 2
    assert any("asleep" in event.text for event in bench.events)


def test_after_sleep_a_line_says_what_was_handled(bench: Bench) -> None:
    """Two hours in which two messages came, more than one poll takes."""
    bench.rules = Rules(limit=1)
    slept = []

    def sleep_once() -> None:
        bench.clock.moment += timedelta(seconds=2)
        if not slept:
            slept.append(True)
            bench.clock.moment += timedelta(hours=2)
            bench.mailbox.deliver(mail(1), mail(2))

    bench.mailbox.on_wait = sleep_once
    bench.runner().run(threading.Event(), Until(idle=1))
    said = [event.text for event in bench.events if event.text.startswith("Back after")]
    assert said == ["Back after 2 h: 2 messages received, 2 sent"]


@pytest.mark.parametrize(("cause", "longest"), [("NO_NETWORK", OFFLINE_LONGEST), ("TIMED_OUT", 300.0)])
def test_without_a_network_it_is_tried_again_soon(bench: Bench, cause: str, longest: float) -> None:
    bench.mailbox.trouble = UnreachableError("Not reachable", cause=cause)
    pauses = []

    class Waits(threading.Event):
        """Counts the pauses instead of waiting, and ends after ten."""

        def is_set(self) -> bool:
            return len(pauses) == 10

        def wait(self, timeout: float | None = None) -> bool:
            pauses.append(timeout)
            return self.is_set()

    bench.runner().run(Waits())
    assert (pauses[0], pauses[-1]) == (5.0, longest)


def test_an_absence_of_the_server_ends_with_the_same_line(bench: Bench) -> None:
    bench.poll()
    bench.mailbox.deliver(mail(1))
    bench.mailbox.trouble = UnreachableError("The server does not answer", cause="TIMED_OUT")

    class Waits(threading.Event):
        """The server is back after the second pause."""

        pauses = 0

        def is_set(self) -> bool:
            return self.pauses > 2

        def wait(self, timeout: float | None = None) -> bool:
            self.pauses += 1
            bench.clock.moment += timedelta(minutes=5)
            if self.pauses == 2:
                bench.mailbox.trouble = None
            return self.is_set()

    stop = Waits()
    bench.mailbox.on_wait = lambda: stop.wait(5)
    bench.runner().run(stop)
    said = [event.text for event in bench.events if event.text.startswith("Back after")]
    assert said == ["Back after 10 min: 1 message received, 1 sent"]
