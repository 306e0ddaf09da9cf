"""The ledger's reading half: which messages, page by page, and what became of each. On the connection for looks."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailflow_gui.core.activity import QUIET_TRIES, Activity
from mailflow_gui.core.history import Found, Wanted
from mailflow_gui.store._rows import activity_of
from mailflow_gui.store.database import Database

#: A search looks through so many messages before it tells what it has.
PATIENCE = 20_000
#: Newer ones are counted up to here.
MANY = 1000

#: What is tried again after the quiet tries; as in the index of `_schema.py`.
TRYING = f"state = 'waiting' AND attempts > {QUIET_TRIES}"

#: How each status stands in the table.
_STATES = {
    "done": ("state = 'done'", "state = 'settling' AND cause != 'FILTERED'"),
    "filtered": ("state = 'filtered'", "state = 'settling' AND cause = 'FILTERED'"),
    "held": ("state = 'held'",),
    "waiting": ("state = 'waiting'",),
    "attention": ("state = 'held'", TRYING),
    "skipped": ("state = 'skipped'",),
    "in-progress": ("state = 'received'",),
}
_COLUMNS = "trip.*, EXISTS (SELECT 1 FROM raw WHERE raw.trip = trip.id) AS kept"
_ALL = 1 << 62


class Activities:
    """What happened; mixed into SqliteLedger."""

    _database: Database

    def activities(
        self, integration: str = "", *, search: str = "", held: bool = False, limit: int = 200
    ) -> list[Activity]:
        """Newest first; `held`: those that need attention; `search` looks into subject, sender and Message-ID."""
        wanted = Wanted(integration, "attention" if held else "", search)
        with self._database.view() as connection:
            return _read(connection, _select(connection, _Look(wanted, limit=limit)))

    def trying(self, integration: str) -> int:
        """How many messages wait for another try after the quiet ones."""
        with self._database.view() as connection:
            query = f"SELECT COUNT(*) FROM trip WHERE {TRYING} AND integration = ?"  # noqa: S608
            return int(connection.execute(query, (integration,)).fetchone()[0])

    def page(self, wanted: Wanted, after: str = "", limit: int = 50) -> Found:
        """The next activities older than the exchange `after`: a step down the index, however long the list is."""
        with self._database.view() as connection:
            below = _seq(connection, after) if after else _ALL
            floor = _floor(connection, wanted, below) if wanted.search else None
            rows = _select(connection, _Look(wanted, below, floor["seq"] if floor else 0, limit))
            if len(rows) < limit:
                more, back_to = (floor["id"], floor["taken_at"]) if floor else ("", "")
            else:
                more, back_to = rows[-1]["id"], rows[-1]["taken_at"]
            return Found(tuple(_read(connection, rows)), more, back_to)

    def newer(self, wanted: Wanted, than: str) -> int:
        """How many wanted ones are newer than the exchange `than`; counted up to 1,000."""
        with self._database.view() as connection:
            above = _seq(connection, than) if than else 0
            return len(_select(connection, _Look(wanted, floor=above + 1, limit=MANY)))

    def some(self, exchanges: Sequence[str]) -> list[Activity]:
        """These activities as they are now, newest first; unknown ones are left out."""
        with self._database.view() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM trip WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq DESC",  # noqa: S608
                (json.dumps(list(exchanges)),),
            ).fetchall()
            return _read(connection, rows)


@dataclass(frozen=True, slots=True)
class _Look:
    """Which rows: wanted ones from `floor` on and below `below`, at most `limit`."""

    wanted: Wanted
    below: int = _ALL
    floor: int = 0
    limit: int = 50


def _select(connection: sqlite3.Connection, look: _Look) -> list[sqlite3.Row]:
    """The newest rows. A status that is made of two states is two walks down the index of states, then merged."""
    wanted = look.wanted
    values: dict[str, str | int] = {
        "integration": wanted.integration,
        "below": look.below,
        "floor": look.floor,
        "limit": look.limit,
        "since": wanted.since,
        "until": wanted.until,
    }
    condition = " AND ".join(["seq < :below", "seq >= :floor", *_conditions(connection, wanted, values)])
    walks = [f"{condition} AND {state}" for state in _STATES[wanted.status]] if wanted.status else [condition]
    parts = [f"SELECT * FROM (SELECT * FROM trip WHERE {walk} ORDER BY seq DESC LIMIT :limit)" for walk in walks]  # noqa: S608
    query = f"SELECT {_COLUMNS} FROM ({' UNION ALL '.join(parts)}) AS trip ORDER BY seq DESC LIMIT :limit"  # noqa: S608
    return connection.execute(query, values).fetchall()


def _conditions(connection: sqlite3.Connection, wanted: Wanted, values: dict[str, str | int]) -> Iterator[str]:
    if wanted.integration:
        yield "integration = :integration"
    if wanted.since:
        yield "taken_at >= :since"
    if wanted.until:
        yield "taken_at < :until"
    if wanted.integration and wanted.since:
        # Messages are in the order in which they were taken, so the first one of that time ends the walk.
        values["first"] = _bound(connection, wanted.integration, ">= ? ORDER BY taken_at", wanted.since, _ALL)
        yield "seq >= :first"
    if wanted.integration and wanted.until:
        values["last"] = _bound(connection, wanted.integration, "< ? ORDER BY taken_at DESC", wanted.until, -1)
        yield "seq <= :last"
    if wanted.search:
        yield _search(connection, wanted.search, values)


def _bound(connection: sqlite3.Connection, integration: str, end: str, moment: str, none: int) -> int:
    """The place in the list where a time begins or ends, from the index of times; `none` when nothing is there."""
    row = connection.execute(
        f"SELECT seq FROM trip WHERE integration = ? AND taken_at {end} LIMIT 1",  # noqa: S608
        (integration, moment),
    ).fetchone()
    return int(row[0]) if row else none


def _search(connection: sqlite3.Connection, text: str, values: dict[str, str | int]) -> str:
    """The condition of a search. SQLite's own comparison knows upper and lower case in ASCII only, but is quick."""
    if text.isascii():
        values["text"] = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        return "(" + " OR ".join(f"{one} LIKE :text ESCAPE '\\'" for one in _SEARCHED) + ")"
    connection.create_function("folded", 1, _folded, deterministic=True)
    values["text"] = _folded(text)
    return "(" + " OR ".join(f"instr(folded({one}), :text)" for one in _SEARCHED) + ")"


_SEARCHED = ("subject", "sender", "message_id")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _floor(connection: sqlite3.Connection, wanted: Wanted, below: int) -> sqlite3.Row | None:
    """Where the patience of a search ends; None when the list ends before."""
    which = "integration = :integration AND " if wanted.integration else ""
    row: sqlite3.Row | None = connection.execute(
        f"SELECT seq, id, taken_at FROM trip WHERE {which}seq < :below ORDER BY seq DESC LIMIT 1 OFFSET :patience",  # noqa: S608
        {"integration": wanted.integration, "below": below, "patience": PATIENCE},
    ).fetchone()
    return row


def _seq(connection: sqlite3.Connection, exchange: str) -> int:
    row = connection.execute("SELECT seq FROM trip WHERE id = ?", (exchange,)).fetchone()
    return int(row[0]) if row else 0


def _read(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> list[Activity]:
    """The activities of these rows, with their steps."""
    steps: dict[str, list[sqlite3.Row]] = {row["id"]: [] for row in rows}
    found = connection.execute(
        "SELECT * FROM step WHERE trip IN (SELECT value FROM json_each(?)) ORDER BY trip, ordinal",
        (json.dumps(list(steps)),),
    )
    for one in found:
        steps[one["trip"]].append(one)
    return [activity_of(row, steps[row["id"]]) for row in rows]
