"""Steps in sentences: what a receive step and a whole integration do, for the person. Pure, any thread."""

from __future__ import annotations

from collections.abc import Sequence

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.expectation import parse
from mailflow_gui.core.model import Step
from mailflow_gui.core.settings import Settings

_UNITS = {"day": 86_400_000, "hour": 3_600_000, "minute": 60_000, "second": 1_000, "millisecond": 1}


def duration_in_words(milliseconds: int) -> str:
    """“5 seconds”, “1 minute”."""
    number, unit = next((milliseconds // size, unit) for unit, size in _UNITS.items() if milliseconds % size == 0)
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


def size_in_words(count: int) -> str:
    """“512 bytes”, “2.4 KB”, “1.3 MB” of so many bytes."""
    if count < 1000:
        return "1 byte" if count == 1 else f"{count} bytes"
    amount, unit = (count / 1000, "KB") if count < 999_500 else (count / 1_000_000, "MB")
    return f"{amount:.1f} {unit}" if amount < 99.5 else f"{amount:,.0f} {unit}"


def took_in_words(milliseconds: float) -> str:
    """A short time that work took: “0 ms”, “0.25 ms”, “412 ms”, “31.2 s”, “2 min 5 s”."""
    if milliseconds < 0.005:
        return "0 ms"
    if milliseconds < 1:
        return f"{milliseconds:.2f} ms"
    if milliseconds < 999.5:
        return f"{milliseconds:.0f} ms"
    seconds = milliseconds / 1000
    return f"{seconds:.1f} s" if seconds < 59.95 else span_in_words(seconds)


def span_in_words(seconds: float) -> str:
    """A long time in its two largest units: “1 d 6 h”, “6 h 12 min”, “2 min 5 s”, “40 s”."""
    units = (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1))
    left = round(seconds)
    for (name, size), following in zip(units, (*units[1:], None), strict=True):
        if left >= size or following is None:
            count, left = divmod(left, size)
            rest = left // following[1] if following else 0
            return f"{count:,} {name}" + (f" {rest} {following[0]}" if following and rest else "")
    raise AssertionError


def receive_in_words(settings: Settings) -> str:
    """What the settings of a receive step do: when, how many, from where, and what becomes of them."""
    every = duration_in_words(settings.get("delay"))
    every = "every " + every.removeprefix("1 ")
    when = f"When new email is announced, and {every}" if settings.get("push") else every.capitalize()
    order = "" if settings.get("maxResults") == 1 else ", oldest first"
    sentences = [f"{when}, take {_count(settings)} from {_folder(settings)}{order}, {_afterwards(settings)}."]
    start = str(settings.get("startFrom"))
    if start == "now":
        sentences.append("Messages that are already there are left alone.")
    elif start.startswith("last "):
        newest = int(start.split()[1])
        which = "newest one is" if newest == 1 else f"newest {newest:,} are"
        sentences.append(f"Of the messages that are already there, only the {which} taken.")
    if settings.get("repeat") == "every-poll" and not settings.get("unseenOnly"):
        sentences.append("Every poll takes the same messages again.")
    if expected := str(settings.get("expectedBy")):
        sentences.append(f"Email is expected {parse(expected).in_words}; without it you are told.")
    return " ".join(sentences)


def flow_in_words(steps: Sequence[Step], catalog: Catalog) -> tuple[str, ...]:
    """One sentence for each step of an integration, in order."""
    return tuple(_step(step, catalog) for step in steps)


def summary_of(step: Step, catalog: Catalog) -> str:
    """The one line on a step's card: its connection and what its settings say."""
    settings = catalog.read(step)[0]
    if not step.is_connection:
        return catalog.step(step.kind).summary(settings)
    said = catalog.action(step.action)[1].summary(settings)
    return f"{step.connection} · {said}" if step.connection else said


def _step(step: Step, catalog: Catalog) -> str:
    try:
        settings = catalog.read(step)[0]
        if not step.is_connection:
            kind = catalog.step(step.kind)
            return f"{kind.title}: {_lower(kind.summary(settings))}."
        action = catalog.action(step.action)[1]
        if action.pattern is Pattern.FROM and "folderName" in settings.FIELDS:
            return receive_in_words(settings)
        said = action.summary(settings)
        return f"{action.title} with “{step.connection}”, {said}." if step.connection else f"{action.title}, {said}."
    except SettingsError as error:
        return f"{error.title}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _folder(settings: Settings) -> str:
    name = str(settings.get("folderName")).strip()
    return "the inbox" if name.upper() in ("", "INBOX") else f"“{name}”"


def _count(settings: Settings) -> str:
    unread = "unread " if settings.get("unseenOnly") else ""
    most = settings.get("maxResults")
    if most < 0:
        return f"all {unread}messages"
    return f"the oldest {unread}message" if most == 1 else f"up to {most:,} {unread}messages"


def _afterwards(settings: Settings) -> str:
    one = settings.get("maxResults") == 1
    them = "it" if one else "them"
    verb, _, target = str(settings.get("afterSuccess")).partition(":")
    return {
        "mark-seen": f"and mark {them} as read",
        "keep": f"and leave {them} as {'it is' if one else 'they are'}",
        "move": f"mark {them} as read and move {them} to “{target}”",
        "copy": f"mark {them} as read and copy {them} to “{target}”",
        "delete": f"and delete {them} on the server",
    }[verb]
