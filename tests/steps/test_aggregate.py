"""Aggregate: the items that came through become one text and one list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import Join, StepContext
from mailflow_gui.steps.aggregate import KIND, MOST_TEXT, AggregateSettings

BEFORE = Exchange("1", Message(b"", subject="s"), datetime(2026, 11, 24, tzinfo=UTC))


def join(*texts: str, **values: Any) -> Exchange:
    settings, problems = AggregateSettings.check(values)
    assert not problems
    items = [BEFORE.as_item(number, "split", {"content": text}) for number, text in enumerate(texts, 1)]
    return cast(Join, KIND.prepare(settings, StepContext("agg", "i")))(BEFORE, items)


def test_texts_are_joined_in_order() -> None:
    assert join("a", "b").value("content") == "a\nb"


@pytest.mark.parametrize(("joint", "text"), [("blank", "a\n\nb"), ("space", "a b"), ("comma", "a, b"), ("none", "ab")])
def test_joints(joint: str, text: str) -> None:
    assert join("a", "b", joint=joint).value("content") == text


def test_items_and_their_number_are_kept() -> None:
    joined = join("a", "b", "c")
    assert (joined.value("items"), joined.value("itemCount")) == (("a", "b", "c"), 3)


def test_no_items_give_a_blank_text() -> None:
    assert join().value("itemCount") == 0


def test_what_goes_on_is_the_message_again() -> None:
    assert (join("a").item, join("a").message) == ("", BEFORE.message)


def test_too_much_text_is_refused() -> None:
    with pytest.raises(RefusedError):
        join("x" * (MOST_TEXT + 1))
