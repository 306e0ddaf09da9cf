"""When email is expected: “by 09:00 from Monday to Friday”, and whether none has come. Pure; local time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from mailflow_gui.core.language import later, listed, tr

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
EVERY_DAY = tuple(range(7))
WEEKDAYS = tuple(range(5))
_FORM = re.compile(r"(?:([a-z ,-]+?)\s+)?(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Expectation:
    """On these days (0: Monday) email is to have come between midnight and this time of day."""

    by: time
    days: tuple[int, ...] = EVERY_DAY

    def __str__(self) -> str:
        """As it is saved: “09:00”, “mon-fri 09:00”, “mon,wed 09:00”."""
        if self.days == EVERY_DAY:
            return f"{self.by:%H:%M}"
        named = "mon-fri" if self.days == WEEKDAYS else ",".join(DAYS[day] for day in self.days)
        return f"{named} {self.by:%H:%M}"

    @property
    def in_words(self) -> str:
        """“by 09:00 every day”, “by 09:00 from Monday to Friday”, “by 09:00 on Monday and Wednesday”."""
        return tr("by {time} {days}", time=f"{self.by:%H:%M}", days=days_in_words(self.days))

    def last_deadline(self, now: datetime) -> datetime:
        """The newest deadline that has passed, in local time. `now` is aware."""
        local = now.astimezone()
        for back in range(8):
            day = local.date() - timedelta(days=back)
            deadline = _moment(datetime.combine(day, self.by))
            if day.weekday() in self.days and deadline <= now:
                return deadline
        raise AssertionError("a week without the day")

    def missed(self, last_arrival: str, now: datetime) -> datetime | None:
        """The newest deadline by which nothing had come and nothing has come since; None when all is well.

        `last_arrival` is when the newest message came (ISO), “” never. What came since the midnight before counts.
        """
        deadline = self.last_deadline(now)
        midnight = _moment(datetime.combine(deadline.date(), time()))
        if last_arrival and datetime.fromisoformat(last_arrival) >= midnight:
            return None
        return deadline


def missed_in_words(deadline: datetime, now: datetime) -> str:
    """“No email has come by 09:00”, with the day's name when that was on another day."""
    at = f"{deadline:%H:%M}"
    if deadline.date() == now.astimezone().date():
        return tr("No email has come by {time}", time=at)
    return tr("No email has come by {time} on {day}", time=at, day=tr(_NAMES[deadline.weekday()]))


def parse(text: str) -> Expectation:
    """An expectation as it is saved or typed. Raises ValueError."""
    match = _FORM.fullmatch(" ".join(text.lower().split()))
    if match is None or int(match[2]) > 23 or int(match[3]) > 59:
        raise ValueError(text)
    return Expectation(time(int(match[2]), int(match[3])), _days(match[1] or "mon-sun"))


def days_in_words(days: tuple[int, ...]) -> str:
    """“every day”, “from Monday to Friday”, “on Monday and Wednesday”."""
    if days == EVERY_DAY:
        return tr("every day")
    if days == WEEKDAYS:
        return tr("from Monday to Friday")
    return tr("on {days}", days=listed([tr(_NAMES[day]) for day in days]))


def _moment(wall: datetime) -> datetime:
    """When the clock on the wall shows this: the first time of two; what it leaves out comes an hour later."""
    first = wall.astimezone()
    if first.replace(tzinfo=None) == wall:
        return first
    return max(first, wall.replace(fold=1).astimezone())


def _days(text: str) -> tuple[int, ...]:
    found: set[int] = set()
    for part in text.split(","):
        first, dash, last = (one.strip() for one in part.partition("-"))
        begin = DAYS.index(first)
        end = DAYS.index(last) if dash else begin
        found.update(day % 7 for day in range(begin, end + 1 + 7 * (end < begin)))
    return tuple(sorted(found))
