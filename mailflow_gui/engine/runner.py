"""The Runner: one running integration. `run(stop)` blocks; it is the body of a QThread or a plain thread alike."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailflow_gui.core import identity
from mailflow_gui.core.activity import Event, Health, Kind, Level, State
from mailflow_gui.core.connector import Fetched, Source
from mailflow_gui.core.errors import MailflowError, StoreError, UnreachableError
from mailflow_gui.core.ledger import Intake, Ledger, Place, Trip, TripState
from mailflow_gui.core.message import Message
from mailflow_gui.core.ports import Clock, Publish
from mailflow_gui.engine.backoff import Backoff
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.intake import Rules, Selection, choose
from mailflow_gui.engine.journey import Journey, in_words
from mailflow_gui.engine.pipeline import LiveStep

#: So many broken connections in a row while sending, and the integration waits instead of each message for itself.
BREAKER = 3
WINDOW_MESSAGES = 25
WINDOW_BYTES = 4_000_000

Read = Callable[[Fetched, str], Message]


@dataclass(frozen=True, slots=True)
class Plan:
    """An integration made live by `assemble`: all that the Runner needs."""

    name: str
    place: Place
    version: int
    source: Source
    source_title: str
    steps: tuple[LiveStep, ...]
    deliveries: tuple[Delivery, ...]
    rules: Rules
    delay: float
    settles: bool


@dataclass(frozen=True, slots=True)
class Until:
    """When a run ends by itself: after one poll, or after so many seconds without anything to do."""

    once: bool = False
    idle: float | None = None


class Runner:
    """Polls, takes, runs, settles, waits: until told to stop. Used by one thread; `health` may be read from any."""

    def __init__(self, plan: Plan, ledger: Ledger, read: Read, clock: Clock, publish: Publish) -> None:
        self._plan = plan
        self._ledger = ledger
        self._read = read
        self._clock = clock
        self._publish = publish
        self._journey = Journey(plan.steps, ledger, clock, self._tell)
        self._backoff = Backoff(plan.delay)
        self._contact = False
        self._busy_at = clock.monotonic()
        self.health = Health(State.STARTING)

    def run(self, stop: threading.Event, until: Until | None = None) -> None:
        """Runs until `stop` is set, `until` says so, or someone must act (health then says what)."""
        self._note(Kind.STARTED, f"Started “{self._plan.name}”")
        try:
            doubtful = self._ledger.recover(self._plan.place.integration)
            if doubtful:
                text = f"{doubtful} messages were interrupted in the instant of delivery: see Needs Attention"
                self._note(Kind.HELD, text, level=Level.ERROR, cause="IN_DOUBT", count=doubtful)
            while not stop.is_set():
                pause = self._turn(stop)
                if pause is None or self._ended(until):
                    break
                self._rest(pause, stop)
        finally:
            self._close()
            if self.health.state is not State.ATTENTION:
                self.health = replace(self.health, state=State.STOPPED, next_poll="")
            self._note(Kind.STOPPED, f"Stopped “{self._plan.name}”")

    def _turn(self, stop: threading.Event) -> float | None:
        """One cycle with its outcome judged: seconds until the next one, None when someone must act first."""
        try:
            self._cycle(stop)
        except UnreachableError as error:
            return self._unreachable(error)
        except StoreError as error:
            self._trouble(error, State.ATTENTION)
            return 60.0
        except MailflowError as error:
            self._trouble(error, State.ATTENTION)
            return None
        self._backoff.reset()
        return self._plan.delay

    def _cycle(self, stop: threading.Event) -> None:
        for trip in self._ledger.due(self._plan.place.integration, self._clock.now().isoformat()):
            if stop.is_set():
                return
            self._resume(trip)
        self._settle()
        selection = choose(self._plan.source, self._ledger, self._plan.place, self._plan.rules, self._clock)
        self._touch()
        self._prepare(selection)
        count = 0
        for window in _windows(self._plan.source.fetch(selection.locators)):
            count += self._take(window, selection.intake, stop)
            self._settle()
            if stop.is_set():
                break
        later = f", {len(selection.later)} more at the next polls" if selection.later else ""
        found = f"{count} message{'s' if count != 1 else ''}{later}" if count else "no new messages"
        self._note(Kind.POLL, f"Poll finished: {found}", count=count, step=self._plan.source_title)

    def _prepare(self, selection: Selection) -> None:
        """Records what the look itself decided: baseline, recognised messages, doubtful ones."""
        stored = self._ledger.intake(self._plan.place)
        if selection.known or stored is None or stored.generation != selection.intake.generation:
            self._ledger.set_intake(self._plan.place, selection.intake, selection.known)
        if selection.doubtful:
            reason = "It looks new because the server renumbered or restored the folder."
            trips = [(self._trip(one, None, ("RENUMBERED", reason)), b"") for one in selection.doubtful]
            self._ledger.take(trips, selection.intake)
        for text in selection.warnings:
            self._note(Kind.HELD, text, level=Level.WARNING, cause="RENUMBERED", count=len(selection.doubtful))
        if not selection.locators:
            self._ledger.set_intake(self._plan.place, selection.intake) if stored != selection.intake else None

    def _take(self, window: Sequence[Fetched], intake: Intake, stop: threading.Event) -> int:
        """T1 for one window, then each message's journey, oldest first."""
        read = {one.locator.uid: self._read(one, self._plan.place.folder) for one in window if not one.gone}
        pairs = [
            (self._trip_of(one, read[one.locator.uid]), b"" if one.too_large else one.raw)
            for one in window
            if not one.gone
        ]
        marks = [intake.watermark, *(one.received for one in window if one.received)]
        stored = replace(intake, watermark=max(marks, key=_moment))
        for trip in self._ledger.take(pairs, stored):
            self._count("received")
            if trip.state is TripState.RECEIVED:
                self._journey.tell(
                    trip, Kind.RECEIVED, f"1 message received: {trip.subject}", step=self._plan.source_title
                )
                if not stop.is_set():
                    self._travel(trip, read[trip.locator.uid])
            else:
                level = Level.ERROR if trip.state is TripState.HELD else Level.WARNING
                kind = Kind.HELD if trip.state is TripState.HELD else Kind.NOTE
                self._journey.tell(trip, kind, trip.reason, level=level, cause=trip.cause, step=self._plan.source_title)
        return len(pairs)

    def _resume(self, trip: Trip) -> None:
        """A trip from an earlier time: its bytes are in the ledger, or still only on the server."""
        raw = self._ledger.raw(trip.id)
        if raw is None:
            fetched = next(iter(self._plan.source.fetch([trip.locator])), None)
            if fetched is None or fetched.gone:
                self._ledger.hold(trip, "VANISHED", "The message is no longer on the server.", ())
                return
            if fetched.too_large:
                self._ledger.hold(trip, *_too_large(fetched), ())
                return
        else:
            fetched = Fetched(trip.locator, raw, trip.received)
        self._travel(trip, self._read(fetched, trip.place.folder))

    def _travel(self, trip: Trip, message: Message) -> None:
        state = self._journey.travel(trip, message)
        names = {TripState.DONE: "sent", TripState.FILTERED: "filtered", TripState.HELD: "failed"}
        if state in names:
            self._count(names[state])
        if self._journey.broken >= BREAKER:
            self._journey.broken = 0
            raise UnreachableError(
                "The sending server can't be reached", "Mailflow keeps trying.", cause="CONNECTION_LOST"
            )

    def _settle(self) -> None:
        """The source action for all that is delivered; at another time again if the server goes away meanwhile."""
        trips = self._ledger.settling(self._plan.place)
        if not trips:
            return
        if self._plan.settles:
            generation = self._ledger.intake(self._plan.place)
            same = [one.locator for one in trips if generation and one.locator.generation == generation.generation]
            self._plan.source.settle(same)
        self._ledger.settled(trips)

    def _trip_of(self, fetched: Fetched, message: Message) -> Trip:
        if fetched.too_large:
            return self._trip(fetched, message, _too_large(fetched))
        return self._trip(fetched, message, None)

    def _trip(self, fetched: Fetched, message: Message | None, held: tuple[str, str] | None) -> Trip:
        now = self._clock.now()
        run = int(now.timestamp() * 1000) if self._plan.rules.every_poll else 0
        header = identity.header_print(fetched.raw)
        print_ = f"h:{header}" if held else identity.fingerprint(fetched.raw)
        place, locator = self._plan.place, fetched.locator
        where = f"{locator.generation}:{locator.uid}"
        message = message or self._read(fetched, place.folder)
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
            size=len(fetched.raw),
            subject=message.subject,
            sender=", ".join(str(one) for one in message.sender),
            message_id=message.message_id,
            cause=held[0] if held else "",
            reason=held[1] if held else "",
            settles=self._plan.settles,
            version=self._plan.version,
        )

    def _unreachable(self, error: MailflowError) -> float:
        self._plan.source.close()
        self._contact = False
        pause = self._backoff.pause()
        self._trouble(error, State.WAITING, f". Trying again in {in_words(round(pause))}.")
        return pause

    def _trouble(self, error: MailflowError, state: State, more: str = "") -> None:
        self.health = replace(self.health, state=state, trouble=error.title, hint=error.hint, cause=error.cause)
        kind, level = (Kind.WAITING, Level.WARNING) if state is State.WAITING else (Kind.FAILED, Level.ERROR)
        self._note(kind, f"{error.title}{more or '. ' + error.hint}", level=level, cause=error.cause)

    def _touch(self) -> None:
        now = self._now()
        if not self._contact:
            self._contact = True
            self._note(Kind.CONNECTED, "Connected to the mail server", step=self._plan.source_title)
        self.health = replace(self.health, state=State.RUNNING, last_contact=now, trouble="", hint="", cause="")

    def _rest(self, pause: float, stop: threading.Event) -> None:
        next_due = self._ledger.next_due(self._plan.place.integration)
        if next_due:
            wait = (datetime.fromisoformat(next_due) - self._clock.now()).total_seconds()
            pause = max(min(pause, wait), 0.05)
        moment = datetime.fromtimestamp(self._clock.now().timestamp() + pause).astimezone()
        self.health = replace(self.health, next_poll=moment.isoformat(timespec="seconds"))
        if self.health.state is not State.RUNNING:
            stop.wait(pause)
            return
        try:
            self._plan.source.wait(pause, stop)
        except UnreachableError as error:
            stop.wait(self._unreachable(error))

    def _ended(self, until: Until | None) -> bool:
        if until is None:
            return False
        if until.once:
            return True
        return until.idle is not None and self._clock.monotonic() - self._busy_at >= until.idle

    def _count(self, name: str) -> None:
        self._busy_at = self._clock.monotonic()
        value = getattr(self.health, name) + 1
        self.health = replace(self.health, **{name: value}, last_message=self._now())

    def _close(self) -> None:
        for delivery in self._plan.deliveries:
            delivery.close()
        self._plan.source.close()

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="milliseconds")

    def _note(self, kind: Kind, text: str, **rest: object) -> None:
        event = Event(self._now(), self._plan.place.integration, kind, text)
        self._tell(replace(event, **rest))  # type: ignore[arg-type]

    def _tell(self, event: Event) -> None:
        self._publish(event)


def _windows(fetched: Iterable[Fetched]) -> Iterable[list[Fetched]]:
    """Groups that are stored with one commit each, bounded by count and bytes."""
    window: list[Fetched] = []
    size = 0
    for one in fetched:
        window.append(one)
        size += len(one.raw)
        if len(window) >= WINDOW_MESSAGES or size >= WINDOW_BYTES:
            yield window
            window, size = [], 0
    if window:
        yield window


def _too_large(fetched: Fetched) -> tuple[str, str]:
    size = fetched.locator.size / 1_000_000
    return "TOO_LARGE", f"The message is larger than the limit ({size:.0f} MB)."


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp() if text else 0.0
