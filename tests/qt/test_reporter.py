"""The report for other programs: off the GUI thread, one at a time, also after one that failed."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from mailflow_gui.qt import reporter
from mailflow_gui.qt.reporter import Reporter
from mailflow_gui.qt.tasks import Tasks


def test_it_reports_on_other_threads_one_at_a_time(qtbot: QtBot) -> None:
    tasks = Tasks()
    go, threads, most = threading.Event(), [], [0]
    inside = threading.Semaphore(1)

    def report() -> None:
        threads.append(threading.current_thread())
        most[0] += not inside.acquire(blocking=False)
        go.wait(5)
        inside.release()
        raise OSError("disk full")

    one = Reporter(report, tasks)
    one._timer.setInterval(10)
    one.begin()
    qtbot.waitUntil(lambda: len(threads) == 1)
    go.set()
    qtbot.waitUntil(lambda: len(threads) >= 3)
    one.end()
    assert tasks.wait()
    assert most == [0]
    assert threading.main_thread() not in threads
    assert reporter.INTERVAL <= 5000
