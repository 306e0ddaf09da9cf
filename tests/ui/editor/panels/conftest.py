"""A step panel over real services and sample messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Step
from mailflow_gui.ui.editor.panels.base import StepPanel
from mailflow_gui.ui.editor.panels.table import panel_for
from mailflow_gui.ui.theme import Theme
from tests.ui.integrations.workbench import Workbench
from tests.ui.mapper.stage import bench_on, give_samples, letters, surroundings

SUBJECTS = ("Interested in your product", "Delivery failed", "Question about product 118")
Open = Callable[..., Any]


@pytest.fixture
def bench(tmp_path: Path, look: Theme) -> Iterator[Workbench]:
    made = bench_on(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(bench: Workbench, qtbot: QtBot) -> Open:
    """Opens the panel of a step behind `before`, with samples of three subjects."""

    def open_panel(step: Step, *before: Step, subjects: tuple[str, ...] = SUBJECTS) -> StepPanel:
        around = surroundings(bench, step, before=before)
        if subjects:
            give_samples(around, *letters(bench, *subjects))
        panel = panel_for(step, around)
        qtbot.addWidget(panel)
        panel.resize(360, 900)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel

    return open_panel
