"""The panel of Conditional Flows: conditions change, flows keep their ids and their steps."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Flow, Step
from mailflow_gui.ui.editor.panels.conditional_flows import ConditionalFlowsPanel
from tests.ui.editor.panels.conftest import Open
from tests.ui.integrations.workbench import until

INNER = Step(kind="log", id="inner", values={"customText": "x"})


def rule(text: str) -> dict[str, Any]:
    return {"path": "subject", "op": "contains", "value": text}


def step(*flows: Flow) -> Step:
    return Step(kind="conditional-flows", id="choice", flows=flows)


ONE = Flow({"name": "Leads", "rules": [rule("Interested")], "later": 1}, (INNER,), "one")
TWO = Flow({"predicate": "OR", "rules": [rule("failed"), rule("118")]}, (), "two")
REST = Flow({"default": True}, (INNER,), "rest")


def ids(panel: ConditionalFlowsPanel) -> list[str]:
    return [flow.id for flow in panel.flows()]


def answer(panel: ConditionalFlowsPanel, text: str) -> None:
    box = panel.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if one.text() == text).click()


def test_what_was_read_is_written(opened: Open) -> None:
    assert opened(step(ONE, TWO, REST)).flows() == (ONE, TWO, REST)


def test_moving_a_condition_moves_its_flow_with_its_steps(opened: Open) -> None:
    panel = opened(step(ONE, TWO, REST))
    panel.parts[1].up.click()
    assert panel.flows() == (TWO, ONE, REST)
    assert (panel.parts[0].up.isEnabled(), panel.parts[1].down.isEnabled()) == (False, False)
    assert panel.parts[1].title.text() == "Condition 2"


def test_editing_a_condition_keeps_id_steps_and_unknown_keys(opened: Open, qtbot: QtBot) -> None:
    panel = opened(step(ONE))
    keywords = panel.parts[0].rules.cards[0].keywords
    keywords.selectAll()
    with qtbot.waitSignal(panel.changed):
        QTest.keyClicks(keywords, "x")
    flow = panel.flows()[0]
    assert (flow.id, flow.steps, flow.values) == ("one", (INNER,), {**ONE.values, "rules": [rule("x")]})


def test_a_condition_may_have_several_rules_joined_by_or(opened: Open) -> None:
    panel = opened(step(TWO))
    assert panel.parts[0].predicate.currentText() == "ANY of the following"
    assert len(panel.parts[0].rules.cards) == 2


def test_another_condition_is_a_new_flow_before_the_default(opened: Open) -> None:
    panel = opened(step(ONE, REST))
    panel.add.click()
    assert panel.parts[1].isAncestorOf(QApplication.focusWidget())
    assert [flow_id in ("one", "rest") for flow_id in ids(panel)] == [True, False, True]


def test_an_empty_condition_goes_without_a_question_one_with_steps_asks(opened: Open) -> None:
    panel = opened(step(ONE, TWO, REST))
    panel.parts[1].remove.click()
    assert ids(panel) == ["one", "rest"]
    panel.parts[0].remove.click()
    answer(panel, "Keep Condition")
    assert ids(panel) == ["one", "rest"]


def test_a_condition_with_steps_is_removed_after_the_question(opened: Open) -> None:
    panel = opened(step(ONE, TWO))
    panel.parts[0].remove.click()
    answer(panel, "Remove Condition")
    assert ids(panel) == ["two"]


def test_one_condition_stays(opened: Open) -> None:
    panel = opened(step(TWO))
    panel.parts[0].remove.click()
    assert len(panel.parts) == 1
    assert panel.flows()[0].values == {}


def test_the_default_flow_comes_goes_and_keeps_its_id(opened: Open) -> None:
    panel = opened(step(ONE, Flow({"default": True}, (), "rest")))
    panel.otherwise.setChecked(False)
    assert ids(panel) == ["one"]
    panel.otherwise.setChecked(True)
    assert ids(panel) == ["one", "rest"]


def test_a_default_flow_with_steps_asks(opened: Open) -> None:
    panel = opened(step(ONE, REST))
    panel.otherwise.setChecked(False)
    answer(panel, "Keep Flow")
    assert (ids(panel), panel.otherwise.isChecked()) == (["one", "rest"], True)


def test_the_last_messages_say_which_flow_they_take(opened: Open) -> None:
    known = Flow({"name": "Leads", "rules": [rule("Interested")]}, (INNER,))
    panel = opened(step(known, TWO))
    until(lambda: panel.result.counts.text() == "3 continue", "the result")
    assert [row.accessibleName().rpartition(", ")[2] for row in panel.result.rows] == [
        "Takes “Leads”", "Takes “Condition 2”", "Takes “Condition 2”",
    ]  # fmt: skip


def test_a_condition_may_be_an_expression_and_its_rules_are_kept(opened: Open) -> None:
    panel = opened(step(ONE))
    part = panel.parts[0]
    part.kind.set_value("condition")
    part.expression.code.setPlainText("size > 10 kB")
    assert panel.flows()[0].values == {**ONE.values, "condition": "size > 10 kB"}
    part.kind.set_value("rules")
    assert panel.flows() == (ONE,)


def test_a_saved_expression_is_shown(opened: Open) -> None:
    part = opened(step(Flow({"condition": "size >"}, (), "one"))).parts[0]
    assert part.expression.isVisible()
    assert not part.rules.isVisible()
    assert part.expression.row.problem
