"""Times and counts in people's words, by the system's locale. GUI thread."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime


def clock_time(moment: str) -> str:
    """The time of day of an ISO time: 14:02."""
    if not moment:
        return "–"
    at = datetime.fromisoformat(moment).astimezone()
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def ago(moment: str, now: datetime | None = None) -> str:
    """“2 minutes ago” under an hour, then “14:02”, “yesterday, 14:02”, “21 Nov”."""
    if not moment:
        return ""
    now = now or datetime.now().astimezone()
    at = datetime.fromisoformat(moment).astimezone()
    passed = now - at
    if passed < timedelta(minutes=1):
        return "just now"
    if passed < timedelta(hours=1):
        minutes = int(passed.total_seconds() // 60)
        return "1 minute ago" if minutes == 1 else f"{minutes} minutes ago"
    if at.date() == now.date():
        return clock_time(moment)
    if at.date() == (now - timedelta(days=1)).date():
        return f"yesterday, {clock_time(moment)}"
    return QLocale().toString(QDate(at.year, at.month, at.day), "d MMM")


def moment(when: str, now: datetime | None = None) -> tuple[str, str]:
    """A moment in two lines that do not repeat each other: time or date, then how long ago or which day."""
    now = now or datetime.now().astimezone()
    at = datetime.fromisoformat(when).astimezone()
    if timedelta(0) <= now - at < timedelta(hours=1):
        return clock_time(when), ago(when, now)
    if at.date() == now.date():
        return clock_time(when), "today"
    if at.date() == (now - timedelta(days=1)).date():
        return clock_time(when), "yesterday"
    return ago(when, now), clock_time(when)


def pause_words(until: datetime | None) -> str:
    """“Paused until 16:02”, “Paused until tomorrow, 08:00”, or “Paused”."""
    if until is None:
        return "Paused"
    day = "" if until.date() == datetime.now(until.tzinfo).date() else "tomorrow, "
    return f"Paused until {day}{clock_time(until.isoformat())}"


def clock_or_day(moment: str) -> str:
    """The clock time, also for what happened in the last hour, or the day: for lists read as a column of times."""
    said = ago(moment)
    return clock_time(moment) if said.endswith("ago") or said == "just now" else said.partition(",")[0]


def day_and_time(when: str, now: datetime | None = None) -> str:
    """A moment further back: “08:00” today, “yesterday, 08:00”, “23 November, 08:00”, with the year of another year."""
    if not when:
        return ""
    now = now or datetime.now().astimezone()
    at = datetime.fromisoformat(when).astimezone()
    if at.date() == now.date():
        return clock_time(when)
    if at.date() == (now - timedelta(days=1)).date():
        return f"yesterday, {clock_time(when)}"
    return f"{day(when, now)}, {clock_time(when)}"


def day(when: str, now: datetime | None = None) -> str:
    """A day of an ISO time or date: “23 November”, with the year of another year."""
    at = datetime.fromisoformat(when).astimezone()
    same = at.year == (now or datetime.now().astimezone()).year
    return QLocale().toString(QDate(at.year, at.month, at.day), "d MMMM" if same else "d MMMM yyyy")


def exact(moment: str) -> str:
    """The exact time, for tooltips."""
    if not moment:
        return ""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def counted(number: int, one: str, many: str) -> str:
    """“1 message”, “3 messages”."""
    return f"{QLocale().toString(number)} {one if number == 1 else many}"


def long_moment(when: str) -> str:
    """“24 Nov 2026, 14:30”; the text itself when it is no moment."""
    try:
        at = datetime.fromisoformat(when).astimezone()
    except ValueError:
        return when
    return f"{QLocale().toString(QDate(at.year, at.month, at.day), 'd MMM yyyy')}, {clock_time(when)}"
