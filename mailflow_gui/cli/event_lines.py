"""Events as lines: JSON for scripts, words for people. Any thread; one line at a time."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.service import PRIORITIES
from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.fields import Plain

#: Where the words begin after the time of a line, which the journal adds by itself.
_TIME = 13


class EventLines:
    """`print` is a Publish: each event becomes one flushed line. In the `journal` a line tells its priority."""

    def __init__(
        self, console: Console, name_of: Callable[[str], str], *, as_json: bool, journal: bool = False
    ) -> None:
        self._console = console
        self._name_of = name_of
        self._as_json = as_json
        self._journal = journal
        self._lock = threading.Lock()
        self.failed = 0

    def print(self, event: Event) -> None:
        """Prints one event. Empty polls are left out of the words unless -v asks for them."""
        with self._lock:
            if event.level is Level.ERROR:
                self.failed += 1
            priority = PRIORITIES[event.level] if self._journal else ""
            if self._as_json:
                self._console.print(priority + json.dumps(event_data(event, self._name_of), ensure_ascii=False))
            elif event.kind is not Kind.POLL or event.count or self._console.verbose:
                words = event_words(event, self._name_of)
                self._console.print(priority + words[_TIME:].lstrip() if self._journal else words)


def event_data(event: Event, name_of: Callable[[str], str]) -> dict[str, Plain]:
    """The fields of an event line; no body, no secret."""
    data: dict[str, Plain] = {"at": event.at, "integration": name_of(event.integration), "event": event.kind.value}
    named = {
        "level": event.level.value if event.level is not Level.INFO else "",
        "exchange": event.exchange,
        "step": event.step,
        "text": event.text,
        "subject": event.subject,
        "from": event.sender,
        "messageId": event.message_id,
        "recipients": list(event.recipients),
        "reply": event.reply,
        "cause": event.cause,
        "attempt": event.attempt,
        "count": event.count if event.kind is Kind.POLL else 0,
        "milliseconds": event.milliseconds,
    }
    data.update({key: value for key, value in named.items() if value})
    if event.kind is Kind.POLL:
        data["count"] = event.count
    return data


def event_words(event: Event, name_of: Callable[[str], str]) -> str:
    """One line for people; line breaks and controls are shown as spaces."""
    mark = {Level.INFO: " ", Level.WARNING: "!", Level.ERROR: "✕"}[event.level]
    text = "".join(char if char.isprintable() else " " for char in event.text)
    step = f"{event.step}: " if event.step else ""
    return f"{event.at[11:23]} {mark} {name_of(event.integration)} · {step}{text}"
