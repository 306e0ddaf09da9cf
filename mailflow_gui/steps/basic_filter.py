"""Step kind Basic Filter: a message goes on only if its fields satisfy rules. Runs on the integration's thread."""

from __future__ import annotations

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange, Stage
from mailflow_gui.core.fields import Choice, Option, Problem, Rows
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.patterns import PatternTooCostly
from mailflow_gui.core.rules import MANUAL, Rule, read_rule
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepContext, StepKind


class BasicFilterSettings(Settings):
    """How the rules are joined, and the rules: rows of `{path, op, value}`."""

    predicate = Choice(
        "Continue only if incoming data match",
        "AND",
        (Option("AND", "ALL of the following"), Option("OR", "ANY of the following")),
        help="What happens with several rules. A message that does not match ends here, as a success.",
    )
    rules = Rows("Rules", required=True, help="Each rule names a field, an operator and keywords.", manual=MANUAL)

    def review(self) -> list[Problem]:
        """Problems of single rules, each naming `rules[<index from 0>].<path|op|value>`."""
        return read_rules(self)[1]


def read_rules(settings: BasicFilterSettings) -> tuple[tuple[Rule, ...], list[Problem]]:
    """The rules that can be asked, and what is wrong with the others."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    for index, row in enumerate(settings.rules):
        rule, wrong = read_rule(row, f"rules[{index}]")
        problems += wrong
        if rule is not None:
            rules.append(rule)
    return tuple(rules), problems


def prepare(settings: BasicFilterSettings, context: StepContext) -> Stage:
    """The stage. Raises SettingsError when a rule can't be evaluated: such a filter lets nothing through."""
    rules, problems = read_rules(settings)
    if problems:
        raise SettingsError(
            tr("Basic Filter is not complete"), str(problems[0]), cause="STEP_SETTINGS", fields=("rules",)
        )
    if not rules:
        raise SettingsError(
            tr("Basic Filter has no rule"),
            tr("Add a rule, or remove the step."),
            cause="STEP_SETTINGS",
            fields=("rules",),
        )
    enough = len(rules) if settings.predicate == "AND" else 1

    def filter_message(exchange: Exchange) -> Exchange | Dropped:
        failed = [rule for rule in rules if not _holds(rule, exchange)]
        matching = len(rules) - len(failed)
        if matching >= enough:
            return exchange.noted(
                tr("{matching} of {count} rules match, continue", matching=matching, count=len(rules))
            )
        names = ", ".join(dict.fromkeys(rule.path for rule in failed))
        return Dropped(
            tr("{failed} of {count} rules did not match ({names})", failed=len(failed), count=len(rules), names=names)
        )

    return filter_message


def _holds(rule: Rule, exchange: Exchange) -> bool:
    try:
        return rule.holds(exchange)
    except PatternTooCostly as error:
        raise RefusedError(
            tr("Basic Filter could not compare “{path}”", path=rule.path),
            str(error),
            cause="STEP_VALUE",
            fields=("rules",),
        ) from error


def _summary(settings: BasicFilterSettings) -> str:
    count = len(settings.rules)
    if count == 0:
        return tr("No rules yet")
    if settings.predicate == "AND" or count == 1:
        return trn("Continue only if 1 rule matches", "Continue only if {count} rules match", count)
    return tr("Continue only if any of {count} rules match", count=count)


KIND = StepKind(
    id="basic-filter",
    title="Basic Filter",
    description="Continue only if simple criteria are met",
    icon="filter",
    tone="filter",
    settings=BasicFilterSettings,
    prepare=prepare,
    summary=_summary,
)
