"""A slow line that loses every fifth packet and breaks: in the end each message has arrived exactly once."""

from __future__ import annotations

import pytest

from tests.journeys.bench import Bench
from tests.journeys.letters import message_ids, numbered, raw, subjects
from tests.network.far_mail import FarMail
from tests.network.lan import CABLE, Lan
from tests.network.traveller import Traveller
from tests.servers.ports import wait_until

pytestmark = [pytest.mark.netns, pytest.mark.dovecot]

COUNT = 8
#: Octets of a message; at 2 Mbit/s it is under way for a quarter of a second, twice.
SIZE = 60_000
SLOW = ("rate", "2mbit", "burst", "16kb", "latency", "200ms")


def test_a_slow_lossy_line_that_breaks(bench: Bench, line: Lan, mail: FarMail, traveller: Traveller) -> None:
    for computer in (line.near, line.far):
        computer.call("tc", "qdisc", "add", "dev", CABLE, "root", "tbf", *SLOW)
    line.filter("-m", "statistic", "--mode", "random", "--probability", "0.2", "-j", "DROP")
    text = f"{'x' * 70}\r\n" * (SIZE // 72)
    mail.deliver(*(raw(f"Mail {number}", text, number) for number in range(1, COUNT + 1)))
    mail.join(bench)

    def all_there() -> bool:
        """Asks what is in doubt, and answers as a person who looks at what arrived."""
        for one in traveller.call("attention", "list", "--json"):
            assert one["cause"] == "IN_DOUBT"
            arrived = one["subject"] in subjects(mail.sink)
            traveller.tell("attention", "arrived" if arrived else "send-again", one["exchange"])
        return len(subjects(mail.sink)) >= COUNT

    with traveller.running() as run:
        run.wait_for("sent", count=COUNT // 2)
        line.unplug()
        run.wait_for("waiting", cause="NO_NETWORK")
        line.plug()
        wait_until(all_there, 60, "each message at the server")
    assert sorted(subjects(mail.sink)) == numbered(range(1, COUNT + 1))
    assert len(set(message_ids(mail.sink))) == COUNT
