"""What templates of every language are made of, and findings with their places. Pure, any thread."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from mailflow_gui.core.language import tr

#: Reading ends after this many findings.
MAX_FINDINGS = 100


class Finding(NamedTuple):
    """Something about a template: where (line and column from 1, `start` in characters from 0) and what.

    With `is_warning` the template can be used all the same.
    """

    line: int
    column: int
    message: str
    start: int = 0
    length: int = 1
    is_warning: bool = False

    def __str__(self) -> str:
        return tr(
            "{message} (line {line}, column {column})",
            message=self.message,
            line=str(self.line),
            column=str(self.column),
        )


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a template: `text`, `value`, `section` or `inverted`. `raw` values are never escaped."""

    kind: str
    text: str = ""
    name: str = ""
    raw: bool = False
    parts: tuple[Node, ...] = ()


class Findings(list[Finding]):
    """The findings about one source, in the order in which they were made."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]

    @property
    def full(self) -> bool:
        """Whether there are so many that reading on is of no use."""
        return len(self) >= MAX_FINDINGS

    def note(self, start: int, end: int, message: str, *, is_warning: bool = False) -> None:
        """Adds what is to say about the piece from `start` to `end`."""
        line = bisect_right(self._lines, start)
        column = start - self._lines[line - 1] + 1
        self.append(Finding(line, column, message, start, max(1, end - start), is_warning))
