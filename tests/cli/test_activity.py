"""`mailflow activity`: what happened to this mail? Found as in the window, told with its steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Locator
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.paths import Paths
from tests.cli.command import Command

AT = "2026-11-24T14:30:00+01:00"


@pytest.fixture
def told(mailflow: Command) -> Command:
    """Two integrations with three messages; one of them failed."""
    paths = Paths(mailflow.profile)
    paths.prepare()
    YamlLibrary(paths.profile).save(Profile((), (Integration("Leads", id="leads"), Integration("Bills", id="bills"))))
    ledger = SqliteLedger(paths.ledger)
    base = Trip("t1", Place("leads", "a", "INBOX"), Locator("7", "1"), "p1", "h", AT, settles=False)
    trips = (
        replace(base, subject="ÄPFEL und Birnen", sender="Jane Moore <jane@example.org>", message_id="<m1@x.org>"),
        replace(base, id="t2", locator=Locator("7", "2"), fingerprint="p2", subject="Invoice 118", sender="bill@x.org"),
        replace(base, id="t3", place=Place("bills", "a", "INBOX"), fingerprint="p3", subject="Invoice 119"),
    )
    ledger.take([(one, b"raw") for one in trips], Intake("7"))
    step = ActivityStep("s", "Send Email", AT, 41.0, "ok", "Sent to sales@x.org")
    ledger.finish(trips[0], TripState.DONE, [step])
    ledger.hold(trips[1], "RECIPIENT_REFUSED", "Recipient refused.", [replace(step, status="failed")])
    ledger.close()
    return mailflow


def found(told: Command, *arguments: str) -> list[str]:
    return [row["exchange"] for row in told("activity", *arguments, "--json").json()]


def test_newest_first_with_steps(told: Command) -> None:
    assert found(told) == ["t3", "t2", "t1"]
    rows = told("activity", "Leads", "--json").json()
    assert [row["exchange"] for row in rows] == ["t2", "t1"]
    assert [(step["title"], step["status"]) for step in rows[1]["steps"]] == [("Send Email", "ok")]
    assert "Sent to sales@x.org" in told("activity").out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("invoice", ["t3", "t2"]),
        ("äpfel", ["t1"]),
        ("JANE@", ["t1"]),
        ("<m1@x", ["t1"]),
        ("100%", []),
    ],
)
def test_a_search_by_subject_sender_and_message_id(told: Command, text: str, expected: list[str]) -> None:
    assert found(told, "--search", text) == expected


def test_a_search_within_an_integration_and_only_failed(told: Command) -> None:
    assert found(told, "Leads", "--search", "invoice") == ["t2"]
    assert found(told, "--failed") == ["t2"]
    assert told("activity", "--search", "nothing like it").err.strip() == "No messages."
