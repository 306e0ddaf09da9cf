"""Facts that the choice of messages rests on."""

from __future__ import annotations

import pytest

from mailflow_gui.engine.intake import arrival


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        (b"Received: by x; Tue, 1 Sep 2026 10:00:00 +0200\r\nSubject: x\r\n\r\n", "2026-09-01T10:00:00+02:00"),
        (
            b"Return-Path: <a>\r\n"
            b"received: from a (b; c)\r\n\tby x\r\n\tid 1; Tue, 1 Sep 2026 10:00:00 +0200 (CEST)\r\n"
            b"Received: by y; Tue, 1 Sep 2020 10:00:00 +0200\r\n\r\n",
            "2026-09-01T10:00:00+02:00",
        ),
        (b"Date: Tue, 1 Sep 2026 10:00:00 +0200\r\n\r\n", ""),
        (b"Received: nonsense\r\n\r\n", ""),
        (b"Received: by x; yesterday\r\n\r\n", ""),
        (b"Received: by x; Tue, 1 Sep 2026 10:00:00 -0000\r\n\r\n", ""),
        (b"", ""),
    ],
)
def test_arrival_by_the_topmost_received_field(header: bytes, moment: str) -> None:
    assert arrival(header) == moment


@pytest.mark.timeout(5)
def test_arrival_of_a_hostile_header() -> None:
    assert arrival(b"Received:" + b"\n " * 200_000) == ""
    assert arrival(b"Received:" + b";" * 400_000) == ""
