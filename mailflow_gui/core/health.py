"""How a running integration is, in words and facts: for its row, its page, the tray and `mailflow status`. Pure."""

from __future__ import annotations

from datetime import datetime

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.language import later, tr

_WORDS = {
    State.STOPPED: later("Stopped"),
    State.STARTING: later("Starting"),
    State.RUNNING: later("Running"),
    State.WAITING: later("Waiting"),
    State.STOPPING: later("Stopping"),
    State.ATTENTION: later("Needs attention"),
}
#: What is told of the connection, in this order.
FACTS = (later("Last contact"), later("Connected since"), later("Last message"), later("Next poll"))
#: The same within a sentence.
_TOLD = (
    later("last contact {time}"),
    later("connected since {time}"),
    later("last message {time}"),
    later("next poll {time}"),
)


def trouble_in_words(health: Health) -> str:
    """What is wrong with one that is switched on, in a few words; “” when nothing is."""
    if health.state in (State.WAITING, State.ATTENTION):
        return health.trouble.rstrip(". ")
    return health.alarm if health.state is State.RUNNING else ""


def state_in_words(health: Health) -> str:
    """“Running”, “Waiting: The server can't be reached”, “Needs attention: The sign-in has ended”."""
    word = tr(_WORDS[health.state])
    trouble = health.trouble.rstrip(". ")
    said = f"{word}: {trouble}" if trouble and health.state is not State.RUNNING else word
    return f"{said}. {health.alarm}" if health.alarm else said


def explained(health: Health, now: datetime | None = None) -> str:
    """The state with what to do about it, and whether it was started anew."""
    hint = health.hint.rstrip(". ") if health.state is not State.RUNNING else ""
    return ". ".join(one for one in (state_in_words(health), hint, revived_in_words(health, now)) if one)


def in_words(health: Health, now: datetime | None = None) -> str:
    """Everything in a line: state, contact, what comes next, and whether it was started anew."""
    now = now or datetime.now().astimezone()
    told = [tr(text, time=value) for text, value in zip(_TOLD, facts(health, now), strict=True) if value]
    sentences = [state_in_words(health), _capital(", ".join(told)), revived_in_words(health, now)]
    return " ".join(f"{one}." for one in sentences if one)


def facts(health: Health, now: datetime | None = None) -> tuple[str, str, str, str]:
    """The values of FACTS as times of the day, “” for what is not known or does not apply."""
    now = now or datetime.now().astimezone()
    at_work = health.state in (State.RUNNING, State.WAITING, State.STOPPING)
    moments = (health.last_contact, health.connected, health.last_message, health.next_poll if at_work else "")
    first, second, third, fourth = (clock(one, now) for one in moments)
    return first, second, third, fourth


def revived_in_words(health: Health, now: datetime | None = None) -> str:
    """“Started anew at 14:02:11, because it had stopped answering”; “” when that did not happen."""
    return (
        tr("Started anew at {revived}, because it had stopped answering", revived=clock(health.revived, now))
        if health.revived
        else ""
    )


def clock(moment: str, now: datetime | None = None) -> str:
    """The local time of an ISO moment: “14:02:11”, “2026-11-23 14:02:11” on another day, “” for none."""
    if not moment:
        return ""
    at = datetime.fromisoformat(moment).astimezone()
    same = at.date() == (now or datetime.now()).astimezone().date()
    return at.strftime("%H:%M:%S" if same else "%Y-%m-%d %H:%M:%S")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
