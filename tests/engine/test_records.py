"""What a runner leaves behind for people: when it ran, how often it looked, and receiving as the first step."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mailflow_gui.core.connector import Listing
from mailflow_gui.core.errors import CredentialsError
from mailflow_gui.core.exchange import Exchange
from tests.engine.workbench import PLACE, Bench, hellos
from tests.fakes.mailbox import mail


def test_a_run_is_on_record_from_start_to_end(bench: Bench) -> None:
    runner = bench.runner()
    begun = bench.clock.moment
    bench.run_polls(runner, 3)
    assert runner.health.polls == 3
    (run,) = bench.ledger.runs(PLACE.integration)
    assert (run.started_at, run.version) == (begun.isoformat(timespec="milliseconds"), 1)
    assert run.ended_at == bench.clock.moment.isoformat(timespec="milliseconds")


def test_a_run_that_someone_must_mend_has_ended(bench: Bench) -> None:
    bench.mailbox.trouble = CredentialsError("Refused", cause="AUTH_FAILED")
    bench.poll()
    assert [bool(run.ended_at) for run in bench.ledger.runs(PLACE.integration)] == [True]


def test_a_run_gives_signs_of_life(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a minute, so that a crash makes the uptime at most a minute shorter."""
    told: list[str] = []
    monkeypatch.setattr(bench.ledger, "keep_run", lambda _, at: told.append(at))
    listing = bench.mailbox.listing

    def slow(after: int) -> Listing:
        bench.clock.moment += timedelta(seconds=25)
        return listing(after)

    monkeypatch.setattr(bench.mailbox, "listing", slow)
    bench.run_polls(bench.runner(), 8)
    assert [one[14:19] for one in told] == ["01:15", "02:30"]


def test_receiving_is_the_first_step_of_a_message(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    bench.poll()
    (one,) = bench.ledger.activities()
    assert [(step.step_id, step.title, step.status) for step in one.steps] == [
        ("receive", "Receive Email", "ok"),
        ("send", "Send Email", "ok"),
    ]
    assert one.steps[0].output == f"1 email message, {one.size} bytes"


def test_a_message_that_runs_again_has_all_its_steps(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    bench.poll()
    (first,) = bench.ledger.activities()
    bench.ledger.run_again(first.exchange, 1, bench.clock.now().isoformat())
    bench.poll()
    again = bench.ledger.activities()[0]
    assert (again.status, [step.title for step in again.steps]) == ("done", ["Receive Email", "Send Email"])
    assert bench.subjects == hellos(1, 1)
    assert bench.mailbox.settled == ["1"], "the mailbox is left alone"


def test_a_retry_does_not_receive_again(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))

    def odd(exchange: Exchange) -> Exchange:
        raise RuntimeError("odd")

    bench.stages.append(odd)
    bench.poll()
    bench.stages.clear()
    bench.clock.moment += timedelta(minutes=1)
    bench.poll()
    (one,) = bench.ledger.activities()
    assert [step.title for step in one.steps].count("Receive Email") == 1
    assert one.status == "done"
