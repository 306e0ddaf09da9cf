"""Times in people's words and dates as the language writes them. GUI thread."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from mailflow_gui.core.language import later, tr, trn
from mailflow_gui.qt.control import Control

#: Forms of dates; a language may have its own (“d. MMMM”).
SHORT, SHORT_YEAR = later("d MMM"), later("d MMM yyyy")
LONG, LONG_YEAR = later("d MMMM"), later("d MMMM yyyy")


def in_form(day: date, form: str) -> str:
    """A day in one of the forms above."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr(form))


def clock_time(moment: str) -> str:
    """The time of day of an ISO time: 14:02."""
    return f"{_here(moment):%H:%M}" if moment else "–"


def ago(moment: str, now: datetime | None = None) -> str:
    """“2 minutes ago” under an hour, then “14:02”, “yesterday, 14:02”, “21 Nov”."""
    if not moment:
        return ""
    now = now or datetime.now().astimezone()
    at = _here(moment)
    passed = now - at
    if passed < timedelta(minutes=1):
        return tr("just now")
    if passed < timedelta(hours=1):
        return trn("1 minute ago", "{count} minutes ago", int(passed.total_seconds() // 60))
    if at.date() == now.date():
        return clock_time(moment)
    if at.date() == (now - timedelta(days=1)).date():
        return tr("yesterday, {time}", time=clock_time(moment))
    return in_form(at, SHORT)


def moment(when: str, now: datetime | None = None) -> tuple[str, str]:
    """A moment in two lines that do not repeat each other: time or date, then how long ago or which day."""
    now = now or datetime.now().astimezone()
    at = _here(when)
    if timedelta(0) <= now - at < timedelta(hours=1):
        return clock_time(when), ago(when, now)
    if at.date() == now.date():
        return clock_time(when), tr("today")
    if at.date() == (now - timedelta(days=1)).date():
        return clock_time(when), tr("yesterday")
    return ago(when, now), clock_time(when)


def pause_words(control: Control) -> str:
    """“Paused until 16:02”, “Paused until tomorrow, 08:00”, “Paused on battery”, or “Paused”."""
    until = control.paused_until
    if control.paused_on_battery:
        return tr("Paused on battery")
    if until is None:
        return tr("Paused")
    time = clock_time(until.isoformat())
    if until.date() == datetime.now(until.tzinfo).date():
        return tr("Paused until {time}", time=time)
    return tr("Paused until tomorrow, {time}", time=time)


def clock_or_day(moment: str) -> str:
    """The clock time, also for what happened in the last hour, or the day: for lists read as a column of times."""
    if not moment:
        return ""
    now, at = datetime.now().astimezone(), _here(moment)
    if now - at < timedelta(hours=1) or at.date() == now.date():
        return clock_time(moment)
    return tr("yesterday") if at.date() == (now - timedelta(days=1)).date() else in_form(at, SHORT)


def day_and_time(when: str, now: datetime | None = None) -> str:
    """A moment further back: “08:00” today, “yesterday, 08:00”, “23 November, 08:00”, with the year of another year."""
    if not when:
        return ""
    now = now or datetime.now().astimezone()
    at = _here(when)
    if at.date() == now.date():
        return clock_time(when)
    if at.date() == (now - timedelta(days=1)).date():
        return tr("yesterday, {time}", time=clock_time(when))
    return tr("{day}, {time}", day=day(when, now), time=clock_time(when))


def day(when: str, now: datetime | None = None) -> str:
    """A day of an ISO time or date: “23 November”, with the year of another year."""
    at = _here(when)
    same = at.year == (now or datetime.now().astimezone()).year
    return in_form(at, LONG if same else LONG_YEAR)


def exact(moment: str) -> str:
    """The exact time, for tooltips."""
    return f"{_here(moment):%Y-%m-%d %H:%M:%S}" if moment else ""


def long_moment(when: str) -> str:
    """“24 Nov 2026, 14:30”; the text itself when it is no moment."""
    try:
        at = _here(when)
    except ValueError:
        return when
    return tr("{day}, {time}", day=in_form(at, SHORT_YEAR), time=clock_time(when))


def _here(moment: str) -> datetime:
    """A moment in the time zone of this computer."""
    return datetime.fromisoformat(moment).astimezone()
