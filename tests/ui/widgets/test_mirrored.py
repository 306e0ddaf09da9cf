"""From right to left: what widgets paint themselves changes sides, and where it is clicked it is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui import icons
from mailflow_gui.ui.integrations.detail.header import Tabs
from mailflow_gui.ui.sidebar import Place, PlaceButton
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.widgets.charts import Series, swatch
from mailflow_gui.ui.widgets.charts_card import LegendEntry
from mailflow_gui.ui.widgets.choices import RadioCard
from mailflow_gui.ui.widgets.inputs import SearchField
from mailflow_gui.ui.widgets.labels import Label
from mailflow_gui.ui.widgets.painting import smooth

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def direct(qapp: QApplication, look: Theme) -> Iterator[Callable[[Qt.LayoutDirection], None]]:
    """Sets the direction of the application; from left to right again afterwards."""
    yield qapp.setLayoutDirection
    qapp.setLayoutDirection(LEFT)


def balance(widget: QWidget, size: tuple[int, int]) -> float:
    """Where the ink inside of its edge is: 0 at the left, 1 at the right."""
    widget.resize(*size)
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    image = image.copy(image.rect().adjusted(4, 4, -4, -4))
    ground = QColor(image.pixel(image.width() // 2, image.height() - 1))
    total = weighted = 0.0
    for x in range(image.width()):
        ink = sum(abs(QColor(image.pixel(x, y)).lightness() - ground.lightness()) for y in range(image.height()))
        total, weighted = total + ink, weighted + ink * x
    return weighted / total / image.width()


def _searching() -> QWidget:
    field = SearchField("")
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return field


WIDGETS: dict[str, Callable[[], QWidget]] = {
    "place": lambda: PlaceButton(Place("home", "Home", "home"), "Ctrl+1"),
    "wrapped": lambda: Label("Short words", wrap=True),
    "search": _searching,
    "legend": lambda: LegendEntry(Series("S", "danger")),
    "card": lambda: RadioCard("A", ""),
}


@pytest.mark.parametrize("make", WIDGETS.values(), ids=WIDGETS)
def test_what_is_painted_changes_sides(
    make: Callable[[], QWidget], direct: Callable[[Qt.LayoutDirection], None], qtbot: QtBot
) -> None:
    stands = []
    for direction in (LEFT, RIGHT):
        direct(direction)
        widget = make()
        qtbot.addWidget(widget)
        stands.append(balance(widget, (240, 40)))
    assert stands[0] < 0.45
    assert stands[1] == pytest.approx(1 - stands[0], abs=0.03)


def test_signs_that_point_on_are_turned(direct: Callable[[Qt.LayoutDirection], None]) -> None:
    ink = QColor("black")
    right, check = icons.tinted("chevron-right", ink).toImage(), icons.tinted("check", ink).toImage()
    direct(RIGHT)
    assert icons.tinted("chevron-right", ink).toImage() == right.flipped(Qt.Orientation.Horizontal)
    assert icons.tinted("check", ink).toImage() == check


def test_the_button_to_clear_a_search_stands_at_its_end(
    direct: Callable[[Qt.LayoutDirection], None], qtbot: QtBot
) -> None:
    direct(RIGHT)
    field = SearchField("Find")
    qtbot.addWidget(field)
    field.resize(200, 34)
    field.show()
    assert field._clear.geometry().right() < 40
    assert field.textMargins().left() == 24
    assert field.textMargins().right() == 24


def test_a_tab_is_painted_where_it_is_clicked(direct: Callable[[Qt.LayoutDirection], None], qtbot: QtBot) -> None:
    direct(RIGHT)
    tabs = Tabs(("One", "Two", "Three"))
    qtbot.addWidget(tabs)
    tabs.resize(400, 40)
    tabs.show()
    tabs.setCurrentIndex(0)
    first = tabs.tabRect(0)
    assert first.left() > tabs.tabRect(2).left()
    image = tabs.grab().toImage()
    line = [QColor(image.pixel(x, first.bottom() - 1)).saturation() > 60 for x in range(image.width())]
    painted = [x for x, is_painted in enumerate(line) if is_painted]
    assert painted
    assert first.left() <= painted[0] <= painted[-1] <= first.right()


def test_a_widget_that_keeps_its_direction_paints_as_before(
    direct: Callable[[Qt.LayoutDirection], None], qtbot: QtBot
) -> None:
    """A chart's time goes from left to right everywhere."""
    direct(RIGHT)

    class Chart(QWidget):
        def paintEvent(self, event: object, /) -> None:
            painter = smooth(self)
            swatch(painter, QPointF(0, 10), QColor("red"))
            painter.end()

    chart = Chart()
    chart.setLayoutDirection(LEFT)
    qtbot.addWidget(chart)
    chart.resize(100, 20)
    image = chart.grab().toImage()
    assert QColor(image.pixel(QPoint(4, 10))).name() == "#ff0000"
    chart.setLayoutDirection(RIGHT)
    image = chart.grab().toImage()
    assert QColor(image.pixel(QPoint(95, 10))).name() == "#ff0000"
