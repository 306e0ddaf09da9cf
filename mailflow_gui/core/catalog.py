"""Finds the connectors and step kinds: every module of `connectors/` and `steps/` that offers one. No registration.

A module carries the name of its kind's id, so that a kind can be loaded alone. Any thread.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import ModuleType
from typing import TypeVar, overload

from mailflow_gui.core.connector import Action, Connector
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Problem
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Step
from mailflow_gui.core.settings import Settings
from mailflow_gui.core.step import StepKind

Kind = TypeVar("Kind", Connector, StepKind)

#: Settings read from a step, and what is wrong with them.
Reading = tuple[Settings, tuple[Problem, ...]]
#: So many readings are remembered: a flow of 40 steps is looked at again and again while a person edits it.
_REMEMBERED = 1000


class Kinds(Sequence[Kind]):
    """The kinds of a package, ordered by title. One that is asked for by its id is loaded alone, a walk loads all."""

    def __init__(self, package: ModuleType, attribute: str) -> None:
        self._package = package.__name__
        self._attribute = attribute
        self._names = [one.name for one in pkgutil.iter_modules(package.__path__) if not one.name.startswith("_")]
        self._loaded: dict[str, Kind | None] = {}

    def find(self, id: str) -> Kind | None:
        """The kind of this id, from the module of that name or else from any."""
        name = id.replace("-", "_")
        kind = self._load(name) if name in self._names else None
        return kind if kind is not None and kind.id == id else _find(self._all, id)

    def _load(self, name: str) -> Kind | None:
        if name not in self._loaded:
            self._loaded[name] = getattr(importlib.import_module(f"{self._package}.{name}"), self._attribute, None)
        return self._loaded[name]

    @cached_property
    def _all(self) -> tuple[Kind, ...]:
        found = [kind for kind in map(self._load, self._names) if kind is not None]
        return tuple(sorted(found, key=lambda one: str(one.title)))

    @overload
    def __getitem__(self, index: int) -> Kind: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Kind, ...]: ...

    def __getitem__(self, index: int | slice) -> Kind | tuple[Kind, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)


@dataclass(frozen=True, slots=True)
class Catalog:
    """All kinds, by id."""

    connectors: Sequence[Connector]
    steps: Sequence[StepKind]
    _readings: dict[tuple[int, str], tuple[Mapping[str, object], Reading]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def connector(self, id: str) -> Connector:
        """The connector of this id. Raises SettingsError."""
        found = _find(self.connectors, id)
        if found is None:
            raise SettingsError(tr("There is no connector “{id}”", id=id), cause="UNKNOWN_CONNECTOR")
        return found

    def step(self, id: str) -> StepKind:
        """The step kind of this id. Raises SettingsError."""
        found = _find(self.steps, id)
        if found is None:
            raise SettingsError(tr("There is no step kind “{id}”", id=id), cause="UNKNOWN_STEP")
        return found

    def action(self, id: str) -> tuple[Connector, Action]:
        """The action of this id and its connector. Raises SettingsError."""
        for connector in self.connectors:
            for action in connector.actions:
                if action.id == id:
                    return connector, action
        raise SettingsError(tr("There is no action “{id}”", id=id), cause="UNKNOWN_ACTION")

    def settings_of(self, step: Step) -> type[Settings]:
        """The settings class of a saved step."""
        return self.action(step.action)[1].settings if step.is_connection else self.step(step.kind).settings

    def read(self, step: Step) -> Reading:
        """The settings of a saved step and all problems with them. Raises SettingsError when its kind is unknown.

        Values are never changed in place, so that the same mapping is read once only.
        """
        key = (id(step.values), step.action or step.kind)
        known = self._readings.get(key)
        if known is None or known[0] is not step.values:
            settings, problems = self.settings_of(step).check(step.values)
            if len(self._readings) >= _REMEMBERED:
                self._readings.clear()
            known = self._readings[key] = (step.values, (settings, tuple(problems)))
        return known[1]

    def title_of(self, step: Step) -> str:
        """The title of a saved step's kind or action; its bare id when unknown."""
        try:
            return self.action(step.action)[1].title if step.is_connection else self.step(step.kind).title
        except SettingsError:
            return step.action or step.kind


def discover(connectors: ModuleType, steps: ModuleType) -> Catalog:
    """The catalog of two packages: their modules' `CONNECTOR` and `KIND` objects."""
    return Catalog(Kinds[Connector](connectors, "CONNECTOR"), Kinds[StepKind](steps, "KIND"))


def _find(kinds: Iterable[Kind], id: str) -> Kind | None:
    if isinstance(kinds, Kinds):
        return kinds.find(id)
    return next((one for one in kinds if one.id == id), None)
