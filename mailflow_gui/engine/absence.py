"""How long a run was without its server, and what it handled once it was back. Thread of the integration."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailflow_gui.core.activity import Health
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
        counts = (
            (health.received - self.before.received, "received"),
            (health.sent - self.before.sent, "sent"),
            (health.filtered - self.before.filtered, "filtered out"),
            (health.failed - self.before.failed, "failed"),
        )
        done = [f"{count} {word}" for count, word in counts if count]
        if done:
            count, word = done[0].split(maxsplit=1)
            done[0] = f"{count} message{'s' if count != '1' else ''} {word}"
        return f"Back after {span_in_words((now - since).total_seconds())}: {', '.join(done) or 'no new messages'}"
