"""After an old ledger was restored nothing is sent twice by itself: what may have been handled is asked about."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mailflow_gui.core.connector import Stance
from mailflow_gui.core.errors import StoreError
from mailflow_gui.engine.intake import Rules
from mailflow_gui.store.ledger import SqliteLedger
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail

#: The bench's clock stands two days after its mail; this mail arrives an hour after the clock's moment.
LATER = -timedelta(days=2, hours=1)


def remember(bench: Bench) -> Callable[[], None]:
    """Copies the ledger as it is now; what is given restores that copy, as the program does it."""
    copy = bench.path.with_name("copy.db")
    with closing(sqlite3.connect(bench.path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)

    def restore() -> None:
        bench.ledger.close()
        for tail in ("-wal", "-shm"):
            Path(f"{bench.path}{tail}").unlink(missing_ok=True)
        shutil.copy(copy, bench.path)
        bench.ledger = SqliteLedger(bench.path)
        bench.ledger.mark_restored(["integration"], bench.clock.now())

    return restore


def held(bench: Bench) -> list[str]:
    return sorted(one.subject for one in bench.ledger.activities(held=True))


def test_without_the_mark_an_old_ledger_would_send_again(bench: Bench) -> None:
    """The trap itself, so that the tests below can be seen to guard against something."""
    restore = remember(bench)
    bench.mailbox.deliver(mail(1))
    bench.poll()
    restore()
    with closing(sqlite3.connect(bench.path)) as connection:
        connection.execute("DELETE FROM meta WHERE key LIKE 'restored/%'")
        connection.commit()
    bench.poll()
    assert bench.subjects == hellos(1, 1)


@pytest.mark.parametrize("generation", ["7", ""], ids=["imap", "pop3"])
def test_what_came_after_the_backup_waits_and_what_it_knew_is_known(bench: Bench, generation: str) -> None:
    bench.mailbox.generation = generation
    bench.mailbox.deliver(mail(0), mail(1), mail(2))
    bench.poll()
    restore = remember(bench)
    bench.mailbox.deliver(mail(3), mail(4))
    bench.poll()
    restore()
    for _ in range(3):
        bench.poll()
    assert bench.subjects == hellos(0, 1, 2, 3, 4), "each once"
    assert held(bench) == hellos(3, 4)
    assert {one.cause for one in bench.ledger.activities(held=True)} == {"RESTORED"}


def test_new_mail_goes_on_by_itself(bench: Bench) -> None:
    bench.mailbox.deliver(mail(0))
    bench.poll()
    restore = remember(bench)
    bench.mailbox.deliver(mail(1))
    bench.poll()
    restore()
    bench.mailbox.deliver(mail(2), age=LATER)
    bench.poll()
    bench.mailbox.deliver(mail(3), age=LATER)
    bench.poll()
    assert bench.subjects == hellos(0, 1, 2, 3)
    assert held(bench) == hellos(1)


def test_the_person_may_have_it_processed(bench: Bench) -> None:
    restore = remember(bench)
    bench.mailbox.deliver(mail(1))
    restore()  # nothing was handled in between: it really is new
    bench.poll()
    assert bench.subjects == []
    bench.ledger.retry(bench.ledger.activities(held=True)[0].exchange)
    bench.poll()
    assert bench.subjects == hellos(1)


def test_a_mailbox_that_the_backup_did_not_know_is_asked_about(bench: Bench) -> None:
    restore = remember(bench)
    bench.mailbox.deliver(mail(1), mail(2))
    bench.poll()
    restore()
    bench.poll()
    bench.poll()
    assert bench.subjects == hellos(1, 2)
    assert held(bench) == hellos(1, 2)


@pytest.mark.parametrize("received", ["", "kept"])
def test_mail_that_does_not_say_when_it_arrived_waits(bench: Bench, received: str) -> None:
    restore = remember(bench)
    bench.mailbox.generation = ""
    bench.mailbox.deliver(mail(1), age=LATER)
    if not received:
        bench.mailbox.messages[0].received = ""
    restore()
    bench.poll()
    assert held(bench) == ([] if received else hellos(1))


def test_what_was_under_way_may_have_been_sent_since(bench: Bench) -> None:
    bench.transport.script = [Stance.RETRY]
    bench.mailbox.deliver(mail(1))
    bench.poll()
    assert bench.subjects == []
    restore = remember(bench)
    bench.clock.moment += timedelta(hours=1)
    bench.poll()
    assert bench.subjects == hellos(1)
    restore()
    bench.clock.moment += timedelta(hours=1)
    bench.poll()
    assert bench.subjects == hellos(1)
    assert held(bench) == hellos(1)


def test_a_first_look_that_is_interrupted_changes_nothing_of_that(bench: Bench) -> None:
    bench.mailbox.deliver(mail(0))
    bench.poll()
    restore = remember(bench)
    bench.mailbox.deliver(mail(1))
    bench.poll()
    restore()
    for method in ("take", "set_intake"):
        bench.poll_with_broken(method)
    bench.reopen()
    bench.poll()
    bench.poll()
    assert bench.subjects == hellos(0, 1)
    assert held(bench) == hellos(1)


def test_messages_taken_again_and_again_are_no_exception(bench: Bench) -> None:
    bench.rules = Rules(limit=5, every_poll=True)
    restore = remember(bench)
    bench.mailbox.deliver(mail(1))
    bench.poll()
    restore()
    bench.poll()
    assert bench.subjects == hellos(1)


def test_what_is_said_names_the_backup(bench: Bench) -> None:
    restore = remember(bench)
    bench.mailbox.deliver(mail(1))
    restore()
    bench.poll()
    told = [one.text for one in bench.events if "restored from a backup" in one.text]
    assert len(told) == 1
    assert "1 older one waits under Needs Attention" in told[0]


def test_only_places_that_may_have_been_in_use_are_asked_about(bench: Bench) -> None:
    restore = remember(bench)
    restore()
    bench.poll()
    bench.mailbox.deliver(mail(1))
    bench.poll()
    assert bench.subjects == hellos(1), "the first look is over"
    with pytest.raises(StoreError):
        bench.ledger.close()
        bench.ledger.mark_restored([], bench.clock.now())
    bench.ledger = SqliteLedger(bench.path)
