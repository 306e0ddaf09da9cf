"""When it is tried again."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from mailflow_gui.engine import backoff
from mailflow_gui.engine.backoff import Backoff
from tests.fakes.mailbox import EPOCH


@pytest.mark.parametrize(("delay", "first"), [(0.1, 0.5), (2.0, 2.0), (5.0, 5.0), (600.0, 5.0)])
def test_the_first_pause_is_short_also_for_long_delays(delay: float, first: float) -> None:
    assert Backoff(delay).pause() == first


def test_pauses_double_up_to_five_minutes_and_begin_anew_after_success() -> None:
    one = Backoff(5.0)
    pauses = [one.pause() for _ in range(10)]
    assert pauses == [5, 10, 20, 40, 80, 160, 300, 300, 300, 300]
    one.reset()
    assert one.pause() == 5


def test_a_temporary_refusal_is_tried_again_soon_then_seldom() -> None:
    chance = random.Random(1)
    pauses = [backoff.retry_pause(n, chance) for n in range(1, 12)]
    assert 24 <= pauses[0] <= 36
    assert all(pause <= backoff.LONGEST * 1.2 for pause in pauses)
    assert pauses[-1] >= backoff.LONGEST * 0.8


def test_five_days() -> None:
    assert not backoff.expired("", EPOCH)
    assert not backoff.expired(EPOCH.isoformat(), EPOCH + timedelta(days=4))
    assert backoff.expired(EPOCH.isoformat(), EPOCH + timedelta(days=6))
