"""Evaluates an expression for one message, in bounded work, and says which part decided. Pure, any thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.expressions.comparing import ORDERED
from mailflow_gui.core.expressions.functions import moment_of
from mailflow_gui.core.expressions.nodes import (
    NUMBER_LITERAL,
    Call,
    Comparison,
    Condition,
    FieldRead,
    Items,
    Joined,
    Literal,
    Not,
    Value,
)
from mailflow_gui.core.expressions.problems import ExpressionFailed
from mailflow_gui.core.expressions.wording import Wording
from mailflow_gui.core.language import tr
from mailflow_gui.core.message import FieldValue
from mailflow_gui.core.operators import prepare_test
from mailflow_gui.core.patterns import PatternTooCostly
from mailflow_gui.core.values import number_of, text_of

#: Characters of values that one evaluation may look at.
MAX_WORK = 200_000_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an expression holds for a message, and the parts that decided: `size 2,310 > 10,000 is false`."""

    holds: bool
    because: str


@dataclass(slots=True)
class Evaluation:
    """One evaluation. Raises ExpressionFailed for a value that can't be compared."""

    text: str
    exchange: Exchange
    work: int = 0
    values: dict[str, FieldValue] = field(default_factory=dict)

    def judge(self, node: Condition) -> Verdict:
        """Whether a condition holds, and which of its parts decided that."""
        match node:
            case Joined():
                return self._joined(node)
            case Not():
                inner = self.judge(node.part)
                return Verdict(not inner.holds, inner.because)
            case Comparison():
                return self._comparison(node)
            case Literal():
                return Verdict(node.text == "true", tr("the condition is {text}", text=node.text))
        holds = bool(self._value(node))
        return Verdict(holds, tr("{node} is {holds}", node=self._words.source(node), holds=_truth(holds)))

    def _joined(self, node: Joined) -> Verdict:
        """The first part that decides; all parts when none does by itself."""
        reasons = []
        for part in node.parts:
            verdict = self.judge(part)
            if verdict.holds is not node.every:
                return verdict
            reasons.append(verdict.because)
        return Verdict(node.every, self._words.joined(reasons))

    def _comparison(self, node: Comparison) -> Verdict:
        left = self._value(node.left)
        right = None if node.test is not None else self._value(node.right)
        try:
            holds = self._compared(node, left, right)
        except PatternTooCostly as error:
            raise ExpressionFailed(str(error)) from error
        except ExpressionFailed as error:
            raise ExpressionFailed(
                tr("{node} has no answer: {error}", node=self._words.source(node), error=error)
            ) from error
        holds = holds is not node.negated
        return Verdict(
            holds, tr("{node} is {holds}", node=self._words.comparison(node, left, right), holds=_truth(holds))
        )

    def _compared(self, node: Comparison, left: FieldValue, right: FieldValue) -> bool:
        self._spend(left)
        if node.operator in ORDERED:
            self._check_order(node, left, right)
        if node.test is not None:
            return node.test(left)
        self._spend(right)
        if isinstance(right, tuple) and node.operator not in ORDERED:
            self._spend(left, len(right))
            return any(_dynamic(node, left, item) for item in right)
        return _dynamic(node, left, len(right) if isinstance(right, tuple) else right)

    def _check_order(self, node: Comparison, left: FieldValue, right: FieldValue) -> None:
        """An order has an answer only between numbers or between dates; what is absent is never in it."""
        if node.as_dates:
            moment_of(left)
            moment_of(right)
            return
        numbers = isinstance(node.right, Literal) and node.right.kind == NUMBER_LITERAL
        numbers = numbers or node.operator == "range" or any(_is_number(one) for one in (left, right))
        for value in (left, right) if numbers else ():
            text = text_of(value)
            if not isinstance(value, tuple) and text.strip() and number_of(value) is None:
                raise ExpressionFailed(tr("“{text}” is not a number.", text=text[:40]))

    def _value(self, node: Value | Items | Condition) -> FieldValue:
        match node:
            case Literal():
                return node.text
            case FieldRead():
                if node.path not in self.values:
                    self.values[node.path] = self.exchange.value(node.path)
                return self.values[node.path]
            case Call():
                return self._call(node)
            case Items():
                return tuple(item.text for item in node.items)
        return self.judge(node).holds

    def _call(self, node: Call) -> FieldValue:
        if node.function.name == "if":
            condition = self._value(node.arguments[0])
            return self._value(node.arguments[1 if condition else 2])
        values = tuple(self._value(one) for one in node.arguments)
        for value in values:
            self._spend(value)
        return node.function.apply(values, self.exchange.now)

    def _spend(self, value: FieldValue, times: int = 1) -> None:
        size = len(value) if isinstance(value, str) else sum(map(len, value)) if isinstance(value, tuple) else 1
        self.work += size * times
        if self.work > MAX_WORK:
            raise ExpressionFailed(
                tr("This message is too large for this expression. Use fewer comparisons of its text.")
            )

    @property
    def _words(self) -> Wording:
        return Wording(self.text)


def _is_number(value: FieldValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _dynamic(node: Comparison, left: FieldValue, right: FieldValue) -> bool:
    """A comparison with a value of the message; nothing contains, equals (but another nothing) or exceeds nothing."""
    text = text_of(right)
    if not text.strip():
        return node.operator in ("==", "=~") and not text_of(left).strip()
    try:
        return prepare_test(node.operator, text, as_dates=node.as_dates)(left)
    except PatternTooCostly:
        raise
    except ValueError as error:
        raise ExpressionFailed(str(error)) from error


def _truth(holds: bool) -> str:
    return tr("true") if holds else tr("false")
