"""What Mailflow keeps trying stands on the page, with Retry Now and Skip, and in the counts of window and tray."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.ui import times
from mailflow_gui.ui.attention.page import AttentionPage
from mailflow_gui.ui.theme import Theme
from mailflow_gui.ui.tray import Tray
from mailflow_gui.ui.widgets.list_row import RowHeading
from mailflow_gui.ui.window import MainWindow
from tests.ui.desks import PageDesk
from tests.ui.integrations.workbench import keep_trying, remember

AT = (datetime.now().astimezone() + timedelta(minutes=20)).isoformat()


@pytest.fixture
def tried(page: AttentionPage, desk: PageDesk, qtbot: QtBot) -> AttentionPage:
    """The page with one message that is tried again at AT."""
    one = desk.profiles.profile.integrations[0]
    keep_trying(desk.ledger, one, "Invoice", AT)
    desk.tallies.ask()
    qtbot.waitUntil(lambda: len(page.list.rows) == 1)
    return page


def test_it_says_when_the_next_try_is(tried: AttentionPage) -> None:
    (row,) = tried.list.rows.values()
    assert f"Next at {times.clock_time(AT)} · 451 4.3.0 Later" in row.accessibleName()
    assert tried.detail.retry.text() == "Retry Now"
    assert tried.detail.banner._title.text() == f"Mailflow keeps trying, next at {times.clock_time(AT)}"


def test_it_has_a_heading_of_its_own(tried: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    remember(desk.ledger, desk.profiles.profile.integrations[0], [(timedelta(minutes=1), TripState.HELD, "Lost")])
    desk.attention.ask()
    qtbot.waitUntil(lambda: len(tried.list.rows) == 2)

    def headings() -> set[str]:
        return {one.accessibleName() for one in tried.findChildren(RowHeading) if one.isVisible()}

    expected = {"Mailflow keeps trying, 1 message", "Recipient refused, 1 message"}
    qtbot.waitUntil(lambda: headings() == expected)


def test_retry_now_takes_it_up(tried: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    tried.detail.retry.click()
    qtbot.waitUntil(tried.empty.isVisible)
    assert [one.status for one in desk.ledger.activities()] == ["in-progress"]


def test_skip_by_key(tried: AttentionPage, desk: PageDesk, qtbot: QtBot) -> None:
    (row,) = tried.list.rows.values()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    qtbot.waitUntil(tried.empty.isVisible)
    assert [one.status for one in desk.ledger.activities()] == ["skipped"]


def test_window_and_tray_count_it(tried: AttentionPage, desk: PageDesk, qtbot: QtBot, look: Theme) -> None:
    window = MainWindow(desk.profiles, desk.control, desk.tallies, desk.settings)
    qtbot.addWidget(window)
    tray = Tray(desk.profiles, desk.control, desk.tallies, lambda one, on: None)
    assert window.sidebar.buttons["attention"].accessibleDescription() == "1"
    assert "1 message needs attention" in tray.icon.toolTip()
