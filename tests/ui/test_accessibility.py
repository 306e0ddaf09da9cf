"""A screen reader asks for what has just gone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from mailflow_gui.desktop import make_application
from mailflow_gui.ui.widgets.page import PlainScroll


@pytest.mark.parametrize("kind", [QScrollArea, QAbstractScrollArea, PlainScroll])
def test_a_scroll_bar_that_went_away_is_no_child_any_more(qtbot: QtBot, kind: type[QAbstractScrollArea]) -> None:
    """Qt's own answer ended the process (a screen reader counts the children and asks for each)."""
    make_application([])
    area = kind()
    qtbot.addWidget(area)
    if isinstance(area, QScrollArea):
        area.setWidget(QLabel("line\n" * 200))
    area.resize(200, 100)
    area.show()
    told = QAccessible.queryAccessibleInterface(area)
    assert isinstance(told, QAccessibleWidget), "Qt's own: the next question would end the process"
    count = told.childCount()
    assert count >= 1
    assert all(told.child(index) is not None for index in range(count))
    area.hide()
    assert told.child(count) is None
    assert told.role() == QAccessible.Role.Client
