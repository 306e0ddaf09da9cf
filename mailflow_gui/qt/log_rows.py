"""One line of the message log, and which lines a filter lets pass. Pure; the GUI thread's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mailflow_gui.core.activity import Event, Kind

#: The longest text of a line in the table.
LONGEST = 2000


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
        self.message = f"{self.polls} polls, no new messages" if self.polls > 1 else one_line(self.event.text)

    def takes(self, event: Event) -> bool:
        """Whether an event says the same as this line: one more poll that found nothing."""
        mine = self.event
        same = event.level is mine.level and event.step == mine.step
        return same and is_empty_poll(event) and is_empty_poll(mine)

    def repeat(self, event: Event, number: int) -> None:
        """Another empty poll: the line now tells of it, too, and has its time."""
        self.event, self.number, self.polls = event, number, self.polls + 1
        self.__post_init__()


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
