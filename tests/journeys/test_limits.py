"""Limits of sending through the whole program: declared in the step, kept over a restart, lifted by the person."""

from __future__ import annotations

import pytest

from tests.cli.command import Command
from tests.journeys.bench import MAP, Bench, receive, send
from tests.journeys.letters import numbered, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


def test_sending_pauses_at_the_limit_and_goes_on_when_told(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    mailbox.deliver(*some(5))
    ready.integrate(receive(), MAP, send(maxPerHour=3))
    ready.poll()
    assert subjects(smtp_sink) == numbered(range(1, 4))
    mailbox.deliver(*some(2, first=6))
    ready.poll()  # a new start
    assert subjects(smtp_sink) == numbered(range(1, 4))
    seen = {uid for uid, flags in mailbox.flags().items() if "\\Seen" in flags}
    assert seen == {1, 2, 3}
    waiting = mailflow("attention", "list", "--json").json()
    assert {one["cause"] for one in waiting} == {"SENDING_PAUSED"}
    assert "3 messages in an hour" in waiting[0]["reason"]
    assert mailflow("attention", "go-on", waiting[0]["exchange"]).code == 0
    ready.poll()
    assert subjects(smtp_sink) == numbered(range(1, 7))


def test_two_send_steps_count_together(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> None:
    mailbox.deliver(*some(3))
    ready.integrate(receive(), MAP, send(maxPerHour=4), send(to="boss@example.net", maxPerHour=4))
    ready.poll()
    assert len(smtp_sink.messages) == 4


def test_only_a_message_that_waits_for_it_can_let_sending_go_on(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    mailbox.deliver(*some(1))
    smtp_sink.script("dot", "550 5.7.1 No")
    ready.integrate(receive(), MAP, send())
    ready.poll()
    (waiting,) = mailflow("attention", "list", "--json").json()
    ended = mailflow("attention", "go-on", waiting["exchange"])
    assert ended.code == 2
    assert "not paused" in ended.err
