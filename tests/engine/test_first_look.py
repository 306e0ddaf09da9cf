"""The first start: the person sees what is there, and where there is much, nothing is taken before they decide."""

from __future__ import annotations

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.first_look import CAUSE, told
from mailflow_gui.engine.intake import Rules
from tests.engine.workbench import Bench, hellos
from tests.fakes.mailbox import mail


def said(bench: Bench) -> list[str]:
    return [one.text for one in bench.events if one.text.startswith("First look")]


def test_many_messages_are_not_taken_before_the_person_decides(bench: Bench) -> None:
    bench.unasked = 2
    bench.mailbox.deliver(*(mail(n) for n in range(3)))
    for _ in range(2):  # asked again at each start
        runner = bench.poll()
        assert (runner.health.state, runner.health.cause) == (State.ATTENTION, CAUSE)
        assert runner.health.trouble == "3 messages are already in the inbox"
    assert (bench.mailbox.fetches, bench.ledger.activities(), bench.transport.delivered) == (0, [], [])
    assert bench.mailbox.settled == []
    bench.unasked = None  # answered
    bench.poll()
    assert bench.subjects == hellos(0, 1, 2)


def test_few_are_taken_and_told(bench: Bench) -> None:
    bench.unasked = 3
    bench.mailbox.deliver(*(mail(n) for n in range(3)))
    bench.poll()
    assert bench.subjects == hellos(0, 1, 2)
    assert said(bench) == ["First look: 3 messages are already in the inbox. All are taken."]
    assert [one.kind for one in bench.events if one.text.startswith("First look")] == [Kind.NOTE]


def test_a_later_start_asks_and_tells_nothing(bench: Bench) -> None:
    bench.mailbox.deliver(mail(1))
    bench.poll()
    bench.unasked = 0
    bench.mailbox.deliver(*(mail(n) for n in range(2, 9)))
    runner = bench.poll()
    assert runner.health.cause == ""
    assert len(said(bench)) == 1


def test_an_empty_folder_needs_no_word(bench: Bench) -> None:
    bench.unasked = 0
    assert bench.poll().health.cause == ""
    assert said(bench) == []


@pytest.mark.parametrize(
    ("start_from", "text"), [("now", "None of them are taken"), ("2", "The newest 2 of them are taken")]
)
def test_what_was_decided_before_is_said(bench: Bench, start_from: str, text: str) -> None:
    bench.rules = Rules(start_from=start_from)
    bench.mailbox.deliver(*(mail(n) for n in range(3)))
    bench.poll()
    assert said(bench) == [f"First look: 3 messages are already in the inbox. {text}."]


def test_the_words() -> None:
    assert told(1, 1, "Invoices") == "First look: 1 message is already in “Invoices”. It is taken."
