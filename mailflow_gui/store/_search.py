"""“What happened to this mail?”: texts of all messages in an index of three letters at a time, newest first.

A message has two rows in `finding`: `seq * 2` says what was received, `seq * 2 + 1` what was sent of it. All text is
folded when it is written, so that a search knows no upper and lower case in any alphabet.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

#: Letters of a text: a split may have thousands of recipients.
MOST = 4000
#: The index holds pieces of so many letters; shorter texts are looked for in the rows themselves, from the newest on.
_PIECE = 3
#: Pieces of a text that the index is asked for: those that are rarest among so many of the newest texts. The text is
#: compared anyway, and a piece that most messages hold only costs time.
_PIECES, _SAMPLE = 3, 400


def folded(text: str) -> str:
    """A text as it is compared: without case, whatever way its letters are written."""
    return unicodedata.normalize("NFC", text.replace("\0", "")).casefold()


def owe(connection: sqlite3.Connection, trip: str) -> None:
    """Within a change of what is known of a message: the index is behind with it until `catch_up`.

    Writing the index costs more than all the rest of a message, unless many are written at once.
    """
    connection.execute("INSERT OR IGNORE INTO unfound VALUES (?)", (trip,))


def catch_up(connection: sqlite3.Connection, most: int) -> int:
    """Brings the index up to date with at most so many messages; gives how many."""
    trips = [row["trip"] for row in connection.execute("SELECT trip FROM unfound LIMIT ?", (most,))]
    note(connection, trips)
    return len(trips)


def note(connection: sqlite3.Connection, trips: Sequence[str]) -> None:
    """Writes what is known of these messages into the index; what was sent of one before stays there."""
    values = {"trips": json.dumps(trips)}
    for row in connection.execute(_RECEIVED, values).fetchall():
        _put(connection, row["seq"] * 2, map(folded, row[1:]))
    sent: dict[int, list[str]] = {}
    for row in connection.execute(_SENT, values).fetchall():
        lines = sent.setdefault(row["seq"] * 2 + 1, [])
        lines += map(folded, (row["message_id"], row["subject"], *json.loads(row["recipients"])))
    for place, words in sent.items():
        old = connection.execute("SELECT text FROM finding WHERE seq = ?", (place,)).fetchone()
        _put(connection, place, [*(old["text"].split("\n") if old is not None else []), *words])
    connection.execute(f"DELETE FROM unfound WHERE trip IN {_TRIPS}", values)  # noqa: S608


def _put(connection: sqlite3.Connection, place: int, words: Iterable[str]) -> None:
    text = "\n".join(dict.fromkeys(words))[:MOST]
    connection.execute("DELETE FROM finding WHERE seq = ? AND text != ?", (place, text))  # REPLACE runs no triggers
    connection.execute("INSERT OR IGNORE INTO finding VALUES (?, ?)", (place, text))


def forget(connection: sqlite3.Connection, seqs: Iterable[int]) -> None:
    """Takes messages out."""
    places = json.dumps([place for seq in seqs for place in (seq * 2, seq * 2 + 1)])
    connection.execute("DELETE FROM finding WHERE seq IN (SELECT value FROM json_each(?))", (places,))


def hits(connection: sqlite3.Connection, text: str, below: int, floor: int = 0) -> Iterator[int]:
    """The `seq` of every message that holds the text, newest first, from `floor` on and below `below`."""
    text = folded(text)
    values: dict[str, str | int] = {"text": text, "below": below * 2, "floor": floor * 2}
    long = len(text) >= _PIECE
    if long:
        values["pieces"] = " AND ".join('"' + one.replace('"', '""') + '"' for one in _pieces(connection, text))
    last = -1
    for row in connection.execute(_LONG if long else _SHORT, values):
        if row[0] != last:
            last = row[0]
            yield last


def _pieces(connection: sqlite3.Connection, text: str) -> list[str]:
    """The pieces of the text that the index is asked for."""
    found = list(dict.fromkeys(text[n : n + _PIECE] for n in range(len(text) - _PIECE + 1)))
    if len(found) <= _PIECES:
        return found
    rows = connection.execute("SELECT text FROM finding ORDER BY seq DESC LIMIT ?", (_SAMPLE,)).fetchall()
    return sorted(found, key=lambda piece: sum(piece in row[0] for row in rows))[:_PIECES]


_TRIPS = "(SELECT value FROM json_each(:trips))"
_RECEIVED = f"SELECT seq, subject, sender, message_id FROM trip WHERE id IN {_TRIPS}"  # noqa: S608
_SENT = f"""
SELECT trip.seq, parcel.message_id, parcel.subject, parcel.recipients FROM parcel JOIN trip ON trip.id = parcel.trip
    WHERE parcel.trip IN {_TRIPS} ORDER BY parcel.rowid
"""  # noqa: S608
#: Whether a row called `trip` holds the text :text, for when few rows are wanted otherwise.
HOLDS = "EXISTS (SELECT 1 FROM finding AS f WHERE f.seq IN (trip.seq * 2, trip.seq * 2 + 1) AND instr(f.text, :text))"
#: The index alone would also find texts that hold the same pieces in another order.
_LONG = (
    "SELECT found.rowid >> 1 FROM found CROSS JOIN finding ON finding.seq = found.rowid"
    " WHERE found MATCH :pieces AND found.rowid < :below AND found.rowid >= :floor AND instr(finding.text, :text)"
    " ORDER BY found.rowid DESC"
)
_SHORT = "SELECT seq >> 1 FROM finding WHERE seq < :below AND seq >= :floor AND instr(text, :text) ORDER BY seq DESC"
