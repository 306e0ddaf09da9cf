"""Finds the connectors and step kinds: every module of `connectors/` and `steps/` that offers one. No registration."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from mailflow_gui.core.connector import Action, Connector
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.model import Step
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepKind


@dataclass(frozen=True, slots=True)
class Catalog:
    """All kinds, by id."""

    connectors: tuple[Connector, ...]
    steps: tuple[StepKind, ...]

    def connector(self, id: str) -> Connector:
        """The connector of this id. Raises SettingsError."""
        for one in self.connectors:
            if one.id == id:
                return one
        raise SettingsError(f"There is no connector “{id}”", cause="UNKNOWN_CONNECTOR")

    def step(self, id: str) -> StepKind:
        """The step kind of this id. Raises SettingsError."""
        for one in self.steps:
            if one.id == id:
                return one
        raise SettingsError(f"There is no step kind “{id}”", cause="UNKNOWN_STEP")

    def action(self, id: str) -> tuple[Connector, Action]:
        """The action of this id and its connector. Raises SettingsError."""
        for connector in self.connectors:
            for action in connector.actions:
                if action.id == id:
                    return connector, action
        raise SettingsError(f"There is no action “{id}”", cause="UNKNOWN_ACTION")

    def settings_of(self, step: Step) -> type[Settings]:
        """The settings class of a saved step."""
        return self.action(step.action)[1].settings if step.is_connection else self.step(step.kind).settings

    def title_of(self, step: Step) -> str:
        """The title of a saved step's kind or action; its bare id when unknown."""
        try:
            return self.action(step.action)[1].title if step.is_connection else self.step(step.kind).title
        except SettingsError:
            return step.action or step.kind


def discover(connectors: ModuleType, steps: ModuleType) -> Catalog:
    """The catalog of two packages: their modules' `CONNECTOR` and `KIND` objects, ordered by title."""
    found_connectors = [m.CONNECTOR for m in _modules(connectors) if hasattr(m, "CONNECTOR")]
    found_steps = [m.KIND for m in _modules(steps) if hasattr(m, "KIND")]
    return Catalog(
        tuple(sorted(found_connectors, key=lambda one: str(one.title))),
        tuple(sorted(found_steps, key=lambda one: str(one.title))),
    )


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(package.__path__):
        if not info.name.startswith("_"):
            yield importlib.import_module(f"{package.__name__}.{info.name}")
