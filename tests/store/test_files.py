"""The lock between processes and the atomic replacement."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.files import locked, replace_file, sweep


def test_a_second_holder_waits_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with locked(path), pytest.raises(StoreError) as caught, locked(path, 0.1):
        pass
    assert caught.value.cause == "PROFILE_BUSY"
    with locked(path, 0.1):
        pass


def test_a_failed_replacement_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.mkdir()
    with pytest.raises(OSError):
        replace_file(path, b"data")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_sweeping_removes_only_our_own_leftovers(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for name in (".file.1234.tmp", ".other.1234.tmp", "file.tmp"):
        (tmp_path / name).write_text("")
    sweep(path)
    assert sorted(one.name for one in tmp_path.iterdir()) == [".other.1234.tmp", "file.tmp"]
