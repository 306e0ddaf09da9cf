"""The running window with its Settings page, over a profile of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui import desktop
from mailflow_gui import main as root
from mailflow_gui.cli.program import Options
from mailflow_gui.desktop import Desktop
from mailflow_gui.ui.settings.page import SettingsPage
from mailflow_gui.ui.theme import Theme

Open = Callable[[], Desktop]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def open_program(folder: Path, qtbot: QtBot, look: Theme) -> Iterator[Open]:
    made: list[Desktop] = []

    def open_it() -> Desktop:
        made.append(
            desktop.make_desktop(desktop.make_application(["mailflow"]), root.build(Options(folder, "session")))
        )
        made[-1].shell.start()
        qtbot.waitExposed(made[-1].shell.window)
        made[-1].shell.window.go("settings")
        return made[-1]

    yield open_it
    for one in made:
        assert desktop.end_work(one)


@pytest.fixture
def program(open_program: Open) -> Desktop:
    return open_program()


@pytest.fixture
def page(program: Desktop) -> SettingsPage:
    return program.shell.pages.settings
