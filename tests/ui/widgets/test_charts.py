"""Charts: round axes, columns chosen by pointer and keys, values told and shown, the same numbers as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui import theme
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.charts import Chart, Column, Series
from mailflow_gui.ui.widgets.charts_axis import labelled, ticks
from mailflow_gui.ui.widgets.charts_card import ChartCard
from mailflow_gui.ui.widgets.charts_kinds import LineChart, ShareBar, StackedBars

SERIES = (Series("Sent", "chartSent"), Series("Failed", "chartFailed"))
HOURS = tuple(Column(f"{n:02}", f"{n:02}:00", (float(n), float(n % 2))) for n in range(12))


@pytest.mark.parametrize(
    ("most", "whole", "expected"),
    [
        (17, True, (0, 5, 10, 15, 20)),
        (520, False, (0, 200, 400, 600)),
        (1, True, (0, 1)),
        (3, True, (0, 1, 2, 3)),
        (9, True, (0, 3, 6, 9)),
        (1000, True, (0, 250, 500, 750, 1000)),
        (0.3, False, (0, 0.1, 0.2, 0.3)),
        (0, True, (0, 1)),
    ],
)
def test_an_axis_has_few_round_lines(most: float, whole: bool, expected: tuple[float, ...]) -> None:
    assert ticks(most, whole=whole) == pytest.approx(expected)


@pytest.mark.parametrize("most", [0.007, 1, 2, 6, 7.3, 11, 99, 101, 12_345, 1e6])
def test_an_axis_holds_its_highest_value_with_little_to_spare(most: float) -> None:
    lines = ticks(most)
    assert 3 <= len(lines) <= 5
    assert most <= lines[-1] * 1.000001
    assert lines[-2] < most


def test_labels_that_would_touch_are_left_out() -> None:
    assert labelled([14.0] * 24, 35) == (0, 3, 6, 9, 12, 15, 18, 21)
    assert labelled([14.0] * 3, 200) == (0, 1, 2)
    assert labelled([38.0] * 24, 17.6, last=True) == (0, 6, 12, 23)
    assert labelled([], 10) == ()


def count(value: float) -> str:
    return f"{value:.0f}"


@pytest.fixture(params=[StackedBars, LineChart])
def chart(request: pytest.FixtureRequest, qtbot: QtBot, look: Theme) -> Chart:
    series = SERIES if request.param is StackedBars else SERIES[:1]
    made: Chart = request.param("Messages per hour", series, count)
    made.resize(600, 180)
    made.set_columns([Column(one.label, one.name, one.values[: len(series)]) for one in HOURS])
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made


def test_arrow_keys_read_the_columns(chart: Chart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("01:00: ")
    assert chart.chosen == 1
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen == 11
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.accessibleDescription() == "12 values. Left and Right read them."


def test_left_begins_with_the_newest(chart: Chart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.chosen == 11


def test_the_pointer_chooses_what_is_below_it(chart: Chart) -> None:
    QTest.mouseMove(chart, QPoint(chart.width() - 8, 60))
    assert chart.chosen == 11
    QTest.mouseMove(chart, QPoint(chart.width() - 8, chart.height() + 60))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.chosen == -1


def test_the_value_box_stays_within_the_chart(chart: Chart) -> None:
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
        edge = theme.color("control")
        picture = chart.grab().toImage()
        columns = [x for x in range(picture.width()) if _run(picture, x, edge) > 20]
        assert len(columns) >= 2, "both sides of the box are drawn"


def _run(picture: object, x: int, color: QColor) -> int:
    return sum(1 for y in range(picture.height()) if picture.pixelColor(x, y) == color)  # type: ignore[attr-defined]


def test_a_chosen_column_stays_chosen_when_numbers_arrive(chart: Chart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Right)
    chart.set_columns(chart.columns[::-1])
    assert chart.columns[chart.chosen].name == "00:00"
    chart.set_columns(())
    assert chart.chosen == -1


def test_without_numbers_it_says_so(chart: Chart) -> None:
    chart.set_columns([Column("00", "00:00", (0.0,) * len(chart.series))])
    assert chart.accessibleDescription() == "No data yet"
    chart.grab()


def test_bars_stand_on_each_other(qtbot: QtBot, look: Theme) -> None:
    chart = StackedBars("Messages", SERIES, count)
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.set_columns([Column("a", "a", (6.0, 2.0)), Column("b", "b", (0.0, 8.0))])
    picture = chart.grab().toImage()
    sent, failed = theme.color("chartSent"), theme.color("chartFailed")
    left, right = range(picture.width() // 2), range(picture.width() // 2 + 20, picture.width())
    tallest = {
        (name, color.name()): max(_run(picture, x, color) for x in side)
        for name, side in (("left", left), ("right", right))
        for color in (sent, failed)
    }
    assert tallest["left", sent.name()] == pytest.approx(3 * tallest["left", failed.name()], abs=6)
    assert tallest["right", sent.name()] == 0
    assert tallest["right", failed.name()] == pytest.approx(
        tallest["left", sent.name()] + tallest["left", failed.name()], abs=4
    )


def test_a_line_has_gaps_where_there_is_no_value(qtbot: QtBot, look: Theme) -> None:
    chart = LineChart("Time", SERIES[:1], count)
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.set_columns([Column(str(n), str(n), (None if n in (2, 3) else 5.0,)) for n in range(6)])
    plot = chart.rect().adjusted(40, 10, -2, -22).toRectF()
    runs = chart._runs(plot, lambda value: value * 10)
    assert [len(points) for points in runs] == [2, 2]
    assert chart.value_lines(chart.columns[2])[0][1] == "–"


def test_a_share_is_as_wide_as_it_says(qtbot: QtBot, look: Theme) -> None:
    bar = ShareBar("chartSent")
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    widths = []
    for share in (0.0, 0.001, 0.5, 2.0):
        bar.set_share(share)
        picture = bar.grab().toImage()
        widths.append(sum(1 for x in range(100) if picture.pixelColor(x, 4) == theme.color("chartSent")))
    assert widths == [0, pytest.approx(8, abs=2), pytest.approx(50, abs=2), pytest.approx(100, abs=2)]


@pytest.fixture
def card(qtbot: QtBot, look: Theme) -> ChartCard:
    chart = StackedBars("Messages per hour", SERIES, count)
    chart.set_columns(HOURS)
    made = ChartCard("Messages per hour", chart, 160)
    qtbot.addWidget(made)
    made.resize(600, 220)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_numbers_are_there_as_a_table(card: ChartCard) -> None:
    card.toggle.click()
    table = card.table
    assert table.isVisible()
    headings = [table.horizontalHeaderItem(n) for n in range(3)]
    assert [one.text() for one in headings if one is not None] == ["Time", "Sent", "Failed"]
    assert [table._text(0, n) for n in range(3)] == ["11:00", "11", "1"]
    assert card.toggle.accessibleName() == "Show as Chart"
    card.toggle.click()
    assert card.chart.isVisible()


def test_a_table_follows_the_chart_and_copies(card: ChartCard) -> None:
    card.toggle.click()
    card.chart.set_columns(HOURS[:2])
    card.refresh()
    card.table.selectAll()
    QTest.keyClick(card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "01:00\t1\t1\n00:00\t0\t0"


def test_the_menu_key_and_a_right_click_ask_for_the_table(card: ChartCard) -> None:
    card.chart.setFocus()
    QTest.keyClick(card.chart, Qt.Key.Key_Menu)
    assert card.table.isVisible()
    focus: QWidget | None = QApplication.focusWidget()
    assert focus is card.table
