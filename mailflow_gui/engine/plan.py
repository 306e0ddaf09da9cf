"""A Plan: an integration made live by `assemble`, all that its runner needs. Thread of the integration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mailflow_gui.core.connector import Source
from mailflow_gui.core.expectation import Expectation
from mailflow_gui.core.ledger import Place
from mailflow_gui.engine.caps import Meter
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.doubts import Lookup
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.pipeline import Live


@dataclass(frozen=True, slots=True)
class Plan:
    """The live objects of an integration. `delay` in seconds; `settles`: something is done after success.

    `lookups` tell where to look for what a send step (by its id) may have sent. `meter` counts what all of them send.
    `expected`: when email is to have come. `unasked`: with more messages there at the first look the person is asked
    what to do with them; None: never.
    """

    name: str
    place: Place
    version: int
    source: Source
    source_title: str
    source_step: str
    steps: tuple[Live, ...]
    deliveries: tuple[Delivery, ...]
    rules: Rules
    delay: float
    settles: bool
    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    meter: Meter | None = None
    expected: Expectation | None = None
    unasked: int | None = None


@dataclass(frozen=True, slots=True)
class Until:
    """When a run ends by itself: after one poll, or after so many seconds without anything to do."""

    once: bool = False
    idle: float | None = None
