"""Activity: opening by pointer and keys, filters, what is new, what can be done, and states without messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Activity, ActivityStep, Health, State
from mailflow_gui.core.ledger import TripState
from mailflow_gui.qt.activities import Part, Row
from mailflow_gui.store import _trips
from mailflow_gui.ui import theme
from mailflow_gui.ui.integrations.detail import activity_words as words
from mailflow_gui.ui.integrations.detail.activity_tab import ActivityTab, looked, span
from mailflow_gui.ui.integrations.detail.execution_actions import ExecutionActions
from mailflow_gui.ui.integrations.detail.page import ACTIVITY
from tests.qt.stage import event
from tests.ui.integrations.detail.stand import LEADS, QUIET, Stand


def opened(shown: Stand, qtbot: QtBot, rows: int) -> ActivityTab:
    shown.page.show_integration(LEADS.id, ACTIVITY)
    tab = shown.page.activity
    qtbot.waitUntil(lambda: len(tab._model.activities) == rows and not tab._model.loading)
    return tab


def actions(tab: ActivityTab) -> ExecutionActions:
    place = next(n for n, row in enumerate(tab._model.rows) if row.part is Part.ACTIONS)
    bar = tab.table.indexWidget(tab._model.index(place))
    assert isinstance(bar, ExecutionActions)
    return bar


def all_states(shown: Stand) -> None:
    states = (TripState.DONE, TripState.FILTERED, TripState.HELD, TripState.WAITING, TripState.SKIPPED)
    for number, state in enumerate((*states, TripState.RECEIVED)):
        shown.take(number, state)


def test_a_click_opens_a_message_and_another_closes_it(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    spot = tab.table.visualRect(tab._model.index(5)).center()
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [row.part for row in tab._model.rows[5:]] == [
        Part.EXECUTION,
        Part.HEADING,
        Part.STEP,
        Part.STEP,
        Part.ACTIONS,
    ]
    spot = tab.table.visualRect(tab._model.index(5)).center()
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(tab._model.rows) == 6


def test_keys_open_walk_and_close(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    tab.table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(tab.table, key)
    assert tab.table.currentIndex().row() == 3, "within the steps"
    QTest.keyClick(tab.table, Qt.Key.Key_Left)
    assert (tab.table.currentIndex().row(), len(tab._model.rows)) == (1, 6)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert len(tab._model.rows) > 6


def test_rows_say_everything_to_a_screen_reader(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    said = [tab._model.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(6)]
    assert [text.partition(",")[0] for text in said] == [
        "Under way",
        "Skipped",
        "Waiting",
        "Failed",
        "Filtered out",
        "Successful",
    ]
    assert said[5].endswith("Question 0, Jane Moore, 2 of 2 steps, 400 ms")
    tab.table.toggle(5)
    step = tab._model.index(8).data(Qt.ItemDataRole.AccessibleTextRole)
    assert step.startswith("Send Email, ")
    assert step.endswith(", 382 ms, Success, Sent to jane@example.org (250 OK)")


def test_a_subject_with_markup_is_letters_and_every_row_is_drawn(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    for number in (5, 3, 2):
        tab.table.toggle(number)
    tab.grab()
    shown.page.resize(700, 500)
    tab.grab()


def test_statuses_are_counted_and_filter(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    qtbot.waitUntil(lambda: tab._model.counts.get("held") == 1)
    names = [part.accessibleName() for part in tab.statuses._segments]
    assert names == ["All 6", "Successful 1", "Filtered out 1", "Failed 1"]
    tab.statuses.set_value("held")
    qtbot.waitUntil(lambda: [one.status for one in tab._model.activities] == ["held"])


def test_text_is_searched_and_counts_are_not_claimed(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    tab.search.setText("question 3")
    qtbot.waitUntil(lambda: [one.subject for one in tab._model.activities] == ["Question 3"])
    assert tab.statuses._segments[0].accessibleName() == "All"
    tab.search.setText("nothing like it")
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab._no_match)
    tab.clear_filters()
    qtbot.waitUntil(lambda: len(tab._model.activities) == 6)


def test_a_time_is_chosen(shown: Stand, qtbot: QtBot) -> None:
    shown.take(1, TripState.DONE, age=24 * 9)
    shown.take(2, TripState.DONE)
    tab = opened(shown, qtbot, 2)
    tab.days.setCurrentIndex(tab.days.findData("7"))
    tab.days.activated.emit(tab.days.currentIndex())
    qtbot.waitUntil(lambda: [one.subject for one in tab._model.activities] == ["Question 2"])


def test_spans_of_days() -> None:
    today = date(2026, 11, 24)
    since, until = span("yesterday", today)
    assert (since[:19], until[:19]) == ("2026-11-23T00:00:00", "2026-11-24T00:00:00")
    assert (span("7", today)[0][:10], span("7", today)[1]) == ("2026-11-18", "")
    assert span("", today) == ("", "")


def test_new_ones_wait_behind_a_bar_while_scrolled(shown: Stand, qtbot: QtBot) -> None:
    for number in range(40):
        shown.take(number, TripState.DONE)
    tab = opened(shown, qtbot, 40)
    tab.table.verticalScrollBar().setValue(300)
    for number in (50, 51, 52):
        shown.take(number, TripState.DONE)
        shown.desk.bridge.publish(event(integration=LEADS.id, exchange=f"exchange{number}"))
    qtbot.waitUntil(tab.fresh.isVisible)
    assert tab.fresh.text() == "3 new executions"
    assert tab.table.verticalScrollBar().value() == 300
    tab.fresh.click()
    qtbot.waitUntil(lambda: tab._model.activities[0].subject == "Question 52")
    assert not tab.fresh.isVisible()
    assert tab.table.at_top


@pytest.mark.parametrize("kept", [True, False])
def test_what_can_be_done_depends_on_the_message(
    shown: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    monkeypatch.setattr(_trips, "KEPT", 50 if kept else 0)
    all_states(shown)
    tab = opened(shown, qtbot, 6)
    found = {}
    for number, one in enumerate(tab._model.activities):
        bar = ExecutionActions(one, tab._why_not_again(one))
        found[one.status] = (bar.open.isEnabled(), bar.again.isEnabled(), bar.attention.isHidden(), number)
        bar.deleteLater()
    assert {status: what[:3] for status, what in found.items()} == {
        "in-progress": (True, False, True),
        "skipped": (True, True, True),
        "waiting": (True, False, True),
        "held": (True, False, False),
        "filtered": (kept, kept, True),
        "done": (kept, kept, True),
    }


def test_a_failed_message_leads_to_needs_attention(shown: Stand, qtbot: QtBot) -> None:
    shown.take(1, TripState.HELD)
    tab = opened(shown, qtbot, 1)
    tab.table.toggle(0)
    with qtbot.waitSignal(shown.page.attention_requested) as asked:
        actions(tab).attention.click()
    assert asked.args == ["exchange1"]


@pytest.mark.parametrize(("answer", "rows"), [("Run Again", 2), ("Cancel", 1)])
def test_running_again_asks_first(shown: Stand, qtbot: QtBot, answer: str, rows: int) -> None:
    shown.take(1, TripState.SKIPPED)
    tab = opened(shown, qtbot, 1)
    tab.table.toggle(0)
    actions(tab).again.click()
    box = tab.question
    assert isinstance(box, QMessageBox)
    assert box.text() == "Run again? The message may be sent a second time."
    next(one for one in box.buttons() if one.text() == answer).click()
    qtbot.waitUntil(lambda: len(tab._model.activities) == rows)
    assert len(shown.desk.ledger.activities(LEADS.id)) == rows


def test_details_are_copied_whole(shown: Stand, qtbot: QtBot) -> None:
    shown.take(1, TripState.HELD)
    tab = opened(shown, qtbot, 1)
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab._model.index(0))
    QTest.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert "Execution: exchange1" in text
    assert "Message-ID: <m1@example.org>" in text
    assert "Reason: Recipient refused. (RECIPIENT_REFUSED)" in text
    assert "    550 User unknown\n    Nobody is called so here." in text


def test_long_output_gets_the_lines_it_needs(shown: Stand, qtbot: QtBot) -> None:
    shown.take(1, TripState.HELD)
    tab = opened(shown, qtbot, 1)
    tab.table.toggle(0)
    heights = [tab.table.rowHeight(n) for n, row in enumerate(tab._model.rows) if row.part is Part.STEP]
    assert heights[1] > heights[0]
    assert heights[1] - 2 * theme.current().line_height("body") < heights[0], "two lines, and the room around them"


def test_no_messages_yet_tells_how_often_mailflow_looked(shown: Stand, qtbot: QtBot) -> None:
    contact = "2026-11-24T14:32:05+01:00"
    shown.desk.supervisor.healths[QUIET.id] = Health(State.RUNNING, polls=12, last_contact=contact)
    shown.page.show_integration(QUIET.id, ACTIVITY)
    tab = shown.page.activity
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab._empty)
    assert looked(Health(State.RUNNING, polls=1, last_contact=contact)).startswith("Mailflow looked 1 time, last at ")
    assert looked(Health(State.WAITING, trouble="This computer is offline")) == "This computer is offline."
    assert looked(Health()) == "Messages appear here when the integration is on."


def test_a_message_found_elsewhere_is_opened_here(shown: Stand, qtbot: QtBot) -> None:
    all_states(shown)
    shown.page.show_integration(LEADS.id, ACTIVITY)
    message = next(one for one in shown.desk.ledger.activities(LEADS.id) if one.subject == "Question 1")
    tab = shown.page.activity
    tab.show_message(message)
    qtbot.waitUntil(lambda: bool(tab._model.activities) and tab._model.is_open(tab._model.activities[0]))
    assert [one.subject for one in tab._model.activities] == ["Question 1"]


STEP = ActivityStep("s", "Send Email", "2026-11-24T14:30:00.058+01:00", 389.0, "ok", "")
DONE = Activity("x", "i", "2026-11-24T14:30:12+01:00", "done", "Hello", steps=(STEP,), attempts=0)


@pytest.mark.parametrize(
    ("activity", "steps", "said"),
    [
        (DONE, 1, "1 of 1 steps"),
        (DONE, 0, "1 step"),
        (replace(DONE, attempts=1), 1, "Sent at second attempt"),
        (replace(DONE, attempts=6), 1, "Sent at 7th attempt"),
        (replace(DONE, status="filtered"), 1, "Stopped at Send Email"),
        (replace(DONE, status="filtered", steps=()), 1, "Filtered out"),
        (replace(DONE, status="held"), 1, "Failed at Send Email"),
        (replace(DONE, status="skipped"), 1, "Skipped"),
        (replace(DONE, status="in-progress"), 1, "Under way"),
    ],
)
def test_how_far_it_came_in_words(activity: Activity, steps: int, said: str) -> None:
    assert words.facts(activity, steps).text == said


def test_no_output_is_said() -> None:
    assert words.spoken(Row(Part.STEP, DONE, STEP)) == "Send Email, 14:30:00.058, 389 ms, Success, No output"


def test_the_pointer_beside_the_rows_does_nothing(shown: Stand, qtbot: QtBot) -> None:
    shown.take(1, TripState.DONE)
    tab = opened(shown, qtbot, 1)
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.RightButton, pos=QPoint(50, 20))
    assert len(tab._model.rows) == 1
