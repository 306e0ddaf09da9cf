"""The numbers of the Metrics tab in words: tiles, and the columns of its charts. GUI thread."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from mailflow_gui.core.language import later, number, tr
from mailflow_gui.core.metrics import Bar, Metrics, Period
from mailflow_gui.core.words import span_in_words
from mailflow_gui.ui import times
from mailflow_gui.ui.widgets.charts import Column

_WHEN = {
    Period.DAY: later("the last 24 hours"),
    Period.WEEK: later("the last 7 days"),
    Period.MONTH: later("the last 30 days"),
}


def facts(metrics: Metrics) -> tuple[tuple[str, str], ...]:
    """The four tiles: each value with its line below."""
    when = tr(_WHEN[metrics.period])
    rest = metrics.messages - metrics.done - metrics.filtered - metrics.failed
    parts = [tr("{count} sent", count=metrics.done), tr("{count} filtered out", count=metrics.filtered)]
    parts += [tr("{count} under way or skipped", count=rest)] if rest else []
    last = metrics.last_processed
    nothing = tr("none in {when}", when=when)
    errors = tr("in {when}", when=when) if metrics.failed else nothing
    return (
        (count(metrics.messages), " · ".join(parts) if metrics.messages else nothing),
        (count(metrics.failed), errors),
        (times.clock_time(last), times.ago(last) if last else tr("no message yet")),
        _uptime(metrics, when),
    )


def _uptime(metrics: Metrics, when: str) -> tuple[str, str]:
    if metrics.running_since:
        running = datetime.fromisoformat(metrics.at) - datetime.fromisoformat(metrics.running_since)
        since = tr("since {time}", time=times.day_and_time(metrics.running_since))
        return span_in_words(running.total_seconds()), since
    ran = tr("ran {time} in {when}", time=span_in_words(metrics.uptime.total_seconds()), when=when)
    return tr("Stopped"), ran if metrics.uptime else tr("did not run in {when}", when=when)


def message_columns(metrics: Metrics) -> list[Column]:
    """The bars of messages."""
    return [
        Column(_short(bar), _long(bar), (float(bar.done), float(bar.filtered), float(bar.failed)))
        for bar in metrics.bars
    ]


def time_columns(metrics: Metrics) -> list[Column]:
    """The line of times; the last point is now."""
    made = [Column(_clock(bar), _long(bar), (bar.typical,)) for bar in metrics.bars]
    if made:
        last = made[-1]
        made[-1] = Column(tr("now") if metrics.period.by_hour else tr("today"), last.name, last.values)
    return made


def _short(bar: Bar) -> str:
    return bar.start[11:] or _day(bar, tr("d MMM"))


def _clock(bar: Bar) -> str:
    return f"{bar.start[11:]}:00" if len(bar.start) > 10 else _day(bar, tr("d MMM"))


def _long(bar: Bar) -> str:
    if len(bar.start) == 10:
        return _day(bar, tr("dddd, d MMMM"))
    hour = int(bar.start[11:])
    return f"{_day(bar, tr('d MMMM'))}, {hour:02}:00–{(hour + 1) % 24:02}:00"


def _day(bar: Bar, form: str) -> str:
    year, month, day = map(int, bar.start[:10].split("-"))
    return QLocale().toString(QDate(year, month, day), form)


def count(value: float) -> str:
    """A whole number, as the language writes it."""
    return number(round(value))


def plain(value: float | None) -> str:
    """A number for a file, with a point."""
    return "" if value is None else f"{value:.1f}"
