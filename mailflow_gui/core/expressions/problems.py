"""What is wrong with an expression and where, and why one could not be evaluated for a message. Pure, any thread."""

from __future__ import annotations

from dataclasses import dataclass

from mailflow_gui.core.language import tr


@dataclass(frozen=True, slots=True, order=True)
class ExpressionProblem:
    """A piece of an expression and what to do about it.

    `start` counts characters (code points) from 0; `line` and `column` count from 1. `length` is at least 1, even at
    the end of the text, so that there is something to underline.
    """

    start: int
    length: int
    message: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return tr(
            "{message} (line {line}, column {column})",
            message=self.message,
            line=str(self.line),
            column=str(self.column),
        )


class ExpressionFailed(ValueError):
    """An expression has no answer for this message; the text tells the person why."""


def problem_at(text: str, start: int, end: int, message: str) -> ExpressionProblem:
    """The problem of the piece from `start` to `end` of this text."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return ExpressionProblem(start, max(1, end - start), message, line, column)
