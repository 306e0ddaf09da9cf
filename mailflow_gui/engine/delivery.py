"""The delivery protocol of one send step: frozen bytes, the dot journal, no blind resend. Thread of the integration.

Exactly once towards SMTP is impossible (RFC 1047); this gives no loss, and no duplicate without asking.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from mailflow_gui.core import identity
from mailflow_gui.core.activity import LONGEST_PAUSE
from mailflow_gui.core.connector import Attempt, Outgoing, Rows, Sender, Stance
from mailflow_gui.core.errors import RefusedError
from mailflow_gui.core.exchange import Dropped, Exchange, Posted
from mailflow_gui.core.language import later, tr
from mailflow_gui.core.ledger import APPROVAL, SENDING_PAUSED, Ledger, Parcel, ParcelState
from mailflow_gui.core.ports import Clock, StopRequest
from mailflow_gui.core.sending import LIFETIME_DAYS
from mailflow_gui.engine import backoff
from mailflow_gui.engine.caps import Meter


class Deferred(Exception):
    """The message waits until `next_at` (ISO) and is tried again by itself. `error`: what broke at this attempt."""

    def __init__(self, next_at: str, cause: str, reason: str, error: Exception | None = None) -> None:
        super().__init__(reason)
        self.error = error
        self.next_at = next_at
        self.cause = cause
        self.reason = reason


class Held(Exception):
    """The message waits for the person."""

    def __init__(self, cause: str, reason: str) -> None:
        super().__init__(reason)
        self.cause = cause
        self.reason = reason


def parcel_key(ledger: Ledger, integration: str, step_id: str, exchange: Exchange) -> str:
    """The idempotency key of what a step sends for an exchange; Message-ID and part borders follow from it."""
    return identity.parcel_id(ledger.install_id, integration, exchange.seed, exchange.place(step_id))


class Delivery:
    """One send step of a running integration: a Stage that returns when the message was sent.

    `meter` counts for all send steps of the integration.
    """

    def __init__(
        self,
        integration: str,
        step_id: str,
        sender: Sender,
        ledger: Ledger,
        clock: Clock,
        meter: Meter | None = None,
    ) -> None:
        self._integration = integration
        self._step_id = step_id
        self._sender = sender
        self._ledger = ledger
        self._clock = clock
        self._meter = meter or Meter(integration, ledger, clock)
        self._chance = random.Random()  # noqa: S311 - spreads retries, no secret

    def __call__(self, exchange: Exchange) -> Exchange | Dropped:
        """Sends, or finds that it was sent; an answer that must not be sent ends the trip.

        Raises Deferred, Held, or a MailflowError that concerns the whole account; Cancelled before the dot leaves
        everything as it was.
        """
        place = exchange.place(self._step_id)
        known = self._ledger.parcel(exchange.id, place)
        parcel = known or self._compose(exchange)
        if known is None and (why_not := guarded(self._sender, exchange, parcel.outgoing)):
            return Dropped(why_not)
        if known is None and self._sender.approval:
            self._ledger.freeze(parcel)
            raise Held(APPROVAL, tr(_APPROVAL))
        if parcel.state is ParcelState.AWAITING:
            raise Held(APPROVAL, tr(_APPROVAL))
        if parcel.state is ParcelState.SENT:
            return self._posted(exchange, parcel)
        if parcel.state in (ParcelState.IN_DOUBT, ParcelState.DOT_SENT):
            raise Held("IN_DOUBT", parcel.reason or tr(_DOUBT))
        if parcel.state is ParcelState.HELD:
            raise Held(parcel.cause, parcel.reason)
        if parcel.state is ParcelState.WAITING and self._is_early(parcel):
            raise Deferred(parcel.next_at, parcel.cause, parcel.reason)
        return self._posted(exchange, self._attempt(parcel))

    def compose(self, exchange: Exchange) -> Outgoing:
        """What would be sent, without sending or recording anything."""
        return self._compose(exchange).outgoing

    def attend(self, stop: StopRequest) -> None:
        """A message that has not come as far as its dot is let go with Cancelled soon after `stop` is set."""
        self._sender.transport.attend(stop)

    def close(self) -> None:
        """Ends the connection."""
        self._sender.transport.close()

    def _compose(self, exchange: Exchange) -> Parcel:
        place = exchange.place(self._step_id)
        key = parcel_key(self._ledger, self._integration, self._step_id, exchange)
        if exchange.instead:
            exchange = replace(exchange, instead=tuple(one for one in exchange.instead if one.place == place))
        outgoing = self._sender.compose(exchange, key)
        return Parcel(key, exchange.id, place, outgoing, pending=outgoing.recipients)

    def _posted(self, exchange: Exchange, parcel: Parcel) -> Exchange:
        out = parcel.outgoing
        posted = Posted(exchange.place(self._step_id), out.message_id, out.recipients, parcel.reply, out.subject)
        said = f" ({parcel.reply})" if parcel.reply else ""
        done = tr(self._sender.did, to=", ".join(out.recipients))
        return replace(exchange.noted(f"{done}{said}"), posted=(*exchange.posted, posted))

    def _is_early(self, parcel: Parcel) -> bool:
        """Whether its time has not come. Times are compared as moments: texts with other offsets sort wrongly."""
        if not parcel.next_at:
            return False
        return _SLACK < (datetime.fromisoformat(parcel.next_at) - self._clock.now()).total_seconds() <= LONGEST_PAUSE

    def _attempt(self, parcel: Parcel) -> Parcel:
        at = self._clock.now().isoformat()
        parcel = replace(parcel, first_at=parcel.first_at or at)
        pending = parcel.pending or parcel.outgoing.recipients
        if paused := self._meter.why_not(pending, self._sender.limits):
            raise Held(SENDING_PAUSED, paused)

        def before_dot(rows: Rows) -> None:
            self._ledger.record_dot(parcel, at, rows)
            self._meter.count(pending)

        attempt = self._sender.transport.transmit(parcel.outgoing, pending, before_dot)
        attempt, state, next_at = self._judge(parcel, attempt)
        stored = self._ledger.record_attempt(parcel, attempt, state, next_at)
        if state is ParcelState.WAITING:
            raise Deferred(next_at, stored.cause, stored.reason, attempt.error)
        if state is not ParcelState.SENT:
            cause = "IN_DOUBT" if state is ParcelState.IN_DOUBT else stored.cause
            raise Held(cause, stored.reason or tr(_DOUBT))
        return stored

    def _judge(self, parcel: Parcel, attempt: Attempt) -> tuple[Attempt, ParcelState, str]:
        """The attempt, the parcel's state after it, and when to try again ("" when not by itself)."""
        if attempt.stance is Stance.IN_DOUBT:
            return attempt, ParcelState.IN_DOUBT, ""
        stances = {stance for _, stance, _ in attempt.recipients} or {attempt.stance}
        now = self._clock.now()
        if Stance.RETRY in stances:
            if backoff.expired(parcel.first_at, now):
                return replace(attempt, error=_expired(attempt)), ParcelState.HELD, ""
            pause = backoff.retry_pause(parcel.attempts + 1, self._chance)
            return attempt, ParcelState.WAITING, (now + timedelta(seconds=pause)).isoformat()
        if Stance.REFUSED in stances:
            return attempt, ParcelState.HELD, ""
        if parcel.refused:  # at an earlier try, when others were only late
            return replace(attempt, error=_refused_before(parcel)), ParcelState.HELD, ""
        return attempt, ParcelState.SENT, ""


def guarded(sender: Sender, exchange: Exchange, outgoing: Outgoing) -> str:
    """Why the sender's guard holds a composed message back for good, "" when it does not."""
    return sender.guard(exchange, outgoing) if sender.guard is not None else ""


_SLACK = 1.0


def _expired(attempt: Attempt) -> RefusedError:
    said = f" {attempt.error}" if attempt.error else ""
    return RefusedError(tr("Tried for {days} days without success", days=LIFETIME_DAYS), said.strip(), cause="EXPIRED")


def _refused_before(parcel: Parcel) -> RefusedError:
    return RefusedError(
        tr("Recipient refused: {names}", names=", ".join(parcel.refused)),
        tr("The other recipients have got the message."),
        cause="RECIPIENT_REFUSED",
    )


_APPROVAL = later("Waiting for your approval. The message is composed and is sent exactly as it is.")
_DOUBT = later(
    "The connection broke in the instant of delivery. The message may have arrived; Mailflow "
    "does not send it again by itself."
)
