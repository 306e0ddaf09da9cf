"""The window's door: it hears one word from its own user, and nothing else does anything."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.qt.door import CALLERS, Door, knock
from mailflow_gui.store.lock import door_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="raw sockets of POSIX")


@pytest.fixture
def name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return door_name(tmp_path / "profile")


@pytest.fixture
def door(name: str, qtbot: QtBot) -> Iterator[Door]:
    made = Door(name)
    assert made.open()
    yield made
    made.close()


@pytest.fixture
def shown(door: Door) -> list[str]:
    heard: list[str] = []
    door.show_requested.connect(heard.append)
    return heard


KNOCK = "import sys; from mailflow_gui.qt.door import knock; sys.exit(0 if knock(*sys.argv[1:]) else 1)"


def ask(qtbot: QtBot, call: Callable[[], object]) -> object:
    """Calls on another thread while the door answers on this one."""
    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(call()))
    thread.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    thread.join()
    return answers[0]


def knocked(qtbot: QtBot, name: str, word: str) -> bool:
    """Whether another process that knocks is understood."""
    done = ask(qtbot, lambda: subprocess.run([sys.executable, "-c", KNOCK, name, word], timeout=20))
    assert isinstance(done, subprocess.CompletedProcess)
    return done.returncode == 0


def say(name: str, words: bytes) -> bytes:
    """What the door answers to raw bytes, until it hangs up."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(10)
        line.connect(name)
        try:
            line.sendall(words)
            return line.recv(100)
        except (BrokenPipeError, ConnectionResetError):
            return b""


def test_show_is_heard_and_answered(door: Door, name: str, shown: list[str], qtbot: QtBot) -> None:
    assert knocked(qtbot, name, "show")
    assert shown == [""]


def test_the_right_to_the_focus_comes_along(door: Door, name: str, shown: list[str], qtbot: QtBot) -> None:
    assert knocked(qtbot, name, "show kwin-7/8_TIME1")
    assert shown == ["kwin-7/8_TIME1"]


def test_a_background_start_shows_nothing(door: Door, name: str, shown: list[str], qtbot: QtBot) -> None:
    assert knocked(qtbot, name, "hello")
    assert shown == []


@pytest.mark.parametrize("token", ["a b", "x" * 201, "a\nquit", "tab\t"])
def test_a_strange_token_is_left_out(door: Door, name: str, shown: list[str], qtbot: QtBot, token: str) -> None:
    assert knocked(qtbot, name, f"show {token}")
    assert shown == [""]


@pytest.mark.parametrize(
    "words",
    [
        b"quit\n",
        b"SHOW\n",
        b"show  \x00\n",
        b"show a b\n",
        b"\n",
        b"show" + b" " * 5 + b"x\n",
        b"show " + b"x" * 300 + b"\n",
    ],
)
def test_the_unknown_is_ignored(door: Door, name: str, shown: list[str], qtbot: QtBot, words: bytes) -> None:
    assert ask(qtbot, lambda: say(name, words)) == b""
    assert shown == []


def test_a_megabyte_of_garbage_is_cut_off(door: Door, name: str, shown: list[str], qtbot: QtBot) -> None:
    assert ask(qtbot, lambda: say(name, os.urandom(1 << 20).replace(b"\n", b"x"))) == b""
    assert shown == []
    assert knocked(qtbot, name, "show")


def test_silent_callers_do_not_lock_others_out(door: Door, name: str, qtbot: QtBot) -> None:
    lines = [socket.socket(socket.AF_UNIX) for _ in range(CALLERS)]
    try:
        for line in lines:
            line.connect(name)
        qtbot.waitUntil(lambda: len(door._callers) == CALLERS)
        assert not knocked(qtbot, name, "show"), "too many at a time"
        qtbot.waitUntil(lambda: not door._callers)
        assert knocked(qtbot, name, "show")
    finally:
        for line in lines:
            line.close()


def test_nobody_is_there(name: str) -> None:
    assert knock(name, "show") is False


def test_a_closed_door_is_gone(name: str, door: Door) -> None:
    door.close()
    assert knock(name, "show") is False
    assert not Path(name).exists()


def test_what_a_killed_program_left_is_no_obstacle(name: str, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(name)
    assert Path(name).exists()
    assert knock(name, "show") is False
    again = Door(name)
    assert again.open()
    assert knocked(qtbot, name, "show")
    again.close()


def test_only_its_owner_may_connect(door: Door, name: str) -> None:
    assert Path(name).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs root to become another user")
def test_another_user_gets_no_hearing(name: str, door: Door, shown: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # so that it is the socket that refuses
    code = "import os, socket, sys; os.setuid(65534); socket.socket(socket.AF_UNIX).connect(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True)
    assert "PermissionError" in done.stderr
    assert shown == []


def test_a_socket_of_somebody_else_is_not_asked(name: str, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert knock(name, "show") is False
