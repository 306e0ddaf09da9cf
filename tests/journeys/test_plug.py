"""The plug of every server is pulled while the window is open: it stays responsive, tells, and everything recovers."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import Event, Kind, State
from mailflow_gui.engine import backoff, supervisor
from mailflow_gui.engine.watchdog import Limits
from mailflow_gui.workplace import Workplace
from tests.journeys.bench import NAME, Bench, receive, send
from tests.journeys.conftest import Window
from tests.journeys.letters import raw, read
from tests.journeys.opened import sign_in
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot

#: The person must know within this many seconds, and the window may stand still for so long at most.
TOLD, STALL = 60.0, 0.5


class Pulse(QObject):
    """Beats in the window's thread; `longest` is the longest pause between two beats in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def aside(qtbot: QtBot, *acts: Callable[[], object]) -> None:
    """Does something to the servers on another thread, so that only the program holds up its window."""
    thread = threading.Thread(target=lambda: [act() for act in acts])
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=30_000)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """An account on a Dovecot of this test's own, whose plug can be pulled."""
    require_dovecot()
    with Dovecot() as server:
        user = server.add_user()
        yield Mailbox(server, user, server.users[user])


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff, "QUIET", (1.0, 2.0, 4.0))
    monkeypatch.setattr(backoff, "UNREACHABLE_LONGEST", 4.0)


def letters(first: int, count: int) -> list[bytes]:
    return [raw(f"Letter {number}", number=number) for number in range(first, first + count)]


def arrived(*sinks: SmtpSink) -> list[str]:
    return [str(read(one)["Subject"]) for sink in sinks for one in sink.messages]


def uncertain(desk: Workplace) -> list[str]:
    """What was cut in the instant of delivery waits for the person."""
    return [one.subject for one in desk.attention.messages if one.cause == "IN_DOUBT"]


@pytest.mark.usefixtures("short_pauses")
def test_every_server_goes_and_comes_back(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, open_window: Window, qtbot: QtBot
) -> None:
    ready.integrate(receive(), send())
    program = open_window(ready.home)
    desk, home = program.desk, program.shell.pages.home
    one = sign_in(desk, ready, qtbot)
    program.shell.window.go("home")
    aside(qtbot, lambda: mailbox.deliver(*letters(1, 3)))
    qtbot.waitUntil(lambda: len(arrived(smtp_sink)) == 3, timeout=20_000)
    in_vain: list[Event] = []
    desk.bridge.arrived.connect(lambda events: in_vain.extend(one for one in events if one.kind is Kind.WAITING))
    pulse = Pulse()

    aside(qtbot, lambda: mailbox.deliver(*letters(4, 12)))
    qtbot.waitUntil(lambda: len(arrived(smtp_sink)) >= 4, timeout=20_000)
    pulled = time.monotonic()
    aside(qtbot, smtp_sink.stop, mailbox.server.pause)  # some letters are under way
    qtbot.waitUntil(lambda: desk.control.health(one.id).state is State.WAITING, timeout=int(TOLD * 1000))
    qtbot.waitUntil(home.regular.held_up.isVisible, timeout=int(TOLD * 1000))
    told = time.monotonic() - pulled
    assert told < TOLD
    assert NAME in home.regular.held_up.accessibleName()
    row = home.regular.rows[one.id]
    qtbot.waitUntil(lambda: row.accessibleDescription().startswith("Waiting"), timeout=5_000)
    last, tries = desk.control.health(one.id).last_contact, len(in_vain)
    qtbot.waitUntil(lambda: len(in_vain) >= tries + 3, timeout=40_000)

    assert desk.control.health(one.id).last_contact == last
    aside(qtbot, mailbox.server.resume)
    with SmtpSink(users=smtp_sink.users, port=smtp_sink.port) as again:
        qtbot.waitUntil(lambda: desk.control.health(one.id).state is State.RUNNING, timeout=20_000)
        qtbot.waitUntil(lambda: len({*arrived(smtp_sink, again), *uncertain(desk)}) == 15, timeout=40_000)
        qtbot.waitUntil(lambda: not home.regular.held_up.isVisible(), timeout=5_000)
        sent = arrived(smtp_sink, again)
    assert len(sent) == len(set(sent)), "sent twice"
    assert {*sent, *uncertain(desk)} == {f"Letter {number}" for number in range(1, 16)}
    assert len(uncertain(desk)) <= 1
    assert pulse.longest < STALL, f"the window stood still for {pulse.longest:.2f} s"


@contextmanager
def silent(server: Dovecot) -> Iterator[None]:
    """Every process of the server stands still: connections stay, and nobody answers."""
    assert server._process is not None
    group = server._process.pid
    os.killpg(group, signal.SIGSTOP)
    try:
        yield
    finally:
        os.killpg(group, signal.SIGCONT)


def test_a_server_that_falls_silent_is_told_and_goes_on(
    ready: Bench,
    mailbox: Mailbox,
    smtp_sink: SmtpSink,
    open_window: Window,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No connection breaks, so that only the watch notices: here after two seconds, else after thirty."""
    monkeypatch.setattr(supervisor, "Limits", lambda: Limits(slow=2.0))
    ready.integrate(receive(), send())
    program = open_window(ready.home)
    desk, home = program.desk, program.shell.pages.home
    one = sign_in(desk, ready, qtbot)
    program.shell.window.go("home")
    qtbot.waitUntil(lambda: desk.control.health(one.id).state is State.RUNNING, timeout=20_000)
    pulse = Pulse()
    with silent(mailbox.server):
        qtbot.waitUntil(lambda: desk.control.health(one.id).cause == "SLOW", timeout=15_000)
        assert desk.control.health(one.id).state is State.WAITING
        qtbot.waitUntil(home.regular.held_up.isVisible, timeout=5_000)
        assert "The mail server has not answered" in home.regular.held_up.accessibleName()
    qtbot.waitUntil(lambda: desk.control.health(one.id).state is State.RUNNING, timeout=20_000)
    aside(qtbot, lambda: mailbox.deliver(*letters(1, 2)))
    qtbot.waitUntil(lambda: sorted(arrived(smtp_sink)) == ["Letter 1", "Letter 2"], timeout=20_000)
    assert not desk.control.health(one.id).revived
    assert pulse.longest < STALL, f"the window stood still for {pulse.longest:.2f} s"
