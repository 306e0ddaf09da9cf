"""Decisions about held messages reach the ledger, and the list follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE = integration("One")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    remember(made.ledger, ONE, [(timedelta(minutes=n), TripState.HELD, f"Message {n}") for n in range(1, 4)])
    with qtbot.waitSignal(made.attention.changed):
        made.attention.ask()
    yield made
    made.close()


def test_skip_and_retry(desk: PageDesk, qtbot: QtBot) -> None:
    first, *others = desk.attention.messages
    desk.attention.skip(first)
    qtbot.waitUntil(lambda: len(desk.attention.messages) == 2)
    assert {one.status for one in desk.ledger.activities() if one.exchange == first.exchange} == {"skipped"}
    desk.attention.retry(*others)
    qtbot.waitUntil(lambda: desk.attention.messages == [])


def test_questions_meanwhile_are_asked_once_more_and_not_lost(desk: PageDesk, qtbot: QtBot) -> None:
    for _ in range(5):
        desk.attention.ask()
    message = desk.attention.messages[0]
    desk.ledger.skip(message.exchange)
    desk.attention.ask()
    qtbot.waitUntil(lambda: len(desk.attention.messages) == 2)


def test_nothing_changed_is_not_told(desk: PageDesk, qtbot: QtBot) -> None:
    told: list[int] = []
    desk.attention.changed.connect(lambda: told.append(1))
    desk.attention.ask()
    qtbot.waitUntil(lambda: not desk.attention._asking.under_way)
    assert told == []
