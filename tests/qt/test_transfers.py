"""Import and export of the window: what was written comes back, names that are taken get another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.qt.transfers import Transfers
from tests.ui.desks import PageDesk, integration, page_desk, profile

ONE = integration("Welcome new leads", enabled=True)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[PageDesk]:
    made = page_desk(tmp_path, profile(ONE))
    yield made
    made.close()


def test_there_and_back(desk: PageDesk, tmp_path: Path, qtbot: QtBot) -> None:
    transfers, path, done = Transfers(desk.profiles, desk.tasks), tmp_path / "out.mailflow", []
    transfers.write_out(path, (ONE.name,)).done(done.append)
    qtbot.waitUntil(lambda: bool(done))
    told: list[tuple[str, ...]] = []
    transfers.bring_in(path, told.append)
    qtbot.waitUntil(lambda: bool(told))
    names = [one.name for one in desk.profiles.profile.integrations]
    assert names[0] == ONE.name
    assert len(names) == 2
    assert not desk.profiles.profile.integrations[1].enabled, "what comes from a file does not run by itself"
    assert any(names[1] in line for line in told[0])


@pytest.mark.parametrize("text", ["not a profile", "mailflow: 99\n", ""])
def test_a_file_that_is_none_changes_nothing(desk: PageDesk, tmp_path: Path, qtbot: QtBot, text: str) -> None:
    path, before, told = tmp_path / "in.mailflow", desk.profiles.profile, []
    path.write_text(text)
    Transfers(desk.profiles, desk.tasks).bring_in(path, lambda _: None).failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert desk.profiles.profile is before


def test_files_that_can_not_be_read_or_written_are_worded(desk: PageDesk, tmp_path: Path, qtbot: QtBot) -> None:
    transfers, told = Transfers(desk.profiles, desk.tasks), []
    transfers.bring_in(tmp_path / "none.mailflow", lambda _: None).failed(told.append)
    transfers.write_out(tmp_path / "none" / "out.mailflow").failed(told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert {one.title for one in told} == {"The file can't be read", "The file can't be written"}
