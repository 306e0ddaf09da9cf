"""How much an integration has sent lately, and whether its sending is paused for that. Thread of the integration.

A cap is for what has run away, so it is not a rate to live with: when one is reached, sending stops, messages wait in
their order under Needs Attention, nothing new is taken, and that stays so (also over a restart, and whatever the clock
says) until the person goes on. Then counting begins anew.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from datetime import datetime, timedelta

from mailflow_gui.core.connector import Limits
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.core.ports import Clock

HOUR, DAY = 3600.0, 86_400.0


class Meter:
    """Counts what the send steps of one integration send together. `paused` is why nothing is sent, "" when it is.

    What this run has sent is counted by the monotonic clock: one that is set forward frees nothing. What earlier runs
    sent is counted from the ledger; a time that has not come yet counts as now. Only what a limit asks for is counted,
    so that no more is kept than the limit.
    """

    def __init__(self, integration: str, ledger: Ledger, clock: Clock) -> None:
        self._integration = integration
        self._ledger = ledger
        self._clock = clock
        self._hour, self._day = _Window(HOUR), _Window(DAY)
        self._by_hour = self._by_day = False
        self._allowed: str | None = None
        self.paused = ""

    def refresh(self) -> None:
        """Before a round of work: learns whether the person has let it go on. Raises StoreError."""
        allowed = self._ledger.sending_allowed(self._integration)
        if allowed != self._allowed:
            if self._allowed is not None:  # let go on in this run: with those that were held since
                self._ledger.release_paused(self._integration)
            self._allowed = allowed
            self._count_anew(allowed)
        self.paused = self._ledger.paused_for(self._integration)

    def why_not(self, recipients: Sequence[str], limits: Limits) -> str:
        """Why a message to these recipients has to wait, "" when it may go. Raises StoreError."""
        if self._allowed is None:
            self.refresh()
        self._heed(limits)
        if not self.paused and (reached := self._reached(recipients, limits)):
            self.paused = tr(
                "Sending is paused: {reached}. Nothing is lost; messages wait until you go on.", reached=reached
            )
        return self.paused

    def count(self, recipients: Sequence[str]) -> None:
        """A message goes out to these recipients."""
        self._add(self._clock.monotonic(), recipients)

    def _heed(self, limits: Limits) -> None:
        """A limit of a kind that no step had before counts what went out until now, too."""
        by_hour = self._by_hour or limits.hour >= 0 or limits.recipient >= 0
        by_day = self._by_day or limits.day >= 0
        if (by_hour, by_day) != (self._by_hour, self._by_day):
            self._by_hour, self._by_day = by_hour, by_day
            self._count_anew(self._allowed or "")

    def _reached(self, recipients: Sequence[str], limits: Limits) -> str:
        now = self._clock.monotonic()
        if 0 <= limits.hour <= self._hour.messages(now):
            return trn("{count} message in an hour", "{count} messages in an hour", limits.hour)
        if 0 <= limits.day <= self._day.messages(now):
            return trn("{count} message in a day", "{count} messages in a day", limits.day)
        for one in recipients:
            if 0 <= limits.recipient <= self._hour.to(one, now):
                return trn(
                    "{count} message to {one} in an hour",
                    "{count} messages to {one} in an hour",
                    limits.recipient,
                    one=one,
                )
        return ""

    def _count_anew(self, allowed: str) -> None:
        self._hour, self._day = _Window(HOUR), _Window(DAY)
        if not (self._by_hour or self._by_day):
            return
        now, here = self._clock.now(), self._clock.monotonic()
        since = (now - timedelta(seconds=DAY)).isoformat()
        for at, recipients in self._ledger.sent_since(self._integration, since, allowed):
            self._add(here - max(0.0, (now - datetime.fromisoformat(at)).total_seconds()), recipients)

    def _add(self, at: float, recipients: Sequence[str]) -> None:
        if self._by_hour:
            self._hour.add(at, recipients)
        if self._by_day:
            self._day.add(at, ())


class _Window:
    """Messages of the last so many seconds, oldest first, and how many of them each recipient got."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._sent: deque[tuple[float, tuple[str, ...]]] = deque()
        self._to: Counter[str] = Counter()

    def add(self, at: float, recipients: Sequence[str]) -> None:
        """A message that was sent at this monotonic time."""
        folded = tuple(one.casefold() for one in recipients)
        self._sent.append((at, folded))
        self._to.update(folded)

    def messages(self, now: float) -> int:
        """How many there are."""
        while self._sent and self._sent[0][0] <= now - self._seconds:
            for one in self._sent.popleft()[1]:
                self._to[one] -= 1
                if not self._to[one]:
                    del self._to[one]
        return len(self._sent)

    def to(self, recipient: str, now: float) -> int:
        """How many of them went to this recipient."""
        self.messages(now)
        return self._to.get(recipient.casefold(), 0)
