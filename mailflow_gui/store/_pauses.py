"""The ledger's record of how much was sent lately, and of sending that is paused for it."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta

from mailflow_gui.core.ledger import SENDING_PAUSED, TripState
from mailflow_gui.core.sending import LIFETIME_DAYS
from mailflow_gui.store.database import Database

_KEY = "sending-allowed:"


class Pauses:
    """Pauses of sending; mixed into SqliteLedger."""

    _database: Database

    def sent_since(self, integration: str, moment: str, allowed: str) -> list[tuple[str, tuple[str, ...]]]:
        """When (ISO) and to whom messages went out since a moment, and since sending was `allowed`; oldest first.

        A message may have been taken days before it went out, as long as it is tried.
        """
        taken = (datetime.fromisoformat(moment) - timedelta(days=LIFETIME_DAYS + 1)).isoformat()
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT dot_at, recipients FROM trip JOIN parcel ON parcel.trip = trip.id WHERE trip.integration = ?"
                " AND trip.taken_at >= ? AND dot_at != '' AND julianday(dot_at) >= julianday(?) AND parcel.rowid > ?"
                " ORDER BY julianday(dot_at)",
                (integration, taken, moment, int(allowed.partition(" ")[0] or 0)),
            ).fetchall()
        return [(row["dot_at"], tuple(json.loads(row["recipients"]))) for row in rows]

    def sending_allowed(self, integration: str) -> str:
        """A mark of when the person last let sending go on; another one each time, "" before the first."""
        with self._database.look() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY + integration,)).fetchone()
        return str(row[0]) if row else ""

    def paused_for(self, integration: str) -> str:
        """Why sending is paused, "" when it is not: the reason of the first trip that is held for it."""
        with self._database.settled_look() as connection:
            row = connection.execute(
                "SELECT reason FROM trip WHERE integration = ? AND state = ? AND cause = ? ORDER BY seq LIMIT 1",
                (integration, TripState.HELD.value, SENDING_PAUSED),
            ).fetchone()
        return str(row[0]) if row else ""

    def go_on(self, integration: str, at: str) -> None:
        """The person lets sending go on.

        The mark names the last parcel there is rather than a time: a clock that is set does not change what counts.
        """
        with self._database.change() as connection:
            last = connection.execute("SELECT COALESCE(MAX(rowid), 0) FROM parcel").fetchone()[0]
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY + integration, f"{last} {at}"))
            _release(connection, integration)

    def release_paused(self, integration: str) -> None:
        """What is held for a pause that is over is worked on."""
        with self._database.change() as connection:
            _release(connection, integration)


def _release(connection: sqlite3.Connection, integration: str) -> None:
    connection.execute(
        "UPDATE trip SET state = ?, next_at = '' WHERE integration = ? AND state = ? AND cause = ?",
        (TripState.RECEIVED.value, integration, TripState.HELD.value, SENDING_PAUSED),
    )
