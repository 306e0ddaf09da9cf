"""Step kind Conditional Flows: a message takes the first flow whose condition holds. Integration's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, cast

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.expressions.expression import Expression as CheckedExpression
from mailflow_gui.core.expressions.expression import check, read_expression
from mailflow_gui.core.expressions.manual import EXAMPLES, MANUAL
from mailflow_gui.core.expressions.problems import ExpressionFailed
from mailflow_gui.core.fields import Choice, Expression, Flag, Option, Problem, Rows, Text, When
from mailflow_gui.core.language import tr
from mailflow_gui.core.patterns import PatternTooCostly
from mailflow_gui.core.rules import Rule, read_rule
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import Choose, Form, StepContext, StepKind

Test: TypeAlias = Callable[[Exchange], bool]

_NOT_DEFAULT = When("default", (False,))


class ConditionalFlowsSettings(Settings):
    """The step itself has no settings: everything is in its flows."""


class FlowSettings(Settings):
    """When a flow is taken: rules, an expression in their place, or as the default when no other one is."""

    name = Text("Name", "", help="What the flow is called on the canvas. Blank: its condition in words.")
    default = Flag("Otherwise", False, help="This flow takes every message that no other flow takes.")
    predicate = Choice(
        "When incoming data match",
        "AND",
        (Option("AND", "ALL of the following"), Option("OR", "ANY of the following")),
        when=_NOT_DEFAULT,
        help="What happens with several rules.",
    )
    rules = Rows("Rules", when=_NOT_DEFAULT, help="Each rule names a field, an operator and keywords.")
    condition = Expression(
        "Expression",
        "",
        when=_NOT_DEFAULT,
        placeholder=EXAMPLES[0],
        help="In place of rules: a condition in the language of Advanced Filter.",
        manual=MANUAL,
    )

    def review(self) -> list[Problem]:
        """Problems of single rules, each naming `rules[<index from 0>].<path|op|value>`, or of the expression."""
        if self.default:
            return []
        if self.condition.strip():
            return [Problem("condition", str(problem)) for problem in check(self.condition)]
        if not self.rules:
            return [Problem("rules", tr("Add a rule, or write an expression."))]
        return [one for _, wrong in self._read() for one in wrong]

    def test(self, title: str) -> Test:
        """Whether a message takes the flow. The test raises RefusedError when that can't be told."""
        expression = read_expression(self.condition)[0] if self.condition.strip() else None
        if expression is not None:
            return lambda exchange: _judged(expression, title, exchange)
        rules = tuple(rule for rule, _ in self._read() if rule is not None)
        joined = all if self.predicate == "AND" else any
        return lambda exchange: joined(_holds(rule, title, exchange) for rule in rules)

    def _read(self) -> list[tuple[Rule | None, list[Problem]]]:
        return [read_rule(row, f"rules[{index}]", symbols=True) for index, row in enumerate(self.rules)]

    def title(self, number: int) -> str:
        """What the flow is called; `number` counts from 1."""
        return self.name or (tr("Otherwise") if self.default else tr("Condition {number}", number=number))


def prepare(settings: ConditionalFlowsSettings, context: StepContext) -> Choose:
    """The chooser. Raises SettingsError when a condition is not complete: such a flow would take nothing."""
    flows = [(index, cast(FlowSettings, flow)) for index, flow in enumerate(context.flows)]
    for index, flow in flows:
        if problems := flow.review():
            words = str(problems[0])
            raise SettingsError(
                tr("“{title}” is not complete", title=flow.title(index + 1)), words, cause="STEP_SETTINGS"
            )
    titled = [(index, flow, flow.title(index + 1)) for index, flow in flows if not flow.default]
    tests = [(index, title, flow.test(title)) for index, flow, title in titled]
    others = [(index, flow.title(index + 1)) for index, flow in flows if flow.default]

    def choose(exchange: Exchange) -> tuple[Exchange, int | None]:
        for index, title, test in tests:
            if test(exchange):
                return exchange.noted(tr("Takes “{title}”", title=title)), index
        for index, title in others:
            return exchange.noted(tr("No condition matches, takes “{title}”", title=title)), index
        return exchange.noted(tr("No condition matches, continues below")), None

    return choose


def _judged(expression: CheckedExpression, title: str, exchange: Exchange) -> bool:
    try:
        return expression.holds(exchange)
    except ExpressionFailed as error:
        raise RefusedError(tr("“{title}” could not decide", title=title), str(error), cause="STEP_VALUE") from error


def _holds(rule: Rule, title: str, exchange: Exchange) -> bool:
    try:
        return rule.holds(exchange)
    except PatternTooCostly as error:
        raise RefusedError(
            tr("“{title}” could not compare “{path}”", title=title, path=rule.path), str(error), cause="STEP_VALUE"
        ) from error


KIND = StepKind(
    id="conditional-flows",
    title="Conditional Flows",
    description="Send the message down different flows",
    icon="branch",
    tone="filter",
    settings=ConditionalFlowsSettings,
    prepare=prepare,
    summary=lambda settings: tr("The first flow whose condition matches"),
    form=Form.CHOICE,
    flow=FlowSettings,
)
