"""Today's numbers out of a real ledger: totals, twelve hours, yesterday, the last email sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.model import Integration
from mailflow_gui.qt.today import HOURS, look_back
from mailflow_gui.store.ledger import SqliteLedger
from tests.ui.integrations.workbench import remember


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    made = SqliteLedger(tmp_path / "ledger.sqlite")
    yield made
    made.close()


FLOW = Integration("Welcome new leads")
OTHER = Integration("Other")


def noon() -> datetime:
    return datetime.now().astimezone().replace(hour=12, minute=30, second=0, microsecond=0)


def before_noon(**ago: int) -> timedelta:
    """How long ago a moment is that lies so long before 12:30 today."""
    return datetime.now().astimezone() - noon() + timedelta(**ago)


def test_counts_by_state_and_hour(ledger: SqliteLedger) -> None:
    remember(
        ledger,
        FLOW,
        [
            (before_noon(days=1, hours=2), TripState.DONE, "yesterday@example.org"),
            (before_noon(days=1, hours=-2), TripState.DONE, "later-yesterday@example.org"),
            (before_noon(hours=3), TripState.DONE, "a@example.org"),
            (before_noon(hours=1), TripState.FILTERED, "Out of office"),
            (before_noon(minutes=10), TripState.DONE, "b@example.org"),
            (before_noon(minutes=5), TripState.HELD, "Invoice"),
        ],
    )
    day = look_back(ledger, [FLOW.id], noon)
    assert (day.received.today, day.sent.today, day.filtered.today, day.failed.today) == (4, 2, 1, 1)
    assert day.received.hours == (*[0] * (HOURS - 4), 1, 0, 1, 2)
    assert day.failed.hours[-1] == 1
    assert day.received_yesterday == 1
    assert day.last_sent == ledger.last_sent(FLOW.id) != ""
    assert [one.status for one in day.recent][:3] == ["held", "done", "filtered"]


def test_integrations_add_up_and_deleted_ones_do_not_count(ledger: SqliteLedger) -> None:
    for flow in (FLOW, OTHER):
        remember(ledger, flow, [(before_noon(minutes=5), TripState.DONE, "a@example.org")])
    assert look_back(ledger, [FLOW.id, OTHER.id], noon).sent.today == 2
    day = look_back(ledger, [OTHER.id], noon)
    assert day.sent.today == 1
    assert {one.integration for one in day.recent} == {OTHER.id}


def test_an_empty_ledger_is_all_zero(ledger: SqliteLedger) -> None:
    day = look_back(ledger, [FLOW.id], noon)
    assert day.received.hours == (0,) * HOURS
    assert (day.received_yesterday, day.last_sent, day.recent) == (0, "", ())
