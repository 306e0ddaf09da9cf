"""The profile's SQLite file: opened durable and private; one connection that writes, one for long looks. Any thread."""

from __future__ import annotations

import os
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import tr
from mailflow_gui.store._schema import FORMAT, MIGRATIONS, SCHEMA, statements

Write = Callable[[sqlite3.Connection], object]

#: What `ended` says in the file after an orderly end; "" while a program is at work, and after a crash.
_CLEAN = "clean"


class Database:
    """One SQLite file in WAL mode with `synchronous=FULL`: a commit that returned is on disk.

    A commit waits for the disk, which is what a message costs most. `later` is for what may be forgotten in a crash
    because it would be found out again: it rides on the next commit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._late: list[Write] = []
        self._view_lock = threading.Lock()
        self._viewer: sqlite3.Connection | None = None
        self._damage: StoreError | None = None
        self._owned = False
        try:
            self._connection = _open(path)
            with _closed_on_error(self._connection):
                self._prepare()
                self.install_id = self._install_id()
        except (sqlite3.Error, OSError) as error:
            raise _store_error(path, error) from error

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One durable transaction. Raises StoreError; then nothing was changed."""
        with self._lock:
            if self._damage is not None:
                raise self._damage
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

    def give_back(self, pages: int) -> None:
        """Gives at most so many free pages back to the disk; in a file of an old Mailflow they are only used again."""
        with self.look() as connection:
            connection.executescript(f"PRAGMA incremental_vacuum({pages:d})")  # `execute` would give back one page

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

    @contextmanager
    def view(self) -> Iterator[sqlite3.Connection]:
        """A long look for people, on a connection of its own, so that it holds up no work.

        What waits is written before; where that fails (a full disk), what was written until then is shown. Raises
        StoreError.
        """
        with suppress(StoreError), self.settled_look():
            pass
        with self._view_lock:
            try:
                if self._viewer is None:
                    self._viewer = _open(self.path)
                    self._viewer.execute("PRAGMA query_only = ON")
                yield self._viewer
            except sqlite3.Error as error:
                raise _store_error(self.path, error) from error

    def take_over(self, now: str) -> None:
        """For the program that has the profile alone. After an end without `close` the whole file is checked first.

        Otherwise `check` may come later, when the start is over. Raises StoreError (STORE_DAMAGED).
        """
        if self._note("ended") != _CLEAN:
            self.check(now)
        self._set_note("ended", "")
        self._owned = True

    def checked_at(self) -> str:
        """When the whole file was checked last (ISO), "" for never."""
        return self._note("checked")

    def check(self, now: str) -> None:
        """Looks through the whole file, which takes seconds for a million messages; no change waits for it.

        Raises StoreError (STORE_DAMAGED); from then on nothing is written any more, so that nothing is sent.
        """
        try:
            with closing(_open(self.path)) as connection:
                found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise _store_error(self.path, error) from error
            found = str(error)
        if found != "ok":
            self._damage = _damaged(self.path, found)
            raise self._damage
        self._set_note("checked", now)

    def _note(self, key: str) -> str:
        with self.look() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _set_note(self, key: str, value: str) -> None:
        with self.change() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Ends the connections; the file stays whole."""
        with self._view_lock:
            if self._viewer is not None:
                self._viewer.close()
            self._viewer = self._connection  # closed below: a look that comes late is refused
        with self._lock:
            try:
                if self._owned:
                    self._set_note("ended", _CLEAN)
                elif self._late:
                    with self.change():
                        pass
            except StoreError:
                pass  # it will be found out again
            finally:
                self._connection.close()

    def _prepare(self) -> None:
        version = self._format()
        if version > FORMAT:
            raise StoreError(
                tr("This profile was written by a newer Mailflow"),
                tr(
                    "{path} has format {version}. Install the newer version, or choose another profile.",
                    path=self.path,
                    version=version,
                ),
                cause="PROFILE_NEWER",
            )
        if version < FORMAT:
            self._migrate()

    def _migrate(self) -> None:
        """Makes or renews the tables, all or nothing; another program may have done it meanwhile."""
        with self.change() as connection:
            for number, script in enumerate((SCHEMA, *MIGRATIONS)[self._format() :], self._format() + 1):
                for one in statements(script):
                    connection.execute(one)
                connection.execute(f"PRAGMA user_version = {number}")

    def _format(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def _install_id(self) -> str:
        """Writes only for the first program that opens the file."""
        if not self._note("install"):
            with self.change() as connection:
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('install', ?)", (uuid.uuid4().hex,))
        return self._note("install")


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Created private before SQLite sees it: the -wal and -shm files then follow its mode. Only a new file is opened:
    # closing any descriptor of a file takes the locks of the whole process off it (POSIX), those of other connections
    # too; the next program to look would think itself the last and delete the write-ahead log below this one.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    connection.row_factory = sqlite3.Row
    with _closed_on_error(connection):
        if not connection.execute("PRAGMA page_count").fetchone()[0]:  # heard only where the file is new, and a write
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
        connection.execute("PRAGMA busy_timeout = 10000")
        # Messages pass through as blobs: with the usual 4 MB the file would be brought up to date every few messages.
        connection.execute("PRAGMA wal_autocheckpoint = 8000")
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """A file that is refused is let go: elsewhere than on Linux an open one can't be moved aside."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _is_damage(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _damaged(path: Path, what: str) -> StoreError:
    return StoreError(
        tr("Mailflow's records are damaged"),
        tr(
            "{path} can't be relied on any more. Nothing more is taken or sent, so that nothing is sent twice.",
            path=path,
        ),
        cause="STORE_DAMAGED",
        fix=tr("Put back a copy of the file. Without it Mailflow does not know what was sent, and may send it again."),
        details=what[:2000],
    )


def _store_error(path: Path, error: Exception) -> StoreError:
    if _is_damage(error):
        return _damaged(path, str(error))
    return StoreError(
        tr("Mailflow can't write its records"),
        tr(
            "{path} can't be read or written ({error}). Check free space and permissions. Nothing more is taken or"
            " sent.",
            path=path,
            error=error,
        ),
        cause="STORE_UNUSABLE",
        details=str(error),
    )
