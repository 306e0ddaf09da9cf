"""What became of an integration's messages, as a list that loads page by page and opens into steps. GUI thread.

The ledger is asked on pool threads; rows that are not scrolled to are never loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from mailflow_gui.core.activity import Activity, ActivityStep, Event
from mailflow_gui.core.history import Found, History, Wanted
from mailflow_gui.core.ledger import Ledger
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.tasks import Task, Tasks

AnyIndex = QModelIndex | QPersistentModelIndex

#: Rows of a page, and milliseconds between something happening and looking again.
PAGE, SOON = 50, 500
#: Steps shown of one message; a split may have thousands.
STEPS = 50


class Part(Enum):
    """What a row of the list is."""

    EXECUTION = "execution"
    HEADING = "heading"
    STEP = "step"
    MORE = "more"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a message, or below an open one the heading, its steps and what can be done."""

    part: Part
    activity: Activity
    step: ActivityStep | None = None


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is new: counts by status, how many newer ones there are, changed ones, and the newest page if followed."""

    counts: Mapping[str, int]
    newer: int = 0
    changed: tuple[Activity, ...] = ()
    newest: Found | None = None


@dataclass(slots=True)
class _Loading:
    """What is being asked."""

    page: Task | None = None
    fresh: Task | None = None
    changed: set[str] = field(default_factory=set)


class Executions(QAbstractListModel):
    """Messages newest first. `following` (the view is at the top): new ones appear by themselves, else they wait.

    `counts_changed` when there are other counts; `state_changed` when loading, emptiness or what waits changed;
    `failed` with the reason why the ledger could not be read.
    """

    counts_changed = Signal()
    state_changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        ledger: History,
        bridge: Bridge,
        tasks: Tasks,
        words: Callable[[Row], str] = lambda row: row.activity.subject,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._tasks = tasks
        self.words = words
        self.wanted = Wanted()
        self.counts: Mapping[str, int] = {}
        self.activities: list[Activity] = []
        self.rows: list[Row] = []
        self.following = True
        self.waiting = 0
        self.back_to = ""
        self._open: set[str] = set()
        self._after = ""
        self._wants = 0
        self._loading = _Loading()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        bridge.arrived.connect(self._on_events)

    # What the view asks.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(row)
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        if self.rows[index.row()].part in (Part.EXECUTION, Part.STEP):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and bool(self._after) and self._loading.page is None

    def fetchMore(self, parent: AnyIndex) -> None:
        if self.canFetchMore(parent):
            self._wants = len(self.activities) + PAGE
            self._load(self._after)

    # What the person chooses.

    def show(self, wanted: Wanted) -> None:
        """Shows these messages from the top; an earlier question no longer counts."""
        if wanted.integration != self.wanted.integration:
            self._open.clear()
            self.counts = {}
        self._forget()
        self.wanted = wanted
        self.beginResetModel()
        self.activities, self.rows, self._after, self.waiting, self.back_to = [], [], "", 0, ""
        self.endResetModel()
        if wanted.integration:
            self._wants = PAGE
            self._load("")
            self.refresh()
        self.state_changed.emit()

    @property
    def loading(self) -> bool:
        """Whether a page is on its way."""
        return self._loading.page is not None

    def refresh(self) -> None:
        """Looks again: counts, new ones, and those of which something was heard."""
        if not self.wanted.integration or self._loading.fresh is not None:
            if self.wanted.integration:
                self._soon.start()
            return
        known = {one.exchange for one in self.activities}
        changed = tuple(self._loading.changed & known)
        self._loading.changed = set()
        top = self.activities[0].exchange if self.activities else ""
        look = partial(look_again, self._ledger, self.wanted, top, changed, self.following and not self.loading)
        task = self._tasks.run(look).done(self._on_fresh).failed(self._on_failed)
        self._loading.fresh = task.always(self._on_refreshed)

    def show_waiting(self) -> None:
        """Brings in what waits; the view goes to the top."""
        self.following = True
        self.refresh()

    def follow(self, following: bool) -> None:
        """The view is at the top, or the person reads further down."""
        if following and not self.following and self.waiting:
            self.following = True
            self.refresh()
        self.following = following

    def is_open(self, activity: Activity) -> bool:
        """Whether its steps are shown."""
        return activity.exchange in self._open

    def toggle(self, number: int, open_it: bool | None = None) -> None:
        """Opens or closes the message of a row (any row of it)."""
        activity = self.rows[number].activity
        place = self.place_of(activity.exchange)
        wanted = not self.is_open(activity) if open_it is None else open_it
        if wanted == self.is_open(activity):
            return
        if wanted:
            self._open.add(activity.exchange)
            below = _below(activity)
            self.beginInsertRows(QModelIndex(), place + 1, place + len(below))
            self.rows[place + 1 : place + 1] = below
            self.endInsertRows()
        else:
            self._open.discard(activity.exchange)
            self._remove_below(place)
        self._changed(place)

    def place_of(self, exchange: str) -> int:
        """The row of a message; -1 when it is not loaded."""
        for place, row in enumerate(self.rows):
            if row.part is Part.EXECUTION and row.activity.exchange == exchange:
                return place
        return -1

    # Loading.

    def _load(self, after: str) -> None:
        ask = partial(self._ledger.page, self.wanted, after, PAGE)
        task = self._tasks.run(ask).done(self._on_page)
        self._loading.page = task.failed(self._on_page_failed)

    def _on_page(self, found: Found) -> None:
        self._loading.page = None
        known = {one.exchange for one in self.activities}
        fresh = [one for one in found.activities if one.exchange not in known]
        rows = [row for one in fresh for row in self._rows_of(one)]
        self._after, self.back_to = found.after, found.back_to
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.activities += fresh
            self.rows += rows
            self.endInsertRows()
        if found.after and len(self.activities) < self._wants:
            self._load(found.after)  # a search that found little so far
        self.state_changed.emit()

    def _on_page_failed(self, error: Exception) -> None:
        self._loading.page = None
        self._on_failed(error)
        self.state_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))

    @property
    def searching(self) -> bool:
        """Whether a search goes on towards the past."""
        return self.loading and bool(self.wanted.search)

    def _on_fresh(self, fresh: Fresh) -> None:
        if fresh.counts != self.counts:
            self.counts = fresh.counts
            self.counts_changed.emit()
        for one in fresh.changed:
            self._replace(one)
        if fresh.newest is not None and not self.loading:
            self._bring_in(fresh.newest)
        self.waiting = 0 if self.following else fresh.newer
        self.state_changed.emit()

    def _on_refreshed(self) -> None:
        self._loading.fresh = None

    def _bring_in(self, newest: Found) -> None:
        """The newest page on top of what is loaded; what lies below it stays when the two meet."""
        page = newest.activities
        ids = [one.exchange for one in self.activities]
        if page and page[-1].exchange in ids:
            wanted = [*page, *self.activities[ids.index(page[-1].exchange) + 1 :]]
        else:
            wanted, self._after = list(page), newest.after
        added = len(wanted) - len(self.activities)
        if added >= 0 and [one.exchange for one in wanted[added:]] == ids:
            rows = [row for one in wanted[:added] for row in self._rows_of(one)]
            if rows:
                self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
                self.activities[:0] = wanted[:added]
                self.rows[:0] = rows
                self.endInsertRows()
            for one in wanted[added:]:
                self._replace(one)
            return
        self.beginResetModel()
        self.activities = wanted
        self.rows = [row for one in wanted for row in self._rows_of(one)]
        self.endResetModel()

    def _replace(self, activity: Activity) -> None:
        """A message that is loaded, as it is now."""
        number = next((n for n, one in enumerate(self.activities) if one.exchange == activity.exchange), -1)
        if number < 0 or self.activities[number] == activity:
            return
        place = self.place_of(activity.exchange)
        if self.wanted.status and activity.status != self.wanted.status:
            self._remove_below(place)
            self.beginRemoveRows(QModelIndex(), place, place)
            del self.activities[number], self.rows[place]
            self.endRemoveRows()
            return
        self.activities[number] = activity
        if self.is_open(activity):
            self._remove_below(place)
            below = _below(activity)
            self.beginInsertRows(QModelIndex(), place + 1, place + len(below))
            self.rows[place + 1 : place + 1] = below
            self.endInsertRows()
        self.rows[place] = Row(Part.EXECUTION, activity)
        self._changed(place)

    def _remove_below(self, place: int) -> None:
        end = place + 1
        while end < len(self.rows) and self.rows[end].part is not Part.EXECUTION:
            end += 1
        if end > place + 1:
            self.beginRemoveRows(QModelIndex(), place + 1, end - 1)
            del self.rows[place + 1 : end]
            self.endRemoveRows()

    def _rows_of(self, activity: Activity) -> list[Row]:
        return [Row(Part.EXECUTION, activity), *(_below(activity) if self.is_open(activity) else ())]

    def _changed(self, place: int) -> None:
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def _forget(self) -> None:
        for task in (self._loading.page, self._loading.fresh):
            if task is not None:
                task.forget()
        self._loading = _Loading()

    def _on_events(self, events: list[Event]) -> None:
        mine = [event for event in events if event.integration == self.wanted.integration]
        self._loading.changed.update(event.exchange for event in mine if event.exchange)
        if self._loading.changed and not self._soon.isActive():
            self._soon.start()


def look_again(ledger: History, wanted: Wanted, top: str, changed: Sequence[str], follow: bool) -> Fresh:
    """What is new since the list was loaded. Runs on a pool thread."""
    counts = ledger.counts(wanted.integration, wanted.since)
    if wanted.until:
        later = ledger.counts(wanted.integration, wanted.until)
        counts = {status: count - later.get(status, 0) for status, count in counts.items()}
    return Fresh(
        counts,
        0 if follow or not top else ledger.newer(wanted, top),
        tuple(ledger.some(changed)) if changed else (),
        ledger.page(wanted, "", PAGE) if follow else None,
    )


def run_again(ledger: Ledger, tasks: Tasks, activity: Activity, version: int) -> Task:
    """Runs a message once more from the start, at the next poll of its integration."""
    now = datetime.now().astimezone().isoformat()
    return tasks.run(lambda: ledger.run_again(activity.exchange, version, now))


def _below(activity: Activity) -> list[Row]:
    shown = activity.steps[:STEPS]
    rows = [Row(Part.HEADING, activity), *(Row(Part.STEP, activity, step) for step in shown)]
    if len(activity.steps) > STEPS:
        rows.append(Row(Part.MORE, activity))
    return [*rows, Row(Part.ACTIONS, activity)]
