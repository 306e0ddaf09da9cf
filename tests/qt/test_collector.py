"""Full collections happen when the person is elsewhere, or after a long time; young ones as ever."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.qt.collector import PATIENCE, Collector


class Loop:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def away() -> list[bool]:
    return [False]


@pytest.fixture
def collector(away: list[bool], qtbot: QtBot) -> Iterator[Collector]:
    before = gc.get_threshold()
    made = Collector(lambda: away[0])
    made.begin()
    yield made
    made.end()
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


def old_garbage() -> weakref.ref[Loop]:
    loop = Loop()
    found = weakref.ref(loop)
    gc.collect(1)  # it is old now
    del loop
    gc.collect(1)
    assert found() is not None
    return found


def test_old_garbage_goes_when_the_person_is_elsewhere(collector: Collector, away: list[bool]) -> None:
    garbage = old_garbage()
    collector.look()
    assert garbage() is not None
    away[0] = True
    collector.look()
    assert garbage() is None


def test_it_goes_after_a_long_time_in_any_case(collector: Collector) -> None:
    garbage = old_garbage()
    for _ in range(PATIENCE - 1):
        collector.look()
    assert garbage() is not None
    collector.look()
    assert garbage() is None
