"""What the program tells through the desktop while its window is closed, and when it keeps quiet. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from mailflow_gui.core.excerpt import excerpt
from mailflow_gui.core.language import listed, tr

#: Characters of a title and of a text: some of it is what servers and senders wrote.
TITLE, TEXT = 80, 300
#: Names told at most; the others are counted.
_NAMED = 3


class NoticeKind(StrEnum):
    """What a person may switch off. `BACKGROUND` is the one about the closed window, told once."""

    MESSAGE = "message"
    STOPPED = "stopped"
    CONNECTION = "connection"
    ALARM = "alarm"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a notice. `act`: review, retry, show."""

    act: str
    label: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. A later one with the same `key` takes the place of the earlier.

    A click opens what `place` says: attention (then `target` is an exchange or ""), integration (then its id), home.
    Title and text are plain and bounded, whatever was handed in.
    """

    key: str
    kind: NoticeKind
    title: str
    text: str
    place: str = "home"
    target: str = ""
    answers: tuple[Answer, ...] = ()
    urgent: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", one_line(self.title, TITLE))
        object.__setattr__(self, "text", one_line(self.text, TEXT))


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """What the person wants to hear. Quiet hours are None, or from a time of day to another; they may span midnight."""

    silent: frozenset[NoticeKind] = frozenset()
    quiet: tuple[time, time] | None = None
    subjects: bool = False

    def is_quiet(self, now: time) -> bool:
        """Whether nothing is to be shown now."""
        if self.quiet is None:
            return False
        begin, end = self.quiet
        return begin <= now < end if begin <= end else now >= begin or now < end


def one_line(text: str, longest: int) -> str:
    """The beginning of a text in one line, without anything that hides or turns."""
    cut = excerpt(text, longest * 4)
    words = " ".join(cut.text.split())
    return words if len(words) <= longest and not cut.cut else words[: longest - 1].rstrip() + "…"


def names_in_words(names: Sequence[str]) -> str:
    """“One”, “One and Two”, “One, Two, Three and 4 more”."""
    shown = list(names[:_NAMED])
    if len(names) > _NAMED:
        return tr("{shown} and {count} more", shown=", ".join(shown), count=len(names) - _NAMED)
    return listed(shown)
