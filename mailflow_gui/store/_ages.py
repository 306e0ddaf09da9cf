"""The ledger's age, by which an older copy of the records is told from the newest one."""

from __future__ import annotations

import sqlite3

from mailflow_gui.store.database import Database

_GROW = "INSERT INTO meta VALUES ('age', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1"


class Ages:
    """Age; mixed into SqliteLedger."""

    _database: Database

    def age(self) -> int:
        """How often a message was about to leave since these records were begun. It only grows."""
        with self._database.look() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'age'").fetchone()
        return int(row[0]) if row else 0


def grow(connection: sqlite3.Connection) -> None:
    """Within the transaction that journals a dot."""
    connection.execute(_GROW)
