"""Basic Filter: what goes on, what ends, what is refused before anything runs."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.message import Message
from mailflow_gui.core.step import StepContext
from mailflow_gui.steps.basic_filter import KIND, BasicFilterSettings
from tests.steps.samples import exchange, problems_of, stage

PRODUCT = {"path": "subject", "op": "contains", "value": "product"}
SPAM = {"path": "headers.X-Spam-Flag", "op": "==", "value": "YES"}


def ask(rules: list[dict[str, Any]], predicate: str = "AND", before: Exchange | None = None) -> Exchange | Dropped:
    return stage(KIND, {"predicate": predicate, "rules": rules})(before or exchange())


@pytest.mark.parametrize(
    ("rules", "predicate", "note"),
    [
        ([PRODUCT, PRODUCT], "AND", "2 of 2 rules match, continue"),
        ([PRODUCT, SPAM], "OR", "1 of 2 rules match, continue"),
        ([{"path": "from", "op": "~~", "value": "JANE"}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "subject", "value": "product"}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "cc", "op": "==", "value": ""}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "size", "op": ">", "value": 1000}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "date", "op": ">=", "value": "2026-11-24"}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "attachments", "op": "in", "value": "b.png, c.png"}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "message.subject", "op": "regex", "value": ".*product ?"}], "AND", "1 of 1 rules match, continue"),
        ([{"path": "headers.x-two", "op": "regex", "value": "(?s)a.b"}], "AND", "1 of 1 rules match, continue"),
    ],
)
def test_messages_that_go_on(rules: list[dict[str, Any]], predicate: str, note: str) -> None:
    result = ask(rules, predicate)
    assert isinstance(result, Exchange)
    assert result.notes == (note,)
    assert not result.data
    assert result.message is exchange().message


@pytest.mark.parametrize(
    ("rules", "predicate", "reason"),
    [
        ([SPAM, PRODUCT], "AND", "1 of 2 rules did not match (headers.X-Spam-Flag)"),
        ([SPAM, SPAM], "OR", "2 of 2 rules did not match (headers.X-Spam-Flag)"),
        ([SPAM, {"path": "cc", "value": "x"}], "AND", "2 of 2 rules did not match (headers.X-Spam-Flag, cc)"),
        ([{"path": "subject", "value": "o' || 'a' == 'a"}], "AND", "1 of 1 rules did not match (subject)"),
    ],
)
def test_messages_that_end(rules: list[dict[str, Any]], predicate: str, reason: str) -> None:
    assert ask(rules, predicate) == Dropped(reason)


def test_mapped_values_come_first_and_the_received_message_stays_readable() -> None:
    before = exchange(subject="mapped")
    assert isinstance(ask([{"path": "subject", "op": "==", "value": "mapped"}], before=before), Exchange)
    assert isinstance(ask([{"path": "message.subject", "value": "product"}], before=before), Exchange)
    assert isinstance(ask([{"path": "steps.first.subject", "op": "==", "value": "mapped"}], before=before), Exchange)
    assert isinstance(ask([{"path": "steps.other.subject", "op": "==", "value": ""}], before=before), Exchange)


@pytest.mark.parametrize(
    ("rule", "field", "words"),
    [
        ({"path": "subjct", "op": "==", "value": "x"}, "rules[1].path", "“subject”"),
        ({"op": "==", "value": "x"}, "rules[1].path", "Choose a field"),
        ({"path": "subject", "op": "is", "value": "x"}, "rules[1].op", "contains, ~~"),
        ({"path": "subject", "op": ["=="], "value": "x"}, "rules[1].op", "There is no operator"),
        ({"path": "subject", "op": "contains", "value": ""}, "rules[1].value", "“contains”"),
        ({"path": "subject", "op": "contains"}, "rules[1].value", "“contains”"),
        ({"path": "subject", "op": "==", "value": ["x"]}, "rules[1].value", "text"),
        ({"path": "subject", "op": "regex", "value": "(a"}, "rules[1].value", "never closed"),
        ({"path": "date", "op": "<", "value": "soon"}, "rules[1].value", "2026-11-24"),
        ({"path": "subject", "op": "==", "value": "x", "not": 1}, "rules[1].not", "path, op, value"),
    ],
)
def test_problems_name_the_rule_and_the_part(rule: dict[str, Any], field: str, words: str) -> None:
    problems = problems_of(KIND, {"rules": [PRODUCT, rule]})
    assert list(problems) == [field]
    assert words in problems[field]


@pytest.mark.parametrize("rules", [[], [{"path": "subject", "op": "regex", "value": "("}], [{"path": "nope"}]])
def test_a_filter_that_can_not_be_evaluated_never_starts(rules: list[dict[str, Any]]) -> None:
    settings = BasicFilterSettings(rules=tuple(rules))
    with pytest.raises(SettingsError):
        KIND.prepare(settings, StepContext("here", "integration"))


def test_a_comparison_that_takes_too_long_parks_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailflow_gui.core.patterns.MAX_WORK", 100)
    slow = {"path": "subject", "op": "not regex", "value": "(a?){50}"}
    with pytest.raises(RefusedError, match="subject"):
        ask([slow], before=exchange(Message(raw=b"", subject="a" * 60)))


@pytest.mark.parametrize(
    ("raw", "summary"),
    [
        ({}, "No rules yet"),
        ({"rules": [PRODUCT]}, "Continue only if 1 rule matches"),
        ({"rules": [PRODUCT, SPAM]}, "Continue only if 2 rules match"),
        ({"rules": [PRODUCT, SPAM], "predicate": "OR"}, "Continue only if any of 2 rules match"),
    ],
)
def test_summary(raw: dict[str, Any], summary: str) -> None:
    assert KIND.summary(KIND.settings.check(raw)[0]) == summary
