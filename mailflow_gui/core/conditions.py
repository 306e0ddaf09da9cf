"""A condition as a file holds it: a rule `{path, op, value}`, or the text of an expression. Pure, any thread."""

from __future__ import annotations

from typing import TypeAlias

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.expressions.expression import Expression, read_expression
from mailflow_gui.core.expressions.problems import ExpressionFailed
from mailflow_gui.core.fields import Plain, Problem
from mailflow_gui.core.patterns import PatternTooCostly
from mailflow_gui.core.rules import Rule, read_rule

Condition: TypeAlias = Rule | Expression


class Undecided(ValueError):
    """A condition that has no answer for this message; the text tells why."""


def read_condition(raw: Plain, where: str) -> tuple[Condition | None, list[Problem]]:
    """The condition, or what is wrong with it: at `<where>.path`, `.op`, `.value` of a rule, `<where>` of a text."""
    if not isinstance(raw, str):
        return read_rule(raw, where, symbols=True)
    expression, problems = read_expression(raw)
    return expression, [Problem(where, str(problem)) for problem in problems]


def decide(condition: Condition, exchange: Exchange) -> bool:
    """Whether a condition holds for a message. Raises Undecided."""
    try:
        return condition.holds(exchange)
    except (ExpressionFailed, PatternTooCostly) as error:
        raise Undecided(str(error)) from error
