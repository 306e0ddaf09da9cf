"""What is offered at the cursor of an expression."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow_gui.core.expressions.completion import Candidate, complete
from mailflow_gui.core.shapes import EMAIL, ShapeField

FIELDS = (*EMAIL.fields, ShapeField("steps.m1.company", "Company"), ShapeField("first_name", "First name"))


def offered(text: str) -> tuple[Candidate, ...]:
    """The candidates where the mark | stands."""
    at = text.index("|")
    return complete(text[:at] + text[at + 1 :], at, FIELDS)


def done(text: str, one: Candidate) -> str:
    """The text after a candidate was taken."""
    plain = text.replace("|", "")
    return plain[: one.start] + one.text + plain[one.start + one.length :]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("|", ["from", "to", "cc"], "not"),
        ("size > 5 and |", ["from", "to", "cc"], "not"),
        ("(|", ["from", "to", "cc"], "not"),
        ("lower(|", ["from", "to", "cc"], "lt("),
        ("su|", ["subject"], "subject"),
        ("SU|", ["subject"], "subject"),
        ("size > 5 or not su|", ["subject"], "subject"),
        ("comp|", ["steps.m1.company"], "steps.m1.company"),
        ("steps.m|", ["steps.m1.company"], "steps.m1.company"),
        ("first|", ["${first_name}"], "${first_name}"),
        ("isE|", ["isEmpty("], "isEmpty("),
        ("tod|", ["today()"], "today()"),
        ("subject |", ["contains", "~~", "=="], "not ends with"),
        ("${first_name} |", ["contains", "~~", "=="], "not ends with"),
        ("subject con|", ["contains", "~~", "not contains"], "not contains"),
        ("subject not |", ["contains", "in", "regex"], "ends with"),
        ("subject starts |", ["with"], "with"),
        ("size |", [">", ">=", "<"], "in"),
        ("date |", [">=", "<", "<="], "range"),
        ("attachments |", ["contains", "ends with", ">"], "~~"),
        ("date >= |", ["date", "today()", "daysAgo("], "daysAgo("),
        ("size > |", ["size", "length(", "weekday("], "hour("),
        ("size > 5 |", ["and", "or"], "or"),
        ("isEmpty(cc) |", ["and", "or"], "or"),
        ("size > 5 a|", ["and"], "and"),
        ("${|", ["${from}", "${to}", "${cc}"], "${first_name}"),
        ("size > 5 and ${fi|", ["${first_name}"], "${first_name}"),
        ("${body.sub|", ["${body.subject}"], "${body.subject}"),
    ],
)
def test_what_fits_is_offered_best_first(text: str, first: list[str], last: str) -> None:
    found = [one.text for one in offered(text)]
    assert found[: len(first)] == first
    assert found[-1] == last
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "subject contains 'su|'",
        "subject contains 'su|",
        '"|',
        "size|.x".replace("|.x", " > 5|"),
        "size > 5) |",
        "5|",
        "x'|",
    ],
)
def test_nothing_is_offered_within_a_text_and_where_nothing_fits(text: str) -> None:
    assert offered(text) == ()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("su|", "subject"),
        ("size > 5 and su| contains 'x'", "size > 5 and subject contains 'x'"),
        ("${su|bj} == 'x'", "${subject} == 'x'"),
        ("${su|} == 'x'", "${subject} == 'x'"),
        ("${su|", "${subject}"),
        ("subject co|", "subject contains"),
    ],
)
def test_a_candidate_takes_the_place_of_what_was_typed(text: str, after: str) -> None:
    assert done(text, offered(text)[0]) == after


def test_candidates_say_what_they_are() -> None:
    kinds = {one.text: (one.kind, one.label) for one in (*offered("|"), *offered("subject |"), *offered("size > 5 |"))}
    assert kinds["from"] == ("field", "Email from")
    assert kinds["domain("] == ("function", "What stands after the @ of an address.")
    assert kinds["~~"] == ("operator", "contains (ignore case)")
    assert kinds["not starts with"] == ("operator", "not starts with")
    assert kinds["and"] == ("word", "both hold")


PIECES = st.lists(
    st.sampled_from(
        ["subject", "${", "}", "'", '"', "(", ")", " ", "and", "not", "in", "==", ">", "5", ",", "lower", "x"]
    ),
    max_size=12,
).map("".join)


@given(text=PIECES, data=st.data())
def test_at_any_cursor_of_any_text_there_is_an_answer(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    for one in complete(text, at, FIELDS):
        assert 0 <= one.start <= at <= one.start + one.length <= len(text)
