"""Taking messages into the ledger (T1): from then on nothing that happens loses them. Thread of the integration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from mailflow_gui.core import identity
from mailflow_gui.core.connector import Fetched, Locator
from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.language import later, number, tr
from mailflow_gui.core.ledger import RESTORED, Intake, Ledger, Trip, TripState
from mailflow_gui.core.message import Message
from mailflow_gui.core.ports import Clock
from mailflow_gui.engine.intake import Selection
from mailflow_gui.engine.plan import Plan

Read = Callable[[Fetched, str], Message]
Why = tuple[str, str]

RENUMBERED: Why = ("RENUMBERED", later("It looks new because the server renumbered or restored the folder."))
VANISHED: Why = ("VANISHED", later("The message is no longer on the server."))
SINCE_BACKUP: Why = (
    "RESTORED",
    later("It may have been handled already: after the backup was made, or where this was moved from."),
)
NOT_FETCHED: Why = (
    "NOT_FETCHED",
    later("The server did not hand over this message, several times. It is still there."),
)


#: Bytes of messages of one integration that may wait here; from `SOON` of it on the person is told.
ROOM = 2_000_000_000
SOON = 0.8


class Taking:
    """Makes a trip of each message and stores it with its bytes, one commit for a window."""

    def __init__(self, plan: Plan, ledger: Ledger, read: Read, clock: Clock) -> None:
        self._plan = plan
        self._ledger = ledger
        self._read = read
        self._clock = clock
        self._run = 0
        self._told = False
        # Nothing that may change goes into it: a claim from before a crash has to be known as one's own.
        self._owner = identity.claimant(ledger.install_id, plan.place.integration)

    def check_room(self) -> str:
        """Before anything is taken: what to tell when little room is left, "" when there is, or it was told before.

        Raises StoreError (MUCH_WAITS) when there is none.
        """
        waiting = self._ledger.waiting_bytes(self._plan.place.integration)
        size = _megabytes(waiting)
        if waiting >= ROOM:
            raise StoreError(
                tr("Too much email waits here"),
                tr(
                    "{size} wait under Needs Attention or for their next try. Until it is less, new email stays on the"
                    " server.",
                    size=size,
                ),
                cause="MUCH_WAITS",
            )
        before, self._told = self._told, waiting >= SOON * ROOM
        if before or not self._told:
            return ""
        return tr("{size} of email wait here. At {limit} nothing new is taken.", size=size, limit=_megabytes(ROOM))

    def claim(self, selection: Selection) -> Selection:
        """In a shared folder: only what no other computer has taken; what one has counts as known."""
        if not self._plan.rules.shared or not selection.locators:
            return selection
        claim = self._plan.source.claim(selection.locators, self._owner)
        known = (*selection.known, *claim.theirs)
        return replace(selection, locators=claim.ours, known=known, elsewhere=len(claim.theirs))

    def take(self, window: Sequence[Fetched], intake: Intake) -> tuple[list[tuple[Trip, Message]], Intake]:
        """The trips of a window in the state they got, each with its message, and the intake as it is stored.

        Messages that are gone are left out; one that is too large is held.
        """
        present = [one for one in window if not one.gone]
        messages = [self._read(one, self._plan.place.folder) for one in present]
        trips = [
            (self._trip(one, message, too_large(one) if one.too_large else None), b"" if one.too_large else one.raw)
            for one, message in zip(present, messages, strict=True)
        ]
        marks = [intake.watermark, *(one.received for one in present if one.received)]
        stored = replace(intake, watermark=max(marks, key=moment))
        return list(zip(self._ledger.take(trips, stored), messages, strict=True)), stored

    def hold_doubtful(self, doubtful: Sequence[Fetched], intake: Intake) -> None:
        """Messages of which only the header is known wait for the person."""
        folder = self._plan.place.folder
        why = SINCE_BACKUP if intake.generation == RESTORED else RENUMBERED
        trips = [(self._trip(one, self._read(one, folder), why), b"") for one in doubtful]
        if trips:
            self._ledger.take(trips, intake)

    def hold_missing(self, locators: Sequence[Locator], intake: Intake) -> list[Trip]:
        """Messages that the server does not hand over wait for the person."""
        trips = [(self._trip(Fetched(one, b""), Message(b""), NOT_FETCHED), b"") for one in locators]
        return self._ledger.take(trips, intake) if trips else []

    def _trip(self, fetched: Fetched, message: Message, held: Why | None) -> Trip:
        now = self._clock.now()
        place, locator = self._plan.place, fetched.locator
        where = f"{locator.generation}:{locator.uid}"
        header = identity.header_print(fetched.raw)
        # Without the whole message there is no fingerprint; its place keeps it apart from its like.
        print_ = f"h:{where}:{header}" if held else identity.fingerprint(fetched.raw)
        run = self._next_run(now)
        return Trip(
            id=identity.exchange_id(self._ledger.install_id, place, where, print_, run),
            place=place,
            locator=locator,
            fingerprint=print_,
            header_print=header,
            taken_at=now.isoformat(),
            received=fetched.received,
            state=TripState.HELD if held else TripState.RECEIVED,
            run=run,
            # As the server counts it: over POP3 the size tells whether the identifier still means this message.
            size=locator.size if locator.size >= 0 else len(fetched.raw),
            subject=message.subject,
            sender=", ".join(str(one) for one in message.sender),
            message_id=message.message_id,
            cause=held[0] if held else "",
            reason=tr(held[1]) if held else "",
            settles=self._plan.settles,
            version=self._plan.version,
        )

    def _next_run(self, now: datetime) -> int:
        """0, or where the same message is taken again and again: another number each time, also after a restart."""
        if not self._plan.rules.every_poll:
            return 0
        self._run = max(self._run + 1, int(now.timestamp() * 1000))
        return self._run


def too_large(fetched: Fetched) -> Why:
    """Why a message that is over the limit is held."""
    size = fetched.locator.size / 1_000_000
    return "TOO_LARGE", tr("The message is larger than the limit ({size} MB).", size=number(size))


def _megabytes(count: int) -> str:
    return f"{number(count / 1_000_000)} MB"


def moment(text: str) -> float:
    """An ISO time as a number to compare; 0 for none."""
    return datetime.fromisoformat(text).timestamp() if text else 0.0
