"""The ledger's file under several connections and several programs."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.database import Database

ROOT = Path(__file__).parents[2]
LOOK = """
import pathlib, sys
from mailflow_gui.store.database import Database
database = Database(pathlib.Path(sys.argv[1]))
with database.look() as connection:
    print(connection.execute("SELECT count(*) FROM meta").fetchone()[0])
database.close()
"""


@pytest.mark.parametrize("long_look", [False, True])
def test_another_program_looks_and_nothing_written_afterwards_is_lost(tmp_path: Path, long_look: bool) -> None:
    """The last program that closes the file takes the write-ahead log away: it must know that it is not the last."""
    path = tmp_path / "ledger.sqlite"
    with closing(Database(path)) as database:
        if long_look:
            with database.view() as connection:
                connection.execute("SELECT 1")
        assert rows_seen_elsewhere(path) == 1
        with database.change() as connection:
            connection.execute("INSERT INTO meta VALUES ('later', 'on')")
        assert rows_seen_elsewhere(path) == 2


def fill(database: Database) -> None:
    """No page more, as on a full disk; something waits to be written."""
    with database.look() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    database.later(lambda connection: connection.execute("INSERT INTO raw VALUES ('one', zeroblob(100000))"))


def test_what_was_written_can_be_looked_at_on_a_full_disk(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "ledger.sqlite")) as database:
        fill(database)
        with pytest.raises(StoreError, match="full"), database.settled_look():
            pass
        with database.view() as connection:
            assert connection.execute("SELECT count(*) FROM meta").fetchone()[0] == 1


def test_who_only_looks_waits_for_no_writer(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with closing(Database(path)) as database, database.change():
        assert rows_seen_elsewhere(path) == 1


def rows_seen_elsewhere(path: Path) -> int:
    """What a program of its own reads, opening and closing the file."""
    found = subprocess.run([sys.executable, "-c", LOOK, path], cwd=ROOT, capture_output=True, check=True, timeout=5)
    return int(found.stdout)
