"""Rows of the ledger's tables as records, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.connector import Locator, Outgoing, Stance
from mailflow_gui.core.exchange import Redirect
from mailflow_gui.core.ledger import Parcel, ParcelState, Place, Trip, TripState
from mailflow_gui.store._search import owe


def trip_of(row: sqlite3.Row) -> Trip:
    """A trip from its row."""
    return Trip(
        id=row["id"],
        place=Place(row["integration"], row["account"], row["folder"]),
        locator=Locator(row["generation"], row["uid"], row["size"]),
        fingerprint=row["fingerprint"],
        header_print=row["header_print"],
        taken_at=row["taken_at"],
        received=row["received"],
        state=TripState(row["state"]),
        run=row["run"],
        size=row["size"],
        subject=row["subject"],
        sender=row["sender"],
        message_id=row["message_id"],
        cause=row["cause"],
        reason=row["reason"],
        attempts=row["attempts"],
        next_at=row["next_at"],
        settles=bool(row["settles"]),
        version=row["version"],
        instead=redirects_of(row["instead"]),
    )


def redirects_of(text: str) -> tuple[Redirect, ...]:
    """The redirects of a trip from their column."""
    return tuple(Redirect(*one) for one in json.loads(text)) if text else ()


def redirects_text(instead: Iterable[Redirect]) -> str:
    """The column for these redirects, "" for none."""
    rows = [(one.place, one.old, one.new) for one in instead]
    return json.dumps(rows) if rows else ""


def trip_values(trip: Trip) -> dict[str, str | int]:
    """The columns of a trip."""
    place, locator = trip.place, trip.locator
    return {
        "id": trip.id,
        "integration": place.integration,
        "account": place.account,
        "folder": place.folder,
        "generation": locator.generation,
        "uid": locator.uid,
        "fingerprint": trip.fingerprint,
        "header_print": trip.header_print,
        "taken_at": trip.taken_at,
        "received": trip.received,
        "state": trip.state.value,
        "run": trip.run,
        "size": trip.size,
        "subject": trip.subject[:500],
        "sender": trip.sender[:500],
        "message_id": trip.message_id[:500],
        "cause": trip.cause,
        "reason": trip.reason[:2000],
        "attempts": trip.attempts,
        "next_at": trip.next_at,
        "settles": int(trip.settles),
        "version": trip.version,
        "instead": redirects_text(trip.instead),
    }


def insert_trip(connection: sqlite3.Connection, trip: Trip, raw: bytes) -> None:
    """Stores a trip unless it is there, with its raw bytes when there are any."""
    values = trip_values(trip)
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    stored = connection.execute(f"INSERT OR IGNORE INTO trip ({names}) VALUES ({marks})", values)  # noqa: S608
    if stored.rowcount:
        owe(connection, trip.id)
    if raw:
        connection.execute("INSERT OR REPLACE INTO raw VALUES (?, ?)", (trip.id, raw))


def parcel_of(row: sqlite3.Row, wire: bytes, stances: Mapping[str, str]) -> Parcel:
    """A parcel from its row; `stances` is what became of its recipients so far, by address."""
    recipients = tuple(json.loads(row["recipients"]))
    outgoing = Outgoing(
        sender=row["sender"],
        recipients=recipients,
        wire=wire,
        message_id=row["message_id"],
        subject=row["subject"],
        needs_utf8=bool(row["needs_utf8"]),
    )
    return Parcel(
        id=row["id"],
        trip=row["trip"],
        step_id=row["step_id"],
        outgoing=outgoing,
        state=ParcelState(row["state"]),
        pending=tuple(one for one in recipients if stances.get(one) not in (Stance.SENT, Stance.REFUSED)),
        refused=tuple(one for one in recipients if stances.get(one) == Stance.REFUSED),
        attempts=row["attempts"],
        first_at=row["first_at"],
        next_at=row["next_at"],
        cause=row["cause"],
        reason=row["reason"],
        reply=row["reply"],
    )


def activity_of(row: sqlite3.Row, steps: Iterable[sqlite3.Row]) -> Activity:
    """An activity from its trip's row, with the column `kept`, and the rows of its steps in order."""
    return Activity(
        exchange=row["id"],
        integration=row["integration"],
        at=row["taken_at"],
        status=_status(row),
        subject=row["subject"],
        sender=row["sender"],
        message_id=row["message_id"],
        reason=row["reason"],
        cause="" if row["state"] == TripState.SETTLING else row["cause"],
        attempts=row["attempts"],
        next_try=row["next_at"],
        version=row["version"],
        size=row["size"],
        kept=bool(row["kept"]),
        steps=tuple(
            ActivityStep(one["step_id"], one["title"], one["at"], one["milliseconds"], one["status"], one["output"])
            for one in steps
        ),
    )


def _status(row: sqlite3.Row) -> str:
    """As people see it: that the source action is still to do is not their concern. In SQL: `status_of`."""
    match row["state"]:
        case TripState.RECEIVED:
            return "in-progress"
        case TripState.SETTLING:
            return "filtered" if row["cause"] == "FILTERED" else "done"
        case state:
            return str(state)
