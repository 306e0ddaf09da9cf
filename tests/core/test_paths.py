"""Which paths a step may read."""

from __future__ import annotations

import pytest

from mailflow_gui.core.message import FIELDS
from mailflow_gui.core.paths import is_date_path, path_problem


@pytest.mark.parametrize("path", [*FIELDS, "text", "message", "headers", "headers.X-Spam-Flag"])
def test_fields_are_known(path: str) -> None:
    assert path_problem(path) == ""


@pytest.mark.parametrize(
    "path", ["message.subject", "message.headers.List-Id", "steps.4f3a.first_name", "steps.a-1.x.y"]
)
def test_earlier_values_are_known(path: str) -> None:
    assert path_problem(path) == ""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("subjct", "“subject”"),
        ("Subject", "“subject”"),
        ("message.sbject", "“message.subject”"),
        ("steps.4f3a", "steps.<step>.<name>"),
        ("headers.", "headers."),
        ("zzz", "Fields: subject"),
        ("", "Choose a field."),
        (None, "Choose a field."),
        (["subject"], "Choose a field."),
        ("x" * 500, "…"),
    ],
)
def test_others_are_told(path: object, words: str) -> None:
    assert words in path_problem(path)


def test_names_of_an_earlier_mapper_are_fine_unless_misspelled() -> None:
    assert path_problem("first_name", symbols=True) == ""
    assert "“subject”" in path_problem("subjet", symbols=True)
    assert path_problem("first name", symbols=True) != ""


def test_date_paths() -> None:
    assert all(map(is_date_path, ["date", "message.date", "headers.Date", "steps.a.date"]))
    assert not any(map(is_date_path, ["subject", "update", "date.x"]))
