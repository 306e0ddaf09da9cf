"""The line after an absence: how long it was, and what was handled since."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.activity import Health
from mailflow_gui.engine.absence import Absence

THEN = datetime(2026, 11, 24, 8, 0).astimezone()


@pytest.mark.parametrize(
    ("health", "words"),
    [
        (Health(received=14, sent=12), "Back after 2 h: 14 messages received, 12 sent"),
        (Health(received=1, sent=1), "Back after 2 h: 1 message received, 1 sent"),
        (Health(received=3, filtered=2, failed=1), "Back after 2 h: 3 messages received, 2 filtered out, 1 failed"),
        (Health(sent=2), "Back after 2 h: 2 messages sent"),
        (Health(), "Back after 2 h: no new messages"),
    ],
)
def test_it_counts_what_came_since(health: Health, words: str) -> None:
    absence = Absence()
    absence.begin(THEN, Health())
    assert absence.end(THEN + timedelta(hours=2), health) == words
    assert absence.end(THEN + timedelta(hours=4), health) == "", "said once"


def test_what_was_handled_before_does_not_count() -> None:
    absence = Absence()
    absence.begin(THEN, Health(received=100, sent=100))
    absence.begin(THEN + timedelta(hours=1), Health(received=101))
    said = absence.end(THEN + timedelta(hours=2), Health(received=102, sent=101))
    assert said == "Back after 2 h: 2 messages received, 1 sent"


def test_a_short_absence_and_none_are_not_worth_a_line() -> None:
    absence = Absence()
    assert absence.end(THEN, Health()) == ""
    absence.begin(THEN, Health())
    assert absence.end(THEN + timedelta(seconds=59), Health(received=5)) == ""
