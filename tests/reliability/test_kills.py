"""A few kills at any moment, and aimed; the long form is the command `python -m tests.reliability`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.bench import Bench
from tests.reliability import kills
from tests.reliability.kills import PonderingSink, Result, rampage
from tests.servers.fixtures import Mailbox

pytestmark = pytest.mark.dovecot


def rampaged(home: Path, mailbox: Mailbox, *, aimed: bool, count: int) -> Result:
    with PonderingSink(users={"info@example.org": "secret"}) as sink:
        result = rampage(Bench(home), mailbox, sink, kills=10, count=count, minutes=1.0, aimed=aimed)
    print(result)
    assert result.kills >= 5
    assert result.clean, result
    return result


def test_ten_kills(tmp_path: Path, mailbox: Mailbox) -> None:
    result = rampaged(tmp_path / "profile", mailbox, aimed=True, count=120)
    assert result.doubts <= result.kills


def test_ten_kills_at_any_moment(tmp_path: Path, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few are in doubt, as the instant of delivery is short."""
    monkeypatch.setattr(kills, "LIFE", 1.5)
    result = rampaged(tmp_path / "profile", mailbox, aimed=False, count=20)
    assert result.rare, result
