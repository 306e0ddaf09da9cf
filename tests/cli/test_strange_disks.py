"""A profile on a disk that can't be written, and one that belongs to somebody else: told in words, nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mailflow_gui.cli.program import Options
from mailflow_gui.main import build
from tests.cli.test_service import save

ROOT = Path(__file__).parents[2]
SECONDS = 60

#: Mounts a disk of its own (nobody else sees it), fills it, and takes the right to write away.
READ_ONLY = """
set -e
mount -t tmpfs none "$1"
"$2" -c 'import sys, pathlib; from tests.cli.test_strange_disks import fill; fill(pathlib.Path(sys.argv[1]))' "$1"
mount -o remount,ro "$1"
shift 2
exec "$@"
"""
_MAY_MOUNT = (
    sys.platform.startswith("linux")
    and shutil.which("unshare") is not None
    and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
)


def fill(disk: Path) -> None:
    """A profile that worked before."""
    save(disk / "profile", One=True)
    from mailflow_gui.store.ledger import SqliteLedger

    SqliteLedger(build(Options(disk / "profile", "session")).paths.ledger).close()


def on_a_read_only_disk(disk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `mailflow …` on a profile there."""
    program = [sys.executable, "-m", "mailflow_gui", "--profile", str(disk / "profile"), "--vault", "session"]
    command = ["unshare", "-m", "sh", "-c", READ_ONLY, "sh", str(disk), sys.executable, *program, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS)


read_only = pytest.mark.skipif(not _MAY_MOUNT, reason="needs Linux and the right to mount")


@read_only
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "The profile directory can't be written"),
        (("--background",), "The profile directory can't be written"),
        (("run", "--once"), "The profile directory can't be written"),
        (("start", "One"), "The profile could not be saved"),
        (("activity",), "Mailflow can't write its records"),
    ],
)
def test_what_would_write_says_why_it_does_not(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = on_a_read_only_disk(tmp_path, *arguments)
    assert done.returncode == 1, done.stderr
    assert words in done.stderr
    assert "Read-only file system" in done.stderr or "unable to open database file" in done.stderr
    assert "Traceback" not in done.stderr


@read_only
def test_what_only_reads_the_profile_works(tmp_path: Path) -> None:
    done = on_a_read_only_disk(tmp_path, "list")
    assert (done.returncode, "One" in done.stdout) == (0, True), done.stderr


#: Becomes another user once everything is loaded, then tries to use the profile.
ANOTHER = """
import os, sys
from pathlib import Path
from mailflow_gui.core.errors import StoreError
from mailflow_gui.store.ledger import SqliteLedger
from mailflow_gui.store.library import YamlLibrary
from mailflow_gui.store.lock import ProfileLock
profile = Path(sys.argv[1])
os.setgroups([]), os.setgid(65534), os.setuid(65534)
for act in (
    lambda: ProfileLock(profile / "running.lock").acquire(),
    lambda: YamlLibrary(profile / "profile.yaml").load(),
    lambda: SqliteLedger(profile / "ledger.sqlite"),
):
    try:
        act()
        print("used")
    except StoreError as error:
        print(error.cause)
"""


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs root to become another user")
def test_another_user_can_not_use_a_profile_and_is_told(tmp_path: Path) -> None:
    fill(tmp_path)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # so that it is the profile that refuses
    done = subprocess.run(
        [sys.executable, "-c", ANOTHER, str(tmp_path / "profile")],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=SECONDS,
    )  # fmt: skip
    assert done.stdout.split() == ["PROFILE_NOT_WRITTEN", "PROFILE_UNREADABLE", "STORE_UNUSABLE"], done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_nobody_else_may_enter_a_profile_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        fill(tmp_path)
    finally:
        os.umask(before)
    profile = tmp_path / "profile"
    assert profile.stat().st_mode & 0o077 == 0
    assert {one.name: oct(one.stat().st_mode & 0o077) for one in profile.iterdir() if one.stat().st_mode & 0o077} == {}
