"""What an import does to a profile: nothing by surprise, integrations stopped, passwords only where they belonged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailflow_gui.core.errors import SettingsError
from mailflow_gui.core.model import Profile
from mailflow_gui.store import bundle
from mailflow_gui.store.bundle import Bundle
from mailflow_gui.store.merge import Clash, merge
from tests.store.sample import CATALOG, EXAMPLE


@pytest.fixture
def arriving() -> Bundle:
    return bundle.read(EXAMPLE.replace("enabled: false", "enabled: true"), CATALOG)


@pytest.fixture
def present(arriving: Bundle) -> Profile:
    profile = merge(Profile(), arriving).profile
    switched_on = replace(profile.integrations[0], enabled=True)
    validated = tuple(replace(one, validated="2026") for one in profile.connections)
    return replace(profile, connections=validated, integrations=(switched_on,))


def again(text: str = EXAMPLE) -> Bundle:
    return bundle.read(text, CATALOG)


def test_integrations_arrive_stopped_and_tell_where_they_send(arriving: Bundle) -> None:
    merged = merge(Profile(), arriving)
    assert [one.enabled for one in merged.profile.integrations] == [False]
    assert [(one.kind, one.did) for one in merged.arrivals] == [("connection", "added")] * 2 + [
        ("integration", "added")
    ]
    assert merged.arrivals[2].remarks == ("stopped", "names sales@ourcompany.com, info@ourcompany.com")
    assert "password needed for info@ourcompany.com" in merged.arrivals[0].remarks


def test_taken_names_are_refused_by_default(present: Profile) -> None:
    with pytest.raises(SettingsError) as caught:
        merge(present, again())
    assert caught.value.cause == "NAME_TAKEN"
    assert "“Obtain Info Emails”, “Send Emails to Leads”, “Welcome new leads”" in caught.value.hint


def test_keeping_both_renames_and_points_to_the_new_ones(present: Profile) -> None:
    merged = merge(present, again(), Clash.KEEP_BOTH)
    assert merged.profile.connections[:2] == present.connections
    assert merged.profile.integrations[0] == present.integrations[0]
    new = merged.profile.integrations[1]
    assert new.name == "Welcome new leads 2"
    assert [step.connection for step in new.steps if step.is_connection] == [
        *("Obtain Info Emails 2", "Send Emails to Leads 2")
    ]


def test_replacing_keeps_ids_and_stops(present: Profile) -> None:
    merged = merge(present, again(EXAMPLE.replace("maxResults: 5", "maxResults: 9")), Clash.REPLACE)
    assert [one.id for one in merged.profile.connections] == [one.id for one in present.connections]
    assert merged.profile.connections[0].validated == "2026"
    (integration,) = merged.profile.integrations
    assert (integration.id, integration.version, integration.enabled) == (present.integrations[0].id, 0, False)
    assert integration.steps[0].values["maxResults"] == 9
    assert merged.outdated == ()


@pytest.mark.parametrize(
    ("find", "put"),
    [
        ("host: mail.ourcompany.com", "host: mail.evil.example"),
        ("username: info@ourcompany.com\n    secureType: SSL/TLS\n    serverC", "secureType: SSL/TLS\n    serverC"),
        ("secureType: SSL/TLS\n    serverC", "secureType: None\n    serverC"),
        ("MIIBszCCAVmgAwIBAgIUQ2Zv", "AAAAAAAA"),
    ],
)
def test_a_password_is_not_handed_to_another_server(present: Profile, find: str, put: str) -> None:
    text = EXAMPLE.replace(find, put)
    assert text != EXAMPLE
    merged = merge(present, again(text), Clash.REPLACE)
    old, new = present.connections[0], merged.profile.connections[0]
    assert merged.outdated == (old,)
    assert new.id != old.id
    assert new.validated == ""
    assert len(merged.profile.connections) == 2


def test_another_port_keeps_the_password_but_not_the_validation(present: Profile) -> None:
    merged = merge(present, again(EXAMPLE.replace("port: 993", "port: 1993")), Clash.REPLACE)
    connection = merged.profile.connections[0]
    assert (connection.id, connection.validated) == (present.connections[0].id, "")


def test_replacing_by_another_case_carries_the_rename(present: Profile) -> None:
    text = EXAMPLE.replace("Obtain Info Emails", "OBTAIN info emails")
    merged = merge(present, again(text), Clash.REPLACE)
    for integration in merged.profile.integrations:
        assert integration.steps[0].connection == "OBTAIN info emails"
