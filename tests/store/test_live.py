"""The running program's word on its integrations, for other programs: whole, fresh, and never a reason to fail."""

from __future__ import annotations

import json
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailflow_gui.core.activity import Health, State
from mailflow_gui.store.live import REFRESH, STALE, LiveHealth

NOW = datetime(2026, 11, 24, 14, 32).astimezone()
ONE = {"id": Health(State.WAITING, last_contact=NOW.isoformat(), received=3, trouble="Away", connected="x")}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    live = LiveHealth(tmp_path / "running.json")
    live.write(ONE, NOW)
    found = LiveHealth(tmp_path / "running.json").read()
    assert found is not None
    assert (found.healths, found.pid, found.at) == (ONE, os.getpid(), NOW.isoformat(timespec="seconds"))
    assert os.name != "posix" or stat.S_IMODE((tmp_path / "running.json").stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["running.json"]


def test_it_is_written_when_something_changed_or_time_has_passed(tmp_path: Path) -> None:
    path = tmp_path / "running.json"
    live = LiveHealth(path)
    live.write(ONE, NOW)
    path.unlink()
    live.write(ONE, NOW + timedelta(seconds=REFRESH - 1))
    assert not path.exists()
    live.write({"id": Health()}, NOW + timedelta(seconds=REFRESH - 1))
    assert path.exists()
    path.unlink()
    live.write({"id": Health()}, NOW + timedelta(seconds=2 * REFRESH))
    assert path.exists()


def test_a_clock_that_was_set_back_does_not_silence_it(tmp_path: Path) -> None:
    path = tmp_path / "running.json"
    live = LiveHealth(path)
    live.write(ONE, NOW)
    path.unlink()
    live.write(ONE, NOW - timedelta(hours=5))
    assert path.exists()


def test_old_words_are_stale(tmp_path: Path) -> None:
    live = LiveHealth(tmp_path / "running.json")
    live.write(ONE, NOW)
    found = live.read()
    assert found is not None
    assert not found.is_stale(NOW + STALE - timedelta(seconds=1))
    assert found.is_stale(NOW + STALE + timedelta(seconds=1))


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"at": "now", "pid": 1, "integrations": {}}', "\x00"])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "running.json").write_text(text)
    assert LiveHealth(tmp_path / "running.json").read() is None


def test_fields_of_another_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "running.json"
    live = LiveHealth(path)
    live.write(ONE, NOW)
    document = json.loads(path.read_text())
    document["integrations"]["id"] |= {"mood": "good", "received": "many"}
    path.write_text(json.dumps(document))
    found = live.read()
    assert found is not None
    assert (found.healths["id"].trouble, found.healths["id"].received) == ("Away", 0)


def test_a_directory_that_can_not_be_written_stops_nothing(tmp_path: Path) -> None:
    LiveHealth(tmp_path / "missing" / "running.json").write(ONE, NOW)


def test_only_who_wrote_it_removes_it(tmp_path: Path) -> None:
    """A preview beside the running program closes its engine, too."""
    writer, other = LiveHealth(tmp_path / "running.json"), LiveHealth(tmp_path / "running.json")
    writer.write(ONE, NOW)
    other.remove()
    assert writer.read() is not None
    writer.remove()
    assert writer.read() is None


@pytest.mark.parametrize("now", [{"id": Health()}, {"id": Health(State.ATTENTION, trouble="The disk is full. " * 9)}])
def test_a_full_disk_is_told_in_the_room_that_the_file_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, Health]
) -> None:
    live = LiveHealth(tmp_path / "running.json")
    live.write(ONE, NOW)

    def full(data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(live, "_replace", full)
    live.write(now, NOW)
    found = live.read()
    assert found is not None
    assert found.healths == now
