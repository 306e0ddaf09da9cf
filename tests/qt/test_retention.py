"""How long the past is kept reaches the ledger, and what is removed is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.retention import Keep
from mailflow_gui.qt.retention import Retention
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE = integration("One")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    days = ((200, TripState.DONE), (100, TripState.DONE), (90, TripState.HELD), (1.5, TripState.DONE))
    remember(made.ledger, ONE, [(timedelta(days=age), state, f"{age} days") for age, state in days])
    yield made
    made.close()


@pytest.fixture
def retention(desk: PageDesk) -> Retention:
    return Retention(desk.ledger, desk.tasks)


def ages(desk: PageDesk) -> list[str]:
    return [step.output for one in desk.ledger.activities() for step in one.steps]


def test_it_is_asked(retention: Retention, qtbot: QtBot) -> None:
    with qtbot.waitSignal(retention.changed):
        retention.ask()
    assert retention.keep == Keep()
    assert retention.sizes is not None
    assert (retention.sizes.messages, retention.sizes.removable) == (4, 3)


def test_a_choice_removes_what_is_too_old_at_once(retention: Retention, desk: PageDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([retention.cleared, retention.changed]):
        retention.set_keep(Keep(days=150, megabytes=0))
    assert retention.keep == Keep(150, 0)
    assert ages(desk) == ["Sent to 1.5 days", "Sent to 100 days"]


def test_clear_removes_all_but_what_needs_attention(retention: Retention, desk: PageDesk, qtbot: QtBot) -> None:
    told: list[int] = []
    with qtbot.waitSignals([retention.cleared, retention.changed]):
        retention.clear_now().done(told.append)
    assert told == [3]
    assert [one.status for one in desk.ledger.activities()] == ["held"]
    assert retention.sizes is not None
    assert retention.sizes.removable == 0


def test_on_quit_it_ends_after_the_slice_in_hand(retention: Retention, desk: PageDesk, qtbot: QtBot) -> None:
    told: list[int] = []
    retention.close()
    retention.clear_now().done(told.append)
    qtbot.waitUntil(lambda: told == [0])
    assert len(desk.ledger.activities()) == 4
