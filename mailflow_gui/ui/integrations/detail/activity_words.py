"""A message's trip in words: for the list, for screen readers, for the clipboard. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from PySide6.QtCore import QDate, QLocale

from mailflow_gui.core.activity import Activity, ActivityStep
from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.core.words import took_in_words
from mailflow_gui.qt.activities import Part, Row
from mailflow_gui.ui import times

#: Icon and color role of how a message stands, and the word for it.
STANDS = {
    "done": ("check-circle", "success", later("Successful")),
    "filtered": ("filter", "text2", later("Filtered out")),
    "held": ("error", "danger", later("Failed")),
    "waiting": ("clock", "warning", later("Waiting")),
    "skipped": ("skip", "text2", later("Skipped")),
    "in-progress": ("receive", "info", later("Under way")),
}
#: Icon, color role and word of how a step ended.
ENDS = {
    "ok": ("check", "successText", later("Success")),
    "filtered": ("filter", "text2", later("Filtered out")),
    "failed": ("error", "dangerText", later("Error")),
    "waiting": ("clock", "warningText", later("Waiting")),
}
NO_OUTPUT = later("No output")
#: Characters of an output shown in the list; Copy Details has all of it.
LONGEST = 1000
NO_SUBJECT = later("(no subject)")


@dataclass(frozen=True, slots=True)
class Facts:
    """How far a message came, and the color role of that."""

    text: str
    role: str = "text2"


def stand(activity: Activity) -> tuple[str, str, str]:
    """Icon, color role and word."""
    icon, role, word = STANDS.get(activity.status, STANDS["in-progress"])
    return icon, role, tr(word)


def end(step: ActivityStep) -> tuple[str, str, str]:
    """Icon, color role and word of a step."""
    icon, role, word = ENDS.get(step.status, ENDS["ok"])
    return icon, role, tr(word)


def output(step: ActivityStep) -> str:
    """What a step said, as far as the list shows it."""
    text = step.output or tr(NO_OUTPUT)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def when(activity: Activity, now: datetime | None = None) -> str:
    """The time of day with seconds; before today the day and the time."""
    at = datetime.fromisoformat(activity.at).astimezone()
    now = now or datetime.now().astimezone()
    if at.date() == now.date():
        return f"{at:%H:%M:%S}"
    form = tr("d MMM") if at.year == now.year else tr("d MMM yyyy")
    day = QLocale().toString(QDate(at.year, at.month, at.day), form)
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
            return Facts(tr("Stopped at {title}", title=last) if last else tr("Filtered out"))
        case "held":
            return Facts(tr("Failed at {title}", title=last) if last else tr("Failed"), "dangerText")
        case "waiting":
            return Facts(tr("Next try {time}", time=times.clock_time(activity.next_try)), "warningText")
        case "skipped":
            return Facts(tr("Skipped"))
        case "in-progress":
            return Facts(tr("Under way"))
    if activity.attempts:
        return Facts(_sent_at(activity.attempts + 1))
    count = len({step.step_id for step in activity.steps})
    if steps >= count > 0:
        return Facts(tr("{count} of {all} steps", count=count, all=steps))
    return Facts(trn("{count} step", "{count} steps", count))


def spoken(row: Row, steps: int = 0) -> str:
    """A row as a screen reader says it."""
    one, step = row.activity, row.step
    if step is not None:
        return f"{step.title}, {step.at[11:23]}, {took_in_words(step.milliseconds)}, {end(step)[2]}, {output(step)}"
    match row.part:
        case Part.EXECUTION:
            word, subject = stand(one)[2], one.subject or tr(NO_SUBJECT)
            parts = (word, when(one), subject, person(one.sender), facts(one, steps).text, took(one))
            return ", ".join(part for part in parts if part)
        case Part.HEADING:
            return tr("Step, Time, Duration, Status, Output")
        case Part.MORE:
            return tr("{count} entries in all; only the first are shown", count=len(one.steps))
    return tr("What you can do with it")


def details(activity: Activity, integration: str) -> str:
    """Everything that is known of a trip, to paste somewhere."""
    lines = [
        tr("Integration: {name}, version {version}", name=integration, version=activity.version),
        tr("Execution: {id}", id=activity.exchange),
        tr("Subject: {subject}", subject=activity.subject),
        tr("From: {sender}", sender=activity.sender),
        f"Message-ID: {activity.message_id}",
        tr("Received by Mailflow: {time}", time=activity.at),
        tr("Status: {status}", status=stand(activity)[2]),
    ]
    if activity.reason:
        cause = f" ({activity.cause})" if activity.cause else ""
        lines.append(tr("Reason: {reason}", reason=f"{activity.reason}{cause}"))
    for step in activity.steps:
        lines.append(f"{step.at[11:23]}  {step.title}: {end(step)[2]}, {took_in_words(step.milliseconds)}")
        lines += [f"    {line}" for line in (step.output or tr(NO_OUTPUT)).splitlines()]
    return "\n".join(lines)


def _sent_at(attempt: int) -> str:
    words = {
        2: tr("Sent at second attempt"),
        3: tr("Sent at third attempt"),
        4: tr("Sent at fourth attempt"),
        5: tr("Sent at fifth attempt"),
    }
    return words.get(attempt, tr("Sent at {number}th attempt", number=attempt))
