"""The Runner when things go wrong: servers that are away, steps that fail, logs and disks that break."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest

from mailflow_gui.core.activity import Event, Kind, Level, State
from mailflow_gui.core.connector import Attempt, Outgoing, Reply, Stance
from mailflow_gui.core.errors import Cancelled, UnreachableError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.engine.intake import Rules
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


def test_a_sending_server_that_is_away_is_not_hammered(bench: Bench) -> None:
    """A message whose time has come must not shorten the pause that the server gets."""
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.RETRY, *[UnreachableError("It does not answer", cause="TIMED_OUT")] * 5]
    bench.poll()
    bench.clock.moment += timedelta(minutes=1)
    pauses: list[float] = []

    class Waits(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            pauses.append(timeout or 0)
            return len(pauses) == 3 and not self.set() and self.is_set()  # type: ignore[func-returns-value]

    bench.runner().run(Waits())
    assert min(pauses) >= 1


def test_a_log_that_breaks_does_not_touch_the_mail(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(3)))

    def broken(event: Event) -> None:
        raise BrokenPipeError

    bench.publish = broken
    bench.poll()
    assert bench.subjects == hellos(0, 1, 2)
    assert [one.status for one in bench.ledger.activities()] == ["done"] * 3


def test_a_failing_step_is_told_at_that_step(bench: Bench) -> None:
    def breaks(exchange: Exchange) -> Exchange:
        raise ValueError("can't")

    bench.stages = [lambda exchange: exchange, breaks]
    bench.mailbox.deliver(mail(1))
    bench.poll()
    (failed,) = [event for event in bench.events if event.kind is Kind.FAILED]
    assert (failed.step, failed.step_id) == ("Step 1", "s1")
    steps = bench.ledger.activities()[0].steps
    assert [(one.title, one.status) for one in steps] == [
        ("Receive Email", "ok"),
        ("Step 0", "ok"),
        ("Step 1", "failed"),
    ]


def test_a_message_that_vanished_meanwhile_is_told(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(4)))
    bench.poll()
    bench.mailbox.renumber("8")
    bench.mailbox.deliver(mail(9), age=timedelta(days=30))
    bench.poll()
    (held,) = bench.ledger.activities(held=True)
    bench.mailbox.messages.pop()
    bench.ledger.retry(held.exchange)
    bench.poll()
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["VANISHED"]
    assert [event.exchange for event in bench.events if event.cause == "VANISHED"] == [held.exchange]


def test_a_crash_while_a_renumbered_folder_is_recorded_replays_nothing(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(4)))
    bench.poll()
    bench.mailbox.renumber("8")
    bench.mailbox.deliver(mail(9), age=timedelta(days=30))
    calls = []
    real = {name: getattr(bench.ledger, name) for name in ("set_intake", "take")}

    def dies_at_second(name: str) -> object:
        def call(*arguments: object) -> object:
            calls.append(name)
            if len(calls) > 1:
                raise SystemExit
            return real[name](*arguments)

        return call

    for name in real:
        setattr(bench.ledger, name, dies_at_second(name))
    with pytest.raises(SystemExit):
        bench.poll()
    bench.reopen()
    bench.poll()
    assert bench.subjects == hellos(*range(4))
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["RENUMBERED"]


def test_mail_that_mailflow_has_sent_on_five_times_is_held(bench: Bench) -> None:
    """Two integrations that answer each other must come to an end."""
    looping = mail(1).replace(b"Subject:", b"X-Mailflow-Loop: abcdef/5\r\nSubject:")
    bench.mailbox.deliver(looping, mail(2).replace(b"Subject:", b"X-Mailflow-Loop: abcdef/4\r\nSubject:"))
    bench.poll()
    assert bench.subjects == hellos(2)
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["LOOP"]


def transport_that_always_says(bench: Bench, cause: str) -> None:
    """Every message has to wait, for this reason."""

    def transmit(outgoing: Outgoing, recipients: Sequence[str], before_dot: object) -> Attempt:
        bench.transport.attempts += 1
        rows = tuple((one, Stance.RETRY, Reply(450)) for one in recipients)
        return Attempt(Stance.RETRY, Reply(450), rows, UnreachableError("Wait", cause=cause))

    bench.transport.transmit = transmit  # type: ignore[method-assign]


@pytest.mark.parametrize(("cause", "attempts"), [("CONNECTION_LOST", 3), ("SENDING_LIMIT", 3), ("RECIPIENT_LATER", 8)])
def test_after_three_messages_the_sending_server_gets_a_rest(bench: Bench, cause: str, attempts: int) -> None:
    """But not when it only puts off recipients one by one: the next one may be welcome."""
    bench.rules = Rules(limit=-1)
    bench.mailbox.deliver(*(mail(n) for n in range(8)))
    transport_that_always_says(bench, cause)
    bench.poll()
    assert bench.transport.attempts == attempts
    troubled = [event.cause for event in bench.events if event.kind is Kind.WAITING and not event.exchange]
    assert troubled == ([] if cause == "RECIPIENT_LATER" else [cause])


def test_a_message_that_a_stop_cut_off_is_as_before_and_no_failure(bench: Bench) -> None:
    """The next run sends it at once; what was sent before the cut is marked, and nothing is sent twice."""
    bench.mailbox.deliver(mail(1), mail(2))
    bench.transport.script = [Stance.SENT, Cancelled()]
    runner = bench.poll()
    assert runner.health.state is State.STOPPED
    assert [(one.status, one.attempts) for one in bench.ledger.activities()] == [("in-progress", 0), ("done", 0)]
    assert bench.mailbox.settled == ["1"]
    assert [one.kind for one in bench.events if one.level is not Level.INFO] == []
    assert [one.subject for one in bench.events if one.text.startswith("Stopped before it was sent.")] == ["Hello 2"]
    bench.poll()
    assert bench.subjects == hellos(1, 2)
    assert bench.mailbox.settled == ["1", "2"]
