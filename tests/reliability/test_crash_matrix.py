"""A crash at every action, after the model of isync's tests: nothing lost, nothing doubled, doubts only where due."""

from __future__ import annotations

import pytest

from tests.reliability.matrix import Matrix
from tests.reliability.plant import SCENARIOS, Scenario


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_every_point(scenario: Scenario) -> None:
    with Matrix() as matrix:
        found = matrix.check(scenario)
    print(f"{scenario.name}: {found}")
    assert (found.lost, found.doubled, found.other) == (0, 0, 0), "\n".join(found.notes[:20])
