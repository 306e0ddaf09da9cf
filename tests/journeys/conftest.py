"""A bench for each journey: a whole Mailflow between an account on Dovecot and a recording SMTP server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import mailflow as mailflow
from tests.journeys.bench import Bench
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A profile without anything in it."""
    return Bench(tmp_path / "profile")


@pytest.fixture
def ready(bench: Bench, mailbox: Mailbox, smtp_sink: SmtpSink) -> Bench:
    """A profile with the connections Inbox (imap) and Outbox."""
    bench.inbox(mailbox)
    bench.outbox(smtp_sink)
    return bench
