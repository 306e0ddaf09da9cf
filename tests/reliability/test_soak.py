"""A minute of what `python -m tests.reliability --part soak` does for hours."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.journeys.letters import numbered
from tests.reliability import soak
from tests.reliability.soak import Result, Sample
from tests.servers.fixtures import Mailbox
from tests.servers.smtp_sink import SmtpSink


@pytest.mark.dovecot
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_two_hundred_messages_at_once(
    tmp_path: Path, mailbox: Mailbox, smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soak, "SAMPLE", 10)
    result = soak.soak(tmp_path / "profile", mailbox, smtp_sink, 200, gap=0.0)
    print(result)
    assert result.clean, result
    assert result.memory[0] > 10
    assert result.files[0] > 5


@pytest.mark.parametrize(
    ("memory", "files", "missing", "clean"),
    [
        ((60.0, 60.4), (30, 30), 0, True),
        ((60.0, 70.0), (30, 30), 0, False),
        ((60.0, 60.0), (30, 31), 0, False),
        ((60.0, 60.0), (30, 30), 1, False),
    ],
)
def test_what_counts_as_clean(memory: tuple[float, float], files: tuple[int, int], missing: int, clean: bool) -> None:
    assert Result(100, missing, 0, 1.0, memory, files, 0.0).clean == clean


@pytest.mark.parametrize(
    ("files", "clean"),
    [
        ([10] * 8, True),
        ([10] * 7 + [11], True),  # open at the moment of the sample, as a database's journal is
        ([10, 11, 10, 10, 10, 11, 11, 12], False),
        ([10, 10, 10, 11, 11, 11, 11, 11], False),
    ],
)
def test_a_file_that_stays_open_is_found_and_one_that_is_used_is_not(files: list[int], clean: bool) -> None:
    samples = [Sample(60.0, one, 1000) for one in files]
    sent = Counter(numbered(range(1, 9)))
    assert soak._judge(samples, sent, 8, 0.1).clean == clean
