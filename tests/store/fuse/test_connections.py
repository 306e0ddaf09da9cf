"""Connections of an export: defaults, passwords that stay outside, twins, and those that only a step holds."""

from __future__ import annotations

from typing import Any

import pytest

from mailflow_gui.store.fuse import reader
from tests.store.fuse.exports import (
    CATALOG,
    INBOX,
    OUTBOX,
    connection,
    integration,
    model,
    packed,
    read,
    receive,
    remarks,
    send,
)


def adopt(connector: str, **properties: Any) -> tuple[dict[str, Any], str]:
    one = connection("c9", connector, "Mine", **properties)
    found = reader.read(packed(model(connections=(one,))), "export.zip", CATALOG)
    return dict(found.bundle.connections[0].values), remarks(found, "connection")


def test_all_fields_come_along_in_our_form() -> None:
    pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    values, words = adopt("email-receive", **INBOX, serverCertificate=pem)
    assert values == {
        "protocol": "imap",
        "host": "imap.example.org",
        "port": 993,
        "username": "ann",
        "secureType": "SSL/TLS",
        "serverCertificate": pem,
    }
    assert words == "added | Mine | password needed"


def test_what_was_never_changed_is_missing_in_the_file() -> None:
    values, _ = adopt("email-receive", host="h.example.org", port="143")
    assert values == {"protocol": "imap", "host": "h.example.org", "port": 143, "secureType": "None"}
    values, words = adopt("email-send", host="h.example.org", port=25)
    assert values == {"host": "h.example.org", "port": 25, "secureType": "None"}
    assert words == "added | Mine"


def test_the_protocol_of_a_send_connection_and_encrypted_spellings() -> None:
    assert "protocol" not in adopt("email-send", **OUTBOX, protocol="smtp")[0]
    values, _ = adopt("email-receive", host="h.example.org", port="995", protocol="pop3s")
    assert (values["protocol"], values["secureType"]) == ("pop3", "SSL/TLS")


@pytest.mark.parametrize(
    ("password", "words"),
    [("»ENC:0123abcd", "encrypted for the other installation"), ("hunter2", "a password was in the file; enter it")],
)
def test_no_password_comes_along(password: str, words: str) -> None:
    one = connection("c9", "email-send", "Mine", **OUTBOX, password=password)
    found = reader.read(packed(model(connections=(one,))), "export.zip", CATALOG)
    assert password not in repr(found)
    assert "password" not in found.bundle.connections[0].values
    assert words in remarks(found, "connection")
    assert "password needed" in remarks(found, "connection")


def test_values_that_no_field_takes_are_left_out_and_what_is_missing_is_told() -> None:
    values, words = adopt("email-receive", port="many", secureType="Magic", serverCertificate="x", host="")
    assert values == {"protocol": "imap"}
    for part in ("Port Number was left out", "Method was left out", "Copy everything from BEGIN", "host:", "port:"):
        assert part in words


def test_a_connection_that_only_a_step_holds_comes_along_once() -> None:
    found = reader.read(
        packed(model(integration(receive(), send(), name="A"), integration(receive(), send(), name="B"))),
        "e.zip",
        CATALOG,
    )
    assert [one.name for one in found.bundle.connections] == ["In", "Out"]


def test_the_connection_at_the_top_wins_over_the_copy_in_a_step() -> None:
    top = connection("c1", "email-receive", "Renamed", **{**INBOX, "host": "new.example.org"})
    found = reader.read(packed(model(integration(receive(), send()), connections=(top,))), "e.zip", CATALOG)
    assert found.bundle.connections[0].values["host"] == "new.example.org"
    assert found.bundle.integrations[0].steps[0].connection == "Renamed"


def test_twins_without_a_name_or_an_id() -> None:
    one, other = receive("a"), receive("b")
    for each, host in ((one, "one.example.org"), (other, "two.example.org")):
        each["connection"] |= {"id": None, "name": "", "configuredProperties": {**INBOX, "host": host}}
    found = read(one, other)
    assert [one.name for one in found.bundle.connections] == ["Receive Email", "Receive Email 2"]
    assert [one.connection for one in found.bundle.integrations[0].steps] == ["Receive Email", "Receive Email 2"]


def test_a_step_without_its_connection_is_told() -> None:
    lonely = receive()
    del lonely["connection"]
    found = read(lonely, send(to="b@example.org"))
    assert found.bundle.integrations[0].steps[0].connection == ""
    assert "still missing: Step 1, Receive Email" in remarks(found)
