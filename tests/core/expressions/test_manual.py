"""The page about the language says what the language does."""

from __future__ import annotations

import re

import pytest

from mailflow_gui.core.expressions.expression import check
from mailflow_gui.core.expressions.functions import FUNCTIONS
from mailflow_gui.core.expressions.manual import EXAMPLES, MANUAL
from mailflow_gui.core.expressions.operations import SPELLINGS
from mailflow_gui.core.message import FIELDS
from tests.core.expressions.questions import judge


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_used(example: str) -> None:
    assert check(example) == []
    assert example in MANUAL
    judge(example)


def test_every_field_operator_and_function_is_named() -> None:
    words = set(re.split(r"[\s,]+", MANUAL))
    assert set(FIELDS) <= words
    assert all(" ".join(spelling) in MANUAL for spelling in SPELLINGS)
    assert all(one.form in MANUAL and one.help in MANUAL for one in FUNCTIONS.values())
    assert all(len(line) <= 200 for line in MANUAL.splitlines())
