"""A wait that ends at a stop request, and when the computer was asleep."""

from __future__ import annotations

import threading
from datetime import timedelta

from mailflow_gui.engine.runner import Until
from mailflow_gui.engine.vigil import ASLEEP, Vigil
from tests.engine.workbench import Bench, TurnedClock


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
    assert vigil.woke


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
