"""`mailflow history`: what is chosen is kept, and what may go goes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.store.ledger import SqliteLedger
from tests.cli.command import Command

PLACE = Place("i", "a", "INBOX")


@pytest.fixture
def mailflow_with_history(mailflow: Command) -> Command:
    """Three messages that are done with, and one that needs attention."""
    mailflow.profile.mkdir(mode=0o700)
    ledger = SqliteLedger(mailflow.profile / "ledger.sqlite")
    for days in (90, 40, 20, 0):
        at = (datetime.now().astimezone() - timedelta(days=days)).isoformat()
        name = f"{days} days"
        trip = Trip(name, PLACE, Locator("7", name), f"p{days}", f"h{days}", at, settles=False)
        ledger.take([(trip, b"x")], Intake("7"))
        if days == 40:
            ledger.hold(trip, "LOOP", "", [])
        else:
            ledger.finish(trip, TripState.DONE, [])
    ledger.close()
    return mailflow


def left(mailflow: Command) -> list[str]:
    return [one["exchange"] for one in mailflow("activity", "--json").json()]


def test_it_tells_how_things_stand(mailflow_with_history: Command) -> None:
    found = mailflow_with_history("history", "--json").json()
    assert found["keep"] == {"days": 365, "megabytes": 2000}
    assert (found["sizes"]["messages"], found["sizes"]["removable"]) == (4, 2)
    assert mailflow_with_history("history").out.startswith(
        "Kept: 365 days, at most 2,000 MB\nNow: 4 messages, the oldest"
    )


def test_a_choice_is_kept_and_carried_out(mailflow_with_history: Command) -> None:
    said = mailflow_with_history("history", "--days", "30", "--megabytes", "0").out
    assert said.startswith("Kept: 30 days, without a limit of size\n")
    assert left(mailflow_with_history) == ["0 days", "20 days", "40 days"]
    assert mailflow_with_history("history", "--json").json()["keep"] == {"days": 30, "megabytes": 0}


def test_clear_leaves_the_last_day_and_what_needs_attention(mailflow_with_history: Command) -> None:
    assert mailflow_with_history("history", "--clear").err == "Removed: 2 messages.\n"
    assert left(mailflow_with_history) == ["0 days", "40 days"]


def test_less_than_nothing_is_refused(mailflow_with_history: Command) -> None:
    assert mailflow_with_history("history", "--days", "-1").code == 2
    assert len(left(mailflow_with_history)) == 4
