"""Bringing a bundle into a profile: which names clash, what is replaced, what comes beside. Pure; any thread."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import later, quoted, tr
from mailflow_gui.core.model import Connection, Integration, Profile, free_name, walk
from mailflow_gui.store.bundle import Bundle

T = TypeVar("T", Connection, Integration)

#: How every remark begins that a connection's password has to be entered; its translations begin them, too.
ASKS = later("password needed")
_ADDRESS = re.compile(r"[^\s@<>,;:\"'()\[\]{}|]+@[^\s@<>,;:\"'()\[\]{}|]+")

#: Settings that don't decide to whom a password is shown. A change of any other one asks for the password again.
_HARMLESS = frozenset(("protocol", "port"))


class Clash(StrEnum):
    """What to do with an item whose name is taken."""

    REFUSE = "refuse"
    REPLACE = "replace"
    KEEP_BOTH = "keep-both"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one item. `did`: added, replaced, renamed. `remarks` are worth a look before it is started."""

    kind: str
    name: str
    did: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The new profile, one arrival an item, and the connections whose saved passwords no longer belong to anything."""

    profile: Profile
    arrivals: tuple[Arrival, ...]
    outdated: tuple[Connection, ...] = ()


def merge(profile: Profile, bundle: Bundle, clash: Clash = Clash.REFUSE) -> Merged:
    """The profile with the bundle's items; integrations arrive switched off. Raises SettingsError when names clash.

    A replaced connection keeps its saved password only when the same server and user still get it, as securely.
    """
    if clash is Clash.REFUSE:
        _refuse_taken(profile, bundle)
    arrivals: list[Arrival] = []
    outdated: list[Connection] = []
    names: dict[str, str] = {}
    for connection in bundle.connections:
        old = _by_name(profile.connections, connection.name)
        if old is not None and clash is Clash.REPLACE:
            profile, kept = _replace_connection(profile, old, connection)
            outdated += [] if kept else [old]
            names[connection.name] = connection.name
            arrivals.append(_connection_arrival(connection, connection.name, "replaced", asks=not kept))
            continue
        name = free_name({one.name for one in profile.connections}, connection.name)
        names[connection.name] = name
        profile = profile.with_connection(replace(connection, name=name))
        arrivals.append(_connection_arrival(connection, name, "added" if name == connection.name else "renamed"))
    for integration in bundle.integrations:
        arriving = replace(integration, enabled=False).pointed(names)
        profile, arrival = _add_integration(profile, arriving, clash)
        arrivals.append(arrival)
    return Merged(profile, tuple(arrivals), tuple(outdated))


def _add_integration(profile: Profile, item: Integration, clash: Clash) -> tuple[Profile, Arrival]:
    old = _by_name(profile.integrations, item.name)
    remarks = (tr("stopped"), *_addresses(item))
    if old is not None and clash is Clash.REPLACE:
        changed = replace(item, id=old.id, version=old.version + 1 if old.version else 0)
        return profile.with_integration(changed), Arrival("integration", item.name, "replaced", remarks)
    name = free_name({one.name for one in profile.integrations}, item.name)
    did = "added" if name == item.name else "renamed"
    return profile.with_integration(replace(item, name=name)), Arrival("integration", name, did, remarks)


def _refuse_taken(profile: Profile, bundle: Bundle) -> None:
    taken = [one.name for one in bundle.connections if _by_name(profile.connections, one.name)]
    taken += [one.name for one in bundle.integrations if _by_name(profile.integrations, one.name)]
    if taken:
        names = ", ".join(map(quoted, dict.fromkeys(taken)))
        raise SettingsError(
            tr("Names in the file are taken"),
            tr("You already have {names}. Nothing was imported.", names=names),
            cause="NAME_TAKEN",
            fix=tr("Use --replace to change yours, or --keep-both to import under other names."),
            fields=("name",),
        )


def _replace_connection(profile: Profile, old: Connection, new: Connection) -> tuple[Profile, bool]:
    """The profile with the new connection in the old one's place, and whether its password was kept."""
    kept = _shows_password_to(old) == _shows_password_to(new)
    same = dict(old.values) == dict(new.values) and kept
    arriving = replace(
        new,
        id=old.id if kept else new.id,
        validated=old.validated if same else "",
        failed=old.failed if same else "",
    )
    connections = tuple(arriving if one.id == old.id else one for one in profile.connections)
    moved = tuple(one.pointed({old.name: arriving.name}) for one in profile.integrations)
    return Profile(connections, moved), kept


def _shows_password_to(item: Connection) -> tuple[str, Mapping[str, Plain]]:
    return item.connector, {key: value for key, value in item.values.items() if key not in _HARMLESS}


def _connection_arrival(item: Connection, name: str, did: str, *, asks: bool = True) -> Arrival:
    user = str(item.values.get("username") or "")
    remarks = [str(item.values["host"])] if item.values.get("host") else []
    remarks += [tr("password needed for {user}", user=user)] if user and asks else []
    remarks += [tr("{key} is on", key=key) for key, value in item.values.items() if value is True]
    return Arrival("connection", name, did, tuple(remarks))


def _addresses(item: Integration) -> tuple[str, ...]:
    """Every email address that is written into the steps: where an imported integration may send to."""
    found = [address for step in walk(item.steps) for text in _texts(step.values) for address in _ADDRESS.findall(text)]
    return (tr("names {addresses}", addresses=", ".join(dict.fromkeys(found))),) if found else ()


def _texts(value: Plain) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, (list, tuple)):
        return [text for one in value for text in _texts(one)]
    return []


def _by_name(items: tuple[T, ...], name: str) -> T | None:
    return next((one for one in items if one.name.casefold() == name.casefold()), None)
