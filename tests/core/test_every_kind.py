"""Every transformation and every operator at the same edges; one that comes without its row fails here."""

from __future__ import annotations

import pytest

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.operators import MORE_OPERATORS, OPERATORS, evaluate
from mailflow_gui.core.transformations.kinds import TransformationError
from mailflow_gui.core.transformations.table import TRANSFORMATIONS, read_chain
from tests.core.changes import run

#: Quotes of both kinds, letters and signs beyond ASCII, and a script from right to left.
TEXTS = ('it\'s "é"', "Ärger €5", "שלום עולם")
SAME = TEXTS
REFUSED = "refused"

Parameters = dict[str, Plain]

#: Name, parameters, and what becomes of the three texts. No value and an empty text: test_transformation_edges.
CHANGED: list[tuple[str, Parameters, tuple[FieldValue, ...]]] = [
    ("Append", {"string": "'\"é"}, ('it\'s "é"\'"é', "Ärger €5'\"é", "שלום עולם'\"é")),
    ("Camelize", {}, ('it\'s"é"', "ärger€5", "שלוםעולם")),
    ("Capitalize", {}, ('It\'s "é"', "Ärger €5", "שלום עולם")),
    ("Concatenate", {"delimiter": "'"}, SAME),
    ("Contains", {"value": "ום ע"}, (False, False, True)),
    ("CopyTo", {"index": 1}, (("", 'it\'s "é"'), ("", "Ärger €5"), ("", "שלום עולם"))),
    ("Count", {}, (1, 1, 1)),
    ("DefaultIfEmpty", {"value": "x"}, SAME),
    ("EndsWith", {"string": '"'}, (True, False, False)),
    ("Equals", {"value": "שלום עולם"}, (False, False, True)),
    ("FileExtension", {}, (None, None, None)),
    ("Format", {"template": "“%s” 'ש'"}, ("“it's \"é\"” 'ש'", "“Ärger €5” 'ש'", "“שלום עולם” 'ש'")),
    ("IndexOf", {"string": "ל"}, (-1, -1, 1)),
    ("IsNull", {}, (False, False, False)),
    ("ItemAt", {"index": 0}, SAME),
    ("LastIndexOf", {"string": "é"}, (6, -1, -1)),
    ("Length", {}, (8, 8, 9)),
    ("Lowercase", {}, ('it\'s "é"', "ärger €5", "שלום עולם")),
    ("Normalize", {}, SAME),
    ("PadStringLeft", {"padCharacter": "ל", "padCount": 1}, ('לit\'s "é"', "לÄrger €5", "לשלום עולם")),
    ("PadStringRight", {"padCharacter": "'", "padCount": 1}, ("it's \"é\"'", "Ärger €5'", "שלום עולם'")),
    ("Prepend", {"string": "שלום "}, ('שלום it\'s "é"', "שלום Ärger €5", "שלום שלום עולם")),
    ("Repeat", {"count": 2}, ('it\'s "é"it\'s "é"', "Ärger €5Ärger €5", "שלום עולםשלום עולם")),
    ("ReplaceAll", {"match": "é", "newString": "'"}, ("it's \"'\"", "Ärger €5", "שלום עולם")),
    ("ReplaceFirst", {"match": "ל", "newString": '"'}, ('it\'s "é"', "Ärger €5", 'ש"ום עולם')),
    ("SeparateByDash", {}, ('it\'s-"é"', "Ärger-€5", "שלום-עולם")),
    ("SeparateByUnderscore", {}, ('it\'s_"é"', "Ärger_€5", "שלום_עולם")),
    ("Split", {"delimiter": "'"}, (("it", 's "é"'), ("Ärger €5",), ("שלום עולם",))),
    ("StartsWith", {"string": "שלום"}, (False, False, True)),
    ("Substring", {"startIndex": 1}, ('t\'s "é"', "rger €5", "לום עולם")),
    ("SubstringAfter", {"match": "ל"}, ('it\'s "é"', "Ärger €5", "ום עולם")),
    ("SubstringBefore", {"match": "'"}, ("it", "Ärger €5", "שלום עולם")),
    ("Trim", {}, SAME),
    ("TrimLeft", {}, SAME),
    ("TrimRight", {}, SAME),
    ("Uppercase", {}, ('IT\'S "É"', "ÄRGER €5", "שלום עולם")),
]
#: These take numbers or dates: a text is refused in words, never taken for 0 or today.
OF_NUMBERS_AND_DATES = (
    *("AbsoluteValue", "Add", "Average", "Ceiling", "Divide", "Floor", "Maximum", "Minimum", "Multiply", "Round"),
    *("Subtract", "ConvertAreaUnit", "ConvertDistanceUnit", "ConvertMassUnit", "ConvertVolumeUnit"),
    *("AddDays", "AddSeconds", "DayOfWeek", "DayOfYear", "FormatDate"),
)
#: Name, number parameter, what 99 and -1 make of the value "abcde" (of a date where dates are taken).
OUT_OF_RANGE: list[tuple[str, str, FieldValue, FieldValue]] = [
    ("AddDays", "days", "2027-04-09", "2026-12-30"),
    ("AddSeconds", "seconds", "2026-12-31T00:01:39", "2026-12-30T23:59:59"),
    ("CopyTo", "index", (*("",) * 99, "abcde"), REFUSED),
    ("ItemAt", "index", None, REFUSED),
    ("PadStringLeft", "padCount", "-" * 99 + "abcde", REFUSED),
    ("PadStringRight", "padCount", "abcde" + "-" * 99, REFUSED),
    ("Repeat", "count", "abcde" * 99, REFUSED),
    ("Substring", "startIndex", "", REFUSED),
    ("Substring", "endIndex", "abcde", "abcde"),
    ("SubstringAfter", "startIndex", "", REFUSED),
    ("SubstringAfter", "endIndex", "de", "de"),
    ("SubstringBefore", "startIndex", "", REFUSED),
    ("SubstringBefore", "endIndex", "ab", "ab"),
]
_BESIDES: dict[str, Parameters] = {
    "PadStringLeft": {"padCharacter": "-"},
    "PadStringRight": {"padCharacter": "-"},
    "SubstringAfter": {"match": "c"},
    "SubstringBefore": {"match": "c"},
}
#: Operator, text, and which of: no value, an empty text, and the three texts it holds for.
HOLDS: list[tuple[str, str, str]] = [
    ("contains", 's "é', "--x--"),
    ("contains", "Ä", "---x-"),
    ("contains", "ום עו", "----x"),
    ("~~", 'S "É', "--x--"),
    ("~~", "ÄRGER", "---x-"),
    ("~~", "שלום", "----x"),
    ("==", 'it\'s "é"', "--x--"),
    ("==", "Ärger €5", "---x-"),
    ("==", "שלום עולם", "----x"),
    ("==", "", "xx---"),
    ("=~", 'IT\'S "É"', "--x--"),
    ("=~", "äRGER €5", "---x-"),
    ("=~", "שלום עולם", "----x"),
    ("=~", "", "xx---"),
    (">", 'it\'s "é"', "---xx"),
    (">", "Ärger €5", "----x"),
    (">", "A", "--xxx"),
    (">", "ת", "-----"),
    (">=", 'it\'s "é"', "--xxx"),
    (">=", "Ärger €5", "---xx"),
    (">=", "שלום עולם", "----x"),
    (">=", "ת", "-----"),
    ("in", 'x, it\'s "é"', "--x--"),
    ("in", "Ärger €5,x", "---x-"),
    ("in", "שלום עולם", "----x"),
    ("<", 'it\'s "é"!', "--x--"),
    ("<", "é", "--xx-"),
    ("<", "ת", "--xxx"),
    ("<", "A", "-----"),
    ("<=", 'it\'s "é"', "--x--"),
    ("<=", "Ärger €5", "--xx-"),
    ("<=", "שלום עולם", "--xxx"),
    ("<=", "A", "-----"),
    ("regex", 'it\'s ".+"', "--x--"),
    ("regex", r"\w+ €\d", "---x-"),
    ("regex", "שלום.*", "----x"),
    ("not contains", 's "é', "xx-xx"),
    ("not contains", "Ä", "xxx-x"),
    ("not contains", "ום עו", "xxxx-"),
    ("!=", 'it\'s "é"', "xx-xx"),
    ("!=", "Ärger €5", "xxx-x"),
    ("!=", "שלום עולם", "xxxx-"),
    ("!=", "", "--xxx"),
    ("not in", 'x, it\'s "é"', "xx-xx"),
    ("not in", "Ärger €5,x", "xxx-x"),
    ("not in", "שלום עולם", "xxxx-"),
    ("not regex", 'it\'s ".+"', "xx-xx"),
    ("not regex", r"\w+ €\d", "xxx-x"),
    ("not regex", "שלום.*", "xxxx-"),
    ("starts with", "it's \"", "--x--"),
    ("starts with", "Ä", "---x-"),
    ("starts with", "שלום", "----x"),
    ("ends with", 'é"', "--x--"),
    ("ends with", "€5", "---x-"),
    ("ends with", "עולם", "----x"),
    ("range", "1..5", "-----"),
]


def test_each_transformation_has_its_row() -> None:
    assert sorted([name for name, _, _ in CHANGED] + [*OF_NUMBERS_AND_DATES]) == sorted(TRANSFORMATIONS)


def test_each_number_parameter_has_its_row() -> None:
    numbers = [(one.name, p.key) for one in TRANSFORMATIONS.values() for p in one.parameters if p.kind == "number"]
    assert sorted((name, key) for name, key, _, _ in OUT_OF_RANGE) == sorted(numbers)


def test_each_operator_meets_each_text() -> None:
    """Every operator holds for each of the three texts at least once, and fails for it; `range` takes numbers."""
    for operator in (*OPERATORS, *(one for one in MORE_OPERATORS if one != "range")):
        rows = [holds for name, _, holds in HOLDS if name == operator]
        for place in range(2, 5):
            assert {row[place] for row in rows} == {"x", "-"}, operator
    assert {name for name, _, _ in HOLDS} == {*OPERATORS, *MORE_OPERATORS}


@pytest.mark.parametrize(("name", "parameters", "results"), CHANGED, ids=[name for name, _, _ in CHANGED])
def test_quotes_other_letters_and_right_to_left(
    name: str, parameters: Parameters, results: tuple[FieldValue, ...]
) -> None:
    assert tuple(run({name: parameters}, text) for text in TEXTS) == results


@pytest.mark.parametrize("name", OF_NUMBERS_AND_DATES)
def test_a_text_is_no_number_and_no_date(name: str) -> None:
    for text in TEXTS:
        with pytest.raises(TransformationError):
            run(name, text)


@pytest.mark.parametrize(("name", "key", "high", "low"), OUT_OF_RANGE)
def test_numbers_out_of_range(name: str, key: str, high: FieldValue, low: FieldValue) -> None:
    value = "2026-12-31" if name.startswith("Add") else "abcde"
    for number, result in ((99, high), (-1, low)):
        chain: Plain = [{name: {**_BESIDES.get(name, {}), key: number}}]
        found = REFUSED if read_chain(chain, "transformations")[1] else run(chain, value)
        assert found == result


@pytest.mark.parametrize(("operator", "text", "holds"), HOLDS)
def test_operators(operator: str, text: str, holds: str) -> None:
    found = [evaluate(operator, value, text) for value in (None, "", *TEXTS)]
    assert "".join("x" if one else "-" for one in found) == holds
