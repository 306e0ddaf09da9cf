"""Pause on Battery: looked at before anything starts, and only while it is wanted; Resume is the person's last word."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.qt.battery import Battery
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.preferences import KeptPreferences
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.preferences import PreferencesFile
from tests.qt.stage import ScriptedSupervisor, profiles_on

ON = Integration("On", enabled=True)


@dataclass
class Stage:
    """`unplugged` is the computer's power; `looks` counts who asked."""

    control: Control
    preferences: KeptPreferences
    battery: Battery
    supervisor: ScriptedSupervisor
    power: Power

    def look(self, qtbot: QtBot) -> None:
        """One look, whose answer has arrived."""
        self.battery.look()
        qtbot.waitUntil(lambda: self.battery._asked is None)


@dataclass
class Power:
    unplugged: bool = False
    looks: int = 0
    answer: threading.Event = field(default_factory=threading.Event)

    def on_battery(self) -> bool:
        self.looks += 1
        assert self.answer.wait(10)
        return self.unplugged


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    tasks, supervisor, power = Tasks(), ScriptedSupervisor(), Power()
    power.answer.set()
    profiles, _ = profiles_on(tmp_path, Profile((), (ON,)), tasks)
    control = Control(supervisor, profiles, Bridge())
    preferences = KeptPreferences(PreferencesFile(tmp_path / "preferences.yaml"), tasks)
    battery = Battery(power.on_battery, preferences, control, tasks)
    yield Stage(control, preferences, battery, supervisor, power)
    power.answer.set()
    battery.end()
    control.shut_down(0)
    assert tasks.wait()


def test_nobody_looks_while_it_is_not_wanted(stage: Stage) -> None:
    stage.power.unplugged = True
    stage.battery.begin(stage.control.start_enabled)
    assert (stage.control.running, stage.power.looks, stage.battery._timer.isActive()) == (1, 0, False)


def test_what_has_to_wait_is_not_started_first(stage: Stage, qtbot: QtBot) -> None:
    stage.power.unplugged = True
    stage.power.answer.clear()
    stage.preferences.set(pause_on_battery=True)
    stage.battery.begin(stage.control.start_enabled)
    assert stage.supervisor.told == []
    stage.power.answer.set()
    qtbot.waitUntil(lambda: stage.control.paused_on_battery)
    assert ("start", "On") not in stage.supervisor.told


def test_on_mains_power_it_starts_after_the_look(stage: Stage, qtbot: QtBot) -> None:
    stage.preferences.set(pause_on_battery=True)
    stage.battery.begin(stage.control.start_enabled)
    qtbot.waitUntil(lambda: stage.control.running == 1)
    assert not stage.control.paused


def test_it_waits_while_the_plug_is_out(stage: Stage, qtbot: QtBot) -> None:
    stage.battery.begin(stage.control.start_enabled)
    stage.preferences.set(pause_on_battery=True)
    qtbot.waitUntil(lambda: stage.power.looks == 1 and stage.battery._asked is None)
    assert stage.control.running == 1
    stage.power.unplugged = True
    stage.look(qtbot)
    assert (stage.control.running, stage.control.paused_on_battery, stage.control.at_work) == (0, True, True)
    stage.power.unplugged = False
    stage.look(qtbot)
    assert (stage.control.running, stage.control.paused) == (1, False)


def unplug(stage: Stage, qtbot: QtBot) -> None:
    """The person wanted it, and pulls the plug."""
    stage.preferences.set(pause_on_battery=True)
    stage.power.unplugged = True
    stage.battery.begin(stage.control.start_enabled)
    qtbot.waitUntil(lambda: stage.battery._asked is None)
    assert stage.control.paused_on_battery


def test_who_resumes_is_left_alone_until_the_next_time(stage: Stage, qtbot: QtBot) -> None:
    unplug(stage, qtbot)
    stage.control.resume()
    stage.look(qtbot)
    assert (stage.control.running, stage.control.paused) == (1, False)
    for unplugged in (False, True):
        stage.power.unplugged = unplugged
        stage.look(qtbot)
    assert stage.control.paused_on_battery


def test_switching_it_off_ends_the_wait(stage: Stage, qtbot: QtBot) -> None:
    unplug(stage, qtbot)
    stage.preferences.set(pause_on_battery=False)
    assert (stage.control.running, stage.control.paused, stage.battery._timer.isActive()) == (1, False, False)


def test_a_look_that_was_under_way_when_it_was_switched_off_stops_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.battery.begin(stage.control.start_enabled)
    stage.power.unplugged = True
    stage.power.answer.clear()
    stage.preferences.set(pause_on_battery=True)
    stage.preferences.set(pause_on_battery=False)
    stage.power.answer.set()
    qtbot.waitUntil(lambda: stage.battery._asked is None)
    assert (stage.control.running, stage.control.paused) == (1, False)


def test_looks_do_not_pile_up_behind_one_that_hangs(stage: Stage, qtbot: QtBot) -> None:
    stage.power.answer.clear()
    for _ in range(3):
        stage.battery.look()
    stage.power.answer.set()
    qtbot.waitUntil(lambda: stage.battery._asked is None)
    assert stage.power.looks == 1


def test_the_person_s_pause_outlives_the_plug(stage: Stage, qtbot: QtBot) -> None:
    unplug(stage, qtbot)
    stage.control.pause_all()
    assert (stage.control.paused, stage.control.paused_on_battery) == (True, False)
    stage.power.unplugged = False
    stage.look(qtbot)
    assert (stage.control.paused, stage.control.running) == (True, 0)
    stage.control.resume()
    assert (stage.control.paused, stage.control.running) == (False, 1)


def test_a_pause_that_ends_by_its_clock_leaves_the_wait(stage: Stage, qtbot: QtBot) -> None:
    unplug(stage, qtbot)
    stage.control.pause_all(stage.control._now())
    stage.control.look()
    assert (stage.control.paused_on_battery, stage.control.running) == (True, 0)
