"""Operations on a flow by step id, within branches too; undo and redo."""

from __future__ import annotations

import pytest

from mailflow_gui.core.editing import (
    Place,
    Steps,
    Work,
    after,
    before,
    duplicated,
    find,
    inserted,
    level_of,
    moved,
    place_of,
    removed,
    replaced,
    with_flows,
)
from mailflow_gui.core.model import Flow, Integration, Step, walk

A, B, X, Y, Z = (Step("log", id=name) for name in "abxyz")
CHOICE = Step("conditional-flows", id="c", flows=(Flow({}, (X, Y), "f1"), Flow({"default": True}, (), "f2")))
FLOW: Steps = (A, CHOICE, B)


def ids(steps: Steps) -> str:
    return "".join(step.id for step in walk(steps))


def test_find_looks_into_branches() -> None:
    assert find(FLOW, "y") is Y
    assert find(FLOW, "nobody") is None


@pytest.mark.parametrize(
    ("id", "place"), [("a", Place("", 0)), ("b", Place("", 2)), ("y", Place("f1", 1)), ("nobody", None)]
)
def test_places(id: str, place: Place | None) -> None:
    assert place_of(FLOW, id) == place


def test_levels() -> None:
    assert [level_of(FLOW, level) for level in ("", "f1", "f2", "nobody")] == [FLOW, (X, Y), (), ()]


@pytest.mark.parametrize(
    ("place", "ids_before"), [(Place("", 2), "ac"), (Place("f1", 1), "acx"), (Place("f2", 0), "ac"), (Place("", 0), "")]
)
def test_what_a_message_passes_before_a_place(place: Place, ids_before: str) -> None:
    assert "".join(step.id for step in before(FLOW, place)) == ids_before


@pytest.mark.parametrize(("place", "ids_after"), [(Place("", 2), "b"), (Place("f1", 1), "yb"), (Place("f2", 0), "b")])
def test_what_a_message_passes_after_a_place(place: Place, ids_after: str) -> None:
    assert "".join(step.id for step in after(FLOW, place)) == ids_after


@pytest.mark.parametrize(
    ("place", "expected"),
    [(Place("", 0), "zacxyb"), (Place("", 3), "acxybz"), (Place("f1", 1), "acxzyb"), (Place("f2", 0), "acxyzb")],
)
def test_inserting(place: Place, expected: str) -> None:
    assert ids(inserted(FLOW, place, Z)) == expected


def test_removing_takes_branches_along() -> None:
    assert (ids(removed(FLOW, "x")), ids(removed(FLOW, "c"))) == ("acyb", "ab")


def test_replacing_keeps_the_place() -> None:
    other = Step("template", id="y")
    assert find(replaced(FLOW, other), "y") is other
    assert ids(replaced(FLOW, other)) == ids(FLOW)


@pytest.mark.parametrize(
    ("id", "place", "expected"),
    [
        ("a", Place("", 3), "cxyba"),
        ("b", Place("", 0), "bacxy"),
        ("a", Place("", 1), "acxyb"),
        ("x", Place("f1", 2), "acyxb"),
        ("x", Place("", 3), "acybx"),
        ("b", Place("f2", 0), "acxyb"),
        ("c", Place("", 0), "cxyab"),
    ],
)
def test_moving(id: str, place: Place, expected: str) -> None:
    assert ids(moved(FLOW, id, place)) == expected


def test_moving_into_another_branch_changes_the_level() -> None:
    assert place_of(moved(FLOW, "b", Place("f2", 0)), "b") == Place("f2", 0)


def test_a_step_can_not_move_into_itself() -> None:
    assert moved(FLOW, "c", Place("f1", 0)) == FLOW


def test_a_copy_has_new_ids_and_stands_behind() -> None:
    steps, copy = duplicated(FLOW, "c")
    assert place_of(steps, copy) == Place("", 2)
    assert len(set(ids(steps))) > len(set(ids(FLOW)))
    assert [step.kind for step in walk(steps)].count("conditional-flows") == 2


def test_other_conditions_keep_the_steps_of_known_branches() -> None:
    steps = with_flows(
        FLOW, "c", (Flow({"name": "Else"}, (), "f2"), Flow({"name": "First"}, (), "f1"), Flow({}, (), "f3"))
    )
    choice = find(steps, "c")
    assert choice is not None
    assert [(flow.id, flow.values.get("name"), flow.steps) for flow in choice.flows] == [
        *(("f2", "Else", ()), ("f1", "First", (X, Y)), ("f3", None, ()))
    ]


def work() -> Work:
    item = Integration("Test", FLOW, version=1)
    return Work(item, item)


def test_undo_and_redo_tell_their_words() -> None:
    one = work()
    one.change(removed(FLOW, "a"), "Log removed")
    assert (one.next_undo, one.changed) == ("Log removed", True)
    assert one.undo() == "Log removed"
    assert (one.steps, one.changed, one.next_redo) == (FLOW, False, "Log removed")
    assert one.redo() == "Log removed"
    assert one.steps == removed(FLOW, "a")


def test_typing_in_one_field_is_undone_together() -> None:
    one = work()
    for text in ("h", "he", "hel"):
        one.change(replaced(one.steps, Step("log", id="a", values={"customText": text})), "Log changed", merge="a")
    one.undo()
    assert one.steps == FLOW


def test_a_new_change_ends_what_could_be_redone() -> None:
    one = work()
    one.change(removed(FLOW, "a"), "1")
    one.undo()
    one.change(removed(FLOW, "b"), "2")
    assert (one.redo(), one.next_undo) == ("", "2")


def test_what_runs_is_left_alone_until_published() -> None:
    one = work()
    one.change(removed(FLOW, "a"), "x")
    assert (one.integration.steps, one.integration.draft) == (FLOW, removed(FLOW, "a"))


def test_nothing_to_undo_is_no_error() -> None:
    assert (work().undo(), work().redo()) == ("", "")
