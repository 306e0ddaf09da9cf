"""Builds exports as Fuse Online writes them, piece by piece, so that each test shows only what it is about."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from mailflow_gui import connectors, steps
from mailflow_gui.core.catalog import discover
from mailflow_gui.store.fuse import reader

CATALOG = discover(connectors, steps)
EMAIL_CLASS = "atlas:java?className=io.syndesis.connector.email.model.EMailMessageModel"

INBOX = {"protocol": "imap", "host": "imap.example.org", "port": "993", "username": "ann", "secureType": "SSL/TLS"}
OUTBOX = {"host": "smtp.example.org", "port": "587", "username": "ann", "secureType": "StartTLS"}


def connection(id: str, connector: str, name: str, **properties: Any) -> dict[str, Any]:
    """A connection with the embedded connector."""
    return {
        "id": id,
        "name": name,
        "connectorId": connector,
        "connector": {"id": connector, "name": connector.title()},
        "configuredProperties": properties,
    }


def receive(id: str = "in", **properties: Any) -> dict[str, Any]:
    """A Receive Email step with its connection."""
    return endpoint(
        id, "io.syndesis:email-read-connector", connection("c1", "email-receive", "In", **INBOX), properties
    )


def send(id: str = "out", **properties: Any) -> dict[str, Any]:
    """A Send Email step with its connection; the sender is typed."""
    own = {"from": "ann@example.org", **properties}
    return endpoint(id, "io.syndesis:email-send-connector", connection("c2", "email-send", "Out", **OUTBOX), own)


def endpoint(id: str, action: str, at: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    """A step of a connection."""
    described = {"actionType": "connector", "id": action, "name": "Act", "descriptor": {}}
    done = {"id": id, "stepKind": "endpoint", "action": described, "connection": at}
    return {**done, "configuredProperties": properties} if properties else done


def step(kind: str, id: str = "s", **properties: Any) -> dict[str, Any]:
    """A step without a connection."""
    return {"id": id, "stepKind": kind, "name": kind, "configuredProperties": properties}


def mapper(mappings: list[Any], id: str = "m", **more: Any) -> dict[str, Any]:
    """A data mapper step."""
    atlas = {"AtlasMapping": {"dataSource": [], "mappings": {"mapping": mappings}, "name": "UI.1", **more}}
    return step("mapper", id, atlasmapping=json.dumps(atlas))


def field(document: str, path: str, **more: Any) -> dict[str, Any]:
    """A field of an email (or of JSON with another jsonType)."""
    kind = {"jsonType": "io.atlasmap.java.v2.JavaField", "fieldType": "STRING"}
    return {**kind, "docId": document, "path": path, "name": path.strip("/"), **more}


def mapping(inputs: list[Any], outputs: list[Any], **more: Any) -> dict[str, Any]:
    """One mapping."""
    return {
        "jsonType": "io.atlasmap.v2.Mapping",
        "id": "mapping.1",
        "inputField": inputs,
        "outputField": outputs,
        **more,
    }


def integration(*steps: Any, name: str = "Flow", **more: Any) -> dict[str, Any]:
    """An integration with one flow."""
    flows = [{"id": "f1", "type": "PRIMARY", "steps": list(steps)}]
    return {"id": f"i-{name}", "name": name, "flows": flows, **more}


def model(*integrations: Any, connections: tuple[Any, ...] = (), colon: bool = True) -> dict[str, Any]:
    """model.json of the present layout."""
    mark = ":" if colon else ""
    return {
        "connections": {f"{mark}{one['id']}": one for one in connections},
        "connectors": {},
        "integrations": {f"{mark}{one['id']}": one for one in integrations},
    }


def packed(content: Any, schema: Any = 42) -> bytes:
    """The zip archive of a model."""
    return zipped({"model-info.json": json.dumps({"schemaVersion": schema}), "model.json": json.dumps(content)})


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """A zip archive of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(*steps: Any, **more: Any) -> reader.FuseImport:
    """What becomes of an export with one integration of these steps."""
    return reader.read(packed(model(integration(*steps, **more))), "export.zip", CATALOG)


def values(found: reader.FuseImport, place: int = 1) -> dict[str, Any]:
    """The values of a step of the first integration."""
    return dict(found.bundle.integrations[0].steps[place].values)


def remarks(found: reader.FuseImport, kind: str = "integration") -> str:
    """Everything that is said about items of a kind."""
    return "\n".join(" | ".join((one.did, one.name, *one.remarks)) for one in found.results if one.kind == kind)
