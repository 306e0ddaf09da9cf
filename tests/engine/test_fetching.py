"""What becomes of messages that the server does not hand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailflow_gui.core.activity import Kind
from mailflow_gui.core.connector import Fetched, Locator
from mailflow_gui.core.errors import UnreachableError
from mailflow_gui.engine.fetching import STRIKES
from mailflow_gui.engine.intake import Rules
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import FakeMailbox, mail


class Stubborn(FakeMailbox):
    """Leaves out some messages and complains at the end, or breaks down at one of them."""

    left_out: frozenset[str] = frozenset()
    breaks_at: str = ""

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        for one in super().fetch([one for one in locators if one.uid not in self.left_out]):
            if one.locator.uid == self.breaks_at:
                raise UnreachableError("The connection was lost", cause="CONNECTION_LOST")
            yield one
        if self.left_out:
            raise UnreachableError("The server did not hand over 1 message")


def stubborn(bench: Bench) -> Stubborn:
    mailbox = Stubborn()
    bench.mailbox = mailbox
    return mailbox


def test_one_message_that_is_not_handed_over_does_not_hold_up_the_others(bench: Bench) -> None:
    mailbox = stubborn(bench)
    mailbox.deliver(*(mail(n) for n in range(1, 5)))
    mailbox.left_out = frozenset({"2"})
    bench.poll()
    assert bench.subjects == hellos(1, 3, 4)
    mailbox.left_out = frozenset()
    bench.poll()
    assert bench.subjects == hellos(1, 3, 4, 2)


def test_messages_that_are_never_handed_over_make_room_at_the_head(bench: Bench) -> None:
    """Two of them at a limit of two would block the folder for ever."""
    mailbox = stubborn(bench)
    bench.rules = Rules(limit=2)
    mailbox.deliver(*(mail(n) for n in range(1, 5)))
    mailbox.left_out = frozenset({"1", "2"})
    runner = bench.runner()
    bench.run_polls(runner, STRIKES * 2 + 1)
    assert bench.subjects == hellos(3, 4)
    held = bench.ledger.activities(held=True)
    assert [one.cause for one in held] == ["NOT_FETCHED"] * 2
    assert len([one for one in bench.events if one.kind is Kind.HELD]) == 2
    mailbox.left_out = frozenset()
    for one in held:
        bench.ledger.retry(one.exchange)
    bench.poll()
    assert sorted(bench.subjects) == hellos(1, 2, 3, 4)


def test_a_message_at_which_the_server_always_breaks_down_is_given_up(bench: Bench) -> None:
    mailbox = stubborn(bench)
    mailbox.deliver(*(mail(n) for n in range(1, 4)))
    mailbox.breaks_at = "1"
    bench.run_polls(bench.runner(), STRIKES + 1)
    assert bench.subjects == hellos(2, 3)
    assert [one.cause for one in bench.ledger.activities(held=True)] == ["NOT_FETCHED"]


def test_an_interrupted_fetch_loses_nothing(bench: Bench) -> None:
    mailbox = stubborn(bench)
    mailbox.deliver(*(mail(n) for n in range(1, 6)))
    mailbox.breaks_at = "3"
    bench.poll()
    assert bench.subjects == hellos(1, 2)
    mailbox.breaks_at = ""
    bench.poll()
    assert bench.subjects == hellos(1, 2, 3, 4, 5)
