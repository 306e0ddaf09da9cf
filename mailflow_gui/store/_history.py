"""The ledger's answers for charts: messages by hour, and the last email that went out."""

from __future__ import annotations

from mailflow_gui.core.history import HourCount
from mailflow_gui.store.database import Database


class History:
    """What happened by hour; mixed into SqliteLedger."""

    _database: Database

    def hours(self, integration: str, since: str) -> list[HourCount]:
        """Messages taken since a moment (ISO), by hour and state, oldest hour first."""
        with self._database.view() as connection:
            rows = connection.execute(_HOURS, (integration, since)).fetchall()
        return [HourCount(row["hour"], row["state"], row["n"], row["sent"]) for row in rows]

    def last_sent(self, integration: str) -> str:
        """When the last accepted email went out (ISO), "" for never."""
        with self._database.view() as connection:
            row = connection.execute(_LAST_SENT, (integration,)).fetchone()
        return str(row["at"] or "")


_HOURS = (
    "SELECT substr(taken_at, 1, 13) AS hour, state, COUNT(*) AS n,"
    " SUM(EXISTS (SELECT 1 FROM parcel WHERE parcel.trip = trip.id AND parcel.state = 'sent')) AS sent"
    " FROM trip WHERE integration = ? AND taken_at >= ? GROUP BY hour, state ORDER BY hour, state"
)
_LAST_SENT = (
    "SELECT MAX(parcel.dot_at) AS at FROM trip JOIN parcel ON parcel.trip = trip.id"
    " WHERE trip.integration = ? AND parcel.state = 'sent'"
)
