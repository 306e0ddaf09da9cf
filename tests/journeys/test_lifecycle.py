"""Starting, stopping, and servers that come and go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from mailflow_gui.core.activity import Kind, State
from mailflow_gui.core.model import Step
from tests.journeys.bench import MAP, RECIPIENT, Bench, receive, send, send_from
from tests.journeys.letters import numbered, some, subjects
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import Mailbox, require_dovecot
from tests.servers.smtp_sink import SmtpSink
from tests.servers.tunnel import Tunnel

pytestmark = pytest.mark.dovecot

#: Long enough that only a wake-up, never the next poll, can explain what comes sooner.
LONG = "1m"


@pytest.fixture
def own_mailbox() -> Iterator[Mailbox]:
    """An account on a Dovecot of this test's own, which may be restarted."""
    require_dovecot()
    with Dovecot() as server:
        user = server.add_user()
        yield Mailbox(server, user, server.users[user])


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
@pytest.mark.parametrize("push", [False, True])
def test_a_stop_while_waiting_takes_less_than_a_second(
    bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, protocol: str, push: bool
) -> None:
    """While waiting for the next poll, and in IDLE."""
    bench.inbox(mailbox, protocol)
    bench.outbox(smtp_sink)
    integration = bench.integrate(receive(delay=LONG, push=push), send())
    with bench.running() as engine:
        bench.wait_for_event(Kind.POLL)
        began = time.monotonic()
        engine.supervisor.stop(integration.id, timeout=5)
        assert not engine.supervisor.is_running(integration.id)
        assert time.monotonic() - began < 1
        assert engine.supervisor.health(integration.id).state is State.STOPPED
    assert bench.events[-1].kind is Kind.STOPPED


def test_a_stop_finishes_the_message_in_hand_and_leaves_the_rest(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """What was not begun is neither marked nor lost: the next start goes on with it."""
    mailbox.deliver(*some(10))
    integration = ready.integrate(receive(delay=LONG), MAP, send())
    with ready.running() as engine:
        smtp_sink.wait_for(3)
        began = time.monotonic()
        engine.supervisor.stop(integration.id, timeout=5)
        assert time.monotonic() - began < 1
    got = len(smtp_sink.messages)
    assert sum("\\Seen" in flags for flags in mailbox.flags().values()) == got
    ready.poll()
    assert subjects(smtp_sink) == numbered(range(1, 11))


def test_stop_and_start_again_while_running(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Each start polls; nothing is sent twice."""
    integration = ready.integrate(receive(), MAP, send())
    with ready.running() as engine:
        for number in range(1, 4):
            mailbox.deliver(*some(1, first=number))
            smtp_sink.wait_for(number)
            engine.supervisor.restart(integration)
        ready.wait_for_event(Kind.STARTED, 4)
    assert subjects(smtp_sink) == numbered([1, 2, 3])


def test_publishing_a_broken_version_leaves_the_running_one_running(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink
) -> None:
    """Without a sender the new version can't start: mail goes on as before, and the reason is told."""
    integration = ready.integrate(receive(), MAP, send())
    with ready.running() as engine:
        mailbox.deliver(*some(1))
        smtp_sink.wait_for(1)
        broken = replace(integration, steps=(*integration.steps[:2], send_from(to=RECIPIENT)), version=2)
        engine.supervisor.restart(broken)
        failed = ready.wait_for_event(Kind.FAILED, cause="INCOMPLETE")
        mailbox.deliver(*some(1, first=2))
        smtp_sink.wait_for(2)
        health = engine.supervisor.health(integration.id)
    assert (health.state, health.version) == (State.RUNNING, 0)
    assert health.refused in failed.text
    assert len(ready.told(Kind.STARTED)) == 1
    assert subjects(smtp_sink) == numbered([1, 2])


def test_push_takes_new_mail_at_once(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """IMAP IDLE ends the wait."""
    ready.integrate(receive(delay=LONG, push=True), MAP, send())
    with ready.running():
        ready.wait_for_event(Kind.POLL)
        mailbox.deliver(*some(1))
        smtp_sink.wait_for(1, 5)
        mailbox.deliver(*some(1, first=2))
        smtp_sink.wait_for(2, 5)


def behind_a_tunnel(bench: Bench, mailbox: Mailbox, tunnel: Tunnel) -> None:
    bench.inbox(mailbox, port=tunnel.port)


@pytest.mark.parametrize("push", [True, False], ids=["idle", "polling"])
def test_a_line_that_is_cut_without_a_word(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, push: bool) -> None:
    """Check 1 without BYE: noticed within seconds, mended, and the next mail is handled."""
    with Tunnel(mailbox.server.ports["imap"]) as tunnel:
        behind_a_tunnel(bench, mailbox, tunnel)
        bench.outbox(smtp_sink)
        bench.integrate(receive(delay=LONG if push else "200ms", push=push), MAP, send())
        with bench.running() as engine:
            bench.wait_for_event(Kind.POLL)
            tunnel.drop_connections()
            if push:
                waiting = bench.wait_for_event(Kind.WAITING, seconds=5)
                assert waiting.cause == "CONNECTION_LOST"
            mailbox.deliver(*some(1))
            smtp_sink.wait_for(1, 15)
            bench.wait_for(lambda: engine.supervisor.health(bench.id()).state is State.RUNNING)


@pytest.mark.parametrize("push", [True, False], ids=["idle", "polling"])
def test_a_server_that_restarts(bench: Bench, own_mailbox: Mailbox, smtp_sink: SmtpSink, push: bool) -> None:
    """Check 1 with BYE, and a server that is away for a moment: the state shows it, then everything goes on."""
    mailbox = own_mailbox
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    mailbox.deliver(*some(2))
    bench.integrate(receive(delay=LONG if push else "200ms", push=push), MAP, send())
    with bench.running() as engine:
        smtp_sink.wait_for(2)
        bench.wait_for_event(Kind.POLL)
        mailbox.server.pause()
        bench.wait_for_event(Kind.WAITING)
        assert engine.supervisor.health(bench.id()).state is State.WAITING
        mailbox.server.resume()
        mailbox.deliver(*some(2, first=3))
        smtp_sink.wait_for(4, 20)
        bench.wait_for(lambda: engine.supervisor.health(bench.id()).state is State.RUNNING)
    assert subjects(smtp_sink) == numbered([1, 2, 3, 4])
    assert len(bench.told(Kind.CONNECTED)) >= 2


def test_a_sending_server_that_is_away_for_a_while(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Nothing is lost or doubled, the order stays, and the server is not hammered."""
    with Tunnel(smtp_sink.port) as tunnel:
        port = tunnel.port
    mailbox.deliver(*some(6))
    bench.inbox(mailbox)
    bench.outbox(smtp_sink, port=port)
    bench.integrate(receive(), MAP, send())
    with bench.running():
        bench.wait_for_event(Kind.WAITING, 2)
        assert smtp_sink.messages == []
        with SmtpSink(users=smtp_sink.users, port=port) as back:
            back.wait_for(6, 20)
            assert subjects(back) == numbered(range(1, 7))


def test_the_line_breaks_in_the_middle_of_a_poll(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Ours (8.1): what was fetched is handled, the rest comes with the next connection, each once."""
    mailbox.deliver(*some(30))
    with Tunnel(mailbox.server.ports["imap"]) as tunnel:
        behind_a_tunnel(bench, mailbox, tunnel)
        bench.outbox(smtp_sink)
        bench.integrate(receive(unseenOnly=True), MAP, send())
        with bench.running():
            for count in (3, 10, 18):
                smtp_sink.wait_for(count)
                tunnel.drop_connections()
            smtp_sink.wait_for(30, 20)
            bench.wait_for(lambda: set(mailbox.flags().values()) == {frozenset({"\\Seen"})})
    assert subjects(smtp_sink) == numbered(range(1, 31))


def test_two_engines_can_not_work_on_one_profile(ready: Bench) -> None:
    """Two of them would send everything twice."""
    from mailflow_gui.core.errors import StoreError

    with ready.running(), pytest.raises(StoreError) as refused, ready.running():
        pass
    assert refused.value.cause == "PROFILE_IN_USE"


def test_a_failure_is_shown_on_the_right_step(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """The original lost the text of an error when a mapper stood before the failing step."""
    mailbox.deliver(*some(1))
    smtp_sink.script("rcpt", "550 5.1.1 User unknown")
    ready.integrate(receive(), Step(kind="log", values={"customText": "seen {{subject}}"}), MAP, send())
    ready.poll()
    (held,) = ready.activities()
    assert [(one.title, one.status) for one in held.steps] == [
        ("Receive Email", "ok"), ("Log", "ok"), ("Data Mapper", "ok"), ("Send Email", "failed"),
    ]  # fmt: skip
    assert held.steps[1].output == "seen Mail 1"
    assert "User unknown" in held.steps[3].output
    (failed,) = ready.told(Kind.FAILED)
    assert failed.step == "Send Email"


def test_no_thread_and_no_process_outlives_the_engine(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    """Quit leaves nothing behind, also when the reader's child was needed."""
    before = threading.active_count()
    mailbox.deliver(b"Subject: deep\r\n" + b"X-Pad: x\r\n" * 300 + b"\r\nHello\r\n")
    ready.integrate(receive(), MAP, send())
    child: Callable[[], int | None] = lambda: None  # noqa: E731
    with ready.running() as engine:
        smtp_sink.wait_for(1)
        child = engine.workshop.reader.child_id
        assert child() is not None
    assert child() is None
    ready.wait_for(lambda: threading.active_count() <= before + 2)  # the sink's own, which end with its connections
