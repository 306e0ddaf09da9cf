"""The ledger's intake half: which messages of a folder are known, and taking new ones (T1)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.ledger import RESTORED, Intake, Place, Trip, TripState
from mailflow_gui.store._rows import insert_trip
from mailflow_gui.store.database import Database

_CHUNK = 500
#: So far a server's clock may be ahead of ours, when it says that a message arrived after a restore.
CLOCKS_DIFFER = timedelta(minutes=15)
_UNDER_WAY = later("It was under way when the backup was made that was restored. It may have been sent since.")


class Intakes:
    """Intake per place; mixed into SqliteLedger."""

    _database: Database

    def intake(self, place: Place) -> Intake | None:
        """How far the intake is; None before the first look."""
        with self._database.look() as connection:
            row = connection.execute(
                "SELECT * FROM intake WHERE integration = ? AND account = ? AND folder = ?", _key(place)
            ).fetchone()
            since = connection.execute("SELECT value FROM meta WHERE key = ?", (_mark(place.integration),)).fetchone()
        if row is None:
            return _asking(since[0]) if since else None
        return Intake(row["generation"], row["floor"], row["watermark"], row["next_uid"], row["baseline"])

    def waiting_bytes(self, integration: str) -> int:
        """What the received messages take that are not done with."""
        states = (TripState.RECEIVED.value, TripState.WAITING.value, TripState.HELD.value)
        with self._database.look() as connection:
            row = connection.execute(
                "SELECT COALESCE(SUM(length(raw.bytes)), 0) FROM trip JOIN raw ON raw.trip = trip.id"
                " WHERE trip.integration = ? AND trip.state IN (?, ?, ?)",
                (integration, *states),
            ).fetchone()
        return int(row[0])

    def mark_restored(self, integrations: Sequence[str], now: datetime) -> None:
        """This ledger is an old copy: nothing that may have been handled since then is handled again by itself.

        What was under way waits for the person, and so does, at the next look, every unknown message that came into a
        folder until a while from now (clocks differ). `integrations` are the ids of those that may have run since.
        """
        until = (now + CLOCKS_DIFFER).isoformat(timespec="seconds")
        with self._database.change() as connection:
            connection.execute(
                "UPDATE intake SET generation = ?, floor = 0, next_uid = 0, watermark = ?", (RESTORED, until)
            )
            connection.executemany(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", [(_mark(one), until) for one in integrations]
            )
            connection.execute(
                "UPDATE trip SET state = ?, cause = ?, reason = ?, next_at = '' WHERE state IN (?, ?)",
                (TripState.HELD.value, "RESTORED", tr(_UNDER_WAY), TripState.RECEIVED.value, TripState.WAITING.value),
            )

    def handled_until(self, integration: str) -> str:
        """When the newest message arrived that an integration took (ISO 8601), "" when it took none."""
        with self._database.look() as connection:
            rows = connection.execute("SELECT watermark FROM intake WHERE integration = ?", (integration,)).fetchall()
        marks = [row["watermark"] for row in rows if row["watermark"]]
        return max(marks, key=lambda one: datetime.fromisoformat(one).timestamp(), default="")

    def mark_moved(self, integration: str, handled_until: str, now: datetime) -> None:
        """An integration comes from another computer, where it had handled all mail that arrived until then.

        What arrived since, until a while from now, may have been handled there: it waits for the person.
        """
        until = (now + CLOCKS_DIFFER).isoformat(timespec="seconds")
        with self._database.change() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", (_mark(integration), f"{until} {handled_until}")
            )

    def set_intake(self, place: Place, intake: Intake, known: Sequence[Locator] = ()) -> None:
        """Records how far the intake is, and locators that count as known without a trip."""
        with self._database.change() as connection:
            _write_intake(connection, place, intake)
            _write_known(connection, place, known)

    def unknown(self, place: Place, locators: Sequence[Locator]) -> list[Locator]:
        """Those that are not known, in the same order."""
        known: dict[tuple[str, str], int] = {}
        generations = json.dumps(sorted({one.generation for one in locators}))
        with self._database.look() as connection:
            for chunk in _chunks([locator.uid for locator in locators]):
                rows = connection.execute(
                    "SELECT generation, uid, size FROM locator WHERE integration = ? AND account = ? AND folder = ?"
                    " AND generation IN (SELECT value FROM json_each(?)) AND uid IN (SELECT value FROM json_each(?))",
                    (*_key(place), generations, json.dumps(chunk)),
                )
                known.update({(row["generation"], row["uid"]): row["size"] for row in rows})
        return [one for one in locators if not _same(known.get((one.generation, one.uid)), one)]

    def forget_locators(self, place: Place) -> None:
        """No locator of this place means anything any more; what was taken is still recognised by its prints."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM locator WHERE integration = ? AND account = ? AND folder = ?", _key(place))

    def has_known(self, place: Place) -> bool:
        """Whether any locator of this place is known."""
        with self._database.look() as connection:
            row = connection.execute(
                "SELECT 1 FROM locator WHERE integration = ? AND account = ? AND folder = ? LIMIT 1", _key(place)
            ).fetchone()
        return row is not None

    def prints_known(self, place: Place, header_prints: Sequence[str]) -> set[str]:
        """Which of these header prints belong to messages already taken by this integration."""
        found: set[str] = set()
        with self._database.look() as connection:
            for chunk in _chunks(header_prints):
                rows = connection.execute(
                    "SELECT header_print FROM seen WHERE integration = ?"
                    " AND header_print IN (SELECT value FROM json_each(?))",
                    (place.integration, json.dumps(chunk)),
                )
                found.update(row["header_print"] for row in rows)
        return found

    def open_uids(self, place: Place) -> set[str]:
        """UIDs or UIDLs of trips that are not finished."""
        with self._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT uid FROM trip WHERE integration = ? AND account = ? AND folder = ?"
                " AND state IN ('received', 'waiting', 'held', 'settling')",
                _key(place),
            ).fetchall()
        return {row["uid"] for row in rows}

    def last_arrival(self, integration: str) -> str:
        """When the message taken last came to the server, or was taken; "" for none."""
        with self._database.look() as connection:
            row = connection.execute(
                "SELECT COALESCE(NULLIF(received, ''), taken_at) FROM trip WHERE integration = ?"
                " ORDER BY seq DESC LIMIT 1",
                (integration,),
            ).fetchone()
        return str(row[0]) if row else ""

    def take(self, trips: Sequence[tuple[Trip, bytes]], intake: Intake) -> list[Trip]:
        """T1: stores trips with their raw bytes and the intake in one commit; gives them with the state they got."""
        taken = []
        with self._database.change() as connection:
            for trip, raw in trips:
                taken.append(_take_one(connection, trip, raw))
            if trips:
                _write_intake(connection, trips[0][0].place, intake)
        return taken


def _take_one(connection: sqlite3.Connection, trip: Trip, raw: bytes) -> Trip:
    _write_known(connection, trip.place, [trip.locator])
    again = connection.execute(
        "SELECT 1 FROM seen WHERE integration = ? AND fingerprint = ?", (trip.place.integration, trip.fingerprint)
    ).fetchone()
    if again and trip.run == 0 and trip.state is TripState.RECEIVED:
        trip = replace(
            trip,
            state=TripState.SKIPPED,
            cause="SAME_DELIVERY",
            reason="The same delivery was handled before; the server shows it again.",
        )
    connection.execute(
        "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", (trip.place.integration, trip.fingerprint, trip.header_print)
    )
    insert_trip(connection, trip, b"" if trip.state is TripState.SKIPPED else raw)
    return trip


def _write_intake(connection: sqlite3.Connection, place: Place, intake: Intake) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO intake VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*_key(place), intake.generation, intake.floor, intake.watermark, intake.next_uid, intake.baseline),
    )
    if intake.generation != RESTORED:  # the first look after that is over
        connection.execute("DELETE FROM meta WHERE key = ?", (_mark(place.integration),))


def _asking(mark: str) -> Intake:
    until, _, baseline = mark.partition(" ")
    return Intake(RESTORED, watermark=until, baseline=baseline)


def _mark(integration: str) -> str:
    return f"restored/{integration}"


def _write_known(connection: sqlite3.Connection, place: Place, locators: Sequence[Locator]) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO locator VALUES (?, ?, ?, ?, ?, ?)",
        [(*_key(place), one.generation, one.uid, one.size) for one in locators],
    )


def _same(size: int | None, locator: Locator) -> bool:
    if size is None:
        return False
    # IMAP never reuses a UID under one UIDVALIDITY; a POP3 server may reuse a UIDL for another message.
    return bool(locator.generation) or size < 0 or locator.size < 0 or size == locator.size


def _key(place: Place) -> tuple[str, str, str]:
    return place.integration, place.account, place.folder


def _chunks(items: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), _CHUNK):
        yield list(items[start : start + _CHUNK])
