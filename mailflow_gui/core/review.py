"""What an integration still needs before it can run: a pure look at the saved settings. Any thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Problem
from mailflow_gui.core.model import Integration, Profile, Step


@dataclass(frozen=True, slots=True)
class StepProblem:
    """A problem of one step; `index` counts from 0, `title` is the step's title."""

    step_id: str
    index: int
    title: str
    problem: Problem

    def __str__(self) -> str:
        return f"Step {self.index + 1}, {self.title}: {self.problem.message}"


def review(integration: Integration, profile: Profile, catalog: Catalog) -> tuple[StepProblem, ...]:
    """All problems, in the order of the steps; empty when the integration can be switched on."""
    found = []
    for index, step in enumerate(integration.steps):
        title = catalog.title_of(step)
        found += [StepProblem(step.id, index, title, one) for one in _of_step(step, index, profile, catalog)]
    if not integration.steps:
        found.append(StepProblem("", 0, "Start", Problem("", "Choose a connection that starts the integration.")))
    elif len(integration.steps) < 2:
        found.append(StepProblem("", 1, "Finish", Problem("", "Choose what finishes the integration.")))
    return tuple(found)


def _of_step(step: Step, index: int, profile: Profile, catalog: Catalog) -> Iterator[Problem]:
    try:
        settings = catalog.settings_of(step)
        if step.is_connection:
            connector, action = catalog.action(step.action)
            connection = profile.connection(step.connection)
            if connection.connector != connector.id:
                yield Problem(
                    "connection", f"“{connection.name}” can't do “{action.title}”. Choose another connection."
                )
            if (action.pattern is Pattern.FROM) != (index == 0):
                where = "start" if index else "be at the start of"
                yield Problem("action", f"“{action.title}” can't {where} an integration here.")
        elif index == 0:
            yield Problem("step", "An integration starts with a connection that receives.")
    except SettingsError as error:
        yield Problem("connection", error.title + ".")
        return
    yield from settings.check(step.values)[1]
