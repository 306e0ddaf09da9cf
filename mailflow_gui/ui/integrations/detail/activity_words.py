"""A message's trip in words: for the list, for screen readers, for the clipboard. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from PySide6.QtCore import QDate, QLocale

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.words import took_in_words
from mailflow_gui.qt.activities import Part, Row
from mailflow_gui.ui import times

#: Icon and color role of how a message stands, and the word for it.
STANDS = {
    "done": ("check-circle", "success", "Successful"),
    "filtered": ("filter", "text2", "Filtered out"),
    "held": ("error", "danger", "Failed"),
    "waiting": ("clock", "warning", "Waiting"),
    "skipped": ("skip", "text2", "Skipped"),
    "in-progress": ("receive", "info", "Under way"),
}
#: Icon, color role and word of how a step ended.
ENDS = {
    "ok": ("check", "successText", "Success"),
    "filtered": ("filter", "text2", "Filtered out"),
    "failed": ("error", "dangerText", "Error"),
    "waiting": ("clock", "warningText", "Waiting"),
}
NO_OUTPUT = "No output"
#: Characters of an output shown in the list; Copy Details has all of it.
LONGEST = 1000
NO_SUBJECT = "(no subject)"


@dataclass(frozen=True, slots=True)
class Facts:
    """How far a message came, and the color role of that."""

    text: str
    role: str = "text2"


def stand(activity: Activity) -> tuple[str, str, str]:
    """Icon, color role and word."""
    return STANDS.get(activity.status, STANDS["in-progress"])


def end(step: ActivityStep) -> tuple[str, str, str]:
    """Icon, color role and word of a step."""
    return ENDS.get(step.status, ENDS["ok"])


def output(step: ActivityStep) -> str:
    """What a step said, as far as the list shows it."""
    text = step.output or NO_OUTPUT
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def when(activity: Activity, now: datetime | None = None) -> str:
    """The time of day with seconds; before today the day and the time."""
    at = datetime.fromisoformat(activity.at).astimezone()
    now = now or datetime.now().astimezone()
    if at.date() == now.date():
        return f"{at:%H:%M:%S}"
    day = QLocale().toString(QDate(at.year, at.month, at.day), "d MMM" if at.year == now.year else "d MMM yyyy")
    return f"{day}, {at:%H:%M}"


def person(sender: str) -> str:
    """The name of who sent it; the address when there is no name."""
    name, address = parseaddr(sender)
    return name or address or sender


def took(activity: Activity) -> str:
    """How long all its steps worked on it; "" when nothing did."""
    return took_in_words(sum(step.milliseconds for step in activity.steps)) if activity.steps else ""


def facts(activity: Activity, steps: int = 0) -> Facts:
    """How far it came; `steps` is how many its version has, 0 when that can't be said."""
    last = activity.steps[-1].title if activity.steps else ""
    match activity.status:
        case "filtered":
            return Facts(f"Stopped at {last}" if last else "Filtered out")
        case "held":
            return Facts(f"Failed at {last}" if last else "Failed", "dangerText")
        case "waiting":
            return Facts(f"Next try {times.clock_time(activity.next_try)}", "warningText")
        case "skipped":
            return Facts("Skipped")
        case "in-progress":
            return Facts("Under way")
    if activity.attempts:
        return Facts(f"Sent at {_ordinal(activity.attempts + 1)} attempt")
    count = len({step.step_id for step in activity.steps})
    if steps >= count > 0:
        return Facts(f"{count} of {steps} steps")
    return Facts(times.counted(count, "step", "steps"))


def spoken(row: Row, steps: int = 0) -> str:
    """A row as a screen reader says it."""
    one, step = row.activity, row.step
    if step is not None:
        return f"{step.title}, {step.at[11:23]}, {took_in_words(step.milliseconds)}, {end(step)[2]}, {output(step)}"
    match row.part:
        case Part.EXECUTION:
            word, subject = stand(one)[2], one.subject or NO_SUBJECT
            parts = (word, when(one), subject, person(one.sender), facts(one, steps).text, took(one))
            return ", ".join(part for part in parts if part)
        case Part.HEADING:
            return "Step, Time, Duration, Status, Output"
        case Part.MORE:
            return f"{len(one.steps):,} entries in all; only the first are shown"
    return "What you can do with it"


def details(activity: Activity, integration: str) -> str:
    """Everything that is known of a trip, to paste somewhere."""
    lines = [
        f"Integration: {integration}, version {activity.version}",
        f"Execution: {activity.exchange}",
        f"Subject: {activity.subject}",
        f"From: {activity.sender}",
        f"Message-ID: {activity.message_id}",
        f"Received by Mailflow: {activity.at}",
        f"Status: {stand(activity)[2]}",
    ]
    if activity.reason:
        lines.append(f"Reason: {activity.reason}" + (f" ({activity.cause})" if activity.cause else ""))
    for step in activity.steps:
        lines.append(f"{step.at[11:23]}  {step.title}: {end(step)[2]}, {took_in_words(step.milliseconds)}")
        lines += [f"    {line}" for line in (step.output or NO_OUTPUT).splitlines()]
    return "\n".join(lines)


def _ordinal(number: int) -> str:
    words = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
    return words.get(number, f"{number}th")
