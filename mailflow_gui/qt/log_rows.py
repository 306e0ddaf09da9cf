"""One line of the message log, and which lines a filter lets pass. Pure; the GUI thread's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from sys import getsizeof

from mailflow_gui.core.activity import Event, Kind
from mailflow_gui.core.language import tr

#: The longest text of a line in the table.
LONGEST = 2000
#: What an event and its row take beside their texts, in bytes.
BARE = 400


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is shown; empty means all. `text` is looked for in message, step and integration, without case."""

    level: str = ""
    integration: str = ""
    step: str = ""
    text: str = ""


@dataclass(slots=True, eq=False)
class LogRow:
    """One line: the event, its turn, and how many empty polls it stands for. `message` is one line of text."""

    event: Event
    number: int = 0
    polls: int = 1
    message: str = field(init=False)

    def __post_init__(self) -> None:
        self.message = (
            tr("{count} polls, no new messages", count=self.polls) if self.polls > 1 else one_line(self.event.text)
        )

    def takes(self, event: Event) -> bool:
        """Whether an event says the same as this line: one more poll that found nothing."""
        mine = self.event
        same = event.level is mine.level and event.step == mine.step
        return same and is_empty_poll(event) and is_empty_poll(mine)

    def repeat(self, event: Event, number: int) -> None:
        """Another empty poll: the line now tells of it, too, and has its time."""
        self.event, self.number, self.polls = event, number, self.polls + 1
        self.__post_init__()


class Held:
    """Events that wait behind a pause: the newest, as many and as heavy as the log may be."""

    def __init__(self, most: int, room: int) -> None:
        self._most = most
        self._room = room
        self._weight = 0
        self._events: deque[Event] = deque()

    def extend(self, events: Iterable[Event]) -> None:
        """Takes more; the oldest go."""
        for event in events:
            self._events.append(event)
            self._weight += weight(event)
        while len(self._events) > self._most or self._weight > self._room:
            self._weight -= weight(self._events.popleft())

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)


def weight(event: Event) -> int:
    """How many bytes an event takes in the log, roughly."""
    texts = getsizeof(event.text) + getsizeof(event.subject) + getsizeof(event.sender) + getsizeof(event.reply)
    return BARE + texts + sum(map(getsizeof, event.recipients))


def one_line(text: str) -> str:
    """The text on one line: controls, line ends and what turns the direction of writing are shown as spaces."""
    text = text[:LONGEST]
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)


def is_empty_poll(event: Event) -> bool:
    """Whether an event only says that a poll found nothing."""
    return event.kind is Kind.POLL and not event.count


def matcher(chosen: LogFilter, name_of: Callable[[str], str]) -> Callable[[LogRow], bool]:
    """Whether a row passes a filter, as a function that is quick over 100,000 rows."""
    needle = chosen.text.casefold()
    level, integration, step = chosen.level, chosen.integration, chosen.step
    names: dict[str, bool] = {}

    def name_holds(id: str) -> bool:
        found = names.get(id)
        if found is None:
            found = names[id] = needle in name_of(id).casefold()
        return found

    def passes(row: LogRow) -> bool:
        event = row.event
        if level and event.level != level:
            return False
        if integration and event.integration != integration:
            return False
        if step and event.step != step:
            return False
        return (
            not needle
            or needle in row.message.casefold()
            or needle in event.step.casefold()
            or name_holds(event.integration)
        )

    return passes
