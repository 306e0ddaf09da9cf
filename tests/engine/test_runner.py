"""The Runner against a mailbox in memory and a real ledger: selection, limits, identity, delivery, recovery."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.connector import Sender, Stance
from mailflow_gui.core.errors import CredentialsError, RefusedError, UnreachableError
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.ledger import ParcelState, TripState
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.delivery import Deferred, Delivery
from mailflow_gui.engine.intake import Rules
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import EPOCH, FakeTransport, compose, mail


def test_ten_messages_with_limit_five_come_in_two_polls_oldest_first(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(10)))
    bench.poll()
    assert bench.subjects == hellos(*range(5))
    bench.mailbox.deliver(mail(10))
    bench.poll()
    assert bench.subjects == hellos(*range(10))


def test_no_limit_takes_all(bench: Bench) -> None:
    bench.rules = Rules(limit=-1)
    bench.mailbox.deliver(*(mail(n) for n in range(60)))
    bench.poll()
    assert bench.subjects == hellos(*range(60))


def test_an_empty_poll_triggers_nothing(bench: Bench) -> None:
    runner = bench.poll()
    assert runner.health.received == 0
    assert [event.kind for event in bench.events if event.level != "info"] == []


def test_messages_are_marked_only_after_success(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1), mail(2))
    bench.transport.script = [Stance.REFUSED]
    bench.poll()
    assert bench.mailbox.settled == ["2"]


def test_read_state_on_the_server_decides_nothing(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    bench.poll()
    bench.mailbox.messages[0].seen = False
    bench.mailbox.unseen_only = True
    bench.rules = Rules(limit=5, unseen_only=True)
    bench.poll()
    assert bench.subjects == hellos(1)


def test_restart_sends_nothing_twice(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(4)))
    bench.poll()
    bench.reopen()
    bench.poll()
    assert bench.subjects == hellos(*range(4))


def test_the_same_delivery_under_a_new_uid_is_skipped_and_told(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    bench.poll()
    bench.mailbox.deliver(mail(1))
    bench.poll()
    assert bench.subjects == hellos(1)
    assert any(event.cause == "SAME_DELIVERY" for event in bench.events)


def test_start_from_now_leaves_what_is_there(bench: Bench) -> None:
    bench.rules = Rules(limit=5, start_from="now")
    bench.mailbox.deliver(mail(1), mail(2))
    bench.poll()
    bench.mailbox.deliver(mail(3))
    bench.poll()
    assert bench.subjects == hellos(3)


def test_start_from_the_last_two(bench: Bench) -> None:
    bench.rules = Rules(limit=5, start_from="2")
    bench.mailbox.deliver(*(mail(n) for n in range(5)))
    bench.poll()
    assert bench.subjects == hellos(3, 4)


def test_every_poll_takes_the_same_messages_again(bench: Bench) -> None:
    bench.rules = Rules(limit=2, every_poll=True)
    bench.mailbox.deliver(mail(1), mail(2), mail(3))
    bench.poll()
    bench.clock.moment += timedelta(seconds=5)
    bench.poll()
    assert bench.subjects == hellos(1, 2, 1, 2)


def test_renumbered_folder_replays_nothing_and_loses_nothing(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(4)))
    bench.poll()
    bench.mailbox.renumber("8")
    bench.mailbox.deliver(mail(9), age=timedelta(days=-1))
    bench.poll()
    bench.poll()
    assert bench.subjects == [*hellos(*range(4)), "Hello 9"]
    assert any(event.cause == "RENUMBERED" for event in bench.events)


def test_identifiers_that_go_back_hide_no_mail(bench: Bench) -> None:
    """A broken server counts anew without saying so: what it then gives is below everything that is known."""
    bench.mailbox.deliver(*(mail(n) for n in range(4)))
    bench.poll()
    kept = bench.mailbox.messages[-1]
    bench.mailbox.messages, bench.mailbox.next_uid = [kept], 1
    kept.uid = 1
    bench.mailbox.next_uid = 2
    bench.mailbox.deliver(mail(9), age=timedelta(days=-1))
    bench.poll()
    bench.mailbox.deliver(mail(10), age=timedelta(days=-1))
    bench.poll()
    assert bench.subjects == [*hellos(*range(4)), "Hello 9", "Hello 10"]


def test_unknown_old_mail_after_renumbering_waits_for_the_person(bench: Bench) -> None:
    bench.mailbox.deliver(*(mail(n) for n in range(4)))
    bench.poll()
    bench.mailbox.renumber("8")
    bench.mailbox.deliver(mail(9), age=timedelta(days=30))
    bench.poll()
    held = bench.ledger.activities(held=True)
    assert [one.cause for one in held] == ["RENUMBERED"]
    bench.ledger.retry(held[0].exchange)
    bench.poll()
    assert bench.subjects[-1] == "Hello 9"


def test_a_crash_after_the_dot_is_held_and_never_resent(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))

    def dies(outgoing: object, recipients: object, before_dot: object) -> None:
        before_dot(())  # type: ignore[operator]
        raise SystemExit

    bench.transport.transmit = dies  # type: ignore[method-assign,assignment]
    with pytest.raises(SystemExit):
        bench.poll()
    bench.reopen()
    bench.transport = FakeTransport()
    bench.poll()
    bench.poll()
    assert bench.transport.attempts == 0
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["IN_DOUBT"]


@pytest.mark.parametrize(("arrived", "sends"), [(True, 0), (False, 1)])
def test_the_person_resolves_a_doubt(bench: Bench, arrived: bool, sends: int) -> None:
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.IN_DOUBT]
    bench.poll()
    held = bench.ledger.activities(held=True)[0]
    bench.transport.delivered.clear()
    bench.ledger.resolve_doubt(held.exchange, arrived=arrived)
    bench.poll()
    assert len(bench.transport.delivered) == sends
    assert bench.ledger.trip(held.exchange).state is TripState.DONE  # type: ignore[union-attr]


def test_a_temporary_refusal_waits_and_goes_on_with_the_next(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1), mail(2))
    bench.transport.script = [Stance.RETRY]
    bench.poll()
    assert bench.subjects == hellos(2)
    bench.poll()
    assert bench.subjects == hellos(2)
    bench.clock.moment += timedelta(seconds=40)
    bench.poll()
    assert bench.subjects == hellos(2, 1)


def test_partial_refusal_sends_to_the_rest_and_names_the_refused(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    two = replace(compose(Exchange("x", read_message(mail(1)), EPOCH), "k"), recipients=("a@x.org", "b@x.org"))
    bench.transport.script = [{"a@x.org": Stance.SENT, "b@x.org": Stance.RETRY}]
    delivery = Delivery("i", "send", Sender(lambda exchange, key: two, bench.transport), bench.ledger, bench.clock)
    exchange = Exchange("x", read_message(mail(1)), EPOCH, "seed")
    with pytest.raises(Deferred):
        delivery(exchange)
    bench.clock.moment += timedelta(minutes=1)
    delivery(exchange)
    assert [recipients for _, recipients, _ in bench.transport.delivered] == [("a@x.org",), ("b@x.org",)]
    assert bench.ledger.parcel("x", "send").state is ParcelState.SENT  # type: ignore[union-attr]


def test_five_poison_messages_do_not_block_the_sixth(bench: Bench) -> None:
    def picky(exchange: Exchange) -> Exchange:
        if exchange.message.subject != "Hello 5":
            raise ValueError("can't")
        return exchange

    bench.stages = [picky]
    bench.mailbox.deliver(*(mail(n) for n in range(6)))
    bench.poll()
    bench.poll()
    assert bench.subjects == hellos(5)
    bench.clock.moment += timedelta(minutes=1)
    bench.poll()
    assert {one.cause for one in bench.ledger.activities(held=True)} == {"POISON"}


def test_a_filtered_message_counts_as_processed(bench: Bench) -> None:
    bench.stages = [lambda exchange: Dropped("no rule matched")]
    bench.mailbox.deliver(mail(1))
    runner = bench.poll()
    assert bench.mailbox.settled == ["1"]
    assert runner.health.filtered == 1
    assert bench.ledger.activities()[0].status == "filtered"


def test_bad_credentials_stop_at_once(bench: Bench) -> None:
    bench.mailbox.trouble = CredentialsError("The server refused the user name or password", cause="AUTH_FAILED")
    runner = bench.runner()
    runner.run(threading.Event())
    assert runner.health.state is State.ATTENTION
    assert runner.health.cause == "AUTH_FAILED"


def test_an_unreachable_server_is_tried_again_with_growing_pauses(bench: Bench) -> None:
    bench.mailbox.trouble = UnreachableError("The server does not answer", cause="TIMED_OUT")
    stop = threading.Event()
    pauses: list[float] = []

    class Waits(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            pauses.append(timeout or 0)
            if len(pauses) == 3:
                stop.set()
                self.set()
            return self.is_set()

    bench.runner().run(Waits())
    assert pauses == sorted(pauses)
    assert pauses[0] < pauses[2]
    assert [event.kind for event in bench.events].count(Kind.WAITING) == 3


def test_an_unreachable_sending_server_keeps_messages_in_order(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1), mail(2))
    bench.transport.script = [UnreachableError("The server does not answer", cause="TIMED_OUT")]
    bench.poll()
    assert bench.subjects == []
    bench.poll()
    assert bench.subjects == hellos(1, 2)


def test_a_refused_message_is_held_with_its_reason(bench: Bench) -> None:
    def refuses(exchange: Exchange) -> Exchange:
        raise RefusedError("The message does not have any recipients set", cause="NO_RECIPIENT")

    bench.stages = [refuses]
    bench.mailbox.deliver(mail(1))
    runner = bench.poll()
    assert runner.health.failed == 1
    assert bench.ledger.activities(held=True)[0].cause == "NO_RECIPIENT"


def test_a_message_is_settled_after_a_crash_between_sending_and_marking(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    bench.mailbox.settle = lambda locators: (_ for _ in ()).throw(SystemExit)  # type: ignore[method-assign]
    with pytest.raises(SystemExit):
        bench.poll()
    del bench.mailbox.settle
    bench.reopen()
    bench.poll()
    assert bench.mailbox.settled == ["1"]
    assert bench.subjects == hellos(1)


@pytest.mark.parametrize("ahead", [timedelta(days=365), timedelta(hours=3)])
def test_a_clock_that_was_ahead_and_is_set_back_does_not_make_mail_wait(bench: Bench, ahead: timedelta) -> None:
    now = bench.clock.moment
    bench.clock.moment = now + ahead
    bench.mailbox.deliver(mail(1))
    bench.transport.script = [Stance.RETRY]
    bench.poll()
    assert bench.subjects == []
    bench.clock.moment = now
    bench.poll()
    assert bench.subjects == hellos(1)


def test_a_clock_that_leaps_forward_loses_and_doubles_nothing(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1), mail(2))
    bench.transport.script = [Stance.SENT, Stance.RETRY]
    bench.poll()
    bench.clock.moment += timedelta(days=365)
    bench.mailbox.deliver(mail(3))
    bench.poll()
    bench.poll()
    assert sorted(bench.subjects) == hellos(1, 2, 3)
