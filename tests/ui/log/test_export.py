"""The log as a file: no cell is a formula, nothing breaks a line, empty values are left out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.qt.log_rows import LogRow
from mailflow_gui.ui.log.export import as_csv, as_json_lines, write
from tests.qt.stage import event


def name_of(id: str) -> str:
    return f"Name of {id}"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_read_as_a_formula(start: str) -> None:
    row = LogRow(event("Text", subject=f"{start}HYPERLINK(1)", sender=f"{start}x", reply=f"{start}y"))
    cells = list(csv.reader(io.StringIO(as_csv([row], name_of), newline="")))[1]
    assert not any(cell.startswith(start) for cell in cells)
    assert cells[5] == f"'{start}HYPERLINK(1)"


def test_csv_has_a_heading_and_one_record_a_row() -> None:
    rows = [LogRow(event('He said "hi", twice', recipients=("a@b.org", "c@d.org"))), LogRow(event("two\r\nlines"))]
    found = list(csv.reader(io.StringIO(as_csv(rows, name_of), newline="")))
    assert [len(one) for one in found] == [9, 9, 9]
    assert found[1][4:] == ['He said "hi", twice', "", "", "a@b.org, c@d.org", ""]
    assert found[2][4] == "two  lines"


def test_json_lines_leave_out_what_is_empty() -> None:
    found = json.loads(as_json_lines([LogRow(event("Zürich"), polls=1)], name_of))
    assert found["integration"] == "Name of one"
    assert "subject" not in found
    assert as_json_lines([], name_of) == ""


def test_csv_opens_in_a_spreadsheet_with_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    write(path, [LogRow(event("Zürich"))], name_of)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfTime,")
    assert "Zürich" in path.read_text("utf-8-sig")


def test_a_file_that_can_not_be_written_is_worded(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="The log was not exported"):
        write(tmp_path, [], name_of)
