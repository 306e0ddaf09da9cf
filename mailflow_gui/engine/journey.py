"""One message's journey: runs the pipeline, writes the ledger, tells the log. Thread of the integration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeGuard

from mailflow_gui.core import identity, loops
from mailflow_gui.core.activity import QUIET_TRIES, ActivityStep, Event, Kind, Level
from mailflow_gui.core.errors import Cancelled, MailflowError, RefusedError, UnreachableError
from mailflow_gui.core.exchange import Dropped, Exchange
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED, Ledger, Trip, TripState
from mailflow_gui.core.message import Message
from mailflow_gui.core.ports import Clock
from mailflow_gui.engine import pipeline
from mailflow_gui.engine.delivery import Deferred, Held
from mailflow_gui.engine.pipeline import Live, Passed
from mailflow_gui.engine.words import in_words

#: A step that fails unexpectedly gets one more chance after this pause, then the message is parked.
POISON_PAUSE = timedelta(seconds=30)


class Journey:
    """Takes trips through the steps of one integration.

    `broken` counts messages in a row that had to wait for the sending account or server; `trouble` is the last reason.
    """

    def __init__(
        self,
        steps: Sequence[Live],
        ledger: Ledger,
        clock: Clock,
        tell: Callable[[Event], None],
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """`check` is called after each step and raises Cancelled when the run was given up."""
        self._steps = steps
        self._ledger = ledger
        self._clock = clock
        self._tell = tell
        self.check = check
        self.broken = 0
        self.trouble: UnreachableError | None = None

    def travel(self, trip: Trip, message: Message, received: ActivityStep | None = None) -> TripState:
        """Runs one trip to an end or a rest and records it; `received` is the step that took the message just now.

        Raises MailflowError when the trouble concerns more than this message; the trip is then as before.
        """
        origin = loops.mark_of(self._ledger.install_id, trip.place.integration)
        senders = self._ledger.senders(message.message_id, loops.MOST_HOPS)
        if circling := loops.circle(message, origin, own=trip.place.integration in senders, turns=len(senders)):
            stopped = tr("{circling} It was stopped here.", circling=circling)
            return self._hold(trip, "LOOP", stopped, _Record(trip, set(), self, received))
        record = _Record(trip, self._ledger.done_steps(trip.id) if trip.attempts else set(), self, received)
        exchange = Exchange(
            trip.id,
            message,
            datetime.fromisoformat(trip.taken_at),
            identity.seed(trip.fingerprint, trip.run),
            origin=origin,
            instead=trip.instead,
        )
        try:
            result = pipeline.run(self._steps, exchange, record.passed)
        except Deferred as wait:
            return self._defer(trip, wait, record)
        except Held as held:
            return self._hold(trip, held.cause, held.reason, record)
        except RefusedError as error:
            return self._hold(trip, error.cause, str(error), record)
        except Cancelled:
            self.tell(trip, Kind.NOTE, tr("Stopped before it was sent. Mailflow goes on with it at the next start."))
            raise
        except MailflowError:
            raise
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            reason = tr("A step could not handle this message ({what}).", what=what)[:500]
            return self._poison(trip, reason, record)
        self.broken = 0
        if received is None and self._ledger.unsent(trip.id):
            return self._hold(trip, "FLOW_CHANGED", tr(_CHANGED), record)
        state = TripState.FILTERED if isinstance(result, Dropped) else TripState.DONE
        self._ledger.finish(trip, state, record.steps)
        return state

    def give_up(self, trip: Trip) -> TripState:
        """A trip at which the run before hung: it gets one more chance, then it is parked."""
        reason = tr("Mailflow worked on this message without coming to an end. It was broken off.")
        return self._poison(trip, reason, _Record(trip, set(), self, None))

    def tell(self, trip: Trip, kind: Kind, text: str, **rest: Any) -> None:
        """Publishes an event about a trip."""
        subject, sender = trip.subject, trip.sender
        whose = trip.place.integration
        self._tell(Event(self.now(), whose, kind, text, exchange=trip.id, subject=subject, sender=sender, **rest))

    def now(self) -> str:
        """The present moment as ISO text."""
        return self._clock.now().isoformat(timespec="milliseconds")

    def _defer(self, trip: Trip, wait: Deferred, record: _Record) -> TripState:
        self.trouble = wait.error if _is_of_the_account(wait.error) else None
        self.broken = self.broken + 1 if self.trouble else 0
        self._ledger.defer(trip, wait.next_at, wait.cause, wait.reason, record.steps)
        seconds = max(0, round((datetime.fromisoformat(wait.next_at) - self._clock.now()).total_seconds()))
        text = tr("{reason} Trying again in {time}.", reason=wait.reason, time=in_words(seconds))
        if trip.attempts == QUIET_TRIES:
            text += " " + tr("It stands under Needs Attention meanwhile.")
        self.tell(trip, Kind.WAITING, text, level=Level.WARNING, cause=wait.cause, attempt=trip.attempts + 1)
        return TripState.WAITING

    def _hold(self, trip: Trip, cause: str, reason: str, record: _Record) -> TripState:
        self._ledger.hold(trip, cause, reason, record.steps)
        level = Level.WARNING if cause in _NO_FAILURES else Level.ERROR
        self.tell(trip, Kind.HELD, reason, level=level, cause=cause, attempt=trip.attempts + 1)
        return TripState.HELD

    def _poison(self, trip: Trip, reason: str, record: _Record) -> TripState:
        if trip.attempts:
            return self._hold(trip, "POISON", reason, record)
        later = (self._clock.now() + POISON_PAUSE).isoformat()
        return self._defer(trip, Deferred(later, "POISON", reason), record)


#: An earlier try composed a message, and the flow as it is now does not come to send it.
_CHANGED = later(
    "The integration was changed meanwhile: it does not send the message any more that it "
    "had composed. Retry runs the steps anew; skip it to leave it unsent."
)
#: Why a message waits for the person without anything having failed.
_NO_FAILURES = (APPROVAL, SENDING_PAUSED)
#: What ends a step without anything having failed.
_WAITS = (Cancelled, Deferred, UnreachableError)


class _Record:
    """Collects the steps of one trip for the activity and tells each to the log, once."""

    def __init__(self, trip: Trip, done: set[str], journey: Journey, received: ActivityStep | None) -> None:
        self.steps: list[ActivityStep] = [received] if received is not None else []
        self._trip = trip
        self._done = done
        self._journey = journey

    def passed(self, passed: Passed) -> None:
        self._journey.check()
        place, title, result = passed.place, passed.title, passed.result
        if place in self._done:
            return
        status, output = _outcome(passed)
        self.steps.append(ActivityStep(place, title, self._journey.now(), passed.milliseconds, status, output))
        common = {"step": title, "step_id": place, "milliseconds": round(passed.milliseconds, 3)}
        if isinstance(result, Dropped):
            self._journey.tell(self._trip, Kind.FILTERED, tr("Stopped: {output}", output=output), **common)
        elif isinstance(result, Exchange) and len(result.posted) > len(passed.before.posted):
            post = result.posted[-1]
            self._journey.tell(
                self._trip,
                Kind.SENT,
                output,
                **common,
                message_id=post.message_id,
                recipients=post.recipients,
                reply=post.reply,
            )
        elif isinstance(result, Exchange):
            self._journey.tell(self._trip, Kind.STEP, output or tr("Done"), **common)
        elif isinstance(result, Exception) and not isinstance(result, _WAITS) and not _asks(result):
            cause = getattr(result, "cause", "POISON")
            self._journey.tell(self._trip, Kind.FAILED, output, **common, level=Level.ERROR, cause=cause)


def _is_of_the_account(error: Exception | None) -> TypeGuard[UnreachableError]:
    """Whether the next message would fare no better. It may, where a server only puts off one recipient."""
    return isinstance(error, UnreachableError) and error.cause != "RECIPIENT_LATER"


def _asks(result: object) -> bool:
    """Whether a step only waits for the person's word."""
    return isinstance(result, Held) and result.cause in _NO_FAILURES


def _outcome(passed: Passed) -> tuple[str, str]:
    result = passed.result
    if isinstance(result, Dropped):
        return "filtered", result.reason
    if isinstance(result, Exchange):
        return "ok", "\n".join(result.notes[len(passed.before.notes) :])
    return ("waiting" if isinstance(result, Deferred) or _asks(result) else "failed"), str(result)
