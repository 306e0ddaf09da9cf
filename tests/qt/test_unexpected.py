"""Errors that nobody caught: told once for each place, from every thread, and what stood before is asked as well."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from mailflow_gui.qt.unexpected import Unexpected


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the hooks hear that stood there before."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(str(error)))
    monkeypatch.setattr(threading, "excepthook", lambda told: heard.append(str(told.exc_value)))
    return heard


@pytest.fixture
def told(before: list[str], qtbot: QtBot) -> Iterator[list[str]]:
    details: list[str] = []
    with Unexpected() as one:
        one.met.connect(details.append)
        yield details


def fail() -> None:
    raise ValueError("a slot that fails")


def test_a_slot_that_fails_is_told(told: list[str], before: list[str], qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Traceback (most recent call last):")
    assert told[0].endswith("ValueError: a slot that fails\n")
    assert before == ["a slot that fails"]


def test_a_thread_that_fails_is_told(told: list[str], before: list[str], qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join(5)
    qtbot.waitUntil(lambda: bool(told))
    assert (len(told), before) == (1, ["a slot that fails"])


def test_one_place_is_told_once(told: list[str], before: list[str], qtbot: QtBot) -> None:
    for _ in range(3):
        QTimer.singleShot(0, fail)
    QTimer.singleShot(0, lambda: [][1])
    qtbot.waitUntil(lambda: len(told) == 2)
    assert len(before) == 4


def test_afterwards_the_hooks_are_as_before(before: list[str], qtbot: QtBot) -> None:
    hooks = sys.excepthook, threading.excepthook
    with Unexpected():
        assert sys.excepthook != hooks[0]
    assert (sys.excepthook, threading.excepthook) == hooks
