"""A pause outlives the program; what is damaged is no pause."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from mailflow_gui.qt.pause import Pause

END = datetime(2026, 11, 24, 23, 30).astimezone()


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize("until", [None, END])
def test_it_is_there_again_after_a_restart(tmp_path: Path, until: datetime | None) -> None:
    kept = settings(tmp_path)
    Pause(kept).begin(until)
    kept.sync()
    again = Pause(settings(tmp_path))
    assert (again.on, again.until) == (True, until)
    again.end()
    assert not Pause(settings(tmp_path)).on


def test_it_is_over_at_its_end_and_not_before() -> None:
    pause = Pause()
    pause.begin(END)
    assert not pause.is_over(END - timedelta(seconds=1))
    assert pause.is_over(END)
    pause.begin(None)
    assert not pause.is_over(END + timedelta(days=400))


@pytest.mark.parametrize("kept", ["", "rubbish", "2026-11-24T23:30:00", "2026-99-24"])
def test_what_is_damaged_is_no_pause(tmp_path: Path, kept: str) -> None:
    file = settings(tmp_path)
    file.setValue("pause", kept)
    assert not Pause(file).on
