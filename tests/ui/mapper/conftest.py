"""A data mapper page over real services, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Step
from mailflow_gui.ui.mapper.page import MapperPage
from mailflow_gui.ui.theme import Theme
from tests.ui.integrations.workbench import Workbench
from tests.ui.mapper.stage import SEND, bench_on, give_samples, letters, mapper, settled, surroundings

Open = Callable[..., MapperPage]


@pytest.fixture
def bench(tmp_path: Path, look: Theme) -> Iterator[Workbench]:
    made = bench_on(tmp_path)
    yield made
    made.close()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a widget as a window of the default size, active."""

    def show_widget(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1144, 800)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return show_widget


@pytest.fixture
def opened(bench: Workbench, show: Callable[[QWidget], None]) -> Open:
    """Opens a page with these mappings (the picture's, unless others are given), its values worked out."""

    def open_page(
        values: dict[str, Any] | None = None,
        *,
        before: tuple[Step, ...] = (),
        after: tuple[Step, ...] = (SEND,),
        subjects: tuple[str, ...] = ("Interested in your product", "Opening hours"),
    ) -> MapperPage:
        step = mapper(values)
        around = surroundings(bench, step, before=before, after=after)
        page = MapperPage(step, around, 2)
        give_samples(around, *letters(bench, *subjects))
        show(page)
        return settled(page)

    return open_page
