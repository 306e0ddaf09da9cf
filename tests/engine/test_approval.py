"""Hold for approval: composed, frozen, and sent exactly so once the person lets it go; nothing is marked before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mailflow_gui.core.connector import Stance
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.ledger import Parcel
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


@pytest.fixture
def asking(bench: Bench) -> Bench:
    """Two messages that wait for approval."""
    bench.approval = True
    bench.mailbox.deliver(mail(1), mail(2))
    bench.poll()
    return bench


def held(bench: Bench) -> list[str]:
    """Exchanges that are held, oldest first."""
    return [one.exchange for one in bench.ledger.activities(held=True)][::-1]


def parcel_of(bench: Bench, exchange: str) -> Parcel:
    (parcel,) = bench.ledger.awaiting(exchange)
    return parcel


def causes(bench: Bench) -> list[str]:
    return [one.cause for one in bench.ledger.activities()][::-1]


def test_each_message_waits_and_nothing_is_marked(asking: Bench) -> None:
    assert asking.subjects == []
    assert causes(asking) == ["APPROVAL", "APPROVAL"]
    assert asking.mailbox.settled == []


def test_what_is_approved_is_sent_and_marked_and_the_other_waits(asking: Bench) -> None:
    asking.ledger.approve(held(asking)[1])
    asking.poll()
    assert asking.subjects == hellos(2)
    assert asking.mailbox.settled == ["2"]
    assert causes(asking) == ["APPROVAL", ""]


def test_exactly_the_frozen_bytes_go_out_whatever_was_changed_since(asking: Bench) -> None:
    first = held(asking)[0]
    frozen = parcel_of(asking, first).outgoing
    asking.reopen()
    asking.recipients = ("somebody-else@example.net",)
    asking.clock.moment += timedelta(days=3)
    asking.ledger.approve(first)
    asking.poll()
    assert asking.transport.delivered == [(frozen.sender, frozen.recipients, frozen.wire)]


def test_it_waits_over_a_restart(asking: Bench) -> None:
    asking.reopen()
    asking.poll()
    assert asking.subjects == []
    assert causes(asking) == ["APPROVAL", "APPROVAL"]


def test_one_that_was_let_go_is_not_asked_about_again(asking: Bench) -> None:
    """A server that puts it off: later the same goes out by itself."""
    asking.transport.script = [Stance.RETRY]
    asking.ledger.approve(held(asking)[0])
    asking.poll()
    asking.clock.moment += timedelta(minutes=1)
    asking.poll()
    assert asking.subjects == hellos(1)


def test_one_that_is_skipped_is_neither_sent_nor_marked(asking: Bench) -> None:
    asking.ledger.skip(held(asking)[0])
    asking.poll()
    assert asking.subjects == []
    assert asking.mailbox.settled == []
    assert [one.status for one in asking.ledger.activities()][::-1] == ["skipped", "held"]


def test_retry_composes_anew_and_asks_again(asking: Bench) -> None:
    asking.recipients = ("somebody-else@example.net",)
    first = held(asking)[0]
    asking.ledger.retry(first)
    asking.poll()
    assert asking.subjects == []
    assert parcel_of(asking, first).outgoing.recipients == ("somebody-else@example.net",)


def test_approving_twice_sends_once(asking: Bench) -> None:
    first = held(asking)[0]
    asking.ledger.approve(first)
    asking.poll()
    asking.ledger.approve(first)
    asking.poll()
    assert asking.subjects == hellos(1)


def test_only_what_waits_for_approval_can_be_approved(bench: Bench) -> None:
    bench.transport.script = [Stance.REFUSED]
    bench.mailbox.deliver(mail(1))
    bench.poll()
    bench.ledger.approve(held(bench)[0])
    bench.poll()
    assert bench.subjects == []
    assert [one.status for one in bench.ledger.activities()] == ["held"]


def test_a_flow_that_would_not_send_it_any_more_asks(asking: Bench) -> None:
    """Approved, and then a filter was put before the step: the message must not disappear."""

    def drop(exchange: Exchange) -> Dropped:
        return Dropped("not wanted")

    first = held(asking)[0]
    asking.stages = [drop]
    asking.ledger.approve(first)
    asking.poll()
    assert asking.subjects == []
    assert causes(asking)[0] == "FLOW_CHANGED"
    asking.ledger.retry(first)  # the person has seen it: what the flow says now counts
    asking.poll()
    assert [one.status for one in asking.ledger.activities()][-1] == "filtered"


def test_what_waits_for_its_next_try_does_not_disappear_either(bench: Bench) -> None:
    bench.transport.script = [Stance.RETRY]
    bench.mailbox.deliver(mail(1))
    bench.poll()
    bench.stages = [lambda exchange: Dropped("not wanted")]
    bench.clock.moment += timedelta(minutes=1)
    bench.poll()
    assert causes(bench) == ["FLOW_CHANGED"]
