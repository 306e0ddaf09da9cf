"""Another program changes the same mailbox all the time: nothing is lost, doubled or held for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.neighbour import beside
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


@pytest.mark.dovecot
@pytest.mark.parametrize("after", ["mark-seen", "move:Done"])
def test_a_neighbour(tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink, after: str) -> None:
    result = beside(tmp_path / "profile", mailbox, smtp_sink, 6.0, after)
    print(result)
    assert result.clean, result
    assert result.sent > 10
