"""The filter's panel: rules in, rows out, and what the last messages would do."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Step
from mailflow_gui.core.operators import OPERATORS
from mailflow_gui.ui.editor.panels.basic_filter import BasicFilterPanel
from mailflow_gui.ui.editor.panels.last_messages import Fate, count_words
from tests.ui.editor.panels.conftest import Open
from tests.ui.integrations.workbench import until

PRODUCT = {"path": "subject", "op": "contains", "value": "product"}
TEMPLATE = Step(kind="template", id="letter", values={"template": "Dear {{message.from}}"})
STOPPER = Step(kind="basic-filter", id="other", values={"rules": [{**PRODUCT, "value": "118"}]})


def step(*rules: Any, **values: Any) -> Step:
    return Step(kind="basic-filter", id="filter", values={"rules": list(rules), **values})


def counted(panel: BasicFilterPanel, words: str) -> None:
    until(lambda: panel.result.counts.text() == words, f"“{words}”, only “{panel.result.counts.text()}”")


def test_rules_are_shown_by_their_labels(opened: Open) -> None:
    panel = opened(step(PRODUCT, {"path": "headers.List-Id", "op": "not in", "value": "a, b"}, predicate="OR"))
    cards = panel.rules.cards
    assert [card.field.currentText() for card in cards] == ["Email subject", "headers.List-Id"]
    assert [card.operator.currentText() for card in cards] == ["contains", "not in"]
    assert panel.predicate.currentText() == "ANY of the following"
    assert [card.keywords.text() for card in cards] == ["product", "a, b"]


def test_what_was_read_is_written(opened: Open) -> None:
    values = {"rules": [{**PRODUCT, "note": "by hand"}], "predicate": "OR", "later": 1}
    assert dict(opened(Step(kind="basic-filter", id="f", values=values)).values()) == values


def test_all_fourteen_operators_are_offered_by_their_labels(opened: Open) -> None:
    combo = opened(step()).rules.cards[0].operator
    assert [combo.itemText(place) for place in range(combo.count())] == [one.label for one in OPERATORS.values()]


def test_a_rule_is_typed(opened: Open, qtbot: QtBot) -> None:
    panel = opened(step())
    card = panel.rules.cards[0]
    card.field.setFocus()
    QTest.keyClicks(card.field.lineEdit(), "headers.X-Spam")
    card.operator.setCurrentIndex(card.operator.findData("=="))
    card.operator.activated.emit(card.operator.currentIndex())
    with qtbot.waitSignal(panel.changed):
        QTest.keyClicks(card.keywords, "yes")
    assert panel.values() == {"rules": [{"path": "headers.X-Spam", "op": "==", "value": "yes"}]}


def test_a_label_that_is_typed_means_its_field(opened: Open) -> None:
    panel = opened(step())
    QTest.keyClicks(panel.rules.cards[0].field.lineEdit(), "Email subject")
    assert panel.values()["rules"][0]["path"] == "subject"


def test_fields_of_an_earlier_step_say_which(opened: Open) -> None:
    panel = opened(step({"path": "steps.letter.content", "op": "contains", "value": "Dear"}), TEMPLATE)
    field = panel.rules.cards[0].field
    assert field.currentText() == "Email text (2 · Template)"
    assert field.findData("message.subject") >= 0


def test_rules_are_added_and_removed(opened: Open) -> None:
    panel = opened(step(PRODUCT))
    assert not panel.rules.cards[0].remove.isEnabled(), "one rule stays"
    panel.rules.add.click()
    assert panel.rules.cards[1].isAncestorOf(QApplication.focusWidget())
    panel.rules.cards[0].remove.click()
    assert len(panel.rules.cards) == 1
    assert "rules" not in panel.values() or panel.values()["rules"] == []


def test_the_live_result_counts_and_lists(opened: Open) -> None:
    panel = opened(step(PRODUCT))
    counted(panel, "2 continue, 1 stops here")
    assert panel.result.title.text() == "Last 3 messages"
    assert [row.accessibleName() for row in panel.result.rows][:2] == [
        "Interested in your product, Jane Moore, goes on, 1 of 1 rules match, continue",
        "Delivery failed, Jane Moore, stops here, 1 of 1 rules did not match (subject)",
    ]


def test_the_live_result_follows_the_rules(opened: Open) -> None:
    panel = opened(step(PRODUCT))
    counted(panel, "2 continue, 1 stops here")
    panel.rules.cards[0].keywords.setFocus()
    panel.rules.cards[0].keywords.selectAll()
    QTest.keyClicks(panel.rules.cards[0].keywords, "Delivery")
    counted(panel, "1 continues, 2 stop here")


def test_messages_that_stop_earlier_are_told_apart(opened: Open) -> None:
    counted(opened(step(PRODUCT), STOPPER), "1 continues, 2 stop before")


def test_a_rule_that_is_not_complete_has_no_result(opened: Open) -> None:
    panel = opened(step({**PRODUCT, "value": ""}))
    assert panel.result.note.text() == "Complete the settings above to see what happens."
    assert panel.rules.cards[0].problem.text() == "Type what “contains” compares with."


def test_a_field_that_does_not_exist_is_marked(opened: Open) -> None:
    panel = opened(step({**PRODUCT, "path": "subjekt"}))
    assert "Did you mean “subject”?" in panel.rules.cards[0].problem.text()
    assert panel.rules.cards[0].field.property("problem")


def test_every_control_says_which_rule_it_is_of(opened: Open) -> None:
    card = opened(step(PRODUCT, PRODUCT)).rules.cards[1]
    names = [part.accessibleName() for part in (card.field, card.operator, card.keywords, card.remove)]
    assert names == ["Property Name of rule 2", "Operator of rule 2", "Keywords of rule 2", "Remove Rule 2"]


def test_other_surroundings_offer_other_fields_and_keep_the_rules(opened: Open) -> None:
    panel = opened(step(PRODUCT))
    other = opened(step(PRODUCT), TEMPLATE)
    panel.surround(other.surroundings)
    assert panel.rules.cards[0].field.findText("Email text (2 · Template)") >= 0
    assert panel.values() == {"rules": [PRODUCT]}


@pytest.mark.parametrize(("words", "told"), [
    (("goes on",) * 8 + ("stops here",) * 2, "8 continue, 2 stop here"),
    (("goes on",), "1 continues"),
    (("fails", "stops here"), "0 continue, 1 stops here, 1 fails"),
])  # fmt: skip
def test_counts_in_words(words: tuple[str, ...], told: str) -> None:
    assert count_words([Fate(word, "", "") for word in words]) == told


def test_focus_goes_to_the_first_rule(opened: Open) -> None:
    panel = opened(step())
    panel.focus_field("rules")
    assert QApplication.focusWidget() is panel.rules.cards[0].field
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.rules.cards[0].isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("operator", list(OPERATORS))
def test_a_rule_gets_narrower_again(opened: Open, operator: str) -> None:
    card = opened(step({**PRODUCT, "op": operator})).rules.cards[0]
    card.resize(340, card.height())
    assert card.layout().minimumSize().width() < 320
