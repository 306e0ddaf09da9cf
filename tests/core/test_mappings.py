"""Mappings as the preview shows them: the value after each transformation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.mappings import MappingError, Stage, fill, read_mapping, read_mappings, trace
from mailflow_gui.core.message import Message

BEFORE = Exchange(
    "e1", Message(raw=b"", subject=" Interested in your product ", uid="17"), datetime(2026, 11, 24, tzinfo=UTC)
)


def test_preview_after_each_step() -> None:
    mapping, _ = read_mapping(
        {"from": ["subject"], "to": "subject", "transformations": ["Trim", {"Prepend": {"string": "Re: "}}]}, "m"
    )
    assert mapping is not None
    assert trace(mapping, BEFORE) == (
        Stage("", " Interested in your product "),
        Stage("Trim", "Interested in your product"),
        Stage("Prepend", "Re: Interested in your product"),
    )


def test_preview_of_several_sources() -> None:
    mapping, _ = read_mapping({"from": ["uid", "uid"], "to": "x", "transformations": ["Add", "Length"]}, "m")
    assert mapping is not None
    assert trace(mapping, BEFORE) == (Stage("", "17 17"), Stage("Add", 34), Stage("Length", 2))


def test_a_failure_names_the_target() -> None:
    mapping, _ = read_mapping({"from": ["subject"], "to": "n", "transformations": ["Round"]}, "m")
    assert mapping is not None
    with pytest.raises(MappingError, match="not a number") as caught:
        fill(mapping, BEFORE)
    assert caught.value.target == "n"


def test_rows_that_are_wrong_do_not_hide_those_that_are_right() -> None:
    mappings, problems = read_mappings([{"from": ["uid"], "to": "a"}, {"from": ["uid"]}, {"from": ["uid"], "to": "b"}])
    assert [one.targets for one in mappings] == [("a",), ("b",)]
    assert [problem.field for problem in problems] == ["mappings[1].to"]


def test_fixed_texts_stand_among_fields() -> None:
    mapping, problems = read_mapping({"from": [{"constant": "No."}, "uid"], "to": "subject"}, "m")
    assert mapping is not None
    assert (trace(mapping, BEFORE), problems) == ((Stage("", "No. 17"),), [])


@pytest.mark.parametrize("item", [{"constant": ["x"]}, {"constant": "x", "to": "y"}, {}])
def test_a_fixed_text_among_fields_is_one_text(item: object) -> None:
    assert [one.field for one in read_mapping({"from": [item, "uid"], "to": "subject"}, "m")[1]] == ["m.from"]
