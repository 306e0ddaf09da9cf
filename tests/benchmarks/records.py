"""What a ledger with a million messages costs: a search, a slice of forgetting, the start, and what each message adds.

`python -m tests.benchmarks.records [messages]`. A search is compared with a look through all messages on the same
machine, so the figures are ratios: at least 20 times faster for a text that few messages hold.
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

from mailflow_gui.core.connector import Locator
from mailflow_gui.core.history import Wanted
from mailflow_gui.core.ledger import Intake, Place, Trip
from mailflow_gui.core.retention import Keep
from mailflow_gui.store.ledger import SqliteLedger
from tests.benchmarks.metrics import INTEGRATION, fill

RATIO = 20.0
#: Milliseconds that a delivery may wait for a slice of forgetting.
SLICE = 100.0


def best(act: Callable[[], object], times: int = 5) -> float:
    """The best of a few times, in milliseconds: other programs only add to it."""
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1000)
    return min(took)


def scan(path: Path, text: str) -> float:
    """A look through all messages, as there is without an index."""
    query = (
        "SELECT id FROM trip WHERE subject LIKE :t OR sender LIKE :t OR message_id LIKE :t ORDER BY seq DESC LIMIT 50"
    )
    with closing(sqlite3.connect(path)) as connection:
        return best(lambda: connection.execute(query, {"t": f"%{text}%"}).fetchall(), 3)


def searches(ledger: SqliteLedger, path: Path, count: int) -> float:
    """Prints how long searches take; gives the worst ratio of those for rare texts."""
    reference = scan(path, "no such text")
    print(f"a look through all messages: {reference:.0f} ms")
    ratios = []
    for text, rare in (
        (f"PRODUCT {count // 2}", True),
        (f"<m{count // 3}@", True),
        ("kein Übereinstimmen", True),
        ("zz", True),
        ("product", False),
        ("jane.moore5@", False),
    ):
        took = best(lambda text=text: ledger.page(Wanted(search=text)))  # type: ignore[misc]
        found = len(ledger.page(Wanted(search=text)).activities)
        print(f"search for “{text}”: {took:8.2f} ms, {reference / took:7.0f} times faster, {found} on the page")
        if rare and len(text) > 2:
            ratios.append(reference / took)
    wanted = Wanted(INTEGRATION, "held", "product")
    print(f"search for “product” among the failed: {best(lambda: ledger.page(wanted)):.1f} ms")
    return min(ratios)


def forgetting(ledger: SqliteLedger, now: datetime) -> float:
    """Prints how long slices take; gives the longest."""
    ledger.set_keep(Keep(29, 0))
    took, more = [], True
    while more and len(took) < 200:
        begun = time.perf_counter()
        more = ledger.prune(now)
        took.append((time.perf_counter() - begun) * 1000)
    took.sort()
    print(f"forgetting: {len(took)} slices, middle {took[len(took) // 2]:.1f} ms, longest {took[-1]:.1f} ms")
    return took[len(took) // 2]


def taking(ledger: SqliteLedger, now: datetime, count: int = 2000) -> None:
    """What one message more costs, with the texts to search in."""
    place = Place("new", "account", "INBOX")
    trips = [
        Trip(f"new{n}", place, Locator("7", f"{n}"), f"n{n}", f"n{n}", now.isoformat(), subject=f"Question {n}")
        for n in range(count)
    ]
    begun = time.perf_counter()
    ledger.take([(one, b"") for one in trips], Intake("7"))
    print(f"taking a message: {(time.perf_counter() - begun) / count * 1e6:.0f} µs in one commit of {count:,}")


def main(count: int) -> int:
    now = datetime.now().astimezone()
    at = now.isoformat(timespec="seconds")
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "ledger.sqlite"
        fill(path, count, now)
        before = path.stat().st_size / 1e6
        begun = time.perf_counter()
        first = SqliteLedger(path)
        print(f"{count:,} messages, {before:,.0f} MB; made new in {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        first.take_over(at)
        print(f"start after a crash: {time.perf_counter() - begun:.2f} s")
        first.close()
        print(f"with the index {path.stat().st_size / 1e6:,.0f} MB")
        begun = time.perf_counter()
        ledger = SqliteLedger(path)
        ledger.take_over(at)
        start = time.perf_counter() - begun
        print(f"start after an orderly end: {start * 1000:.1f} ms")
        ratio = searches(ledger, path, count)
        taking(ledger, now)
        print(f"sizes: {best(lambda: ledger.sizes(now), 1):.0f} ms")
        slice_ = forgetting(ledger, now + timedelta(days=1))
        ledger.close()
    print(f"worst ratio {ratio:.0f} (at least {RATIO:.0f}), slice {slice_:.1f} ms (at most {SLICE:.0f})")
    return 0 if ratio >= RATIO and slice_ <= SLICE and start < 1 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
