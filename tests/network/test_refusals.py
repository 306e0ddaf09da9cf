"""What firewalls do to a connection, as Validate names it: refuse it, lose it, or reset it once it stands."""

from __future__ import annotations

import pytest

from tests.journeys.bench import Bench
from tests.network.lan import EVERY_ADDRESS, FAR, Lan
from tests.network.traveller import Traveller
from tests.servers.fake_imap import FakeImap

pytestmark = pytest.mark.netns

#: A connection attempt, and anything said on a connection that stands.
ATTEMPT, WORDS = ("SYN,ACK", "SYN"), ("PSH", "PSH")


def check_through(rule: tuple[str, ...], packets: tuple[str, str], secure: str, bench: Bench, lan: Lan) -> list[str]:
    """Validate through a firewall with this rule for these packets: the causes of all checks."""
    server = FakeImap()
    server.address = EVERY_ADDRESS
    with lan.connect().serving(server):
        port = server.tls_port if secure == "SSL/TLS" else server.port
        lan.filter("-p", "tcp", "--dport", str(port), "--tcp-flags", *packets, "-j", *rule)
        bench.connect("Inbox", "email-receive", "secret", host=FAR, port=port, username="a", secureType=secure)
        checks = Traveller(bench, lan.near).validate("Inbox")
    return [f"{name}: {one['cause']}" for name, one in checks.items() if one["cause"]]


@pytest.mark.parametrize(
    "how", ["icmp-port-unreachable", "tcp-reset", "icmp-admin-prohibited", "icmp-host-unreachable"]
)
def test_refused(bench: Bench, lan: Lan, how: str) -> None:
    assert check_through(("REJECT", "--reject-with", how), ATTEMPT, "SSL/TLS", bench, lan) == ["port: REFUSED"]


def test_timed_out(bench: Bench, lan: Lan) -> None:
    assert check_through(("DROP",), ATTEMPT, "SSL/TLS", bench, lan) == ["port: TIMED_OUT"]


@pytest.mark.parametrize(("secure", "check"), [("SSL/TLS", "encryption"), ("StartTLS", "port")])
def test_reset_once_it_stands(bench: Bench, lan: Lan, secure: str, check: str) -> None:
    """With StartTLS the first word is the question whether it is offered, which belongs to the port's check."""
    rule = ("REJECT", "--reject-with", "tcp-reset")
    assert check_through(rule, WORDS, secure, bench, lan) == [f"{check}: CONNECTION_LOST"]


def test_lost_once_it_stands(bench: Bench, lan: Lan) -> None:
    assert check_through(("DROP",), WORDS, "SSL/TLS", bench, lan) == ["encryption: TIMED_OUT"]
