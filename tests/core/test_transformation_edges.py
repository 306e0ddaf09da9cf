"""Transformations at the edges: no value, nothing in it, other scripts, indexes beyond the end."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.table import TRANSFORMATIONS
from tests.core.changes import run

#: For no value and for an empty text, by kind of answer; every transformation is in one of the rows.
ABSENT: list[tuple[FieldValue, FieldValue, list[str]]] = [
    (None, "", ["Append", "Camelize", "Capitalize", "Lowercase", "Normalize", "PadStringLeft", "PadStringRight"]),
    (None, "", ["Prepend", "Repeat", "ReplaceAll", "ReplaceFirst", "SeparateByDash", "SeparateByUnderscore"]),
    (None, "", ["Substring", "SubstringAfter", "SubstringBefore", "Trim", "TrimLeft", "TrimRight", "Uppercase"]),
    (None, None, ["AbsoluteValue", "Ceiling", "Floor", "Round", "ConvertAreaUnit", "ConvertDistanceUnit"]),
    (None, None, ["ConvertMassUnit", "ConvertVolumeUnit", "AddDays", "AddSeconds", "DayOfWeek", "DayOfYear"]),
    (None, None, ["FormatDate", "FileExtension", "Add", "Average", "Concatenate", "Divide", "Maximum", "Minimum"]),
    (None, None, ["Multiply", "Subtract"]),
    (False, False, ["Contains", "EndsWith", "StartsWith"]),
    (False, True, ["Equals"]),
    (True, False, ["IsNull"]),
    (-1, 0, ["Length"]),
    (-1, -1, ["IndexOf", "LastIndexOf"]),
    (0, 0, ["Count"]),
    (None, "", ["ItemAt"]),
    (None, ("",), ["CopyTo", "Split"]),
    ("", "", ["DefaultIfEmpty"]),
    (None, "x", ["Format"]),
]


def test_no_value_and_an_empty_text_have_an_answer_everywhere() -> None:
    assert sorted(name for _, _, names in ABSENT for name in names) == sorted(TRANSFORMATIONS)
    for absent, empty, names in ABSENT:
        for name in names:
            given = {p.key: "x" for p in TRANSFORMATIONS[name].parameters if p.required and p.key != "format"}
            assert (name, run({name: given}, None), run({name: given}, "")) == (name, absent, empty)


@pytest.mark.parametrize(
    ("step", "value", "result"),
    [
        # quotes are characters like others
        ({"Append": {"string": "'\""}}, '"it\'s"', '"it\'s"\'"'),
        ({"ReplaceAll": {"match": "'", "newString": "''"}}, "it's", "it''s"),
        ({"Format": {"template": "'%s' \"%s\""}}, "a'b", "'a'b' \"\""),
        ({"Split": {"delimiter": '"'}}, 'a"b', ("a", "b")),
        # combining characters and emoji: counted as they are stored, never lost
        ("Length", "e\u0301", 2),
        ("Length", "👍🏽", 2),
        ("Capitalize", "e\u0301tude", "E\u0301tude"),
        ("Uppercase", "e\u0301", "E\u0301"),
        ("Capitalize", "ßa", "SSa"),
        ("Capitalize", "👍🏽 ok", "👍🏽 ok"),
        ("Camelize", "Éric a dit", "éricADit"),
        ({"IndexOf": {"string": "ok"}}, "👍🏽 ok", 3),
        ({"LastIndexOf": {"string": "ll"}}, "hello ll", 6),
        ({"Substring": {"startIndex": 1, "endIndex": 2}}, "a👍b", "👍"),
        ({"PadStringLeft": {"padCharacter": "👍", "padCount": 2}}, "x", "👍👍x"),
        ({"SubstringBefore": {"match": "\u0301"}}, "e\u0301a", "e"),
        # right to left
        ({"Prepend": {"string": "שלום "}}, "עולם", "שלום עולם"),
        ({"SubstringAfter": {"match": " "}}, "שלום עולם", "עולם"),
        ({"Substring": {"startIndex": 0, "endIndex": 2}}, "שלום", "של"),
        ("Capitalize", "مرحبا", "مرحبا"),
        ("Camelize", "שלום עולם", "שלוםעולם"),
        ("Trim", "\u200fשלום ", "\u200fשלום"),
        # indexes beyond the end
        ({"Substring": {"startIndex": 5}}, "hello", ""),
        ({"Substring": {"startIndex": 3, "endIndex": 1}}, "hello", ""),
        ({"SubstringAfter": {"match": "l", "startIndex": 9}}, "hello", ""),
        ({"SubstringBefore": {"match": "o", "startIndex": 2, "endIndex": 99}}, "hello", "ll"),
        ({"ItemAt": {"index": 9}}, ("a",), None),
        ({"CopyTo": {"index": 0}}, "x", ("x",)),
        # white space of every kind
        ("SeparateByDash", "a\tb\u00a0c", "a-b-c"),
        ("Normalize", "\u2003a\r\n\r\nb\u200a", "a b"),
        ("FileExtension", "Büro.PDF", "PDF"),
        ("FileExtension", "a.", ""),
        # numbers and dates at their ends
        ("Round", "-0.5", 0),
        ("Round", "0.49999999999999999999", 0),
        ("Ceiling", "-0.1", 0),
        ("AbsoluteValue", "-0", 0),
        ({"AddDays": {"days": 1}}, "2028-02-28", "2028-02-29"),
        ({"AddSeconds": {"seconds": 1}}, "2026-12-31T23:59:59+01:00", "2027-01-01T00:00:00+01:00"),
        ("DayOfYear", "2028-12-31", 366),
        ("DayOfWeek", "2026-11-22", 7),
    ],
)
def test_edges(step: Any, value: FieldValue, result: FieldValue) -> None:
    found = run(step, value)
    assert found == result
    assert type(found) is type(result)
