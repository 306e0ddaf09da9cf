"""Whatever is typed is refused with words or gives an answer; in bounded time, and without reaching anything else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.expressions.evaluator import Verdict
from mailflow_gui.core.expressions.expression import check, read_expression
from mailflow_gui.core.expressions.functions import FUNCTIONS
from mailflow_gui.core.expressions.operations import SPELLINGS
from mailflow_gui.core.expressions.problems import ExpressionFailed
from mailflow_gui.core.message import Address, FieldValue, Message
from tests.core.expressions.questions import NOW, exchange

TEXTS = st.text(max_size=12)
PATHS = st.sampled_from(
    ["subject", "from", "size", "date", "attachments", "content", "cc", "headers.X-A", "${x}", "${body.y}"]
)
LITERALS = (
    st.integers().map(str)
    | TEXTS.map(lambda text: "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("${", "$ {") + "'")
    | st.sampled_from(["null", "true", "2026-11-24", "'1..5'", "('a', 2)", "2.5 MB", '"[a-z]*"', "''"])
)
OPERATORS = st.sampled_from([" ".join(words) for words in SPELLINGS] + ["!=", "!~~", "!=~"])


def _called(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(sorted(FUNCTIONS)), st.lists(values, max_size=3)).map(
        lambda pair: f"{pair[0]}({', '.join(pair[1])})"
    )


VALUES = st.recursive(PATHS, _called, max_leaves=3) | LITERALS
COMPARISONS = st.tuples(VALUES, st.sampled_from(["", "not ", "!"]), OPERATORS, VALUES).map(
    lambda four: f"{four[0]} {four[1]}{four[2]} {four[3]}"
)
CONDITIONS = st.recursive(
    COMPARISONS,
    lambda inner: (
        st.tuples(inner, st.sampled_from(["and", "or", "&&", "||"]), inner).map(" ".join)
        | inner.map(lambda one: f"({one})")
        | inner.map(lambda one: f"not {one}")
    ),
    max_leaves=5,
)
PIECES = st.lists(
    st.sampled_from(
        (
            *("subject", "size", "${", "${x}", "}", "'", '"', "(", ")", ",", " ", "\n", "and", "or", "not", "!", "=="),
            *(
                "=~",
                "=",
                "&&",
                "|",
                ">",
                "in",
                "regex",
                "range",
                "starts",
                "with",
                "5",
                "2.5 MB",
                "2026-11-24",
                "lower",
            ),
            *("\\", "$"),
        )
    )
    | st.text(max_size=3),
    max_size=20,
).map("".join)
FIELD_VALUES = st.none() | TEXTS | st.integers() | st.floats() | st.booleans() | st.lists(TEXTS, max_size=3).map(tuple)
MESSAGES = st.builds(
    Message,
    raw=st.binary(max_size=5),
    subject=TEXTS,
    sender=st.lists(st.builds(Address, TEXTS, TEXTS), max_size=2).map(tuple),
    content=TEXTS,
    date=st.sampled_from(["", "2026-11-24T14:30:00+01:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
    | TEXTS,
    headers=TEXTS.map(lambda text: (("X-A", text),)),
)


def answer(text: str, before: Exchange) -> None:
    """Reads, and evaluates what can be read; every other exception fails the test."""
    expression, problems = read_expression(text)
    assert problems == check(text)
    assert (expression is None) == bool(problems)
    for one in problems:
        assert one.message
        assert 0 <= one.start <= len(text)
        assert one.length >= 1 and one.line >= 1 and one.column >= 1
    if expression is None:
        return
    try:
        verdict = expression.judge(before)
    except ExpressionFailed as error:
        assert str(error)
        return
    assert isinstance(verdict, Verdict)
    assert verdict.because.isprintable()
    assert len(verdict.because) <= 700


@settings(max_examples=400, deadline=None)
@given(text=CONDITIONS, message=MESSAGES, mapped=FIELD_VALUES)
def test_any_condition_is_refused_or_answered(text: str, message: Message, mapped: FieldValue) -> None:
    answer(text, Exchange("e", message, NOW).produced("first", {"x": mapped, "y": mapped}))


@settings(max_examples=400, deadline=None)
@given(text=PIECES)
def test_any_text_is_refused_or_answered(text: str) -> None:
    answer(text, exchange())


@settings(deadline=None)
@given(text=CONDITIONS)
def test_the_opposite_is_the_opposite(text: str) -> None:
    expression, opposite = read_expression(text)[0], read_expression(f"not ({text})")[0]
    assert (expression is None) == (opposite is None)
    if expression is None or opposite is None:
        return
    try:
        holds = expression.holds(exchange())
    except ExpressionFailed:
        with pytest.raises(ExpressionFailed):
            opposite.holds(exchange())
        return
    assert opposite.holds(exchange()) is not holds


@given(text=st.text(max_size=20))
def test_quoted_text_compares_as_it_is(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    expression, problems = read_expression(f'${{x}} == "{quoted}"')
    assert expression is not None, problems
    assert expression.holds(exchange(x=text))


@pytest.mark.parametrize(
    "name",
    [
        *("x.__class__", "subject.__class__.__mro__", "__class__", "__globals__", "body.__init__", "0.__globals__"),
        *("message.__class__", "message.raw", "message.to_json", "steps.first.__class__", "headers.__class__", "self"),
    ],
)
def test_no_name_leads_to_an_object(name: str) -> None:
    for text in (f"${{{name}}} == null", f"{name} == null"):
        expression, problems = read_expression(text)
        if expression is None:
            assert problems
        else:
            assert expression.holds(exchange(x="value"))


@pytest.mark.parametrize("text", ["${password}", "{{password}}", "' or true or '", '" || "1" == "1', "\\", "%s", "{0}"])
def test_what_a_message_holds_is_never_read_as_an_expression(text: str) -> None:
    before = exchange(Message(raw=b"", subject=text), password="hunter2")
    for one in (
        "subject == 'hunter2'",
        "subject contains 'hunter2'",
        "subject == ${password}",
        "lower(subject) == 'x'",
    ):
        expression, _ = read_expression(one)
        assert expression is not None
        assert not expression.holds(before)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "(",
            "!",
            "not ",
            "'",
            '"',
            "\\",
            "${",
            "$",
            "a.",
            "a.b.",
            "size > 5 and ",
            "lower(",
            "('a', ",
            "9",
            "1-",
            " ",
        ),
        *("'\\", "${x} == ${y} || ", "=", "~~", "é", "\u202e", "size > 5\n&& ", "-", "x ", "2026-11-24"),
    ],
)
def test_large_texts_are_read_in_time(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    begun = time.process_time()
    check(text)
    check("subject contains 'x' and " + text[:9_000])
    assert time.process_time() - begun < 2
