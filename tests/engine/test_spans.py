"""Branches and spans of the pipeline: which steps run, for what, and what becomes of failures among items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailflow_gui.core.errors import RefusedError, UnreachableError
from mailflow_gui.core.exchange import Dropped, Exchange, Posted, Stage
from mailflow_gui.core.message import Message
from mailflow_gui.engine.delivery import Deferred
from mailflow_gui.engine.pipeline import LiveChoice, LiveJoin, LiveSpan, LiveStep, Passed, run

START = Exchange("1", Message(b""), datetime(2026, 11, 24, tzinfo=UTC))


def note(text: str) -> LiveStep:
    return LiveStep(text, text, lambda exchange: exchange.noted(text))


def words(exchange: Exchange) -> Sequence[Exchange]:
    return [exchange.as_item(number, "split", {"item": word}) for number, word in enumerate(["a", "b", "c"], 1)]


def at(item: str, act: Stage) -> LiveStep:
    """A step that does something for one item only."""
    return LiveStep("act", "Act", lambda exchange: act(exchange) if exchange.item == item else exchange)


def raising(error: Exception) -> Stage:
    def fail(exchange: Exchange) -> Exchange:
        raise error

    return fail


def ignore(passed: Passed) -> None:
    pass


def join(before: Exchange, came: Sequence[Exchange]) -> Exchange:
    return before.produced("join", {"items": tuple(str(one.value("item")) for one in came)})


def test_the_chosen_flow_runs_and_then_what_follows() -> None:
    choice = LiveChoice("c", "Choice", lambda exchange: (exchange.noted("2nd"), 1), ((note("x"),), (note("y"),)))
    result = run([choice, note("after")], START, ignore)
    assert isinstance(result, Exchange)
    assert result.notes == ("2nd", "y", "after")


def test_without_a_flow_the_message_goes_on_unchanged() -> None:
    result = run([LiveChoice("c", "Choice", lambda exchange: (exchange, None), ((note("x"),),))], START, ignore)
    assert result == START


def test_a_drop_within_a_flow_ends_the_trip() -> None:
    drop = LiveStep("d", "Drop", lambda exchange: Dropped("enough"))
    assert run([LiveChoice("c", "Choice", lambda exchange: (exchange, 0), ((drop,),))], START, ignore) == Dropped(
        "enough"
    )


def test_items_pass_the_span_and_are_joined_in_order() -> None:
    span = LiveSpan("s", "Split", words, (at("2", lambda _: Dropped("not this one")),), LiveJoin("j", "Join", join))
    result = run([span], START, ignore)
    assert isinstance(result, Exchange)
    assert result.value("items") == ("a", "c")
    assert result.item == ""


def test_items_are_told_apart_by_place_and_title() -> None:
    told: list[Passed] = []
    run([LiveSpan("s", "Split", words, (note("x"),))], START, told.append)
    assert [(one.place, one.title) for one in told] == [
        *(("s", "Split"), ("x@1", "x · 1"), ("x@2", "x · 2"), ("x@3", "x · 3"))
    ]


def test_nested_items_have_nested_places() -> None:
    told: list[Passed] = []
    inner = LiveSpan("i", "Inner", words, (note("x"),))
    run([LiveSpan("s", "Split", words, (inner,))], START, told.append)
    assert told[-1].place == "x@3.3"


def test_when_no_item_comes_through_the_trip_ends() -> None:
    span = LiveSpan("s", "Split", words, (LiveStep("d", "Drop", lambda _: Dropped("no")),))
    assert isinstance(run([span], START, ignore), Dropped)


def test_what_items_sent_is_kept() -> None:
    def send(exchange: Exchange) -> Exchange:
        return replace(exchange, posted=(*exchange.posted, Posted("send", exchange.item, ("a@b.org",), "250")))

    result = run([LiveSpan("s", "Split", words, (LiveStep("send", "Send", send),))], START, ignore)
    assert isinstance(result, Exchange)
    assert [one.message_id for one in result.posted] == ["1", "2", "3"]


def test_an_item_that_failed_does_not_keep_the_others_back() -> None:
    told: list[Passed] = []
    steps = (at("1", raising(RefusedError("no", ""))), note("after"))
    with pytest.raises(RefusedError):
        run([LiveSpan("s", "Split", words, steps)], START, told.append)
    assert [one.before.item for one in told if one.step.id == "after"] == ["2", "3"]


def test_an_item_that_waits_speaks_before_one_that_failed() -> None:
    steps = (at("1", raising(RefusedError("no", ""))), at("2", raising(Deferred("later", "X", "wait"))))
    with pytest.raises(Deferred):
        run([LiveSpan("s", "Split", words, steps)], START, ignore)


def test_what_concerns_the_account_ends_it_at_once() -> None:
    told: list[Passed] = []
    with pytest.raises(UnreachableError):
        run([LiveSpan("s", "Split", words, (at("1", raising(UnreachableError("away", ""))),))], START, told.append)
    assert [one.place for one in told] == ["s", "act@1"]
