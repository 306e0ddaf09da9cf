"""Five hundred mixed messages from Dovecot through filter and mapper to an SMTP server: each exactly once, in order."""

from __future__ import annotations

import pytest

from mailflow_gui.core.model import Step
from tests.journeys.bench import RECIPIENT, UNLIMITED, Bench, receive, send
from tests.journeys.letters import message_ids, read, subjects
from tests.journeys.samples import mixed, subject_of
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink

pytestmark = pytest.mark.dovecot

COUNT = 500
FILTER = Step(
    kind="basic-filter",
    values={
        "predicate": "OR",
        "rules": [
            {"path": "subject", "op": "contains", "value": "question"},
            {"path": "subject", "op": "contains", "value": "Größe"},
        ],
    },
)
MAPPER = Step(
    kind="data-mapper",
    values={
        "mappings": [
            {"from": ["subject"], "to": "subject", "transformations": [{"Prepend": {"string": "Re: "}}]},
            {"from": ["content"], "to": "text"},
            {"from": ["from"], "to": "replyTo"},
        ]
    },
)


@pytest.mark.parametrize("way", ["direct", "submission"])
def test_five_hundred_mixed_messages(
    bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink, relay: SmtpSink, way: str
) -> None:
    mailbox.deliver(*mixed(COUNT))
    bench.inbox(mailbox, secure="SSL/TLS")
    sink = smtp_sink if way == "direct" else relay
    bench.outbox(smtp_sink) if way == "direct" else bench.submission(mailbox)
    bench.integrate(receive(unseenOnly=True), FILTER, MAPPER, send(attachments=True, **UNLIMITED))
    bench.poll()
    assert subjects(sink) == [f"Re: {subject_of(number)}" for number in range(1, COUNT + 1)]
    assert len(set(message_ids(sink))) == COUNT
    assert all(one.recipients == (RECIPIENT,) for one in sink.messages)
    carried = [part.get_filename() for one in sink.messages for part in read(one).iter_attachments()]
    assert carried == ["offer.pdf"] * (COUNT // 4)
    assert set(mailbox.flags().values()) == {frozenset({"\\Seen"})}
    before = len(sink.messages)
    bench.poll()
    assert len(sink.messages) == before
