"""The numbers of the Metrics tab in words: tiles, and the columns of its charts. GUI thread."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from mailflow_gui.core.metrics import Bar, Metrics, Period
from mailflow_gui.core.words import span_in_words
from mailflow_gui.ui import times
from mailflow_gui.ui.widgets.charts import Column

_WHEN = {
    Period.DAY: "the last 24 hours",
    Period.WEEK: "the last 7 days",
    Period.MONTH: "the last 30 days",
}


def facts(metrics: Metrics) -> tuple[tuple[str, str], ...]:
    """The four tiles: each value with its line below."""
    when = _WHEN[metrics.period]
    rest = metrics.messages - metrics.done - metrics.filtered - metrics.failed
    parts = [f"{count(metrics.done)} sent", f"{count(metrics.filtered)} filtered out"]
    parts += [f"{count(rest)} under way or skipped"] if rest else []
    last = metrics.last_processed
    errors = f"in {when}" if metrics.failed else f"none in {when}"
    return (
        (count(metrics.messages), " · ".join(parts) if metrics.messages else f"none in {when}"),
        (count(metrics.failed), errors),
        (times.clock_time(last), times.ago(last) if last else "no message yet"),
        _uptime(metrics, when),
    )


def _uptime(metrics: Metrics, when: str) -> tuple[str, str]:
    if metrics.running_since:
        running = datetime.fromisoformat(metrics.at) - datetime.fromisoformat(metrics.running_since)
        return span_in_words(running.total_seconds()), f"since {times.day_and_time(metrics.running_since)}"
    ran = f"ran {span_in_words(metrics.uptime.total_seconds())} in {when}"
    return "Stopped", ran if metrics.uptime else f"did not run in {when}"


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
        made[-1] = Column("now" if metrics.period.by_hour else "today", last.name, last.values)
    return made


def _short(bar: Bar) -> str:
    return bar.start[11:] or _day(bar, "d MMM")


def _clock(bar: Bar) -> str:
    return f"{bar.start[11:]}:00" if len(bar.start) > 10 else _day(bar, "d MMM")


def _long(bar: Bar) -> str:
    if len(bar.start) == 10:
        return _day(bar, "dddd, d MMMM")
    hour = int(bar.start[11:])
    return f"{_day(bar, 'd MMMM')}, {hour:02}:00–{(hour + 1) % 24:02}:00"


def _day(bar: Bar, form: str) -> str:
    year, month, day = map(int, bar.start[:10].split("-"))
    return QLocale().toString(QDate(year, month, day), form)


def count(number: float) -> str:
    """A whole number, as the system writes it."""
    return QLocale().toString(round(number))


def plain(number: float | None) -> str:
    """A number for a file, with a point."""
    return "" if number is None else f"{number:.1f}"
