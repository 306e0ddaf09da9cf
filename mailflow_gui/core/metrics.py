"""Numbers of an integration over a period: messages by hour or day, time per message and step, uptime. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum


@dataclass(frozen=True, slots=True)
class HourNumbers:
    """So many messages taken in an hour of local time ("2026-11-24T14") have this status now.

    `milliseconds` is the work of all steps on those that are done.
    """

    hour: str
    status: str
    messages: int
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """A step ran so many times and took so long altogether."""

    step_id: str
    times: int
    milliseconds: float

    @property
    def typical(self) -> float:
        """Milliseconds a time, on average."""
        return self.milliseconds / self.times if self.times else 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """A time an integration ran. `ended_at` is "" while it runs; after a crash it is the last sign of life."""

    started_at: str
    alive_at: str
    ended_at: str = ""
    version: int = 0


class Period(Enum):
    """How far back the numbers go: its days, and how long a bar of the chart is."""

    DAY = (1, "hour")
    WEEK = (7, "day")
    MONTH = (30, "day")

    @property
    def days(self) -> int:
        """How many days."""
        return self.value[0]

    @property
    def by_hour(self) -> bool:
        """Whether a bar is an hour, not a day."""
        return self.value[1] == "hour"

    def bars(self, now: datetime) -> tuple[str, ...]:
        """The hours ("2026-11-24T14") or days ("2026-11-24") of local time, oldest first; the last one is under way."""
        now = now.astimezone()
        if not self.by_hour:
            return tuple(f"{now.date() - timedelta(days=back):%Y-%m-%d}" for back in reversed(range(self.days)))
        hours = (now.astimezone(UTC) - timedelta(hours=back) for back in reversed(range(24 * self.days)))
        # The hour that a clock shows twice in autumn is one bar.
        return tuple(dict.fromkeys(f"{one.astimezone():%Y-%m-%dT%H}" for one in hours))


@dataclass(frozen=True, slots=True)
class Bar:
    """The messages of an hour or a day. `milliseconds` is the work on those that are done."""

    start: str
    done: int = 0
    filtered: int = 0
    failed: int = 0
    milliseconds: float = 0.0

    @property
    def typical(self) -> float | None:
        """Milliseconds a message, on average; None when none was done."""
        return self.milliseconds / self.done if self.done else None


@dataclass(frozen=True, slots=True)
class Metrics:
    """All that the page shows. Messages are counted whatever became of them; times are ISO, "" for never.

    `running_since` is the present run's start, "" when it is stopped; `uptime` is how long it ran within the period.
    """

    period: Period
    at: str
    bars: tuple[Bar, ...] = ()
    messages: int = 0
    done: int = 0
    filtered: int = 0
    failed: int = 0
    last_processed: str = ""
    running_since: str = ""
    uptime: timedelta = timedelta()
    steps: tuple[StepNumbers, ...] = ()

    @property
    def typical(self) -> float | None:
        """Milliseconds a message, on average; None when none was done."""
        return sum(one.milliseconds for one in self.bars) / self.done if self.done else None


@dataclass(frozen=True, slots=True)
class Records:
    """What the ledger told."""

    hours: Sequence[HourNumbers] = ()
    steps: Sequence[StepNumbers] = ()
    runs: Sequence[Run] = ()
    last_processed: str = ""


def gather(period: Period, now: datetime, records: Records) -> Metrics:
    """The numbers of a period that ends now."""
    starts = period.bars(now)
    found: dict[str, list[HourNumbers]] = {start: [] for start in starts}
    for one in records.hours:
        found.get(one.hour[: len(starts[0])], []).append(one)
    bars = tuple(_bar(start, numbers) for start, numbers in found.items())
    present = next((run for run in records.runs if not run.ended_at), None)
    return Metrics(
        period,
        now.isoformat(),
        bars,
        messages=sum(one.messages for numbers in found.values() for one in numbers),
        done=sum(bar.done for bar in bars),
        filtered=sum(bar.filtered for bar in bars),
        failed=sum(bar.failed for bar in bars),
        last_processed=records.last_processed,
        running_since=present.started_at if present else "",
        uptime=uptime(records.runs, now - timedelta(days=period.days), now),
        steps=tuple(records.steps),
    )


def uptime(runs: Iterable[Run], since: datetime, now: datetime) -> timedelta:
    """How long it ran between two moments; a run that goes on counts until now."""
    total = timedelta()
    for run in runs:
        begin = max(since, datetime.fromisoformat(run.started_at))
        end = min(now, datetime.fromisoformat(run.ended_at)) if run.ended_at else now
        total += max(timedelta(), end - begin)
    return total


def _bar(start: str, numbers: Iterable[HourNumbers]) -> Bar:
    counts = dict.fromkeys(("done", "filtered", "held"), 0)
    milliseconds = 0.0
    for one in numbers:
        milliseconds += one.milliseconds
        if one.status in counts:
            counts[one.status] += one.messages
    return Bar(start, counts["done"], counts["filtered"], counts["held"], milliseconds)
