"""Mail of ours that comes back without our header is known by its Message-ID, also through other integrations."""

from __future__ import annotations

from mailflow_gui.core.connector import Locator, Outgoing, Sender
from mailflow_gui.core.exchange import Exchange
from mailflow_gui.core.identity import message_id
from mailflow_gui.core.ledger import Intake, Place, Trip, TripState
from mailflow_gui.core.mime.parse import read_message
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.journey import Journey
from mailflow_gui.engine.pipeline import LiveStep
from tests.engine.workbench import Bench
from tests.fakes.mailbox import FakeTransport, mail

DONE, HELD = TripState.DONE, TripState.HELD


def letter(message_id: str, subject: str = "Hello") -> bytes:
    """A message of this Message-ID, with nothing else of ours in it."""
    return f"Message-ID: {message_id}\r\nFrom: ben@example.org\r\nSubject: {subject}\r\n\r\nText\r\n".encode()


def compose(exchange: Exchange, key: str) -> Outgoing:
    """Under the Message-ID that the product gives."""
    name = message_id(key, "example.com")
    return Outgoing("me@example.com", ("you@example.net",), letter(name), name)


class Hops:
    """Integrations over one ledger, by name; each takes a message through one send step to peers that strip headers."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._taken = 0

    def through(self, name: str, raw: bytes) -> tuple[TripState, str]:
        """Takes a message through an integration; its state, and the Message-ID of what went out ("" nothing)."""
        bench, transport = self._bench, FakeTransport()
        delivery = Delivery(name, "send", Sender(compose, transport), bench.ledger, bench.clock)
        journey = Journey([LiveStep("send", "Send", delivery)], bench.ledger, bench.clock, bench.publish)
        message = read_message(raw)
        self._taken += 1
        trip = Trip(
            f"{name}{self._taken}", Place(name, "account", "INBOX"), Locator("7", str(self._taken)), f"fp{self._taken}",
            f"hp{self._taken}", bench.clock.now().isoformat(), message_id=message.message_id, settles=False,
        )  # fmt: skip
        bench.ledger.take([(trip, raw)], Intake("7"))
        state = journey.travel(trip, message)
        sent = [read_message(wire).message_id for _, _, wire in transport.delivered]
        return state, sent[0] if sent else ""


def test_what_an_integration_sent_goes_no_further_when_it_comes_back(bench: Bench) -> None:
    hops = Hops(bench)
    state, sent = hops.through("a", mail(1))
    assert (state, sent[:4]) == (DONE, "<mf.")
    assert hops.through("a", letter(sent)) == (HELD, "")
    assert bench.ledger.activities(held=True)[0].cause == "LOOP"


def test_another_integration_takes_it_on(bench: Bench) -> None:
    hops = Hops(bench)
    _, sent = hops.through("a", mail(1))
    assert hops.through("b", letter(sent))[0] is DONE


def test_a_circle_through_another_integration_ends_at_its_first_turn(bench: Bench) -> None:
    hops = Hops(bench)
    _, first = hops.through("a", mail(1))
    _, second = hops.through("b", letter(first))
    assert hops.through("a", letter(second)) == (HELD, "")


def test_a_long_chain_ends_by_its_turns(bench: Bench) -> None:
    hops = Hops(bench)
    raw = mail(1)
    states = []
    for name in "abcdefg":
        state, sent = hops.through(name, raw)
        states.append(state)
        raw = letter(sent)
    assert states[:6] == [DONE] * 5 + [HELD]


def test_an_id_that_looks_like_ours_and_is_not_says_nothing(bench: Bench) -> None:
    hops = Hops(bench)
    hops.through("a", mail(1))
    for name in ("<mf.>", f"<mf.{'a' * 32}@example.com>", "<mf.zz@x>", "mf.", f"<mf.{'%' * 32}@example.com>"):
        assert hops.through("a", letter(name))[0] is DONE


def test_a_reply_to_what_was_sent_is_a_new_message(bench: Bench) -> None:
    hops = Hops(bench)
    _, sent = hops.through("a", mail(1))
    reply = letter("<reply@example.org>").replace(b"Subject:", b"In-Reply-To: " + sent.encode() + b"\r\nSubject: Re:")
    assert hops.through("a", reply)[0] is DONE
