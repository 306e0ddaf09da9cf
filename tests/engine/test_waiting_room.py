"""What may wait here for the person or for another try has an end: then new email stays on the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.connector import Stance
from mailflow_gui.engine import taking
from mailflow_gui.engine.intake import Rules
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """Room for two messages; one is taken at a poll, and each is refused."""
    monkeypatch.setattr(taking, "ROOM", 2 * len(mail(1)))
    one = Bench(tmp_path)
    one.rules = Rules(limit=1)
    one.mailbox.deliver(*(mail(number) for number in range(1, 5)))
    one.transport.script = [Stance.REFUSED] * 3
    yield one
    one.ledger.close()


def told(bench: Bench) -> list[tuple[Kind, str]]:
    return [(one.kind, one.cause) for one in bench.events if one.cause.startswith("MUCH_WAITS")]


def test_with_no_room_left_nothing_is_taken(bench: Bench) -> None:
    for _ in range(2):
        assert bench.poll().health.state is State.STOPPED
    runner = bench.poll()
    assert (runner.health.state, runner.health.cause) == (State.ATTENTION, "MUCH_WAITS")
    assert len(bench.ledger.activities(held=True)) == 2
    assert bench.mailbox.fetches == 2
    assert told(bench) == [(Kind.FAILED, "MUCH_WAITS")]


def test_what_waits_goes_on_and_makes_room(bench: Bench) -> None:
    for _ in range(3):
        bench.poll()
    first, second = bench.ledger.activities(held=True)
    bench.ledger.skip(first.exchange)
    bench.transport.script = []
    bench.ledger.retry(second.exchange)
    for _ in range(3):
        bench.poll()
    assert len(bench.subjects) == 3
    assert set(hellos(3, 4)) < set(bench.subjects)
    assert bench.ledger.activities(held=True) == []


def test_it_is_said_before(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once in a run, from four fifths on."""
    monkeypatch.setattr(taking, "ROOM", 2 * len(mail(1)) + 40)
    bench.rules = Rules(limit=1)
    bench.poll()
    assert told(bench) == []
    bench.poll()
    bench.mailbox.messages = bench.mailbox.messages[:2]
    bench.run_polls(bench.runner(), 3)
    assert told(bench) == [(Kind.NOTE, "MUCH_WAITS_SOON")]


def test_what_is_done_takes_no_room(bench: Bench) -> None:
    bench.transport.script = []
    for _ in range(4):
        bench.poll()
    assert bench.subjects == hellos(1, 2, 3, 4)
    assert bench.ledger.waiting_bytes("integration") == 0
