"""A desk with one integration, and the page over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.attention.page import AttentionPage
from mailflow_gui.ui.theme import Theme
from tests.ui.attention.waiting import ONE
from tests.ui.desks import PageDesk, page_desk, profile


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


@pytest.fixture
def page(desk: PageDesk, qtbot: QtBot, look: Theme) -> AttentionPage:
    made = AttentionPage(desk.attention, desk.profiles, desk.letters)
    qtbot.addWidget(made)
    made.resize(844, 600)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(made.isActiveWindow)
    return made
