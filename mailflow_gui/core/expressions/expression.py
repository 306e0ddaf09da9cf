"""An expression: what decides, in the Advanced Filter and in conditions of mappings, whether something is done. Pure.

`check` is for while someone types; `read_expression` gives what can be asked. Any thread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.expressions.evaluator import Evaluation, Verdict
from mailflow_gui.core.expressions.nodes import Condition, FieldRead
from mailflow_gui.core.expressions.parser import read
from mailflow_gui.core.expressions.problems import ExpressionProblem


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that can be asked. `reads` are the fields in it, with their places in the text."""

    text: str
    root: Condition
    reads: tuple[FieldRead, ...] = ()

    def judge(self, exchange: Exchange) -> Verdict:
        """Whether it holds for a message, and why. Raises ExpressionFailed when there is no answer."""
        return Evaluation(self.text, exchange).judge(self.root)

    def holds(self, exchange: Exchange) -> bool:
        """Whether it holds for a message. Raises ExpressionFailed when there is no answer."""
        return self.judge(exchange).holds


def read_expression(text: str) -> tuple[Expression | None, list[ExpressionProblem]]:
    """The expression of a text, or what is wrong with it."""
    reading = read(text)
    if reading.root is None:
        return None, reading.problems
    return Expression(text, reading.root, tuple(reading.paths)), []


def check(text: str, paths: Collection[str] | None = None) -> list[ExpressionProblem]:
    """What is wrong with a text, in its order; nothing is evaluated.

    With `paths`, what the steps before give, other names are problems, too.
    """
    return read(text, paths).problems
