"""A profile put back from an older copy, or used from two places: nothing is sent twice on its own, nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mailflow_gui.cli.engine_room import open_ledger
from mailflow_gui.core.activity import Kind
from mailflow_gui.store.witness import Witness
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def set_up(tmp_path: Path, mailbox: Mailbox, sink: SmtpSink, protocol: str = "imap", **more: object) -> Bench:
    bench = Bench(tmp_path / "profile")
    bench.inbox(mailbox, protocol)
    bench.outbox(sink)
    bench.integrate(receive(**more), MAP, send())  # type: ignore[arg-type]
    return bench


def put_back(bench: Bench, between: Callable[[], object]) -> None:
    """The profile is as it was before `between`."""
    copy = bench.home.with_name("copy")
    shutil.copytree(bench.home, copy)
    between()
    shutil.rmtree(bench.home)
    shutil.copytree(copy, bench.home)


def held(bench: Bench) -> dict[str, str]:
    """Subject → cause of what waits for the person."""
    return {one.subject: one.cause for one in bench.activities(held=True)}


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_what_was_sent_since_the_copy_is_held(
    tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink, protocol: str
) -> None:
    bench = set_up(tmp_path, mailbox, smtp_sink, protocol, afterSuccess="keep")
    mailbox.deliver(*some(2))
    bench.poll()

    def meanwhile() -> None:
        mailbox.deliver(*some(3, first=3))
        bench.poll()

    put_back(bench, meanwhile)
    mailbox.deliver(*some(1, first=6))
    told = bench.poll()
    assert subjects(smtp_sink) == numbered(range(1, 6))
    assert held(bench) == dict.fromkeys(numbered(range(3, 7)), "RESTORED")
    assert [one for one in told if one.kind is Kind.HELD and "restored from a backup" in one.text]
    # From then on all is as usual, and the person decides about the others.
    mailbox.deliver(*some(1, first=7))
    bench.poll()
    with open_ledger(bench.program) as ledger:
        for one in bench.activities(held=True):
            (ledger.retry if one.subject == "Mail 6" else ledger.skip)(one.exchange)
    bench.poll()
    assert subjects(smtp_sink) == [*numbered(range(1, 6)), "Mail 7", "Mail 6"]
    assert held(bench) == {}


def test_a_message_that_was_under_way_at_the_copy_is_held(
    tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    bench = set_up(tmp_path, mailbox, smtp_sink)
    mailbox.deliver(*some(1))
    smtp_sink.script("rcpt", "450 4.2.0 Later", times=1)
    bench.poll()
    assert subjects(smtp_sink) == []

    def meanwhile() -> None:
        with open_ledger(bench.program) as ledger:
            ledger.retry(bench.activities()[0].exchange)
        bench.poll()
        assert subjects(smtp_sink) == ["Mail 1"]

    put_back(bench, meanwhile)
    bench.poll()
    assert subjects(smtp_sink) == ["Mail 1"]
    assert held(bench) == {"Mail 1": "RESTORED"}


def test_the_newest_copy_is_trusted(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    bench = set_up(tmp_path, mailbox, smtp_sink)
    mailbox.deliver(*some(2))
    bench.poll()
    put_back(bench, lambda: None)
    mailbox.deliver(*some(1, first=3))
    bench.poll()
    assert subjects(smtp_sink) == numbered(range(1, 4))
    assert held(bench) == {}


def test_a_copy_that_is_used_beside_its_original(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """The one whose turn it was not asks."""
    bench = set_up(tmp_path, mailbox, smtp_sink, afterSuccess="keep")
    mailbox.deliver(*some(1))
    bench.poll()
    shutil.copytree(bench.home, tmp_path / "twin")
    twin = Bench(tmp_path / "twin")
    twin.vault = bench.vault
    mailbox.deliver(*some(1, first=2))
    bench.poll()
    twin.poll()
    assert subjects(smtp_sink) == numbered(range(1, 3))
    assert {one.subject: one.cause for one in twin.activities(held=True)} == {"Mail 2": "RESTORED"}


def test_a_witness_that_is_lost_or_damaged_is_no_trouble(tmp_path: Path) -> None:
    witness = Witness(tmp_path / "ages", "id")
    assert witness.age() == 0
    witness.note(7)
    assert Witness(tmp_path / "ages", "id").age() == 7
    (tmp_path / "ages" / "id").write_bytes(b"\xff what")
    assert witness.age() == 0
    shutil.rmtree(tmp_path / "ages")
    (tmp_path / "ages").write_text("in the way")
    witness.note(8)
    assert witness.age() == 0
