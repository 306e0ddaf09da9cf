"""What is written is read back equal, by us and by other YAML readers, and reads like a person wrote it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.fields import SecretText
from mailflow_gui.store.document import parse
from mailflow_gui.store.emitter import emit

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "ab:# -\n\t'\"{}[],&*!|>%@`\r\\?é€0~.", max_size=20
)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(TEXT, children, max_size=4),
    max_leaves=15,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(TEXT, PLAIN, min_size=1, max_size=5))
def test_everything_comes_back(document: dict[str, Any]) -> None:
    text = emit(document)
    assert parse(text).plain() == document
    assert yaml.safe_load(text) == document


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Answers people", "a: Answers people\n"),
        ("5s", "a: 5s\n"),
        ("", 'a: ""\n'),
        ("no", 'a: "no"\n'),
        ("993", 'a: "993"\n'),
        ("x: y", 'a: "x: y"\n'),
        ("one\ntwo\n", "a: |\n  one\n  two\n"),
        ("one\ntwo", "a: |-\n  one\n  two\n"),
        (" one\ntwo", 'a: " one\\ntwo"\n'),
        ([], "a: []\n"),
        ([1, "b"], "a: [1, b]\n"),
    ],
)
def test_form(value: Any, expected: str) -> None:
    assert emit({"a": value}) == expected


@pytest.mark.parametrize("value", [SecretText("x"), b"x", object(), {1: 2}, float("nan"), float("inf"), "\ud800"])
def test_what_is_not_plain_data_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        emit({"a": [value]})
