"""What the ledger remembers: intake per folder, one Trip per message, one Parcel per message to send. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.connector import Attempt, Locator, Outgoing, Rows
from mailflow_gui.core.exchange import Redirect

#: Why a trip is held whose integration has reached a limit of sending.
SENDING_PAUSED = "SENDING_PAUSED"
#: Why a trip is held of which a message waits for the person's approval.
APPROVAL = "APPROVAL"
#: Stands in an intake's `generation` after its ledger was restored from a backup: what became of messages since then is
#: not known, so those that were there by its `watermark` wait for the person, unless they are recognised.
RESTORED = "restored"


class TripState(StrEnum):
    """Where a message stands. RECEIVED: on our disk, not finished. SETTLING: delivered, source action still to do."""

    RECEIVED = "received"
    WAITING = "waiting"
    HELD = "held"
    SETTLING = "settling"
    DONE = "done"
    FILTERED = "filtered"
    SKIPPED = "skipped"


class ParcelState(StrEnum):
    """Where a composed message stands. DOT_SENT found at start-up means: in doubt. AWAITING: the person's approval."""

    AWAITING = "awaiting"
    READY = "ready"
    DOT_SENT = "dot-sent"
    IN_DOUBT = "in-doubt"
    WAITING = "waiting"
    HELD = "held"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of an account as one integration sees it: the scope of locators."""

    integration: str
    account: str
    folder: str


@dataclass(frozen=True, slots=True)
class Intake:
    """How far the intake of a place is. `floor`: every UID up to it counts as known (IMAP).

    `watermark` is the newest arrival time (ISO 8601) taken so far; `next_uid` the UIDNEXT at the last look;
    `baseline` the moment before which mail was not asked for, "" when all of it was.
    """

    generation: str
    floor: int = 0
    watermark: str = ""
    next_uid: int = 0
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Trip:
    """One message's trip. `id` is the exchange id. `taken_at` freezes “now” for the steps. Times are ISO 8601."""

    id: str
    place: Place
    locator: Locator
    fingerprint: str
    header_print: str
    taken_at: str
    received: str = ""
    state: TripState = TripState.RECEIVED
    run: int = 0
    size: int = 0
    subject: str = ""
    sender: str = ""
    message_id: str = ""
    cause: str = ""
    reason: str = ""
    attempts: int = 0
    next_at: str = ""
    settles: bool = True
    version: int = 0
    instead: tuple[Redirect, ...] = ()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A composed message and its fate. `id` is the idempotency key; `pending` are recipients not yet settled.

    `refused` are recipients that the server refused for good.
    """

    id: str
    trip: str
    step_id: str
    outgoing: Outgoing
    state: ParcelState = ParcelState.READY
    pending: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    attempts: int = 0
    first_at: str = ""
    next_at: str = ""
    cause: str = ""
    reason: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A parcel of which nobody knows whether the server took it. `id` is the parcel's, `dot_at` when its dot was due.

    `others_have_it`: some recipients got it at an earlier try, under the same Message-ID.
    """

    id: str
    trip: str
    step_id: str
    message_id: str
    subject: str
    dot_at: str
    others_have_it: bool = False


class Ledger(Protocol):
    """Durable memory. Every change is one commit that is on disk when the call returns. Raises StoreError."""

    install_id: str

    def intake(self, place: Place) -> Intake | None:
        """How far the intake is; None before the first look."""
        ...

    def set_intake(self, place: Place, intake: Intake, known: Sequence[Locator] = ()) -> None:
        """Records how far the intake is, and locators that count as known without a trip."""
        ...

    def unknown(self, place: Place, locators: Sequence[Locator]) -> list[Locator]:
        """Those that are not known, in the same order. A UIDL that came back with another size is unknown."""
        ...

    def waiting_bytes(self, integration: str) -> int:
        """What the received messages take that are not done with."""
        ...

    def forget_locators(self, place: Place) -> None:
        """No locator of this place means anything any more."""
        ...

    def has_known(self, place: Place) -> bool:
        """Whether any locator of this place is known."""
        ...

    def prints_known(self, place: Place, header_prints: Sequence[str]) -> set[str]:
        """Which of these header prints belong to messages already taken by this integration."""
        ...

    def open_uids(self, place: Place) -> set[str]:
        """UIDs or UIDLs of trips that are not finished (received, waiting, held, settling)."""
        ...

    def take(self, trips: Sequence[tuple[Trip, bytes]], intake: Intake) -> list[Trip]:
        """T1: stores trips with their raw bytes and the intake, one commit. Returns those that are new.

        A trip whose fingerprint this integration already took becomes SKIPPED (cause SAME_DELIVERY).
        """
        ...

    def raw(self, trip: str) -> bytes | None:
        """The raw bytes; None when they are not (or no longer) kept."""
        ...

    def due(self, integration: str, now: str, limit: int = 100) -> list[Trip]:
        """Trips to work on now: RECEIVED ones, WAITING ones that are due; oldest first."""
        ...

    def settling(self, place: Place) -> list[Trip]:
        """Trips that are delivered and whose source action is still to do."""
        ...

    def next_due(self, integration: str) -> str:
        """When the next waiting trip is due (ISO), "" when none waits."""
        ...

    def finish(self, trip: Trip, state: TripState, steps: Sequence[ActivityStep]) -> None:
        """Delivered or filtered: SETTLING when the source action is to do, else DONE or FILTERED; with its steps.

        The one change that may come to disk with the next: forgotten, it is found out again and nothing is sent twice.
        """
        ...

    def settled(self, trips: Iterable[Trip]) -> None:
        """T7: the source action is done. Wire bytes go; raw bytes stay of the newest messages, to be looked at."""
        ...

    def defer(self, trip: Trip, next_at: str, cause: str, reason: str, steps: Sequence[ActivityStep]) -> None:
        """Wait until `next_at`."""
        ...

    def hold(self, trip: Trip, cause: str, reason: str, steps: Sequence[ActivityStep]) -> None:
        """Park it under Needs Attention."""
        ...

    def recover(self, integration: str) -> int:
        """At start-up: DOT_SENT parcels become IN_DOUBT and their trips HELD. Returns how many."""
        ...

    def parcel(self, trip: str, step_id: str) -> Parcel | None:
        """The parcel of a trip's send step."""
        ...

    def freeze(self, parcel: Parcel) -> None:
        """Stores a composed message that waits for approval: exactly these bytes are sent then."""
        ...

    def awaiting(self, trip: str) -> list[Parcel]:
        """The messages of a trip that wait for approval."""
        ...

    def approve(self, trip: str) -> None:
        """The person approves them: they are sent as they are."""
        ...

    def senders(self, message_id: str, limit: int) -> list[str]:
        """Which integrations sent the message of this Message-ID, what it was made from, and so on back.

        The newest first; empty for a message that is not of our making.
        """
        ...

    def unsent(self, trip: str) -> bool:
        """Whether a composed message of the trip was not sent."""
        ...

    def record_dot(self, parcel: Parcel, at: str, rows: Rows = ()) -> None:
        """T4: DOT_SENT, durable, before the final dot, and how each recipient stands. Stores a new parcel."""
        ...

    def record_attempt(self, parcel: Parcel, attempt: Attempt, state: ParcelState, next_at: str) -> Parcel:
        """T5: the outcome with one row for each recipient. Gives the parcel as it stands now."""
        ...

    def done_steps(self, trip: str) -> set[str]:
        """Ids of the steps that were already reported as done for this trip."""
        ...

    def trip(self, id: str) -> Trip | None:
        """The trip of this id."""
        ...

    def activities(
        self, integration: str = "", *, search: str = "", held: bool = False, limit: int = 200
    ) -> list[Activity]:
        """Newest first. `held`: those that need attention, the ones that Mailflow keeps trying among them."""
        ...

    def last_arrival(self, integration: str) -> str:
        """When the message taken last came to the server (ISO), or was taken where that is not known; "" for none."""
        ...

    def trying(self, integration: str) -> int:
        """How many messages wait for another try after the quiet ones (see Activity.trying)."""
        ...

    def retry(self, id: str, instead: Sequence[Redirect] = ()) -> None:
        """The person asks: work on it again with current settings. Parcels not sent are composed anew.

        A parcel that some recipients have already goes to the others with the same bytes. `instead` is kept with the
        message, also for later tries.
        """
        ...

    def skip(self, id: str) -> None:
        """The person decides: not processed."""
        ...

    def unskip(self, id: str) -> None:
        """The person takes a skip back: the message waits again as it did before."""
        ...

    def run_again(self, id: str, version: int, now: str) -> str:
        """The person asks: once more from the start with current settings, as a trip of its own; gives its id.

        The message may be sent a second time. The source is left alone. Raises StoreError when its bytes are not kept.
        """
        ...

    def resolve_doubt(self, id: str, *, arrived: bool) -> None:
        """The person says whether an in-doubt message arrived (counts as sent) or is to be sent again."""
        ...

    def sent_since(self, integration: str, moment: str, allowed: str) -> list[tuple[str, tuple[str, ...]]]:
        """When (ISO) and to whom messages went out since a moment, and since sending was `allowed`; oldest first."""
        ...

    def sending_allowed(self, integration: str) -> str:
        """A mark of when the person last let sending go on; another one each time, "" before the first."""
        ...

    def paused_for(self, integration: str) -> str:
        """Why sending is paused, "" when it is not: the reason of the first trip that is held for it."""
        ...

    def go_on(self, integration: str, at: str) -> None:
        """The person lets sending go on: what is held for the pause is worked on, and counting begins anew."""
        ...

    def release_paused(self, integration: str) -> None:
        """What is held for a pause that is over is worked on."""
        ...

    def doubts(self, integration: str) -> list[Doubt]:
        """Parcels in doubt whose trips wait, oldest first."""
        ...

    def sent_before(self, doubt: Doubt, limit: int) -> list[str]:
        """Message-IDs of what the same step sent before, newest first: at most `limit`."""
        ...

    def settle_doubt(self, doubt: Doubt, *, arrived: bool) -> None:
        """What was found out about one parcel: it counts as sent, or is to be sent again; its trip goes on.

        Nothing is changed when the person has decided meanwhile.
        """
        ...

    def explain_doubt(self, doubt: Doubt, reason: str) -> None:
        """Other words for why the trip waits."""
        ...

    def counts(self, integration: str, since: str) -> dict[str, int]:
        """Messages by status (see Activity) since a moment (ISO)."""
        ...

    def begin_run(self, integration: str, version: int, at: str) -> None:
        """It starts to run; a run that a crash left open ended at its last sign of life. Comes to disk with the next
        change, as the other two do: forgotten, the uptime is a little wrong."""
        ...

    def keep_run(self, integration: str, at: str) -> None:
        """A sign of life of the run under way."""
        ...

    def end_run(self, integration: str, at: str) -> None:
        """The run under way ended."""
        ...
