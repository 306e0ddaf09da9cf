"""Real name lookups: the answers of a name server on the far computer, and its silence."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.journeys.bench import Bench
from tests.network.lan import FAR, Lan
from tests.network.name_server import NameServer
from tests.network.traveller import Traveller

pytestmark = pytest.mark.netns

KNOWN = "mail.ourcompany.example"


@pytest.fixture
def names(lan: Lan, traveller: Traveller) -> Iterator[NameServer]:
    """The name server that the near computer asks."""
    lan.connect()
    traveller.ask(FAR)
    with lan.serving(NameServer(FAR, {KNOWN: FAR})) as server:
        yield server


def connect(bench: Bench, host: str) -> None:
    bench.connect("Inbox", "email-receive", "secret", host=host, port=993, username="info@example.org")


@pytest.mark.parametrize(
    ("host", "advice"),
    [
        ("imap.gmial.com", "Check the name (imap.gmail.com?). For an internal server connect to the VPN."),
        ("imap.ourcompany.example", "Check the name. For an internal server connect to the VPN."),
    ],
)
def test_a_name_that_is_denied(bench: Bench, traveller: Traveller, names: NameServer, host: str, advice: str) -> None:
    connect(bench, host)
    check = traveller.validate("Inbox")["server"]
    assert (check["cause"], check["error"]) == ("HOST_NOT_FOUND", f"Server “{host}” was not found")
    assert check["fix"] == advice
    assert host in names.asked


def test_a_name_that_is_denied_in_a_network_without_a_way_out(lan: Lan, bench: Bench, traveller: Traveller) -> None:
    lan.connect(way_out=False)
    traveller.ask(FAR)
    connect(bench, "imap.ourcompany.example")
    with lan.serving(NameServer(FAR, {})):
        assert traveller.validate("Inbox")["server"]["cause"] == "HOST_NOT_FOUND"


def test_a_name_that_is_known_leads_to_its_address(bench: Bench, traveller: Traveller, names: NameServer) -> None:
    connect(bench, KNOWN)
    checks = traveller.validate("Inbox")
    assert (checks["server"]["state"], checks["server"]["detail"]) == ("ok", f"{KNOWN} → {FAR}")
    assert checks["port"]["cause"] == "REFUSED"


def test_a_name_server_that_keeps_silent(bench: Bench, traveller: Traveller, names: NameServer) -> None:
    names.silent = True
    connect(bench, KNOWN)
    began = time.monotonic()
    check = traveller.validate("Inbox")["server"]
    assert (check["cause"], check["error"]) == ("LOOKUP_FAILED", f"The name “{KNOWN}” could not be looked up")
    assert check["milliseconds"] <= 10_500
    assert time.monotonic() - began < 20
    assert set(names.asked) == {KNOWN}


def test_a_name_server_that_fails(bench: Bench, traveller: Traveller, names: NameServer) -> None:
    names.failing = True
    connect(bench, KNOWN)
    assert traveller.validate("Inbox")["server"]["cause"] == "LOOKUP_FAILED"
