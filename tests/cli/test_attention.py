"""`mailflow attention`: list, show, decide, take back, another address, and the message as a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.activity import ActivityStep
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Reply, Stance
from mailflow_gui.core.exchange import Redirect
from mailflow_gui.core.ledger import Intake, Parcel, ParcelState, Place, Trip
from mailflow_gui.store.ledger import SqliteLedger
from tests.cli.command import Command

AT = "2026-11-24T14:30:00+01:00"
RAW = b"Subject: A\r\n\r\nText \xff\r\n"


@pytest.fixture
def ledger(mailflow: Command) -> Iterator[SqliteLedger]:
    mailflow.profile.mkdir(mode=0o700)
    one = SqliteLedger(mailflow.profile / "ledger.sqlite")
    yield one
    one.close()


def hold(ledger: SqliteLedger, id: str, cause: str = "RECIPIENT_REFUSED", *refused: str) -> None:
    place = Place("i", "a", "INBOX")
    trip = Trip(id, place, Locator("7", id), f"p{id}", f"h{id}", AT, subject=f"Bill {id}", sender="ben@example.org")
    ledger.take([(trip, RAW)], Intake("7"))
    if refused:
        outgoing = Outgoing("me@example.org", refused, b"wire", f"<{id}@example.org>")
        parcel = Parcel(f"parcel {id}", id, "send", outgoing, pending=refused)
        no = Reply(550, "5.1.1", "User unknown")
        rows = tuple((one, Stance.REFUSED, no) for one in refused)
        ledger.record_attempt(parcel, Attempt(Stance.REFUSED, no, rows), ParcelState.HELD, "")
    ledger.hold(trip, cause, "Refused.", [ActivityStep("send", "Send Email", AT, 1.0, "failed")])


def states(ledger: SqliteLedger) -> dict[str, str]:
    return {one.exchange: one.status for one in ledger.activities()}


def redirects(ledger: SqliteLedger, id: str) -> tuple[Redirect, ...]:
    trip = ledger.trip(id)
    assert trip is not None
    return trip.instead


def test_the_list_by_cause_and_text(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1")
    hold(ledger, "2", "TOO_LARGE")
    assert [one["exchange"] for one in mailflow("attention", "--json").json()] == ["2", "1"]
    assert [one["exchange"] for one in mailflow("attention", "--cause", "TOO_LARGE", "--json").json()] == ["2"]
    assert [one["exchange"] for one in mailflow("attention", "--search", "bill 1", "--json").json()] == ["1"]
    assert mailflow("attention", "show", "1", "--json").json()[0]["cause"] == "RECIPIENT_REFUSED"
    assert mailflow("attention", "show", "unknown").code == 1


def test_a_skip_and_its_undo(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1")
    assert mailflow("attention", "skip", "1").code == 0
    assert states(ledger) == {"1": "skipped"}
    assert mailflow("attention", "undo", "1").err == "Done: “Bill 1” needs attention again.\n"
    assert states(ledger) == {"1": "held"}
    assert mailflow("attention", "undo", "1").code == 2


def test_what_is_skipped_as_the_same_delivery_is_not_undone(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1")
    trip = ledger.trip("1")
    assert trip is not None
    again = replace(trip, id="again", locator=Locator("8", "1"), state=type(trip.state).RECEIVED)
    ledger.take([(again, RAW)], Intake("8"))
    assert mailflow("attention", "undo", "again").code == 1


def test_several_at_once_and_a_whole_group(mailflow: Command, ledger: SqliteLedger) -> None:
    for id in "1234":
        hold(ledger, id, "TOO_LARGE" if id == "4" else "RECIPIENT_REFUSED")
    assert mailflow("attention", "skip", "1", "2").code == 0
    assert mailflow("attention", "retry", "--cause", "RECIPIENT_REFUSED").code == 0
    assert states(ledger) == {"1": "skipped", "2": "skipped", "3": "in-progress", "4": "held"}
    assert mailflow("attention", "retry", "--all").code == 0
    assert states(ledger)["4"] == "in-progress"


def test_a_doubt_needs_more_than_a_retry(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1", "IN_DOUBT")
    assert mailflow("attention", "retry", "1").code == 2
    mailflow("attention", "skip", "--all")
    assert states(ledger) == {"1": "held"}
    assert mailflow("attention", "send-again", "1").code == 0
    assert states(ledger) == {"1": "in-progress"}


@pytest.mark.parametrize(
    "arguments",
    [("retry",), ("skip",), ("show",), ("undo",), ("save",), ("retry", "1", "--all"), ("retry", "unknown")],
)
def test_what_makes_no_sense_changes_nothing(
    mailflow: Command, ledger: SqliteLedger, arguments: tuple[str, ...]
) -> None:
    hold(ledger, "1")
    assert mailflow("attention", *arguments).code == 2
    assert states(ledger) == {"1": "held"}


def test_another_address(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1", "RECIPIENT_REFUSED", "a@example.org")
    assert mailflow("attention", "retry", "1", "--to", "b@example.org").code == 0
    assert redirects(ledger, "1") == (Redirect("send", "a@example.org", "b@example.org"),)


def test_of_several_recipients_it_is_said_which(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1", "RECIPIENT_REFUSED", "a@example.org", "b@example.org")
    refused = mailflow("attention", "retry", "1", "--to", "c@example.org")
    assert (refused.code, "a@example.org, b@example.org" in refused.err) == (2, True)
    assert states(ledger) == {"1": "held"}
    mailflow("attention", "retry", "1", "--to", "c@example.org", "--instead-of", "b@example.org")
    assert redirects(ledger, "1") == (Redirect("send", "b@example.org", "c@example.org"),)


def test_a_message_without_a_recipient_gets_one(mailflow: Command, ledger: SqliteLedger) -> None:
    hold(ledger, "1", "NO_RECIPIENT")
    assert mailflow("attention", "retry", "1", "--to", "no address").code == 2
    assert mailflow("attention", "retry", "1", "--to", "b@example.org").code == 0
    assert redirects(ledger, "1") == (Redirect("send", "", "b@example.org"),)


def test_the_message_is_saved_byte_for_byte_and_over_nothing(
    mailflow: Command, ledger: SqliteLedger, tmp_path: Path
) -> None:
    hold(ledger, "1")
    file = tmp_path / "bill.eml"
    before = os.umask(0)
    try:
        assert mailflow("attention", "save", "1", "--output", str(file)).code == 0
    finally:
        os.umask(before)
    assert file.read_bytes() == RAW
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_bytes(b"mine")
    assert mailflow("attention", "save", "1", "--output", str(file)).code == 1
    assert file.read_bytes() == b"mine"
    assert mailflow("attention", "save", "1", "--output", str(file), "--replace").code == 0
    assert file.read_bytes() == RAW
    assert mailflow("attention", "save", "1", "--output", str(tmp_path / "no" / "bill.eml")).code == 1
