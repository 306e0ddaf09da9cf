"""History: versions newest first, comparing, going back as a draft, starting an earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.comparison import Change
from mailflow_gui.core.model import Integration, Step
from mailflow_gui.ui.integrations.detail.compare_dialog import ChangeCard, CompareDialog
from mailflow_gui.ui.integrations.detail.history_tab import HistoryTab, VersionRow
from mailflow_gui.ui.integrations.detail.page import DETAILS, HISTORY
from mailflow_gui.ui.widgets.buttons import Button
from tests.ui.integrations.detail.stand import LEADS, Stand

LOG = Step(kind="log", values={"customText": "New lead"}, id="log")


def saved(shown: Stand) -> Integration:
    return shown.desk.profiles.profile.integration_of(LEADS.id)


def publish(shown: Stand, qtbot: QtBot, *steps: Step, note: str = "") -> None:
    task = shown.desk.profiles.publish_integration(replace(saved(shown), draft=steps), note)
    done: list[object] = []
    task.done(done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def tab(shown: Stand, qtbot: QtBot) -> HistoryTab:
    """Two versions: the second one has a Log step more."""
    first, last = LEADS.steps
    publish(shown, qtbot, first, last)
    publish(shown, qtbot, first, LOG, last, note="Writes a line")
    shown.page.show_integration(LEADS.id, HISTORY)
    qtbot.waitUntil(lambda: len(shown.page.history.rows) == 2)
    return shown.page.history


def press(tab: HistoryTab, number: int, text: str) -> None:
    found = tab.rows[number].findChildren(Button)
    next(one for one in found if one.text() == text).click()


def buttons(tab: HistoryTab, number: int) -> list[str]:
    return [one.text() for one in tab.rows[number].findChildren(Button)]


def answer(tab: HistoryTab, text: str) -> None:
    assert isinstance(tab.question, QMessageBox)
    next(one for one in tab.question.buttons() if one.text() == text).click()


def test_versions_newest_first_with_date_and_note(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    assert list(tab.rows) == [2, 1]
    assert tab.rows[2].accessibleName().endswith(" · Writes a line")
    assert buttons(tab, 2) == ["Compare…"]
    assert buttons(tab, 1) == ["Compare…", "Restore as Draft", "Start This Version…"]
    row = tab.rows[2]
    assert isinstance(row, VersionRow)
    assert (row.chip.isHidden(), row.pill.isHidden()) == (False, True)
    shown.page.header.switch.click()
    qtbot.waitUntil(lambda: not tab.rows[2].pill.isHidden())  # type: ignore[attr-defined]


def test_the_version_that_really_runs_is_marked(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    """The newer one could not start: what ran goes on."""
    shown.desk.supervisor.healths[LEADS.id] = Health(State.RUNNING, version=1, refused="The password is missing")
    shown.desk.control.look()
    first, second = tab.rows[1], tab.rows[2]
    assert isinstance(first, VersionRow)
    assert isinstance(second, VersionRow)
    assert (first.pill.isHidden(), second.pill.isHidden(), second.chip.isHidden()) == (False, True, False)


def test_details_know_when_the_version_was_saved(tab: HistoryTab, shown: Stand) -> None:
    shown.page.header.tabs.setCurrentIndex(DETAILS)
    assert shown.page.details.about.values[1].text().startswith("2, saved ")


def test_comparing_tells_what_differs(tab: HistoryTab, shown: Stand) -> None:
    press(tab, 1, "Compare…")
    dialog = tab.dialog
    assert isinstance(dialog, CompareDialog)
    assert (dialog.before.currentText(), dialog.after.currentText()) == ("Version 1", "Version 2")
    cards = [part for part in dialog.parts if isinstance(part, ChangeCard)]
    assert [(card.change.change, card.change.title) for card in cards] == [(Change.ADDED, "Log")]
    dialog.after.setCurrentIndex(dialog.after.findText("Version 1"))
    assert "No difference" in [part.accessibleName() for part in dialog.parts]
    dialog.close()


def test_a_version_is_restored_as_the_draft(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.toast):
        press(tab, 1, "Restore as Draft")
    assert (saved(shown).draft, saved(shown).version) == (LEADS.steps, 2)
    qtbot.waitUntil(lambda: list(tab.rows) == [0, 2, 1])
    assert buttons(tab, 0) == ["Compare…", "Discard…", "Edit", "Start Draft"]


@pytest.mark.parametrize("really", [True, False])
def test_a_draft_is_replaced_only_after_asking(tab: HistoryTab, shown: Stand, qtbot: QtBot, really: bool) -> None:
    work = (LEADS.steps[0], replace(LOG, values={"customText": "Other"}), LEADS.steps[1])
    shown.desk.profiles.save_integration(saved(shown).with_draft(work))
    qtbot.waitUntil(lambda: saved(shown).draft == work and 0 in tab.rows)
    press(tab, 1, "Restore as Draft")
    assert tab.question is not None
    assert tab.question.text() == "Replace the current draft?"
    answer(tab, "Replace Draft" if really else "Cancel")
    if really:
        qtbot.waitUntil(lambda: saved(shown).draft == LEADS.steps)
    else:
        assert saved(shown).draft == work


@pytest.mark.parametrize("really", [True, False])
def test_a_draft_is_discarded_after_asking(tab: HistoryTab, shown: Stand, qtbot: QtBot, really: bool) -> None:
    work = (LEADS.steps[0], Step(kind="template", id="t"), LEADS.steps[1])
    shown.desk.profiles.save_integration(saved(shown).with_draft(work))
    qtbot.waitUntil(lambda: 0 in tab.rows)
    press(tab, 0, "Discard…")
    answer(tab, "Discard Draft" if really else "Cancel")
    if really:
        qtbot.waitUntil(lambda: list(tab.rows) == [2, 1])
    assert (saved(shown).draft, saved(shown).version) == (None if really else work, 2)


def test_an_earlier_version_is_started_as_a_new_one(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    press(tab, 1, "Start This Version…")
    answer(tab, "Start Version")
    qtbot.waitUntil(lambda: list(tab.rows) == [3, 2, 1])
    assert (saved(shown).steps, saved(shown).version, saved(shown).enabled) == (LEADS.steps, 3, True)
    assert ("restart", "Welcome new leads") in shown.desk.supervisor.told
    assert tab.rows[3].accessibleName().endswith(" · Version 1 again")


def test_a_draft_is_started(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    work = (LEADS.steps[0], replace(LOG, values={"customText": "Other"}), LEADS.steps[1])
    shown.desk.profiles.save_integration(saved(shown).with_draft(work))
    qtbot.waitUntil(lambda: 0 in tab.rows)
    press(tab, 0, "Start Draft")
    qtbot.waitUntil(lambda: list(tab.rows) == [3, 2, 1])
    assert (saved(shown).steps, saved(shown).draft, saved(shown).enabled) == (work, None, True)


def test_a_draft_that_is_not_complete_can_not_be_started(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    work = (LEADS.steps[0], Step(kind="template", id="t"), LEADS.steps[1])
    shown.desk.profiles.save_integration(saved(shown).with_draft(work))
    qtbot.waitUntil(lambda: 0 in tab.rows)
    start = next(one for one in tab.rows[0].findChildren(Button) if one.text() == "Start Draft")
    assert (start.isEnabled(), start.toolTip()) == (False, "1 step still needs settings")


def test_before_the_first_start_there_is_only_the_draft(shown: Stand, qtbot: QtBot) -> None:
    shown.page.show_integration("quiet", HISTORY)
    assert list(shown.page.history.rows) == [0]
    with qtbot.waitSignal(shown.page.edit_requested) as asked:
        shown.page.history.rows[0].clicked.emit()
    assert asked.args == ["Quiet", ""]


def test_settings_before_and_after_are_letters_only(tab: HistoryTab, shown: Stand, qtbot: QtBot) -> None:
    first, last = LEADS.steps
    publish(shown, qtbot, first, replace(LOG, values={"customText": "<b>Bold</b>"}), last)
    qtbot.waitUntil(lambda: 3 in tab.rows)
    press(tab, 3, "Compare…")
    assert tab.dialog is not None
    texts = [label.text() for label in tab.dialog.findChildren(QLabel)]
    assert "<b>Bold</b>" in texts
    assert "New lead" in texts
    tab.dialog.close()
