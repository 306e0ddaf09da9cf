"""How long a run was without its server, and what it handled once it was back. Thread of the integration."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailflow_gui.core.activity import Health
from mailflow_gui.core.language import tr, trn
from mailflow_gui.core.words import span_in_words

#: Seconds: a shorter absence is not worth a line.
WORTH_A_LINE = 60.0


@dataclass(slots=True)
class Absence:
    """Begins when the computer fell asleep or the server went away; ends when what had waited is handled."""

    since: datetime | None = None
    before: Health = field(default_factory=Health)

    def begin(self, now: datetime, health: Health, asleep: float = 0.0) -> None:
        """The run is without its server since its last contact, or has slept so many seconds; the first call counts."""
        if self.since is None:
            last = datetime.fromisoformat(health.last_contact) if health.last_contact else now
            self.since, self.before = now - timedelta(seconds=asleep) if asleep else last, health

    def end(self, now: datetime, health: Health) -> str:
        """What to say when all that waited is handled; "" when nobody was away, or not for long."""
        since, self.since = self.since, None
        if since is None or (now - since).total_seconds() < WORTH_A_LINE:
            return ""
        return tr(
            "Back after {time}: {done}", time=span_in_words((now - since).total_seconds()), done=self._done(health)
        )

    def _done(self, health: Health) -> str:
        """“3 messages received, 2 sent”."""
        received, sent = health.received - self.before.received, health.sent - self.before.sent
        filtered, failed = health.filtered - self.before.filtered, health.failed - self.before.failed
        first = (
            trn("{count} message received", "{count} messages received", received),
            trn("{count} message sent", "{count} messages sent", sent),
            trn("{count} message filtered out", "{count} messages filtered out", filtered),
            trn("{count} message failed", "{count} messages failed", failed),
        )
        then = (
            tr("{count} received", count=received),
            tr("{count} sent", count=sent),
            tr("{count} filtered out", count=filtered),
            tr("{count} failed", count=failed),
        )
        there = [place for place, count in enumerate((received, sent, filtered, failed)) if count]
        return ", ".join((then if place > there[0] else first)[place] for place in there) or tr("no new messages")
