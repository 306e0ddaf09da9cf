"""Connections of an export: the two email connectors become ours, every other one is told of. Pure; any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailflow_gui.core.catalog import Catalog
from mailflow_gui.core.fields import Plain
from mailflow_gui.core.language import tr
from mailflow_gui.core.model import Connection, free_name
from mailflow_gui.store.fuse.documents import FuseConnection, FuseExport
from mailflow_gui.store.fuse.settling import settle

RECEIVE, SEND = "email-receive", "email-send"
OURS = (RECEIVE, SEND)

_ENCRYPTED = "»ENC:"
_TAKEN_OVER = ("host", "port", "username", "secureType", "serverCertificate")


@dataclass(frozen=True, slots=True)
class Adopted:
    """One of our connections, made from the other, and what the person should know about it."""

    source: FuseConnection
    connection: Connection
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """All connections of an export: those that came along and those that Mailflow has no kind for."""

    adopted: tuple[Adopted, ...]
    skipped: tuple[FuseConnection, ...]

    def name_for(self, one: FuseConnection | None) -> str:
        """Our name of a connection as a step holds it; "" when it did not come along."""
        if one is None:
            return ""
        return next((mine.connection.name for mine in self.adopted if _is_same(mine.source, one)), "")


def adopt(export: FuseExport, catalog: Catalog) -> Adoption:
    """Converts the connections at the top and those that only a step holds."""
    adopted: list[Adopted] = []
    skipped: list[FuseConnection] = []
    for one in _all(export):
        if one.connector not in OURS:
            if not one.built_in and not any(_is_same(other, one) for other in skipped):
                skipped.append(one)
        elif not any(_is_same(other.source, one) for other in adopted):
            taken = {other.connection.name for other in adopted}
            adopted.append(_convert(one, taken, catalog))
    return Adoption(tuple(adopted), tuple(skipped))


def _all(export: FuseExport) -> Iterator[FuseConnection]:
    yield from export.connections
    flows = (flow for one in export.integrations for flow in one.flows)
    yield from (step.connection for flow in flows for step in flow.steps if step.connection is not None)


def _is_same(one: FuseConnection, other: FuseConnection) -> bool:
    """By id; files without ids go by what the connection is."""
    if one.connector != other.connector:
        return False
    if one.id or other.id:
        return one.id == other.id
    return (one.name, dict(one.properties)) == (other.name, dict(other.properties))


def _convert(one: FuseConnection, taken: Iterable[str], catalog: Catalog) -> Adopted:
    kind = catalog.connector(one.connector)
    settled = settle(kind.settings, _values(one))
    name = free_name(set(taken), one.name or kind.title)
    connection = Connection(name=name, connector=kind.id, values=settled.values, description=one.description.strip())
    missing = tuple(str(problem) for problem in kind.settings.check(settled.values)[1])
    return Adopted(one, connection, (*_password_remarks(one), *settled.remarks, *missing))


def _values(one: FuseConnection) -> dict[str, Plain]:
    """Our raw values. What was never changed is missing in the file: no encryption, imap."""
    values: dict[str, Plain] = {key: one.properties[key].strip() for key in _TAKEN_OVER if one.properties.get(key)}
    protocol = one.properties.get("protocol", "").strip().lower()
    encrypted = protocol in ("imaps", "pop3s", "smtps")
    values.setdefault("secureType", "SSL/TLS" if encrypted else "None")
    if one.connector == RECEIVE:
        values = {"protocol": (protocol.removesuffix("s") if encrypted else protocol) or "imap", **values}
    return values


def _password_remarks(one: FuseConnection) -> tuple[str, ...]:
    """Passwords never enter the bundle, for it is what a file holds. They are typed again in the connection."""
    password = one.properties.get("password", "")
    if password.startswith(_ENCRYPTED):
        return (tr("password needed: the one in the file is encrypted for the other installation"),)
    if password:
        return (tr("password needed: a password was in the file; enter it in the connection"),)
    return (tr("password needed"),) if one.properties.get("username", "").strip() else ()
