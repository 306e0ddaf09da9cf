"""Words of the log that a run says. Pure."""

from __future__ import annotations

from mailflow_gui.core.language import tr, trn


def in_words(seconds: int) -> str:
    """A short length of time for people: 30 seconds, 2 minutes, 1 hour."""
    if seconds >= 3600:
        return trn("{count} hour", "{count} hours", round(seconds / 3600))
    if seconds >= 60:
        return trn("{count} minute", "{count} minutes", round(seconds / 60))
    return trn("{count} second", "{count} seconds", seconds)


def polled(count: int, later: int, elsewhere: int) -> str:
    """What a finished poll has found; `later`: what the next ones take, `elsewhere`: what another computer has."""
    if elsewhere:
        theirs = trn(
            "{count} message was taken by another computer.",
            "{count} messages were taken by another computer.",
            elsewhere,
        )
        return f"{polled(count, later, 0)}. {theirs}"
    if not count:
        return tr("Poll finished: no new messages")
    if not later:
        return trn("Poll finished: {count} message", "Poll finished: {count} messages", count)
    return trn(
        "Poll finished: {count} message, {later} more at the next polls",
        "Poll finished: {count} messages, {later} more at the next polls",
        count,
        later=later,
    )


def interrupted(count: int) -> str:
    """What an earlier process left in the instant of delivery."""
    return trn(
        "{count} message was interrupted in the instant of delivery: see Needs Attention",
        "{count} messages were interrupted in the instant of delivery: see Needs Attention",
        count,
    )


def waiting(title: str, seconds: int) -> str:
    """Why a server is not there, and when it is asked again."""
    return tr("{title}. Trying again in {time}.", title=title, time=in_words(seconds))
