"""The ledger's numbers: messages by hour, time of the steps, when an integration ran. On the connection for looks.

The numbers by hour are kept by the triggers of `_schema.py`, in the transaction of what they count.
"""

from __future__ import annotations

import sqlite3

from mailflow_gui.core.metrics import HourNumbers, Run, StepNumbers
from mailflow_gui.store._schema import status_of
from mailflow_gui.store.database import Database


class Metrics:
    """Numbers and runs; mixed into SqliteLedger."""

    _database: Database

    def counts(self, integration: str, since: str) -> dict[str, int]:
        """Messages by status since a moment (ISO): whole hours as counted, the hour it lies in one by one.

        Those whose history was removed are left out.
        """
        with self._database.view() as connection:
            rows = connection.execute(_COUNTS, {"integration": integration, "since": since}).fetchall()
        return {row["status"]: row["messages"] for row in rows}

    def hourly(self, integration: str, since: str) -> list[HourNumbers]:
        """Numbers by hour and status, from an hour on ("2026-11-24T14"), oldest first."""
        with self._database.view() as connection:
            rows = connection.execute(
                "SELECT hour, status, messages, milliseconds FROM hour"
                " WHERE integration = ? AND hour >= ? AND messages > 0 ORDER BY hour",
                (integration, since),
            ).fetchall()
        return [HourNumbers(*row) for row in rows]

    def step_times(self, integration: str, since: str) -> list[StepNumbers]:
        """How often each step ran and how long altogether, from an hour on."""
        with self._database.view() as connection:
            rows = connection.execute(
                "SELECT step_id, SUM(times), SUM(milliseconds) FROM step_hour"
                " WHERE integration = ? AND hour >= ? GROUP BY step_id",
                (integration, since),
            ).fetchall()
        return [StepNumbers(*row) for row in rows]

    def last_processed(self, integration: str) -> str:
        """When the newest message was done with, as far as it came (ISO); "" for never."""
        with self._database.view() as connection:
            row = connection.execute(_LAST, (integration,)).fetchone()
        return str(row["at"]) if row else ""

    def runs(self, integration: str, since: str = "") -> list[Run]:
        """The times it ran that had not ended by a moment (ISO), newest first."""
        with self._database.view() as connection:
            rows = connection.execute(
                "SELECT started_at, alive_at, ended_at, version FROM run WHERE integration = ?"
                " AND (ended_at = '' OR ended_at >= ?) ORDER BY seq DESC",
                (integration, since),
            ).fetchall()
        return [Run(*row) for row in rows]

    def begin_run(self, integration: str, version: int, at: str) -> None:
        """It starts to run; a run that a crash left open ended at its last sign of life.

        On disk with the next commit, as the other two.
        """

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE run SET ended_at = alive_at WHERE integration = ? AND ended_at = ''", (integration,)
            )
            connection.execute(
                "INSERT INTO run (integration, version, started_at, alive_at, ended_at) VALUES (?, ?, ?, ?, '')",
                (integration, version, at, at),
            )

        self._database.later(write)

    def end_lost_runs(self) -> None:
        """Ends what a crash left open, at its last sign of life. Only while no integration runs."""
        with self._database.change() as connection:
            connection.execute("UPDATE run SET ended_at = alive_at WHERE ended_at = ''")

    def keep_run(self, integration: str, at: str) -> None:
        """A sign of life of the run under way."""
        self._database.later(
            lambda connection: connection.execute(
                "UPDATE run SET alive_at = ? WHERE integration = ? AND ended_at = ''", (at, integration)
            )
        )

    def end_run(self, integration: str, at: str) -> None:
        """The run under way ended."""
        self._database.later(
            lambda connection: connection.execute(
                "UPDATE run SET alive_at = ?, ended_at = ? WHERE integration = ? AND ended_at = ''",
                (at, at, integration),
            )
        )


#: “;” comes after “:”, so the hour's prefix with it ends the hour.
_COUNTS = f"""
SELECT status, SUM(messages) AS messages FROM (
    SELECT status, messages FROM hour WHERE integration = :integration AND hour > substr(:since, 1, 13)
    UNION ALL
    SELECT status, -messages FROM forgotten WHERE integration = :integration AND hour > substr(:since, 1, 13)
    UNION ALL
    SELECT {status_of("trip")}, COUNT(*) FROM trip WHERE integration = :integration AND :since != ''
        AND taken_at >= :since AND taken_at < substr(:since, 1, 13) || ';' GROUP BY 1
) GROUP BY status HAVING SUM(messages) > 0
"""  # noqa: S608
_LAST = """
SELECT COALESCE((SELECT MAX(at) FROM step WHERE step.trip = newest.id), newest.taken_at) AS at
FROM (SELECT id, taken_at FROM trip WHERE integration = ? AND state != 'received' ORDER BY seq DESC LIMIT 1) AS newest
"""
