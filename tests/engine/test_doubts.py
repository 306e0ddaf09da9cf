"""Messages in doubt are looked for in the Sent folder; only what is known decides, and the person may do so before."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from mailflow_gui.core.connector import SentFolder, Stance
from mailflow_gui.core.errors import Cancelled, CredentialsError, UnreachableError
from mailflow_gui.engine.doubts import AGAIN, GRACE, LOOKS, Doubts, Lookup
from mailflow_gui.engine.runner import Runner
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


@dataclass
class FakeSent:
    """A Sent folder; `there` None: the account has none. `troubles` are raised by the next questions."""

    there: set[str] | None = field(default_factory=set)
    troubles: list[Exception] = field(default_factory=list)
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def attend(self, stop: threading.Event) -> None:
        pass

    def holding(self, message_ids: Sequence[str]) -> frozenset[str] | None:
        self.asked.append(tuple(message_ids))
        if self.troubles:
            raise self.troubles.pop(0)
        return None if self.there is None else frozenset(message_ids) & self.there


class Desk:
    """A bench whose integration has a lookup; one and the same `Doubts` over several looks."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.sent = FakeSent()
        self.lookups = {"send": Lookup("Info", lambda: self.sent)}

    def runner(self) -> Runner:
        runner = self.bench.runner()
        runner._doubts = self.doubts()
        return runner

    def doubts(self) -> Doubts:
        bench = self.bench
        return Doubts("integration", self.lookups, bench.ledger, bench.clock, bench.publish)

    def send(self, count: int) -> list[str]:
        """So many messages go out; their Message-IDs."""
        first = self.bench.mailbox.next_uid
        self.bench.mailbox.deliver(*(mail(number) for number in range(first, first + count)))
        self.bench.poll()
        self.bench.clock.moment += timedelta(seconds=5)
        return self.message_ids()[-count:]

    def doubt(self, outcome: object = Stance.IN_DOUBT) -> str:
        """The next message gets into doubt; its Message-ID."""
        self.bench.transport.script = [outcome]  # type: ignore[list-item]
        self.bench.mailbox.deliver(mail(self.bench.mailbox.next_uid))
        self.bench.poll()
        return self.message_ids()[-1]

    def message_ids(self) -> list[str]:
        with self.bench.ledger._database.settled_look() as connection:
            rows = connection.execute(
                "SELECT parcel.message_id FROM parcel JOIN trip ON trip.id = parcel.trip ORDER BY seq"
            )
            return [row[0] for row in rows]

    def look_after(self, doubts: Doubts, *seconds: float) -> None:
        """Looks at these times after the first look."""
        start = self.bench.clock.moment
        for one in (0.0, *seconds):
            self.bench.clock.moment = start + timedelta(seconds=one)
            doubts.look()

    @property
    def states(self) -> list[tuple[str, str]]:
        return [(one.status, one.cause) for one in self.bench.ledger.activities()]

    @property
    def reason(self) -> str:
        return self.bench.ledger.activities()[0].reason


@pytest.fixture
def desk(bench: Bench) -> Desk:
    return Desk(bench)


DOUBT = [("held", "IN_DOUBT")]


def test_one_that_is_there_counts_as_sent_and_its_trip_goes_on(desk: Desk) -> None:
    desk.sent.there = {desk.doubt()}
    doubts = desk.doubts()
    desk.look_after(doubts, LOOKS[0])
    desk.bench.poll()
    assert desk.states == [("done", "")]
    assert len(desk.bench.transport.delivered) == 1
    assert desk.bench.mailbox.settled == ["1"]


def test_the_first_look_is_ten_seconds_after_the_dot(desk: Desk) -> None:
    desk.sent.there = {desk.doubt()}
    doubts = desk.doubts()
    desk.look_after(doubts, LOOKS[0] - 1)
    assert desk.sent.asked == []
    assert doubts.pause() == 1
    assert "looked for in the Sent folder of “Info”" in desk.reason


def test_one_from_an_earlier_run_is_looked_for_at_once(desk: Desk) -> None:
    desk.doubt()
    desk.bench.clock.moment += timedelta(minutes=1)
    desk.look_after(desk.doubts())
    assert len(desk.sent.asked) == 1


def test_not_there_means_nothing_before_the_grace_is_over(desk: Desk) -> None:
    desk.sent.there = set(desk.send(5))
    desk.doubt()
    desk.look_after(desk.doubts(), *LOOKS[:-1], GRACE - 1)
    assert desk.states[0] == DOUBT[0]


def test_not_there_after_the_grace_where_everything_is_filed_means_not_taken(desk: Desk) -> None:
    desk.sent.there = set(desk.send(5))
    desk.doubt()
    desk.look_after(desk.doubts(), *LOOKS)
    desk.bench.poll()
    assert desk.states[0] == ("done", "")
    # The fake took the first one, too: what counts here is that the same bytes went out once more.
    assert desk.bench.transport.delivered[-1] == desk.bench.transport.delivered[-2]
    assert any("It is sent again" in one.text for one in desk.bench.events)


@pytest.mark.parametrize("filed", [0, 4])
def test_not_there_where_not_everything_is_filed_leaves_it_to_the_person(desk: Desk, filed: int) -> None:
    desk.sent.there = set(desk.send(5)[:filed])
    desk.doubt()
    desk.look_after(desk.doubts(), *LOOKS)
    desk.bench.poll()
    assert desk.states[0] == DOUBT[0]
    assert "does not file all" in desk.reason


def test_two_messages_are_too_few_to_know_the_server(desk: Desk) -> None:
    desk.sent.there = set(desk.send(2))
    desk.doubt()
    desk.look_after(desk.doubts(), *LOOKS)
    assert desk.states[0] == DOUBT[0]


def test_a_clock_that_is_set_does_not_shorten_the_grace(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.sent.there = set(desk.send(5))
    desk.doubt()
    seconds = [0.0]
    monkeypatch.setattr(desk.bench.clock, "monotonic", lambda: seconds[0])
    doubts = desk.doubts()
    doubts.look()
    desk.bench.clock.moment += timedelta(days=365)
    seconds[0] = 30.0
    doubts.look()
    assert desk.states[0] == DOUBT[0]


def test_an_account_without_the_folder_leaves_it_to_the_person(desk: Desk) -> None:
    desk.send(5)
    desk.sent.there = None
    desk.doubt()
    desk.look_after(desk.doubts(), *LOOKS)
    assert desk.states[0] == DOUBT[0]
    assert "has no Sent folder" in desk.reason


def test_it_is_looked_for_once_an_hour_after_the_grace(desk: Desk) -> None:
    name = desk.doubt()
    doubts = desk.doubts()
    desk.look_after(doubts, *LOOKS)
    assert doubts.pause() == AGAIN
    desk.sent.there = {name}
    desk.bench.clock.moment += timedelta(seconds=AGAIN)
    doubts.look()
    desk.bench.poll()
    assert desk.states == [("done", "")]


def test_a_server_out_of_reach_is_asked_again(desk: Desk) -> None:
    desk.sent.there = {desk.doubt()}
    desk.sent.troubles = [UnreachableError("Offline")]
    doubts = desk.doubts()
    desk.look_after(doubts, LOOKS[0], LOOKS[0] + 1)
    assert desk.states == DOUBT
    assert len(desk.sent.asked) == 1
    doubts.look()
    desk.bench.clock.moment += timedelta(seconds=LOOKS[1])
    doubts.look()
    desk.bench.poll()
    assert desk.states == [("done", "")]


@pytest.mark.parametrize(
    "trouble", [CredentialsError("The server refused the password", cause="AUTH"), TypeError("an odd answer")]
)
def test_what_does_not_pass_by_itself_is_not_tried_again(desk: Desk, trouble: Exception) -> None:
    """A wrong password locks accounts; whatever it is, the integration goes on."""
    desk.doubt()
    desk.sent.troubles = [trouble]
    doubts = desk.doubts()
    desk.look_after(doubts, *LOOKS, 10 * AGAIN)
    assert len(desk.sent.asked) == 1
    assert any("could not be looked into" in one.text for one in desk.bench.events)


def test_a_stop_ends_a_look(desk: Desk) -> None:
    desk.doubt()
    desk.sent.troubles = [Cancelled()]
    with pytest.raises(Cancelled):
        desk.look_after(desk.doubts(), *LOOKS)
    assert desk.states == DOUBT


def test_what_others_of_the_same_message_have_is_not_looked_for(desk: Desk) -> None:
    """It is there because of them."""
    first, second = "a@example.net", "b@example.net"
    desk.bench.recipients = (first, second)
    desk.bench.transport.script = [{first: Stance.SENT, second: Stance.RETRY}]
    desk.bench.mailbox.deliver(mail(1))
    desk.bench.poll()
    desk.bench.clock.moment += timedelta(minutes=1)
    desk.bench.transport.script = [{second: Stance.IN_DOUBT}]
    desk.bench.poll()
    desk.sent.there = set(desk.message_ids())
    desk.look_after(desk.doubts(), *LOOKS)
    assert desk.states == DOUBT
    assert desk.sent.asked == []


def test_after_a_crash_it_counts_for_those_whom_the_dot_was_for(desk: Desk) -> None:
    """The journal knows that the other one had been refused: it is named, not forgotten."""
    desk.bench.recipients = ("a@example.net", "b@example.net")
    desk.bench.transport.script = [{"a@example.net": Stance.SENT, "b@example.net": Stance.REFUSED}]
    desk.bench.mailbox.deliver(mail(1))
    desk.bench.poll_with_broken("record_attempt")
    desk.bench.poll()
    desk.sent.there = set(desk.message_ids())
    desk.look_after(desk.doubts(), *LOOKS)
    desk.bench.poll()
    assert desk.states == [("held", "RECIPIENT_REFUSED")]
    assert "b@example.net" in desk.reason
    assert len(desk.bench.transport.delivered) == 1


def test_a_decision_of_the_person_meanwhile_stands(desk: Desk) -> None:
    desk.doubt()
    (doubt,) = desk.bench.ledger.doubts("integration")
    desk.bench.ledger.resolve_doubt(doubt.trip, arrived=True)
    desk.bench.poll()
    desk.bench.ledger.settle_doubt(doubt, arrived=False)
    desk.bench.poll()
    assert desk.states == [("done", "")]
    assert len(desk.bench.transport.delivered) == 1


def test_a_running_integration_looks_by_itself(desk: Desk) -> None:
    """The poll delay is longer than the time to the look."""
    desk.sent.there = {desk.doubt()}
    runner = desk.runner()
    runner._plan = replace(runner._plan, delay=3600.0)
    moments: list[float] = []

    def rest() -> None:
        moments.append(desk.bench.mailbox.waits[-1])
        desk.bench.clock.moment += timedelta(seconds=desk.bench.mailbox.waits[-1])

    stop = threading.Event()
    desk.bench.mailbox.on_wait = lambda: (rest(), stop.set() if len(moments) > 1 else None)[0]
    runner.run(stop)  # type: ignore[arg-type]
    assert moments[0] == pytest.approx(LOOKS[0])
    assert desk.states == [("done", "")]
    assert desk.bench.subjects == hellos(1)


def test_without_a_lookup_nothing_is_asked(desk: Desk) -> None:
    desk.doubt()
    desk.lookups = {}
    doubts = desk.doubts()
    desk.look_after(doubts, *LOOKS)
    assert doubts.pause() is None
    assert desk.states == DOUBT


def test_a_sent_folder_is_one() -> None:
    folder: SentFolder = FakeSent()
    assert folder.holding(("<a>",)) == frozenset()
