"""A computer without network: Validate says so, and a running integration goes on when the cable is in."""

from __future__ import annotations

import pytest

from tests.journeys.bench import Bench
from tests.journeys.letters import numbered, some, subjects
from tests.network.far_mail import FarMail
from tests.network.lan import FAR, Lan
from tests.network.namespaces import Namespace
from tests.network.traveller import Traveller

pytestmark = pytest.mark.netns

OFFLINE = ("NO_NETWORK", "This computer is offline")


@pytest.mark.parametrize("loopback", [False, True])
@pytest.mark.parametrize(("host", "check"), [("imap.example.org", "server"), (FAR, "port")])
def test_no_interface_but_loopback(bench: Bench, lan: Lan, host: str, check: str, loopback: bool) -> None:
    bench.connect("Inbox", "email-receive", "secret", host=host, port=993, username="info@example.org")
    with Namespace(loopback=loopback) as alone:
        checks = Traveller(bench, alone).validate("Inbox")
    assert (checks[check]["cause"], checks[check]["error"]) == OFFLINE
    assert [one["state"] for one in checks.values()].count("failed") == 1


def test_a_server_on_this_computer_needs_no_network(bench: Bench, traveller: Traveller) -> None:
    bench.connect("Inbox", "email-receive", "secret", host="localhost", port=993, username="info@example.org")
    assert traveller.validate("Inbox")["port"]["cause"] == "REFUSED"


def test_a_cable_without_a_way_out_does_for_its_own_network(bench: Bench, lan: Lan, traveller: Traveller) -> None:
    """Nothing answers on the far side, which is there all the same."""
    lan.connect(way_out=False).filter("-p", "tcp", "-j", "DROP")
    bench.connect("Inbox", "email-receive", "secret", host=FAR, port=993, username="info@example.org")
    assert traveller.validate("Inbox")["port"]["cause"] == "TIMED_OUT"


@pytest.mark.dovecot
def test_a_run_waits_for_the_network_and_goes_on_by_itself(
    bench: Bench, lan: Lan, mail: FarMail, traveller: Traveller
) -> None:
    mail.deliver(*some(1))
    mail.join(bench)
    with traveller.running() as run:
        waiting = run.wait_for("waiting", cause="NO_NETWORK")
        assert waiting["text"].startswith("This computer is offline. Trying again in ")
        assert run.told("connected") == []
        lan.connect()
        run.wait_for("sent")
    assert subjects(mail.sink) == numbered([1])
    assert mail.unread() == 0
