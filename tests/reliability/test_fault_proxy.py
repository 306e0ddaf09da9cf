"""A line that breaks after any octet of a session: nothing lost, nothing doubled, doubts only between dot and reply.

Some positions of each session; `python -m tests.reliability` tries all.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.reliability.cuts import RADIO, SUBJECTS, Outcome, cut_receiving, cut_sending, tally_receiving, tally_sending
from tests.reliability.proxy import End, FaultProxy, Weather
from tests.reliability.steps import MEMORY
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_sink import SmtpSink

#: Every so many octets; a line that stalls takes two seconds, and `test_stages` tries that at each stage.
RECEIVING = {End.FIN: 97, End.RST: 97, End.HANG: 2000, End.DRIP: 2000}
SENDING = {End.FIN: 13, End.RST: 13, End.HANG: 200, End.NOISE: 11, End.DRIP: 200}


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


@pytest.mark.dovecot
@pytest.mark.parametrize("end", RECEIVING)
@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_receiving_cut_anywhere(folder: Path, dovecot: Dovecot, protocol: str, end: End) -> None:
    tally = tally_receiving(dovecot, protocol, folder, end, RECEIVING[end])
    print(f"{protocol}, {end}: {tally}")
    assert tally.clean, "\n".join(tally.notes[:20])
    assert tally.doubts == 0
    assert tally.positions > 1


@pytest.mark.parametrize("end", SENDING)
def test_sending_cut_anywhere(folder: Path, end: End) -> None:
    tally = tally_sending(folder, end, SENDING[end])
    print(f"SMTP, {end}: {tally}")
    assert tally.clean, "\n".join(tally.notes[:20])
    assert tally.positions > 2


def unhurt(outcome: Outcome) -> bool:
    """Each message has arrived once, is marked, and nobody is asked."""
    return (sorted(outcome.arrived), outcome.doubts, outcome.held, outcome.marked) == (SUBJECTS, [], 0, True)


@pytest.mark.dovecot
@pytest.mark.parametrize(("protocol", "step"), [("imap", 2500), ("pop3", 600)])
def test_receiving_over_a_slow_line_that_loses_packets(
    folder: Path, dovecot: Dovecot, protocol: str, step: int
) -> None:
    assert unhurt(cut_receiving(dovecot, protocol, folder / "slow.db", None, RADIO))
    tally = tally_receiving(dovecot, protocol, folder, End.FIN, step, RADIO)
    assert tally.clean, "\n".join(tally.notes[:20])
    assert tally.doubts == 0
    assert tally.positions > 1


def test_sending_over_a_slow_line_that_loses_packets(folder: Path) -> None:
    assert unhurt(cut_sending(folder / "slow.db", None, RADIO))
    tally = tally_sending(folder, End.FIN, 120, RADIO)
    assert tally.clean, "\n".join(tally.notes[:20])
    assert tally.positions > 2


def test_the_line_is_slow() -> None:
    """The weather is real: the same session takes longer by what was late."""
    began = time.monotonic()
    with SmtpSink() as sink, FaultProxy(sink.port, weather=Weather(0.05, loss=1.0, again=0.1)) as proxy:
        with socket.create_connection(("127.0.0.1", proxy.port), 10) as line:
            assert line.recv(1000).startswith(b"220")
        assert time.monotonic() - began >= 0.15
        assert proxy.late == 1
