"""StepKind: what a kind of step is (code). One file a kind in `steps/`; a module offers it as `KIND`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mailflow_gui.core.exchange import Exchange, Stage
from mailflow_gui.core.language import shown
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import Shape


class Form(StrEnum):
    """How a kind stands in a flow, and with it what its `prepare` gives.

    PLAIN: a Stage. CHOICE: a Choose, and its step has flows. SPLIT: a Divide; it opens a span that the next AGGREGATE
    on the same level closes, or the end. AGGREGATE: a Join.
    """

    PLAIN = "plain"
    CHOICE = "choice"
    SPLIT = "split"
    AGGREGATE = "aggregate"


#: The index of the flow to take; None: none, the message goes on unchanged. Notes go into the exchange.
Choose = Callable[[Exchange], tuple[Exchange, int | None]]
#: The items of a message, each an exchange of its own (`Exchange.as_item`).
Divide = Callable[[Exchange], Sequence[Exchange]]
#: What goes on after a span: from the exchange before the split and the items that came through, in order.
Join = Callable[[Exchange, Sequence[Exchange]], Exchange]


@dataclass(frozen=True, slots=True)
class StepContext:
    """What a step may know of its surroundings when it is prepared.

    `rehearsing`: nothing outside may change; the stage only notes what it would do. `flows` are the checked settings
    of the step's branches, in order, when its kind has some.
    """

    step_id: str
    integration: str
    rehearsing: bool = False
    flows: tuple[Settings, ...] = ()


@shown("title", "description")
@dataclass(frozen=True)
class StepKind:
    """A kind of step. `prepare(settings, context)` gives what `form` says, or raises SettingsError.

    `summary(settings)` is the one line on the step's card. `tone` and `icon` are its tile. `flow` is the settings
    class of a branch (CHOICE only). `consumes` and `produces` tell from the settings which fields it takes from a data
    mapper and which it gives to later steps; without them it reads what is there and gives nothing of its own. One that
    `passes_on` leaves the other data as they are for the steps after it.
    """

    id: str
    title: str
    description: str
    icon: str
    tone: str
    settings: type[Settings]
    prepare: Callable[[Any, StepContext], Stage | Choose | Divide | Join]
    summary: Callable[[Any], str]
    form: Form = Form.PLAIN
    flow: type[Settings] | None = None
    consumes: Callable[[Any], Shape | None] | None = None
    produces: Callable[[Any], Shape | None] | None = None
    passes_on: bool = False
