"""The live message log as a table: newest on top, filtered, bounded to 100,000 rows. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mailflow_gui.core.activity import Event, Kind, Level

KEPT = 100_000
TRIMMED = 5_000

AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in order."""

    TIME = 0
    LEVEL = 1
    INTEGRATION = 2
    STEP = 3
    MESSAGE = 4


TITLES = ("Time", "Level", "Integration", "Step", "Message")
LEVEL_WORDS = {Level.INFO: "Info", Level.WARNING: "Warning", Level.ERROR: "Error"}


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is shown; empty means all. `text` is looked for in message, step and integration, without case."""

    level: str = ""
    integration: str = ""
    step: str = ""
    text: str = ""


@dataclass(slots=True)
class LogRow:
    """One line: the event, and how many empty polls it stands for."""

    event: Event
    polls: int = 1

    @property
    def message(self) -> str:
        """The text in the table: one line, controls shown as spaces."""
        text = f"{self.polls} polls, no new messages" if self.polls > 1 else self.event.text
        return "".join(char if char.isprintable() else " " for char in text)[:2000]


class LogModel(QAbstractTableModel):
    """Rows of events. `counts_changed` follows every batch; `waiting_changed` counts what came while paused."""

    counts_changed = Signal()
    waiting_changed = Signal(int)

    def __init__(self, name_of: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._rows: list[LogRow] = []
        self._shown: list[LogRow] = []
        self._last: dict[str, LogRow] = {}
        self._filter = LogFilter()
        self._held: list[Event] | None = None
        self._totals = dict.fromkeys(Level, 0)

    # What the view asks.

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.MESSAGE:
            return self._text(row, Column.MESSAGE)
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None

    def row(self, number: int) -> LogRow:
        """The row as shown: 0 is the newest."""
        return self._shown[len(self._shown) - 1 - number]

    def _text(self, row: LogRow, column: Column) -> str:
        event = row.event
        match column:
            case Column.TIME:
                return event.at[11:23]
            case Column.LEVEL:
                return LEVEL_WORDS[event.level]
            case Column.INTEGRATION:
                return self._name_of(event.integration)
            case Column.STEP:
                return event.step or "–"
            case Column.MESSAGE:
                return row.message

    # What happens.

    def append(self, events: list[Event]) -> None:
        """Takes a batch; while paused it waits out of sight."""
        if self._held is not None:
            self._held = (self._held + events)[-KEPT:]
            self.waiting_changed.emit(len(self._held))
            return
        fresh: list[LogRow] = []
        for event in events:
            self._add(event, fresh)
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._shown += fresh
            self.endInsertRows()
        self._trim()
        self.counts_changed.emit()

    def _add(self, event: Event, fresh: list[LogRow]) -> None:
        last = self._last.get(event.integration)
        if last is not None and _is_empty_poll(event) and _is_empty_poll(last.event):
            self._merge(last, event, fresh)
            return
        row = LogRow(event)
        self._rows.append(row)
        self._last[event.integration] = row
        self._totals[event.level] += 1
        if self._passes(row):
            fresh.append(row)

    def _merge(self, last: LogRow, event: Event, fresh: list[LogRow]) -> None:
        """An empty poll after an empty poll is one row that moves up with the newest time."""
        merged = LogRow(replace(event), last.polls + 1)
        self._last[event.integration] = merged
        self._rows[_place(self._rows, last)] = merged
        if any(row is last for row in fresh):
            fresh[_place(fresh, last)] = merged
        elif self._passes(last):
            place = _place(self._shown, last)
            number = len(self._shown) - 1 - place
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._shown[place]
            self.endRemoveRows()
            fresh.append(merged)

    def _trim(self) -> None:
        if len(self._rows) <= KEPT:
            return
        gone = self._rows[:TRIMMED]
        del self._rows[:TRIMMED]
        for row in gone:
            self._totals[row.event.level] -= 1
        ids = {id(row) for row in gone}
        count = 0
        while count < len(self._shown) and id(self._shown[count]) in ids:
            count += 1
        if count:
            total = len(self._shown)
            self.beginRemoveRows(QModelIndex(), total - count, total - 1)
            del self._shown[:count]
            self.endRemoveRows()

    # What the person chooses.

    def set_filter(self, chosen: LogFilter) -> None:
        """Shows only what passes."""
        self.beginResetModel()
        self._filter = chosen
        self._shown = [row for row in self._rows if self._passes(row)]
        self.endResetModel()

    def pause(self, paused: bool) -> None:
        """Freezes the view, not the work; what came meanwhile appears when it goes on."""
        if paused and self._held is None:
            self._held = []
        elif not paused and self._held is not None:
            held, self._held = self._held, None
            self.append(held)
        self.waiting_changed.emit(0)

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
        return sorted({row.event.step for row in self._rows if row.event.step})

    def shown(self) -> list[LogRow]:
        """The rows as shown, newest first, for copy and export."""
        return list(reversed(self._shown))

    def find(self, text: str, start: int) -> int:
        """The next row from `start` on (downwards, around the end) whose line holds the text; -1 none."""
        needle = text.casefold()
        count = len(self._shown)
        for offset in range(count):
            number = (start + offset) % count
            if needle in self._line(self.row(number)).casefold():
                return number
        return -1

    def _passes(self, row: LogRow) -> bool:
        chosen, event = self._filter, row.event
        return (
            (not chosen.level or event.level == chosen.level)
            and (not chosen.integration or event.integration == chosen.integration)
            and (not chosen.step or event.step == chosen.step)
            and (not chosen.text or chosen.text.casefold() in self._line(row).casefold())
        )

    def _line(self, row: LogRow) -> str:
        return f"{self._name_of(row.event.integration)} {row.event.step} {row.message}"


def _is_empty_poll(event: Event) -> bool:
    return event.kind is Kind.POLL and not event.count


def _place(rows: list[LogRow], row: LogRow) -> int:
    """Where a row stands; looked for from the end, because it is among the newest."""
    for number in range(len(rows) - 1, -1, -1):
        if rows[number] is row:
            return number
    raise ValueError("the row is not there")
