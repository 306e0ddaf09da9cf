"""The mapping panel: sources, targets, transformations, condition and preview, by mouse and keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mailflow_gui.core.transformations.table import TRANSFORMATIONS
from mailflow_gui.ui.forms.editors import LineEditor
from mailflow_gui.ui.mapper.delimiter import DelimiterCombo
from mailflow_gui.ui.mapper.page import MapperPage
from mailflow_gui.ui.mapper.panel_parts import PanelBody
from mailflow_gui.ui.widgets.choices import CheckBox
from tests.ui.mapper.conftest import Open
from tests.ui.mapper.stage import settled

ALT = Qt.KeyboardModifier.AltModifier
THREE = [{"Trim": {}}, {"Prepend": {"string": "Re: "}}, {"Uppercase": {}}]


def first(page: MapperPage) -> PanelBody:
    """Selects the first mapping and gives its parts."""
    page.select(page.draft.lines[0].id)
    return page.panel.body


def row(page: MapperPage) -> dict[str, Any]:
    found: dict[str, Any] = page.draft.values()["mappings"][0]
    return found


def one(*chain: Any, **more: Any) -> dict[str, Any]:
    """Settings with one mapping."""
    return {"mappings": [{"from": ["subject"], "to": "subject", "transformations": list(chain), **more}]}


def pick(words: str) -> None:
    """Types into the open chooser and takes the first hit."""
    chooser = QApplication.activePopupWidget()
    assert chooser is not None
    focus = chooser.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)
    QTest.keyClick(focus, Qt.Key.Key_Return)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def names(page: MapperPage) -> list[str]:
    return [next(iter(entry)) for entry in row(page).get("transformations", ())]


def test_a_parameter_is_typed_and_the_preview_follows(opened: Open) -> None:
    page = opened(one({"Prepend": {}}))
    card = first(page).cards[0]
    editor = card.editors["string"]
    assert isinstance(editor, LineEditor)
    QTest.keyClicks(editor.line, "Re: ")
    settled(page)
    assert card is page.panel.body.cards[0], "typing keeps the field"
    assert page.panel.body.preview.texts()[-1] == '"Re: Interested in your product"'
    assert row(page)["transformations"] == [{"Prepend": {"string": "Re: "}}]


def test_the_preview_shows_each_step_by_name(opened: Open) -> None:
    page = opened(one(*THREE))
    texts = first(page).preview.texts()
    assert texts[::2] == ["Source", "1 · Trim", "2 · Prepend", "3 · Uppercase"]
    assert texts[-1] == '"RE: INTERESTED IN YOUR PRODUCT"'


def test_a_transformation_is_added_from_the_list_and_takes_the_focus(opened: Open) -> None:
    page = opened(one())
    first(page).add_transformation.click()
    pick("Append")
    assert names(page) == ["Append"]
    assert page.panel.body.cards[0].isAncestorOf(focused())


def test_alt_down_moves_a_transformation_and_the_focus_with_it(opened: Open) -> None:
    page = opened(one(*THREE))
    first(page).cards[0].focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Down, ALT)
    assert names(page) == ["Prepend", "Trim", "Uppercase"]
    assert page.panel.body.cards[1].isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert names(page) == ["Trim", "Prepend", "Uppercase"]


def test_dragging_the_handle_moves_a_transformation(opened: Open) -> None:
    page = opened(one(*THREE))
    card = first(page).cards[2]
    handle = next(part for part in card.findChildren(QWidget) if part.toolTip().startswith("Drag"))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(8, -100))
    assert names(page)[0] == "Uppercase"


def test_a_removed_transformation_gives_its_focus_to_the_next(opened: Open) -> None:
    page = opened(one(*THREE))
    card = first(page).cards[0]
    card.remove.setFocus()
    card.remove.click()
    assert names(page) == ["Prepend", "Uppercase"]
    assert page.panel.body.cards[0].isAncestorOf(focused())


def test_a_required_parameter_is_marked(opened: Open) -> None:
    page = opened(one({"ReplaceAll": {}}))
    card = first(page).cards[0]
    assert card.is_open
    assert card._rows["match"].problem


def test_an_unknown_transformation_is_kept_and_can_be_removed(opened: Open) -> None:
    page = opened(one({"Sparkle": {"a": 1}}, {"Trim": {}}))
    card = first(page).cards[0]
    assert card.accessibleName() == "Transformation 1: Sparkle"
    card.remove.click()
    assert names(page) == ["Trim"]


@pytest.mark.parametrize("name", sorted(TRANSFORMATIONS))
def test_every_transformation_has_its_form(opened: Open, name: str) -> None:
    page = opened(one({name: {}}))
    assert set(first(page).cards[0].editors) == {one.key for one in TRANSFORMATIONS[name].parameters}


def test_sources_are_added_ordered_and_removed(opened: Open) -> None:
    page = opened(one())
    first(page).add_source.click()
    pick("Email from")
    assert row(page)["from"] == ["subject", "from"]
    page.panel.body.sources[1].name.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert row(page)["from"] == ["from", "subject"]
    assert focused() is page.panel.body.sources[0].name
    page.panel.body.sources[0].remove.click()
    assert row(page)["from"] == ["subject"]


def test_the_text_between_sources(opened: Open) -> None:
    page = opened({"mappings": [{"from": ["subject", "from"], "to": "text"}]})
    combo = first(page).findChild(DelimiterCombo)
    assert combo is not None
    assert combo.currentText() == "Space"
    combo.setCurrentIndex(combo.findData("\n"))
    combo.activated.emit(combo.currentIndex())
    assert row(page)["combine"] == {"delimiter": "\n"}


def test_several_targets_share_the_value_or_its_parts(opened: Open) -> None:
    page = opened(one())
    first(page).add_target.click()
    pick("Email text")
    assert row(page)["to"] == ["subject", "text"]
    box = page.panel.body.findChild(CheckBox)
    assert box is not None
    box.setChecked(True)
    settled(page)
    assert row(page)["split"] == {"delimiter": " "}
    looks = page.board.targets.model_of.looks
    assert (looks["subject"].value, looks["text"].value) == ("Interested", "in")


def test_a_condition_is_added_and_removed(opened: Open) -> None:
    page = opened(one())
    first(page).add_condition.click()
    part = page.panel.body.condition
    assert part is not None
    card = part.rules.cards[0]
    card.field.setCurrentIndex(card.field.findText("Email subject"))
    card.field.activated.emit(card.field.currentIndex())
    QTest.keyClicks(card.keywords, "invoice")
    settled(page)
    assert row(page)["when"] == {"path": "subject", "op": "contains", "value": "invoice"}
    assert page.board.targets.model_of.looks["subject"].value == "Condition does not hold"
    part.remove.click()
    assert "when" not in row(page)


def test_a_condition_may_be_an_expression(opened: Open) -> None:
    page = opened(one(when="subject contains 'Interested'"))
    part = first(page).condition
    assert part is not None
    part.expression.code.setPlainText("subject contain")
    part.expression.code.look()
    assert "line 1, column 9" in (part.expression.row.problem or "")
    part.expression.code.setPlainText("size > 1 MB")
    settled(page)
    assert row(page)["when"] == "size > 1 MB"
    assert page.board.targets.model_of.looks["subject"].value == "Condition does not hold"
    assert part is page.panel.body.condition, "typing keeps the field"


def test_switching_between_rule_and_expression_loses_neither(opened: Open) -> None:
    rule = {"path": "subject", "op": "contains", "value": "x"}
    page = opened(one(when=rule))
    part = first(page).condition
    assert part is not None
    part.kind.set_value("expression")
    part.expression.code.setPlainText("size > 5")
    assert row(page)["when"] == "size > 5"
    part.kind.set_value("rule")
    assert row(page)["when"] == rule


def test_removing_the_mapping_closes_the_panel_and_keeps_the_focus(opened: Open) -> None:
    page = opened(one())
    first(page)
    page.panel.remove.setFocus()
    page.panel.remove.click()
    assert (page.draft.lines, page.panel.isVisible(), page.board.targets.hasFocus()) == ((), False, True)


def test_undo_while_the_panel_is_open_keeps_it(opened: Open) -> None:
    page = opened(one(*THREE))
    first(page).cards[0].remove.click()
    page._undo()
    assert (len(page.panel.body.cards), page.panel.isVisible()) == (3, True)
