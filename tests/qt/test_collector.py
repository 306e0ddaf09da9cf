"""Garbage goes on the GUI thread alone: young garbage soon, old garbage when nobody notices."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.qt.collector import BRISK, LOOK, PATIENCE, SOON, YOUNG, Collector


class Loop:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def away() -> list[bool]:
    return [False]


@pytest.fixture
def collector(away: list[bool], qtbot: QtBot) -> Iterator[Collector]:
    enabled = gc.isenabled()
    made = Collector(lambda: away[0])
    made.begin()
    yield made
    made.end()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
    if not enabled:
        gc.disable()


def garbage(*, old: bool) -> weakref.ref[Loop]:
    loop = Loop()
    found = weakref.ref(loop)
    if old:
        gc.collect(1)
    del loop
    assert found() is not None
    return found


def test_a_worker_never_collects(collector: Collector) -> None:
    left = garbage(old=False)
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([number] for number in range(50_000)))
    worker.start()
    worker.join(30)
    assert left() is not None, "the thread allocated a lot and destroyed nothing"
    assert gc.get_count()[0] >= YOUNG
    collector.look()
    assert left() is None


def test_old_garbage_goes_when_the_person_is_elsewhere(collector: Collector, away: list[bool]) -> None:
    left = garbage(old=True)
    for _ in range(SOON // LOOK + 5):
        collector.look()
    assert left() is not None
    away[0] = True
    collector.look()
    assert left() is None


def test_it_goes_after_a_long_time_in_any_case(collector: Collector) -> None:
    left = garbage(old=True)
    for _ in range(PATIENCE // LOOK - 1):
        collector.look()
    assert left() is not None
    collector.look()
    assert left() is None


def test_it_looks_more_often_while_many_objects_are_made(collector: Collector) -> None:
    collector.look()
    assert collector._timer.interval() == LOOK
    kept = [[number] for number in range(2 * YOUNG)]
    collector.look()
    assert (collector._timer.interval(), len(kept)) == (BRISK, 2 * YOUNG)
    collector.look()
    assert collector._timer.interval() == LOOK
