"""The Runner: one running integration. `run(stop)` blocks; it is the body of a QThread or a plain thread alike."""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mailflow_gui.core import first_look
from mailflow_gui.core.activity import ActivityStep, Event, Health, Kind, Level, State
from mailflow_gui.core.connector import Fetched, Locator
from mailflow_gui.core.errors import Cancelled, MailflowError, StoreError, UnreachableError
from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import SENDING_PAUSED, Intake, Ledger, Trip, TripState
from mailflow_gui.core.message import Message
from mailflow_gui.core.ports import Clock, Publish, StopRequest
from mailflow_gui.core.words import size_in_words
from mailflow_gui.engine.absence import Absence
from mailflow_gui.engine.backoff import Backoff
from mailflow_gui.engine.caps import Meter
from mailflow_gui.engine.doubts import Doubts
from mailflow_gui.engine.fence import Fence
from mailflow_gui.engine.fetching import Fetching
from mailflow_gui.engine.intake import Selection, choose
from mailflow_gui.engine.journey import Journey
from mailflow_gui.engine.plan import Plan
from mailflow_gui.engine.plan import Until as Until
from mailflow_gui.engine.run_record import RunRecord
from mailflow_gui.engine.taking import Read, Taking, moment
from mailflow_gui.engine.vigil import Vigil
from mailflow_gui.engine.words import interrupted, polled, waiting

#: After so many messages in a row that had to wait for the sending server, the integration itself waits.
BREAKER = 3
#: Seconds until the next try when the profile can't be written.
STORE_PAUSE = 60.0


class Runner:
    """Polls, takes, runs, settles, waits: until told to stop. Used by one thread.

    Read from any: `health`; `last_arrival`, when the newest message came, `asked_at`, when that was all (ISO), and
    `expected`, when email is to come; for the watchdog `in_hand`, the message in the steps, `busy_since`, when it last
    came on with its work, and `rests_until`, when the present rest ends (both monotonic, far away when it rests or
    works).
    """

    def __init__(
        self, plan: Plan, ledger: Ledger, read: Read, clock: Clock, publish: Publish, fence: Fence | None = None
    ) -> None:
        self.fence = fence or Fence()
        self.in_hand: Trip | None = None
        self.last_arrival = self.asked_at = ""
        self.rests_until = math.inf
        self.busy_since = time.monotonic()
        self.expected = plan.expected
        self._stop: threading.Event | None = None
        self._plan = plan
        self._ledger = ledger
        self._read = read
        self._clock = clock
        self._publish = publish
        self._journey = Journey(plan.steps, ledger, clock, self._tell, self._check)
        self._fetching = Fetching(plan.source)
        self._taking = Taking(plan, ledger, read, clock)
        self._meter = plan.meter or Meter(plan.place.integration, ledger, clock)
        self._doubts = Doubts(plan.place.integration, plan.lookups, ledger, clock, self._tell)
        self._backoff = Backoff(plan.delay)
        self._record = RunRecord(plan.place.integration, ledger, clock)
        self._absence = Absence()
        self._contact = self._paused = self._recovered = False
        self._busy_at = clock.monotonic()
        self.health = Health(State.STARTING)

    def run(self, stop: StopRequest, until: Until | None = None, hung: Trip | None = None) -> None:
        """Runs until `stop` is set, `until` says so, or someone must act (health then says what).

        `hung`: the message at which the run before was given up.
        """
        self._stop, self._hung = stop, hung
        self._note(Kind.STARTED, tr("Started “{name}”", name=self._plan.name))
        self.health = replace(self.health, since=self._now())
        self.last_arrival = self._record.begin(self._plan.version, self.health.since)
        self._plan.source.attend(stop)
        self._doubts.attend(stop)
        for delivery in self._plan.deliveries:
            delivery.attend(stop)
        try:
            while not stop.is_set():
                pause = self._turn(stop)
                if pause is None or self._ended(until):
                    break
                self._rest(pause, stop)
        finally:
            self._close()
            self._record.end(self._now())
            state = State.ATTENTION if self.health.state is State.ATTENTION else State.STOPPED
            self.health = replace(self.health, state=state, next_poll="", since="", connected="")
            self._note(Kind.STOPPED, tr("Stopped “{name}”", name=self._plan.name))

    # ---- one cycle ----

    def _turn(self, stop: threading.Event) -> float | None:
        """One cycle with its outcome judged: seconds until the next one, None when someone must act first."""
        self.busy_since = time.monotonic()
        try:
            self._record.keep(self._now())
            self._cycle(stop)
        except Cancelled:
            with contextlib.suppress(MailflowError):  # what was sent before is marked, if the server does it at once
                self._settle()
            return None
        except UnreachableError as error:
            return self._unreachable(error)
        except StoreError as error:
            self._trouble(error, State.ATTENTION)
            return STORE_PAUSE
        except MailflowError as error:
            self._trouble(error, State.ATTENTION)
            return None
        self._backoff.reset()
        return self._plan.delay

    def _recover(self) -> None:
        """Before the first cycle: what an earlier process left in the instant of delivery is in doubt."""
        if self._recovered:
            return
        if doubtful := self._ledger.recover(self._plan.place.integration):
            self._note(Kind.HELD, interrupted(doubtful), level=Level.ERROR, cause="IN_DOUBT", count=doubtful)
        self._give_up(self._hung)
        self._recovered = True

    def _cycle(self, stop: threading.Event) -> None:
        self._recover()
        self._doubts.look()
        self._meter.refresh()
        for trip in self._ledger.due(self._plan.place.integration, self._clock.now().isoformat()):
            if stop.is_set():
                return
            self._resume(trip)
        self._settle()
        asked = self._now()
        selection = choose(self._plan.source, self._ledger, self._plan.place, self._plan.rules, self._clock)
        if self._ledger.intake(self._plan.place) is None:
            self._look_first(selection)
        self._touch()
        count = 0
        if not self._meter.paused:
            if soon := self._taking.check_room():
                self._note(Kind.NOTE, soon, level=Level.WARNING, cause="MUCH_WAITS_SOON")
            self._prepare(selection := self._taking.claim(selection))
            count = self._take_all(selection.locators, selection.intake, stop)
        if self._meter.paused:
            self._pause()
            return
        self._paused = False
        self.asked_at = self.asked_at if selection.later else asked
        self.health = replace(self.health, polls=self.health.polls + 1)
        found = polled(count, len(selection.later), selection.elsewhere)
        self._note(Kind.POLL, found, count=count, step=self._plan.source_title)
        if not selection.later and (back := self._absence.end(self._clock.now(), self.health)):
            self._note(Kind.NOTE, back)

    def _look_first(self, selection: Selection) -> None:
        """Tells what is there before the first action. Raises SettingsError (FIRST_LOOK) when the person decides."""
        count, folder = len(selection.listing.locators), self._plan.place.folder
        if self._plan.unasked is not None and count > self._plan.unasked:
            raise first_look.question(count, folder)
        if count:
            taken = len(selection.locators) + len(selection.later)
            self._note(Kind.NOTE, first_look.told(count, taken, folder), count=count, step=self._plan.source_title)

    def _prepare(self, selection: Selection) -> None:
        """Records what the look itself decided: baseline, recognised messages, doubtful ones.

        The doubtful ones come first, with the intake as it was: if we end in between, the folder still counts as
        renumbered, and what was there before the baseline is recognised again.
        """
        before = self._ledger.intake(self._plan.place) or selection.intake
        if selection.void:
            self._ledger.forget_locators(self._plan.place)
        self._taking.hold_doubtful(selection.doubtful, before)
        kind = Kind.HELD if selection.doubtful else Kind.NOTE
        for text in selection.warnings:
            self._note(kind, text, level=Level.WARNING, cause="RENUMBERED", count=len(selection.doubtful))
        stored = self._ledger.intake(self._plan.place)
        new = stored is None or stored.generation != selection.intake.generation
        if new or selection.known or (stored != selection.intake and not selection.locators):
            self._ledger.set_intake(self._plan.place, selection.intake, selection.known)

    def _take_all(self, locators: Sequence[Locator], intake: Intake, stop: threading.Event) -> int:
        """Fetches what was chosen and takes each window through the steps; gives how many messages were taken."""
        count = 0
        begun = self._clock.monotonic()
        try:
            for window in self._fetching.windows(locators):
                taken, intake = self._taking.take(window, intake)
                count += len(taken)
                each = (self._clock.monotonic() - begun) * 1000 / max(1, len(taken))
                for trip, message in taken:
                    self._begin(trip, message, stop, each)
                self._settle()
                begun = self._clock.monotonic()
                if stop.is_set() or self._meter.paused:
                    break
        except UnreachableError:
            for trip in self._taking.hold_missing(self._fetching.given_up(locators), intake):
                self._begin(trip, Message(b""), stop, 0.0)
            raise
        return count

    def _begin(self, trip: Trip, message: Message, stop: threading.Event, milliseconds: float) -> None:
        """Tells of a message that was taken, and takes it through the steps unless it is held or skipped."""
        title = self._plan.source_title
        self.last_arrival = max(self.last_arrival, trip.received or trip.taken_at, key=moment)
        self._count("received")
        if trip.state is TripState.RECEIVED:
            told = tr("1 message received: {subject}", subject=trip.subject)
            self._journey.tell(trip, Kind.RECEIVED, told, step=title)
            if not stop.is_set():
                self._travel(trip, message, self._received(trip, milliseconds))
            return
        held = trip.state is TripState.HELD
        kind, level = (Kind.HELD, Level.ERROR) if held else (Kind.NOTE, Level.WARNING)
        self._journey.tell(trip, kind, trip.reason, level=level, cause=trip.cause, step=title)

    def _received(self, trip: Trip, milliseconds: float) -> ActivityStep:
        """Receiving as the first step of a message."""
        output = tr("1 email message, {size}", size=size_in_words(trip.size))
        return ActivityStep(self._plan.source_step, self._plan.source_title, self._now(), milliseconds, "ok", output)

    def _resume(self, trip: Trip) -> None:
        """A trip from an earlier time: its bytes are in the ledger, or still only on the server."""
        raw = self._ledger.raw(trip.id)
        fetched = Fetched(trip.locator, raw, trip.received) if raw is not None else self._fetch_again(trip)
        if fetched is not None:
            # Receiving is told once: not by the try that could not write it down, and not by each retry.
            received = None if self._ledger.done_steps(trip.id) else self._received(trip, 0.0)
            self._travel(trip, self._read(fetched, trip.place.folder), received)

    def _fetch_again(self, trip: Trip) -> Fetched | None:
        """The message of a trip; None when it can't be had, and the trip is held then."""
        fetched, why = self._fetching.again(trip.locator)
        if fetched is None:
            self._ledger.hold(trip, *why, ())
            self._journey.tell(trip, Kind.HELD, why[1], level=Level.ERROR, cause=why[0], step=self._plan.source_title)
        return fetched

    def _give_up(self, hung: Trip | None) -> None:
        """The message at which the run before hung, unless that one came further with it or the person decided."""
        trip = self._ledger.trip(hung.id) if hung is not None else None
        if trip is not None and trip.state in (TripState.RECEIVED, TripState.WAITING):
            self._journey.give_up(trip)

    def _travel(self, trip: Trip, message: Message, received: ActivityStep | None = None) -> None:
        self.in_hand, self.busy_since = trip, time.monotonic()
        try:
            state = self._journey.travel(trip, message, received)
        finally:
            self.in_hand, self.busy_since = None, time.monotonic()
        names = {TripState.DONE: "sent", TripState.FILTERED: "filtered", TripState.HELD: "failed"}
        if state in names:
            self._count(names[state])
        if self._journey.trouble is not None and self._journey.broken >= BREAKER:
            self._journey.broken = 0
            raise self._journey.trouble

    def _settle(self) -> None:
        """The source action for all that is delivered; at another time again if the server goes away meanwhile."""
        if not (trips := self._ledger.settling(self._plan.place)):
            return
        if self._plan.settles:
            intake = self._ledger.intake(self._plan.place)
            same = [one.locator for one in trips if intake and one.locator.generation == intake.generation]
            self._plan.source.settle(same)
        self._ledger.settled(trips)

    # ---- trouble and rest ----

    def _unreachable(self, error: MailflowError) -> float:
        self._plan.source.close()
        self._contact = False
        self._absence.begin(self._clock.now(), self.health)
        pause = self._backoff.pause(offline=error.cause == "NO_NETWORK")
        self._trouble(error, State.WAITING, waiting(error.title, round(pause)))
        return pause

    def _trouble(self, error: MailflowError, state: State, text: str = "") -> None:
        self.health = replace(self.health, connected=self.health.connected if self._contact else "")
        self.health = replace(self.health, state=state, trouble=error.title, hint=error.hint, cause=error.cause)
        kind, level = (Kind.WAITING, Level.WARNING) if state is State.WAITING else (Kind.FAILED, Level.ERROR)
        self._note(kind, text or f"{error.title}. {error.hint}", level=level, cause=error.cause)

    def _pause(self) -> None:
        """Sending is paused: nothing new is taken, so that all stays in order. The look has shown that we are there."""
        title, _, hint = self._meter.paused.partition(". ")
        self.health = replace(self.health, state=State.ATTENTION, trouble=title, hint=hint, cause=SENDING_PAUSED)
        if not self._paused:
            self._note(Kind.NOTE, self._meter.paused, level=Level.WARNING, cause=SENDING_PAUSED)
        self._paused = True

    def _touch(self) -> None:
        now = self._now()
        if not self._contact:
            self._contact = True
            self.health = replace(self.health, connected=now)
            self._note(Kind.CONNECTED, tr("Connected to the mail server"), step=self._plan.source_title)
        self.health = replace(self.health, state=State.RUNNING, last_contact=now, trouble="", hint="", cause="")

    def _rest(self, pause: float, stop: threading.Event) -> None:
        """Waits for the next cycle. A server that can't be reached gets its whole pause, whatever is due."""
        if self.health.state is not State.RUNNING:
            self._sit_out(pause, stop)
            return
        pause = self._until_due(pause)
        self._promise(pause)
        vigil = Vigil(stop, self._clock)
        try:
            self._plan.source.wait(pause, vigil)
        except UnreachableError as error:
            self._sit_out(self._unreachable(error), stop)
        finally:
            self.rests_until = math.inf
        if vigil.is_set() and vigil.woke:
            self._reconnect(vigil.asleep)

    def _sit_out(self, seconds: float, stop: threading.Event) -> None:
        self._promise(seconds)
        stop.wait(seconds)
        self.rests_until = math.inf

    def _promise(self, pause: float) -> None:
        """Says when the server is asked next."""
        self.rests_until, self.busy_since = time.monotonic() + pause, math.inf
        at = (self._clock.now() + timedelta(seconds=pause)).astimezone()
        self.health = replace(self.health, next_poll=at.isoformat(timespec="seconds"))

    def _until_due(self, pause: float) -> float:
        """Seconds until the next poll, waiting message or look for one in doubt, whichever comes first."""
        look = self._doubts.pause()
        pause = pause if look is None else max(min(pause, look), 0.05)
        try:
            next_due = self._ledger.next_due(self._plan.place.integration)
        except StoreError:
            return pause  # the cycle will say it
        if not next_due:
            return pause
        wait = (datetime.fromisoformat(next_due) - self._clock.now()).total_seconds()
        return max(min(pause, wait), 0.05)

    def _reconnect(self, asleep: float) -> None:
        """After sleep the sockets are dead without anybody having been told."""
        self._absence.begin(self._clock.now(), self.health, asleep)
        self._note(Kind.NOTE, tr("The computer was asleep. Connecting again."))
        self._contact = False
        self._close()

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

    # ---- telling ----

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="milliseconds")

    def _note(self, kind: Kind, text: str, **rest: Any) -> None:
        self._tell(Event(self._now(), self._plan.place.integration, kind, text, **rest))

    def _check(self) -> None:
        """Between two steps: a sign of life, and the end of a run that was given up. Raises Cancelled."""
        self.fence.check()
        self.busy_since = time.monotonic()
        if self._stop is not None:
            self._stop.is_set()

    def _tell(self, event: Event) -> None:
        if self.fence.closed:
            return
        with contextlib.suppress(Exception):  # a log that can't be written must not change what becomes of mail
            self._publish(event)
