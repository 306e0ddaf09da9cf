"""What the person made and we save: Connection, Step, Integration, Profile (the whole). Pure, frozen, no secret."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import later, tr, trn

T = TypeVar("T", "Connection", "Integration")


def new_id() -> str:
    """A fresh opaque id."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Connection:
    """A saved connection. `values` are the raw values under the file's keys, without secrets.

    `validated` is the ISO time of the last successful Validate of exactly these values, "" never; `failed` the title of
    the last failure.
    """

    name: str
    connector: str
    values: Mapping[str, Plain] = field(default_factory=dict)
    description: str = ""
    id: str = field(default_factory=new_id)
    validated: str = ""
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One saved step: of a `kind` (a step kind's id), or an `action` of a `connection` (its name).

    `flows` are the branches of a step that has some (Conditional Flows). A `disabled` step is left out of the run.
    """

    kind: str = ""
    connection: str = ""
    action: str = ""
    values: Mapping[str, Plain] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    disabled: bool = False
    flows: tuple[Flow, ...] = ()

    @property
    def is_connection(self) -> bool:
        """Whether the step uses a connection."""
        return bool(self.connection or self.action)


@dataclass(frozen=True, slots=True)
class Flow:
    """One branch of a step: its condition (`values`, by the settings class of the step kind) and its steps."""

    values: Mapping[str, Plain] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    id: str = field(default_factory=new_id)


def walk(steps: Iterable[Step]) -> Iterator[Step]:
    """Every step in reading order, those of branches after their step."""
    for step in steps:
        yield step
        for flow in step.flows:
            yield from walk(flow.steps)


def with_value(steps: Iterable[Step], id: str, key: str, value: Plain) -> tuple[Step, ...]:
    """The steps with one raw value of the step of this id changed, wherever it is."""

    def changed(step: Step) -> Step:
        flows = tuple(replace(flow, steps=with_value(flow.steps, id, key, value)) for flow in step.flows)
        values = {**step.values, key: value} if step.id == id else step.values
        return replace(step, values=values, flows=flows)

    return tuple(changed(step) for step in steps)


@dataclass(frozen=True, slots=True)
class Integration:
    """A saved integration: a list of steps. `enabled` is the switch.

    `steps` are what runs: the published `version`, which counts from 1. `draft` are saved steps that are not published
    yet; None when there are none. Before it was published for the first time `version` is 0 and `steps` are the draft.
    """

    name: str
    steps: tuple[Step, ...] = ()
    description: str = ""
    enabled: bool = False
    id: str = field(default_factory=new_id)
    version: int = 0
    labels: tuple[str, ...] = ()
    draft: tuple[Step, ...] | None = None

    @property
    def working(self) -> tuple[Step, ...]:
        """The steps that an editor shows: the draft when there is one."""
        return self.steps if self.draft is None else self.draft

    def with_draft(self, steps: tuple[Step, ...]) -> Integration:
        """A copy with these steps saved, and what runs left as it is."""
        if self.version == 0:
            return replace(self, steps=steps, draft=None)
        return replace(self, draft=None if steps == self.steps else steps)

    def published(self) -> Integration:
        """A copy whose working steps are the next version."""
        return replace(self, steps=self.working, draft=None, version=self.version + 1)

    def pointed(self, names: Mapping[str, str]) -> Integration:
        """A copy whose steps use other connections: names by the names before."""
        draft = None if self.draft is None else _pointed(self.draft, names)
        return replace(self, steps=_pointed(self.steps, names), draft=draft)

    def uses(self, connection: str) -> bool:
        """Whether a step uses the connection of this name, in what runs or in the draft."""
        return any(step.connection == connection for step in walk((*self.steps, *(self.draft or ()))))


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the person made. Operations return a new profile or raise SettingsError and change nothing."""

    connections: tuple[Connection, ...] = ()
    integrations: tuple[Integration, ...] = ()

    def connection(self, name: str) -> Connection:
        """The connection of this name. Raises SettingsError."""
        return _named(self.connections, name, later("There is no connection called “{name}”"))

    def integration(self, name: str) -> Integration:
        """The integration of this name. Raises SettingsError."""
        return _named(self.integrations, name, later("There is no integration called “{name}”"))

    def integration_of(self, id: str) -> Integration:
        """The integration of this id, whatever it is called now. Raises SettingsError."""
        for item in self.integrations:
            if item.id == id:
                return item
        raise SettingsError(tr("The integration was deleted"), tr("Nothing was changed."), cause="NOT_FOUND")

    def users_of(self, connection: str) -> tuple[Integration, ...]:
        """The integrations that use a connection."""
        return tuple(one for one in self.integrations if one.uses(connection))

    def with_connection(self, item: Connection) -> Profile:
        """Adds, or replaces the one with the same id; a rename is carried into the integrations."""
        _check_name(self.connections, item, later("The connection needs a name"))
        old = next((one for one in self.connections if one.id == item.id), None)
        changed = replace(self, connections=_put(self.connections, item))
        if old is None or old.name == item.name:
            return changed
        moved = tuple(one.pointed({old.name: item.name}) for one in self.integrations)
        return replace(changed, integrations=moved)

    def with_integration(self, item: Integration) -> Profile:
        """Adds, or replaces the one with the same id. Connections it names must exist."""
        _check_name(self.integrations, item, later("The integration needs a name"))
        for step in walk((*item.steps, *(item.draft or ()))):
            if step.connection:
                self.connection(step.connection)
        return replace(self, integrations=_put(self.integrations, item))

    def without_connection(self, name: str) -> Profile:
        """Deletes a connection; refused while an integration uses it, naming which."""
        item = self.connection(name)
        users = self.users_of(name)
        if users:
            names = ", ".join(tr("“{name}”", name=one.name) for one in users)
            raise SettingsError(
                trn(
                    "“{name}” is used by {count} integration",
                    "“{name}” is used by {count} integrations",
                    len(users),
                    name=name,
                ),
                tr("It can't be deleted while these use it: {names}.", names=names),
                cause="IN_USE",
            )
        return replace(self, connections=tuple(one for one in self.connections if one.id != item.id))

    def without_integration(self, name: str) -> Profile:
        """Deletes an integration."""
        item = self.integration(name)
        return replace(self, integrations=tuple(one for one in self.integrations if one.id != item.id))


def free_name(taken: set[str], wanted: str) -> str:
    """The wanted name, or the first of “name 2”, “name 3”… that is not taken (compared without case)."""
    low = {name.casefold() for name in taken}
    if wanted.casefold() not in low:
        return wanted
    number = 2
    while f"{wanted} {number}".casefold() in low:
        number += 1
    return f"{wanted} {number}"


def _named(items: tuple[T, ...], name: str, missing: str) -> T:
    for item in items:
        if item.name == name:
            return item
    raise SettingsError(tr(missing, name=name), cause="NOT_FOUND")


def _check_name(
    items: tuple[Connection, ...] | tuple[Integration, ...], item: Connection | Integration, nameless: str
) -> None:
    if not item.name.strip():
        raise SettingsError(tr(nameless), cause="NAME_MISSING", fields=("name",))
    if any(one.id != item.id and one.name.casefold() == item.name.casefold() for one in items):
        raise SettingsError(tr("That name is taken"), tr("Try another."), cause="NAME_TAKEN", fields=("name",))


def _put(items: tuple[T, ...], item: T) -> tuple[T, ...]:
    known = any(one.id == item.id for one in items)
    kept: list[T] = [item if one.id == item.id else one for one in items]
    if not known:
        kept.append(item)
    return tuple(kept)


def _pointed(steps: tuple[Step, ...], names: Mapping[str, str]) -> tuple[Step, ...]:
    return tuple(
        replace(
            step,
            connection=names.get(step.connection, step.connection),
            flows=tuple(replace(flow, steps=_pointed(flow.steps, names)) for flow in step.flows),
        )
        for step in steps
    )
