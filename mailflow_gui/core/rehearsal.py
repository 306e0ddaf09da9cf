"""What a rehearsal found: each step's input, output and outcome, and what would be sent. Pure data, any thread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailflow_gui.core.connector import Outgoing
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.message import Message


class Outcome(StrEnum):
    """How one step ended. STOPPED: the message does not go on. HELD_BACK: it would have been sent or written."""

    OK = "ok"
    STOPPED = "stopped"
    HELD_BACK = "held-back"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step's passage. `after` is None when it stopped or failed; `outgoing` is what a send step would send.

    `item` tells the items of a split apart, as in `Exchange.item`.
    """

    step_id: str
    title: str
    outcome: Outcome
    text: str
    milliseconds: float
    before: Exchange
    after: Exchange | None = None
    outgoing: Outgoing | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would become of one message. `last` is the exchange as far as it came."""

    message: Message
    received: str
    steps: tuple[StepResult, ...]
    last: Exchange

    @property
    def outgoing(self) -> tuple[Outgoing, ...]:
        """Everything that would be sent, in order."""
        return tuple(one.outgoing for one in self.steps if one.outgoing is not None)

    def of_step(self, id: str) -> tuple[StepResult, ...]:
        """The passages of one step: none when it was not reached, several within a split."""
        return tuple(one for one in self.steps if one.step_id == id)

    @property
    def continues(self) -> bool:
        """Whether the message came through all steps."""
        return bool(self.steps) and self.steps[-1].outcome in (Outcome.OK, Outcome.HELD_BACK)

    @property
    def stopped(self) -> str:
        """Why the message does not come through, "" when it does."""
        failed = next((one for one in self.steps if one.outcome is Outcome.FAILED), None)
        if failed is None and self.steps and self.steps[-1].outcome is Outcome.STOPPED:
            failed = self.steps[-1]
        return failed.text if failed is not None else ""

    def data(self) -> dict[str, Plain]:
        """As plain data."""
        return {
            "subject": self.message.subject,
            "from": ", ".join(str(one) for one in self.message.sender),
            "received": self.received,
            "steps": [
                {"step": one.title, "outcome": one.text, "result": str(one.outcome)}
                | ({"item": one.item} if one.item else {})
                for one in self.steps
            ],
            "wouldSend": [one.wire.decode("utf-8", "replace") for one in self.outgoing],
        }
