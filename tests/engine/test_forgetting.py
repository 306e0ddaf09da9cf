"""History is removed at any time, and the mailbox shows old mail again in every way: nothing is sent twice or lost."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailflow_gui.core.connector import Stance
from mailflow_gui.core.retention import Keep
from tests.engine.workbench import Bench
from tests.fakes.mailbox import mail

OUTCOMES = {
    "sent": Stance.SENT,
    "late": Stance.RETRY,
    "refused": Stance.REFUSED,
    "doubt": Stance.IN_DOUBT,
}
ACTS = (
    *(f"deliver {outcome}" for outcome in OUTCOMES),
    "poll",
    "forget",
    "renumber",
    "restore",
    "copy",
    "restart",
    "retry",
    "skip",
    "unskip",
    "later",
)


class Story:
    """What happens to one mailbox; `fresh` are the messages that were put in, by subject."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.raws: dict[str, bytes] = {}
        self.skipped: set[str] = set()
        bench.ledger.set_keep(Keep(1, 1))

    def act(self, what: str) -> None:
        verb, _, detail = what.partition(" ")
        getattr(self, f"_{verb}")(*([detail] if detail else []))

    def _deliver(self, outcome: str) -> None:
        number = len(self.raws) + 1
        self.raws[f"Hello {number}"] = mail(number)
        self.bench.mailbox.deliver(mail(number))
        self.bench.transport.script.append(OUTCOMES[outcome])
        self._poll()

    def _poll(self) -> None:
        self.bench.poll()
        self.bench.transport.script.clear()

    def _forget(self) -> None:
        later = self.bench.clock.moment + timedelta(days=900)
        while self.bench.ledger.clear(later):
            pass
        while self.bench.ledger.prune(later):
            pass

    def _renumber(self) -> None:
        self.bench.mailbox.renumber(f"{int(self.bench.mailbox.generation) + 1}")
        self._poll()

    def _restore(self) -> None:
        """The server comes back from a backup: every message anew, under other numbers."""
        self.bench.mailbox.messages.clear()
        self.bench.mailbox.deliver(*self.raws.values())
        self._poll()

    def _copy(self) -> None:
        self.bench.mailbox.deliver(*list(self.raws.values())[-2:])
        self._poll()

    def _restart(self) -> None:
        self.bench.reopen()

    def _retry(self) -> None:
        for one in self.bench.ledger.activities(held=True):
            if one.cause != "IN_DOUBT":
                self.bench.ledger.retry(one.exchange)

    def _skip(self) -> None:
        for one in self.bench.ledger.activities(held=True)[:1]:
            self.bench.ledger.skip(one.exchange)
            self.skipped.add(one.subject)

    def _unskip(self) -> None:
        for one in self.bench.ledger.activities():
            if one.status == "skipped":
                self.bench.ledger.unskip(one.exchange)

    def _later(self) -> None:
        self.bench.clock.moment += timedelta(hours=1)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(ACTS), min_size=4, max_size=25))
def test_nothing_is_sent_twice_and_nothing_is_lost(acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place))
        story = Story(bench)
        for one in (*acts, "forget", "poll", "renumber", "restore", "poll"):
            story.act(one)
        sent = Counter(bench.subjects)
        assert [subject for subject, times in sent.items() if times > 1] == []
        here = {one.subject for one in bench.ledger.activities(limit=10_000) if one.status in ("held", "waiting")}
        assert set(story.raws) <= set(sent) | here | story.skipped
        bench.ledger.close()


def test_old_mail_in_a_renumbered_folder_is_known_by_its_fingerprint_alone(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.mailbox.deliver(*(mail(number) for number in range(1, 4)))
    bench.poll()
    while bench.ledger.clear(bench.clock.moment + timedelta(days=2)):
        pass
    assert bench.ledger.activities() == []
    bench.mailbox.renumber("8")
    bench.poll()
    assert bench.transport.attempts == 3
    bench.ledger.close()
