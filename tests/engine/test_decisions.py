"""What the person decides about a message: retry with the settings of now, another address, a doubt's frozen bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.connector import Outgoing, Stance
from mailflow_gui.core.exchange import Exchange, Redirect
from tests.engine.workbench import Bench
from tests.fakes.mailbox import mail

FIRST, SECOND, OTHER = "one@example.net", "two@example.net", "other@example.net"


@pytest.fixture
def to(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who the settings say gets the message; the test may change it."""
    addresses = [FIRST, SECOND]

    def compose(exchange: Exchange, key: str) -> Outgoing:
        found = list(addresses)
        for redirect in exchange.instead:
            found = [redirect.new if address == redirect.old else address for address in found]
        wire = f"Subject: {exchange.message.subject}\r\nTo: {', '.join(found)}\r\n\r\nText\r\n".encode()
        return Outgoing("me@example.com", tuple(found), wire, f"<{key[:12]}@example.com>", exchange.message.subject)

    monkeypatch.setattr(bench, "compose", compose)
    return addresses


def only(bench: Bench) -> str:
    (one,) = bench.ledger.activities()
    return one.exchange


def reached(bench: Bench) -> list[tuple[str, ...]]:
    return [recipients for _, recipients, _ in bench.transport.delivered]


def test_a_retry_uses_the_settings_of_now(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.REFUSED]
    bench.poll()
    to[:] = [OTHER]
    bench.ledger.retry(only(bench))
    bench.poll()
    assert reached(bench) == [(OTHER,)]


def test_a_retry_counts_as_one_more_attempt(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.REFUSED, Stance.REFUSED]
    bench.poll()
    bench.ledger.retry(only(bench))
    bench.poll()
    (one,) = bench.ledger.activities(held=True)
    assert one.attempts == 2
    assert [step.title for step in one.steps] == ["Receive Email", "Send Email", "Send Email"]


def test_a_doubt_that_is_sent_again_sends_the_same_bytes(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.IN_DOUBT]
    bench.poll()
    to[:] = [OTHER]
    bench.ledger.resolve_doubt(only(bench), arrived=False)
    bench.poll()
    first, second = bench.transport.delivered
    assert second == first


def test_another_address_takes_the_place_of_the_refused_one(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.REFUSED]
    bench.poll()
    bench.ledger.retry(only(bench), [Redirect("send", SECOND, OTHER)])
    bench.poll()
    assert reached(bench) == [(FIRST, OTHER)]
    assert b"To: one@example.net, other@example.net" in bench.transport.delivered[0][2]


def test_who_has_it_already_does_not_get_it_again(bench: Bench, to: list[str]) -> None:
    """The same bytes go to the other address alone."""
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [{FIRST: Stance.SENT, SECOND: Stance.REFUSED}]
    bench.poll()
    assert [(one.address, one.stance) for one in bench.ledger.recipients(only(bench))] == [
        (FIRST, "sent"),
        (SECOND, "refused"),
    ]
    bench.ledger.retry(only(bench), [Redirect("send", SECOND, OTHER)])
    bench.poll()
    assert reached(bench) == [(FIRST,), (OTHER,)]
    assert bench.transport.delivered[0][2] == bench.transport.delivered[1][2]
    assert bench.ledger.activities()[0].status == "done"


def test_the_address_of_somebody_who_has_it_sends_nothing(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [{FIRST: Stance.SENT, SECOND: Stance.REFUSED}]
    bench.poll()
    bench.ledger.retry(only(bench), [Redirect("send", SECOND, FIRST)])
    bench.poll()
    assert reached(bench) == [(FIRST,)]
    assert bench.ledger.activities()[0].status == "done"


def test_an_address_that_is_refused_too_can_be_replaced(bench: Bench, to: list[str]) -> None:
    to[:] = [FIRST]
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.REFUSED, Stance.REFUSED]
    bench.poll()
    bench.ledger.retry(only(bench), [Redirect("send", FIRST, SECOND)])
    bench.poll()
    bench.ledger.retry(only(bench), [Redirect("send", SECOND, OTHER)])
    bench.poll()
    assert reached(bench) == [(OTHER,)]


def test_it_is_for_one_step_of_one_message(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1), mail(2))
    bench.transport.script = [Stance.REFUSED, Stance.REFUSED]
    bench.poll()
    newer, older = bench.ledger.activities()
    bench.ledger.retry(older.exchange, [Redirect("send", FIRST, OTHER)])
    bench.ledger.retry(newer.exchange, [Redirect("another step", FIRST, OTHER)])
    bench.poll()
    assert reached(bench) == [(OTHER, SECOND), (FIRST, SECOND)]


def test_a_message_that_is_not_waiting_is_not_tried_again(bench: Bench, to: list[str]) -> None:
    bench.mailbox.deliver(mail(1))
    bench.poll()
    bench.ledger.retry(only(bench), [Redirect("send", FIRST, OTHER)])
    bench.poll()
    assert reached(bench) == [(FIRST, SECOND)]
    trip = bench.ledger.trip(only(bench))
    assert trip is not None
    assert replace(trip).instead == ()
