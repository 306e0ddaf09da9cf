"""Needs Attention through the whole program: another address, skip and undo, current settings, the file, the search."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.journeys.bench import MAP, RECIPIENT, Bench, receive, send
from tests.journeys.letters import raw, some, subjects
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot

WRONG, RIGHT = "acounting@example.net", "accounting@example.net"


@pytest.fixture
def refused(ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> Bench:
    """A message that one of two recipients has got; the server does not know the other."""
    mailbox.deliver(*some(1))
    smtp_sink.script("rcpt", {WRONG: "550 5.1.1 User unknown"})
    ready.integrate(receive(), MAP, send(to=f"{RECIPIENT}, {WRONG}"))
    ready.poll()
    assert [one.recipients for one in smtp_sink.messages] == [(RECIPIENT,)]
    return ready


def exchange(bench: Bench) -> str:
    (one,) = bench.activities(held=True)
    return one.exchange


def test_another_address_gets_the_same_bytes_and_nobody_gets_them_twice(
    refused: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    id = exchange(refused)
    assert mailflow("attention", "retry", id, "--to", RIGHT).code == 0
    refused.poll()
    first, second = smtp_sink.messages
    assert (first.recipients, second.recipients) == ((RECIPIENT,), (RIGHT,))
    assert first.content == second.content
    assert mailflow("attention", "--json").json() == []
    assert ["\\Seen" in flags for flags in mailbox.flags().values()] == [True]


def test_a_skip_leaves_the_mailbox_alone_and_its_undo_and_a_retry_send(
    refused: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    id = exchange(refused)
    mailflow("attention", "skip", id)
    refused.poll()
    assert len(smtp_sink.messages) == 1
    assert ["\\Seen" in flags for flags in mailbox.flags().values()] == [False]
    mailflow("attention", "undo", id)
    smtp_sink.unscript()
    mailflow("attention", "retry", id)
    refused.poll()
    assert [one.recipients for one in smtp_sink.messages] == [(RECIPIENT,), (WRONG,)]


def test_the_file_is_what_lies_in_the_mailbox(
    ready: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, mailflow: Command, tmp_path: Path
) -> None:
    letter = raw("Trick", "Bytes \xff\x00 as they are\r\n")
    mailbox.deliver(letter)
    smtp_sink.script("dot", "554 5.6.0 No")
    ready.integrate(receive(), MAP, send())
    ready.poll()
    file = tmp_path / "letter.eml"
    assert mailflow("attention", "save", exchange(ready), "--output", str(file)).code == 0
    (kept,) = mailbox.messages()
    assert file.read_bytes() == kept


def test_what_happened_to_a_message_is_found_by_recipient_and_message_id(
    refused: Bench, smtp_sink: SmtpSink, mailflow: Command
) -> None:
    id = exchange(refused)
    (sent,) = smtp_sink.messages
    message_id = next(line[12:].decode() for line in sent.content.splitlines() if line.startswith(b"Message-ID: "))
    for text in (WRONG.upper(), message_id, subjects(smtp_sink)[0].upper()):
        (found,) = mailflow("activity", "--search", text, "--json").json()
        assert (found["exchange"], found["status"]) == (id, "held")
    assert mailflow("activity", "--search", RIGHT, "--json").json() == []
