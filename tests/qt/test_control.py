"""Switches: saved first, then acted on; pauses; starts that fail; what other programs changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Health, State
from mailflow_gui.core.errors import MailflowError, StoreError
from mailflow_gui.core.first_look import CAUSE
from mailflow_gui.core.model import Integration, Profile, Step
from mailflow_gui.qt.bridge import Bridge
from mailflow_gui.qt.control import Control
from mailflow_gui.qt.pause import Pause
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.library import YamlLibrary
from tests.qt.stage import ScriptedSupervisor, event, profiles_on

ONE, TWO = Integration("One"), Integration("Two", enabled=True)


@dataclass
class Stage:
    control: Control
    supervisor: ScriptedSupervisor
    profiles: Profiles
    library: YamlLibrary
    bridge: Bridge
    now: list[datetime]

    def saved(self, id: str) -> Integration:
        return next(one for one in self.library.load().integrations if one.id == id)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    tasks, bridge, supervisor = Tasks(), Bridge(), ScriptedSupervisor()
    profiles, library = profiles_on(tmp_path, Profile((), (ONE, TWO)), tasks)
    now = [datetime(2026, 11, 24, 14, 32).astimezone()]
    control = Control(supervisor, profiles, bridge, now=lambda: now[0])
    yield Stage(control, supervisor, profiles, library, bridge, now)
    control.shut_down(0)
    assert tasks.wait()


def test_switching_on_saves_then_starts(stage: Stage, qtbot: QtBot) -> None:
    done: list[bool] = []
    stage.control.switch(ONE, True).done(lambda _: done.append(stage.saved(ONE.id).enabled))
    assert stage.supervisor.told == []
    qtbot.waitUntil(lambda: bool(done))
    assert (done, stage.supervisor.told, stage.control.running) == ([True], [("start", "One")], 1)


def test_switching_off_saves_then_stops(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    stage.control.switch(TWO, False)
    qtbot.waitUntil(lambda: ("stop", TWO.id) in stage.supervisor.told)
    assert not stage.saved(TWO.id).enabled


def test_when_saving_fails_nothing_is_started(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(change: object) -> Profile:
        raise StoreError("The profile could not be saved", "The disk is full.")

    monkeypatch.setattr(stage.library, "edit", full)
    told: list[Exception] = []
    done: list[object] = []
    stage.control.switch(ONE, True).done(done.append).failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert (stage.supervisor.told, done) == ([], [])
    assert not stage.profiles.profile.integrations[0].enabled


def test_the_switch_saves_nothing_but_itself(stage: Stage, qtbot: QtBot) -> None:
    edited = replace(ONE, description="Edited meanwhile")
    stage.library.edit(lambda profile: profile.with_integration(edited))
    stage.control.switch(ONE, True)
    qtbot.waitUntil(lambda: stage.control.running == 1)
    assert stage.saved(ONE.id) == replace(edited, enabled=True, version=1)


def test_the_switch_of_a_deleted_integration_says_so(stage: Stage, qtbot: QtBot) -> None:
    stage.library.edit(lambda profile: profile.without_integration("One"))
    told: list[Exception] = []
    stage.control.switch(ONE, True).failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], MailflowError)
    assert (told[0].title, stage.supervisor.told) == ("“One” was deleted", [])


def test_a_start_in_vain_returns_the_switch_and_says_why(stage: Stage, qtbot: QtBot) -> None:
    stage.supervisor.starts_as = Health(State.ATTENTION, trouble="The server refused the user name or password")
    with qtbot.waitSignal(stage.control.start_failed) as failed:
        stage.control.switch(ONE, True)
    assert failed.args == [ONE.id]
    qtbot.waitUntil(lambda: not stage.profiles.profile.integrations[0].enabled)
    assert stage.control.health(ONE.id).trouble == "The server refused the user name or password"


def test_a_first_start_waits_for_the_answer(stage: Stage, qtbot: QtBot) -> None:
    receive = Step(action="receive-email", values={"delay": "5s"})
    stage.profiles.save_integration(replace(ONE, steps=(receive,), draft=(receive, Step(kind="log"))))
    qtbot.waitUntil(lambda: bool(stage.saved(ONE.id).steps))
    failed: list[str] = []
    stage.control.start_failed.connect(failed.append)
    stage.supervisor.starts_as = Health(State.ATTENTION, trouble="312 messages are already in the inbox", cause=CAUSE)
    with qtbot.waitSignal(stage.control.first_look_asked) as asked:
        stage.control.switch(stage.saved(ONE.id), True)
    assert (asked.args, failed) == ([ONE.id], [])
    qtbot.waitUntil(lambda: not stage.profiles.profile.integrations[0].enabled)
    stage.supervisor.starts_as = Health(State.RUNNING)
    stage.control.begin_from(stage.saved(ONE.id), "last 20")
    qtbot.waitUntil(lambda: stage.control.running == 1)
    saved = stage.saved(ONE.id)
    assert saved.enabled
    assert saved.steps[0].values == saved.working[0].values == {"delay": "5s", "startFrom": "last 20"}
    assert len(saved.working) == 2


def test_trouble_after_a_good_start_leaves_the_switch_on(stage: Stage, qtbot: QtBot) -> None:
    stage.control.switch(ONE, True)
    qtbot.waitUntil(lambda: stage.control.running == 1)
    failed: list[str] = []
    stage.control.start_failed.connect(failed.append)
    with qtbot.waitSignal(stage.control.health_changed) as told:
        stage.supervisor.healths[ONE.id] = Health(State.ATTENTION, trouble="The sign-in has ended")
    assert (told.args, failed) == ([ONE.id], [])
    assert stage.saved(ONE.id).enabled


def test_events_show_a_changed_health_at_once_and_only_once(stage: Stage, qtbot: QtBot) -> None:
    told: list[str] = []
    stage.control.look()
    stage.control.health_changed.connect(told.append)
    stage.supervisor.healths[TWO.id] = Health(State.WAITING)
    stage.bridge.arrived.emit([event()])
    stage.bridge.arrived.emit([event()])
    assert told == [TWO.id]


def test_a_restart_is_left_to_the_supervisor_and_one_that_is_off_stays_off(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    stage.control.restart(TWO)
    stage.control.restart(ONE)
    assert stage.supervisor.told == [("start", "Two"), ("restart", "Two"), ("stop", ONE.id)]


def test_expected_email_that_has_not_come_is_told_once(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    told: list[str] = []
    stage.control.alarm_raised.connect(told.append)
    for polls in range(3):
        stage.supervisor.healths[TWO.id] = Health(State.RUNNING, polls=polls, alarm="No email has come by 09:00")
        stage.control.look()
    assert told == [TWO.id]
    stage.supervisor.healths[TWO.id] = Health(State.RUNNING)
    stage.control.look()
    stage.supervisor.healths[TWO.id] = Health(State.RUNNING, alarm="No email has come by 09:00")
    stage.control.look()
    assert told == [TWO.id, TWO.id]


def test_the_watch_over_the_runs_goes_on_without_any_event(stage: Stage, qtbot: QtBot) -> None:
    stage.control._timer.setInterval(10)
    qtbot.waitUntil(lambda: stage.supervisor.watched > 2)


def test_a_restart_that_was_refused_is_told_once(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    told: list[str] = []
    stage.control.restart_failed.connect(told.append)
    stage.supervisor.healths[TWO.id] = Health(State.RUNNING, refused="The saved password is missing.")
    stage.control.look()
    stage.supervisor.healths[TWO.id] = Health(State.RUNNING, polls=1, refused="The saved password is missing.")
    stage.control.look()
    assert told == [TWO.id]


def test_a_refused_version_is_a_draft_and_what_goes_on_is_saved(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    for number, draft in enumerate(((Step("log", id="a"),), (Step("template", id="b"),)), 1):
        stage.control.publish(replace(stage.saved(TWO.id), draft=draft))
        # Not only saved: its restart was asked for as well, which would undo what the test says below.
        qtbot.waitUntil(lambda number=number: stage.supervisor.told.count(("restart", "Two")) == number)  # type: ignore[misc]
    stage.supervisor.healths[TWO.id] = Health(State.RUNNING, version=1, refused="The saved password is missing.")
    stage.control.look()
    qtbot.waitUntil(lambda: stage.saved(TWO.id).version == 1)
    assert stage.saved(TWO.id).steps == (Step("log", id="a"),)
    assert stage.saved(TWO.id).draft == (Step("template", id="b"),)


def test_publishing_starts_what_was_off(stage: Stage, qtbot: QtBot) -> None:
    stage.control.publish(ONE, "First")
    qtbot.waitUntil(lambda: stage.control.running == 1)
    assert stage.supervisor.told == [("start", "One")]
    assert (stage.saved(ONE.id).version, stage.saved(ONE.id).enabled) == (1, True)


def test_publishing_restarts_what_runs(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    stage.control.publish(TWO)
    qtbot.waitUntil(lambda: ("restart", "Two") in stage.supervisor.told)
    assert stage.supervisor.told == [("start", "Two"), ("restart", "Two")]


def test_deleting_stops_it_only_when_it_is_deleted(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    told: list[Exception] = []
    stage.control.delete(replace(TWO, name="Another name")).failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert stage.control.running == 1
    stage.control.delete(TWO)
    qtbot.waitUntil(lambda: ("stop", TWO.id) in stage.supervisor.told)
    assert [one.name for one in stage.profiles.profile.integrations] == ["One"]


def test_a_pause_stops_what_runs_and_keeps_the_switches(stage: Stage, qtbot: QtBot) -> None:
    paused: list[bool] = []
    stage.control.paused_changed.connect(paused.append)
    stage.control.start_enabled()
    stage.control.pause_all()
    assert (stage.control.running, stage.control.paused, stage.control.at_work) == (0, True, True)
    assert stage.saved(TWO.id).enabled
    stage.control.resume()
    assert (stage.control.running, stage.control.paused, paused) == (1, False, [True, False])


def test_during_a_pause_nothing_starts(stage: Stage, qtbot: QtBot) -> None:
    stage.control.pause_all()
    stage.control.switch(ONE, True)
    qtbot.waitUntil(lambda: stage.profiles.profile.integrations[0].enabled)
    stage.control.start_enabled()
    stage.control.follow_switches()
    stage.control.restart(TWO)
    assert stage.control.running == 0
    stage.control.resume()
    assert stage.control.running == 2


def test_a_pause_with_an_end_ends_by_itself(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()
    stage.control.pause_all(stage.now[0] + timedelta(hours=1))
    stage.now[0] += timedelta(minutes=59)
    stage.control.look()
    assert stage.control.paused
    stage.now[0] += timedelta(minutes=1)
    stage.control.look()
    assert (stage.control.paused, stage.control.running) == (False, 1)


def test_switches_that_another_program_moved_are_followed(stage: Stage, qtbot: QtBot) -> None:
    stage.control.start_enabled()

    def swap(profile: Profile) -> Profile:
        return profile.with_integration(replace(ONE, enabled=True)).with_integration(replace(TWO, enabled=False))

    YamlLibrary(stage.library.path).edit(swap)
    stage.profiles._watch()
    qtbot.waitUntil(lambda: ("stop", TWO.id) in stage.supervisor.told)
    assert ("start", "One") in stage.supervisor.told


def test_a_pause_goes_on_after_a_restart_of_the_program(stage: Stage, tmp_path: Path) -> None:
    pause = Pause(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    pause.begin(stage.now[0] + timedelta(hours=1))
    again = Control(stage.supervisor, stage.profiles, stage.bridge, now=lambda: stage.now[0], pause=pause)
    again.start_enabled()
    assert (again.running, again.paused, again.at_work) == (0, True, True)
    stage.now[0] += timedelta(hours=1)
    again.look()
    assert (again.running, again.paused) == (1, False)
    again.shut_down(0)
