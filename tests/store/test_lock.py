"""Two programs never work on one profile; a killed one is no obstacle."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.lock import ProfileLock


def test_a_second_program_is_refused(tmp_path: Path) -> None:
    with ProfileLock(tmp_path / "lock"), pytest.raises(StoreError) as caught:
        ProfileLock(tmp_path / "lock").acquire()
    assert caught.value.cause == "PROFILE_IN_USE"


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
