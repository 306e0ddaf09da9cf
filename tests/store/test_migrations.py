"""An old file becomes like a new one, with the numbers of what it holds; or nothing happens to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store import _schema
from mailflow_gui.store._schema import FORMAT, SCHEMA, statements
from mailflow_gui.store.ledger import SqliteLedger

TRIP = (
    "INSERT INTO trip VALUES (NULL, ?, 'i', 'a', 'INBOX', '7', ?, ?, '', ?, '', ?, 0, 10, 'Hello', 'jane@example.org',"
    " '', ?, '', 0, '', 1, 1)"
)


def old_file(path: Path) -> None:
    """What format 1 left: two done (one of them still to be settled), one filtered, one held, one under way."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for one in statements(SCHEMA):
            connection.execute(one)
        for id, at, state, cause in (
            ("t1", "2026-11-24T14:30:00+01:00", "done", ""),
            ("t2", "2026-11-24T14:40:00+01:00", "settling", ""),
            ("t3", "2026-11-24T14:50:00+01:00", "settling", "FILTERED"),
            ("t4", "2026-11-24T15:00:00+01:00", "held", "LOOP"),
            ("t5", "2026-11-24T15:10:00+01:00", "received", ""),
        ):
            connection.execute(TRIP, (id, id, id, at, state, cause))
        for trip, number, milliseconds in (("t1", 0, 2.0), ("t1", 1, 40.0), ("t2", 0, 8.0), ("t4", 0, 1.0)):
            step = (trip, number, f"s{number}", "Step", "2026-11-24T14:30:00+01:00", milliseconds, "ok", "")
            connection.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)", step)
        connection.execute("PRAGMA user_version = 1")


def shape(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_an_old_file_gets_the_tables_of_a_new_one(tmp_path: Path) -> None:
    old_file(tmp_path / "old.sqlite")
    SqliteLedger(tmp_path / "old.sqlite").close()
    SqliteLedger(tmp_path / "new.sqlite").close()
    assert shape(tmp_path / "old.sqlite") == shape(tmp_path / "new.sqlite")


def test_the_numbers_of_old_messages_are_worked_out(tmp_path: Path) -> None:
    old_file(tmp_path / "old.sqlite")
    ledger = SqliteLedger(tmp_path / "old.sqlite")
    hours = [(one.hour, one.status, one.messages, one.milliseconds) for one in ledger.hourly("i", "")]
    assert sorted(hours) == [
        ("2026-11-24T14", "done", 2, 50.0),
        ("2026-11-24T14", "filtered", 1, 0.0),
        ("2026-11-24T15", "held", 1, 0.0),
        ("2026-11-24T15", "in-progress", 1, 0.0),
    ]
    steps = [(one.step_id, one.times, one.milliseconds) for one in ledger.step_times("i", "2026-11-24T14")]
    assert sorted(steps) == [("s0", 3, 11.0), ("s1", 1, 40.0)]
    ledger.close()


def test_old_messages_are_found(tmp_path: Path) -> None:
    old_file(tmp_path / "old.sqlite")
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as connection, connection:
        connection.execute("UPDATE trip SET subject = 'Gr\u00fc\u00dfe' WHERE id = 't3'")
        recipients = '["boss@example.org", "m\\u00fcller@example.org"]'
        connection.execute(
            "INSERT INTO parcel VALUES ('p', 't1', 's', 'me@x', ?, '<out@x>', 'Re: you', 0, 'sent', 1, '', '', '',"
            " '', '', '')",
            (recipients,),
        )
    ledger = SqliteLedger(tmp_path / "old.sqlite")
    for text, found in (("GR\u00dcSSE", "t3"), ("M\u00dcLLER@", "t1"), ("<OUT@", "t1")):
        assert [one.exchange for one in ledger.activities(search=text)] == [found]
    ledger.close()


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.sqlite"
    old_file(path)
    before = shape(path)
    monkeypatch.setattr("mailflow_gui.store.database.MIGRATIONS", (_schema.MIGRATIONS[0], "INSERT INTO nowhere;\n"))
    monkeypatch.setattr("mailflow_gui.store.database.FORMAT", 3)
    with pytest.raises(StoreError):
        SqliteLedger(path)
    assert shape(path) == before
    monkeypatch.undo()
    ledger = SqliteLedger(path)
    assert len(ledger.activities()) == 5
    ledger.close()


def test_the_format_counts_the_migrations(tmp_path: Path) -> None:
    SqliteLedger(tmp_path / "new.sqlite").close()
    with closing(sqlite3.connect(tmp_path / "new.sqlite")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == FORMAT
