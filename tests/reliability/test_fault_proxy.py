"""A line that breaks after any octet of a session: nothing lost, nothing doubled, doubts only between dot and reply.

Some positions of each session; `python -m tests.reliability` tries all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.cuts import tally_receiving, tally_sending
from tests.reliability.proxy import End
from tests.servers.dovecot import Dovecot

#: Every so many octets; a line that hangs takes two seconds.
RECEIVING = {End.FIN: 97, End.RST: 97, End.HANG: 900}
SENDING = {End.FIN: 13, End.RST: 13, End.HANG: 90, End.NOISE: 11}


@pytest.mark.dovecot
@pytest.mark.parametrize("end", RECEIVING)
@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_receiving_cut_anywhere(tmp_path: Path, dovecot: Dovecot, protocol: str, end: End) -> None:
    tally = tally_receiving(dovecot, protocol, tmp_path, end, RECEIVING[end])
    print(f"{protocol}, {end}: {tally}")
    assert tally.clean, "\n".join(tally.notes[:20])
    assert tally.doubts == 0
    assert tally.positions > 2


@pytest.mark.parametrize("end", SENDING)
def test_sending_cut_anywhere(tmp_path: Path, end: End) -> None:
    tally = tally_sending(tmp_path, end, SENDING[end])
    print(f"SMTP, {end}: {tally}")
    assert tally.clean, "\n".join(tally.notes[:20])
    assert tally.positions > 3
