"""CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest

from mailflow_gui.core.spreadsheet import as_csv


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_read_as_a_formula(start: str) -> None:
    cells = list(csv.reader(io.StringIO(as_csv(("A",), [(f"{start}1+1",)]), newline="")))
    assert cells == [["A"], [f"'{start}1+1"]]


def test_other_cells_come_back_as_they_were() -> None:
    rows = [("1", 'He said "hi", twice'), ("zwei\r\nZeilen", "")]
    cells = list(csv.reader(io.StringIO(as_csv(("A", "B"), rows), newline="")))
    assert [tuple(one) for one in cells[1:]] == rows
