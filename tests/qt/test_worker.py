"""Threads of integrations: held while they run, joined with a time limit, let go afterwards."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from mailflow_gui.qt.worker import Threads


def test_a_thread_is_named_runs_and_ends(qtbot: QtBot) -> None:
    threads, stop, ran = Threads(), threading.Event(), []

    def body() -> None:
        ran.append(threading.get_ident())
        stop.wait(10)

    thread = threads.spawn("integration One", body)
    assert thread.objectName() == "integration One"
    thread.join(0.01)
    assert (thread.is_alive(), threads.alive) == (True, 1)
    stop.set()
    thread.join(10)
    assert (thread.is_alive(), threads.alive, ran != [threading.get_ident()]) == (False, 0, True)


def test_nobody_has_to_hold_a_running_thread(qtbot: QtBot) -> None:
    threads, stop, ended = Threads(), threading.Event(), threading.Event()

    def body() -> None:
        stop.wait(10)
        ended.set()

    threads.spawn("one", body)
    for number in range(20):
        threads.spawn(f"short {number}", lambda: None).join(10)
    stop.set()
    assert ended.wait(10)
    qtbot.waitUntil(lambda: threads.alive == 0)
