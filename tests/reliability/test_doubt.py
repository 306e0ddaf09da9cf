"""A doubt about a message for several recipients: what the person says of it concerns those in doubt only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.connector import Sender, Stance
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.ledger import ParcelState
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.delivery import Delivery, Held
from tests.engine.workbench import Bench
from tests.fakes.mailbox import EPOCH, compose, mail

A, B = "a@example.net", "b@example.net"
ONE = Exchange("x", read_message(mail(1)), EPOCH, "seed")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    one = Bench(tmp_path)
    yield one
    one.ledger.close()


def doubtful_delivery(bench: Bench, other: Stance) -> Delivery:
    """The line broke after the dot for A; B had got another answer."""
    outgoing = replace(compose(ONE, "k"), recipients=(A, B))
    sender = Sender(lambda exchange, key: outgoing, bench.transport)
    delivery = Delivery("i", "send", sender, bench.ledger, bench.clock)
    bench.transport.script = [{A: Stance.IN_DOUBT, B: other}]
    with pytest.raises(Held):
        delivery(ONE)
    bench.transport.delivered.clear()
    return delivery


def recipients(bench: Bench) -> list[tuple[str, ...]]:
    return [to for _, to, _ in bench.transport.delivered]


def test_one_that_was_only_late_gets_it_after_the_other_had_it(bench: Bench) -> None:
    delivery = doubtful_delivery(bench, Stance.RETRY)
    bench.ledger.resolve_doubt("x", arrived=True)
    delivery(ONE)
    assert recipients(bench) == [(B,)]


def test_one_that_was_refused_is_named_after_the_other_had_it(bench: Bench) -> None:
    delivery = doubtful_delivery(bench, Stance.REFUSED)
    bench.ledger.resolve_doubt("x", arrived=True)
    with pytest.raises(Held) as held:
        delivery(ONE)
    assert held.value.cause == "RECIPIENT_REFUSED"
    assert B in held.value.reason
    assert recipients(bench) == []


@pytest.mark.parametrize(("other", "again"), [(Stance.RETRY, (A, B)), (Stance.IN_DOUBT, (A, B)), (Stance.SENT, (A,))])
def test_what_did_not_arrive_goes_to_all_who_lack_it(bench: Bench, other: Stance, again: tuple[str, ...]) -> None:
    delivery = doubtful_delivery(bench, other)
    bench.ledger.resolve_doubt("x", arrived=False)
    delivery(ONE)
    assert recipients(bench) == [again]


def test_a_doubt_about_all_ends_with_the_word_of_the_person(bench: Bench) -> None:
    delivery = doubtful_delivery(bench, Stance.IN_DOUBT)
    bench.ledger.resolve_doubt("x", arrived=True)
    delivery(ONE)
    assert recipients(bench) == []
    parcel = bench.ledger.parcel("x", "send")
    assert parcel is not None
    assert parcel.state is ParcelState.SENT
