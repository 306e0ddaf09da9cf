"""The coach of a first integration: four hints beside what they speak of, by pointer and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.editor.coach import Coach
from mailflow_gui.ui.editor.page import EditorPage

ORDER = ("Messages come in here", "Steps work from top to bottom", "Try it first", "Then switch it on")


@pytest.fixture
def coach(page: EditorPage) -> Coach:
    made = Coach(page)
    made.begin()
    return made


def parts(page: EditorPage) -> list[QWidget]:
    return [page.canvas.cards["receive"], page.canvas.joints[0], page.header.test, page.header.publish]


def place(widget: QWidget, page: EditorPage) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def gone(page: EditorPage) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return page.findChild(Coach) is None


@pytest.mark.parametrize("size", [(1144, 736), (844, 600)])
def test_each_hint_stands_beside_its_part_and_within_the_page(
    coach: Coach, page: EditorPage, size: tuple[int, int], qtbot: QtBot
) -> None:
    page.resize(*size)
    for number, (title, part) in enumerate(zip(ORDER, parts(page), strict=True), 1):
        assert (coach.title.text(), coach.count.text()) == (title, f"{number} of 4")
        assert (coach.accessibleName(), coach.accessibleDescription()) == (title, coach.text.text())
        assert coach.next.hasFocus()
        qtbot.waitUntil(lambda part=part: near(coach, part, page))
        assert page.rect().contains(coach.geometry())
        if number < len(ORDER):
            QTest.keyClick(coach.next, Qt.Key.Key_Return)
    assert coach.next.text() == "Done"
    assert not coach.skip.isVisible()
    QTest.keyClick(coach.next, Qt.Key.Key_Space)
    assert gone(page)
    assert page.canvas.cards["receive"].hasFocus()


def near(coach: Coach, part: QWidget, page: EditorPage) -> bool:
    """They touch, above or below, and overlap from left to right."""
    hint, of = coach.geometry(), place(part, page)
    touches = abs(hint.top() - of.bottom()) <= 2 or abs(hint.bottom() - of.top()) <= 2
    return touches and hint.left() < of.center().x() < hint.right()


def test_it_can_be_skipped(coach: Coach, page: EditorPage) -> None:
    coach.skip.click()
    assert gone(page)


def test_escape_ends_the_hints_before_it_leaves_the_editor(coach: Coach, page: EditorPage, qtbot: QtBot) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    page.canvas.cards["log"].setFocus()
    QTest.keyClick(page.canvas.cards["log"], Qt.Key.Key_Escape)
    assert gone(page)
    assert not left
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert left


def test_it_goes_along_when_the_flow_changes(coach: Coach, page: EditorPage, qtbot: QtBot) -> None:
    coach.advance()
    page.remove("filter")
    qtbot.waitUntil(lambda: near(coach, page.canvas.joints[0], page))
    coach.leave()
    page.undo()
    assert gone(page)
