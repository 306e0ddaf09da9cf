"""What an integration still needs before it can run: a pure look at the saved settings. Any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.connector import Pattern
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Integration, Profile, Step


@dataclass(frozen=True, slots=True)
class StepProblem:
    """A problem of one step; `index` counts from 0, `title` is the step's title."""

    step_id: str
    index: int
    title: str
    problem: Problem

    def __str__(self) -> str:
        return tr(
            "Step {number}, {title}: {message}", number=self.index + 1, title=self.title, message=self.problem.message
        )


def review(integration: Integration, profile: Profile, catalog: Catalog) -> tuple[StepProblem, ...]:
    """All problems of what runs, in the order of the steps; empty when the integration can be switched on.

    Disabled steps have none. Problems of a step within a branch carry the index of the step that has the branch.
    """
    found = []
    for index, outer in enumerate(integration.steps):
        for step in _enabled((outer,)):
            title = catalog.title_of(step)
            place = index if step is outer else -1
            found += [StepProblem(step.id, index, title, one) for one in _of_step(step, place, profile, catalog)]
    if not integration.steps:
        found.append(
            StepProblem("", 0, tr("Start"), Problem("", tr("Choose a connection that starts the integration.")))
        )
    elif len(integration.steps) < 2:
        found.append(StepProblem("", 1, tr("Finish"), Problem("", tr("Choose what finishes the integration."))))
    return tuple(found)


def _enabled(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        if not step.disabled:
            yield step
            for flow in step.flows:
                yield from _enabled(flow.steps)


def _of_step(step: Step, index: int, profile: Profile, catalog: Catalog) -> Iterator[Problem]:
    """The problems of one step; `index` 0 is the start."""
    try:
        problems = catalog.read(step)[1]
        if step.is_connection:
            connector, action = catalog.action(step.action)
            connection = profile.connection(step.connection)
            if connection.connector != connector.id:
                yield Problem(
                    "connection",
                    tr(
                        "“{name}” can't do “{title}”. Choose another connection.",
                        name=connection.name,
                        title=action.title,
                    ),
                )
            elif action.unfit is not None and (words := action.unfit(connection.values)):
                yield Problem("connection", words)
            if (action.pattern is Pattern.FROM) != (index == 0):
                words = tr("“{title}” can't be at the start of an integration here.", title=action.title)
                if index:
                    words = tr("“{title}” can't start an integration here.", title=action.title)
                yield Problem("action", words)
        elif index == 0:
            yield Problem("step", tr("An integration starts with a connection that receives."))
    except SettingsError as error:
        yield Problem("connection", error.title + ".")
        return
    yield from problems
    yield from _of_flows(step, catalog)


def _of_flows(step: Step, catalog: Catalog) -> Iterator[Problem]:
    flow_settings = None if step.is_connection else catalog.step(step.kind).flow
    if flow_settings is None:
        if step.flows:
            yield Problem("flows", tr("“{step}” has no flows.", step=catalog.title_of(step)))
        return
    if not step.flows:
        yield Problem("flows", tr("Add a condition."))
    for number, flow in enumerate(step.flows):
        for one in flow_settings.check(flow.values)[1]:
            yield Problem(f"flows[{number}].{one.field}", one.message)
