"""A step that never ends, in the window and in `mailflow run`: other mail goes on, and the person is told."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mailflow_gui.core.activity import State
from mailflow_gui.core.model import Step
from mailflow_gui.engine import supervisor
from mailflow_gui.engine.watchdog import Limits
from mailflow_gui.steps import log
from tests.cli.command import Command
from tests.journeys.bench import Bench, receive, send
from tests.journeys.conftest import Window
from tests.journeys.letters import raw, subjects
from tests.journeys.opened import sign_in
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


@pytest.fixture
def hanging(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> Iterator[threading.Event]:
    """An integration whose Log step hangs at the message “Stuck” until the event is set."""
    go, done = threading.Event(), threading.Event()
    write = log.one_safe_line

    def hang(text: str) -> str:
        if "Stuck" in text:
            go.wait(60)
            done.set()
        return write(text)

    monkeypatch.setattr(log, "one_safe_line", hang)
    monkeypatch.setattr(supervisor, "Limits", lambda: Limits(silence=1.0, step=1.0, last_chance=0.5))
    mailbox.deliver(raw("Stuck"), raw("Next", number=2))
    ready.integrate(receive(), Step(kind="log", values={"customText": "{{subject}}"}), send())
    yield go
    go.set()
    assert done.wait(10)


def expect_one_lost_chance(ready: Bench) -> None:
    stuck, _ = ready.activities()
    assert (stuck.status, stuck.cause, stuck.attempts) == ("waiting", "POISON", 1)


def test_mailflow_run_goes_on_and_says_so(
    ready: Bench,
    smtp_sink: SmtpSink,
    hanging: threading.Event,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        ended = Command(ready.home, capsys, monkeypatch, ready.vault)("run", "--until-idle", "2")
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert "Not answering: It stopped answering. Mailflow starts it anew." in ended.out
    assert subjects(smtp_sink) == ["Next"]
    expect_one_lost_chance(ready)


def test_the_window_goes_on_and_says_so(
    ready: Bench, smtp_sink: SmtpSink, hanging: threading.Event, open_window: Window, qtbot: QtBot
) -> None:
    desk = open_window(ready.home).desk
    id = sign_in(desk, ready, qtbot).id
    qtbot.waitUntil(lambda: desk.control.health(id).state is State.WAITING, timeout=15_000)
    assert desk.control.health(id).trouble
    qtbot.waitUntil(lambda: subjects(smtp_sink) == ["Next"], timeout=15_000)
    qtbot.waitUntil(lambda: desk.control.health(id).state is State.RUNNING, timeout=15_000)
    assert desk.control.health(id).revived
    expect_one_lost_chance(ready)
    hanging.set()
    qtbot.waitUntil(lambda: desk.threads.alive == 1, timeout=10_000)
    assert subjects(smtp_sink) == ["Next"]
