"""Connector, Action, Source, Transport: what a protocol offers the engine. A connector module offers `CONNECTOR`.

Pure; the calls run on the thread of the integration or of the check.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.language import later, shown
from mailflow_gui.core.ports import StopRequest
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.shapes import Shape


class Pattern(StrEnum):
    """Where an action may stand: FROM starts an integration, TO takes a message."""

    FROM = "from"
    TO = "to"


class CheckState(StrEnum):
    """How a check of Validate stands."""

    WAITING = "waiting"
    RUNNING = "running"
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    NOT_TRIED = "not-tried"


@dataclass(frozen=True, slots=True)
class Check:
    """One visible check of Validate. `milliseconds` is None until it ended; `error` is set when it failed."""

    id: str
    title: str
    state: CheckState
    detail: str = ""
    milliseconds: int | None = None
    error: Exception | None = None


class Trace(Protocol):
    """Told by the connect functions what they do. The running integration passes one that ignores it."""

    def step(self, check: str) -> AbstractContextManager[None]:
        """Around one check: server, port, encryption, sign-in, inbox (or ready)."""
        ...

    def found(self, detail: str, *, warning: bool = False) -> None:
        """The caption of the check under way."""
        ...

    def deadline(self) -> float:
        """Seconds left for the network call that comes next; raises Cancelled when the person cancelled."""
        ...

    def leeway(self, moved: float) -> float:
        """Seconds for a wait on the connection once it is ready, beside the wait's own limit; may raise Cancelled.

        `moved` is when the server last took or gave octets, in monotonic seconds.
        """
        ...


@dataclass(frozen=True, slots=True)
class Certificate:
    """A server's certificate as people compare it. Dates are ISO 8601 in UTC."""

    pem: str
    subject: str
    issuer: str
    self_signed: bool
    is_ca: bool
    names: tuple[str, ...]
    valid_from: str
    valid_until: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a mailbox: its real name (decoded) and whether it can hold messages."""

    name: str
    delimiter: str
    selectable: bool = True
    messages: int | None = None
    unseen: int | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a message stands on the server: UID under a UIDVALIDITY (IMAP), or UIDL under generation "" (POP3).

    It is an address, not an identity. `number` is the POP3 number in this session. `size` in bytes, -1 unknown.
    """

    generation: str
    uid: str
    size: int = -1
    number: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds now that may be taken: candidates oldest first (by arrival), and facts for the ledger.

    `next_uid` is UIDNEXT (IMAP), 0 unknown. `total` counts all messages in the folder. `stable` is False for a POP3
    server without UIDL: its locators are made from the header's hash.
    """

    folder: str
    generation: str
    locators: tuple[Locator, ...]
    total: int
    next_uid: int = 0
    stable: bool = True


@dataclass(frozen=True, slots=True)
class Fetched:
    """One message off the server: the bytes exactly as served, arrival time (ISO 8601 or ""), `gone` if it vanished."""

    locator: Locator
    raw: bytes
    received: str = ""
    seen: bool = False
    gone: bool = False
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Messages that are this integration's to take, and those that another computer has taken; others are undecided."""

    ours: tuple[Locator, ...]
    theirs: tuple[Locator, ...] = ()


class Source(Protocol):
    """The receiving end of an integration. Used by one thread. Every call may raise MailflowError.

    Nothing it does marks a message, except `settle`, and `claim` where a folder is shared.
    """

    def attend(self, stop: StopRequest) -> None:
        """From now on connecting and reading give up with Cancelled soon after `stop` is set, `settle` a second later.

        That holds whatever the server does or does not do meanwhile; the session is dropped then.
        """
        ...

    def listing(self, after: int) -> Listing:
        """Candidates now. `after`: UIDs up to this one are known and may be left out of the question; 0: ask all."""
        ...

    def headers(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        """Header blocks only (raw up to the blank line), for previews and identity checks."""
        ...

    def fetch(self, locators: Sequence[Locator]) -> Iterator[Fetched]:
        """Whole messages in the order asked for, in windows bounded by count and bytes; nothing is marked."""
        ...

    def claim(self, locators: Sequence[Locator], owner: str) -> Claim:
        """Where computers share the folder: takes these messages for `owner`, but those that another one has.

        Doing it twice is harmless. Raises SettingsError (NO_CLAIMS) when the server can't decide who was first.
        """
        ...

    def settle(self, locators: Sequence[Locator]) -> None:
        """Do what the action says after success (mark seen, move, copy, delete); doing it twice is harmless."""
        ...

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        """Wait for the next poll, at most `seconds`; True when the server told of new mail (push).

        Ends within a second of `stop`.

        Raises UnreachableError when the connection turned out to be lost.
        """
        ...

    def close(self) -> None:
        """End the session; never raises."""
        ...


class Stance(StrEnum):
    """What became of one recipient, or of a whole message, at one attempt (RFC 5321 4.2)."""

    SENT = "sent"
    RETRY = "retry"
    REFUSED = "refused"
    IN_DOUBT = "in-doubt"


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer: code, enhanced code (RFC 3463) and text. Code 0: no answer."""

    code: int
    enhanced: str = ""
    text: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (str(self.code or ""), self.enhanced, self.text) if part)


#: How each recipient stands: the address, what became of it, and the server's answer.
Rows = Sequence[tuple[str, Stance, Reply]]


@dataclass(frozen=True, slots=True)
class Attempt:
    """The outcome of one attempt: for the whole and for each recipient. `error` says it in words when not SENT."""

    stance: Stance
    reply: Reply
    recipients: tuple[tuple[str, Stance, Reply], ...]
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A composed message: the exact bytes and the explicit envelope. Frozen before the first attempt.

    `subject` is kept for the activity. `needs_utf8`: an address needs SMTPUTF8 (RFC 6531).
    """

    sender: str
    recipients: tuple[str, ...]
    wire: bytes
    message_id: str
    subject: str = ""
    needs_utf8: bool = False


class Transport(Protocol):
    """The sending end. Used by one thread; keeps its connection between messages."""

    def attend(self, stop: StopRequest) -> None:
        """From now on connecting gives up with Cancelled soon after `stop` is set; a message in hand gets longer.

        Before the dot: `transmit` raises Cancelled after a second in which the server neither takes nor gives anything,
        and 20 seconds after the request however it moves. From `before_dot` on the answer is waited for, at most until
        28 seconds after the request; without it the outcome is IN_DOUBT.
        """
        ...

    def transmit(self, outgoing: Outgoing, recipients: Sequence[str], before_dot: Callable[[Rows], None]) -> Attempt:
        """One attempt for these recipients. `before_dot` runs after the body and before the final dot: it is told how
        each recipient stands then. Those for whom the dot is are in doubt.

        If `before_dot` raises, the dot is not written, the connection is dropped and the error goes on. Raises
        MailflowError for what concerns the whole connection before any recipient was tried (sign-in, TLS, unreachable).
        """
        ...

    def close(self) -> None:
        """End the session; never raises."""
        ...


class SentFolder(Protocol):
    """The folder of sent mail of an account: what stands there was taken by its server. Used by one thread."""

    def attend(self, stop: StopRequest) -> None:
        """From now on questions give up with Cancelled soon after `stop` is set."""
        ...

    def holding(self, message_ids: Sequence[str]) -> frozenset[str] | None:
        """Those of these Message-IDs that are there; None when the account has no such folder.

        Connects for it and changes nothing. Raises MailflowError.
        """
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages may go out before the person is asked: an hour, a day, and an hour to one recipient.

    -1: any number.
    """

    hour: int = -1
    day: int = -1
    recipient: int = -1


@dataclass(frozen=True, slots=True)
class Sender:
    """A prepared send action: `compose(exchange, idempotency key)` is pure and deterministic; `transport` sends.

    `did` is said when it is done and `would` when it is only rehearsed, {to} the recipients. `guard` says why a
    composed message is not sent after all, "" when it is. At `limits` sending pauses.
    """

    compose: Callable[[Exchange, str], Outgoing]
    transport: Transport
    did: str = later("Sent to {to}")
    would: str = later("Would be sent to {to}")
    guard: Callable[[Exchange, Outgoing], str] | None = None
    limits: Limits = Limits()
    approval: bool = False


@shown("title", "description")
@dataclass(frozen=True)
class Action:
    """What a connector can do. `open(connection settings, action settings)` gives a Source (FROM) or a Sender (TO).

    `consumes` and `produces` are as for a step kind. `unfit(connection values)` says why a connection can't do it, ""
    when it can.
    """

    id: str
    title: str
    description: str
    pattern: Pattern
    settings: type[Settings]
    open: Callable[[Any, Any], Any]
    summary: Callable[[Any], str]
    consumes: Callable[[Any], Shape | None] | None = None
    produces: Callable[[Any], Shape | None] | None = None
    unfit: Callable[[Any], str] | None = None


@shown("title", "description")
@dataclass(frozen=True)
class Connector:
    """A kind of connection. `verify(settings, trace)` runs the checks with the runtime's own connect function.

    `checks(settings)` names them in order as (id, title). `certificate(settings, trace)` fetches what the server shows.
    `folders(settings, trace)` lists a mailbox. `usual_port(values)` is the port for raw form values, "" unknown.
    `sent_folder(settings)` opens the folder in which the account's sent mail stands; None: such connections have none.
    """

    id: str
    title: str
    description: str
    icon: str
    tone: str
    settings: type[Settings]
    actions: tuple[Action, ...]
    verify: Callable[[Any, Trace], None]
    checks: Callable[[Any], tuple[tuple[str, str], ...]]
    certificate: Callable[[Any, Trace], Certificate]
    read_certificate: Callable[[str], Certificate]
    folders: Callable[[Any, Trace], Sequence[Folder]]
    usual_port: Callable[[Any], str]
    sent_folder: Callable[[Any], SentFolder | None] | None = None


def utc(moment: datetime) -> str:
    """ISO 8601 text of an aware time, with offset."""
    return moment.isoformat(timespec="seconds")
