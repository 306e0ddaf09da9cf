"""Published versions and unsaved work on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mailflow_gui.core.errors import StoreError
from mailflow_gui.core.model import Flow, Integration, Step
from mailflow_gui.core.versions import Version, publish, switch
from mailflow_gui.store.snapshots import MOST_VERSIONS, UnsavedWork, VersionFiles
from tests.fakes.versions import MemoryVersions

FLOWS = (Flow({"predicate": "AND"}, (Step("log", id="inner", disabled=True),), id="flow"), Flow({}, (), id="default"))
ITEM = Integration(
    "Answers",
    (Step("conditional-flows", id="choice", flows=FLOWS),),
    id="abc",
    labels=("sales",),
    draft=(Step("log", id="x"),),
)


def test_versions_come_back_whole_and_newest_first(tmp_path: Path) -> None:
    versions = VersionFiles(tmp_path / "versions")
    first, second = (Version(n, f"2026-11-2{n}", replace(ITEM, version=n), "why") for n in (1, 2))
    versions.add(first)
    versions.add(second)
    assert versions.of("abc") == (second, first)
    assert versions.of("other") == ()


def test_a_damaged_version_is_passed_over(tmp_path: Path) -> None:
    versions = VersionFiles(tmp_path)
    versions.add(Version(1, "", ITEM))
    (tmp_path / "abc" / "2.yaml").write_text("{")
    assert [one.number for one in versions.of("abc")] == [1]


def test_the_oldest_versions_are_dropped(tmp_path: Path) -> None:
    versions = VersionFiles(tmp_path)
    for number in range(1, MOST_VERSIONS + 3):
        versions.add(Version(number, "", ITEM))
    assert [one.number for one in versions.of("abc")] == list(range(MOST_VERSIONS + 2, 2, -1))


def test_forgotten_versions_are_gone(tmp_path: Path) -> None:
    versions = VersionFiles(tmp_path)
    versions.add(Version(1, "", ITEM))
    versions.forget("abc")
    versions.forget("abc")
    assert versions.of("abc") == ()


def test_an_id_can_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        VersionFiles(tmp_path).add(Version(1, "", replace(ITEM, id="../up")))


def test_unsaved_work_is_kept_until_dropped(tmp_path: Path) -> None:
    work = UnsavedWork(tmp_path / "unsaved")
    work.keep(ITEM, "2026-11-24T10:00:00+00:00")
    assert [(one.integration, one.at) for one in work.all()] == [(ITEM, "2026-11-24T10:00:00+00:00")]
    work.drop("abc")
    work.drop("abc")
    assert work.all() == ()


def test_new_work_without_a_name_comes_back(tmp_path: Path) -> None:
    work, new = UnsavedWork(tmp_path / "unsaved"), replace(ITEM, name="", version=0)
    work.keep(new, "2026-11-24T10:00:00+00:00")
    assert [one.integration for one in work.all()] == [new]


def test_publishing_makes_the_draft_the_next_version() -> None:
    versions = MemoryVersions()
    after = publish(replace(ITEM, version=3), "now", versions, "note")
    assert (after.version, after.steps, after.draft) == (4, ITEM.draft, None)
    assert versions.of("abc") == (Version(4, "now", after, "note"),)


def test_the_first_switch_on_publishes() -> None:
    versions = MemoryVersions()
    after = switch(Integration("New", (Step("log"),)), True, "now", versions)
    assert (after.version, after.enabled) == (1, True)


def test_switching_on_leaves_the_draft_unpublished() -> None:
    after = switch(replace(ITEM, version=2), True, "now", MemoryVersions())
    assert (after.version, after.steps, after.draft) == (2, ITEM.steps, ITEM.draft)
