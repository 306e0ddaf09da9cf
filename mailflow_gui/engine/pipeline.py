"""The pipeline: one loop over the stages; a Send is a stage like any other. Thread of the integration."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mailflow_gui.core.exchange import Dropped, Exchange, Stage


@dataclass(frozen=True, slots=True)
class LiveStep:
    """A prepared step: its saved id, its title for the log, and what it does."""

    id: str
    title: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Passed:
    """What one stage did, told right after it: `result` is the new exchange, the drop, or the error it raised."""

    step: LiveStep
    before: Exchange
    result: Exchange | Dropped | Exception
    milliseconds: float


def run(steps: Sequence[LiveStep], exchange: Exchange, told: Callable[[Passed], None]) -> Exchange | Dropped:
    """Runs the stages in order and stops at a drop. An error a stage raises is told and goes on to the caller."""
    for step in steps:
        begun = time.perf_counter()
        try:
            result = step.stage(exchange)
        except Exception as error:
            told(Passed(step, exchange, error, _since(begun)))
            raise
        told(Passed(step, exchange, result, _since(begun)))
        if isinstance(result, Dropped):
            return result
        exchange = result
    return exchange


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
