"""Messages in doubt are looked for in the Sent folder of the account that sent them. Thread of the integration.

A parcel is in doubt when its dot was written and no answer came (a crash, a broken line). Its trip is held at once, and
the person may decide at any time. Where a Receive connection reads the same account, the Sent folder is asked, too:

    IN_DOUBT --found--> SENT            what stands there was taken by the server
    IN_DOUBT --not found--> IN_DOUBT    at a look before `GRACE`: filing may lag
    IN_DOUBT --not found--> READY       after `GRACE`, and only when the server is known to file what it sends: the
                                        last messages of this step are all there. The same bytes are sent again.
    IN_DOUBT --not found--> IN_DOUBT    otherwise it proves nothing. The person is asked; it is looked for once an hour.

A look can't tell whether those in doubt got it when others had it before under the same Message-ID: it is there because
of them. Then the person is asked. For which of several recipients the dot was is in the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.connector import SentFolder
from mailflow_gui.core.errors import Cancelled, MailflowError, UnreachableError
from mailflow_gui.core.language import tr
from mailflow_gui.core.ledger import Doubt, Ledger
from mailflow_gui.core.ports import Clock, StopRequest

#: Seconds after the dot at which a doubt is looked for; then once in `AGAIN`.
LOOKS = (10.0, 120.0, 900.0)
AGAIN = 3600.0
#: Seconds after which “not there” counts. They are measured by the monotonic clock since this run knows of the doubt: a
#: clock that was set can't shorten them.
GRACE = LOOKS[-1]
#: The server is known to file what it sends when the last messages before the doubt are there: all of at most
#: `SAMPLE`, and no fewer than `ENOUGH`.
SAMPLE, ENOUGH = 5, 3


@dataclass(frozen=True, slots=True)
class Lookup:
    """Where to look for what a step sent: the name of the connection that reads the account, and how to open it.

    `open` may raise MailflowError (the vault is asked only then), and gives None when the account has no folders.
    """

    connection: str
    open: Callable[[], SentFolder | None]


@dataclass(slots=True)
class _Watch:
    """When this run came to know of a doubt, and when it looks for it next; monotonic seconds."""

    since: float
    next: float


class Doubts:
    """Looks for the doubts of one integration, each at its times. `lookups` are by the ids of the send steps."""

    def __init__(
        self,
        integration: str,
        lookups: Mapping[str, Lookup],
        ledger: Ledger,
        clock: Clock,
        tell: Callable[[Event], None],
    ) -> None:
        self._integration = integration
        self._lookups = lookups
        self._ledger = ledger
        self._clock = clock
        self._tell = tell
        self._stop: StopRequest | None = None
        self._watched: dict[str, _Watch] = {}
        self._told: dict[str, str] = {}

    def attend(self, stop: StopRequest) -> None:
        """A look is given up with Cancelled soon after `stop` is set."""
        self._stop = stop

    def look(self) -> None:
        """Looks for those whose time has come, and settles what is found out. Raises Cancelled, StoreError."""
        if not self._lookups:
            return
        doubts = [one for one in self._ledger.doubts(self._integration) if self._can_be_found_out(one)]
        now = self._clock.monotonic()
        for one in [one for one in doubts if one.id not in self._watched]:
            self._ask(
                one,
                tr(
                    "It is looked for in the Sent folder of “{connection}”.",
                    connection=self._lookups[one.step_id].connection,
                ),
            )
        self._watched = {one.id: self._watched.get(one.id) or self._begin(one, now) for one in doubts}
        due = [one for one in doubts if self._watched[one.id].next <= now]
        for step in dict.fromkeys(one.step_id for one in due):
            self._look_for(self._lookups[step], [one for one in due if one.step_id == step])

    def pause(self) -> float | None:
        """Seconds until the next look; None when none is to come."""
        times = [one.next for one in self._watched.values()]
        return max(0.0, min(times) - self._clock.monotonic()) if times else None

    def _can_be_found_out(self, doubt: Doubt) -> bool:
        return doubt.step_id in self._lookups and not doubt.others_have_it

    def _begin(self, doubt: Doubt, now: float) -> _Watch:
        """The first look may come at once when the dot is not fresh; by which clock does not matter for that."""
        age = (self._clock.now() - datetime.fromisoformat(doubt.dot_at)).total_seconds() if doubt.dot_at else 0.0
        return _Watch(now, now + max(0.0, LOOKS[0] - max(0.0, age)))

    def _look_for(self, lookup: Lookup, doubts: Sequence[Doubt]) -> None:
        before = {one.id: self._ledger.sent_before(one, SAMPLE) for one in doubts if self._graced(one)}
        wanted = dict.fromkeys(
            [one.message_id for one in doubts] + [name for known in before.values() for name in known]
        )
        for one in doubts:
            self._put_off(self._watched[one.id])
        try:
            folder = lookup.open()
            if folder is not None and self._stop is not None:
                folder.attend(self._stop)
            found = folder.holding(tuple(wanted)) if folder is not None else None
        except Cancelled:
            raise
        except Exception as error:  # whatever it is, mail goes on
            self._could_not(lookup, doubts, error)
            return
        for one in doubts:
            self._judge(lookup, one, found, before.get(one.id))

    def _graced(self, doubt: Doubt) -> bool:
        return self._clock.monotonic() - self._watched[doubt.id].since >= GRACE

    def _put_off(self, watch: _Watch) -> None:
        now = self._clock.monotonic()
        later = [watch.since + seconds for seconds in LOOKS if watch.since + seconds > now]
        watch.next = later[0] if later else now + AGAIN

    def _judge(self, lookup: Lookup, doubt: Doubt, found: frozenset[str] | None, before: Sequence[str] | None) -> None:
        """`before` are messages that should be there, too; None while the grace lasts."""
        if found is None:
            self._ask(doubt, tr("“{connection}” has no Sent folder to look into.", connection=lookup.connection))
        elif doubt.message_id in found:
            self._ledger.settle_doubt(doubt, arrived=True)
            self._note(
                doubt,
                tr("Found in the Sent folder of “{connection}”: it counts as sent.", connection=lookup.connection),
            )
        elif before is not None and len(before) >= ENOUGH and found.issuperset(before):
            self._ledger.settle_doubt(doubt, arrived=False)
            text = tr(
                "Not in the Sent folder of “{connection}”, where the last {count} messages are: the server did not"
                " take it. It is sent again.",
                connection=lookup.connection,
                count=len(before),
            )
            self._note(doubt, text, level=Level.WARNING)
        elif before is not None:
            self._ask(
                doubt,
                tr(
                    "It is not in the Sent folder of “{connection}”; that proves nothing, because this server does not"
                    " file all that it sends.",
                    connection=lookup.connection,
                ),
            )

    def _could_not(self, lookup: Lookup, doubts: Sequence[Doubt], error: Exception) -> None:
        """What passes by itself is tried again at the next time; what does not, not before the next start."""
        title = error.title if isinstance(error, MailflowError) else f"{type(error).__name__}: {error}"[:300]
        cause = error.cause if isinstance(error, MailflowError) else "UNEXPECTED"
        for one in doubts:
            if not isinstance(error, UnreachableError):
                self._watched[one.id].next = float("inf")
            text = tr(
                "The Sent folder of “{connection}” could not be looked into: {title}.",
                connection=lookup.connection,
                title=title,
            )
            self._note(one, text, level=Level.WARNING, cause=cause)

    def _ask(self, doubt: Doubt, reason: str) -> None:
        """It stays with the person; told once, however often it is looked for."""
        text = tr("The message may have arrived. {reason}", reason=reason)
        if self._told.get(doubt.id) != text:
            self._told[doubt.id] = text
            self._ledger.explain_doubt(doubt, text)
            self._note(doubt, text, level=Level.WARNING)

    def _note(self, doubt: Doubt, text: str, **rest: Any) -> None:
        at = self._clock.now().isoformat(timespec="milliseconds")
        self._tell(
            Event(
                at,
                self._integration,
                Kind.NOTE,
                text,
                step_id=doubt.step_id,
                exchange=doubt.trip,
                subject=doubt.subject,
                message_id=doubt.message_id,
                **rest,
            )
        )
