"""The crash matrix's other half: each commit in turn finds the disk full, once, and the program goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from mailflow_gui.core.errors import StoreError
from mailflow_gui.engine import runner
from tests.reliability.matrix import Count, Matrix
from tests.reliability.plant import SCENARIOS, Scenario, World, run
from tests.reliability.steps import Steps

_COMMITS = ("commit: before", "journal of the dot: before", "outcome: before")


#: Not those in which the world goes on meanwhile (what happens before the first look is another story then), and
#: not those in which a person decides: that commit's failure is told to the person.
ALONE = [one for one in SCENARIOS if not re.search("UIDVALIDITY|approval|limit of sending", one.name)]


@dataclass
class FullSteps(Steps):
    """At `target` the commit fails. `doubtful`: it was that of an answer to the dot."""

    missed: bool = False

    def point(self, name: str) -> None:
        """Raises StoreError at the target, which has to be a commit."""
        self.names.append(name)
        if len(self.names) == self.target:
            self.missed = name == _COMMITS[2]
            raise StoreError("Mailflow can't write its records", "The disk is full.", cause="STORE_UNUSABLE")


class FullMatrix(Matrix):
    """`check` tries every commit of a scenario."""

    def check(self, scenario: Scenario) -> Count:
        """The world must end as without trouble; a doubt is due only where the answer to the dot was not recorded."""
        with mock.patch.object(runner, "STORE_PAUSE", 0.0):
            _, whole = self.length(scenario)
            found = Count()
            for target, name in enumerate(self._names(scenario), 1):
                if name in _COMMITS:
                    found.add(self._check_point(scenario, target, whole))
        return found

    def _names(self, scenario: Scenario) -> list[str]:
        steps = Steps()
        with self._opened(self._fresh("names.db"), steps) as ledger:
            run(scenario, scenario.world(), ledger, steps, self._faults)
        return steps.names

    def _kill(self, scenario: Scenario, target: int, world: World, path: Path) -> tuple[Path, Steps]:
        """Nothing is killed: the run goes on to its end."""
        steps = FullSteps(target)
        with self._opened(path, steps) as ledger:
            run(scenario, world, ledger, steps, self._faults)
        assert len(steps.names) >= target, f"{scenario.name} has fewer than {target} points this time"
        steps.doubtful = steps.missed
        return path, steps
