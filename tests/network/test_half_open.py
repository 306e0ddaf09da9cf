"""A line that goes dead without a word: soon visible, and once it is back each message arrives exactly once."""

from __future__ import annotations

import pytest

from mailflow_gui.core.limits import Limits
from tests.journeys.bench import Bench
from tests.journeys.letters import message_ids, numbered, raw, some, subjects
from tests.network.far_mail import Doors, FarMail
from tests.network.lan import Lan
from tests.network.relay import Relay
from tests.network.traveller import SECONDS, Run, Traveller

pytestmark = [pytest.mark.netns, pytest.mark.dovecot]

#: Seconds until a dead line is noticed, and told.
NOTICED = 12.0
DEAD = ("TIMED_OUT", "CONNECTION_LOST", "NO_NETWORK")

LARGE = 6_000_000
A_PART = 1_000_000


def large(number: int) -> bytes:
    """A message that takes many packets."""
    line = "x" * 70 + "\r\n"
    return raw(f"Mail {number}", line * (LARGE // len(line)), number)


def await_trouble(run: Run, relay: Relay, more: float = 0.0) -> None:
    """The integration says in good time that the server is gone."""
    assert relay.happened.wait(SECONDS)
    assert run.wait_for("waiting", seconds=NOTICED + more)["cause"] in DEAD


@pytest.mark.parametrize("how", ["packets lost", "cable out"])
def test_while_it_waits_for_news(bench: Bench, line: Lan, mail: FarMail, traveller: Traveller, how: str) -> None:
    ways = {"packets lost": (line.cut, line.mend), "cable out": (line.unplug, line.plug)}
    fail, repair = ways[how]
    mail.deliver(*some(1))
    with line.serving(Relay(mail.mailbox.server.ports["imap"], lambda sent, got: b"+ idling" in got, fail)) as relay:
        mail.join(bench, Doors(inbox=relay.port), push=True, delay="10m")
        with traveller.running() as run:
            run.wait_for("sent")
            await_trouble(run, relay)
            mail.deliver(*some(1, first=2))
            repair()
            run.wait_for("sent", count=2)
    assert subjects(mail.sink) == numbered([1, 2])
    assert mail.unread() == 0


@pytest.mark.parametrize(("protocol", "secure"), [("imap", "None"), ("imap", "SSL/TLS"), ("pop3", "None")])
def test_in_the_middle_of_a_fetch(
    bench: Bench, line: Lan, mail: FarMail, traveller: Traveller, protocol: str, secure: str
) -> None:
    door = mail.mailbox.server.ports[protocol if secure == "None" else f"{protocol}s"]
    mail.deliver(large(1), *some(1, first=2))
    with line.serving(Relay(door, lambda sent, got: len(got) > A_PART, line.cut)) as relay:
        mail.join(bench, Doors(protocol, secure, inbox=relay.port))
        with traveller.running() as run:
            # Under TLS a dead line looks like a closed one: it is opened anew first, which has its own limit.
            await_trouble(run, relay, more=Limits().connect if secure != "None" else 0.0)
            assert run.told("sent") == []
            line.mend()
            run.wait_for("sent", count=2)
    assert subjects(mail.sink) == numbered([1, 2])
    assert protocol == "pop3" or mail.unread() == 0


def test_in_the_middle_of_the_text_of_a_message(bench: Bench, line: Lan, mail: FarMail, traveller: Traveller) -> None:
    """Nothing was delivered yet, so that it is sent again by itself."""
    mail.deliver(large(1))
    with line.serving(Relay(mail.sink.port, lambda sent, got: len(sent) > A_PART, line.cut)) as relay:
        mail.join(bench, Doors(outbox=relay.port))
        with traveller.running() as run:
            await_trouble(run, relay)
            line.mend()
            mail.deliver(*some(1, first=2))
            run.wait_for("sent", count=2, seconds=50)
    assert sorted(subjects(mail.sink)) == numbered([1, 2])
    assert len(mail.sink.transactions) == 2, "the half of a message was taken for one"


@pytest.mark.parametrize("arrived", [True, False])
def test_between_the_dot_and_its_answer(
    bench: Bench, line: Lan, mail: FarMail, traveller: Traveller, arrived: bool
) -> None:
    """The dot, or only the answer to it, is lost: Mailflow can't know, so it asks, and goes on with the others."""

    def moment(sent: bytes, got: bytes) -> bool:
        return sent.endswith(b"\r\n.\r\n") if arrived else b"\r\n354 " in got

    mail.deliver(*some(3))
    with line.serving(Relay(mail.sink.port, moment, line.cut)) as relay:
        mail.join(bench, Doors(outbox=relay.port))
        with traveller.running() as run:
            assert relay.happened.wait(SECONDS)
            run.wait_for("held", cause="IN_DOUBT", seconds=NOTICED)
            line.mend()
            run.wait_for("sent", count=2)
            (doubtful,) = traveller.call("attention", "list", "--json")
            assert (doubtful["subject"], doubtful["cause"]) == ("Mail 1", "IN_DOUBT")
            assert subjects(mail.sink) == numbered([1, 2, 3] if arrived else [2, 3])
            traveller.tell("attention", "arrived" if arrived else "send-again", doubtful["exchange"])
            if not arrived:
                run.wait_for("sent", count=3)
            bench.wait_for(lambda: mail.unread() == 0, SECONDS, "all messages marked as read")
    assert traveller.call("attention", "list", "--json") == []
    assert sorted(subjects(mail.sink)) == numbered([1, 2, 3])
    assert len(set(message_ids(mail.sink))) == 3
