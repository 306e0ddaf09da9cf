"""The page in a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.ui.theme import Theme
from tests.ui.integrations.detail.stand import Stand, stand


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot, look: Theme) -> Iterator[Stand]:
    made = stand(tmp_path)
    qtbot.addWidget(made.page)
    made.page.resize(984, 800)
    made.page.show()
    qtbot.waitExposed(made.page)
    yield made
    made.close()
