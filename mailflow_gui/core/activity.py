"""What we tell and remember: Event (one line of the log, of `run --json`), Activity, Health. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

#: A temporary refusal is tried again so often without a word; from then on the message also needs attention.
QUIET_TRIES = 3
#: No pause between two tries is longer, in seconds: a later moment was written while the computer's clock was ahead.
LONGEST_PAUSE = 7200.0


class Level(StrEnum):
    """How loud a log line is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Kind(StrEnum):
    """Event kinds of `mailflow run --json` (interfaces), and `note` for everything else in the log."""

    STARTED = "started"
    CONNECTED = "connected"
    POLL = "poll"
    RECEIVED = "received"
    STEP = "step"
    FILTERED = "filtered"
    SENT = "sent"
    FAILED = "failed"
    HELD = "held"
    WAITING = "waiting"
    STOPPED = "stopped"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `at` is ISO 8601 with offset and milliseconds. No body, no secret.

    `subject` and `sender` are of the received message. `milliseconds` is how long a step took.
    """

    at: str
    integration: str
    kind: Kind
    text: str
    level: Level = Level.INFO
    step: str = ""
    step_id: str = ""
    exchange: str = ""
    subject: str = ""
    sender: str = ""
    message_id: str = ""
    recipients: tuple[str, ...] = ()
    reply: str = ""
    cause: str = ""
    attempt: int = 0
    milliseconds: float = 0.0
    count: int = 0


class State(StrEnum):
    """An integration's state in the list; each has a word and a shape in the window."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    WAITING = "waiting"
    STOPPING = "stopping"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Health:
    """How a running integration is. Times are ISO 8601, "" when not yet; `trouble` is the title, `cause` its ID.

    It runs `since` then, looked into the mailbox `polls` times, and its server has answered without a break since it
    was `connected`. `version` is what runs. `refused` says why newer
    settings could not take its place: it goes on without them. `revived`: it was started anew then, because it had
    stopped answering. `alarm`: the email that the person expects has not come.
    """

    state: State = State.STOPPED
    last_contact: str = ""
    last_message: str = ""
    next_poll: str = ""
    received: int = 0
    sent: int = 0
    filtered: int = 0
    failed: int = 0
    trouble: str = ""
    hint: str = ""
    cause: str = ""
    polls: int = 0
    since: str = ""
    version: int = 0
    refused: str = ""
    revived: str = ""
    connected: str = ""
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class ActivityStep:
    """One step of one message's trip; `status` is ok, filtered, failed, waiting."""

    step_id: str
    title: str
    at: str
    milliseconds: float
    status: str
    output: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """What we remember of one message's trip. `status`: done, filtered, waiting, held, skipped, in-progress.

    `size` is the received message's, in bytes. `kept`: its bytes are still here, to look at or to run again.
    """

    exchange: str
    integration: str
    at: str
    status: str
    subject: str = ""
    sender: str = ""
    message_id: str = ""
    reason: str = ""
    cause: str = ""
    attempts: int = 0
    next_try: str = ""
    version: int = 0
    size: int = 0
    kept: bool = False
    steps: tuple[ActivityStep, ...] = field(default=())

    @property
    def trying(self) -> bool:
        """Whether the quiet tries are over: it needs attention, and is tried again by itself at `next_try`."""
        return self.status == "waiting" and self.attempts > QUIET_TRIES
