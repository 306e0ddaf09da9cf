"""Hostile and broken documents are refused with the line; nothing hangs, nothing recurses."""

from __future__ import annotations

import pytest

from mailflow_gui.core.fields import Problem
from mailflow_gui.store.document import MAX_BYTES, DocumentRefused, decode, parse, wrap


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DocumentRefused) as caught:
        parse(text)
    assert caught.value.problems
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb:\n\tc: 2\n", 3, "tab"),
        ("a: &x [1]\nb: 2\n", 1, "anchor"),
        ("a: 1\nb: *x\n", 2, "reference"),
        ("a: 1\n<<: {b: 2}\na: 3\n", 3, "already set in line 1"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("a: 1\n---\nb: 2\n", 2, "Only one document"),
        ("a: [1, 2\nb: 3\n", 2, "not YAML"),
        ("a: 'open\n", 2, "not YAML"),
        ("a: 1\nb: \x01\n", 2, "U+0001"),
        ("", 1, "empty"),
        ("? [a, b]\n: c\n", 1, "name is expected"),
    ],
)
def test_broken_documents(text: str, line: int, words: str) -> None:
    problem = refused(text)[0]
    assert words in problem.message
    assert problem.line is not None
    assert abs(problem.line - line) <= (1 if "not YAML" in words else 0)


def test_deep_nesting_stops_early() -> None:
    assert "nested" in refused("[" * 1_000_000)[0].message
    assert "nested" in refused("".join("  " * depth + "a:\n" for depth in range(200)))[0].message


def test_bomb_of_references() -> None:
    levels = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9))
    assert all(problem.line for problem in refused("a: &a [x]\n" + levels))


def test_size_and_count_are_bounded() -> None:
    assert "5 MB" in refused("a: " + "x" * MAX_BYTES)[0].message
    assert "entries" in refused("a: [" + "1," * 250_000 + "]")[0].message
    with pytest.raises(DocumentRefused):
        decode(b"x" * (MAX_BYTES + 1), "big.yaml")


def test_bytes_that_are_not_utf8_name_their_line() -> None:
    with pytest.raises(DocumentRefused) as caught:
        decode(b"a: 1\nb: \xff\n", "latin.yaml")
    assert caught.value.problems[0].line == 2
    assert decode("\ufeffa: ä".encode(), "bom.yaml") == "a: ä"


def test_half_a_character_is_refused() -> None:
    assert refused("a: 1\nb: \ud800\n")[0].line == 2


def test_words_stay_what_was_typed() -> None:
    text = "[No, on, yes, 0123, 12:30, 2026-11-22, 1_000, 0x1F, None, tRue, 1e3, .5]"
    assert parse(text).plain() == text[1:-1].split(", ")
    assert parse("[true, False, NULL, ~, 12, -3, 1.5, '12', \"true\"]").plain() == [
        *(True, False, None, None, 12, -3, 1.5, "12", "true")
    ]


def test_lines_of_keys_and_items() -> None:
    root = parse("a: 1\nb:\n  - x\n  - c: |\n      text\n    d: 5\n")
    assert isinstance(root.value, dict)
    items = root.value["b"].value
    assert isinstance(items, list)
    assert isinstance(items[1].value, dict)
    assert (root.value["b"].line, items[0].line, items[1].value["d"].line) == (2, 3, 6)


def test_wrapping_plain_data_gives_it_back() -> None:
    plain = {"a": [1, {"b": None}], "c": "x"}
    assert wrap(plain).plain() == plain


def test_the_error_says_everything_at_once() -> None:
    with pytest.raises(DocumentRefused) as caught:
        parse("a: 1\na: 2\nb: !x 1\n", "mine.yaml")
    error = caught.value
    assert error.title == "mine.yaml was refused: 2 problems"
    assert error.details.splitlines()[0].startswith("line 2: a: “a” is already set")
    assert error.cause == "FILE_REFUSED"
