"""The live message log as a table: newest on top, filtered, bounded in rows and in memory. GUI thread.

Nothing here takes long: events and filters are worked through in slices, with the event loop in between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Iterable
from enum import IntEnum
from html import escape
from operator import attrgetter
from time import monotonic
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from mailflow_gui.core.activity import Event, Level
from mailflow_gui.core.language import later, tr
from mailflow_gui.qt.log_rows import Held, LogFilter, LogRow, matcher, weight

#: Rows kept, and bytes that they may take; when there is more, a part of them (one in PIECE) goes at a time.
KEPT = 100_000
ROOM = 128 * 1024 * 1024
PIECE = 400
#: Seconds of work before the event loop has its turn, and events or rows between two looks at the clock.
SLICE = 0.008
STEP = 250

AnyIndex = QModelIndex | QPersistentModelIndex
_NUMBER = attrgetter("number")


class Column(IntEnum):
    """The columns, in order."""

    TIME = 0
    LEVEL = 1
    INTEGRATION = 2
    STEP = 3
    MESSAGE = 4


TITLES = (later("Time"), later("Level"), later("Integration"), later("Step"), later("Message"))
LEVEL_WORDS = {Level.INFO: later("Info"), Level.WARNING: later("Warning"), Level.ERROR: later("Error")}


class LogModel(QAbstractTableModel):
    """Rows of events, oldest first in the lists and newest first to the view.

    `counts_changed` follows every slice of work, `steps_changed` when another step title occurs or none is left of
    one; `waiting_changed` counts what came while paused.
    """

    counts_changed = Signal()
    steps_changed = Signal()
    waiting_changed = Signal(int)

    def __init__(
        self, name_of: Callable[[str], str], parent: QObject | None = None, *, kept: int = KEPT, room: int = ROOM
    ) -> None:
        super().__init__(parent)
        self.name_of = name_of
        self._kept = kept
        self._room = room
        self._weight = 0
        self._number = 0
        self._rows: list[LogRow] = []
        self._shown: list[LogRow] = []
        self._last: dict[str, LogRow] = {}
        self._filter = LogFilter()
        self._passes = matcher(self._filter, name_of)
        self._unread: deque[Event] = deque()
        self._held: Held | None = None
        self._unscanned = 0
        self._totals = dict.fromkeys(Level, 0)
        self._steps: Counter[str] = Counter()
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._work)

    # What the view asks.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (Column.MESSAGE, Column.INTEGRATION):
            # Said to be markup and escaped: else Qt would take a subject with tags for markup by itself.
            return f"<p style='white-space: pre-wrap'>{escape(self.text(row, Column(index.column())))}</p>"
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None

    def row(self, number: int) -> LogRow:
        """The row as shown: 0 is the newest."""
        return self._shown[len(self._shown) - 1 - number]

    def place_of(self, row: LogRow) -> int:
        """Where a row stands in the view now; -1 when it is not shown."""
        place = _find(self._shown, row)
        return -1 if place < 0 else len(self._shown) - 1 - place

    def text(self, row: LogRow, column: Column) -> str:
        """What a cell says."""
        event = row.event
        match column:
            case Column.TIME:
                return event.at[11:23]
            case Column.LEVEL:
                return tr(LEVEL_WORDS[event.level])
            case Column.INTEGRATION:
                return self.name_of(event.integration)
            case Column.STEP:
                return event.step or "–"
            case Column.MESSAGE:
                return row.message

    # What happens.

    def append(self, events: Iterable[Event]) -> None:
        """Takes a batch; while paused it waits out of sight. A large one appears bit by bit."""
        if self._held is not None:
            self._held.extend(events)
            self.waiting_changed.emit(len(self._held))
            return
        self._unread.extend(events)
        if not self._turn.isActive():
            self._work()

    def _work(self) -> None:
        """A slice of what is to do: first new events, then the rest of the filter's search."""
        end = monotonic() + SLICE
        steps = set(self._steps)
        while self._unread:
            self._take([self._unread.popleft() for _ in range(min(STEP, len(self._unread)))])
            if monotonic() > end:
                break
        while self._unscanned and monotonic() <= end:
            self._scan()
        if self._unread or self._unscanned:
            self._turn.start()
        else:
            self._turn.stop()
        if steps != set(self._steps):
            self.steps_changed.emit()
        self.counts_changed.emit()

    def _take(self, events: list[Event]) -> None:
        fresh: list[LogRow] = []
        first = self._number + 1
        for event in events:
            self._number += 1
            row = self._last.get(event.integration)
            if row is not None and row.takes(event):
                self._remove(row, fresh if row.number >= first else None)
                self._weight -= weight(row.event)
                row.repeat(event, self._number)
            else:
                row = self._last[event.integration] = LogRow(event, self._number)
                self._totals[event.level] += 1
                if event.step:
                    self._steps[event.step] += 1
            self._weight += weight(event)
            fresh.append(row)
        self._rows += fresh
        shown = [row for row in fresh if self._passes(row)]
        if shown:
            self.beginInsertRows(QModelIndex(), 0, len(shown) - 1)
            self._shown += shown
            self.endInsertRows()
        self._trim()

    def _remove(self, row: LogRow, fresh: list[LogRow] | None) -> None:
        """An empty poll after an empty poll is one row that moves up: first it leaves its place."""
        if fresh is not None:
            del fresh[_find(fresh, row)]
            return
        del self._rows[_find(self._rows, row)]
        place = _find(self._shown, row)
        if place >= 0:
            number = len(self._shown) - 1 - place
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._shown[place]
            self.endRemoveRows()

    def _trim(self) -> None:
        """Lets the oldest rows go, a piece more than has to."""
        many, heavy = len(self._rows) > self._kept, self._weight > self._room
        if not many and not heavy:
            return
        count = len(self._rows) - self._kept + self._kept // PIECE if many else 0
        gone = 0
        while gone < count or (heavy and self._weight > self._room - self._room // PIECE):
            self._forget(self._rows[gone])
            gone += 1
        last = self._rows[gone - 1].number
        # In place: a new list of them all would touch each one, here and in the next look of the garbage collector.
        del self._rows[:gone]
        self._steps = +self._steps
        cut = bisect_left(self._shown, last + 1, key=_NUMBER)
        if cut:
            total = len(self._shown)
            self.beginRemoveRows(QModelIndex(), total - cut, total - 1)
            del self._shown[:cut]
            self.endRemoveRows()

    def _forget(self, row: LogRow) -> None:
        """Takes a row out of the counts."""
        event = row.event
        self._weight -= weight(event)
        self._totals[event.level] -= 1
        if event.step:
            self._steps[event.step] -= 1
        if self._last.get(event.integration) is row:
            del self._last[event.integration]

    def rows_of(self, integration: str) -> list[LogRow]:
        """What is kept of one integration, oldest first, shown here or not; they no longer change."""
        rows = [(row.event, row.polls) for row in self._rows if row.event.integration == integration]
        waiting = [*self._unread, *(self._held or ())]
        rows += [(event, 1) for event in waiting if event.integration == integration]
        return [LogRow(event, number, polls) for number, (event, polls) in enumerate(rows, 1)]

    def begin_with(self, rows: Iterable[LogRow]) -> None:
        """Holds these rows and nothing else, oldest first; goes on with what is appended."""
        self._unread.clear()
        self._rows = [LogRow(row.event, number, row.polls) for number, row in enumerate(rows, 1)]
        self._number = len(self._rows)
        self._weight = sum(weight(row.event) for row in self._rows)
        self._last = {row.event.integration: row for row in self._rows}
        self._totals = {level: sum(1 for row in self._rows if row.event.level is level) for level in Level}
        self._steps = Counter(row.event.step for row in self._rows if row.event.step)
        self.set_filter(self._filter)
        self.steps_changed.emit()

    # What the person chooses.

    def set_filter(self, chosen: LogFilter) -> None:
        """Shows only what passes: the newest rows at once, older ones bit by bit."""
        self.beginResetModel()
        self._filter = chosen
        self._passes = matcher(chosen, self.name_of)
        self._shown = []
        self._unscanned = self._number + 1
        self.endResetModel()
        self._work()

    @property
    def searching(self) -> bool:
        """Whether older rows are still being looked through for the filter."""
        return self._unscanned > 0

    def _scan(self) -> None:
        """Looks through the next rows towards the oldest."""
        end = bisect_left(self._rows, self._unscanned, key=_NUMBER)
        start = max(0, end - STEP)
        found = [row for row in self._rows[start:end] if self._passes(row)]
        self._unscanned = self._rows[start].number if start else 0
        if found:
            total = len(self._shown)
            self.beginInsertRows(QModelIndex(), total, total + len(found) - 1)
            self._shown[:0] = found
            self.endInsertRows()

    def pause(self, paused: bool) -> None:
        """Freezes the view, not the work; what came meanwhile appears when it goes on."""
        if paused and self._held is None:
            self._held = Held(self._kept, self._room)
            self._held.extend(self._unread)
            self._unread.clear()
        elif not paused and self._held is not None:
            held, self._held = self._held, None
            self.append(held)
        self.waiting_changed.emit(self.waiting)

    @property
    def waiting(self) -> int:
        """How many events wait behind the pause."""
        return len(self._held or ())

    @property
    def paused(self) -> bool:
        """Whether the view is frozen."""
        return self._held is not None

    def count(self, level: Level) -> int:
        """How many rows of a level there are, shown or not."""
        return self._totals[level]

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def steps(self) -> list[str]:
        """The step titles that occur, for the filter."""
        return sorted(self._steps)

    def shown(self) -> list[LogRow]:
        """The rows as shown, newest first, for the export; they no longer change."""
        return self.copies(range(len(self._shown)))

    def copies(self, numbers: Iterable[int]) -> list[LogRow]:
        """Some rows as shown; they no longer change. Only the last one of an integration ever does."""
        last, shown, top = set(self._last.values()), self._shown, len(self._shown) - 1
        rows = [shown[top - number] for number in numbers]
        return [LogRow(row.event, row.number, row.polls) if row in last else row for row in rows]

    def find(self, text: str, start: int, *, backwards: bool = False) -> int:
        """The next row from `start` on (around the end) whose line holds the text; -1 none."""
        passes = matcher(LogFilter(text=text), self.name_of)
        count = len(self._shown)
        for offset in range(count):
            number = (start - offset if backwards else start + offset) % count
            if passes(self.row(number)):
                return number
        return -1


def _find(rows: list[LogRow], row: LogRow) -> int:
    """Where a row stands in a list that is in the order of numbers; -1 when it is not there."""
    place = bisect_left(rows, row.number, key=_NUMBER)
    return place if place < len(rows) and rows[place] is row else -1
