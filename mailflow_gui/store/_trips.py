"""The ledger's trip half: what is due, how each trip went on, and what the person decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from mailflow_gui.core import identity
from mailflow_gui.core.activity import LONGEST_PAUSE, ActivityStep
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.exchange import Redirect
from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import Place, Trip, TripState
from mailflow_gui.store._renewal import renew_parcels
from mailflow_gui.store._rows import insert_trip, redirects_of, redirects_text, trip_of
from mailflow_gui.store.database import Database

#: So many finished messages of an integration can still be opened and run again, if they are not larger (bytes).
KEPT, LARGEST_KEPT = 50, 1_000_000

_OPEN = (TripState.RECEIVED.value, TripState.WAITING.value)


class Trips:
    """Trips; mixed into SqliteLedger."""

    _database: Database
    install_id: str

    def raw(self, trip: str) -> bytes | None:
        """The raw bytes; None when they are not (or no longer) kept."""
        with self._database.look() as connection:
            row = connection.execute("SELECT bytes FROM raw WHERE trip = ?", (trip,)).fetchone()
        return bytes(row[0]) if row else None

    def trip(self, id: str) -> Trip | None:
        """The trip of this id."""
        with self._database.settled_look() as connection:
            row = connection.execute("SELECT * FROM trip WHERE id = ?", (id,)).fetchone()
        return trip_of(row) if row else None

    def due(self, integration: str, now: str, limit: int = 100) -> list[Trip]:
        """Trips to work on now, oldest first. Times are compared as moments, because their offsets may differ.

        One whose time lies further ahead than any pause is due: the clock was ahead when that was written.
        """
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT * FROM trip WHERE integration = ?"
                " AND (state = ? OR (state = ? AND (julianday(next_at) <= julianday(?)"
                " OR julianday(next_at) > julianday(?) + ?))) ORDER BY seq LIMIT ?",
                (integration, *_OPEN, now, now, LONGEST_PAUSE / 86_400, limit),
            ).fetchall()
        return [trip_of(row) for row in rows]

    def next_due(self, integration: str) -> str:
        """When the next waiting trip is due (ISO), "" when none waits."""
        with self._database.settled_look() as connection:
            row = connection.execute(
                "SELECT next_at FROM trip WHERE integration = ? AND state = ? ORDER BY julianday(next_at) LIMIT 1",
                (integration, TripState.WAITING.value),
            ).fetchone()
        return str(row[0]) if row else ""

    def settling(self, place: Place) -> list[Trip]:
        """Trips that are delivered and whose source action is still to do."""
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT * FROM trip WHERE integration = ? AND state = ? AND account = ? AND folder = ? ORDER BY seq",
                (place.integration, TripState.SETTLING.value, place.account, place.folder),
            ).fetchall()
        return [trip_of(row) for row in rows]

    def finish(self, trip: Trip, state: TripState, steps: Sequence[ActivityStep]) -> None:
        """Delivered or filtered; `cause` tells which while the source action is still to do.

        On disk with the next commit. Without it the trip would be run again, and its parcels say that they were sent.
        """
        stored = TripState.SETTLING if trip.settles else state
        cause = "FILTERED" if trip.settles and state is TripState.FILTERED else ""

        def write(connection: sqlite3.Connection) -> None:
            _write_steps(connection, trip.id, steps)  # first: the numbers by hour add them up when it is done
            connection.execute(
                "UPDATE trip SET state = ?, cause = ?, reason = '', next_at = '' WHERE id = ?",
                (stored.value, cause, trip.id),
            )
            if not trip.settles:
                _put_away(connection, trip)

        self._database.later(write)

    def settled(self, trips: Iterable[Trip]) -> None:
        """T7: the source action is done; the bytes are no longer needed, but a few may still be looked at."""
        with self._database.change() as connection:
            for trip in trips:
                connection.execute(
                    "UPDATE trip SET state = CASE cause WHEN 'FILTERED' THEN ? ELSE ? END, cause = '' WHERE id = ?",
                    (TripState.FILTERED.value, TripState.DONE.value, trip.id),
                )
                _put_away(connection, trip)

    def defer(self, trip: Trip, next_at: str, cause: str, reason: str, steps: Sequence[ActivityStep]) -> None:
        """Wait until `next_at`."""
        self._park(trip, TripState.WAITING, (next_at, cause, reason), steps)

    def hold(self, trip: Trip, cause: str, reason: str, steps: Sequence[ActivityStep]) -> None:
        """Park it under Needs Attention."""
        self._park(trip, TripState.HELD, ("", cause, reason), steps)

    def _park(self, trip: Trip, state: TripState, why: tuple[str, str, str], steps: Sequence[ActivityStep]) -> None:
        next_at, cause, reason = why
        with self._database.change() as connection:
            connection.execute(
                "UPDATE trip SET state = ?, next_at = ?, cause = ?, reason = ?, attempts = attempts + 1 WHERE id = ?"
                " AND NOT (state = ? AND ?)",  # skipped by the person during a try that is not the last
                (
                    *(state.value, next_at, cause, reason[:2000], trip.id),
                    *(TripState.SKIPPED.value, state is TripState.WAITING),
                ),
            )
            _write_steps(connection, trip.id, steps)

    def done_steps(self, trip: str) -> set[str]:
        """Ids of the steps that were already reported as done for this trip."""
        with self._database.settled_look() as connection:
            rows = connection.execute("SELECT step_id FROM step WHERE trip = ? AND status = 'ok'", (trip,)).fetchall()
        return {row["step_id"] for row in rows}

    def retry(self, id: str, instead: Sequence[Redirect] = ()) -> None:
        """Work on it again with current settings: parcels that were not sent are composed anew.

        Its tries are counted on, so that it needs attention again at once when this one fails, too.
        """
        with self._database.change() as connection:
            trip = connection.execute(
                "SELECT instead FROM trip WHERE id = ? AND state IN (?, ?)",
                (id, TripState.HELD.value, TripState.WAITING.value),
            ).fetchone()
            if trip is None:
                return
            renew_parcels(connection, id, instead)
            kept = redirects_text((*redirects_of(trip["instead"]), *instead))
            connection.execute(
                "UPDATE trip SET state = ?, next_at = '', instead = ? WHERE id = ?",
                (TripState.RECEIVED.value, kept, id),
            )

    def skip(self, id: str) -> None:
        """The person decides: not processed. The bytes stay, so that it can be undone."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE trip SET state = ? WHERE id = ? AND state IN (?, ?)",
                (TripState.SKIPPED.value, id, TripState.HELD.value, TripState.WAITING.value),
            )

    def unskip(self, id: str) -> None:
        """Takes a person's skip back: it waits again as it did before."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE trip SET state = CASE next_at WHEN '' THEN ? ELSE ? END"
                " WHERE id = ? AND state = ? AND cause != 'SAME_DELIVERY'",
                (TripState.HELD.value, TripState.WAITING.value, id, TripState.SKIPPED.value),
            )

    def run_again(self, id: str, version: int, now: str) -> str:
        """The person asks: once more from the start, as a trip of its own; gives its id. The source is left alone.

        Raises StoreError when its bytes are not kept.
        """
        with self._database.change() as connection:
            row = connection.execute("SELECT * FROM trip WHERE id = ?", (id,)).fetchone()
            raw = connection.execute("SELECT bytes FROM raw WHERE trip = ?", (id,)).fetchone()
            if row is None or raw is None:
                raise StoreError(
                    tr("This message is no longer kept"), tr("It can't be run again from here."), cause="NOT_KEPT"
                )
            old = trip_of(row)
            run = max(old.run + 1, int(datetime.fromisoformat(now).timestamp() * 1000))
            where = f"{old.locator.generation}:{old.locator.uid}"
            new = replace(
                old,
                id=identity.exchange_id(self.install_id, old.place, where, old.fingerprint, run),
                run=run,
                version=version,
                taken_at=now,
                state=TripState.RECEIVED,
                settles=False,
                attempts=0,
                cause="",
                reason="",
                next_at="",
                instead=(),
            )
            insert_trip(connection, new, bytes(raw[0]))
        return new.id


def _write_steps(connection: sqlite3.Connection, trip: str, steps: Sequence[ActivityStep]) -> None:
    last = connection.execute("SELECT COALESCE(MAX(ordinal), -1) FROM step WHERE trip = ?", (trip,)).fetchone()[0]
    connection.executemany(
        "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (trip, last + 1 + n, one.step_id, one.title, one.at, one.milliseconds, one.status, one.output[:10_000])
            for n, one in enumerate(steps)
        ],
    )


def _put_away(connection: sqlite3.Connection, trip: Trip) -> None:
    """A message that is done with: its bytes stay while it is one of the newest, to be opened and run again."""
    connection.execute("DELETE FROM wire WHERE parcel IN (SELECT id FROM parcel WHERE trip = ?)", (trip.id,))
    integration = trip.place.integration
    connection.execute(
        "INSERT OR IGNORE INTO kept (integration, trip) SELECT ?, trip FROM raw WHERE trip = ? AND length(bytes) <= ?",
        (integration, trip.id, LARGEST_KEPT),
    )
    gone = connection.execute(
        "SELECT trip FROM kept WHERE integration = ? ORDER BY seq DESC LIMIT -1 OFFSET ?", (integration, KEPT)
    ).fetchall()
    for row in gone:
        connection.execute("DELETE FROM kept WHERE trip = ?", (row["trip"],))
    connection.executemany("DELETE FROM raw WHERE trip = ?", [(row["trip"],) for row in gone])
    connection.execute(
        "DELETE FROM raw WHERE trip = ? AND NOT EXISTS (SELECT 1 FROM kept WHERE trip = ?)", (trip.id, trip.id)
    )
