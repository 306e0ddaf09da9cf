"""Kept samples on disk: whole or not at all, bounded, private, and never outside their folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.samples import KeptSample
from mailflow_gui.store import samples
from mailflow_gui.store.samples import SampleFiles

RAW = b"Subject: caf\xc3\xa9\r\nFrom: a@example.org\r\n\r\n\x00\xff\r\n"
ONE = KeptSample("a1", RAW, "INBOX/Leads", "17", "2026-11-24T14:30:00+00:00", "2026-11-24T14:31:00+00:00")


@pytest.fixture
def files(tmp_path: Path) -> SampleFiles:
    return SampleFiles(tmp_path / "samples")


def test_samples_come_back_byte_for_byte_the_newest_first(files: SampleFiles) -> None:
    later = replace(ONE, id="b2", raw=b"", at="2026-11-25T08:00:00+00:00")
    files.keep("x", ONE)
    files.keep("x", later)
    assert files.of("x") == (later, ONE)
    assert files.of("y") == ()


def test_the_same_message_is_kept_once(files: SampleFiles) -> None:
    files.keep("x", ONE)
    files.keep("x", replace(ONE, at="2026-11-26T08:00:00+00:00"))
    assert [one.at for one in files.of("x")] == ["2026-11-26T08:00:00+00:00"]


def test_what_lies_beside_the_message_may_be_missing_or_damaged(files: SampleFiles, tmp_path: Path) -> None:
    files.keep("x", ONE)
    beside = tmp_path / "samples" / "x" / "a1.yaml"
    beside.write_text("{")
    assert files.of("x") == (KeptSample("a1", RAW),)
    beside.unlink()
    assert files.of("x") == (KeptSample("a1", RAW),)


def test_dropped_and_forgotten_samples_leave_nothing(files: SampleFiles, tmp_path: Path) -> None:
    files.keep("x", ONE)
    files.keep("x", replace(ONE, id="b2"))
    files.drop("x", "a1")
    files.drop("x", "a1")
    assert [one.id for one in files.of("x")] == ["b2"]
    files.forget("x")
    files.forget("x")
    assert list((tmp_path / "samples").iterdir()) == []


def test_there_is_an_end_to_what_is_kept(files: SampleFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "MOST_SAMPLES", 1)
    monkeypatch.setattr(samples, "MOST_BYTES", len(RAW))
    files.keep("x", ONE)
    files.keep("x", replace(ONE, folder="INBOX"))
    with pytest.raises(StoreError, match="1 messages are kept already"):
        files.keep("x", replace(ONE, id="b2"))
    with pytest.raises(StoreError, match="too large"):
        files.keep("y", replace(ONE, raw=RAW + b"."))
    assert [one.id for one in files.of("x")] == ["a1"]


@pytest.mark.parametrize("id", ["../up", "", "a/b", "a" * 65])
def test_an_id_can_not_lead_out_of_the_folder(files: SampleFiles, id: str) -> None:
    with pytest.raises(StoreError):
        files.keep(id, ONE)
    with pytest.raises(StoreError):
        files.keep("x", replace(ONE, id=id))


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_samples_are_private(files: SampleFiles, tmp_path: Path) -> None:
    files.keep("x", ONE)
    place = tmp_path / "samples"
    modes = {path.stat().st_mode & 0o777 for path in place.rglob("*")}
    assert modes == {0o700, 0o600}


def test_a_folder_that_refuses_is_worded(files: SampleFiles, tmp_path: Path) -> None:
    (tmp_path / "samples").write_text("in the way")
    with pytest.raises(StoreError, match="could not be kept"):
        files.keep("x", ONE)
