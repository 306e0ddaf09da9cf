"""The ledger's doubts: parcels that the server may have taken, and how each doubt ends."""

from __future__ import annotations

import sqlite3

from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import Doubt, ParcelState, TripState
from mailflow_gui.store.database import Database

#: So many messages back, those that the same step sent are looked for.
BACK = 2_000


class Doubts:
    """Doubts; mixed into SqliteLedger."""

    _database: Database

    def recover(self, integration: str) -> int:
        """At start-up: parcels whose dot may have been written become in doubt and their trips held."""
        with self._database.change() as connection:
            rows = connection.execute(
                "SELECT parcel.id, parcel.trip FROM parcel JOIN trip ON trip.id = parcel.trip"
                " WHERE trip.integration = ? AND parcel.state = ?",
                (integration, ParcelState.DOT_SENT.value),
            ).fetchall()
            reason = tr("Mailflow was interrupted in the instant of delivery. The message may have arrived.")
            for row in rows:
                connection.execute(
                    "UPDATE parcel SET state = ?, cause = 'IN_DOUBT', reason = ? WHERE id = ?",
                    (ParcelState.IN_DOUBT.value, reason, row["id"]),
                )
                connection.execute(
                    "UPDATE trip SET state = ?, cause = 'IN_DOUBT', reason = ? WHERE id = ?",
                    (TripState.HELD.value, reason, row["trip"]),
                )
        return len(rows)

    def doubts(self, integration: str) -> list[Doubt]:
        """Parcels in doubt whose trips wait, oldest first."""
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT parcel.* FROM trip JOIN parcel ON parcel.trip = trip.id WHERE trip.integration = ?"
                " AND trip.state IN (?, ?) AND parcel.state = ? ORDER BY trip.seq",
                (integration, TripState.HELD.value, TripState.WAITING.value, ParcelState.IN_DOUBT.value),
            ).fetchall()
            return [_doubt(connection, row) for row in rows]

    def sent_before(self, doubt: Doubt, limit: int) -> list[str]:
        """Message-IDs of what the same step sent before, newest first: at most `limit`."""
        with self._database.look() as connection:
            rows = connection.execute(
                "SELECT parcel.message_id FROM (SELECT id, seq FROM trip"
                " WHERE integration = (SELECT integration FROM trip WHERE id = ?) ORDER BY seq DESC LIMIT ?) AS trip"
                " JOIN parcel ON parcel.trip = trip.id WHERE parcel.state = ? AND parcel.id != ?"
                " AND substr(step_id, 1, instr(step_id || '@', '@') - 1) = ?"
                " AND julianday(dot_at) < julianday(?) ORDER BY julianday(dot_at) DESC LIMIT ?",
                (doubt.trip, BACK, ParcelState.SENT.value, doubt.id, doubt.step_id, doubt.dot_at, limit),
            ).fetchall()
        return [row["message_id"] for row in rows]

    def settle_doubt(self, doubt: Doubt, *, arrived: bool) -> None:
        """It counts as sent or is to be sent again, and its trip goes on; unless the person has decided meanwhile."""
        with self._database.change() as connection:
            open_ = connection.execute(
                "SELECT 1 FROM parcel WHERE id = ? AND state = ?", (doubt.id, ParcelState.IN_DOUBT.value)
            ).fetchone()
            if open_:
                _decide(connection, doubt.id, arrived=arrived)
                _go_on(connection, doubt.trip)

    def explain_doubt(self, doubt: Doubt, reason: str) -> None:
        """Other words for why the trip waits."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE parcel SET reason = ? WHERE id = ? AND state = ?",
                (reason[:2000], doubt.id, ParcelState.IN_DOUBT.value),
            )
            connection.execute(
                "UPDATE trip SET reason = ? WHERE id = ? AND state = ? AND cause = 'IN_DOUBT'",
                (reason[:2000], doubt.trip, TripState.HELD.value),
            )

    def resolve_doubt(self, id: str, *, arrived: bool) -> None:
        """The person says whether an in-doubt message arrived: at those recipients for whom that was in doubt."""
        with self._database.change() as connection:
            rows = connection.execute(
                "SELECT id FROM parcel WHERE trip = ? AND state = ?", (id, ParcelState.IN_DOUBT.value)
            ).fetchall()
            for row in rows:
                _decide(connection, row["id"], arrived=arrived)
            _go_on(connection, id)


def _doubt(connection: sqlite3.Connection, row: sqlite3.Row) -> Doubt:
    sent = connection.execute("SELECT 1 FROM recipient WHERE parcel = ? AND stance = 'sent'", (row["id"],)).fetchone()
    return Doubt(
        id=row["id"],
        trip=row["trip"],
        step_id=row["step_id"].partition("@")[0],
        message_id=row["message_id"],
        subject=row["subject"],
        dot_at=row["dot_at"],
        others_have_it=sent is not None,
    )


def _decide(connection: sqlite3.Connection, parcel: str, *, arrived: bool) -> None:
    if arrived:
        _has_arrived(connection, parcel)
    else:
        connection.execute("UPDATE parcel SET state = 'ready', first_at = '' WHERE id = ?", (parcel,))


def _go_on(connection: sqlite3.Connection, trip: str) -> None:
    connection.execute(
        "UPDATE trip SET state = ?, next_at = '' WHERE id = ? AND state = ?",
        (TripState.RECEIVED.value, trip, TripState.HELD.value),
    )


def _has_arrived(connection: sqlite3.Connection, parcel: str) -> None:
    """Sent, unless the server had put off or refused other recipients: they are still to be sent to, or named."""
    connection.execute("UPDATE recipient SET stance = 'sent' WHERE parcel = ? AND stance = 'in-doubt'", (parcel,))
    rows = connection.execute("SELECT address, stance FROM recipient WHERE parcel = ?", (parcel,)).fetchall()
    refused = [row["address"] for row in rows if row["stance"] == "refused"]
    if any(row["stance"] == "retry" for row in rows):
        connection.execute("UPDATE parcel SET state = 'ready', first_at = '' WHERE id = ?", (parcel,))
    elif refused:
        connection.execute(
            "UPDATE parcel SET state = 'held', cause = 'RECIPIENT_REFUSED', reason = ? WHERE id = ?",
            (f"Recipient refused: {', '.join(refused)}. The other recipients have got the message.", parcel),
        )
    else:
        connection.execute("UPDATE parcel SET state = 'sent' WHERE id = ?", (parcel,))
