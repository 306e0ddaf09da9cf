"""The run of Validate on pool threads: order, cancel, and that an old run is not heard any more."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mailflow_gui.connectors.email_receive import CONNECTOR
from mailflow_gui.core.causes import trouble
from mailflow_gui.core.connector import CheckState, Connector, Trace
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.validation import Validation, failure_of, succeeded

SETTINGS = CONNECTOR.settings.check({"host": "localhost", "port": 993, "username": "u", "password": "p"})[0]


def connector(verify: Callable[[Any, Trace], None]) -> Connector:
    return replace(CONNECTOR, verify=verify)


def well(_: Any, trace: Trace) -> None:
    for name in ("server", "port", "encryption", "sign-in", "inbox"):
        with trace.step(name):
            trace.found(f"{name} found")


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    parent = QObject()
    made = Tasks(parent)
    yield made
    assert made.wait(5_000)


@pytest.fixture
def validation(tasks: Tasks) -> Validation:
    return Validation(tasks, tasks)


def test_every_check_is_told_as_it_comes(qtbot: QtBot, validation: Validation) -> None:
    seen: list[tuple[CheckState, ...]] = []
    validation.changed.connect(lambda checks: seen.append(tuple(one.state for one in checks)))
    with qtbot.waitSignal(validation.finished) as ended:
        validation.start(connector(well), SETTINGS)
    assert ended.args == [True]
    assert seen[0] == (CheckState.WAITING,) * 5
    assert (CheckState.RUNNING, *(CheckState.WAITING,) * 4) in seen
    assert succeeded(validation.checks)
    assert [one.detail for one in validation.checks][-1] == "inbox found"
    assert not validation.running


def test_a_failure_ends_the_run(qtbot: QtBot, validation: Validation) -> None:
    def fail(_: Any, trace: Trace) -> None:
        with trace.step("server"):
            raise trouble("HOST_NOT_FOUND", host="nowhere")

    with qtbot.waitSignal(validation.finished) as ended:
        validation.start(connector(fail), SETTINGS)
    assert ended.args == [False]
    error = failure_of(validation.checks)
    assert error is not None
    assert error.cause == "HOST_NOT_FOUND"
    assert [one.state for one in validation.checks][1:] == [CheckState.NOT_TRIED] * 4


def test_a_defect_of_ours_is_a_failed_check_too(qtbot: QtBot, validation: Validation) -> None:
    def break_down(_: Any, trace: Trace) -> None:
        with trace.step("server"):
            raise ZeroDivisionError

    with qtbot.waitSignal(validation.finished) as ended:
        validation.start(connector(break_down), SETTINGS)
    assert ended.args == [False]
    assert failure_of(validation.checks) is not None


def test_cancel_ends_a_run_that_waits(qtbot: QtBot, validation: Validation) -> None:
    begun = threading.Event()

    def wait(_: Any, trace: Trace) -> None:
        with trace.step("server"):
            begun.set()
            pause = threading.Event()
            while trace.deadline() > 0:
                pause.wait(0.02)

    validation.start(connector(wait), SETTINGS)
    assert begun.wait(5)
    with qtbot.waitSignal(validation.finished, timeout=2_000) as ended:
        validation.cancel()
    assert ended.args == [False]
    assert failure_of(validation.checks) is None
    assert {one.state for one in validation.checks} == {CheckState.NOT_TRIED}


def test_an_old_run_is_not_heard_after_a_new_start(qtbot: QtBot, validation: Validation) -> None:
    released = threading.Event()

    def slow(_: Any, trace: Trace) -> None:
        released.wait(5)
        raise trouble("NO_NETWORK")

    outcomes: list[bool] = []
    validation.finished.connect(outcomes.append)
    validation.start(connector(slow), SETTINGS)
    with qtbot.waitSignal(validation.finished):
        validation.start(connector(well), SETTINGS)
        released.set()
    qtbot.wait(100)
    assert outcomes == [True]
    assert succeeded(validation.checks)
