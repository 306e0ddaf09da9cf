"""What the integration's page asks of a ledger with a million messages, and how long each answer takes.

`python -m tests.benchmarks.metrics [messages]`: fills a ledger over 30 days (five steps a message, three integrations),
then asks as the page does. The budget of an answer is 200 ms. `tests/benchmarks/records.py` measures searches.
Beside it: what the triggers cost a message, how long an old file takes to become a new one, and opening the file.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from mailflow_gui.core.history import Wanted
from mailflow_gui.core.metrics import Period, Records, gather
from mailflow_gui.store import _schema
from mailflow_gui.store._schema import SCHEMA, statements
from mailflow_gui.store.ledger import SqliteLedger

BUDGET = 200.0
INTEGRATION = "integration0"

_TRIPS = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)
INSERT INTO trip (
    seq, id, integration, account, folder, generation, uid, fingerprint, header_print, taken_at, received, state, run,
    size, subject, sender, message_id, cause, reason, attempts, next_at, settles, version
) SELECT NULL, 'exchange' || i, 'integration' || (i % 10 / 8 + (i % 10 = 9)), 'account', 'INBOX', '7',
    i, 'fingerprint' || i, 'header' || i,
    strftime('%Y-%m-%dT%H:%M:%f', :start, '+' || (i * :step) || ' seconds') || '+00:00', '',
    CASE WHEN i % 1000 = 7 THEN 'held' WHEN i % 12 = 5 THEN 'filtered' ELSE 'done' END, 0, 2400,
    'Question about product ' || i, 'Jane Moore <jane.moore' || (i % 977) || '@example.org>',
    '<m' || i || '@example.org>', '', '', 0, '', 0, 1 FROM n
"""
_STEPS = """
INSERT INTO step SELECT trip.id, k.n, 'step' || k.n, k.title, trip.taken_at, k.ms + trip.seq % 7, 'ok',
    'Sent to jane.moore@example.org (250 OK)'
FROM trip, (SELECT 0 AS n, 'Receive Email' AS title, 18.0 AS ms UNION ALL SELECT 1, 'Basic Filter', 1.0
    UNION ALL SELECT 2, 'Log', 1.0 UNION ALL SELECT 3, 'Data Mapper', 3.0 UNION ALL SELECT 4, 'Send Email', 380.0) AS k
WHERE k.n < 2 OR trip.state = 'done'
"""


def fill(path: Path, count: int, now: datetime) -> None:
    """A file of the first format, as an old Mailflow left it."""
    start = (now - timedelta(days=30)).strftime("%Y-%m-%d %H:%M:%S")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        for one in statements(SCHEMA):
            connection.execute(one)
        connection.execute("BEGIN")
        connection.execute(_TRIPS, {"count": count, "start": start, "step": 30 * 86400 / count})
        connection.execute(_STEPS)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("COMMIT")


def timed(name: str, ask: Callable[[], object], times: int = 5) -> float:
    """Asks a few times; prints the first and the longest answer in milliseconds, and gives the longest."""
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1000)
    print(f"{name:<44} first {took[0]:8.1f} ms   longest {max(took):8.1f} ms")
    return max(took)


def ask(ledger: SqliteLedger, now: datetime, count: int) -> list[float]:
    """Everything the page asks."""
    whole = Wanted(INTEGRATION)
    middle = f"exchange{count // 2}"
    today = now.replace(hour=0, minute=0, second=0, microsecond=0).isoformat()

    def metrics(period: Period) -> None:
        since = period.bars(now)[0]
        moment = (now - timedelta(days=period.days)).isoformat()
        records = Records(
            ledger.hourly(INTEGRATION, since),
            ledger.step_times(INTEGRATION, since),
            ledger.runs(INTEGRATION, moment),
            ledger.last_processed(INTEGRATION),
        )
        assert gather(period, now, records).messages

    longest = [timed(f"metrics, {one.name.lower()}", lambda one=one: metrics(one)) for one in Period]  # type: ignore[misc]
    longest += [
        timed("activity: the first page", lambda: ledger.page(whole)),
        timed("activity: a page from the middle", lambda: ledger.page(whole, middle)),
        timed("activity: failed only", lambda: ledger.page(Wanted(INTEGRATION, "held"))),
        timed("activity: successful, from the middle", lambda: ledger.page(Wanted(INTEGRATION, "done"), middle)),
        timed("activity: today, filtered out", lambda: ledger.page(Wanted(INTEGRATION, "filtered", since=today))),
        timed("activity: one day in the middle", lambda: ledger.page(a_day(now))),
        timed("activity: a quiet integration", lambda: ledger.page(Wanted("integration2"))),
        timed("activity: text that many have", lambda: ledger.page(Wanted(INTEGRATION, search="product"))),
        timed("activity: newer than the top", lambda: ledger.newer(whole, f"exchange{count - 40}")),
        timed("counts of today", lambda: ledger.counts(INTEGRATION, today)),
        timed("counts of all time", lambda: ledger.counts(INTEGRATION, "")),
        timed("Needs Attention: the held ones", lambda: ledger.activities(held=True, limit=500)),
    ]
    return longest


def a_day(now: datetime) -> Wanted:
    """All of one day, two weeks ago."""
    day = (now - timedelta(days=14)).replace(hour=0, minute=0, second=0, microsecond=0)
    return Wanted(INTEGRATION, since=day.isoformat(), until=(day + timedelta(days=1)).isoformat())


def cost_of_triggers(folder: Path, count: int = 20_000) -> None:
    """One message's rows with and without the triggers, in one transaction: what they add to a commit."""
    for name in ("without triggers", "with triggers"):
        path = folder / f"{name}.sqlite"
        SqliteLedger(path).close()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            if name == "without triggers":
                for trigger in ("trip_counted", "trip_counted_again", "step_timed"):
                    connection.execute(f"DROP TRIGGER {trigger}")
            start = datetime.now().strftime("%Y-%m-%d %H:%M:%S")
            begun = time.perf_counter()
            connection.execute("BEGIN")
            connection.execute(_TRIPS, {"count": count, "start": start, "step": 1})
            connection.execute(_STEPS)
            connection.execute("UPDATE trip SET state = 'settling' WHERE state = 'done'")
            connection.execute("UPDATE trip SET state = 'done' WHERE state = 'settling'")
            connection.execute("COMMIT")
            print(f"{name:<20} {(time.perf_counter() - begun) / count * 1e6:6.1f} µs a message")


def main(count: int) -> int:
    now = datetime.now().astimezone()
    with tempfile.TemporaryDirectory() as place:
        folder, path = Path(place), Path(place) / "ledger.sqlite"
        cost_of_triggers(folder)
        begun = time.perf_counter()
        fill(path, count, now)
        size = path.stat().st_size / 1e6
        print(f"{count:,} messages in {time.perf_counter() - begun:.0f} s, {size:,.0f} MB")
        begun = time.perf_counter()
        SqliteLedger(path).close()
        print(f"from format 1 to {_schema.FORMAT}: {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        ledger = SqliteLedger(path)
        print(f"opening: {time.perf_counter() - begun:.2f} s")
        begun = time.perf_counter()
        while ledger.index():  # what Upkeep does beside the work; a search before it would wait for it
            pass
        print(f"the search index of all of them: {time.perf_counter() - begun:.0f} s")
        longest = ask(ledger, now, count)
        ledger.close()
    worst = max(longest)
    print(f"worst {worst:.1f} ms, budget {BUDGET:.0f} ms")
    return 0 if worst <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
