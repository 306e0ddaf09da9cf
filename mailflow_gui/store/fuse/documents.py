"""What an export says, as records: both layouts (by id, and the older list of models) give the same. Pure; any thread.

Nothing is judged here; whatever has the wrong type reads as absent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.store.fuse.plain import as_text, child, children, embedded, line_of, text_in

PRIMARY, ALTERNATE, API_PROVIDER = "PRIMARY", "ALTERNATE", "API_PROVIDER"
_MOST_ITEMS = 1_000
_MOST_STEPS = 300


@dataclass(frozen=True, slots=True)
class FuseConnection:
    """A connection. `properties` are the connector's own ones below those that were typed. `built_in`: never shown."""

    id: str
    name: str
    connector: str
    title: str
    description: str = ""
    properties: Mapping[str, str] = field(default_factory=dict, repr=False)
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class FuseStep:
    """A step: its kind, action and settings. `title` is what a person called it, or saw."""

    id: str
    kind: str
    title: str
    action: str
    connection: FuseConnection | None
    properties: Mapping[str, str]
    extension: str = ""


@dataclass(frozen=True, slots=True)
class FuseFlow:
    """A line of steps. A choice names those of its branches by their `id`."""

    type: str
    name: str
    steps: tuple[FuseStep, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class FuseIntegration:
    """An integration. `extras` names what it has besides its flows."""

    name: str
    description: str
    flows: tuple[FuseFlow, ...]
    extras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FuseExport:
    """All of an export that matters."""

    connections: tuple[FuseConnection, ...]
    integrations: tuple[FuseIntegration, ...]


def is_model(model: Plain) -> bool:
    """Whether it has the shape of one of the two layouts."""
    if not isinstance(model, Mapping):
        return False
    return isinstance(model.get("models"), list) or any(
        isinstance(model.get(key), (Mapping, list)) for key in ("integrations", "connections")
    )


def read_model(model: Plain) -> FuseExport:
    """The records of a model of either layout."""
    if isinstance(model, Mapping) and isinstance(model.get("models"), list):
        found = children(model, "models")
        connections = [child(one, "data") for one in found if one.get("kind") == "connection"]
        integrations = [child(one, "data") for one in found if one.get("kind") == "integration"]
    else:
        connections, integrations = children(model, "connections"), children(model, "integrations")
    return FuseExport(
        tuple(_connection(one) for one in connections[:_MOST_ITEMS]),
        tuple(_integration(one) for one in integrations[:_MOST_ITEMS]),
    )


def _connection(raw: Mapping[str, Plain]) -> FuseConnection:
    connector = child(raw, "connector")
    id = text_in(raw, "connectorId") or text_in(connector, "id")
    return FuseConnection(
        id=text_in(raw, "id"),
        name=line_of(text_in(raw, "name")),
        connector=id,
        title=line_of(text_in(connector, "name")) or id,
        description=text_in(raw, "description"),
        properties={**_properties(connector), **_properties(raw)},
        built_in=text_in(child(raw, "metadata"), "hide-from-connection-pages") == "true",
    )


def _integration(raw: Mapping[str, Plain]) -> FuseIntegration:
    flows = [_flow(one) for one in children(raw, "flows")]
    if not flows and children(raw, "steps"):
        flows = [_flow(raw)]
    extras = {"labels": raw.get("labels"), "environment variables": raw.get("environment")}
    return FuseIntegration(
        name=line_of(text_in(raw, "name")),
        description=text_in(raw, "description"),
        flows=tuple(flows),
        extras=tuple(name for name, value in extras.items() if value),
    )


def _flow(raw: Mapping[str, Plain]) -> FuseFlow:
    steps = tuple(_step(one) for one in children(raw, "steps")[:_MOST_STEPS])
    return FuseFlow(text_in(raw, "type") or PRIMARY, line_of(text_in(raw, "name")), steps, text_in(raw, "id"))


def _step(raw: Mapping[str, Plain]) -> FuseStep:
    action, connection = child(raw, "action"), child(raw, "connection")
    kind = text_in(raw, "stepKind")
    own = _connection(connection) if connection else None
    titles = (text_in(raw, "name"), own.name if own else "", text_in(action, "name"), kind, tr("Step"))
    return FuseStep(
        id=text_in(raw, "id"),
        kind=kind,
        title=next(line_of(one, 80) for one in titles if one.strip()),
        action=text_in(action, "id"),
        connection=own,
        properties=_properties(raw),
        extension=line_of(text_in(child(raw, "extension"), "name"), 80),
    )


def _properties(raw: Mapping[str, Plain]) -> dict[str, str]:
    """The configured properties as text, which is what the files hold; null and blank names are left out."""
    found = {}
    for key, value in child(raw, "configuredProperties").items():
        if isinstance(value, (Mapping, list)):
            found[key] = _written(value)
        elif value is not None:
            found[key] = as_text(value)
    return found


def _written(value: Plain) -> str:
    try:
        return as_text(json.dumps(value))
    except (ValueError, RecursionError):
        return ""


def rows_in(properties: Mapping[str, str], key: str) -> list[Mapping[str, Plain]]:
    """The list of mappings that a property holds as JSON text."""
    return children({"rows": embedded(properties.get(key, ""))}, "rows")
