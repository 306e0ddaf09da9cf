"""The log as a file: CSV that no spreadsheet runs as a formula, or JSON lines. Pure but for writing the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from mailflow_gui.core import spreadsheet
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.log_model import LEVEL_WORDS
from mailflow_gui.qt.log_rows import LogRow

_HEADING = (
    later("Time"),
    later("Level"),
    later("Integration"),
    later("Step"),
    later("Message"),
    later("Subject"),
    later("From"),
    later("Sent to"),
    later("Server said"),
)


def as_csv(rows: Iterable[LogRow], name_of: Callable[[str], str]) -> str:
    """One line a row, with a heading."""
    return spreadsheet.as_csv(tuple(map(tr, _HEADING)), (_cells(row, name_of) for row in rows))


def _cells(row: LogRow, name_of: Callable[[str], str]) -> tuple[str, ...]:
    event = row.event
    return (
        event.at,
        tr(LEVEL_WORDS[event.level]),
        name_of(event.integration),
        event.step,
        row.message,
        event.subject,
        event.sender,
        ", ".join(event.recipients),
        event.reply,
    )


def as_json_lines(rows: Iterable[LogRow], name_of: Callable[[str], str]) -> str:
    """One JSON object a line, empty values left out."""
    lines = []
    for row in rows:
        values = {key: value for key, value in asdict(row.event).items() if value}
        values["integration"] = name_of(row.event.integration)
        if row.polls > 1:
            values.update(text=row.message, polls=row.polls)
        lines.append(json.dumps(values, ensure_ascii=False))
    return "\n".join(lines) + ("\n" if lines else "")


def write(path: Path, rows: Iterable[LogRow], name_of: Callable[[str], str]) -> None:
    """Writes CSV, or JSON lines when the name ends so. Raises StoreError."""
    lines = path.suffix.lower() in (".json", ".jsonl", ".ndjson")
    text = as_json_lines(rows, name_of) if lines else as_csv(rows, name_of)
    try:
        path.write_text(text, encoding="utf-8" if lines else "utf-8-sig", errors="replace", newline="")
    except OSError as error:
        raise StoreError(tr("The log was not exported"), f"“{path}”: {error.strerror or error}.") from error
