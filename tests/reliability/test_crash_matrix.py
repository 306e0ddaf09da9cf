"""A crash at every action, after the model of isync's tests: nothing lost, nothing doubled, doubts only where due."""

from __future__ import annotations

import pytest

from tests.reliability.broken import BREACHES, Breach
from tests.reliability.matrix import Matrix
from tests.reliability.plant import SCENARIOS, Scenario


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_every_point(scenario: Scenario) -> None:
    with Matrix() as matrix:
        found = matrix.check(scenario)
    print(f"{scenario.name}: {found}")
    assert (found.lost, found.doubled, found.other) == (0, 0, 0), "\n".join(found.notes[:20])


def test_killed_again_while_it_recovers() -> None:
    scenario = next(one for one in SCENARIOS if one.name == "IMAP, delete")
    with Matrix() as matrix:
        found = matrix.check_twice(scenario, stride=5, depth=12)
    print(f"{scenario.name}, killed twice: {found}")
    assert found.points > 200
    assert (found.lost, found.doubled, found.other) == (0, 0, 0), "\n".join(found.notes[:20])


@pytest.mark.parametrize("name", ["dot: written, the server has not got it", "dot: after"])
def test_killed_again_while_it_looks_into_the_sent_folder(name: str) -> None:
    scenario = next(one for one in SCENARIOS if one.name == "Sent folder, filed")
    with Matrix() as matrix:
        found = matrix.check_recovery(scenario, name)
    print(f"{scenario.name}, {name}, killed twice: {found}")
    assert (found.lost, found.doubled, found.other, found.held) == (0, 0, 0, 0), "\n".join(found.notes[:20])


def test_a_thousand_points_and_more() -> None:
    with Matrix() as matrix:
        assert sum(matrix.length(one)[0] for one in SCENARIOS) >= 1000


# ---- the matrix notices what it is there for ----


@pytest.mark.parametrize("breach", BREACHES, ids=lambda one: one.name)
def test_a_broken_protocol_is_found_out(breach: Breach) -> None:
    found = breach.check()
    print(f"{breach.name}: {found}")
    assert getattr(found, breach.harm) > 0
