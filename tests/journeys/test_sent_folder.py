"""A line that breaks after the dot: the Sent folder of the same account tells what became of the message."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailflow_gui.engine import doubts
from tests.journeys.bench import Bench, receive, send
from tests.journeys.letters import message_ids, some
from tests.servers.fixtures import Mailbox
from tests.servers.line_server import CLOSE
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot


@pytest.fixture
def sink(mailbox: Mailbox) -> Iterator[SmtpSink]:
    """The sending server of the account that is received from."""
    with SmtpSink(users={mailbox.user: mailbox.password}) as server:
        yield server


@pytest.fixture
def flow(bench: Bench, mailbox: Mailbox, sink: SmtpSink, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Inbox to Outbox, one account; nobody waits ten seconds for the first look."""
    monkeypatch.setattr(doubts, "LOOKS", (0.0, 0.01, 0.02))
    bench.inbox(mailbox)
    bench.outbox(sink)
    bench.integrate(receive(), send())
    return bench


def file_all(mailbox: Mailbox, sink: SmtpSink) -> None:
    """What the provider does: sent mail stands in the Sent folder."""
    mailbox.deliver(*(one.content for one in sink.transactions), folder="Sent")


def states(bench: Bench) -> list[tuple[str, str]]:
    return [(one.status, one.cause) for one in bench.activities()]


def test_one_that_is_there_is_settled_and_not_sent_again(flow: Bench, mailbox: Mailbox, sink: SmtpSink) -> None:
    mailbox.deliver(*some(1))
    sink.script("dot", CLOSE, 1)
    flow.poll()
    assert states(flow) == [("held", "IN_DOUBT")]
    file_all(mailbox, sink)
    flow.poll()
    assert states(flow) == [("done", "")]
    assert len(sink.transactions) == 1
    assert mailbox.flags() == {1: frozenset({"\\Seen"})}


@pytest.mark.parametrize("folder", [False, True], ids=["no Sent folder", "an empty Sent folder"])
def test_without_evidence_it_waits_for_the_person(flow: Bench, mailbox: Mailbox, sink: SmtpSink, folder: bool) -> None:
    mailbox.deliver(*some(4))
    flow.poll()
    if folder:
        mailbox.server.create_folder(mailbox.user, "Sent")
    mailbox.deliver(*some(1, first=5))
    sink.script("dot", CLOSE, 1)
    flow.poll()
    for _ in range(2):
        flow.poll()
    assert states(flow)[-1] == ("held", "IN_DOUBT")
    assert len(sink.transactions) == 5
    assert ("Sent folder" in flow.activities()[-1].reason) is True


def test_one_that_is_missing_among_the_filed_is_sent_again(
    flow: Bench, mailbox: Mailbox, sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doubts, "GRACE", 0.0)
    mailbox.deliver(*some(4))
    flow.poll()
    file_all(mailbox, sink)
    mailbox.deliver(*some(1, first=5))
    sink.script("dot", CLOSE, 1)  # the server loses this one
    flow.poll()
    flow.poll()
    assert states(flow) == [("done", "")] * 5
    assert len(set(message_ids(sink))) == len(sink.messages) == 5
    lost, again = sink.transactions[-2:]
    assert lost.content == again.content
