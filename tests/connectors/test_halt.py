"""How long a wait may go on after a stop request, by what is under way."""

from __future__ import annotations

import math
import threading
import time

import pytest

from mailflow_gui.connectors import _halt
from mailflow_gui.connectors._halt import Halt, Moments
from mailflow_gui.core.errors import Cancelled
from mailflow_gui.core.ports import StopRequest

ASKED = 100.0


def requested(seconds_ago: float = 0.0) -> StopRequest:
    stop = StopRequest()
    stop.set()
    stop.at = time.monotonic() - seconds_ago
    return stop


@pytest.mark.parametrize(
    ("rule", "began", "moved", "end"),
    [
        (_halt.at_once, 90, 99, 100),
        (_halt.shortly, 90, 99, 101),
        (_halt.shortly, 110, 110, 110.5),
        (_halt.shortly, 90, 105, 101),  # a server that drips is not waited for
        (_halt.while_moving, 90, 95, 101),
        (_halt.while_moving, 90, 104, 105),
        (_halt.while_moving, 119.8, 119.9, 120),
        (_halt.until_answered, 118, 118, 128),
        (_halt.in_passing, 90, 99, 100.3),
        (_halt.in_passing, 110, 115, 110.3),
    ],
)
def test_when_a_wait_ends(rule: _halt.Rule, began: float, moved: float, end: float) -> None:
    assert rule(Moments(ASKED, began, moved)) == end


def test_without_a_request_there_is_no_end() -> None:
    stop = StopRequest()
    assert Halt().leeway(0) == Halt(stop).leeway(0) == math.inf
    assert stop.at == math.inf


def test_reading_is_cancelled_at_once() -> None:
    with pytest.raises(Cancelled):
        Halt(requested()).leeway(time.monotonic())


def test_allowed_work_has_its_time_and_what_follows_has_not() -> None:
    halt = Halt(requested())
    with halt.allowing(_halt.while_moving):
        assert 0.5 < halt.leeway(time.monotonic()) <= 1
        with halt.allowing(_halt.until_answered):
            assert 27 < halt.leeway(0) <= 28
        assert halt.leeway(time.monotonic()) <= 1
    with pytest.raises(Cancelled):
        halt.leeway(time.monotonic())


def test_a_missing_answer_to_the_dot_is_a_timeout_and_no_cancel() -> None:
    """So that it counts as a connection that was lost there."""
    halt = Halt(requested(seconds_ago=60))
    with halt.allowing(_halt.until_answered), pytest.raises(TimeoutError, match="within 28 seconds of the stop"):
        halt.leeway(time.monotonic())
    with halt.allowing(_halt.while_moving), pytest.raises(Cancelled):
        halt.leeway(time.monotonic())


def test_the_first_request_counts() -> None:
    stop = StopRequest()
    stop.set()
    first = stop.at
    threading.Event().wait(0.01)
    stop.set()
    assert (stop.is_set(), stop.at) == (True, first)


@pytest.mark.parametrize("rule", [_halt.at_once, _halt.shortly, _halt.while_moving, _halt.in_passing])
def test_a_run_that_was_given_up_waits_for_nothing_more(rule: _halt.Rule) -> None:
    stop = StopRequest()
    stop.abandon()
    halt = Halt(stop)
    with halt.allowing(rule), pytest.raises(Cancelled):
        halt.leeway(time.monotonic())


def test_the_answer_to_the_dot_of_a_run_that_was_given_up_stays_unknown() -> None:
    stop = StopRequest()
    stop.abandon()
    halt = Halt(stop)
    with halt.allowing(_halt.until_answered), pytest.raises(TimeoutError):
        halt.leeway(time.monotonic())


def test_every_wait_is_a_sign_of_life() -> None:
    stop = StopRequest()
    stop.alive_at = 0.0
    Halt(stop).leeway(7.0)
    assert stop.alive_at > 0.0
    assert stop.moved_at == 7.0
