"""Advanced Filter: what goes on, what ends, what is held, and what is refused before anything runs."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.step import StepContext
from mailflow_gui.steps.advanced_filter import KIND, AdvancedFilterSettings
from tests.steps.samples import exchange, problems_of, stage


def ask(text: str, before: Exchange | None = None) -> Exchange | Dropped:
    return stage(KIND, {"filter": text})(before or exchange())


def test_a_message_that_meets_the_condition_goes_on_unchanged() -> None:
    before = exchange()
    result = ask('subject contains "product" and (size > 10000 or attachments > 0)', before)
    assert isinstance(result, Exchange)
    assert result.notes == (
        'subject “Interested in your product” contains "product" is true; attachments 2 > 0 is true, continue',
    )
    assert (result.data, result.outputs, result.message) == (before.data, before.outputs, before.message)


def test_a_message_that_does_not_meet_it_ends_and_the_part_that_decided_is_told() -> None:
    assert ask("size > 10000 && ${in.header.X-Spam-Flag} == 'NO'") == Dropped("size 2,048 > 10,000 is false")


def test_values_of_a_data_mapper_are_read() -> None:
    assert isinstance(ask("${company} == 'ACME'", exchange(company="ACME")), Exchange)
    assert isinstance(ask("${steps.first.company} == 'ACME'", exchange(company="ACME")), Exchange)


def test_a_message_without_an_answer_is_held_and_neither_let_through_nor_dropped() -> None:
    for text in ("headers.X-Spam-Flag > 5", "not (headers.X-Spam-Flag > 5)", "headers.X-Spam-Flag < 5"):
        with pytest.raises(RefusedError) as caught:
            ask(text)
        assert caught.value.cause == "STEP_VALUE"
        assert caught.value.hint.endswith("has no answer: “NO” is not a number.")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({}, "Enter a condition."),
        ({"filter": " \n "}, "Enter a condition."),
        ({"filter": "subject\ncontains offer"}, "(line 2, column 10)"),
        ({"filter": "subject regex '('"}, "never closed"),
    ],
)
def test_problems_tell_the_line_and_the_column(raw: dict[str, Any], words: str) -> None:
    problems = problems_of(KIND, raw)
    assert list(problems) == ["filter"]
    assert words in problems["filter"]


@pytest.mark.parametrize("text", ["", " ", "subject", "subject contains offer"])
def test_a_filter_that_can_not_be_used_never_starts(text: str) -> None:
    with pytest.raises(SettingsError):
        KIND.prepare(AdvancedFilterSettings(filter=text), StepContext("here", "integration"))


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("", "No condition yet"),
        ("size\n  > 5", "Continue only if size > 5"),
        ("size > 5 and " * 9, "Continue only if size > 5 and size > 5 and size > 5 and size > 5 and size > …"),
    ],
)
def test_summary(text: str, summary: str) -> None:
    assert KIND.summary(AdvancedFilterSettings(filter=text)) == summary
