"""The ledger's outbox half: parcels with their frozen wire bytes, the dot journal (T4) and outcomes (T5)."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from mailflow_gui.core.connector import Attempt, Rows
from mailflow_gui.core.errors import MailflowError
from mailflow_gui.core.identity import parcel_start
from mailflow_gui.core.ledger import Parcel, ParcelState, TripState
from mailflow_gui.store._ages import grow
from mailflow_gui.store._rows import parcel_of
from mailflow_gui.store._search import owe
from mailflow_gui.store.database import Database


class Parcels:
    """Parcels; mixed into SqliteLedger."""

    _database: Database

    def parcel(self, trip: str, step_id: str) -> Parcel | None:
        """The parcel of a trip's send step."""
        with self._database.look() as connection:
            row = connection.execute("SELECT * FROM parcel WHERE trip = ? AND step_id = ?", (trip, step_id)).fetchone()
            return _read(connection, row) if row else None

    def freeze(self, parcel: Parcel) -> None:
        """Stores a composed message that waits for approval."""
        with self._database.change() as connection:
            _store(connection, replace(parcel, state=ParcelState.AWAITING), "", tries=0)

    def awaiting(self, trip: str) -> list[Parcel]:
        """The messages of a trip that wait for approval, as they will be sent."""
        with self._database.look() as connection:
            rows = connection.execute(
                "SELECT * FROM parcel WHERE trip = ? AND state = ? ORDER BY rowid", (trip, ParcelState.AWAITING.value)
            ).fetchall()
            return [_read(connection, row) for row in rows]

    def approve(self, trip: str) -> None:
        """They are to be sent as they are; the trip goes on."""
        with self._database.change() as connection:
            approved = connection.execute(
                "UPDATE parcel SET state = ? WHERE trip = ? AND state = ?",
                (ParcelState.READY.value, trip, ParcelState.AWAITING.value),
            )
            if approved.rowcount:
                connection.execute(
                    "UPDATE trip SET state = ?, next_at = '' WHERE id = ? AND state = ?",
                    (TripState.RECEIVED.value, trip, TripState.HELD.value),
                )

    def senders(self, message_id: str, limit: int) -> list[str]:
        """Which integrations sent this message, what it was made from, and so on back: newest first."""
        found: list[str] = []
        with self._database.look() as connection:
            while len(found) < limit and (start := parcel_start(message_id)):
                row = connection.execute(
                    "SELECT trip.integration, trip.message_id FROM parcel JOIN trip ON trip.id = parcel.trip"
                    " WHERE parcel.id >= ? AND parcel.id < ?",
                    (start, f"{start}~"),
                ).fetchone()
                if row is None:
                    break
                found.append(row["integration"])
                message_id = row["message_id"]
        return found

    def unsent(self, trip: str) -> bool:
        """Whether a composed message of the trip was not sent."""
        with self._database.look() as connection:
            row = connection.execute(
                "SELECT 1 FROM parcel WHERE trip = ? AND state != ? LIMIT 1", (trip, ParcelState.SENT.value)
            ).fetchone()
        return row is not None

    def record_dot(self, parcel: Parcel, at: str, rows: Rows = ()) -> None:
        """T4: DOT_SENT, on disk before the final dot is written, with how each recipient stands."""
        with self._database.change() as connection:
            grow(connection)
            first_at = parcel.first_at or at
            _write_rows(connection, parcel.id, rows)
            if _store(connection, replace(parcel, state=ParcelState.DOT_SENT, first_at=first_at), at, tries=1):
                return
            connection.execute(
                "UPDATE parcel SET state = ?, dot_at = ?, attempts = attempts + 1, first_at = ? WHERE id = ?",
                (ParcelState.DOT_SENT.value, at, first_at, parcel.id),
            )

    def record_attempt(self, parcel: Parcel, attempt: Attempt, state: ParcelState, next_at: str) -> Parcel:
        """T5: the outcome with one row for each recipient. An attempt that never reached the dot counts, too."""
        cause, reason = _cause(attempt)
        with self._database.change() as connection:
            _store(connection, parcel, "", tries=0)
            _write_rows(connection, parcel.id, attempt.recipients)
            connection.execute(
                "UPDATE parcel SET attempts = attempts + (state != ?), state = ?, first_at = ?, next_at = ?, cause = ?,"
                " reason = ?, reply = ? WHERE id = ?",
                (
                    ParcelState.DOT_SENT.value,
                    state.value,
                    parcel.first_at,
                    next_at,
                    cause,
                    reason[:2000],
                    str(attempt.reply)[:500],
                    parcel.id,
                ),
            )
            row = connection.execute("SELECT * FROM parcel WHERE id = ?", (parcel.id,)).fetchone()
            return parcel_of(row, parcel.outgoing.wire, _stances(connection, parcel.id))


def _store(connection: sqlite3.Connection, parcel: Parcel, dot_at: str, tries: int) -> bool:
    """Stores a new parcel with its frozen bytes; False when it is there already."""
    out = parcel.outgoing
    stored = connection.execute(
        "INSERT OR IGNORE INTO parcel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')",
        (
            parcel.id,
            parcel.trip,
            parcel.step_id,
            out.sender,
            json.dumps(out.recipients),
            out.message_id,
            out.subject[:500],
            int(out.needs_utf8),
            parcel.state.value,
            parcel.attempts + tries,
            parcel.first_at,
            parcel.next_at,
            dot_at,
        ),
    )
    if not stored.rowcount:
        return False
    connection.execute("INSERT OR REPLACE INTO wire VALUES (?, ?)", (parcel.id, out.wire))
    owe(connection, parcel.trip)
    return True


def _write_rows(connection: sqlite3.Connection, parcel: str, rows: Rows) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO recipient VALUES (?, ?, ?, ?)",
        [(parcel, address, stance.value, str(reply)[:500]) for address, stance, reply in rows],
    )


def _read(connection: sqlite3.Connection, row: sqlite3.Row) -> Parcel:
    wire = connection.execute("SELECT bytes FROM wire WHERE parcel = ?", (row["id"],)).fetchone()
    return parcel_of(row, bytes(wire[0]) if wire else b"", _stances(connection, row["id"]))


def _stances(connection: sqlite3.Connection, parcel: str) -> dict[str, str]:
    rows = connection.execute("SELECT address, stance FROM recipient WHERE parcel = ?", (parcel,))
    return {row["address"]: row["stance"] for row in rows}


def _cause(attempt: Attempt) -> tuple[str, str]:
    if isinstance(attempt.error, MailflowError):
        return attempt.error.cause, str(attempt.error)
    return ("", "") if attempt.error is None else ("UNEXPECTED", str(attempt.error))
