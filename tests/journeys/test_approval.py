"""Hold for approval through the whole program: seen exactly as it would be sent, then sent exactly so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.command import Command
from tests.journeys.bench import MAP, NAME, Bench, receive, send
from tests.journeys.letters import numbered, raw, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


@pytest.fixture
def waiting(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> Bench:
    """Three messages that wait for approval."""
    mailbox.deliver(*some(3))
    ready.integrate(receive(), MAP, send(bcc="boss@example.net", holdForApproval=True))
    ready.poll()
    assert smtp_sink.transactions == []
    assert set(mailbox.flags().values()) == {frozenset()}
    return ready


def edit_text(bench: Bench) -> None:
    """Somebody edits the Send step meanwhile."""
    old = bench.program.library.load().integration(NAME)
    last = replace(old.steps[-1], values={**old.steps[-1].values, "priority": "inputValues", "subject": "Other"})
    edited = replace(old, steps=(*old.steps[:-1], last), version=old.version + 1)
    bench.program.library.edit(lambda profile: profile.with_integration(edited))


def test_what_was_shown_is_what_is_sent(
    waiting: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    first = waiting.activities(held=True)[0]
    (shown,) = mailflow("attention", "show", first.exchange, "--json").json()
    (outgoing,) = shown["outgoing"]
    edit_text(waiting)
    assert mailflow("attention", "approve", first.exchange).code == 0
    waiting.poll()
    (sent,) = smtp_sink.messages
    assert sent.content.decode() == outgoing["message"]
    assert sorted(sent.recipients) == sorted(outgoing["recipients"]) == ["boss@example.net", "sales@example.net"]
    assert [uid for uid, flags in mailbox.flags().items() if "\\Seen" in flags] == [1]


def test_all_at_once_in_the_order_of_arrival(waiting: Bench, smtp_sink: SmtpSink, mailflow: Command) -> None:
    assert mailflow("attention", "approve", "--all").code == 0
    waiting.poll()
    assert subjects(smtp_sink) == numbered(range(1, 4))
    assert mailflow("attention", "list", "--json").json() == []


def test_the_terminal_shows_it_without_what_would_command_it(ready: Bench, mailbox: Mailbox, mailflow: Command) -> None:
    mailbox.deliver(raw("Trick", "Hello \x1b]52;c;aGk=\x07 you\r\n"))
    ready.integrate(receive(), MAP, send(holdForApproval=True))
    ready.poll()
    (one,) = ready.activities(held=True)
    told = mailflow("attention", "show", one.exchange).out
    assert "To sales@example.net, exactly this:" in told
    assert "Subject: Trick" in told
    assert "\x1b" not in told
    assert "\x07" not in told


def test_only_what_waits_for_approval_can_be_approved(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    mailbox.deliver(*some(1))
    smtp_sink.script("dot", "550 5.7.1 No")
    ready.integrate(receive(), MAP, send())
    ready.poll()
    (one,) = ready.activities(held=True)
    assert mailflow("attention", "approve", one.exchange).code == 2
    assert mailflow("attention", "approve").code == 2
    assert mailflow("attention", "arrived", "--all").code == 2
