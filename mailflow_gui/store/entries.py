"""What a document holds of connections and integrations: plain data in the order people read it.

Pure; any thread. Reading the same shape is in `layout.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.model import Connection, Flow, Integration, Profile, Step, walk
from mailflow_gui.core.settings import Settings
from mailflow_gui.store.layout import CONNECTION_KEYS, FLOW_KEYS, SAVED_ONLY, STEP_KEYS, is_secret

_REFERENCE = re.compile(r"steps\.([A-Za-z0-9_-]{1,64})\.")


def document_of(profile: Profile, *, saved: bool, catalog: Catalog | None = None) -> dict[str, Plain]:
    """Plain data for `emitter.emit`. With a catalog the settings stand in declared order, without any secret field.

    Raises ValueError when a setting has the name of one of our own keys.
    """
    document: dict[str, Plain] = {"mailflow": 1}
    if profile.connections or saved:
        document["connections"] = [_connection_entry(one, saved, catalog) for one in profile.connections]
    if profile.integrations or saved:
        document["integrations"] = [_integration_entry(one, saved, catalog) for one in profile.integrations]
    return document


def _connection_entry(item: Connection, saved: bool, catalog: Catalog | None) -> dict[str, Plain]:
    settings = _find(catalog, lambda c: c.connector(item.connector).settings)
    own = {"name": item.name, "id": item.id, "description": item.description, "connector": item.connector}
    state = {"validated": item.validated, "failed": item.failed}
    return {
        **_present(own, saved),
        **_present(state, saved),
        **_settings(item.values, CONNECTION_KEYS, settings, saved),
    }


def _integration_entry(item: Integration, saved: bool, catalog: Catalog | None) -> dict[str, Plain]:
    own = {
        "name": item.name,
        "id": item.id,
        "description": item.description,
        "labels": list(item.labels),
        "version": item.version,
    }
    steps = _step_entries(item.steps if saved else item.working, saved, catalog)
    entry = {**_present(own, saved), "enabled": item.enabled, "steps": steps}
    if saved and item.draft is not None:
        entry["draft"] = _step_entries(item.draft, saved, catalog)
    return entry


def _step_entries(steps: Sequence[Step], saved: bool, catalog: Catalog | None) -> list[Plain]:
    """Entries of the steps; in a file for others only those steps have an id that another one names."""
    named = {step.id for step in walk(steps)} if saved else _named(steps)
    return [_step_entry(step, saved, catalog, named) for step in steps]


def _named(steps: Sequence[Step]) -> set[str]:
    """Ids that stand in a `steps.<id>.<field>` anywhere in the settings."""
    values = [(step.values, [flow.values for flow in step.flows]) for step in walk(steps)]
    return set(_REFERENCE.findall(repr(values)))


def _step_entry(step: Step, saved: bool, catalog: Catalog | None, named: set[str]) -> dict[str, Plain]:
    settings = _find(catalog, lambda c: c.settings_of(step))
    own = {"connection": step.connection, "action": step.action, "step": step.kind}
    entry = {**_present(own, saved), **({"id": step.id} if step.id in named else {})}
    if step.disabled:
        entry["disabled"] = True
    entry.update(_settings(step.values, STEP_KEYS, settings, saved))
    if step.flows:
        flow_settings = _find(catalog, lambda c: c.step(step.kind).flow or Settings)
        entry["flows"] = [_flow_entry(flow, saved, catalog, named, flow_settings) for flow in step.flows]
    return entry


def _flow_entry(
    flow: Flow, saved: bool, catalog: Catalog | None, named: set[str], settings: type[Settings] | None
) -> dict[str, Plain]:
    values = _settings(flow.values, FLOW_KEYS, settings, saved)
    steps = [_step_entry(step, saved, catalog, named) for step in flow.steps]
    return {**_present({"id": flow.id}, saved), **values, "steps": steps}


def _present(own: Mapping[str, Any], saved: bool) -> dict[str, Plain]:
    return {key: value for key, value in own.items() if value and (saved or key not in SAVED_ONLY)}


def _settings(
    values: Mapping[str, Plain], own: Sequence[str], settings: type[Settings] | None, saved: bool
) -> dict[str, Plain]:
    clash = sorted(set(values).intersection(own))
    if clash:
        raise ValueError(f"a setting can't be called {clash[0]}")
    kept = {key: value for key, value in values.items() if saved or not is_secret(key, settings)}
    if settings is None:
        return kept
    known = [key for key in settings.FIELDS if key in kept]
    return {key: kept[key] for key in (*known, *(key for key in kept if key not in known))}


def _find(catalog: Catalog | None, find: Callable[[Catalog], type[Settings]]) -> type[Settings] | None:
    try:
        return find(catalog) if catalog is not None else None
    except SettingsError:
        return None
