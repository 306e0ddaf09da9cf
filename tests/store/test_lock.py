"""Two programs never work on one profile; a killed one is no obstacle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.lock import ProfileLock, door_name


@pytest.mark.parametrize(
    ("door", "hint"),
    [("window", "Use the open window, or close it first."), ("", "“mailflow run” (process {pid})")],
)
def test_a_second_program_is_refused(tmp_path: Path, door: str, hint: str) -> None:
    with ProfileLock(tmp_path / "lock", door), pytest.raises(StoreError) as caught:
        ProfileLock(tmp_path / "lock").acquire()
    assert caught.value.cause == "PROFILE_IN_USE"
    assert hint.format(pid=os.getpid()) in caught.value.hint


def test_released_locks_are_free(tmp_path: Path) -> None:
    with ProfileLock(tmp_path / "lock"):
        pass
    with ProfileLock(tmp_path / "lock"):
        pass


def test_a_killed_program_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from mailflow_gui.store.lock import ProfileLock;"
        "ProfileLock(pathlib.Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read()"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(StoreError):
            ProfileLock(tmp_path / "lock").acquire()
        child.send_signal(signal.SIGKILL)
        child.wait(10)
    with ProfileLock(tmp_path / "lock"):
        pass


def test_who_finds_it_taken_learns_where_to_knock(tmp_path: Path) -> None:
    second = ProfileLock(tmp_path / "lock", "its own")
    with ProfileLock(tmp_path / "lock", "the first one's"):
        assert second.door_of_holder == "the first one's"
    with ProfileLock(tmp_path / "lock"):
        assert second.door_of_holder == "", "a run without a window"


def test_a_directory_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no directory")
    with pytest.raises(StoreError) as caught:
        ProfileLock(tmp_path / "file" / "lock").acquire()
    assert caught.value.cause == "PROFILE_NOT_WRITTEN"


def test_each_person_and_profile_has_a_door_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {door_name(tmp_path / "one"), door_name(tmp_path / "two")}
    assert door_name(tmp_path / "two" / ".." / "one") in names, "one profile, one door"
    if sys.platform != "win32":
        monkeypatch.setattr(os, "getuid", lambda: 12345)
        names.add(door_name(tmp_path / "one"))
        assert len(names) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place")
def test_a_door_stands_in_the_persons_own_directory_when_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as own:  # a short name: the address of a socket has room for about 100 letters
        monkeypatch.setenv("XDG_RUNTIME_DIR", own)
        assert Path(door_name(tmp_path / "profile")).parent == Path(own)
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert len(os.fsencode(door_name(tmp_path / "profile"))) <= 100
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "missing"))
    assert Path(door_name(tmp_path / "profile")).parent == Path(tempfile.gettempdir())
