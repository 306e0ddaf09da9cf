"""The profile as the window sees it: it changes on the GUI thread only, in the order in which it was saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.model import Integration, Profile
from mailflow_gui.qt.profiles import Profiles
from mailflow_gui.qt.tasks import Tasks
from mailflow_gui.store.library import YamlLibrary
from tests.qt.stage import profiles_on


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.wait()


@pytest.fixture
def held(tmp_path: Path, tasks: Tasks) -> tuple[Profiles, YamlLibrary]:
    return profiles_on(tmp_path, Profile((), (Integration("First"),)), tasks)


def names(profile: Profile) -> list[str]:
    return [one.name for one in profile.integrations]


def test_a_change_is_seen_with_its_signal_and_not_before(held: tuple[Profiles, YamlLibrary], qtbot: QtBot) -> None:
    profiles, library = held
    seen: list[list[str]] = []
    profiles.changed.connect(lambda: seen.append(names(profiles.profile)))
    done: list[list[str]] = []
    task = profiles.change(lambda profile: profile.with_integration(Integration("Second")))
    task.done(lambda _: done.append(names(profiles.profile)))
    profiles._tasks.wait()  # without an event loop: it is on disk, and nobody in the window knows
    assert names(library.load()) == ["First", "Second"]
    assert (names(profiles.profile), seen) == (["First"], [])
    qtbot.waitUntil(lambda: bool(done))
    assert seen == done == [["First", "Second"]]


def test_a_refused_change_changes_nothing_and_says_why(held: tuple[Profiles, YamlLibrary], qtbot: QtBot) -> None:
    profiles, _ = held
    told: list[Exception] = []
    changed: list[int] = []
    profiles.changed.connect(lambda: changed.append(1))
    profiles.save_integration(Integration("First")).failed(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], SettingsError)
    assert (names(profiles.profile), changed) == (["First"], [])


def test_many_changes_at_once_end_with_all_of_them(held: tuple[Profiles, YamlLibrary], qtbot: QtBot) -> None:
    profiles, library = held
    done: list[int] = []
    for number in range(12):
        profiles.save_integration(Integration(f"N{number}")).done(lambda _: done.append(1))
    qtbot.waitUntil(lambda: len(done) == 12, timeout=15_000)
    assert set(names(profiles.profile)) == {"First", *(f"N{number}" for number in range(12))}
    assert profiles.profile == library.load()


def test_an_answer_that_was_overtaken_does_not_bring_the_old_profile_back(
    held: tuple[Profiles, YamlLibrary], qtbot: QtBot
) -> None:
    profiles, _ = held
    newer = profiles.profile.with_integration(Integration("Newer"))
    assert profiles._show(2, newer)
    assert not profiles._show(1, Profile())
    assert profiles.profile is newer


def test_what_another_program_saved_is_read_again(
    held: tuple[Profiles, YamlLibrary], tmp_path: Path, qtbot: QtBot
) -> None:
    profiles, _ = held
    order: list[str] = []
    profiles.changed.connect(lambda: order.append("changed"))
    profiles.reloaded.connect(lambda: order.append("reloaded"))
    other = YamlLibrary(tmp_path / "profile.yaml")
    other.edit(lambda profile: profile.with_integration(Integration("From outside")))
    os.utime(tmp_path / "profile.yaml")
    with qtbot.waitSignal(profiles.reloaded):
        profiles._watch()
    assert order == ["changed", "reloaded"]
    assert names(profiles.profile) == ["First", "From outside"]
    profiles._watch()
    qtbot.waitUntil(lambda: not profiles._watching)
    assert order == ["changed", "reloaded"]


def test_a_save_while_another_program_saves_loses_neither(
    held: tuple[Profiles, YamlLibrary], tmp_path: Path, qtbot: QtBot
) -> None:
    profiles, _ = held
    other = YamlLibrary(tmp_path / "profile.yaml")
    done: list[int] = []
    profiles._watch()
    profiles.save_integration(Integration("Mine")).done(lambda _: done.append(1))
    other.edit(lambda profile: profile.with_integration(Integration("Theirs")))
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: not profiles._watching)
    profiles._watch()
    qtbot.waitUntil(lambda: set(names(profiles.profile)) == {"First", "Mine", "Theirs"})
