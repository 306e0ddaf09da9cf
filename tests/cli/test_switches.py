"""A run follows the switches that other programs move; a file in disorder changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.cli.switches import EVERY, Switches
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.store.library import YamlLibrary
from tests.qt.stage import ScriptedSupervisor

ONE, TWO = Integration("One", id="one", enabled=True), Integration("Two", id="two")


class Stage:
    """A saved profile, and a run that follows it."""

    def __init__(self, folder: Path) -> None:
        self.library = YamlLibrary(folder / "profile.yaml")
        self.now = 0.0
        self.supervisor = ScriptedSupervisor()
        self.save(ONE, TWO)
        self.switches = Switches(self.library, lambda: self.now)
        self.supervisor.start(ONE)
        self.supervisor.told.clear()

    def save(self, *integrations: Integration) -> None:
        self.library.save(Profile((), integrations))

    def look(self) -> list[tuple[str, str]]:
        """What follows from the next look."""
        self.now += EVERY
        self.supervisor.told.clear()
        self.switches.follow(self.supervisor)
        return self.supervisor.told


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def test_what_is_switched_starts_and_stops(stage: Stage) -> None:
    assert stage.look() == []
    stage.save(ONE, replace(TWO, enabled=True))
    assert stage.look() == [("start", "Two")]
    stage.save(replace(ONE, enabled=False), replace(TWO, enabled=True))
    assert stage.look() == [("stop", "one")]
    assert stage.look() == []


def test_what_is_deleted_stops_and_keeps_its_name_in_the_log(stage: Stage) -> None:
    assert stage.switches.name_of("one") == "One"
    stage.save(TWO)
    assert stage.look() == [("stop", "one")]
    assert stage.switches.name_of("one") == "One"
    assert stage.switches.name_of("never seen") == "never seen"


def test_a_file_in_disorder_changes_nothing_until_it_is_in_order(stage: Stage) -> None:
    good = stage.library.path.read_bytes()
    stage.library.path.write_text("integrations: [")
    assert stage.look() == []
    stage.library.path.write_bytes(good)
    stage.save(replace(ONE, enabled=False), TWO)
    assert stage.look() == [("stop", "one")]


def test_it_does_not_look_all_the_time(stage: Stage) -> None:
    stage.save()
    stage.now += EVERY / 2
    stage.switches.follow(stage.supervisor)
    assert stage.supervisor.told == []
