"""The sidebar: names for screen readers, badge, rail, current place."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.sidebar import Sidebar
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.window import PLACES, SETTINGS


@pytest.fixture
def sidebar(qtbot: QtBot, look: Theme) -> Sidebar:
    made = Sidebar(PLACES, SETTINGS)
    qtbot.addWidget(made)
    made.resize(216, 700)
    made.show()
    return made


def test_every_place_has_its_name_and_shortcut(sidebar: Sidebar) -> None:
    said = {one.accessibleName(): one.toolTip() for one in sidebar.buttons.values()}
    keys = {place.title: f"Ctrl+{number}" for number, place in enumerate(PLACES, 1)}
    assert said == {**keys, "Settings": "Ctrl+,"}


def test_the_badge_is_said_and_hidden_at_zero(sidebar: Sidebar) -> None:
    button = sidebar.buttons["attention"]
    empty = button.grab().toImage()
    button.set_badge(120)
    assert (button.accessibleDescription(), button.grab().toImage() != empty) == ("120", True)
    button.set_badge(0)
    assert (button.accessibleDescription(), button.grab().toImage() == empty) == ("", True)


def test_the_rail_keeps_names_as_tooltips(sidebar: Sidebar) -> None:
    sidebar.buttons["attention"].set_badge(3)
    sidebar.set_rail(True)
    assert sidebar.width() == 56
    assert sidebar.buttons["attention"].toolTip() == "Needs Attention, 3 (Ctrl+4)"
    assert not sidebar.pause.isVisible()


def test_a_click_chooses_and_only_the_current_place_is_marked(sidebar: Sidebar) -> None:
    spy = QSignalSpy(sidebar.chosen)
    sidebar.buttons["log"].click()
    assert spy.at(0) == ["log"]
    sidebar.set_current("log")
    assert [id for id, one in sidebar.buttons.items() if one.isChecked()] == ["log"]
    sidebar.set_current("elsewhere")
    assert not any(one.isChecked() for one in sidebar.buttons.values())


def test_the_status_is_said_on_the_rail_too(sidebar: Sidebar) -> None:
    sidebar.set_status("Paused", "0 of 3 integrations on", role="warning", paused=True)
    assert sidebar._dot.accessibleName() == "Paused. 0 of 3 integrations on"
    assert sidebar.pause.accessibleName() == "Resume"


def test_the_search_button_keeps_its_name_on_the_rail(sidebar: Sidebar) -> None:
    spy = QSignalSpy(sidebar.search_requested)
    assert sidebar.search._keys.text() == "Ctrl K"
    sidebar.set_rail(True)
    assert (sidebar.search._keys.isVisible(), sidebar.search.accessibleName()) == (False, "Search")
    sidebar.search.click()
    assert spy.count() == 1
