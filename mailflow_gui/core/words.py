"""Steps in sentences: what a receive step and a whole integration do, for the person. Pure, any thread."""

from __future__ import annotations

from collections.abc import Sequence

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.expectation import parse
from mailflow_gui.core.language import ENGLISH, current, number, tr, trn
from mailflow_gui.core.model import Connection, Step
from mailflow_gui.core.settings import Settings

_UNITS = {"day": 86_400_000, "hour": 3_600_000, "minute": 60_000, "second": 1_000, "millisecond": 1}


def duration_in_words(milliseconds: int) -> str:
    """“5 seconds”, “1 minute”."""
    count, unit = _largest_unit(milliseconds)
    return {
        "day": trn("{count} day", "{count} days", count),
        "hour": trn("{count} hour", "{count} hours", count),
        "minute": trn("{count} minute", "{count} minutes", count),
        "second": trn("{count} second", "{count} seconds", count),
        "millisecond": trn("{count} millisecond", "{count} milliseconds", count),
    }[unit]


def _every(milliseconds: int) -> str:
    """“every 5 seconds”, “every minute”."""
    count, unit = _largest_unit(milliseconds)
    return {
        "day": trn("every day", "every {count} days", count),
        "hour": trn("every hour", "every {count} hours", count),
        "minute": trn("every minute", "every {count} minutes", count),
        "second": trn("every second", "every {count} seconds", count),
        "millisecond": trn("every millisecond", "every {count} milliseconds", count),
    }[unit]


def _largest_unit(milliseconds: int) -> tuple[int, str]:
    return next((milliseconds // size, unit) for unit, size in _UNITS.items() if milliseconds % size == 0)


def size_in_words(count: int) -> str:
    """“512 bytes”, “2.4 KB”, “1.3 MB” of so many bytes."""
    if count < 1000:
        return trn("{count} byte", "{count} bytes", count)
    amount, unit = (count / 1000, "KB") if count < 999_500 else (count / 1_000_000, "MB")
    return f"{number(amount, 1 if amount < 99.5 else 0)} {unit}"


def took_in_words(milliseconds: float) -> str:
    """A short time that work took: “0 ms”, “0.25 ms”, “412 ms”, “31.2 s”, “2 min 5 s”."""
    if milliseconds < 0.005:
        return "0 ms"
    if milliseconds < 999.5:
        return f"{number(milliseconds, 2 if milliseconds < 1 else 0)} ms"
    seconds = milliseconds / 1000
    return f"{number(seconds, 1)} s" if seconds < 59.95 else span_in_words(seconds)


def span_in_words(seconds: float) -> str:
    """A long time in its two largest units: “1 d 6 h”, “6 h 12 min”, “2 min 5 s”, “40 s”."""
    units = (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1))
    left = round(seconds)
    for (name, size), following in zip(units, (*units[1:], None), strict=True):
        if left >= size or following is None:
            count, left = divmod(left, size)
            rest = left // following[1] if following else 0
            return f"{number(count)} {name}" + (f" {rest} {following[0]}" if following and rest else "")
    raise AssertionError


def receive_in_words(settings: Settings, *, pop3: bool = False) -> str:
    """What the settings of a receive step do: when, how many, from where, and what becomes of them.

    `pop3`: its servers know no read marks and no folders, so that a message stays or is deleted.
    """
    every = _every(settings.get("delay"))
    when = tr("When new email is announced, and {every}", every=every) if settings.get("push") else _capital(every)
    parts = {"when": when, "count": _count(settings, pop3), "folder": _folder(settings)}
    parts["then"] = _afterwards(settings, pop3)
    sentences = [tr("{when}, take {count} from {folder}, oldest first, {then}.", **parts)]
    if settings.get("maxResults") == 1:
        sentences = [tr("{when}, take {count} from {folder}, {then}.", **parts)]
    start = str(settings.get("startFrom"))
    if start == "now":
        sentences.append(tr("Messages that are already there are left alone."))
    elif start.startswith("last "):
        sentences.append(
            trn(
                "Of the messages that are already there, only the newest one is taken.",
                "Of the messages that are already there, only the newest {count} are taken.",
                int(start.split()[1]),
            )
        )
    if settings.get("repeat") == "every-poll" and not settings.get("unseenOnly"):
        sentences.append(tr("Every poll takes the same messages again."))
    if expected := str(settings.get("expectedBy")):
        sentences.append(tr("Email is expected {when}; without it you are told.", when=parse(expected).in_words))
    return " ".join(sentences)


def flow_in_words(steps: Sequence[Step], catalog: Catalog, connections: Sequence[Connection] = ()) -> tuple[str, ...]:
    """One sentence for each step of an integration, in order. `connections`: those that the steps may name."""
    pop3 = {one.name for one in connections if one.values.get("protocol") == "pop3"}
    return tuple(_step(step, catalog, step.connection in pop3) for step in steps)


def summary_of(step: Step, catalog: Catalog) -> str:
    """The one line on a step's card: its connection and what its settings say."""
    settings = catalog.read(step)[0]
    if not step.is_connection:
        return catalog.step(step.kind).summary(settings)
    said = catalog.action(step.action)[1].summary(settings)
    return f"{step.connection} · {said}" if step.connection else said


def _step(step: Step, catalog: Catalog, pop3: bool) -> str:
    try:
        settings = catalog.read(step)[0]
        if not step.is_connection:
            kind = catalog.step(step.kind)
            return f"{kind.title}: {_lower(kind.summary(settings))}."
        action = catalog.action(step.action)[1]
        if action.pattern is Pattern.FROM and "folderName" in settings.FIELDS:
            return receive_in_words(settings, pop3=pop3)
        said = action.summary(settings)
        if not step.connection:
            return f"{action.title}, {said}."
        return tr("{title} with “{name}”, {said}.", title=action.title, name=step.connection, said=said)
    except SettingsError as error:
        return f"{error.title}."


def _lower(text: str) -> str:
    """Within a sentence; other languages write nouns large there."""
    return text[:1].lower() + text[1:] if current() is ENGLISH else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _folder(settings: Settings) -> str:
    name = str(settings.get("folderName")).strip()
    return tr("the inbox") if name.upper() in ("", "INBOX") else tr("“{name}”", name=name)


def _count(settings: Settings, pop3: bool) -> str:
    most = settings.get("maxResults")
    if settings.get("unseenOnly") and not pop3:
        if most < 0:
            return tr("all unread messages")
        return trn("the oldest unread message", "up to {count} unread messages", most)
    return tr("all messages") if most < 0 else trn("the oldest message", "up to {count} messages", most)


def _afterwards(settings: Settings, pop3: bool) -> str:
    count = settings.get("maxResults")
    verb, _, target = str(settings.get("afterSuccess")).partition(":")
    if pop3 and verb != "delete":
        return trn("and leave it on the server", "and leave them on the server", count)
    return {
        "mark-seen": trn("and mark it as read", "and mark them as read", count),
        "keep": trn("and leave it as it is", "and leave them as they are", count),
        "move": trn(
            "mark it as read and move it to “{target}”",
            "mark them as read and move them to “{target}”",
            count,
            target=target,
        ),
        "copy": trn(
            "mark it as read and copy it to “{target}”",
            "mark them as read and copy them to “{target}”",
            count,
            target=target,
        ),
        "delete": trn("and delete it on the server", "and delete them on the server", count),
    }[verb]
