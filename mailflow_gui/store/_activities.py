"""The ledger's reading half: which messages, page by page, and what became of each. On the connection for looks."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from mailflow_gui.core.activity import QUIET_TRIES, Activity
from mailflow_gui.core.history import Found, Recipient, Wanted
from mailflow_gui.store._rows import activity_of
from mailflow_gui.store._search import HOLDS, catch_up, folded, hits
from mailflow_gui.store.database import Database

#: A search looks at so many messages that hold the text before it tells which of them are wanted; so many at a time.
PATIENCE, HANDFUL = 20_000, 200
#: Newer ones are counted up to here.
MANY = 1000
#: So many messages come into the search index in one transaction: deliveries wait for it a few milliseconds.
SLICE = 50

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
#: Statuses that few messages have: a search walks through those.
FEW = ("held", "attention", "waiting", "skipped", "in-progress")
_COLUMNS = "trip.*, EXISTS (SELECT 1 FROM raw WHERE raw.trip = trip.id) AS kept"
_ALL = 1 << 60


class Activities:
    """What happened; mixed into SqliteLedger."""

    _database: Database

    def activities(
        self, integration: str = "", *, search: str = "", held: bool = False, limit: int = 200
    ) -> list[Activity]:
        """Newest first; `held`: those that need attention; `search`: see Wanted."""
        wanted = Wanted(integration, "attention" if held else "", search)
        rows: list[sqlite3.Row] = []
        below = _ALL
        with self._looking(wanted) as connection:
            while below:
                some, below = _select(connection, _Look(wanted, below, limit=limit - len(rows)))
                rows += some
                below = below if len(rows) < limit else 0
            return _read(connection, rows)

    def trying(self, integration: str) -> int:
        """How many messages wait for another try after the quiet ones."""
        with self._database.view() as connection:
            query = f"SELECT COUNT(*) FROM trip WHERE {TRYING} AND integration = ?"  # noqa: S608
            return int(connection.execute(query, (integration,)).fetchone()[0])

    def page(self, wanted: Wanted, after: str = "", limit: int = 50) -> Found:
        """The next activities older than the exchange `after`: a step down the index, however long the list is."""
        with self._looking(wanted) as connection:
            below = _seq(connection, after) if after else _ALL
            rows, last = _select(connection, _Look(wanted, below, limit=limit))
            end = _end(connection, last) if last else None
            if len(rows) == limit:
                end = rows[-1]
            more, back_to = (end["id"], end["taken_at"]) if end is not None else ("", "")
            return Found(tuple(_read(connection, rows)), more, back_to)

    def newer(self, wanted: Wanted, than: str) -> int:
        """How many wanted ones are newer than the exchange `than`; counted up to 1,000."""
        with self._looking(wanted) as connection:
            above = _seq(connection, than) if than else 0
            return len(_select(connection, _Look(wanted, floor=above + 1, limit=MANY))[0])

    def index(self) -> bool:
        """Brings the search index up to date with one small slice; True when there is more."""
        with self._database.look() as connection:
            if connection.execute("SELECT 1 FROM unfound LIMIT 1").fetchone() is None:
                return False
        with self._database.change() as connection:
            return catch_up(connection, SLICE) == SLICE

    @contextmanager
    def _looking(self, wanted: Wanted) -> Iterator[sqlite3.Connection]:
        """A long look; for a search the index is brought up to date before."""
        while wanted.search and self.index():
            pass
        with self._database.view() as connection:
            yield connection

    def recipients(self, exchange: str) -> list[Recipient]:
        """Everybody to whom a message was sent or tried to be sent."""
        with self._database.view() as connection:
            rows = connection.execute(
                "SELECT parcel.step_id, recipient.address, recipient.stance, recipient.reply FROM parcel"
                " JOIN recipient ON recipient.parcel = parcel.id WHERE parcel.trip = ? ORDER BY 1, 2",
                (exchange,),
            ).fetchall()
        return [Recipient(*row) for row in rows]

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


def _select(connection: sqlite3.Connection, look: _Look) -> tuple[list[sqlite3.Row], int]:
    """The newest rows, and the `seq` at which a search lost its patience, 0 when it did not.

    A status that is made of two states is two walks down the index of states, then merged.
    """
    wanted = look.wanted
    values: dict[str, str | int] = {
        "integration": wanted.integration,
        "below": look.below,
        "floor": look.floor,
        "limit": look.limit,
        "since": wanted.since,
        "until": wanted.until,
    }
    conditions = list(_conditions(connection, wanted, values))
    if wanted.search and wanted.status in FEW:
        conditions.append(HOLDS)
        values["text"] = folded(wanted.search)
    elif wanted.search:
        return _search(connection, look, conditions, values)
    condition = " AND ".join(["seq < :below", "seq >= :floor", *conditions])
    walks = [f"{condition} AND {state}" for state in _STATES[wanted.status]] if wanted.status else [condition]
    parts = [f"SELECT * FROM (SELECT * FROM trip WHERE {walk} ORDER BY seq DESC LIMIT :limit)" for walk in walks]  # noqa: S608
    query = f"SELECT {_COLUMNS} FROM ({' UNION ALL '.join(parts)}) AS trip ORDER BY seq DESC LIMIT :limit"  # noqa: S608
    return connection.execute(query, values).fetchall(), 0


def _search(
    connection: sqlite3.Connection, look: _Look, conditions: Sequence[str], values: Mapping[str, str | int]
) -> tuple[list[sqlite3.Row], int]:
    """What holds the text, as the index tells it, a handful at a time: those that are wanted otherwise, too."""
    if look.wanted.status:
        conditions = [*conditions, f"({' OR '.join(f'({one})' for one in _STATES[look.wanted.status])})"]
    condition = " AND ".join(["seq IN (SELECT value FROM json_each(:seqs))", *conditions])
    query = f"SELECT {_COLUMNS} FROM trip WHERE {condition} ORDER BY seq DESC"  # noqa: S608
    rows: list[sqlite3.Row] = []
    told = iter(hits(connection, look.wanted.search, look.below, look.floor))
    looked = 0
    while seqs := list(islice(told, max(look.limit, HANDFUL) if conditions else look.limit)):
        rows += connection.execute(query, {**values, "seqs": json.dumps(seqs)}).fetchall()
        looked += len(seqs)
        if len(rows) >= look.limit:
            return rows[: look.limit], seqs[-1]
        if looked >= PATIENCE:
            return rows, seqs[-1]
    return rows, 0


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


def _bound(connection: sqlite3.Connection, integration: str, end: str, moment: str, none: int) -> int:
    """The place in the list where a time begins or ends, from the index of times; `none` when nothing is there."""
    row = connection.execute(
        f"SELECT seq FROM trip WHERE integration = ? AND taken_at {end} LIMIT 1",  # noqa: S608
        (integration, moment),
    ).fetchone()
    return int(row[0]) if row else none


def _end(connection: sqlite3.Connection, seq: int) -> sqlite3.Row | None:
    """The message at which a search lost its patience."""
    row: sqlite3.Row | None = connection.execute("SELECT id, taken_at FROM trip WHERE seq = ?", (seq,)).fetchone()
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
