"""Preferences in the window: they act at once, the newest is what is written, a failure takes them back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.preferences import Preferences
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.preferences import PreferencesFile


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.wait()


def test_a_change_acts_at_once_and_is_written(tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> None:
    file = PreferencesFile(tmp_path / "preferences.yaml")
    kept = KeptPreferences(file, tasks)
    kept.load()
    with qtbot.waitSignal(kept.changed, timeout=0, raising=False) as told:
        task = kept.set(theme="dark")
    assert (told.signal_triggered, kept.now.theme) == (True, "dark")
    done: list[Preferences] = []
    task.done(done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert file.load() == (Preferences(theme="dark"), ())


def test_of_many_changes_the_last_one_stays(tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> None:
    file = PreferencesFile(tmp_path / "preferences.yaml")
    kept = KeptPreferences(file, tasks)
    for mode in ("dark", "light") * 10:
        kept.set(theme=mode)
    kept.set(density="compact")
    assert tasks.wait()
    assert file.load() == (Preferences(theme="light", density="compact"), ())


def test_what_can_not_be_written_is_taken_back(tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> None:
    (tmp_path / "taken").touch()
    kept = KeptPreferences(PreferencesFile(tmp_path / "taken" / "preferences.yaml"), tasks)
    failed: list[Exception] = []
    kept.set(theme="dark").failed(failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert kept.now == Preferences()
