"""The ledger's file under several connections and several programs."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

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


def rows_seen_elsewhere(path: Path) -> int:
    """What a program of its own reads, opening and closing the file."""
    found = subprocess.run([sys.executable, "-c", LOOK, path], cwd=ROOT, capture_output=True, check=True, timeout=60)
    return int(found.stdout)
