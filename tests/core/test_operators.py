"""The fourteen operators: names, answers at the edges, and that nothing crashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.operators import OPERATORS, OperandError, evaluate, prepare_test
from mailflow_gui.core.pattern_syntax import PatternError


def test_ids_and_labels_are_those_of_the_original() -> None:
    assert {one.id: one.label for one in OPERATORS.values()} == {
        "contains": "contains",
        "~~": "contains (ignore case)",
        "==": "equals",
        "=~": "equals (ignores case)",
        ">": "greater than",
        ">=": "greater than or equal to",
        "in": "in",
        "<": "less than",
        "<=": "less than or equal to",
        "regex": "matches",
        "not contains": "not contains",
        "!=": "not equals",
        "not in": "not in",
        "not regex": "not matches",
    }
    assert next(iter(OPERATORS)) == "contains"


@pytest.mark.parametrize(
    ("value", "op", "text", "holds"),
    [
        ("New product", "contains", "product", True),
        ("New Product", "contains", "product", False),
        ('it\'s "new"', "contains", "'s \"", True),
        ("a' || '1' == '1", "==", "a", False),
        (None, "contains", "x", False),
        ("STRASSE", "~~", "straße", True),
        ("ΠΡΟΪΌΝ", "~~", "προϊόν", True),
        ("שלום עולם", "contains", "עולם", True),
        ("x", "==", "x", True),
        ("x ", "==", "x", False),
        (None, "==", "", True),
        ("", "==", "", True),
        (10, "==", "10.0", True),
        ("1.50", "==", "1.5", True),
        ("v1.50", "==", "v1.5", False),
        (True, "==", "true", True),
        ("ABC", "=~", "abc", True),
        ("ABC", "=~", "abd", False),
        ("9", ">", "10", False),
        ("10", ">", "9", True),
        (2048, ">=", "2048", True),
        (2048, "<", "1000000", True),
        ("b", ">", "a", True),
        ("9a", ">", "10", True),
        (None, ">", "5", False),
        (None, "<=", "5", False),
        ("", "<", "5", False),
        (("a.pdf", "b.png"), ">", "1", True),
        (("a.pdf", "b.png"), ">=", "3", False),
        ((), "<", "1", True),
        ("b", "in", "a, b ,c", True),
        ("2.0", "in", "1,2", True),
        ("", "in", "a,,b", False),
        ("a,b", "in", "a,b", False),
        ("Order 12", "regex", r"Order \d+", True),
        ("Order 12!", "regex", r"Order \d+", False),
        ("x", "not contains", "y", True),
        (None, "not contains", "y", True),
        ("x", "!=", "x", False),
        (None, "!=", "", False),
        ("x", "not in", "a,x", False),
        ("Order 12!", "not regex", r"Order \d+", True),
        (("a.pdf", "b.png"), "contains", ".png", True),
        (("a.pdf", "b.png"), "==", "b.png", True),
        (("a.pdf", "b.png"), "==", "a.pdf, b.png", True),
        (("a.pdf", "b.png"), "in", "c.pdf,b.png", True),
        (("a.pdf", "b.png"), "regex", r".*\.pdf", True),
        (("a.pdf", "b.png"), "not regex", r".*\.pdf", False),
        ((), "==", "", True),
        ((), "not contains", "x", True),
    ],
)
def test_answers(value: FieldValue, op: str, text: str, holds: bool) -> None:
    assert evaluate(op, value, text) is holds


@pytest.mark.parametrize(
    ("value", "op", "text", "holds"),
    [
        ("2026-11-24T14:30:00+01:00", ">", "2026-11-23", True),
        ("2026-11-24T14:30:00+01:00", ">", "2026-11-24", False),
        ("2026-11-24T14:30:00+01:00", ">=", "2026-11-24", True),
        ("2026-11-24T14:30:00+01:00", "==", "2026-11-24", True),
        ("2026-11-24T14:30:00+01:00", "<", "2026-11-24T13:31Z", True),
        ("2026-11-24T14:30:00+01:00", "<", "2026-11-24T14:00", False),
        ("2026-11-24T14:30:00+01:00", "contains", "14:30", True),
        (None, "<", "2026-11-24", False),
        ("some day", "<", "2026-11-24", False),
        (None, "!=", "2026-11-24", True),
    ],
)
def test_dates(value: FieldValue, op: str, text: str, holds: bool) -> None:
    assert evaluate(op, value, text, as_dates=True) is holds


@pytest.mark.parametrize(
    ("op", "text", "as_dates"),
    [("nope", "x", False), ("contains", "", False), ("in", " , ,", False), (">", "", False), (">", "soon", True)],
)
def test_a_text_that_can_not_be_compared_is_refused(op: str, text: str, as_dates: bool) -> None:
    with pytest.raises(OperandError):
        prepare_test(op, text, as_dates=as_dates)


def test_a_broken_pattern_is_refused() -> None:
    with pytest.raises(PatternError):
        prepare_test("not regex", "(")


VALUES = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.lists(st.text(), max_size=3).map(tuple),
)


@given(op=st.sampled_from(sorted(OPERATORS)), value=VALUES, text=st.text(max_size=20), as_dates=st.booleans())
def test_any_value_gets_an_answer_or_the_text_is_refused(op: str, value: FieldValue, text: str, as_dates: bool) -> None:
    try:
        test = prepare_test(op, text, as_dates=as_dates)
    except ValueError as error:
        assert str(error)
        return
    assert test(value) in (True, False)


@given(value=VALUES, text=st.text(min_size=1, max_size=10).filter(str.strip))
def test_negations_are_exact(value: FieldValue, text: str) -> None:
    assert evaluate("contains", value, text) is not evaluate("not contains", value, text)
    assert evaluate("==", value, text) is not evaluate("!=", value, text)
