"""The tables of the profile's SQLite file, and how older files become like new ones. No code, only SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

#: Format 1. It is never changed; what came later is in MIGRATIONS, for new files as well.
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


def status_of(trip: str) -> str:
    """How a trip is to people (see Activity.status), as an SQL expression over a row called `trip`.

    The triggers below hold it, so a change of it is a migration that makes them anew.
    """
    settling = f"CASE {trip}.cause WHEN 'FILTERED' THEN 'filtered' ELSE 'done' END"
    return f"CASE {trip}.state WHEN 'received' THEN 'in-progress' WHEN 'settling' THEN {settling} ELSE {trip}.state END"


_WORK = "(SELECT COALESCE(SUM(milliseconds), 0) FROM step WHERE step.trip = {trip}.id)"

#: Format 2: runs for the uptime; numbers by hour, kept by triggers in the transaction of what they count, so that a
#: chart over a million messages reads a few hundred rows; and indexes for lists in the order of arrival.
_NUMBERS = f"""
CREATE INDEX trip_order ON trip (integration, seq);
CREATE INDEX trip_held ON trip (seq) WHERE state = 'held';
CREATE TABLE run (
    seq INTEGER PRIMARY KEY, integration TEXT NOT NULL, version INTEGER NOT NULL, started_at TEXT NOT NULL,
    alive_at TEXT NOT NULL, ended_at TEXT NOT NULL
);
CREATE INDEX run_order ON run (integration, seq);
CREATE TABLE hour (
    integration TEXT, hour TEXT, status TEXT, messages INTEGER NOT NULL, milliseconds REAL NOT NULL,
    PRIMARY KEY (integration, hour, status)
) WITHOUT ROWID;
CREATE TABLE step_hour (
    integration TEXT, hour TEXT, step_id TEXT, times INTEGER NOT NULL, milliseconds REAL NOT NULL,
    PRIMARY KEY (integration, hour, step_id)
) WITHOUT ROWID;
INSERT INTO hour SELECT integration, substr(taken_at, 1, 13) AS hour, {status_of("trip")} AS status, COUNT(*),
    SUM(CASE WHEN {status_of("trip")} = 'done' THEN {_WORK.format(trip="trip")} ELSE 0 END)
    FROM trip GROUP BY integration, hour, status;
INSERT INTO step_hour SELECT integration, substr(taken_at, 1, 13) AS hour, step_id, COUNT(*), SUM(milliseconds)
    FROM step JOIN trip ON trip.id = step.trip GROUP BY integration, hour, step_id;
CREATE TRIGGER trip_counted AFTER INSERT ON trip BEGIN
    INSERT INTO hour VALUES (NEW.integration, substr(NEW.taken_at, 1, 13), {status_of("NEW")}, 1, 0)
        ON CONFLICT (integration, hour, status) DO UPDATE SET messages = messages + 1;
END;
CREATE TRIGGER trip_counted_again AFTER UPDATE OF state, cause ON trip
    WHEN {status_of("OLD")} IS NOT {status_of("NEW")} BEGIN
    UPDATE hour SET messages = messages - 1 WHERE integration = OLD.integration
        AND hour = substr(OLD.taken_at, 1, 13) AND status = {status_of("OLD")};
    INSERT INTO hour VALUES (NEW.integration, substr(NEW.taken_at, 1, 13), {status_of("NEW")}, 1,
        CASE WHEN {status_of("NEW")} = 'done' THEN {_WORK.format(trip="NEW")} ELSE 0 END)
        ON CONFLICT (integration, hour, status)
        DO UPDATE SET messages = messages + 1, milliseconds = milliseconds + excluded.milliseconds;
END;
CREATE TRIGGER step_timed AFTER INSERT ON step BEGIN
    INSERT INTO step_hour SELECT integration, substr(taken_at, 1, 13), NEW.step_id, 1, NEW.milliseconds
        FROM trip WHERE id = NEW.trip
        ON CONFLICT (integration, hour, step_id)
        DO UPDATE SET times = times + 1, milliseconds = milliseconds + excluded.milliseconds;
END;
"""  # noqa: S608

#: Format 3: which finished messages are kept to be looked at, in the order in which they were finished.
_KEPT = """
CREATE TABLE kept (seq INTEGER PRIMARY KEY, integration TEXT NOT NULL, trip TEXT NOT NULL UNIQUE);
CREATE INDEX kept_order ON kept (integration, seq);
"""

#: Format 4: what is tried again after the quiet tries stands under Needs Attention.
_TRYING = """
CREATE INDEX trip_trying ON trip (seq) WHERE state = 'waiting' AND attempts > 3;
"""

#: Format 5: history may be forgotten. The numbers by hour stay for the charts; how many of them have no message any
#: more is counted beside them. And addresses that take the place of others where the person said so.
_FORGOTTEN = f"""
CREATE TABLE forgotten (
    integration TEXT, hour TEXT, status TEXT, messages INTEGER NOT NULL, PRIMARY KEY (integration, hour, status)
) WITHOUT ROWID;
CREATE TRIGGER trip_forgotten AFTER DELETE ON trip BEGIN
    INSERT INTO forgotten VALUES (OLD.integration, substr(OLD.taken_at, 1, 13), {status_of("OLD")}, 1)
        ON CONFLICT (integration, hour, status) DO UPDATE SET messages = messages + 1;
END;
ALTER TABLE trip ADD COLUMN instead TEXT NOT NULL DEFAULT '';
"""  # noqa: S608

#: Format 6: texts to search in, see `_search.py`. The index holds no text of its own and no places within a text.
#: `unfound` names the messages that it is behind with.
_FINDING = """
CREATE TABLE finding (seq INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE found USING fts5(
    text, content = 'finding', content_rowid = 'seq', detail = 'none', tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER finding_added AFTER INSERT ON finding BEGIN
    INSERT INTO found (rowid, text) VALUES (NEW.seq, NEW.text);
END;
CREATE TRIGGER finding_removed AFTER DELETE ON finding BEGIN
    INSERT INTO found (found, rowid, text) VALUES ('delete', OLD.seq, OLD.text);
END;
CREATE TABLE unfound (trip TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO unfound SELECT id FROM trip;
"""

#: What makes format n+1 of format n, beginning with format 1.
MIGRATIONS: tuple[str, ...] = (_NUMBERS, _KEPT, _TRYING, _FORGOTTEN, _FINDING)
FORMAT = 1 + len(MIGRATIONS)


def statements(script: str) -> Iterator[str]:
    """The single statements of a script, so that they can run inside a transaction."""
    text = ""
    for line in script.splitlines(keepends=True):
        text += line
        if sqlite3.complete_statement(text):
            yield text
            text = ""
