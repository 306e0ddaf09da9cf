"""Today at a glance for Home: counts, the last twelve hours and recent messages. Asked off the GUI thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from mailflow_gui.core.activity import Activity
from mailflow_gui.core.history import HourCount
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks

#: So many hours are drawn, so many recent messages listed; asked at most once in so many milliseconds.
HOURS = 12
RECENT = 7
REST = 1_000


class Records(Protocol):
    """What is asked of the ledger. Raises StoreError."""

    def hours(self, integration: str, since: str) -> list[HourCount]: ...

    def last_sent(self, integration: str) -> str: ...

    def counts(self, integration: str, since: str) -> dict[str, int]: ...

    def activities(
        self, integration: str = "", *, search: str = "", held: bool = False, limit: int = 200
    ) -> list[Activity]: ...


@dataclass(frozen=True, slots=True)
class Series:
    """One number of today and its last hours, oldest first; the last one is the present hour."""

    today: int = 0
    hours: tuple[int, ...] = (0,) * HOURS


@dataclass(frozen=True, slots=True)
class Day:
    """Today so far. `received_yesterday` counts until the same time of day; `last_sent` is ISO, "" never."""

    received: Series = Series()
    sent: Series = Series()
    filtered: Series = Series()
    failed: Series = Series()
    received_yesterday: int = 0
    last_sent: str = ""
    recent: tuple[Activity, ...] = ()


class Today(QObject):
    """`changed` follows when `day` is another one. Asks by itself when something happened and at each new hour."""

    changed = Signal()

    def __init__(
        self, ledger: Records, profiles: Profiles, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._profiles = profiles
        self.day = Day()
        self._asking = Asking(tasks, self._question, self._show, rest=REST, parent=self)
        self._asking.follow(bridge, profiles)

    def ask(self) -> None:
        """Asks the ledger now, on a pool thread."""
        self._asking.now()

    def _question(self) -> Callable[[], Day]:
        ids = [one.id for one in self._profiles.profile.integrations]
        return lambda: look_back(self._ledger, ids)

    def _show(self, day: Day) -> None:
        if day != self.day:
            self.day = day
            self.changed.emit()


def look_back(ledger: Records, ids: Sequence[str], now: Callable[[], datetime] = datetime.now) -> Day:
    """The day so far, over these integrations."""
    moment = now().astimezone()
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    hours = _last_hours(moment)
    since = min(midnight, moment - timedelta(hours=HOURS)).isoformat()
    found = [one for id in ids for one in ledger.hours(id, since)]
    today = f"{midnight:%Y-%m-%dT}"

    def series(number: Callable[[HourCount], int]) -> Series:
        by_hour = Counter[str]()
        for one in found:
            by_hour[one.hour] += number(one)
        total = sum(count for hour, count in by_hour.items() if hour.startswith(today))
        return Series(total, tuple(by_hour[hour] for hour in hours))

    return Day(
        received=series(lambda one: one.count),
        sent=series(lambda one: one.sent),
        filtered=series(lambda one: one.count if one.state == "filtered" else 0),
        failed=series(lambda one: one.count if one.state == "held" else 0),
        received_yesterday=sum(_between(ledger, id, midnight, moment) for id in ids),
        last_sent=max((ledger.last_sent(id) for id in ids), default=""),
        recent=tuple(one for one in ledger.activities(limit=RECENT) if one.integration in ids),
    )


def _last_hours(moment: datetime) -> list[str]:
    return [f"{moment - timedelta(hours=back):%Y-%m-%dT%H}" for back in reversed(range(HOURS))]


def _between(ledger: Records, id: str, midnight: datetime, moment: datetime) -> int:
    """Messages taken yesterday until this time of day."""
    day = timedelta(days=1)
    since = sum(ledger.counts(id, (midnight - day).isoformat()).values())
    return since - sum(ledger.counts(id, (moment - day).isoformat()).values())
