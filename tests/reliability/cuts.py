"""One broken line: two messages through a session that a proxy cuts, hangs or garbles after any octet."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from mailflow_gui.connectors._smtp_transaction import Patience
from mailflow_gui.connectors._smtp_transport import SmtpTransport
from mailflow_gui.connectors._trace import SilentTrace
from mailflow_gui.connectors._wire import Wire
from mailflow_gui.connectors.email_receive import ReceiveAction, ReceiveSettings, open_source
from mailflow_gui.connectors.email_send import SendSettings
from mailflow_gui.core.activity import Event
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
from tests.reliability.proxy import CALM, STALLS, Cut, End, FaultProxy, Way, Weather
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink

#: As over a bad radio link: each packet is late, and every tenth is lost and comes once more.
RADIO = Weather(latency=0.02, loss=0.1)
SUBJECTS = ["Hello 1", "Hello 2"]
POLLS = 3
#: Seconds that a line which hangs may keep silent in these tests; in the program it is a minute, and ten after the dot.
SILENCE, DOT = 2.0, 5.0
QUICK = Patience(command=SILENCE, data=SILENCE, block=SILENCE, dot=DOT, last=0.2)


@dataclass
class Outcome:
    """What a session with its cut led to. `doubts` are subjects; `arrived` is asked again after they are resolved."""

    passed: dict[Way, bytearray]
    doubts: list[str]
    arrived: list[str]
    held: int
    marked: bool


@dataclass
class Tally:
    """What became of mail over many cuts."""

    positions: int = 0
    lost: int = 0
    doubled: int = 0
    doubts: int = 0
    held: int = 0
    needless: int = 0
    unmarked: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, cut: Cut, outcome: Outcome, doubt_allowed: bool) -> None:
        """Counts one outcome."""
        self.positions += 1
        lost = len(set(SUBJECTS) - set(outcome.arrived))
        doubled = len(outcome.arrived) - len(set(outcome.arrived))
        needless = 0 if doubt_allowed else len(outcome.doubts)
        self.lost, self.doubled, self.needless = self.lost + lost, self.doubled + doubled, self.needless + needless
        self.doubts, self.held = self.doubts + len(outcome.doubts), self.held + outcome.held
        self.unmarked += not outcome.marked
        if lost or doubled or needless or outcome.held or not outcome.marked or len(outcome.doubts) > 1:
            self.notes.append(f"{cut}: {outcome.arrived}, in doubt {outcome.doubts}, held {outcome.held}")

    @property
    def clean(self) -> bool:
        """Whether each message arrived once and is marked, and no doubt was without need."""
        return not self.notes

    def __str__(self) -> str:
        return (
            f"{self.positions} positions: {self.lost} lost, {self.doubled} doubled, {self.doubts} in doubt"
            f" ({self.needless} without need), {self.held} held otherwise, {self.unmarked} not marked"
        )


@contextmanager
def in_a_hurry(cut: Cut | None) -> Iterator[None]:
    """A line that stalls is given up after two seconds; on others a busy computer has all the time that it needs."""
    if cut is None or cut.end not in STALLS:
        yield
        return
    with impatient(SILENCE):
        yield


@contextmanager
def impatient(seconds: float) -> Iterator[None]:
    """A mail server may keep silent for so long, and connecting may take twice that."""
    with (
        mock.patch.object(Wire.release, "__defaults__", (seconds,)),
        mock.patch.object(SilentTrace.__init__, "__defaults__", (None, 2 * seconds)),
    ):
        yield


class Session:
    """An integration between a source and a sender, run poll by poll."""

    def __init__(self, path: Path, source: Source, transport: Transport) -> None:
        self.ledger = SqliteLedger(path)
        self._path = path
        self._clock = TickingClock()
        delivery = Delivery(PLACE.integration, "send", Sender(compose, transport), self.ledger, self._clock)
        self._plan = Plan(
            "Cut", PLACE, 1, source, "Receive Email", "receive", (LiveStep("send", "Send Email", delivery),),
            (delivery,), Rules(limit=-1), delay=0.1, settles=True,
        )  # fmt: skip

    def poll(self) -> list[Event]:
        """One poll, with what it told; then time passes."""
        told: list[Event] = []
        runner = Runner(self._plan, self.ledger, read_fetched, self._clock, told.append)
        runner.run(threading.Event(), Until(once=True))
        self._clock.moment += WAIT
        return told

    def resolve(self, arrived: Callable[[], list[str]]) -> list[str]:
        """What the person says of messages in doubt, for nothing else may be held; their subjects."""
        doubts = self.ledger.activities(held=True)
        assert {one.cause for one in doubts} <= {"IN_DOUBT"}
        for one in doubts:
            self.ledger.resolve_doubt(one.exchange, arrived=one.subject in arrived())
        return [one.subject for one in doubts]

    def close(self) -> None:
        """Nothing is kept."""
        self.ledger.close()
        self._path.unlink()


def run_through(
    path: Path, source: Source, transport: Transport, arrived: Callable[[], list[str]]
) -> tuple[list[str], int]:
    """Polls until all is done, resolves doubts as a person would, and polls again: the doubts, and what stays held."""
    session = Session(path, source, transport)
    try:
        for _ in range(POLLS):
            session.poll()
        doubts = session.resolve(arrived)
        for _ in range(2 if doubts else 0):
            session.poll()
        return doubts, len(session.ledger.activities(held=True))
    finally:
        session.close()


def checked(kind: type[Settings], **values: Plain) -> Settings:
    """Settings without an open problem."""
    settings, problems = kind.check(values)
    assert not problems
    return settings


def cut_receiving(dovecot: Dovecot, protocol: str, path: Path, cut: Cut | None, weather: Weather = CALM) -> Outcome:
    """Two messages through a cut IMAP or POP3 session, to a sender that never fails."""
    user = dovecot.add_user()
    dovecot.deliver_all(user, [mail(1), mail(2)])
    transport = FakeTransport()

    def arrived() -> list[str]:
        return [wire.split(b"\r\n")[0].decode().removeprefix("Subject: ") for _, _, wire in transport.delivered]

    with FaultProxy(dovecot.ports[protocol], cut, weather) as proxy, in_a_hurry(cut):
        settings = checked(
            ReceiveSettings, protocol=protocol, host="localhost", port=proxy.port, username=user,
            password=SecretText(dovecot.users[user]), secureType="None",
        )  # fmt: skip
        after = "mark-seen" if protocol == "imap" else "delete"
        action = checked(ReceiveAction, maxResults=-1, afterSuccess=after)
        assert isinstance(settings, ReceiveSettings)
        assert isinstance(action, ReceiveAction)
        doubts, held = run_through(path, open_source(settings, action), transport, arrived)
    # What was read over POP3 is gone; over IMAP it is marked.
    flags = dovecot.flags(user)
    marked = not flags if protocol == "pop3" else all("\\Seen" in one for one in flags.values())
    return Outcome(proxy.passed, doubts, arrived(), held, marked)


def cut_sending(path: Path, cut: Cut | None, weather: Weather = CALM) -> Outcome:
    """Two messages from a mailbox that never fails through a cut SMTP session."""
    mailbox = FakeMailbox()
    mailbox.deliver(mail(1), mail(2))

    def arrived() -> list[str]:
        return [re.findall(rb"Subject: (.*)\r", one.content)[0].decode() for one in sink.messages]

    with SmtpSink() as sink, FaultProxy(sink.port, cut, weather) as proxy, in_a_hurry(cut):
        settings = checked(SendSettings, host="localhost", port=proxy.port, secureType="None")
        assert isinstance(settings, SendSettings)
        patience = QUICK if cut is not None and cut.end in STALLS else Patience()
        doubts, held = run_through(path, mailbox, SmtpTransport(settings, patience=patience), arrived)
    return Outcome(proxy.passed, doubts, arrived(), held, all(one.seen for one in mailbox.messages))


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
    """Every `step`-th position; noise only on the way to us: what it does to a server is not ours to mend."""
    ways = (Way.TO_CLIENT,) if end is End.NOISE else tuple(Way)
    return [Cut(way, after, end) for way in ways for after in range(0, len(whole.passed[way]), step)]


def tally_receiving(
    dovecot: Dovecot, protocol: str, folder: Path, end: End, step: int, weather: Weather = CALM
) -> Tally:
    """Cuts of a receiving session."""
    tally = Tally()
    whole = cut_receiving(dovecot, protocol, folder / "whole.db", None)
    for cut in cuts(whole, step, end):
        outcome = cut_receiving(dovecot, protocol, folder / "cut.db", cut, weather)
        tally.add(cut, outcome, doubt_allowed=False)
    return tally


def tally_sending(folder: Path, end: End, step: int, weather: Weather = CALM) -> Tally:
    """Cuts of a sending session."""
    tally = Tally()
    whole = cut_sending(folder / "whole.db", None)
    for cut in cuts(whole, step, end):
        doubt_allowed = between_data_and_reply(whole, cut)
        tally.add(cut, cut_sending(folder / "cut.db", cut, weather), doubt_allowed)
    return tally
