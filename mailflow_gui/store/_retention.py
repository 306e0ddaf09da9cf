"""The ledger's forgetting half: old history goes in small slices. What avoids a second delivery stays for ever.

That is `seen` (fingerprints), `locator` and `intake`: a message that shows up again is known by them alone. Any thread.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from mailflow_gui.core.retention import LEAST_HOURS, Keep, Sizes
from mailflow_gui.store._search import forget
from mailflow_gui.store.database import Database

#: Messages removed in one transaction: deliveries wait for it a few milliseconds.
SLICE = 100
#: Pages given back to the disk after it.
PAGES = 500

#: A trip that is at its end, and none of whose parcels may have arrived without anybody knowing.
_OVER = (
    "trip.state IN ('done', 'filtered', 'skipped') AND NOT EXISTS"
    " (SELECT 1 FROM parcel WHERE parcel.trip = trip.id AND parcel.state IN ('dot-sent', 'in-doubt'))"
)
#: One after the other by the index, which does not read every message as DISTINCT does.
_INTEGRATIONS = """
    WITH RECURSIVE one (name) AS (
        SELECT MIN(integration) FROM trip
        UNION ALL SELECT (SELECT MIN(integration) FROM trip WHERE integration > name) FROM one WHERE name NOT NULL
    ) SELECT name FROM one WHERE name NOT NULL
"""
_OLDEST = (
    f"SELECT id, seq, taken_at FROM trip WHERE integration = ? AND taken_at < ? AND {_OVER}"  # noqa: S608
    " ORDER BY taken_at LIMIT ?"
)
_IDS = "(SELECT value FROM json_each(:ids))"
_PARCELS = f"(SELECT id FROM parcel WHERE trip IN {_IDS})"  # noqa: S608


class Retention:
    """Forgetting; mixed into SqliteLedger."""

    _database: Database

    def keep(self) -> Keep:
        """What was chosen."""
        with self._database.look() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'keep'").fetchone()
        return Keep(**json.loads(row[0])) if row else Keep()

    def set_keep(self, keep: Keep) -> None:
        """Chooses; what is too old or too much goes with the next `prune`."""
        with self._database.change() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('keep', ?)", (json.dumps(asdict(keep)),))

    def sizes(self, now: datetime) -> Sizes:
        """What is kept now."""
        with self._database.view() as connection:
            messages, oldest = connection.execute("SELECT COUNT(*), MIN(taken_at) FROM trip").fetchone()
            (removable,) = connection.execute(
                f"SELECT COUNT(*) FROM trip WHERE {_OVER} AND taken_at < ?",  # noqa: S608
                (_day_before(now),),
            ).fetchone()
            letters = sum(
                connection.execute(f"SELECT COALESCE(SUM(length(bytes)), 0) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("raw", "wire")
            )
            return Sizes(messages, removable, _used(connection), letters, oldest or "")

    def prune(self, now: datetime) -> bool:
        """Removes one small slice of what is too old or too much; True when there is more."""
        keep = self.keep()
        with self._database.change() as connection:
            more = 0
            if keep.days:
                more = _forget(connection, (now - timedelta(days=keep.days)).isoformat())
            if not more and keep.megabytes and _used(connection) > keep.megabytes * 1_000_000:
                more = _forget_letters(connection) or _forget(connection, _day_before(now))
        self._database.give_back(PAGES)
        return bool(more)

    def clear(self, now: datetime) -> int:
        """Removes one small slice of the history, the last day excepted; gives how many messages."""
        with self._database.change() as connection:
            count = _forget(connection, _day_before(now))
        self._database.give_back(PAGES)
        return count


def _day_before(now: datetime) -> str:
    return (now - timedelta(hours=LEAST_HOURS)).isoformat()


def _forget(connection: sqlite3.Connection, before: str) -> int:
    """The oldest messages that are over.

    By the time at which they were taken, which is not their order: a clock that was ahead for once is no reason to keep
    what came later.
    """
    found: list[sqlite3.Row] = []
    for (integration,) in connection.execute(_INTEGRATIONS).fetchall():
        found += connection.execute(_OLDEST, (integration, before, SLICE))
    rows = sorted(found, key=lambda row: (row["taken_at"], row["seq"]))[:SLICE]
    ids = [row["id"] for row in rows]
    forget(connection, [row["seq"] for row in rows])
    values = {"ids": json.dumps(ids)}
    for table, column, which in (
        ("wire", "parcel", _PARCELS),
        ("recipient", "parcel", _PARCELS),
        ("step", "trip", _IDS),
        ("raw", "trip", _IDS),
        ("kept", "trip", _IDS),
        ("trip", "id", _IDS),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {column} IN {which}", values)  # noqa: S608
    _forget_parcels(connection, values)
    return len(ids)


def _forget_parcels(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """The newest parcel stays as a bare number: the limits of sending tell by it what came after (see `_pauses`)."""
    last = "rowid < (SELECT MAX(rowid) FROM parcel)"
    connection.execute(f"DELETE FROM parcel WHERE {last} AND (trip IN {_IDS} OR state = 'forgotten')", values)  # noqa: S608
    bare = "state = 'forgotten', sender = '', recipients = '[]', message_id = '', subject = '', reason = '', reply = ''"
    connection.execute(f"UPDATE parcel SET {bare}, dot_at = '' WHERE trip IN {_IDS}", values)  # noqa: S608


def _forget_letters(connection: sqlite3.Connection) -> int:
    """The bytes of the oldest messages that are over; their history stays."""
    rows = connection.execute(
        f"SELECT raw.trip FROM raw JOIN trip ON trip.id = raw.trip WHERE {_OVER} ORDER BY trip.seq LIMIT ?",  # noqa: S608
        (SLICE,),
    ).fetchall()
    ids = [(row["trip"],) for row in rows]
    connection.executemany("DELETE FROM raw WHERE trip = ?", ids)
    connection.executemany("DELETE FROM kept WHERE trip = ?", ids)
    connection.executemany("DELETE FROM wire WHERE parcel IN (SELECT id FROM parcel WHERE trip = ?)", ids)
    return len(ids)


def _used(connection: sqlite3.Connection) -> int:
    """Bytes in use; pages that are free again don't count."""
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
