"""StepKind: what a kind of step is (code). One file a kind in `steps/`; a module offers it as `KIND`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mailflow_gui.core.exchange import Stage
from mailflow_gui.core.settings import Settings


@dataclass(frozen=True, slots=True)
class StepContext:
    """What a step may know of its surroundings when it is prepared."""

    step_id: str
    integration: str


@dataclass(frozen=True, slots=True)
class StepKind:
    """A kind of step. `prepare(settings, context)` gives the stage, or raises SettingsError.

    `summary(settings)` is the one line on the step's card. `tone` and `icon` are its tile.
    """

    id: str
    title: str
    description: str
    icon: str
    tone: str
    settings: type[Settings]
    prepare: Callable[[Any, StepContext], Stage]
    summary: Callable[[Any], str]
