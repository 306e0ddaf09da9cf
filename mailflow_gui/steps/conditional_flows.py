"""Step kind Conditional Flows: a message takes the first flow whose condition holds. Integration's thread."""

from __future__ import annotations

from typing import cast

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Choice, Flag, Option, Problem, Rows, Text, When
from mailflow_gui.core.patterns import PatternTooCostly
from mailflow_gui.core.rules import Rule, read_rule
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import Choose, Form, StepContext, StepKind

_NOT_DEFAULT = When("default", (False,))


class ConditionalFlowsSettings(Settings):
    """The step itself has no settings: everything is in its flows."""


class FlowSettings(Settings):
    """When a flow is taken: rules, or as the default when no other one is."""

    name = Text("Name", "", help="What the flow is called on the canvas. Blank: its condition in words.")
    default = Flag("Otherwise", False, help="This flow takes every message that no other flow takes.")
    predicate = Choice(
        "When incoming data match",
        "AND",
        (Option("AND", "ALL of the following"), Option("OR", "ANY of the following")),
        when=_NOT_DEFAULT,
        help="What happens with several rules.",
    )
    rules = Rows("Rules", required=True, when=_NOT_DEFAULT, help="Each rule names a field, an operator and keywords.")

    def review(self) -> list[Problem]:
        """Problems of single rules, each naming `rules[<index from 0>].<path|op|value>`."""
        return [] if self.default else [one for _, wrong in self._read() for one in wrong]

    def conditions(self) -> tuple[Rule, ...]:
        """The rules that can be asked."""
        return tuple(rule for rule, _ in self._read() if rule is not None)

    def _read(self) -> list[tuple[Rule | None, list[Problem]]]:
        return [read_rule(row, f"rules[{index}]", symbols=True) for index, row in enumerate(self.rules)]

    def title(self, number: int) -> str:
        """What the flow is called; `number` counts from 1."""
        return self.name or ("Otherwise" if self.default else f"Condition {number}")


def prepare(settings: ConditionalFlowsSettings, context: StepContext) -> Choose:
    """The chooser. Raises SettingsError when a condition is not complete: such a flow would take nothing."""
    flows = [(index, cast(FlowSettings, flow)) for index, flow in enumerate(context.flows)]
    for index, flow in flows:
        problems = [] if flow.default else flow.review()
        if problems or not (flow.default or flow.rules):
            text = str(problems[0]) if problems else "It has no rule."
            raise SettingsError(f"“{flow.title(index + 1)}” is not complete", text, cause="STEP_SETTINGS")
    asked = [(index, flow) for index, flow in flows if not flow.default]
    tests = [(index, flow.title(index + 1), flow.predicate, flow.conditions()) for index, flow in asked]
    others = [(index, flow.title(index + 1)) for index, flow in flows if flow.default]

    def choose(exchange: Exchange) -> tuple[Exchange, int | None]:
        for index, title, predicate, rules in tests:
            held = (_holds(rule, title, exchange) for rule in rules)
            if all(held) if predicate == "AND" else any(held):
                return exchange.noted(f"Takes “{title}”"), index
        for index, title in others:
            return exchange.noted(f"No condition matches, takes “{title}”"), index
        return exchange.noted("No condition matches, continues below"), None

    return choose


def _holds(rule: Rule, title: str, exchange: Exchange) -> bool:
    try:
        return rule.holds(exchange)
    except PatternTooCostly as error:
        raise RefusedError(f"“{title}” could not compare “{rule.path}”", str(error), cause="STEP_VALUE") from error


KIND = StepKind(
    id="conditional-flows",
    title="Conditional Flows",
    description="Send the message down different flows",
    icon="branch",
    tone="filter",
    settings=ConditionalFlowsSettings,
    prepare=prepare,
    summary=lambda settings: "The first flow whose condition matches",
    form=Form.CHOICE,
    flow=FlowSettings,
)
