"""Metrics: tiles, charts by hour and by day, times of the steps, and the export."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.metrics import Bar, Metrics, Period
from mailflow_gui.ui.integrations.detail.metrics_tab import MetricsTab
from mailflow_gui.ui.integrations.detail.metrics_words import facts, message_columns, time_columns
from mailflow_gui.ui.integrations.detail.page import METRICS
from tests.ui.integrations.detail.stand import LEADS, QUIET, Stand


def opened(shown: Stand, qtbot: QtBot, id: str = LEADS.id) -> MetricsTab:
    shown.page.show_integration(id, METRICS)
    tab = shown.page.metrics
    qtbot.waitUntil(lambda: tab._meter.numbers is not None)
    return tab


def filled(shown: Stand) -> None:
    shown.take(12, TripState.DONE, age=24 * 20)
    for number in range(6):
        shown.take(number, TripState.DONE, age=number / 100)
    shown.take(10, TripState.FILTERED)
    shown.take(11, TripState.HELD)


def test_the_tiles(shown: Stand, qtbot: QtBot) -> None:
    filled(shown)
    tab = opened(shown, qtbot)
    values = [(tile.value.text(), tile.note.text()) for tile in tab.tiles]
    assert values[0] == ("8", "6 sent · 1 filtered out")
    assert values[1] == ("1", "in the last 24 hours")
    assert values[2][1] == "just now"
    assert values[3] == ("Stopped", "did not run in the last 24 hours")


def test_another_period_asks_again(shown: Stand, qtbot: QtBot) -> None:
    filled(shown)
    tab = opened(shown, qtbot)
    tab.periods.set_value("30")
    qtbot.waitUntil(lambda: tab.tiles[0].value.text() == "9")
    assert tab.messages.title.text() == "Messages per day"
    assert len(tab.messages.chart.columns) == 30


def test_steps_with_their_share_of_the_time(shown: Stand, qtbot: QtBot) -> None:
    filled(shown)
    tab = opened(shown, qtbot)
    assert tab.steps.rows == [("Receive Email", "18 ms"), ("Send Email", "382 ms")]
    assert tab.took.note.text() == "on average 400 ms"


def test_without_messages_the_charts_say_so(shown: Stand, qtbot: QtBot) -> None:
    tab = opened(shown, qtbot, QUIET.id)
    assert tab.messages.chart.accessibleDescription() == "No data yet"
    assert [tile.value.text() for tile in tab.tiles] == ["0", "0", "–", "Stopped"]
    assert tab.steps.rows == [("Receive Email", "–"), ("Send Email", "–")]
    tab.grab()


def test_the_numbers_of_another_integration_do_not_stay(shown: Stand, qtbot: QtBot) -> None:
    filled(shown)
    tab = opened(shown, qtbot)
    shown.page.show_integration(QUIET.id, METRICS)
    qtbot.waitUntil(lambda: tab.tiles[0].value.text() == "0")


def test_the_export_has_a_row_for_each_bar(shown: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    filled(shown)
    tab = opened(shown, qtbot)
    with qtbot.waitSignal(tab.toast) as told:
        tab.export_to(tmp_path / "metrics.csv")
    assert told.args == ["Exported to metrics.csv"]
    lines = (tmp_path / "metrics.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert lines[0] == "Time,Sent,Filtered out,Failed,Milliseconds per message"
    assert len(lines) == 25
    with qtbot.waitSignal(tab.toast) as told:
        tab.export_to(tmp_path / "nowhere" / "metrics.csv")
    assert told.args[0].startswith("Nothing was exported. ")


def metrics(period: Period, **values: object) -> Metrics:
    at = datetime(2026, 11, 24, 14, 32).astimezone()
    return Metrics(period, at.isoformat(), **values)  # type: ignore[arg-type]


def test_uptime_in_words() -> None:
    since = (datetime(2026, 11, 24, 14, 32).astimezone() - timedelta(hours=30)).isoformat()
    assert facts(metrics(Period.DAY, running_since=since))[3][0] == "1 d 6 h"
    stopped = facts(metrics(Period.WEEK, uptime=timedelta(hours=5)))[3]
    assert stopped == ("Stopped", "ran 5 h in the last 7 days")


@pytest.mark.parametrize(
    ("period", "start", "label", "name", "below"),
    [
        (Period.DAY, "2026-11-24T23", "23", "24 November, 23:00–00:00", "now"),
        (Period.MONTH, "2026-11-24", "24 Nov", "Tuesday, 24 November", "today"),
    ],
)
def test_columns_by_hour_and_by_day(period: Period, start: str, label: str, name: str, below: str) -> None:
    made = metrics(period, bars=(Bar(start, 2, 1, 0, 800.0),))
    (column,) = message_columns(made)
    assert (column.label, column.name, column.values) == (label, name, (2.0, 1.0, 0.0))
    assert [(one.label, one.values) for one in time_columns(made)] == [(below, (400.0,))]
