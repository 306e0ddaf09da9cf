"""A line that breaks after any octet of a session: nothing lost, nothing doubled, doubts only between dot and reply.

Every 97th position of IMAP and every 13th of SMTP; MAILFLOW_FAULT_STEP=1 tries all.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.connectors.email_send import SendSettings
from mailflow_gui.core.connector import Sender, Source, Transport
from mailflow_gui.core.fields import Plain, SecretText
from mailflow_gui.core.settings import Settings
from mailflow_gui.engine.delivery import Delivery
from mailflow_gui.engine.intake import Rules
from mailflow_gui.engine.pipeline import LiveStep
from mailflow_gui.engine.plan import Plan
from mailflow_gui.engine.runner import Runner, Until
from mailflow_gui.store.ledger import SqliteLedger
from tests.fakes.mailbox import FakeMailbox, FakeTransport, compose, mail
from tests.reliability.outside import TickingClock
from tests.reliability.plant import PLACE, WAIT, read_fetched
from tests.reliability.proxy import Cut, End, FaultProxy, Way
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.timeout(3600 if os.environ.get("MAILFLOW_FAULT_STEP") else 120)

SUBJECTS = ["Hello 1", "Hello 2"]
POLLS = 3


@dataclass
class Outcome:
    """What a session with its cut led to. `doubts` are subjects; `arrived` is asked again after they are resolved."""

    passed: dict[Way, bytearray]
    doubts: list[str]
    arrived: list[str]
    held: int


def run_through(
    path: Path, source: Source, transport: Transport, arrived: Callable[[], list[str]]
) -> tuple[list[str], int]:
    """Polls until all is done, resolves doubts as a person would, and polls again: the doubts, and what stays held."""
    clock, ledger = TickingClock(), SqliteLedger(path)
    delivery = Delivery(PLACE.integration, "send", Sender(compose, transport), ledger, clock)
    plan = Plan(
        "Cut", PLACE, 1, source, "Receive Email", "receive", (LiveStep("send", "Send Email", delivery),), (delivery,),
        Rules(limit=-1), delay=0.1, settles=True,
    )  # fmt: skip

    def polls(count: int) -> None:
        for _ in range(count):
            Runner(plan, ledger, read_fetched, clock, lambda event: None).run(threading.Event(), Until(once=True))
            clock.moment += WAIT

    try:
        polls(POLLS)
        doubts = ledger.activities(held=True)
        assert {one.cause for one in doubts} <= {"IN_DOUBT"}
        for one in doubts:
            ledger.resolve_doubt(one.exchange, arrived=one.subject in arrived())
        polls(2 if doubts else 0)
        return [one.subject for one in doubts], len(ledger.activities(held=True))
    finally:
        ledger.close()


def checked(kind: type[Settings], **values: Plain) -> Settings:
    """Settings without an open problem."""
    settings, problems = kind.check(values)
    assert not problems
    return settings


def cut_imap(dovecot: Dovecot, path: Path, cut: Cut | None) -> Outcome:
    """Two messages through a cut IMAP session, to a sender that never fails."""
    user = dovecot.add_user()
    dovecot.deliver_all(user, [mail(1), mail(2)])
    transport = FakeTransport()

    def arrived() -> list[str]:
        return [wire.split(b"\r\n")[0].decode().removeprefix("Subject: ") for _, _, wire in transport.delivered]

    with FaultProxy(dovecot.ports["imap"], cut) as proxy:
        settings = checked(
            ReceiveSettings, protocol="imap", host="localhost", port=proxy.port, username=user,
            password=SecretText(dovecot.users[user]), secureType="None",
        )  # fmt: skip
        action = checked(ReceiveAction, maxResults=-1, afterSuccess="mark-seen")
        assert isinstance(settings, ReceiveSettings)
        assert isinstance(action, ReceiveAction)
        doubts, held = run_through(path, open_source(settings, action), transport, arrived)
    assert all("\\Seen" in flags for flags in dovecot.flags(user).values())
    return Outcome(proxy.passed, doubts, arrived(), held)


def cut_smtp(path: Path, cut: Cut | None) -> Outcome:
    """Two messages from a mailbox that never fails through a cut SMTP session."""
    from mailflow_gui.connectors._smtp_transport import SmtpTransport

    mailbox = FakeMailbox()
    mailbox.deliver(mail(1), mail(2))

    def arrived() -> list[str]:
        return [re.findall(rb"Subject: (.*)\r", one.content)[0].decode() for one in sink.messages]

    with SmtpSink() as sink, FaultProxy(sink.port, cut) as proxy:
        settings = checked(SendSettings, host="localhost", port=proxy.port, secureType="None")
        assert isinstance(settings, SendSettings)
        doubts, held = run_through(path, mailbox, SmtpTransport(settings), arrived)
    return Outcome(proxy.passed, doubts, arrived(), held)


def between_data_and_reply(whole: Outcome, cut: Cut) -> bool:
    """Whether at this cut the dot may have been written and its reply may not have come.

    From the body on: a line that breaks while the body is under way may do so unnoticed until the dot is out.
    """
    octets = bytes(whole.passed[cut.way])
    pattern = rb"DATA\r\n.*?\r\n\.\r\n" if cut.way is Way.TO_SERVER else rb"354 [^\n]*\n250 [^\n]*\n"
    found = list(re.finditer(pattern, octets, re.DOTALL))
    assert len(found) == 2
    return any(one.start() < cut.after <= one.end() for one in found)


def cuts(whole: Outcome, step: int, end: End) -> list[Cut]:
    """Every `step`-th position of both directions."""
    step = int(os.environ.get("MAILFLOW_FAULT_STEP", step))
    return [Cut(way, after, end) for way in Way for after in range(0, len(whole.passed[way]), step)]


def check(whole: Outcome, cut: Cut, outcome: Outcome, doubt_allowed: bool) -> None:
    """Each message arrived once."""
    assert sorted(outcome.arrived) == SUBJECTS, f"{cut}: {outcome.arrived}"
    assert outcome.held == 0, cut
    assert len(outcome.doubts) <= int(doubt_allowed), f"{cut}: in doubt without need"


@pytest.mark.dovecot
@pytest.mark.parametrize("end", End)
def test_imap_cut_anywhere(tmp_path: Path, dovecot: Dovecot, end: End) -> None:
    whole = cut_imap(dovecot, tmp_path / "whole.db", None)
    positions = cuts(whole, 97, end)
    for number, cut in enumerate(positions):
        outcome = cut_imap(dovecot, tmp_path / f"{number}.db", cut)
        check(whole, cut, outcome, doubt_allowed=False)
    print(f"IMAP {end}: {len(positions)} cuts, 0 lost, 0 doubled, 0 in doubt")
    assert len(positions) > 10


@pytest.mark.parametrize("end", End)
def test_smtp_cut_anywhere(tmp_path: Path, end: End) -> None:
    whole = cut_smtp(tmp_path / "whole.db", None)
    positions = cuts(whole, 13, end)
    doubts = 0
    for number, cut in enumerate(positions):
        outcome = cut_smtp(tmp_path / f"{number}.db", cut)
        check(whole, cut, outcome, between_data_and_reply(whole, cut))
        doubts += len(outcome.doubts)
    print(f"SMTP {end}: {len(positions)} cuts, 0 lost, 0 doubled, {doubts} in doubt")
    assert len(positions) > 10
