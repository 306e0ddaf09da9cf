"""Objects for the connection pages, closed after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Connection, Profile
from mailflow_gui.ui.connections.wizard import ConnectionWizard
from mailflow_gui.ui.theme import Theme
from tests.ui.connections.desk import Desk


@pytest.fixture
def make_desk(qapp: QApplication) -> Iterator[Callable[..., Desk]]:
    """Makes desks with these connections, or this profile."""
    made: list[Desk] = []

    def make(*connections: Connection, profile: Profile | None = None) -> Desk:
        made.append(Desk(*connections, profile=profile))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """A desk with an empty profile."""
    return make_desk()


@pytest.fixture
def wizard(qtbot: QtBot, look: Theme, desk: Desk) -> ConnectionWizard:
    """The wizard in a window of its own."""
    made = ConnectionWizard(desk.services)
    qtbot.addWidget(made)
    made.resize(984, 800)
    made.show()
    qtbot.waitExposed(made)
    return made
