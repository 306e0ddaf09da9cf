"""Objects for the connection pages, closed after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mailflow_gui.core.model import Connection, Profile
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
