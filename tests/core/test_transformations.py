"""Every transformation: names, parameters, answers at the edges, limits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.transformations.kinds import MAX_LENGTH, Named, TransformationError
from mailflow_gui.core.transformations.table import (
    TRANSFORMATIONS,
    apply_chain,
    find_transformation,
    read_chain,
)
from mailflow_gui.core.values import text_of
from tests.core.changes import run

#: AtlasMap's names and parameters.
ORIGINAL = {
    **dict.fromkeys(
        ["AbsoluteValue", "Camelize", "Capitalize", "Ceiling", "DayOfWeek", "DayOfYear", "FileExtension"], ()
    ),
    **dict.fromkeys(["Floor", "IsNull", "Length", "Lowercase", "Normalize", "Round", "SeparateByDash"], ()),
    **dict.fromkeys(["SeparateByUnderscore", "Trim", "TrimLeft", "TrimRight", "Uppercase", "Add", "Average"], ()),
    **dict.fromkeys(["Count", "Divide", "Maximum", "Minimum", "Multiply", "Subtract"], ()),
    **dict.fromkeys(["Append", "Prepend", "EndsWith", "StartsWith", "IndexOf", "LastIndexOf"], ("string",)),
    **dict.fromkeys(["ConvertAreaUnit", "ConvertDistanceUnit", "ConvertMassUnit"], ("fromUnit", "toUnit")),
    **dict.fromkeys(["SubstringAfter", "SubstringBefore"], ("startIndex", "endIndex", "match")),
    **dict.fromkeys(["PadStringLeft", "PadStringRight"], ("padCharacter", "padCount")),
    **dict.fromkeys(["ReplaceAll", "ReplaceFirst"], ("match", "newString")),
    **dict.fromkeys(["CopyTo", "ItemAt"], ("index",)),
    **dict.fromkeys(["Contains", "Equals"], ("value",)),
    **dict.fromkeys(["Concatenate", "Split"], ("delimiter",)),
    "ConvertVolumeUnit": ("fromUnit", "toUnit"),
    "AddDays": ("days",),
    "AddSeconds": ("seconds",),
    "Format": ("template",),
    "Repeat": ("count",),
    "Substring": ("startIndex", "endIndex"),
}
OWN = {"DefaultIfEmpty": ("value",), "FormatDate": ("format",)}


def test_names_and_parameters_are_those_of_the_original() -> None:
    assert {name: tuple(p.key for p in one.parameters) for name, one in TRANSFORMATIONS.items()} == {**ORIGINAL, **OWN}
    assert all(one.label and (one.one or one.many) for one in TRANSFORMATIONS.values())


@pytest.mark.parametrize("name", ["SubString", "Item At", "uppercase", "SubStringAfter"])
def test_older_spellings_are_read(name: str) -> None:
    assert find_transformation(name) is not None


@pytest.mark.parametrize(
    ("step", "value", "result"),
    [
        ({"Append": {"string": " !"}}, "x", "x !"),
        ({"Append": {"string": "x"}}, None, None),
        ({"Append": {}}, "x", "x"),
        ({"Append": {"string": 5}}, "x", "x5"),
        ({"Prepend": {"string": "Re: "}}, "שלום", "Re: שלום"),
        ({"Camelize": None}, "the quick  Brown", "theQuickBrown"),
        ("Camelize", "", ""),
        ("Camelize", "  ", ""),
        ("Capitalize", "élan vital", "Élan vital"),
        ("Capitalize", "", ""),
        ({"Contains": {"value": "b"}}, "abc", True),
        ({"Contains": {"value": "b"}}, None, False),
        ({"Contains": {"value": "b"}}, ("ab", "c"), False),
        ({"Contains": {"value": "ab"}}, ("ab", "c"), True),
        ({"CopyTo": {"index": 2}}, "x", ("", "", "x")),
        ({"DefaultIfEmpty": {"value": "(none)"}}, None, "(none)"),
        ({"DefaultIfEmpty": {"value": "(none)"}}, " ", "(none)"),
        ({"DefaultIfEmpty": {"value": "(none)"}}, 0, 0),
        ({"EndsWith": {"string": "C"}}, "abc", False),
        ({"EndsWith": {"string": "c"}}, "abc", True),
        ({"EndsWith": {"string": "c"}}, None, False),
        ({"Equals": {"value": "5"}}, 5, True),
        ({"Equals": {"value": "5"}}, None, False),
        ("FileExtension", "a.tar.gz", "gz"),
        ("FileExtension", "noext", None),
        ("FileExtension", ("a.pdf", "b", "c.png"), ("pdf", "png")),
        ({"Format": {"template": "<%s> 100%% %1$s %2$s $x"}}, "v%s", "<v%s> 100% v%s  $x"),
        ({"IndexOf": {"string": "l"}}, "hello", 2),
        ({"IndexOf": {"string": "z"}}, "hello", -1),
        ({"IndexOf": {"string": "z"}}, None, -1),
        ({"LastIndexOf": {"string": "l"}}, "hello", 3),
        ({"LastIndexOf": {"string": "z"}}, "", -1),
        ("IsNull", None, True),
        ("IsNull", "", False),
        ("Length", None, -1),
        ("Length", "", 0),
        ("Length", "אבג", 3),
        ("Length", ("a", "b"), 2),
        ("Lowercase", "ÀB", "àb"),
        ("Uppercase", "straße", "STRASSE"),
        ("Uppercase", ("a", "b"), ("A", "B")),
        ("Uppercase", 5, "5"),
        ("Normalize", " a \n\t b\u00a0c ", "a b c"),
        ({"PadStringLeft": {"padCharacter": "0", "padCount": 3}}, "7", "0007"),
        ({"PadStringRight": {"padCharacter": "-", "padCount": "2"}}, "7", "7--"),
        ({"PadStringRight": {}}, "7", "7"),
        ({"Repeat": {"count": 3}}, "ab", "ababab"),
        ({"Repeat": {"count": 0}}, "ab", ""),
        ({"ReplaceAll": {"match": ".", "newString": "$1"}}, "a.b.c", "a$1b$1c"),
        ({"ReplaceAll": {"match": "a"}}, "banana", "bnn"),
        ({"ReplaceFirst": {"match": "a", "newString": "o"}}, "banana", "bonana"),
        ({"ReplaceFirst": {"match": "z", "newString": "o"}}, "banana", "banana"),
        ("SeparateByDash", "a b:c_d+e=f-g", "a-b-c-d-e-f-g"),
        ("SeparateByUnderscore", "a b:c-d+e=f_g", "a_b_c_d_e_f_g"),
        ("Split", " a  b ", ("a", "b")),
        ({"Split": {"delimiter": ","}}, "a,,b", ("a", "", "b")),
        ({"Split": {"delimiter": ","}}, None, None),
        ({"StartsWith": {"string": "he"}}, "hello", True),
        ({"Substring": {"startIndex": 1, "endIndex": 3}}, "hello", "el"),
        ({"Substring": {"startIndex": 2}}, "hello", "llo"),
        ({"Substring": {"startIndex": 9, "endIndex": 3}}, "hello", ""),
        ({"Substring": {"startIndex": 0, "endIndex": 99}}, "hello", "hello"),
        ({"SubstringAfter": {"match": "ll", "startIndex": 0}}, "hello", "o"),
        ({"SubstringAfter": {"match": ": ", "startIndex": 1, "endIndex": 3}}, "Order: 12345", "23"),
        ({"SubstringAfter": {"match": "z"}}, "hello", "hello"),
        ({"SubstringBefore": {"match": "@"}}, "jane@example.org", "jane"),
        ({"SubstringBefore": {"match": "@", "startIndex": 2}}, "jane@example.org", "ne"),
        ("Trim", " a ", "a"),
        ("TrimLeft", " a ", "a "),
        ("TrimRight", " a ", " a"),
        ("Trim", None, None),
        ("AbsoluteValue", "-3", 3),
        ("Ceiling", "2.1", 3),
        ("Floor", "-2.1", -3),
        ("Round", "2.5", 3),
        ("Round", "-2.5", -2),
        ("Round", None, None),
        ("Round", " ", None),
        ({"ConvertMassUnit": {"fromUnit": "Pound (lb)", "toUnit": "Kilogram (kg)"}}, "10", 4.535924),
        ({"ConvertDistanceUnit": {"fromUnit": "MILE_MI", "toUnit": "METER_M"}}, 1, 1609.344),
        ({"ConvertAreaUnit": {"fromUnit": "Square Foot", "toUnit": "Square Foot"}}, "3", 3),
        ({"ConvertVolumeUnit": {"fromUnit": "Liter", "toUnit": "Cubic Meter"}}, "2000", 2),
        ({"AddDays": {"days": 1}}, "2026-12-31", "2027-01-01"),
        ({"AddDays": {"days": -1}}, "2026-11-24T14:30:00+01:00", "2026-11-23T14:30:00+01:00"),
        ({"AddDays": None}, "2026-12-31", "2026-12-31"),
        ({"AddDays": {"days": 1}}, None, None),
        ({"AddSeconds": {"seconds": 30}}, "2026-11-24T23:59:45Z", "2026-11-25T00:00:15+00:00"),
        ({"AddSeconds": {"seconds": 30}}, "2026-11-24", "2026-11-24T00:00:30"),
        ("DayOfWeek", "2026-11-24", 2),
        ("DayOfYear", "2026-12-31", 365),
        ({"FormatDate": {"format": "EEE d MMM yyyy, HH:mm XXX"}}, "2026-11-04T09:05Z", "Wed 4 Nov 2026, 09:05 +00:00"),
        ({"FormatDate": {"format": "dd.MM.yy 'at' h:mm a ''"}}, "2026-11-04T13:05", "04.11.26 at 1:05 PM '"),
        ({"FormatDate": {}}, "Tue, 24 Nov 2026 14:30:00 +0100", "2026-11-24 14:30"),
    ],
)
def test_one_value(step: Any, value: FieldValue, result: FieldValue) -> None:
    found = run(step, value)
    assert found == result
    assert type(found) is type(result)


@pytest.mark.parametrize(
    ("step", "values", "result"),
    [
        ("Add", ("1", 2, "3.5"), 6.5),
        ("Add", ("0.1", "0.2"), 0.3),
        ("Add", (None, "2"), 2),
        ("Add", (None, ""), None),
        ("Average", ("1", "2"), 1.5),
        ("Subtract", (10, 3, 2), 5),
        ("Multiply", (2, 3, "4"), 24),
        ("Divide", (100, 5, 2), 10),
        ("Maximum", ("9", "10", "-1"), 10),
        ("Minimum", ("9", "10", "-1"), -1),
        ("Count", ("a", None, "", "b"), 2),
        ("Count", (("a", "b", "c"),), 3),
        ("Count", (None,), 0),
        ("Concatenate", ("a", None, "", "b"), "a b"),
        ({"Concatenate": {"delimiter": ", "}}, ("a", ("b", "c")), "a, b, c"),
        ({"Concatenate": {"delimiter": ""}}, ("a", 1, True), "a1true"),
        ("Concatenate", (None, None), None),
        ({"Contains": {"value": "b"}}, ("a", "b"), True),
        ({"Contains": {"value": "b"}}, ("a", "bb"), False),
        ({"Format": {"template": "$field1, ${field0}%s $field9"}}, ("a", "b"), "b, aa $field9"),
        ({"ItemAt": {"index": 1}}, ("a", "b"), "b"),
        ({"Item At": {"index": 7}}, ("a", "b"), None),
        ({"ItemAt": {"index": 1}}, (("a", "b"),), "b"),
        ([{"Split": {"delimiter": ","}}, {"ItemAt": {"index": 1}}, "Trim"], ("a, b ,c",), "b"),
        (["Trim", "Concatenate", {"Prepend": {"string": "> "}}], (" a ", " b "), "> a b"),
        (["Uppercase"], ("a", "b"), "A B"),
    ],
)
def test_several_values(step: Any, values: tuple[FieldValue, ...], result: FieldValue) -> None:
    assert run(step, *values) == result


@pytest.mark.parametrize(
    ("step", "values"),
    [
        ("Round", ("abc",)),
        ("Add", ("1", "x")),
        ("Divide", ("1", "0")),
        ("Multiply", ("9" * 30, "9" * 30)),
        ({"AddDays": {"days": 1}}, ("tomorrow",)),
        ({"AddDays": {"days": 1}}, ("9999-12-31",)),
        ({"AddDays": {"days": 9_999_999_999}}, ("2026-01-01",)),
        ({"FormatDate": {"format": "QQ"}}, ("2026-01-01",)),
        ({"Repeat": {"count": 10_000}}, ("x" * 1_000,)),
        ({"PadStringLeft": {"padCharacter": "x" * 1_000, "padCount": 10_000}}, ("x",)),
        ({"ReplaceAll": {"match": "x", "newString": "y" * 1_000}}, ("x" * 10_000,)),
        ({"Append": {"string": "y" * (MAX_LENGTH + 1)}}, ("x",)),
        ({"Format": {"template": "%1$s" * 20}}, ("x" * 100_000,)),
        ({"Concatenate": {"delimiter": "y" * 100_000}}, ("a",) * 50),
        ([{"Split": {"delimiter": ","}}, {"Repeat": {"count": 10_000}}], (",".join("x" * 9_000),)),
        ({"Split": {"delimiter": ","}}, ("," * 20_000,)),
        ({"ConvertAreaUnit": {"fromUnit": "Square Foot", "toUnit": "Square Foot"}}, (1e64,)),
    ],
)
def test_what_can_not_be_done_is_told(step: Any, values: tuple[FieldValue, ...]) -> None:
    with pytest.raises(TransformationError, match=r"\w{3}"):
        run(step, *values)


def test_a_long_message_may_still_be_trimmed_and_signed() -> None:
    text = "x" * (3 * MAX_LENGTH)
    assert run(["Trim", {"Append": {"string": "--"}}], text) == text + "--"


@pytest.mark.parametrize(
    ("raw", "field", "words"),
    [
        ("Trim", "t", "a list"),
        ([{"Trimm": {}}], "t[0]", "Did you mean “Trim”?"),
        (["Trim", 5], "t[1]", "{Name: {parameter: value}}"),
        ([{"Trim": {}, "Lowercase": {}}], "t[0]", "{Name: {parameter: value}}"),
        ([{"Trim": "x"}], "t[0]", "{Name: {parameter: value}}"),
        ([{"Trim": {"x": 1}}], "t[0].x", "It takes nothing"),
        ([{"Append": {"text": "x"}}], "t[0].text", "Known: string"),
        ([{"Append": {"string": ["x"]}}], "t[0].string", "takes text"),
        ([{"Repeat": {"count": "many"}}], "t[0].count", "whole number"),
        ([{"Repeat": {"count": 10_001}}], "t[0].count", "between"),
        ([{"Substring": {"startIndex": -1}}], "t[0].startIndex", "between"),
        ([{"ReplaceAll": {"match": ""}}], "t[0].match", "required"),
        ([{"ConvertMassUnit": {"fromUnit": "Stone"}}], "t[0].fromUnit", "must be one of"),
        (["Trim"] * 31, "t", "at most 30"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(raw: Any, field: str, words: str) -> None:
    _, problems = read_chain(raw, "t")
    assert [problem.field for problem in problems] == [field]
    assert words in problems[0].message


TEXTS = st.text(max_size=20)
ARGUMENTS = {
    "longtext": TEXTS,
    "number": st.integers(-5, 200),
    "choice": st.sampled_from(["Liter", "Kilogram (kg)", "Mile (mi)", "Square Foot", "x"]),
}
VALUE = st.none() | TEXTS | st.integers() | st.floats() | st.booleans() | st.lists(TEXTS, max_size=4).map(tuple)
VALUE |= st.sampled_from(["2026-11-24", "2026-11-24T14:30:00+01:00", "12", "-3.5"])


@settings(max_examples=300)
@given(data=st.data(), names=st.lists(st.sampled_from(sorted(TRANSFORMATIONS)), min_size=1, max_size=4))
def test_any_chain_gives_a_value_or_tells_why_not(data: st.DataObject, names: list[str]) -> None:
    raw = [
        {
            name: {
                p.key: data.draw(ARGUMENTS[p.kind])
                for p in TRANSFORMATIONS[name].parameters
                if data.draw(st.booleans())
            }
        }
        for name in names
    ]
    values = data.draw(st.lists(VALUE, min_size=1, max_size=3))
    chain, problems = read_chain(raw, "t")
    if problems:
        assert all(problem.message for problem in problems)
        return
    try:
        result = apply_chain(chain, tuple(Named("x", value) for value in values))
    except TransformationError as error:
        assert str(error)
        return
    assert result is None or isinstance(result, (str, int, float, bool, tuple))
    assert len(text_of(result)) <= 2 * MAX_LENGTH
