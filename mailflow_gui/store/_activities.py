"""The ledger's reading half: activity, search and counts for the window and the command line."""

from __future__ import annotations

import sqlite3

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.ledger import TripState
from mailflow_gui.store.database import Database


class Activities:
    """What happened; mixed into SqliteLedger."""

    _database: Database

    def activities(
        self, integration: str = "", *, search: str = "", held: bool = False, limit: int = 200
    ) -> list[Activity]:
        """Newest first; `search` looks into subject, sender and Message-ID."""
        pattern = "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT * FROM trip WHERE (:integration = '' OR integration = :integration)"
                " AND (:held = 0 OR state = 'held')"
                " AND (:search = '' OR subject LIKE :pattern ESCAPE '\\' OR sender LIKE :pattern ESCAPE '\\'"
                "      OR message_id LIKE :pattern ESCAPE '\\')"
                " ORDER BY seq DESC LIMIT :limit",
                {"integration": integration, "held": held, "search": search, "pattern": pattern, "limit": limit},
            ).fetchall()
            steps = {row["id"]: _steps(connection.execute(_STEPS, (row["id"],)).fetchall()) for row in rows}
        return [
            Activity(
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
                steps=steps[row["id"]],
            )
            for row in rows
        ]

    def counts(self, integration: str, since: str) -> dict[str, int]:
        """Trips by state since a moment (ISO)."""
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT state, COUNT(*) AS n FROM trip WHERE integration = ? AND taken_at >= ? GROUP BY state",
                (integration, since),
            ).fetchall()
        return {row["state"]: row["n"] for row in rows}


def _status(row: sqlite3.Row) -> str:
    """As people see it: that the source action is still to do is not their concern."""
    match row["state"]:
        case TripState.RECEIVED:
            return "in-progress"
        case TripState.SETTLING:
            return "filtered" if row["cause"] == "FILTERED" else "done"
        case state:
            return str(state)


_STEPS = "SELECT * FROM step WHERE trip = ? ORDER BY ordinal"


def _steps(rows: list[sqlite3.Row]) -> tuple[ActivityStep, ...]:
    return tuple(
        ActivityStep(row["step_id"], row["title"], row["at"], row["milliseconds"], row["status"], row["output"])
        for row in rows
    )
