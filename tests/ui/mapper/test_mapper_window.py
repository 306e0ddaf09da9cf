"""The data mapper in a real window: one mapping with the mouse's drag, and the same with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.mapper.page import MapperPage
from tests.ui.mapper.conftest import Open
from tests.ui.mapper.stage import settled

pytestmark = pytest.mark.window
GOAL = [{"from": ["from"], "to": "to", "transformations": [{"Prepend": {"string": "x"}}]}]


def press(*keys: Qt.Key) -> None:
    """Presses keys where the focus is, wherever that is."""
    for one in keys:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus is lost"
        QTest.keyClick(focus, one)


def tab_to(name: str) -> None:
    """Tab until a control of this name has the focus."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        if name in (focus.accessibleName(), getattr(focus, "text", str)()):
            return
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to “{name}”")


def type_here(text: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    QTest.keyClicks(focus, text)


def finish(page: MapperPage, qtbot: QtBot) -> list[object]:
    settled(page)
    assert page.board.targets.model_of.looks["to"].value == "xJane Moore <jane.moore@example.org>"
    with qtbot.waitSignal(page.done) as told:
        press_done = page.header.done
        press_done.setFocus()
        press(Qt.Key.Key_Return)
    found: list[object] = told.args[0]["mappings"]
    return found


def test_a_mapping_by_drag(opened: Open, qtbot: QtBot) -> None:
    page = opened({"mappings": []})
    board = page.board
    start, end = board.port("source", "from"), board.port("target", "to")
    assert start is not None
    assert end is not None
    handle = page.windowHandle()
    at = [board.mapTo(page, point.toPoint()) for point in (start, end)]
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[0])
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(handle, at[0] + (at[1] - at[0]) * share)
        qtbot.waitUntil(lambda: board.pull is not None)
    assert board.targets.model_of.looks["cc"].allowed
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[1])
    qtbot.waitUntil(lambda: page.panel.isVisible())
    click(page, page.panel.body.add_transformation.mapTo(page, QPoint(20, 10)))
    type_here("Prepend")
    press(Qt.Key.Key_Return)
    type_here("x")
    assert finish(page, qtbot) == GOAL


def click(page: MapperPage, at: QPoint) -> None:
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_same_mapping_by_keyboard_alone(opened: Open, qtbot: QtBot) -> None:
    page = opened({"mappings": []})
    page.focus_first()
    press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.isVisible())
    tab_to("Add Transformation")
    press(Qt.Key.Key_Return)
    type_here("Prepend")
    press(Qt.Key.Key_Return)
    type_here("x")
    assert finish(page, qtbot) == GOAL
