"""The preferences' file: what is wrong is told and loses nothing, and only what was changed is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.preferences import Preferences
from mailflow_gui.store.preferences import PreferencesFile


@pytest.fixture
def file(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.yaml")


def test_without_a_file_everything_has_its_usual_value(file: PreferencesFile) -> None:
    assert file.load() == (Preferences(), ())
    assert not file.path.exists()


def test_a_change_is_there_the_next_time(file: PreferencesFile) -> None:
    assert file.edit(lambda old: old.replace(theme="dark")).theme == "dark"
    assert PreferencesFile(file.path).load() == (Preferences(theme="dark"), ())
    assert file.path.stat().st_mode & 0o077 == 0


def test_unknown_keys_are_told_and_stay(file: PreferencesFile) -> None:
    file.path.write_text("theme: dark\nfromTheFuture: {a: 1}\n")
    found, problems = file.load()
    assert (found.theme, [one.field for one in problems]) == ("dark", ["fromTheFuture"])
    file.edit(lambda old: old.replace(density="compact"))
    assert file.path.read_text().splitlines() == ["theme: dark", "fromTheFuture:", "  a: 1", "density: compact"]


def test_a_bad_value_is_told_and_costs_no_other_setting(file: PreferencesFile) -> None:
    file.path.write_text("theme: purple\ndensity: compact\n")
    found, problems = file.load()
    assert (found.theme, found.density, [one.field for one in problems]) == ("system", "compact", ["theme"])
    file.edit(lambda old: old.replace(closing="quit"))
    assert "theme: purple" in file.path.read_text(), "left for the person to see"
    file.edit(lambda old: old.replace(theme="light"))
    assert file.load() == (Preferences(theme="light", density="compact", closing="quit"), ())


@pytest.mark.parametrize("damage", [b"theme: [dark", b"\xff\xfe\x00", b"- dark\n", b"theme: &a dark\n"])
def test_a_damaged_file_is_told_and_kept_aside(file: PreferencesFile, damage: bytes) -> None:
    file.path.write_bytes(damage)
    found, problems = file.load()
    assert (found, bool(problems)) == (Preferences(), True)
    assert file.path.read_bytes() == damage, "reading changes nothing"
    file.edit(lambda old: old.replace(theme="dark"))
    assert file.load() == (Preferences(theme="dark"), ())
    assert file.damaged.read_bytes() == damage


def test_what_can_not_be_written_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(StoreError, match="The setting could not be saved"):
        PreferencesFile(tmp_path / "taken" / "preferences.yaml").edit(lambda old: old.replace(theme="dark"))
