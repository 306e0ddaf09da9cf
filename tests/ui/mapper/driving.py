"""Acting on a data mapper page as a person does: keys where the focus is, drags, clicks on rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Step
from mailflow_gui.ui.mapper.board import Board
from mailflow_gui.ui.mapper.field_list import FieldList
from mailflow_gui.ui.mapper.page import MapperPage

EMPTY: dict[str, Any] = {"mappings": []}
TEMPLATE = Step(kind="template", id="letter", values={"template": "Dear {{message.from}}"})
FILTER = Step(kind="basic-filter", id="filter", values={"rules": [{"path": "subject", "op": "contains", "value": "x"}]})
NONE, LEFT, ALT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def rows(page: MapperPage) -> list[Any]:
    found: list[Any] = page.draft.values()["mappings"]
    return found


def key(page: MapperPage, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Presses keys where the focus is."""
    for one in keys:
        QTest.keyClick(QApplication.focusWidget() or page, one, modifier)


def spoken(fields: FieldList, name: object) -> str:
    """What a screen reader says of a row."""
    index = fields.model_of.index(fields.model_of.places[name])  # type: ignore[index]
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def port(board: Board, side: str, name: object) -> QPoint:
    """The middle of a field's port on the board."""
    at = board.port(side, name)  # type: ignore[arg-type]
    assert at is not None
    return at.toPoint()


def drag(board: Board, start: QPoint, end: QPoint) -> None:
    """Drags with the left button; the widget under the first point gets every event, as from a real pointer."""
    target = board.childAt(start) or board
    while target.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        target = board
    QTest.mousePress(target, LEFT, NONE, target.mapFrom(board, start))
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(target, target.mapFrom(board, start + (end - start) * share))
    QTest.mouseRelease(target, LEFT, NONE, target.mapFrom(board, end))


def click_row(fields: FieldList, name: object, x: int = 40) -> None:
    """Clicks a row."""
    place = fields.visualRect(fields.model_of.index(fields.model_of.places[name]))  # type: ignore[index]
    QTest.mouseClick(fields.viewport(), LEFT, NONE, QPoint(x, place.center().y()))
