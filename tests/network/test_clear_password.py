"""A password never crosses a real network in clear without the person's consent; the octets are the proof."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest

from tests.journeys.bench import Bench, receive, send
from tests.network.lan import EVERY_ADDRESS, FAR, Lan
from tests.network.name_server import NameServer
from tests.network.traveller import Traveller
from tests.reliability.proxy import FaultProxy, Way
from tests.servers.fake_imap import FakeImap
from tests.servers.fake_pop3 import FakePop3
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.netns

USER, PASSWORD = "info@example.org", "secret"
SPELLINGS = [PASSWORD.encode(), base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()), base64.b64encode(PASSWORD.encode())]
CONNECTORS = {"imap": "email-receive", "pop3": "email-receive", "smtp": "email-send"}
every_protocol = pytest.mark.parametrize("protocol", CONNECTORS)


def server_of(protocol: str) -> FakeImap | FakePop3 | SmtpSink:
    """A server that offers sign-in without encryption."""
    if protocol == "smtp":
        return SmtpSink(users={USER: PASSWORD})
    return FakeImap() if protocol == "imap" else FakePop3()


@pytest.fixture
def wire(lan: Lan, protocol: str) -> Iterator[FaultProxy]:
    """What every octet to the server passes, on the far computer."""
    lan.connect()
    with lan.serving(server_of(protocol)) as server:
        proxy = FaultProxy(server.port)
        proxy.address = EVERY_ADDRESS
        with lan.serving(proxy):
            yield proxy


def connect(bench: Bench, protocol: str, wire: FaultProxy, host: str = FAR, **values: bool) -> None:
    choice = {} if protocol == "smtp" else {"protocol": protocol}
    bench.connect(
        "Account", CONNECTORS[protocol], PASSWORD,
        **choice, **values, host=host, port=wire.port, username=USER, secureType="None",
    )  # fmt: skip


def told(wire: FaultProxy) -> list[bytes]:
    """The spellings of the password that went over the wire."""
    return [one for one in SPELLINGS if one in wire.passed[Way.TO_SERVER]]


@every_protocol
def test_without_consent_nothing_is_sent(bench: Bench, traveller: Traveller, protocol: str, wire: FaultProxy) -> None:
    connect(bench, protocol, wire)
    checks = traveller.validate("Account")
    assert checks["port"]["state"] == "ok", "the server was there to be told"
    assert (checks["encryption"]["cause"], checks["sign-in"]["state"]) == ("PLAINTEXT_PASSWORD", "not-tried")
    assert bytes(wire.passed[Way.TO_SERVER]) == b""


@every_protocol
def test_with_consent_it_signs_in(bench: Bench, traveller: Traveller, protocol: str, wire: FaultProxy) -> None:
    connect(bench, protocol, wire, allowUnencryptedSignIn=True)
    checks = traveller.validate("Account")
    assert checks["encryption"]["state"] == "warning"
    assert {one["state"] for name, one in checks.items() if name != "encryption"} == {"ok"}
    assert told(wire), "the search for the password has to find one that went out"


@pytest.mark.parametrize("protocol", ["imap"])
def test_the_address_decides_and_not_the_name(
    bench: Bench, lan: Lan, traveller: Traveller, protocol: str, wire: FaultProxy
) -> None:
    """A name of this computer's own network that leads elsewhere."""
    connect(bench, protocol, wire, host="localhost.ourcompany.example")
    traveller.ask(FAR)
    with lan.serving(NameServer(FAR, {"localhost.ourcompany.example": FAR})):
        assert traveller.validate("Account")["encryption"]["cause"] == "PLAINTEXT_PASSWORD"
    assert bytes(wire.passed[Way.TO_SERVER]) == b""


@pytest.mark.parametrize("protocol", ["imap"])
def test_a_running_integration_does_not_send_it_either(
    bench: Bench, traveller: Traveller, protocol: str, wire: FaultProxy
) -> None:
    connect(bench, protocol, wire)
    bench.connect("Outbox", "email-send", host=FAR, port=25, secureType="None")
    bench.integrate(receive("Account"), send())
    with traveller.running() as run:
        run.wait_for("failed", cause="PLAINTEXT_PASSWORD")
        run.wait_for("stopped")
    assert bytes(wire.passed[Way.TO_SERVER]) == b""
