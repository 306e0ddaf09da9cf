"""Work that was not saved: kept soon after a change, never overtaken by what was saved, offered at the next start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.model import Integration, Profile, Step
from mailflow_gui.core.versions import Version
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.qt.unsaved import SOON, Autosave
from tests.fakes.unsaved import MemoryUnsaved
from tests.qt.stage import profiles_on

LOG, OTHER = Step("log", id="a"), Step("log", id="b")
ONE = Integration("One", (LOG,), id="one", version=3, enabled=True)
NEW = Integration("New", (LOG,), id="new", enabled=True)
NOW = datetime(2026, 11, 24, 14, 31).astimezone()
AT = NOW.isoformat(timespec="seconds")


@dataclass
class Stage:
    store: MemoryUnsaved
    autosave: Autosave
    profiles: Profiles
    tasks: Tasks

    def left(self, *works: Integration) -> None:
        """An earlier run left this work."""
        self.store.work = {one.id: Version(one.version, AT, one) for one in works}


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    tasks, store = Tasks(), MemoryUnsaved()
    profiles, _ = profiles_on(tmp_path, Profile((), (ONE,)), tasks)
    yield Stage(store, Autosave(store, profiles, tasks, now=lambda: NOW), profiles, tasks)
    store.go.set()
    assert tasks.wait()


def test_all_changes_of_two_seconds_are_kept_at_once(stage: Stage, qtbot: QtBot) -> None:
    stage.autosave.keep(replace(ONE, name="Draft 1"))
    with qtbot.waitSignal(stage.autosave.kept, timeout=SOON + 3000) as kept:
        stage.autosave.keep(replace(ONE, name="Draft 2"))
    assert kept.args == ["one", AT]
    assert stage.store.log == ["keep Draft 2"]


def test_going_on_changing_does_not_put_the_keeping_off(stage: Stage, qtbot: QtBot) -> None:
    stage.autosave.keep(ONE)
    timer = stage.autosave._timer
    qtbot.waitUntil(lambda: timer.remainingTime() < SOON - 50)
    before = timer.remainingTime()
    stage.autosave.keep(NEW)
    assert timer.remainingTime() <= before


def test_what_was_saved_is_dropped_even_while_it_is_being_kept(stage: Stage, qtbot: QtBot) -> None:
    stage.store.go.clear()
    stage.autosave.keep(ONE)
    stage.autosave.flush()
    stage.autosave.drop(ONE.id)
    stage.store.go.set()
    assert stage.tasks.wait()
    assert stage.store.work == {}


def test_what_was_saved_before_it_was_kept_is_never_kept(stage: Stage, qtbot: QtBot) -> None:
    stage.autosave.keep(ONE)
    stage.autosave.drop(ONE.id)
    assert stage.tasks.wait()
    assert stage.store.log == ["drop"]


def test_at_the_end_of_the_program_everything_is_written(stage: Stage, qtbot: QtBot) -> None:
    stage.autosave.keep(ONE)
    stage.autosave.keep(NEW)
    stage.autosave.flush()
    assert stage.tasks.wait()
    assert set(stage.store.work) == {"one", "new"}


def test_a_full_disk_is_told_and_the_work_is_written_with_the_next_change(stage: Stage, qtbot: QtBot) -> None:
    stage.store.full = True
    stage.autosave.keep(ONE)
    with qtbot.waitSignal(stage.autosave.failed) as failed:
        stage.autosave.flush()
    assert failed.args == ["The work could not be kept. The disk is full."]
    stage.store.full = False
    stage.autosave.keep(NEW)
    stage.autosave.flush()
    assert stage.tasks.wait()
    assert set(stage.store.work) == {"one", "new"}


def test_what_an_earlier_run_left_is_found_and_goes_with_a_decision(stage: Stage, qtbot: QtBot) -> None:
    work = replace(ONE, draft=(LOG, OTHER))
    stage.left(work)
    with qtbot.waitSignal(stage.autosave.left_changed):
        stage.autosave.load()
    assert stage.autosave.of("one") == Version(3, AT, work)
    with qtbot.waitSignal(stage.autosave.left_changed):
        stage.autosave.drop("one")
    assert (stage.autosave.left, stage.autosave.of("one")) == ((), None)
    assert stage.tasks.wait()
    assert stage.store.work == {}


def test_work_that_was_saved_after_all_is_not_offered(stage: Stage, qtbot: QtBot) -> None:
    stage.left(replace(ONE, enabled=False, version=2))
    with qtbot.waitSignal(stage.autosave.left_changed):
        stage.autosave.load()
    assert stage.autosave.left == ()
    assert stage.tasks.wait()
    assert stage.store.work == {}


def test_restored_work_is_a_draft_of_what_runs_now(stage: Stage) -> None:
    older = Integration("Old name", (OTHER,), "Said", id="one", version=2)
    found = stage.autosave.restored(Version(2, AT, older))
    assert found == replace(ONE, name="Old name", description="Said", draft=(OTHER,))


def test_an_integration_that_was_never_saved_comes_back_switched_off(stage: Stage) -> None:
    assert stage.autosave.restored(Version(0, AT, NEW)) == replace(NEW, enabled=False)


def test_deleting_an_integration_deletes_the_work_on_it(stage: Stage, qtbot: QtBot) -> None:
    stage.left(ONE)
    with qtbot.waitSignal(stage.profiles.integration_deleted):
        stage.profiles.delete_integration("One")
    assert stage.tasks.wait()
    assert stage.store.work == {}
