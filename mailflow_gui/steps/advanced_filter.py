"""Step kind Advanced Filter: a message goes on only if an expression holds. Runs on the integration's thread."""

from __future__ import annotations

from mailflow_gui.core.errors import RefusedError, SettingsError
from mailflow_gui.core.exchange import Dropped, Exchange, Stage
from mailflow_gui.core.expressions.expression import check, read_expression
from mailflow_gui.core.expressions.manual import EXAMPLES, MANUAL
from mailflow_gui.core.expressions.problems import ExpressionFailed
from mailflow_gui.core.fields import Expression, Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepContext, StepKind


class AdvancedFilterSettings(Settings):
    """The expression, in the language of `core/expressions`."""

    filter = Expression(
        "Only continue if",
        "",
        required=True,
        placeholder=EXAMPLES[0],
        help="A condition. A message that does not meet it ends here, as a success.",
        manual=MANUAL,
    )

    def review(self) -> list[Problem]:
        """What is wrong with the expression, with line and column."""
        if not self.filter.strip():
            return []  # told as required
        return [Problem("filter", str(problem)) for problem in check(self.filter)]


def prepare(settings: AdvancedFilterSettings, context: StepContext) -> Stage:
    """The stage. Raises SettingsError when the expression can't be used: such a filter lets nothing through."""
    expression, problems = read_expression(settings.filter)
    if expression is None:
        raise SettingsError(
            tr("Advanced Filter can't be used"), str(problems[0]), cause="STEP_SETTINGS", fields=("filter",)
        )

    def filter_message(exchange: Exchange) -> Exchange | Dropped:
        try:
            verdict = expression.judge(exchange)
        except ExpressionFailed as error:
            raise RefusedError(
                tr("Advanced Filter could not decide"), str(error), cause="STEP_VALUE", fields=("filter",)
            ) from error
        if verdict.holds:
            return exchange.noted(tr("{because}, continue", because=verdict.because))
        return Dropped(verdict.because)

    return filter_message


def _summary(settings: AdvancedFilterSettings) -> str:
    text = " ".join(settings.filter.split())
    if not text:
        return tr("No condition yet")
    return tr("Continue only if {condition}", condition=text if len(text) <= 60 else text[:59] + "…")


KIND = StepKind(
    id="advanced-filter",
    title="Advanced Filter",
    description="Continue only if an expression holds",
    icon="filter-advanced",
    tone="filter",
    settings=AdvancedFilterSettings,
    prepare=prepare,
    summary=_summary,
)
