"""Going back to an earlier version: as the draft, or as what runs."""

from __future__ import annotations

from dataclasses import replace

from mailflow_gui.core.model import Integration, Step
from mailflow_gui.core.versions import Version, publish, restore, run_again, withdraw
from tests.fakes.versions import MemoryVersions

OLD = (Step(connection="Info", action="receive-email", id="a"), Step(kind="log", id="b"))
NEW = (OLD[0], Step(kind="template", id="c"))
AT = "2026-11-24T14:30:00+01:00"
FIRST = Version(1, AT, Integration("Leads", OLD, version=1, id="i"))


def present(**values: object) -> Integration:
    return replace(Integration("Leads", NEW, version=2, id="i", enabled=True), **values)  # type: ignore[arg-type]


def test_a_restored_version_is_the_draft_and_what_runs_stays() -> None:
    found = restore(present(), FIRST, {"Info"})
    assert (found.steps, found.draft, found.version, found.enabled) == (NEW, OLD, 2, True)


def test_restoring_what_runs_leaves_no_draft() -> None:
    same = Version(2, AT, Integration("Leads", NEW, version=2, id="i"))
    assert restore(present(draft=OLD), same, {"Info"}).draft is None


def test_a_connection_that_is_gone_has_to_be_chosen_again() -> None:
    draft = restore(present(), FIRST, {"Other"}).draft
    assert draft is not None
    assert [(step.connection, step.action) for step in draft] == [("", "receive-email"), ("", "")]


def test_a_version_that_runs_again_is_a_new_one_and_none_is_lost() -> None:
    kept = MemoryVersions()
    for steps in (OLD, NEW):
        publish(replace(FIRST.integration, version=len(kept.kept), draft=steps), AT, kept)
    found = run_again(present(), kept.of("i")[1], AT, kept)
    assert (found.version, found.steps, found.draft) == (3, OLD, None)
    assert [(one.number, one.integration.steps, one.note) for one in kept.of("i")] == [
        (3, OLD, "Version 1 again"),
        (2, NEW, ""),
        (1, OLD, ""),
    ]


def test_a_draft_survives_the_start_of_an_earlier_version() -> None:
    work = (OLD[0],)
    assert run_again(present(draft=work), FIRST, AT, MemoryVersions()).draft == work


def test_the_version_that_runs_is_not_made_anew() -> None:
    kept = MemoryVersions()
    one = present()
    assert run_again(one, Version(2, AT, one), AT, kept) is one
    assert kept.kept == []


def kept_both() -> MemoryVersions:
    kept = MemoryVersions()
    for number, steps in enumerate((OLD, NEW), 1):
        kept.add(Version(number, AT, Integration("Leads", steps, version=number, id="i")))
    return kept


def test_a_version_that_could_not_start_is_the_draft_again() -> None:
    kept = kept_both()
    found = withdraw(present(), 1, kept)
    assert (found.steps, found.draft, found.version, found.enabled) == (OLD, NEW, 1, True)
    assert [one.number for one in kept.of("i")] == [1]


def test_newer_work_is_not_replaced_by_refused_steps() -> None:
    work = (OLD[0],)
    assert withdraw(present(draft=work), 1, kept_both()).draft == work


def test_without_the_version_that_runs_nothing_is_withdrawn() -> None:
    kept = kept_both()
    kept.drop("i", 1)
    one = present()
    assert withdraw(one, 1, kept) is one
    assert [version.number for version in kept.of("i")] == [2]


def test_the_version_that_runs_is_never_withdrawn() -> None:
    one = present()
    assert withdraw(one, 2, kept_both()) is one
