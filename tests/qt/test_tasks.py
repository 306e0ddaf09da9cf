"""Background work: the answer comes once, on the GUI thread, and nobody who is gone hears it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mailflow_gui.core.errors import MailflowError, SettingsError
from mailflow_gui.qt.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.wait()


class Hearer(QObject):
    """Hears answers."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, answer: object) -> None:
        self.heard.append(answer)


def test_work_runs_elsewhere_and_the_answer_comes_here(tasks: Tasks, qtbot: QtBot) -> None:
    here, heard = threading.get_ident(), []
    tasks.run(threading.get_ident).done(lambda worker: heard.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard))
    worker, answered = heard[0]
    assert (worker != here, answered == here) == (True, True)


def test_a_worded_error_arrives_as_it_is_and_another_one_wrapped(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[Exception] = []
    known = SettingsError("“One” is taken", "Try another.")

    def fail(error: Exception) -> None:
        raise error

    tasks.run(lambda: fail(known)).failed(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    tasks.run(lambda: fail(ZeroDivisionError("a defect"))).failed(told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] is known
    assert isinstance(told[1], MailflowError)
    assert told[1].details == "ZeroDivisionError: a defect"


def test_a_failure_tells_failed_and_always_but_not_done(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[str] = []
    task = tasks.run(lambda: 1 / 0).done(lambda _: told.append("done"))
    task.failed(lambda _: told.append("failed")).always(lambda: told.append("always"))
    qtbot.waitUntil(lambda: "always" in told)
    assert told == ["failed", "always"]


def test_always_is_told_even_when_a_callback_breaks(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[str] = []
    with qtbot.captureExceptions() as broken:
        tasks.run(lambda: 1).done(lambda _: 1 / 0).always(lambda: told.append("always"))
        qtbot.waitUntil(lambda: bool(told))
    assert [one[0] for one in broken] == [ZeroDivisionError]


def test_a_forgotten_task_tells_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[str] = []
    hold = threading.Event()
    task = tasks.run(lambda: hold.wait(10)).done(lambda _: told.append("done")).always(lambda: told.append("always"))
    task.forget()
    hold.set()
    tasks.run(lambda: None).done(lambda _: told.append("later"))
    qtbot.waitUntil(lambda: told == ["later"])


def test_a_deleted_hearer_is_left_alone(tasks: Tasks, qtbot: QtBot) -> None:
    hold, told, hearer = threading.Event(), [], Hearer()
    tasks.run(lambda: hold.wait(10)).done(hearer.hear).always(lambda: told.append("end"))
    delete(hearer)
    hold.set()
    qtbot.waitUntil(lambda: bool(told))


def test_two_thousand_answers_none_lost_none_twice(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[int] = []
    for number in range(2000):
        tasks.run(lambda number=number: number).done(heard.append)
    qtbot.waitUntil(lambda: len(heard) >= 2000, timeout=20_000)
    assert sorted(heard) == list(range(2000))


def test_held_work_waits_for_its_release(qtbot: QtBot) -> None:
    tasks, told = Tasks(), []
    tasks.hold()
    tasks.run(lambda: told.append("worked"))
    assert tasks._pool.activeThreadCount() == 0
    tasks.release()
    qtbot.waitUntil(lambda: told == ["worked"])
    tasks.hold()
    tasks.run(lambda: told.append("at the end"))
    assert tasks.wait()
    assert told == ["worked", "at the end"]


def test_after_the_close_no_answer_arrives_and_nothing_is_done(qtbot: QtBot) -> None:
    tasks, told, began = Tasks(), [], threading.Event()
    tasks.run(began.set).done(lambda _: told.append("late")).always(lambda: told.append("always"))
    assert began.wait(5)
    tasks.close()
    tasks.run(lambda: told.append("new"))
    assert tasks.wait()
    turned: list[bool] = []
    QTimer.singleShot(0, lambda: turned.append(True))  # after what waits to be delivered
    qtbot.waitUntil(lambda: bool(turned))
    assert told == []
