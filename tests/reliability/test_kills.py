"""Ten kills at random moments; the long form is the command `python -m tests.reliability.kills`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.bench import Bench
from tests.reliability.kills import PonderingSink, rampage
from tests.servers.fixtures import Mailbox


@pytest.mark.dovecot
def test_ten_kills(tmp_path: Path, mailbox: Mailbox) -> None:
    with PonderingSink(users={"info@example.org": "secret"}) as sink:
        result = rampage(Bench(tmp_path / "profile"), mailbox, sink, kills=10, count=200, minutes=1.0)
    print(result)
    assert result.kills >= 5
    assert result.clean, result
    assert result.doubts <= result.kills
