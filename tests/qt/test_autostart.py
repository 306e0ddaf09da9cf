"""The switch “Start at sign-in”: read and moved in the background, told when it changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import StoreError
from mailflow_gui.qt.autostart import Autostart
from mailflow_gui.qt.tasks import Tasks


class Kept:
    """A switch in memory."""

    place = "here"

    def __init__(self) -> None:
        self.on = True
        self.full = False

    def look(self) -> bool:
        return self.on

    def switch(self, on: bool) -> None:
        if self.full:
            raise StoreError("Start at sign-in could not be changed", "No space.")
        self.on = on


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.wait()


def test_it_is_read_and_moved(tasks: Tasks, qtbot: QtBot) -> None:
    kept = Kept()
    switch = Autostart(kept, tasks)
    assert not switch.on
    with qtbot.waitSignal(switch.changed):
        switch.look()
    assert switch.on
    with qtbot.waitSignal(switch.changed):
        switch.switch(False)
    assert (switch.on, kept.on) == (False, False)


def test_what_can_not_be_written_stays(tasks: Tasks, qtbot: QtBot) -> None:
    kept, errors = Kept(), list[Exception]()
    kept.on, kept.full = False, True
    switch = Autostart(kept, tasks)
    switch.switch(True).failed(errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert not switch.on


def test_the_demo_has_no_switch(tasks: Tasks, qtbot: QtBot) -> None:
    switch, ends = Autostart(Kept(), tasks, available=False), list[int]()
    switch.look().always(lambda: ends.append(1))
    qtbot.waitUntil(lambda: bool(ends))
    assert not switch.on
