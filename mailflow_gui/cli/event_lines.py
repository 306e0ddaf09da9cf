"""Events as lines: JSON for scripts, words for people. Any thread."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from mailflow_gui.cli.console import Console
from mailflow_gui.cli.line_printer import LinePrinter, writer_to
from mailflow_gui.cli.service import PRIORITIES
from mailflow_gui.core.activity import Event, Kind, Level
from mailflow_gui.core.fields import Plain

#: Where the words begin after the time of a line, which the journal adds by itself.
_TIME = 13


class EventLines:
    """`print` is a Publish: each event becomes one flushed line. In the `journal` a line tells its priority.

    No event waits for whoever reads the lines: see LinePrinter. `lost` is set when nobody can read them any more.
    """

    def __init__(
        self, console: Console, name_of: Callable[[str], str], *, as_json: bool, journal: bool = False
    ) -> None:
        self._verbose = bool(console.verbose)
        self._name_of = name_of
        self._as_json = as_json
        self._journal = journal
        self._printer = LinePrinter(writer_to(console.out), self._omission)
        self.lost = self._printer.lost

    def print(self, event: Event) -> None:
        """Prints one event. Empty polls are left out of the words unless -v asks for them."""
        if self._as_json or event.kind is not Kind.POLL or event.count or self._verbose:
            self._printer.print(self._line(event, self._name_of(event.integration)))

    def close(self, timeout: float) -> bool:
        """Waits up to `timeout` seconds: whether nothing is left to write."""
        return self._printer.close(timeout)

    def _line(self, event: Event, name: str) -> str:
        priority = PRIORITIES[event.level] if self._journal else ""
        if self._as_json:
            return priority + json.dumps(event_data(event, name), ensure_ascii=False)
        words = event_words(event, name)
        return priority + words[_TIME:].lstrip() if self._journal else words

    def _omission(self, count: int) -> str:
        at = datetime.now().astimezone().isoformat(timespec="milliseconds")
        text = f"{count} lines are missing here: nobody read them in time."
        return self._line(Event(at, "", Kind.NOTE, text, Level.WARNING), "mailflow")


def event_data(event: Event, name: str) -> dict[str, Plain]:
    """The fields of an event line; no body, no secret."""
    data: dict[str, Plain] = {"at": event.at, "integration": name, "event": event.kind.value}
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


def event_words(event: Event, name: str) -> str:
    """One line for people; line breaks and controls are shown as spaces."""
    mark = {Level.INFO: " ", Level.WARNING: "!", Level.ERROR: "✕"}[event.level]
    text = "".join(char if char.isprintable() else " " for char in event.text)
    step = f"{event.step}: " if event.step else ""
    return f"{event.at[11:23]} {mark} {name} · {step}{text}"
