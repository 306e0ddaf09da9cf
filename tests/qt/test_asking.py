"""One question at a time, the last one always answered, and only events that change something ask again."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Kind
from mailflow_gui.qt.asking import Asking
from mailflow_gui.qt.tasks import Tasks
from tests.qt.stage import event


def test_what_is_asked_meanwhile_is_asked_once_more(qtbot: QtBot) -> None:
    parent, gate, told = QObject(), threading.Event(), []
    tasks = Tasks(parent)
    numbers = iter(range(10))

    def question() -> object:
        number = next(numbers)
        return lambda: (gate.wait(10), number)[1]

    asking = Asking(tasks, question, told.append, parent=parent)  # type: ignore[arg-type]
    for _ in range(5):
        asking.now()
    gate.set()
    qtbot.waitUntil(lambda: told == [0, 1])
    assert not asking.under_way
    assert not asking.timer.isActive()


def test_only_what_changes_a_message_asks_again(qtbot: QtBot) -> None:
    parent = QObject()
    asking = Asking(Tasks(parent), lambda: lambda: None, lambda _: None, rest=60_000, parent=parent)
    for kind, asks in ((Kind.POLL, False), (Kind.STEP, False), (Kind.SENT, True)):
        asking._on_events([event(kind=kind)])
        assert asking.timer.isActive() is asks, kind
