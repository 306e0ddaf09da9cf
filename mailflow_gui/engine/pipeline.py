"""The pipeline: one loop over the stages; a Send is a stage like any other. Thread of the integration."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mailflow_gui.core.errors import MailflowError, RefusedError
from mailflow_gui.core.exchange import Dropped, Exchange, Posted, Stage
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.step import Choose, Divide, Join
from mailflow_gui.engine.delivery import Deferred


@dataclass(frozen=True, slots=True)
class LiveStep:
    """A prepared step: its saved id, its title for the log, and what it does."""

    id: str
    title: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class LiveChoice:
    """A prepared step with branches: which one to take, and the steps of each, in the order of its flows."""

    id: str
    title: str
    choose: Choose
    flows: tuple[tuple[Live, ...], ...]


@dataclass(frozen=True, slots=True)
class LiveSpan:
    """A prepared split with the steps that each item takes, and the aggregate that closes it, if there is one."""

    id: str
    title: str
    divide: Divide
    steps: tuple[Live, ...]
    join: LiveJoin | None = None


@dataclass(frozen=True, slots=True)
class LiveJoin:
    """A prepared aggregate."""

    id: str
    title: str
    join: Join


Live = LiveStep | LiveChoice | LiveSpan


@dataclass(frozen=True, slots=True)
class Passed:
    """What one stage did, told right after it: `result` is the new exchange, the drop, or the error it raised."""

    step: Live | LiveJoin
    before: Exchange
    result: Exchange | Dropped | Exception
    milliseconds: float

    @property
    def place(self) -> str:
        """What names this passage within the trip: the step's id, and within a split the item, too."""
        return self.before.place(self.step.id)

    @property
    def title(self) -> str:
        """The step's title; within a split with the number of the item."""
        return f"{self.step.title} · {self.before.item}" if self.before.item else self.step.title


Told = Callable[[Passed], None]


def run(steps: Sequence[Live], exchange: Exchange, told: Told) -> Exchange | Dropped:
    """Runs the stages in order and stops at a drop. An error a stage raises is told and goes on to the caller."""
    for step in steps:
        result = _pass(step, exchange, told)
        if isinstance(result, Dropped):
            return result
        exchange = result
    return exchange


def _pass(step: Live, exchange: Exchange, told: Told) -> Exchange | Dropped:
    match step:
        case LiveStep():
            return _timed(step, exchange, told, lambda: step.stage(exchange))
        case LiveChoice():
            return _choose(step, exchange, told)
        case LiveSpan():
            return _span(step, exchange, told)


def _choose(step: LiveChoice, exchange: Exchange, told: Told) -> Exchange | Dropped:
    chosen: list[int | None] = []

    def choose() -> Exchange:
        noted, index = step.choose(exchange)
        chosen.append(index)
        return noted

    result = _timed(step, exchange, told, choose)
    index = chosen[-1]
    if index is None or isinstance(result, Dropped):
        return result
    return run(step.flows[index], result, told)


def _span(step: LiveSpan, exchange: Exchange, told: Told) -> Exchange | Dropped:
    """Every item goes its way, whatever becomes of the others; then one that waits, or the first that failed, speaks.

    What concerns a whole account (a server that can't be reached, a password) ends it at once: the next item would
    fare no better.
    """
    items: list[Exchange] = []

    def divide() -> Exchange:
        items.extend(step.divide(exchange))
        return exchange.noted(trn("{count} item", "{count} items", len(items)))

    result = _timed(step, exchange, told, divide)
    if isinstance(result, Dropped):
        return result
    came: list[Exchange] = []
    failed: list[Exception] = []
    for item in items:
        try:
            outcome = run(step.steps, item, told)
        except Exception as error:
            if isinstance(error, MailflowError) and not isinstance(error, RefusedError):
                raise
            failed.append(error)
        else:
            if isinstance(outcome, Exchange):
                came.append(outcome)
    if failed:
        raise next((error for error in failed if isinstance(error, Deferred)), failed[0])
    return _joined(step, replace(result, posted=_posts(exchange, came)), came, told)


def _joined(step: LiveSpan, exchange: Exchange, came: Sequence[Exchange], told: Told) -> Exchange | Dropped:
    join = step.join
    if join is not None:
        return _timed(join, exchange, told, lambda: join.join(exchange, came))
    return exchange if came else Dropped(tr("No item came through"))


def _posts(exchange: Exchange, came: Sequence[Exchange]) -> tuple[Posted, ...]:
    known = len(exchange.posted)
    return (*exchange.posted, *(post for one in came for post in one.posted[known:]))


def _timed(
    step: Live | LiveJoin, exchange: Exchange, told: Told, act: Callable[[], Exchange | Dropped]
) -> Exchange | Dropped:
    begun = time.perf_counter()
    try:
        result = act()
    except Exception as error:
        told(Passed(step, exchange, error, _since(begun)))
        raise
    told(Passed(step, exchange, result, _since(begun)))
    return result


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
