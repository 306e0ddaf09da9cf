"""Settings, History and Log: what is kept, choosing for how long, and clearing after a question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.core.retention import Keep
from mailflow_gui.qt.retention import Retention
from mailflow_gui.ui.settings.history import HistorySection
from mailflow_gui.ui.theme import Theme
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE = integration("One")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    days = ((200, TripState.DONE), (20, TripState.DONE), (90, TripState.HELD))
    remember(made.ledger, ONE, [(timedelta(days=age), state, f"{age} days") for age, state in days])
    yield made
    made.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def section(desk: PageDesk, said: list[str], qtbot: QtBot) -> HistorySection:
    def fail(error: Exception) -> None:
        raise error

    made = HistorySection(Retention(desk.ledger, desk.tasks), fail, said.append)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "messages" in made.taken.text.text())
    return made


def test_what_is_kept_and_chosen_is_shown(section: HistorySection) -> None:
    assert "3 messages since" in section.taken.text.text()
    assert (section.days.value, section.most.currentData()) == ("365", 2000)


def test_a_choice_acts_at_once(section: HistorySection, desk: PageDesk, qtbot: QtBot) -> None:
    section.days.set_value("30")
    qtbot.waitUntil(lambda: "2 messages since" in section.taken.text.text())
    assert desk.ledger.keep() == Keep(30, 2000)
    section.most.activated.emit(section.most.findData(500))
    qtbot.waitUntil(lambda: desk.ledger.keep() == Keep(30, 500))


def test_a_number_that_was_set_elsewhere_is_shown(section: HistorySection, desk: PageDesk, qtbot: QtBot) -> None:
    desk.ledger.set_keep(Keep(12, 777))
    section._retention.ask()
    qtbot.waitUntil(lambda: (section.days.value, section.most.currentData()) == ("12", 777))
    assert desk.ledger.keep() == Keep(12, 777)


def test_clear_asks_first_and_leaves_what_needs_attention(
    section: HistorySection, desk: PageDesk, said: list[str], qtbot: QtBot
) -> None:
    section.clear.click()
    box = section.window().findChildren(QMessageBox)[-1]
    assert (box.text(), box.defaultButton().text()) == ("Clear the history of 2 messages?", "Cancel")
    next(one for one in box.buttons() if one.text() == "Clear").click()
    qtbot.waitUntil(lambda: said == ["2 messages removed from the history"])
    assert [one.status for one in desk.ledger.activities()] == ["held"]
    qtbot.waitUntil(lambda: not section.clear.isEnabled() and not section.clear.busy)
