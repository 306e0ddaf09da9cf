"""The upkeep works in slices with a breath in between, rests when nothing is left, and outlives a full disk."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.activity import Event, Level
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.retention import Keep, Sizes
from mailflow_gui.engine.upkeep import BREATH, FIRST, REST, Upkeep
from tests.engine.workbench import TurnedClock


def ignore(event: Event) -> None:
    """Publishes to nobody."""


class Slices:
    """A ledger with so many slices of old history; the first look fails when `full`."""

    def __init__(self, slices: int, full: bool = False, checked: str = "", damaged: bool = False) -> None:
        self.left = slices
        self.full = full
        self.checked = checked
        self.damaged = damaged
        self.checks = self.behind = 0
        self.asked: list[datetime] = []

    def checked_at(self) -> str:
        return self.checked

    def check(self, now: str) -> None:
        self.checks += 1
        if self.damaged:
            raise StoreError("Damaged", cause="STORE_DAMAGED")
        self.checked = now

    def keep(self) -> Keep:
        return Keep()

    def set_keep(self, keep: Keep) -> None:
        raise AssertionError("the upkeep chooses nothing")

    def sizes(self, now: datetime) -> Sizes:
        return Sizes()

    def index(self) -> bool:
        self.behind -= 1
        return self.behind > 0

    def prune(self, now: datetime) -> bool:
        self.asked.append(now)
        if self.full and len(self.asked) == 1:
            raise StoreError("No room")
        self.left -= 1
        return self.left > 0

    def clear(self, now: datetime) -> int:
        raise AssertionError("only the person clears")


class Pauses(threading.Event):
    """Waits no time and remembers how long it should have been; set after so many."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.waited: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waited.append(timeout or 0.0)
        if len(self.waited) == self.count:
            self.set()
        return self.is_set()


def test_between_slices_it_breathes_and_then_rests() -> None:
    stop = Pauses(5)
    clock = TurnedClock()
    ledger = Slices(3)
    Upkeep(ledger, clock, ignore).run(stop)
    assert stop.waited == [FIRST, BREATH, BREATH, REST, REST]
    assert ledger.asked == [clock.now()] * 4


def test_the_search_index_comes_up_to_date_in_slices_too() -> None:
    stop = Pauses(5)
    ledger = Slices(0)
    ledger.behind = 3
    Upkeep(ledger, TurnedClock(), ignore).run(stop)
    assert stop.waited == [FIRST, BREATH, BREATH, REST, REST]


def test_records_that_can_not_be_written_are_looked_at_later() -> None:
    stop = Pauses(3)
    Upkeep(Slices(1, full=True), TurnedClock(), ignore).run(stop)
    assert stop.waited == [FIRST, REST, REST]


@pytest.mark.parametrize(("days", "checks"), [(None, 1), (1, 0), (8, 1), (-8, 1)])
def test_the_whole_is_checked_once_a_week(days: int | None, checks: int) -> None:
    """Also when the clock was ahead at the last check."""
    clock = TurnedClock()
    last = "" if days is None else (clock.now() - timedelta(days=days)).isoformat()
    ledger = Slices(1, checked=last)
    Upkeep(ledger, clock, ignore).run(Pauses(4))
    assert ledger.checks == checks


def test_damage_is_told() -> None:
    told: list[Event] = []
    ledger = Slices(1, damaged=True)
    Upkeep(ledger, TurnedClock(), told.append).run(Pauses(2))
    assert [(one.level, one.cause, one.text) for one in told] == [(Level.ERROR, "STORE_DAMAGED", "Damaged")]
    assert ledger.asked == []
