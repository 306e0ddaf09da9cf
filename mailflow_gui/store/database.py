"""The profile's SQLite file: opened durable and private, one connection for all threads behind one lock."""

from __future__ import annotations

import os
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mailflow_gui.core.errors import StoreError

SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE intake (
    integration TEXT, account TEXT, folder TEXT, generation TEXT NOT NULL, floor INTEGER NOT NULL,
    watermark TEXT NOT NULL, next_uid INTEGER NOT NULL, baseline TEXT NOT NULL,
    PRIMARY KEY (integration, account, folder)
) WITHOUT ROWID;
CREATE TABLE locator (
    integration TEXT, account TEXT, folder TEXT, generation TEXT, uid TEXT, size INTEGER NOT NULL,
    PRIMARY KEY (integration, account, folder, generation, uid)
) WITHOUT ROWID;
CREATE TABLE seen (
    integration TEXT, fingerprint TEXT, header_print TEXT NOT NULL, PRIMARY KEY (integration, fingerprint)
) WITHOUT ROWID;
CREATE INDEX seen_header ON seen (integration, header_print);
CREATE TABLE trip (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, integration TEXT NOT NULL, account TEXT NOT NULL,
    folder TEXT NOT NULL, generation TEXT NOT NULL, uid TEXT NOT NULL, fingerprint TEXT NOT NULL,
    header_print TEXT NOT NULL, taken_at TEXT NOT NULL, received TEXT NOT NULL, state TEXT NOT NULL,
    run INTEGER NOT NULL, size INTEGER NOT NULL, subject TEXT NOT NULL, sender TEXT NOT NULL,
    message_id TEXT NOT NULL, cause TEXT NOT NULL, reason TEXT NOT NULL, attempts INTEGER NOT NULL,
    next_at TEXT NOT NULL, settles INTEGER NOT NULL, version INTEGER NOT NULL
);
CREATE INDEX trip_state ON trip (integration, state, seq);
CREATE INDEX trip_taken ON trip (integration, taken_at);
CREATE TABLE raw (trip TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE parcel (
    id TEXT PRIMARY KEY, trip TEXT NOT NULL, step_id TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
    message_id TEXT NOT NULL, subject TEXT NOT NULL, needs_utf8 INTEGER NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, first_at TEXT NOT NULL, next_at TEXT NOT NULL, dot_at TEXT NOT NULL,
    cause TEXT NOT NULL, reason TEXT NOT NULL, reply TEXT NOT NULL, UNIQUE (trip, step_id)
);
CREATE TABLE wire (parcel TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE recipient (
    parcel TEXT, address TEXT, stance TEXT NOT NULL, reply TEXT NOT NULL, PRIMARY KEY (parcel, address)
) WITHOUT ROWID;
CREATE TABLE step (
    trip TEXT, ordinal INTEGER, step_id TEXT NOT NULL, title TEXT NOT NULL, at TEXT NOT NULL,
    milliseconds REAL NOT NULL, status TEXT NOT NULL, output TEXT NOT NULL, PRIMARY KEY (trip, ordinal)
) WITHOUT ROWID;
"""


Write = Callable[[sqlite3.Connection], None]


class Database:
    """One SQLite file in WAL mode with `synchronous=FULL`: a commit that returned is on disk.

    A commit waits for the disk, which is what a message costs most. `later` is for what may be forgotten in a crash
    because it would be found out again: it rides on the next commit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._late: list[Write] = []
        try:
            self._connection = _open(path)
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise _store_error(path, error) from error
        self.install_id = self._install_id()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One durable transaction. Raises StoreError; then nothing was changed."""
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    for write in self._late:
                        write(self._connection)
                    yield self._connection
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
                self._late.clear()
            except sqlite3.Error as error:
                raise _store_error(self.path, error) from error

    def later(self, write: Write) -> None:
        """Writes with the next change, or before the next `settled_look`."""
        with self._lock:
            self._late.append(write)

    @contextmanager
    def settled_look(self) -> Iterator[sqlite3.Connection]:
        """Reading after all that waits was written. Raises StoreError."""
        with self._lock:
            if self._late:
                with self.change():
                    pass
            with self.look() as connection:
                yield connection

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """Reading what was committed. Raises StoreError."""
        with self._lock:
            try:
                yield self._connection
            except sqlite3.Error as error:
                raise _store_error(self.path, error) from error

    def close(self) -> None:
        """Ends the connection; the file stays whole."""
        with self._lock:
            try:
                if self._late:
                    with self.change():
                        pass
            except StoreError:
                pass  # it will be found out again
            finally:
                self._connection.close()

    def _prepare(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            script = f"BEGIN IMMEDIATE;{SCHEMA}PRAGMA user_version = {SCHEMA_VERSION};COMMIT;"
            self._connection.executescript(script)
        elif version > SCHEMA_VERSION:
            raise StoreError(
                "This profile was written by a newer Mailflow",
                f"{self.path} has format {version}. Install the newer version, or choose another profile.",
                cause="PROFILE_NEWER",
            )
        elif self._connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the integrity check failed")

    def _install_id(self) -> str:
        with self.change() as connection:
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('install', ?)", (uuid.uuid4().hex,))
            row = connection.execute("SELECT value FROM meta WHERE key = 'install'").fetchone()
        return str(row[0])


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Created private before SQLite sees it: the -wal and -shm files then follow its mode.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    connection.execute("PRAGMA busy_timeout = 10000")
    # Messages pass through as blobs: with the usual 4 MB the file would be brought up to date every few messages.
    connection.execute("PRAGMA wal_autocheckpoint = 8000")
    return connection


def _store_error(path: Path, error: Exception) -> StoreError:
    return StoreError(
        "Mailflow can't write its records",
        f"{path} can't be read or written ({error}). Check free space and permissions. Nothing more is taken or sent.",
        cause="STORE_UNUSABLE",
        details=str(error),
    )
