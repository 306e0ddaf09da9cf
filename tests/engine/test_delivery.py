"""The delivery protocol of one send step, over a real ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from mailflow_gui.core.connector import Sender, Stance
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.ledger import ParcelState
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.delivery import Deferred, Delivery, Held
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import EPOCH, compose, mail

A, B, C = "a@x.org", "b@x.org", "c@x.org"
ONE = Exchange("x", read_message(mail(1)), EPOCH, "seed")


def delivery_to(bench: Bench, *recipients: str) -> Delivery:
    outgoing = replace(compose(ONE, "k"), recipients=recipients)
    return Delivery("i", "send", Sender(lambda exchange, key: outgoing, bench.transport), bench.ledger, bench.clock)


def test_a_refused_recipient_is_named_though_another_one_was_only_late(bench: Bench) -> None:
    delivery = delivery_to(bench, A, B, C)
    bench.transport.script = [{A: Stance.SENT, B: Stance.RETRY, C: Stance.REFUSED}, {B: Stance.SENT}]
    with pytest.raises(Deferred):
        delivery(ONE)
    bench.clock.moment += timedelta(minutes=1)
    with pytest.raises(Held) as held:
        delivery(ONE)
    assert C in held.value.reason
    assert held.value.cause == "RECIPIENT_REFUSED"
    assert [recipients for _, recipients, _ in bench.transport.delivered] == [(A,), (B,)]
    parcel = bench.ledger.parcel("x", "send")
    assert parcel is not None
    assert (parcel.state, parcel.refused) == (ParcelState.HELD, (C,))


def test_after_five_days_it_waits_for_the_person(bench: Bench) -> None:
    delivery = delivery_to(bench, A)
    bench.transport.script = [Stance.RETRY] * 2
    with pytest.raises(Deferred):
        delivery(ONE)
    bench.clock.moment += timedelta(days=6)
    with pytest.raises(Held) as held:
        delivery(ONE)
    assert held.value.cause == "EXPIRED"
    assert "5 days" in held.value.reason


def test_five_days_count_anew_after_the_person_asked_again(bench: Bench) -> None:
    """Every try counts, also one that never reached the dot."""
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [{"you@example.net": Stance.RETRY}] * 3
    bench.poll()
    (waiting,) = bench.ledger.activities()
    bench.clock.moment += timedelta(days=6)
    bench.ledger.retry(waiting.exchange)
    bench.poll()
    assert bench.ledger.activities()[0].status == "waiting"
    parcel = bench.ledger.parcel(waiting.exchange, "send")
    assert parcel is not None
    assert parcel.first_at[:10] == bench.clock.moment.isoformat()[:10]


@pytest.mark.parametrize("hours", [-9, 9])
def test_a_retry_is_due_at_its_moment_whatever_the_time_zone_then(bench: Bench, hours: int) -> None:
    """A laptop travels, and summer time ends: ISO texts with other offsets do not sort by time."""
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.RETRY]
    bench.poll()
    moment = bench.clock.moment
    bench.clock.moment = (moment + timedelta(seconds=10)).astimezone(timezone(timedelta(hours=hours)))
    bench.poll()
    assert bench.subjects == []
    bench.clock.moment = (moment + timedelta(seconds=40)).astimezone(timezone(timedelta(hours=hours)))
    bench.poll()
    assert bench.subjects == hellos(1)


def test_nothing_goes_out_when_the_intent_can_not_be_recorded(bench: Bench) -> None:
    """Disk full before the dot: the message stays where it is."""
    bench.mailbox.deliver(mail(1))
    bench.poll_with_broken("record_dot")
    assert bench.transport.delivered == []
    bench.reopen()
    bench.poll()
    assert bench.subjects == hellos(1)


def test_a_result_that_can_not_be_recorded_leaves_a_doubt_and_no_second_send(bench: Bench) -> None:
    """Disk full after the dot: nobody knows but the server."""
    bench.mailbox.deliver(mail(1))
    bench.poll_with_broken("record_attempt")
    bench.reopen()
    bench.poll()
    assert len(bench.transport.delivered) == 1
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["IN_DOUBT"]
