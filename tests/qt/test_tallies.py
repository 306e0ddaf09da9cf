"""Numbers out of the ledger: today's, held ones of any day, asked again when something happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Kind
from mailflow_gui.core.ledger import TripState
from mailflow_gui.qt.tallies import Tally, count
from tests.qt.stage import event
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE = integration("One")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


def test_today_begins_at_midnight_and_held_ones_wait_for_ever(desk: PageDesk) -> None:
    now = datetime.now().astimezone()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    since = now - midnight
    moments = [
        (since / 2, TripState.DONE, "a@example.org"),
        (since / 2, TripState.FILTERED, "x"),
        (since + timedelta(hours=1), TripState.DONE, "b@example.org"),
        (since + timedelta(hours=2), TripState.HELD, "old"),
    ]
    remember(desk.ledger, ONE, moments[::-1])
    found = count(desk.ledger, [ONE.id])[ONE.id]
    assert (found.today, found.sent, found.filtered, found.held) == (2, 1, 1, 1)
    assert found.last_message[:10] == (now - since / 2).isoformat()[:10]
    assert count(desk.ledger, [ONE.id], lambda: now + timedelta(days=1))[ONE.id].today == 0


def test_an_event_makes_it_ask_again(desk: PageDesk, qtbot: QtBot) -> None:
    remember(desk.ledger, ONE, [(timedelta(seconds=1), TripState.HELD, "x")])
    with qtbot.waitSignal(desk.tallies.changed):
        desk.bridge.publish(event(kind=Kind.HELD, integration=ONE.id))
    assert (desk.tallies.held, desk.tallies.of(ONE.id).held) == (1, 1)
    assert desk.tallies.of("unknown") == Tally()


def test_a_poll_that_found_nothing_asks_nobody(desk: PageDesk) -> None:
    desk.tallies._asking.timer.stop()
    desk.bridge.arrived.emit([event(kind=Kind.POLL)])
    assert not desk.tallies._asking.timer.isActive()
    desk.bridge.arrived.emit([event(kind=Kind.SENT)])
    assert desk.tallies._asking.timer.isActive()
