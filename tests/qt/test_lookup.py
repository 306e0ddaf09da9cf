"""Messages by what their subject or sender holds; only the last text counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.ledger import TripState
from mailflow_gui.qt.lookup import SHOWN, Lookup
from tests.ui.desks import PageDesk, integration, page_desk, profile
from tests.ui.integrations.workbench import remember

ONE = integration("One")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    past = [(timedelta(minutes=20 - n), TripState.HELD, f"Invoice {n}") for n in range(8)]
    remember(made.ledger, ONE, [*past, (timedelta(0), TripState.HELD, "Holiday")])
    yield made
    made.close()


def test_the_newest_that_hold_the_text(desk: PageDesk, qtbot: QtBot) -> None:
    lookup = Lookup(desk.ledger, desk.tasks)
    with qtbot.waitSignal(lookup.found):
        lookup.ask("invoice")
    assert [one.subject for one in lookup.messages] == [f"Invoice {n}" for n in (7, 6, 5, 4, 3)]
    assert len(lookup.messages) == SHOWN


def test_typing_on_leaves_the_older_question_unanswered(desk: PageDesk, qtbot: QtBot) -> None:
    lookup = Lookup(desk.ledger, desk.tasks)
    answers: list[list[str]] = []
    lookup.found.connect(lambda: answers.append([one.subject for one in lookup.messages]))
    for text in ("i", "in", "holi"):
        lookup.ask(text)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [["Holiday"]]


def test_no_text_no_messages(desk: PageDesk, qtbot: QtBot) -> None:
    lookup = Lookup(desk.ledger, desk.tasks)
    with qtbot.waitSignal(lookup.found):
        lookup.ask("holi")
    lookup.ask("")
    assert lookup.messages == ()
    assert not lookup._asking.under_way
