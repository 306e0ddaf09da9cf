"""An Exchange: one message's trip along an integration. Frozen; a stage returns a new one. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from mailflow_gui.core.message import FieldValue, Message

Values = Mapping[str, FieldValue]
NOTHING: Values = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Posted:
    """What a send step did: to whom, under which Message-ID, and the server's answer."""

    step_id: str
    message_id: str
    recipients: tuple[str, ...]
    reply: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """The person's word for one message: what the step at `place` would send to `old` goes to `new`.

    Without `old` it goes to `new` alone, whatever recipients the step finds.
    """

    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message under way.

    `seed` names the message and the run, so that all that is derived from it is the same at every try.
    `message` is what was received and never changes. `data` is what the next step consumes: empty until a step
    (data mapper, template) produces values; then only those. `outputs` holds what each earlier step produced, by
    step id. `now` and `seed` are frozen when the message is taken, so that running again gives the same result.
    `instead` are the addresses that the person put in the place of others.
    `origin` is the opaque mark of the integration (`core/loops.py`).
    `item` tells the items of a split apart: "2" is the second one, "2.1" the first within it; "" outside of a split.
    """

    id: str
    message: Message
    now: datetime
    seed: str = ""
    data: Values = field(default_factory=lambda: NOTHING)
    outputs: Mapping[str, Values] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    posted: tuple[Posted, ...] = ()
    item: str = ""
    origin: str = ""
    instead: tuple[Redirect, ...] = ()

    def value(self, path: str) -> FieldValue:
        """The value under a path: the present data first, then the received message.

        `message.<field>` always means the received message, `steps.<step id>.<name>` the output of an earlier step.
        `text` and `content` are the same. Unknown paths give None.
        """
        if path.startswith("message."):
            return self.message.field(path.removeprefix("message."))
        if path.startswith("steps."):
            step, _, name = path.removeprefix("steps.").partition(".")
            return _named(self.outputs.get(step, NOTHING), name)
        found = _named(self.data, path)
        return found if found is not None else self.message.field(path)

    def mapped(self, name: str) -> FieldValue:
        """A value that an earlier step produced; None when no step did, whatever the received message holds."""
        return _named(self.data, name)

    def produced(self, step: str, data: Values) -> Exchange:
        """A copy after `step` replaced the data."""
        frozen: Values = MappingProxyType(dict(data))
        outputs = MappingProxyType({**self.outputs, step: frozen})
        return replace(self, data=frozen, outputs=outputs)

    def reported(self, step: str, values: Values) -> Exchange:
        """A copy with what `step` has to tell to later steps; the data for the next step stay as they are."""
        outputs = MappingProxyType({**self.outputs, step: MappingProxyType(dict(values))})
        return replace(self, outputs=outputs)

    def as_item(self, number: int, step: str, data: Values) -> Exchange:
        """A copy for the item of this number, from 1, of what `step` split."""
        return replace(self.produced(step, data), item=f"{self.item}.{number}" if self.item else str(number))

    def place(self, step: str) -> str:
        """What names a step's work on this exchange: the step's id, and within a split the item, too."""
        return f"{step}@{self.item}" if self.item else step

    def noted(self, text: str) -> Exchange:
        """A copy with one more note for the activity (the visible output of a step)."""
        return replace(self, notes=(*self.notes, text))


def _named(values: Values, name: str) -> FieldValue:
    if name in values:
        return values[name]
    if name in ("text", "content"):
        return values.get("content" if name == "text" else "text")
    return None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stage's answer that ends the trip as a success: the message does not go on, and why."""

    reason: str


Stage = Callable[[Exchange], Exchange | Dropped]
