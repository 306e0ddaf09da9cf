"""Conditional Flows: the first flow whose condition holds, the default otherwise."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import Choose, StepContext
from mailflow_gui.steps.conditional_flows import KIND, ConditionalFlowsSettings, FlowSettings

MESSAGE = Exchange("1", Message(b"", subject="Order 12", content="hello"), datetime(2026, 11, 24, tzinfo=UTC))
OTHERWISE = {"default": True}


def rule(path: str, value: str) -> dict[str, str]:
    return {"path": path, "op": "contains", "value": value}


def choose(*flows: dict[str, Any]) -> tuple[int | None, str]:
    checked = tuple(FlowSettings.check(flow)[0] for flow in flows)
    chooser = cast(Choose, KIND.prepare(ConditionalFlowsSettings(), StepContext("s", "i", flows=checked)))
    exchange, index = chooser(MESSAGE)
    return index, exchange.notes[-1]


def test_the_first_flow_that_holds_is_taken() -> None:
    flows = ({"rules": [rule("subject", "offer")]}, {"name": "Orders", "rules": [rule("subject", "Order")]}, OTHERWISE)
    assert choose(*flows) == (1, "Takes “Orders”")


def test_several_rules_all() -> None:
    assert choose({"rules": [rule("subject", "Order"), rule("content", "bye")]})[0] is None


def test_several_rules_any() -> None:
    assert choose({"predicate": "OR", "rules": [rule("subject", "Order"), rule("content", "bye")]})[0] == 0


def test_the_default_is_taken_only_when_nothing_else_holds_wherever_it_stands() -> None:
    assert choose(OTHERWISE, {"rules": [rule("subject", "Order")]})[0] == 1
    assert choose(OTHERWISE, {"rules": [rule("subject", "offer")]})[0] == 0


def test_without_default_the_message_goes_on() -> None:
    assert choose({"rules": [rule("subject", "offer")]}) == (None, "No condition matches, continues below")


def test_without_flows_the_message_goes_on() -> None:
    assert choose()[0] is None


@pytest.mark.parametrize("flow", [{}, {"rules": [{"path": "sbject", "op": "contains", "value": "x"}]}])
def test_a_condition_that_is_not_complete_lets_nothing_run(flow: dict[str, Any]) -> None:
    assert FlowSettings.check(flow)[1]
    with pytest.raises(SettingsError):
        choose(flow)


def test_the_default_needs_no_rules() -> None:
    assert FlowSettings.check(OTHERWISE)[1] == []


def test_an_expression_takes_the_place_of_rules() -> None:
    flow = {"condition": 'subject starts with "Order" and size < 1000', "rules": [rule("subject", "offer")]}
    assert choose(flow)[0] == 0
    assert choose({"condition": 'subject == "other"'}, OTHERWISE)[0] == 1


def test_an_expression_that_is_wrong_is_told_and_takes_nothing() -> None:
    assert [one.field for one in FlowSettings.check({"condition": "subject contain 'a'"})[1]] == ["condition"]
    with pytest.raises(SettingsError, match="is not complete"):
        choose({"condition": "subject contain 'a'"})


def test_a_message_on_which_an_expression_has_no_answer_is_held() -> None:
    with pytest.raises(RefusedError, match="could not decide"):
        choose({"name": "Old", "condition": "subject < 2026-11-24"})


def test_without_rules_and_expression_a_flow_says_what_to_do() -> None:
    assert [str(one) for one in FlowSettings.check({})[1]] == ["rules: Add a rule, or write an expression."]
