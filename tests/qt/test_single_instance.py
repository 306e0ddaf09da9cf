"""Who takes the profile, who knocks, who is told that it is in use."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.qt import door, single_instance
from mailflow_gui.qt.single_instance import enter
from mailflow_gui.store.lock import ProfileLock


@pytest.fixture
def knocks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []

    def knock(name: str, word: str) -> bool:
        heard.append(f"{name}: {word}")
        return True

    monkeypatch.setattr(door, "knock", knock)
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    return heard


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], ProfileLock]:
    return lambda name: ProfileLock(tmp_path / "running.lock", name)


def test_the_first_gets_the_lock(make: Callable[[str], ProfileLock], knocks: list[str]) -> None:
    lock = make("door")
    assert enter(lock, background=False) is True
    assert knocks == []
    with lock, pytest.raises(StoreError):
        make("another").acquire()


def test_the_second_knocks_at_the_first_ones_door(
    make: Callable[[str], ProfileLock], knocks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with make("first door"):
        assert enter(make("its own"), background=False) is False
        assert enter(make("its own"), background=True) is False
        monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "abc")
        assert enter(make("its own"), background=False) is False
    assert knocks == ["first door: show", "first door: hello", "first door: show abc"]


def test_a_program_without_a_window_is_told(
    make: Callable[[str], ProfileLock], knocks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_GLANCE", 0.0)
    with make(""), pytest.raises(StoreError, match="already running"):
        enter(make("door"), background=False)
    assert knocks == []


def test_one_that_only_glanced_is_waited_for(make: Callable[[str], ProfileLock], knocks: list[str]) -> None:
    glance = make("")
    glance.acquire()
    threading.Timer(0.2, glance.release).start()
    lock = make("door")
    assert enter(lock, background=False) is True
    lock.release()


def test_one_that_ends_is_waited_for(make: Callable[[str], ProfileLock], monkeypatch: pytest.MonkeyPatch) -> None:
    first, knocks = make("door"), 0

    def knock(name: str, word: str) -> bool:
        nonlocal knocks
        knocks += 1
        if knocks == 2:
            first.release()
        return False

    monkeypatch.setattr(door, "knock", knock)
    first.acquire()
    lock = make("door")
    assert enter(lock, background=False) is True
    lock.release()


def test_one_that_hangs_is_told_in_the_end(make: Callable[[str], ProfileLock], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "knock", lambda *_: False)
    with make("door"), pytest.raises(StoreError, match="already running"):
        enter(make("door"), background=False, patience=0.3)
