"""A run that hangs is noticed, ended or left behind, and started anew; what is left behind sends and marks nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from mailflow_gui.core.activity import Event, Kind, Level, State
from mailflow_gui.core.connector import Attempt, Listing, Locator, Outgoing
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.core.model import Integration
from mailflow_gui.core.ports import StopRequest
from mailflow_gui.engine.clock import SystemClock
from mailflow_gui.engine.fence import READS, Fence
from mailflow_gui.engine.supervisor import Supervisor, Worker, spawn_thread
from mailflow_gui.engine.watchdog import LONGEST_STEP, MOST, OVERDUE, SILENCE, SLOW, Limits
from mailflow_gui.qt.worker import Threads
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail

ONE = Integration("Test", id="integration")
SHORT = Limits(silence=0.4, step=0.4, last_chance=0.2, stopping=0.5, overdue=0.5)


BLOCKS: list[Block] = []


@dataclass
class Block:
    """Hangs the first `times` calls until the test lets go, whatever anybody asks for."""

    times: int = 1
    entered: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        BLOCKS.append(self)

    def __call__(self) -> None:
        if self.times:
            self.times -= 1
            self.entered.set()
            assert self.go.wait(20)
            self.left.set()


class MovedClock(SystemClock):
    """The system's clock, `ahead` of it."""

    ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead


class Watched:
    """An integration of the bench under a supervisor that the test calls as the program's loop would."""

    def __init__(self, bench: Bench, spawn: Callable[[str, Callable[[], None]], Worker]) -> None:
        self.bench = bench
        self.threads: list[Worker] = []
        bench.clock = self.clock = MovedClock()  # type: ignore[assignment]
        bench.delay = 0.05
        bench.mailbox.wait = lambda seconds, stop: stop.wait(seconds) and False  # type: ignore[method-assign]
        self._spawn = spawn
        self.supervisor = Supervisor(lambda _: bench.runner(), self.start, SystemClock(), self.tell, SHORT)

    def start(self, name: str, body: Callable[[], None]) -> Worker:
        worker = self._spawn(name, body)
        self.threads.append(worker)
        return worker

    def tell(self, event: Event) -> None:
        self.bench.events.append(event)

    def until(self, condition: Callable[[], object], what: str, seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, what
            self.supervisor.watch()
            threading.Event().wait(0.02)

    def told(self, cause: str) -> list[Event]:
        return [one for one in self.bench.events if one.cause == cause]


@pytest.fixture(params=["plain threads", "QThreads"])
def watched(bench: Bench, request: pytest.FixtureRequest, qapp: object) -> Iterator[Watched]:
    threads = Threads()
    made = Watched(bench, spawn_thread if request.param == "plain threads" else threads.spawn)
    yield made
    while BLOCKS:
        BLOCKS.pop().go.set()
    made.supervisor.stop_all(timeout=10)
    for one in made.threads:
        one.join(10)
    assert not any(one.is_alive() for one in made.threads)


def sent(bench: Bench) -> int:
    return len(bench.transport.delivered)


def test_a_step_that_hangs_holds_up_neither_the_integration_nor_other_mail(watched: Watched) -> None:
    bench, block = watched.bench, Block()

    def hang(exchange: Exchange) -> Exchange:
        if exchange.message.subject == "Hello 1":
            block()
        return exchange

    bench.stages = [hang]
    bench.mailbox.deliver(mail(1), mail(2))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.until(lambda: "Hello 2" in bench.subjects, "the other message goes on")
    (warning,) = watched.told("STALLED")
    assert (warning.kind, warning.level) == (Kind.NOTE, Level.WARNING)
    assert warning.text == "Not answering: It stopped answering. Mailflow starts it anew."
    watched.until(lambda: watched.supervisor.health(ONE.id).state is State.RUNNING, "runs again")
    assert watched.supervisor.health(ONE.id).revived
    first = next(one for one in bench.ledger.activities() if one.subject == "Hello 1")
    assert (first.status, first.cause, first.attempts) == ("waiting", "POISON", 1)
    block.go.set()  # the thread that was left behind wakes up: nothing it does counts
    watched.threads[0].join(5)
    assert bench.subjects == hellos(2)
    again = next(one for one in bench.ledger.activities() if one.subject == "Hello 1")
    assert again == first


def test_a_message_that_hangs_twice_is_parked(watched: Watched) -> None:
    bench, block = watched.bench, Block(times=2)
    bench.stages = [lambda exchange: block() or exchange]
    bench.mailbox.deliver(mail(1))
    watched.supervisor.start(ONE)
    watched.until(lambda: any(one.attempts for one in bench.ledger.activities()), "the first chance")
    watched.clock.ahead = timedelta(minutes=1)
    watched.until(lambda: bench.ledger.activities(held=True), "parked")
    (parked,) = bench.ledger.activities(held=True)
    assert (parked.status, parked.cause) == ("held", "POISON")
    assert "without coming to an end" in parked.reason
    block.go.set()


def test_a_connector_that_hangs_while_it_reads_takes_nothing_afterwards(watched: Watched) -> None:
    bench, block = watched.bench, Block()
    listing = bench.mailbox.listing

    def hang(after: int) -> Listing:
        found = listing(after)
        block()
        return found

    bench.mailbox.listing = hang  # type: ignore[method-assign]
    bench.mailbox.deliver(mail(1))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.until(lambda: sent(bench), "started anew")
    block.go.set()
    watched.threads[0].join(5)
    assert bench.subjects == hellos(1)
    assert len(bench.ledger.activities()) == 1


def test_a_connector_that_hangs_before_the_dot_sends_nothing_afterwards(watched: Watched) -> None:
    bench, block = watched.bench, Block()
    transmit = bench.transport.transmit

    def hang(outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[], None]) -> Attempt:
        block()
        return transmit(outgoing, recipients, before_dot)

    bench.transport.transmit = hang  # type: ignore[method-assign]
    bench.mailbox.deliver(mail(1), mail(2))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.until(lambda: "Hello 2" in bench.subjects, "started anew")
    block.go.set()
    watched.threads[0].join(5)
    assert bench.subjects == hellos(2), "the dot of the run that was left behind was refused"


def test_a_connector_that_hangs_after_the_dot_leaves_a_doubt(watched: Watched) -> None:
    bench, block = watched.bench, Block()
    transmit = bench.transport.transmit

    def hang(outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[], None]) -> Attempt:
        attempt = transmit(outgoing, recipients, before_dot)
        block()
        return attempt

    bench.transport.transmit = hang  # type: ignore[method-assign]
    bench.mailbox.deliver(mail(1))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.until(lambda: bench.ledger.activities(held=True), "the doubt")
    block.go.set()
    watched.threads[0].join(5)
    assert sent(bench) == 1
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["IN_DOUBT"]
    assert bench.mailbox.settled == [], "what is in doubt is not marked"


def test_marking_that_hangs_is_done_by_the_next_run(watched: Watched) -> None:
    bench, block = watched.bench, Block()
    settle = bench.mailbox.settle

    def hang(locators: Sequence[Locator]) -> None:
        block()
        settle(locators)

    bench.mailbox.settle = hang  # type: ignore[method-assign]
    bench.mailbox.deliver(mail(1))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.until(lambda: bench.mailbox.settled, "marked")
    watched.until(lambda: [one.status for one in bench.ledger.activities()] == ["done"], "done")
    block.go.set()
    assert sent(bench) == 1


def test_a_rest_that_does_not_end_is_noticed_though_it_gives_signs_of_life(watched: Watched) -> None:
    bench = watched.bench
    wait, asleep = bench.mailbox.wait, [True]

    def oversleep(seconds: float, stop: threading.Event) -> bool:
        while asleep and not stop.is_set():
            threading.Event().wait(0.02)
        return wait(0.01, stop)

    bench.mailbox.wait = oversleep  # type: ignore[method-assign]
    watched.supervisor.start(ONE)
    watched.until(lambda: watched.told("STALLED"), "noticed")
    asleep.clear()
    polls = len([one for one in bench.events if one.kind is Kind.POLL])
    watched.until(lambda: len([one for one in bench.events if one.kind is Kind.POLL]) > polls, "polls again")
    watched.until(lambda: watched.supervisor.health(ONE.id).revived, "told")


def test_a_stop_that_hangs_is_over_in_time_and_a_start_does_not_wait_for_it(watched: Watched) -> None:
    bench, block = watched.bench, Block()
    bench.stages = [lambda exchange: block() or exchange]
    bench.mailbox.deliver(mail(1))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.supervisor.stop(ONE.id)
    watched.supervisor.start(ONE)
    watched.until(lambda: bench.mailbox.fetches >= 1 and watched.supervisor.health(ONE.id).last_contact, "runs again")
    assert watched.supervisor.health(ONE.id).state is State.RUNNING
    assert [(one.status, one.attempts) for one in bench.ledger.activities()] == [("waiting", 1)]
    block.go.set()


def test_what_the_person_stops_stays_stopped(watched: Watched) -> None:
    bench, block = watched.bench, Block()
    bench.stages = [lambda exchange: block() or exchange]
    bench.mailbox.deliver(mail(1))
    watched.supervisor.start(ONE)
    assert block.entered.wait(5)
    watched.until(lambda: watched.told("STALLED"), "noticed")
    assert watched.supervisor.is_running(ONE.id)
    watched.supervisor.stop(ONE.id)
    watched.until(lambda: watched.supervisor.health(ONE.id).state is State.STOPPED, "stopped")
    assert not watched.supervisor.is_running(ONE.id)
    assert len(watched.threads) == 1
    block.go.set()


def test_it_is_not_started_anew_for_ever(watched: Watched) -> None:
    bench, block = watched.bench, Block(times=MOST + 1)
    listing = bench.mailbox.listing

    def hang(after: int) -> Listing:
        block()
        return listing(after)

    bench.mailbox.listing = hang  # type: ignore[method-assign]
    watched.supervisor.start(ONE)
    watched.until(lambda: watched.supervisor.health(ONE.id).state is State.ATTENTION, "given up", seconds=30)
    health = watched.supervisor.health(ONE.id)
    assert (health.trouble, health.cause) == (f"It stopped answering {MOST + 1} times within an hour", "STALLED")
    assert len(watched.threads) == MOST + 1
    block.go.set()


def test_what_takes_long_is_told_before_anything_is_done(watched: Watched) -> None:
    """First a server that is silent, then a step; both come to an end, and it was not started anew."""
    bench, listing, step = watched.bench, Block(), Block()
    look = bench.mailbox.listing

    def hang(after: int) -> Listing:
        listing()
        return look(after)

    bench.mailbox.listing = hang  # type: ignore[method-assign]
    bench.stages = [lambda exchange: step() or exchange]
    bench.mailbox.deliver(mail(1))
    patient = Limits(slow=0.2)
    watched.supervisor = Supervisor(lambda _: bench.runner(), watched.start, SystemClock(), watched.tell, patient)
    watched.supervisor.start(ONE)
    for block, words in ((listing, "The mail server has not answered"), (step, "“Hello 1” has been in work")):
        assert block.entered.wait(5)
        watched.until(lambda: watched.supervisor.health(ONE.id).cause == "SLOW", "told")
        health = watched.supervisor.health(ONE.id)
        assert health.state is State.WAITING
        assert health.trouble == f"{words} for more than {SLOW:g} seconds"
        block.go.set()
    watched.until(lambda: watched.supervisor.health(ONE.id).state is State.RUNNING, "goes on")
    watched.until(lambda: bench.subjects == hellos(1), "delivered")
    assert watched.told("STALLED") == []


def test_the_person_knows_within_a_minute() -> None:
    """Looked at once a second; a step gets more time, but is told as soon."""
    assert max(SILENCE, OVERDUE, SLOW) + 1 < 60 < LONGEST_STEP


def test_the_fence_refuses_what_it_does_not_know() -> None:
    """A change that is added to the ledger later is refused without anybody thinking of it."""
    assert {"take", "defer", "hold", "finish", "settled", "recover", "record_dot", "record_attempt"}.isdisjoint(READS)
    known = {name for name in vars(Ledger) if not name.startswith("_")} | {"install_id"}
    assert known >= READS


def test_a_fence_is_not_closed_while_a_change_is_made() -> None:
    fence = Fence()
    with fence.passing():
        assert not fence.close()
    assert fence.close()


def test_looking_from_outside_is_no_sign_of_life() -> None:
    stop = StopRequest()
    stop.alive_at = 0.0
    assert not stop.asked
    assert stop.alive_at == 0.0
    assert not stop.is_set()
    assert stop.alive_at > 0.0
