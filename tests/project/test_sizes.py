"""A file ends at 400 lines, a function at 50; every module says in its first lines where it stands."""

from __future__ import annotations

import ast

from tests.project.sources import everything, listed

FILE_LINES = 400
FUNCTION_LINES = 50

#: Places that may be larger, each with its reason. It starts empty.
EXCEPTIONS: dict[str, str] = {}


def test_no_file_is_longer_than_400_lines() -> None:
    found = [
        f"{one.name}: {count} lines"
        for one in everything()
        if (count := len(one.text.splitlines())) > FILE_LINES and one.name not in EXCEPTIONS
    ]
    assert found == [], listed(found)


def test_no_function_is_longer_than_50_lines() -> None:
    found = [
        f"{one.at(function.lineno)} {function.name}: {count} lines"
        for one in everything()
        for function in one.functions()
        if (count := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION_LINES and one.name not in EXCEPTIONS
    ]
    assert found == [], listed(found)


def test_init_files_are_empty() -> None:
    found = [one.name for one in everything() if one.name.endswith("__init__.py") and one.text]
    assert found == [], listed(found)


def test_every_module_says_what_it_is() -> None:
    modules = [one for one in everything() if not one.name.endswith("__init__.py")]
    found = [one.name for one in modules if not ast.get_docstring(one.tree)]
    assert found == [], listed(found)
